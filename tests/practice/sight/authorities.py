"""Random authorities of two teams and people of none, and what the board of one of the teams is made of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from oversight_tui.practice.child_dates import ChildDate
from oversight_tui.practice.facts import Absence, Bucket, Child, OpenItem, OpenKind, TeamFacts, Worker
from oversight_tui.practice.ids import ChildId, EntryId, TeamId, WorkerId
from tests.practice.test_laws import RISKS, STATUSES, TODAY

NORTH, SOUTH = "North Team", "South Team"
TEAMS = (NORTH, SOUTH)
IDS = {NORTH: TeamId(1), SOUTH: TeamId(2)}
DAY = timedelta(days=1)
Value = TypeVar("Value")
BUCKETS: tuple[Bucket | None, ...] = (None, "unallocated", "duty", "held_by_manager")
KINDS: tuple[OpenKind, ...] = (
    *("worry", "action", "decision_without_because", "decision_review", "discussion_not_on_file"),
    *("discussion_open", "escalation", "consultation", "import_conflict"),
)


class Chance:
    """Choices that are the same whenever the same number begins them."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self.one_of = self._random.choice

    def perhaps(self, value: Value) -> Value | None:
        """The value, or nothing."""
        return value if self._random.random() < 0.6 else None

    def rarely(self, value: Value) -> Value | None:
        """The value, now and then."""
        return value if self._random.random() < 0.15 else None

    def day(self, most_back: int, most_ahead: int = 0) -> date:
        """A day around today."""
        return TODAY + self._random.randint(-most_back, most_ahead) * DAY

    def monday(self, most_back: int) -> date:
        """One of a few days, so that many share one."""
        return TODAY - self._random.randint(0, most_back // 7) * 7 * DAY


def authority(seed: int) -> TeamFacts:
    """The facts of a whole authority."""
    chance = Chance(seed)
    people = tuple(_worker(chance, number) for number in range(1, 11))
    lists_say_it = chance.one_of((True, False))
    every = tuple(_child(chance, number, people, lists_say_it) for number in range(1, 81))
    items = tuple(_item(chance, number, every, people) for number in range(1, 81))
    decided = (
        ChildDate(one.id, "visit_interval", None, chance.one_of((5, 20, 60)), chance.day(100)) for one in every[::7]
    )
    away = (Absence(one.id, "leave", chance.day(60), chance.perhaps(chance.day(20, 20))) for one in people[::2])
    return TeamFacts(
        TEAMS,
        None,
        people,
        every,
        absences=tuple(away),
        child_dates=tuple(decided),
        open_items=items,
        whole_authority=True,
    )


def _worker(chance: Chance, number: int) -> Worker:
    """A worker, perhaps one who has left or is still to come."""
    return Worker(
        WorkerId(number),
        f"Worker {number:02}",
        team=chance.one_of((NORTH, SOUTH, NORTH, SOUTH, None)),
        fte=chance.one_of((None, 0.0, 0.5, 0.8, 1.0)),
        newly_qualified_from=chance.perhaps(chance.day(500)),
        agency=chance.one_of((None, True, False)),
        starts=chance.perhaps(chance.day(60, 5)),
        leaves=chance.rarely(chance.day(5, 5)),
        seen_by=chance.day(200),
        last_held=chance.perhaps(chance.day(60)),
        cut_short_on=chance.rarely(chance.day(20)),
    )


def _child(chance: Chance, number: int, people: Sequence[Worker], lists_say_it: bool) -> Child:
    """A child with a worker, on a list of children without one, or of no team at all."""
    team = chance.one_of((NORTH, SOUTH, NORTH, SOUTH, None))
    holder = chance.perhaps(chance.one_of(people).id)
    seen = chance.perhaps(chance.monday(35)) if team is not None and lists_say_it else None
    return Child(
        ChildId(number),
        f"C-{number}",
        family=chance.one_of((None, "F-1", "F-2")),
        team=team,
        worker_id=holder,
        bucket=chance.one_of(BUCKETS) if holder is None else None,
        status=chance.perhaps(chance.one_of(STATUSES)),
        status_since=chance.perhaps(chance.day(200)),
        risk=chance.perhaps(chance.one_of(RISKS)),
        allocated_since=chance.perhaps(chance.day(200)),
        last_seen=seen,
        last_seen_source="6" if seen is not None else None,
        last_discussed=chance.perhaps(chance.monday(100)),
        here_since=chance.day(200),
        came_on_a_list=chance.one_of((True, False)),
    )


def _item(chance: Chance, number: int, of: Sequence[Child], people: Sequence[Worker]) -> OpenItem:
    """Something open about a child, which may be somebody else's than the child's worker's."""
    owner = chance.perhaps(chance.one_of(people))
    return OpenItem(
        EntryId(number),
        chance.one_of(KINDS),
        "What it is",
        chance.day(100),
        child_id=chance.one_of(of).id,
        due_on=chance.perhaps(chance.day(20, 20)),
        who=owner.name if owner is not None else None,
        owner_id=owner.id if owner is not None else None,
        severity=chance.perhaps(chance.one_of((1, 2, 3, 4, 5))),
        carried_over=chance.one_of((0, 1, 2)),
    )


def belongs(child: Child, team: str | None, facts: TeamFacts) -> bool:
    """Whether a child is this team's: by the list, or by the worker who holds them."""
    home = next((one.team for one in facts.workers if one.id == child.worker_id), None)
    return (child.team or home) == team


def facts_of(team: str, facts: TeamFacts) -> TeamFacts:
    """What the board of one team is made of: its children and those of no team whom nobody of another team holds, its
    workers and who holds one of them, what is open about these, and its workers' actions about others.
    """
    homes_of = {one.id: one.team for one in facts.workers}
    shown = tuple(
        child
        for child in facts.children
        if child.team == team or (child.team is None and homes_of.get(child.worker_id or WorkerId(0)) in (team, None))
    )
    ids, holders = {child.id for child in shown}, {child.worker_id for child in shown}
    people = tuple(one for one in facts.workers if one.team == team or one.id in holders)
    own = {one.id for one in people}
    elsewhere = [
        item for item in facts.open_items if item.child_id not in ids and item.kind == "action" and item.owner_id in own
    ]
    return facts.__replace__(
        teams=(team,),
        workers=people,
        children=shown,
        absences=tuple(one for one in facts.absences if one.worker_id in own),
        child_dates=tuple(one for one in facts.child_dates if one.child_id in ids),
        open_items=(*(item for item in facts.open_items if item.child_id in ids), *elsewhere),
        named=tuple(one for one in facts.workers if one.id not in own),
        children_elsewhere=tuple(
            child for child in facts.children if child.id in {item.child_id for item in elsewhere}
        ),
        whole_authority=False,
    )
