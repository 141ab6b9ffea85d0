"""Who is away today, and whether whoever stands in for them is there.

A cover is by name. Where a worker goes by it, that worker has to be there as well: begun, and neither away nor left. A
name nobody here goes by is somebody of elsewhere, and stands in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from oversight_tui.practice.board import MissingCover
from oversight_tui.practice.calendar import away_until, covers
from oversight_tui.practice.facts import Absence, Cover, TeamFacts, Worker
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.possible_days import NotHere, why_not_here
from oversight_tui.words.text import match_key


def away_on(absences: Iterable[Absence], day: date) -> Mapping[WorkerId, Absence]:
    """The absence of each worker who is away on the day; of two the one that lasts longer.

    Its last day is that of those that follow on it too, so that nobody is said to be back on a day they are away.
    """
    absences = tuple(absences)
    found: dict[WorkerId, Absence] = {}
    for absence in sorted(absences, key=lambda one: one.last_day or date.max):
        if covers(absence, day):
            found[absence.worker_id] = absence
    return {worker: _with_what_follows(absence, absences) for worker, absence in found.items()}


def _with_what_follows(absence: Absence, absences: Iterable[Absence]) -> Absence:
    if absence.last_day is None:
        return absence
    theirs = [one for one in absences if one.worker_id == absence.worker_id]
    return absence.__replace__(last_day=away_until(theirs, absence.last_day))


def standing_in_on(facts: TeamFacts, day: date) -> StandingIn:
    """Who of these is away on a day and who stands in: a worker here, the manager, or somebody of elsewhere."""
    me = (facts.manager.worker,) if facts.manager is not None and facts.manager.worker is not None else ()
    return StandingIn(facts.covers, (*facts.workers, *me, *facts.named), away_on(facts.absences, day), day)


class StandingIn:
    """Who stands in for whom on a day."""

    def __init__(
        self, cover: Iterable[Cover], people: Iterable[Worker], away: Mapping[WorkerId, Absence], today: date
    ) -> None:
        self.away, self._today = away, today
        self._covers: dict[WorkerId, list[Cover]] = defaultdict(list)
        for one in cover:
            self._covers[one.worker_id].append(one)
        self._people: dict[str, list[Worker]] = defaultdict(list)
        if self._covers:
            for worker in people:
                self._people[match_key(worker.name)].append(worker)

    def for_worker(self, worker: WorkerId) -> str | None:
        """The name of who stands in for a worker and is there; None where nobody does."""
        return next((one.covered_by for one in self._covers.get(worker, ()) if self._gone(one) is None), None)

    def missing_for(self, worker: WorkerId) -> MissingCover | None:
        """Who was to stand in and is not there, where nobody else does."""
        for one in self._covers.get(worker, ()):
            gone = self._gone(one)
            if gone is not None and self.for_worker(worker) is None:
                return MissingCover(one.covered_by, gone)
        return None

    def leaves_uncovered(self, worker: Worker) -> bool:
        """Whether a worker is away, or has not started, and nobody stands in."""
        return self._not_there(worker) in ("away", "not_begun") and self.for_worker(worker.id) is None

    def is_not_there(self, worker: Worker) -> bool:
        """Whether a worker is away, has left, or has not begun."""
        return self._not_there(worker) is not None

    def _gone(self, cover: Cover) -> NotHere | None:
        """Why who was to stand in does not. Of several of one name it is enough that one is there."""
        why = [self._not_there(one) for one in self._people.get(match_key(cover.covered_by), ())]
        if not why or None in why:
            return None
        return "away" if "away" in why else why[0]

    def _not_there(self, worker: Worker) -> NotHere | None:
        away = self.away.get(worker.id)
        return why_not_here(worker, (away,) if away is not None else (), self._today)
