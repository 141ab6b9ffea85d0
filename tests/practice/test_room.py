"""Before a child is given to somebody it is seen who has room, and whose brothers and sisters are where."""

from datetime import date, timedelta

from oversight_tui.practice.facts import Absence, Child, OpenItem, TeamFacts, Worker
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import DEFAULT
from oversight_tui.practice.room import Room, room_for

TODAY = date(2026, 11, 27)
AMIRA = Worker(WorkerId(1), "Amira Khan", team="North", fte=1.0)
BEN = Worker(WorkerId(2), "Ben Ortiz", team="North", fte=0.5, newly_qualified_from=TODAY - timedelta(days=90))
CARL = Worker(WorkerId(3), "Carl Obi", team="North", fte=1.0, leaves=TODAY + timedelta(days=20))
DORA = Worker(WorkerId(4), "Dora Pym", team="North")
GONE = Worker(WorkerId(5), "Gwen Roe", team="North", leaves=TODAY - timedelta(days=1))
WAITS = Child(ChildId(99), "C-99", team="North", bucket="unallocated", family="Reed")


def held(worker: Worker, number: int) -> list[Child]:
    first = worker.id * 100
    return [Child(ChildId(first + one), f"C-{first + one}", team="North", worker_id=worker.id) for one in range(number)]


def rooms(children: list[Child], **others: object) -> dict[str, Room]:
    facts = TeamFacts(("North",), None, (AMIRA, BEN, CARL, DORA, GONE), (WAITS, *children))
    board = build_board(facts.__replace__(**others), DEFAULT, TODAY)  # type: ignore[arg-type]
    return {one.name: one for one in room_for(board, [WAITS.id], DEFAULT)}


def test_each_worker_stands_with_what_they_carry_and_those_with_room_come_first() -> None:
    children = [*held(AMIRA, 18), *held(BEN, 4), *held(CARL, 9), *held(DORA, 2)]
    found = rooms(children)
    assert list(found) == ["Ben Ortiz", "Carl Obi", "Amira Khan", "Dora Pym"]
    assert [(one.children, one.percent) for one in found.values()][1:3] == [(9, 50), (18, 100)]
    ben = found["Ben Ortiz"]
    assert (ben.protected_percent, round(ben.percent or 0)) == (90, 49)  # 4 of 18 x 0.5 x 0.9
    assert (found["Carl Obi"].leaves, found["Dora Pym"].percent) == (CARL.leaves, None)


def test_who_is_away_comes_after_who_is_here_and_who_holds_a_sister_first_of_all() -> None:
    sister = Child(ChildId(98), "C-98", team="North", worker_id=AMIRA.id, family="Reed")
    ill = Absence(BEN.id, "sickness", TODAY, TODAY + timedelta(days=5))
    found = rooms([sister, *held(AMIRA, 17), *held(CARL, 9)], absences=(ill,))
    assert list(found) == ["Amira Khan", "Carl Obi", "Dora Pym", "Ben Ortiz"]
    assert found["Amira Khan"].siblings == ("C-98",)
    assert (found["Ben Ortiz"].away, found["Ben Ortiz"].away_until) == (True, ill.last_day)


def test_a_handover_to_come_is_seen_with_who_is_to_have_the_child() -> None:
    plan = OpenItem(
        EntryId(1), "handover_planned", "", TODAY, ChildId(100), due_on=TODAY + timedelta(days=3), owner_id=CARL.id
    )
    found = rooms(held(AMIRA, 1), open_items=(plan,))
    assert (found["Carl Obi"].to_come, found["Amira Khan"].to_come) == (1, 0)
