"""A number of line of sight opened: the facts of its rows made into rows, by what that number counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from oversight_tui.practice.attention.unallocated import unallocated_since
from oversight_tui.practice.calendar import away_since
from oversight_tui.practice.child_dates import ChildDate
from oversight_tui.practice.discussion_clock import discussion_clock
from oversight_tui.practice.facts import Absence, Child, OpenItem, Worker
from oversight_tui.practice.ids import WorkerId, under
from oversight_tui.practice.limit_words import by_said, limit_said, none_asked_of_who_left, set_for
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.said import said_of_children
from oversight_tui.practice.sight.caseloads import load_of
from oversight_tui.practice.sight.rows import ChildFigureRow, EntryFigureRow, FigureRow, WorkerFigureRow
from oversight_tui.practice.sight.seen import VisitDays
from oversight_tui.practice.sight.values import FigureKey
from oversight_tui.practice.sight.waiting import WAITING
from oversight_tui.practice.supervision import supervision_clock
from oversight_tui.practice.timescales.visits import LAST_SEEN
from oversight_tui.words.closings import closed_words
from oversight_tui.words.dates import count, past_day, short_day


class Counted(Struct, frozen=True):
    """What a number counts, as facts: workers, children or open things, and who and what these are about. `held` are
    all children of the workers; `absences` and `dates` are theirs.
    """

    workers: Sequence[Worker] = ()
    children: Sequence[Child] = ()
    items: Sequence[OpenItem] = ()
    about: Sequence[Child] = ()
    holders: Sequence[Worker] = ()
    held: Sequence[Child] = ()
    absences: Sequence[Absence] = ()
    dates: Sequence[ChildDate] = ()


def opened(key: FigureKey, counted: Counted, policy: Policy, today: date) -> tuple[FigureRow, ...]:
    """A row for each thing counted, as many as the number says. Workers are by name and in no other order; children
    stand as they were counted, and entries by their day.
    """
    rows = _Rows(key, counted, policy, today)
    return (*rows.workers(), *rows.children(), *rows.entries())


class _Rows:
    def __init__(self, key: FigureKey, counted: Counted, policy: Policy, today: date) -> None:
        self._key, self._counted, self._policy, self._today = key, counted, policy, today
        self._people = {one.id: one for one in (*counted.holders, *counted.workers)}
        self._visits = VisitDays(said_of_children(counted.dates, today), policy)
        self._absences: dict[WorkerId, list[Absence]] = defaultdict(list)
        for absence in counted.absences:
            self._absences[absence.worker_id].append(absence)

    def workers(self) -> Iterator[WorkerFigureRow]:
        """Workers by name."""
        held: dict[WorkerId | None, list[Child]] = defaultdict(list)
        for child in self._counted.held:
            held[child.worker_id].append(child)
        for worker in sorted(self._counted.workers, key=lambda one: (one.name, one.id)):
            last = worker.last_held
            days = max(0, (self._today - last).days) if last is not None else None
            children = held[worker.id]
            says = self._of_worker(worker, children)
            yield WorkerFigureRow(worker.id, worker.name, worker.team, len(children), days, says)

    def children(self) -> Iterator[ChildFigureRow]:
        """Children as they were counted."""
        for child in self._counted.children:
            clock = discussion_clock(child, self._policy, self._today)
            yield ChildFigureRow(
                *(child.id, child.reference, child.name, self._holder(child), clock.days_since),
                *(child.status, child.risk, self._of_child(child)),
            )

    def entries(self) -> Iterator[EntryFigureRow]:
        """Entries by the day they are due, then by the day they are of."""
        about = {child.id: child for child in self._counted.about}
        for item in sorted(
            self._counted.items, key=lambda one: (one.due_on or date.max, one.since or date.max, one.id)
        ):
            child = under(about, item.child_id)
            days = max(0, (self._today - item.since).days) if item.since is not None else None
            owner = under(self._people, item.owner_id) if item.kind == "action" else None
            yield EntryFigureRow(
                entry=item.id,
                kind=item.kind,
                child=item.child_id,
                reference=child.reference if child is not None else "",
                name=child.name if child is not None else None,
                worker=owner.name if owner is not None else self._holder(child),
                severity=item.severity,
                days=days,
                due=item.due_on,
                says=self._of_item(item),
            )

    def _holder(self, child: Child | None) -> str | None:
        worker = under(self._people, child.worker_id) if child is not None else None
        return worker.name if worker is not None else None

    def _of_worker(self, worker: Worker, children: Sequence[Child]) -> str:
        if self._key.startswith("supervised_"):
            return self._supervised(worker)
        if self._key == "away":
            return f"away since {short_day(away_since(self._absences[worker.id], self._today), self._today)}"
        load = load_of(worker, children, self._policy, self._today)
        hours = f"{worker.fte:g} FTE" if worker.fte is not None else "FTE not known"
        percent = f"{load.percent:.0f} % of a full caseload" if load.percent is not None else ""
        return ", ".join(filter(None, (worker.role or "", hours, percent)))

    def _supervised(self, worker: Worker) -> str:
        today = self._today
        if worker.leaves is not None and worker.has_left(today):
            return none_asked_of_who_left(worker.leaves, today)
        clock = supervision_clock(worker, self._absences[worker.id], self._policy, today)
        last = "no supervision recorded" if clock.last is None else _last("supervised", clock.last, today)
        limit = limit_said(clock.limit_by, today) if clock.limit_by is not None and clock.state != "paused" else ""
        return ", ".join(filter(None, (last, limit)))

    def _of_child(self, child: Child) -> str:
        if self._key in ("unallocated", *WAITING.values()):
            since = unallocated_since(child)
            return f"for {count((self._today - since).days, 'day')}" if since is not None else "since when is not known"
        if self._key.startswith("visits_"):
            return self._seen(child)
        if self._key == "closed":
            return closed_words(child.closed_on, self._today) if not child.open else "open again"
        clock = discussion_clock(child, self._policy, self._today)
        last = "no discussion recorded" if clock.last is None else _last("discussed", clock.last, self._today)
        limit = limit_said(clock.limit_by, self._today) if clock.limit_by is not None else ""
        return ", ".join(filter(None, (last, limit)))

    def _seen(self, child: Child) -> str:
        due = self._visits.due(child)
        last = _last("seen", child.last_seen, self._today) if child.last_seen is not None else LAST_SEEN.lower()
        if due is None:
            return f"{last}, visit interval not set" if child.last_seen is not None else "visit interval not set"
        return f"{last}, visit {by_said(due, self._today, lacking='')}"

    def _of_item(self, item: OpenItem) -> str:
        today = self._today
        carried = f"carried over {count(item.carried_over, 'time')}" if item.carried_over else ""
        if item.kind == "action":
            return ", ".join(filter(None, (set_for(item.due_on, today) if item.due_on else "no day set", carried)))
        if item.kind in ("worry", "decision_without_because"):
            review = set_for(item.due_on, today, "review", "review was due") if item.due_on else "no review date"
            severity = f"severity {item.severity}" if item.severity is not None else ""
            return ", ".join(filter(None, (severity, review)))
        return f"since {past_day(item.since, today)}" if item.since is not None else ""


def _last(done: str, day: date, today: date) -> str:
    return f"last {done} {past_day(day, today)}"
