"""Random authorities of two teams and people of none, and what the board of one of the teams is made of."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as st

from oversight_tui.practice.child_dates import ChildDate
from oversight_tui.practice.facts import Absence, Bucket, Child, OpenItem, OpenKind, TeamFacts, Worker
from oversight_tui.practice.ids import ChildId, EntryId, TeamId, WorkerId
from tests.practice.test_laws import RISKS, STATUSES, TODAY

NORTH, SOUTH = "North Team", "South Team"
TEAMS = (NORTH, SOUTH)
IDS = {NORTH: TeamId(1), SOUTH: TeamId(2)}
DAY = timedelta(days=1)
BUCKETS: tuple[Bucket | None, ...] = (None, "unallocated", "duty", "held_by_manager")
KINDS: tuple[OpenKind, ...] = (
    *("worry", "action", "decision_without_because", "decision_review", "discussion_not_on_file"),
    *("discussion_open", "escalation", "consultation", "import_conflict"),
)

past = st.dates(TODAY - 200 * DAY, TODAY)
perhaps_past = st.none() | past
near = st.dates(TODAY - 20 * DAY, TODAY + 20 * DAY)
homes = st.sampled_from((NORTH, SOUTH, None))


@st.composite
def workers(draw: st.DrawFn, number: int) -> Worker:
    """A worker, perhaps one who has left or is still to come."""
    return Worker(
        WorkerId(number),
        f"Worker {number}",
        team=draw(homes),
        fte=draw(st.sampled_from((None, 0.0, 0.5, 0.8, 1.0))),
        newly_qualified_from=draw(perhaps_past),
        agency=draw(st.sampled_from((None, True, False))),
        starts=draw(st.none() | st.dates(TODAY - 60 * DAY, TODAY + 5 * DAY)),
        leaves=draw(st.none() | st.dates(TODAY - 5 * DAY, TODAY + 5 * DAY)),
        seen_by=draw(past),
        last_held=draw(st.none() | st.dates(TODAY - 60 * DAY, TODAY)),
        cut_short_on=draw(st.none() | near),
    )


@st.composite
def children(draw: st.DrawFn, number: int, holders: int, lists_say_it: bool) -> Child:
    """A child with a worker, on a list of children without one, or of no team at all."""
    team = draw(homes)
    holder = draw(st.none() | st.integers(1, holders)) if holders else None
    seen = draw(perhaps_past) if team is not None else None
    return Child(
        ChildId(number),
        f"C-{number}",
        family=draw(st.sampled_from((None, "F-1", "F-2"))),
        team=team,
        worker_id=WorkerId(holder) if holder is not None else None,
        bucket=draw(st.sampled_from(BUCKETS)) if holder is None else None,
        status=draw(st.none() | st.sampled_from(STATUSES)),
        status_since=draw(perhaps_past),
        risk=draw(st.none() | st.sampled_from(RISKS)),
        allocated_since=draw(perhaps_past),
        last_seen=seen,
        last_seen_source="6" if lists_say_it and seen is not None else None,
        last_discussed=draw(perhaps_past),
        here_since=draw(past),
        came_on_a_list=draw(st.booleans()),
    )


@st.composite
def items(draw: st.DrawFn, number: int, of: tuple[Child, ...], people: tuple[Worker, ...]) -> OpenItem:
    """Something open about a child, which may be somebody else's than the child's worker's."""
    owner = draw(st.none() | st.sampled_from(people)) if people else None
    return OpenItem(
        EntryId(number),
        draw(st.sampled_from(KINDS)),
        "What it is",
        draw(past),
        child_id=draw(st.sampled_from(of)).id,
        due_on=draw(st.none() | near),
        who=owner.name if owner is not None else None,
        owner_id=owner.id if owner is not None else None,
        severity=draw(st.none() | st.integers(1, 5)),
        carried_over=draw(st.integers(0, 2)),
    )


@st.composite
def authorities(draw: st.DrawFn) -> TeamFacts:
    """The facts of a whole authority."""
    people = tuple(draw(workers(number)) for number in range(1, draw(st.integers(0, 4)) + 1))
    lists_say_it = draw(st.booleans())
    every = tuple(draw(children(number, len(people), lists_say_it)) for number in range(1, draw(st.integers(0, 6)) + 1))
    things = draw(st.integers(0, 6)) if every else 0
    decided = tuple(
        ChildDate(child.id, "visit_interval", None, draw(st.integers(5, 60)), draw(past))
        for child in every
        if draw(st.integers(0, 3)) == 0
    )
    away = tuple(Absence(one.id, "leave", draw(past), draw(st.none() | near)) for one in people if draw(st.booleans()))
    return TeamFacts(
        TEAMS,
        None,
        people,
        every,
        absences=away,
        child_dates=decided,
        open_items=tuple(draw(items(number, every, people)) for number in range(1, things + 1)),
        whole_authority=True,
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
