"""A random history of a small team: what its manager types over some months, day by day.

It knows what can be typed on a day and nothing of what follows from it. The same seed gives the same history.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from tests.oracle import about_children, by_list, of_the_team, put_right
from tests.oracle.manager import Manager
from tests.oracle.typed import CaseloadImported, ChildAdded, ListRow, Typed, Undone, What, WorkerAdded

# Days on which the clocks of a history begin: before 29 February, Easter and Christmas, at ends of months.
FIRST_DAYS = (
    date(2024, 1, 29),
    date(2023, 11, 30),
    date(2025, 3, 14),
    date(2027, 12, 1),
    date(2028, 1, 31),
    date(2026, 7, 31),
    date(2024, 2, 29),
    date(2028, 2, 20),
)
NAMES = ("Ann Bell", "Bo Carr", "Cass Dunn", "Dee Frost")

Thing = Callable[[Manager], What | None]

OFTEN, NOW_AND_THEN, SELDOM = 6, 3, 1
THINGS: dict[Thing, int] = {
    of_the_team.held: 2 * OFTEN,
    about_children.talk: 2 * OFTEN,
    about_children.handed: OFTEN,
    about_children.rated: OFTEN,
    about_children.opened: NOW_AND_THEN,
    of_the_team.planned: OFTEN,
    of_the_team.cancelled: NOW_AND_THEN,
    of_the_team.moved: OFTEN,
    of_the_team.session_talk: NOW_AND_THEN,
    about_children.talk_asked: NOW_AND_THEN,
    about_children.filed: NOW_AND_THEN,
    of_the_team.away: 2 * OFTEN,
    of_the_team.back: 2 * OFTEN,
    of_the_team.covered: 3 * OFTEN,
    about_children.worry_raised: OFTEN,
    about_children.worry_reviewed: NOW_AND_THEN,
    about_children.worry_closed: NOW_AND_THEN,
    about_children.action_added: OFTEN,
    about_children.action_ended: NOW_AND_THEN,
    about_children.action_carried: NOW_AND_THEN,
    about_children.decided: OFTEN,
    about_children.reasoned: NOW_AND_THEN,
    about_children.reviewed: NOW_AND_THEN,
    about_children.escalated: NOW_AND_THEN,
    about_children.answered: NOW_AND_THEN,
    about_children.consulted: NOW_AND_THEN,
    about_children.heard: NOW_AND_THEN,
    about_children.moment: OFTEN,
    about_children.seen: NOW_AND_THEN,
    of_the_team.rule: NOW_AND_THEN,
    of_the_team.leaving: SELDOM,
    about_children.child_added: SELDOM,
    by_list.list_imported: OFTEN,
    put_right.day_corrected: 2 * OFTEN,
    put_right.child_corrected: NOW_AND_THEN,
    put_right.withdrawn: 2 * OFTEN,
    put_right.undone: 2 * OFTEN,
    put_right.redone: 4 * OFTEN,
}


@dataclass(frozen=True)
class History:
    """What was typed; the first `begun` things came by a roster and a list, before anything by hand."""

    begun: int
    typed: tuple[Typed, ...]

    @property
    def last_day(self) -> date:
        """The day on which the last thing was typed."""
        return self.typed[-1].day


def random_history(seed: int) -> History:
    """A history of two to four workers and four to twelve children over one to eight months."""
    manager = Manager(seed, FIRST_DAYS[seed % len(FIRST_DAYS)])
    _begin(manager, listed=seed // len(FIRST_DAYS) % 2 == 1)
    begun = manager.begun = len(manager.typed)
    for number in range(manager.chance.randint(0 if begun > len(NAMES) else 4, 6)):
        manager.types(ChildAdded(f"H{number + 1}", manager.worker() if manager.maybe(0.85) else None))
    for _ in range(manager.chance.randint(25, 60)):
        if manager.maybe(0.6):
            manager.day += timedelta(days=manager.chance.choice((1, 1, 2, 3, 5, 7, 11)))
        thing = manager.chance.choices(list(THINGS), list(THINGS.values()))[0]
        if isinstance(manager.typed[-1].what, Undone) and manager.maybe(0.3):
            thing = put_right.redone
        what = thing(manager)
        if what is not None:
            manager.types(what)
    return History(begun, tuple(manager.typed))


def _begin(manager: Manager, *, listed: bool) -> None:
    """Two to four workers by a roster and perhaps six children by a list, the same for all that begin on this day."""
    day = manager.day
    number = 2 + day.day % 3
    for place, name in enumerate(NAMES[:number]):
        starts = day - timedelta(days=(0, 3, 40, 12)[place])
        manager.types(WorkerAdded(name, starts, starts if place == 1 else None))
    shows = day - timedelta(days=day.day % 3)
    if listed:
        rows = (
            ListRow(
                f"{500 + place}",
                NAMES[place % number] if place != 4 else None,
                by_list.STATUSES[place % len(by_list.STATUSES)],
                shows - timedelta(days=7 * place) if place != 3 else None,
            )
            for place in range(6)
        )
        manager.types(CaseloadImported(tuple(rows), shows))
