"""The brief of the morning: who is on duty, what is booked and who goes, what is due, who is back when."""

from datetime import date, timedelta

import pytest

from oversight_tui.practice.board import Board
from oversight_tui.practice.day import Day, WorkerDay, day_of
from oversight_tui.practice.day_told import Shown, as_lines, told
from oversight_tui.practice.facts import Absence, Bucket, Child, Cover, DutyTurn, OpenItem, Session, TeamFacts, Worker
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import DEFAULT

FRIDAY = date(2026, 11, 27)
DAY = timedelta(days=1)
AMIRA = Worker(WorkerId(1), "Amira Khan", team="North", last_held=FRIDAY)
BEN = Worker(WorkerId(2), "Ben Ortiz", team="North", last_held=FRIDAY)
ROSIE = Child(ChildId(7), "C-7", name="Rosie", team="North", worker_id=AMIRA.id, last_discussed=FRIDAY)


def visit(number: int, at: str | None, goes: Worker = AMIRA, on: date = FRIDAY) -> OpenItem:
    return OpenItem(
        EntryId(number),
        "booking",
        "",
        on,
        child_id=ROSIE.id,
        due_on=on,
        at=at,
        who=goes.name,
        owner_id=goes.id,
        which="visit",
        minutes=45,
        place="Her school",
    )


def board(*items: OpenItem, **others: object) -> Board:
    facts = TeamFacts(("North",), None, (AMIRA, BEN), (ROSIE,), open_items=items)
    return build_board(facts.__replace__(**others), DEFAULT, FRIDAY)  # type: ignore[arg-type]


def of(day: Day, worker: Worker) -> WorkerDay:
    return next(row for row in day.workers if row.worker_id == worker.id)


def urgent(shown: Board) -> list[str]:
    return [row.summary for row in shown.attention if row.kind == "booking" and row.tier == "urgent"]


def test_what_is_booked_today_stands_with_who_goes_in_the_order_of_the_day() -> None:
    session = OpenItem(
        EntryId(4), "session_planned", "", FRIDAY, None, AMIRA.id, FRIDAY, "11:00", session_kind="one_to_one"
    )
    other_day = visit(5, "09:00", on=FRIDAY + DAY)
    day = day_of(board(visit(1, "15:30"), visit(2, None), visit(3, "09:15"), session, other_day))
    assert [one.entry_id for one in of(day, AMIRA).appointments] == [3, 4, 1, 2]
    lines = [words for _, words in told(day, Shown({"C-7": "Rosie"}), FRIDAY)]
    assert "09:15 to 10:00 Visit C-7 Rosie, Her school" in lines
    assert "11:00 Supervision" in lines
    assert "No time: Visit C-7 Rosie, Her school" in lines
    assert "Ben Ortiz, nothing booked" in lines
    assert not any("Rosie" in words for _, words in told(day, Shown(), FRIDAY))


def test_what_somebody_who_is_away_was_to_go_to_is_urgent_until_somebody_has_it() -> None:
    ill = Absence(AMIRA.id, "sickness", FRIDAY, FRIDAY)
    shown = board(visit(1, "09:15"), visit(2, "15:30"), absences=(ill,))
    assert urgent(shown) == ["09:15 Visit: who goes?", "15:30 Visit: who goes?"]
    day = day_of(shown)
    assert [one.entry_id for one in day.to_go_to] == [1, 2]
    assert of(day, AMIRA).away
    assert of(day, AMIRA).back_on == FRIDAY + 3 * DAY
    given = board(visit(1, "09:15", BEN), visit(2, "15:30", BEN), absences=(ill,))
    assert urgent(given) == []
    assert len(of(day_of(given), BEN).appointments) == 2


def test_what_is_booked_today_stands_by_its_time_whoever_the_child_is() -> None:
    ill = Absence(AMIRA.id, "sickness", FRIDAY, FRIDAY)
    at_risk = ROSIE.__replace__(id=ChildId(9), reference="C-9", risk="very_high", status="protection_plan")
    late = visit(1, "15:30").__replace__(child_id=at_risk.id)
    shown = board(late, visit(2, "09:15"), visit(3, "11:00"), absences=(ill,), children=(ROSIE, at_risk))
    assert urgent(shown) == ["09:15 Visit: who goes?", "11:00 Visit: who goes?", "15:30 Visit: who goes?"]


def test_where_somebody_stands_in_it_is_said_and_is_not_urgent() -> None:
    ill = Absence(AMIRA.id, "sickness", FRIDAY, FRIDAY)
    cover = Cover(AMIRA.id, BEN.name, FRIDAY, FRIDAY)
    shown = board(visit(1, "09:15"), absences=(ill,), covers=(cover,))
    assert urgent(shown) == []
    assert [row.summary for row in shown.attention if row.kind == "booking"] == ["09:15 Visit: Ben Ortiz stands in"]
    assert day_of(shown).to_go_to == ()
    lines = [words for _, words in told(day_of(shown), Shown(), FRIDAY)]
    assert "Amira Khan, away, back Mon 30 Nov, Ben Ortiz stands in" in lines


@pytest.mark.parametrize(("at", "urgently"), [("08:31", True), ("08:30", False), ("10:00", False), ("09:59", True)])
def test_who_stands_in_and_has_something_else_then_goes_to_one_of_both(at: str, urgently: bool) -> None:
    ill, cover = Absence(AMIRA.id, "sickness", FRIDAY, FRIDAY), Cover(AMIRA.id, BEN.name, FRIDAY, FRIDAY)
    shown = board(visit(1, "09:15"), visit(2, at, BEN), absences=(ill,), covers=(cover,))
    says = ["09:15 Visit: Ben Ortiz stands in and is elsewhere then: who goes?"]
    assert urgent(shown) == (says if urgently else [])
    assert [one.entry_id for one in day_of(shown).to_go_to] == ([1] if urgently else [])
    lines = [words for _, words in told(day_of(shown), Shown(), FRIDAY)]
    assert any("Ben Ortiz stands in and is elsewhere then; who goes?" in line for line in lines) is urgently


def test_a_visit_of_which_nobody_has_said_what_became_is_late_and_no_meeting_is() -> None:
    yesterday = visit(1, "09:15", on=FRIDAY - DAY)
    meeting = yesterday.__replace__(id=EntryId(2), which="meeting")
    rows = [row for row in board(yesterday, meeting).attention if row.kind == "booking"]
    assert [(row.id, row.state, row.days_over, row.tier) for row in rows] == [(1, "overdue", 1, "in_order")]


def test_a_session_stands_with_who_supervises_too_and_stays_once_it_is_held() -> None:
    planned = OpenItem(EntryId(4), "session_planned", "", FRIDAY, None, AMIRA.id, FRIDAY, "11:00", owner=BEN.name)
    held = Session(EntryId(5), AMIRA.id, "one_to_one", "held", None, FRIDAY, None, 60, "ben ortiz", at="09:00")
    day = day_of(board(planned.__replace__(session_kind="one_to_one"), sessions_today=(held,)))
    lines = [words for _, words in told(day, Shown(), FRIDAY)]
    assert lines[lines.index("Amira Khan") :] == [
        "Amira Khan",
        "09:00 to 10:00 Supervision, held",
        "11:00 Supervision",
        "Ben Ortiz",
        "09:00 to 10:00 Supervision with Amira Khan, held",
        "11:00 Supervision with Amira Khan",
    ]
    assert day.booked == 2


def test_without_names_what_somebody_typed_is_left_out_and_the_kind_the_reference_and_the_time_stay() -> None:
    report = OpenItem(EntryId(2), "work_due", "Rosie's report", FRIDAY, ROSIE.id, due_on=FRIDAY, owner_id=AMIRA.id)
    meeting = visit(1, "09:15").__replace__(which="meeting", text="About Rosie Miller")
    lines = list(as_lines(day_of(board(meeting, report)), board(meeting, report), FRIDAY, hidden=True))
    assert "AK" in lines
    assert "  09:15 to 10:00 Meeting C-7" in lines
    assert "  Due C-7" in lines
    assert not any(word in line for line in lines for word in ("Rosie", "Miller", "school", "Amira", "Khan"))


def test_a_child_to_be_handed_over_that_day_stands_with_both() -> None:
    plan = OpenItem(EntryId(4), "handover_planned", "", FRIDAY, ROSIE.id, due_on=FRIDAY, owner_id=BEN.id)
    day = day_of(board(plan, plan.__replace__(id=EntryId(5), child_id=ChildId(8), due_on=FRIDAY + DAY)))
    for worker in (AMIRA, BEN):
        assert [(one.kind, one.child, one.with_worker) for one in of(day, worker).appointments] == [
            ("handover", "C-7", "Ben Ortiz")
        ]


def test_the_brief_of_another_day_speaks_of_that_day() -> None:
    ill = Absence(AMIRA.id, "sickness", FRIDAY, FRIDAY)
    day = day_of(board(visit(1, "09:15"), absences=(ill,)))
    assert "Nobody goes yet: 1 booking of today" in [words for _, words in told(day, Shown(), FRIDAY)]
    assert "Nobody goes yet: 1 booking of that day" in [words for _, words in told(day, Shown(), FRIDAY - DAY)]


def test_who_is_on_duty_today_and_this_week() -> None:
    turns = (
        DutyTurn(EntryId(1), BEN.id, FRIDAY - 4 * DAY, FRIDAY - 3 * DAY),
        DutyTurn(EntryId(2), AMIRA.id, FRIDAY - 2 * DAY, FRIDAY),
        DutyTurn(EntryId(3), BEN.id, FRIDAY + 3 * DAY, FRIDAY + 4 * DAY),
    )
    day = day_of(board(duty=turns))
    assert day.on_duty_today == ("Amira Khan",)
    assert [(turn.worker, turn.first) for turn in day.duty] == [
        ("Ben Ortiz", FRIDAY - 4 * DAY),
        ("Amira Khan", FRIDAY - 2 * DAY),
    ]
    assert (of(day, AMIRA).on_duty, of(day, BEN).on_duty) == (True, False)


def test_three_counts_and_never_one_of_children_without_a_worker() -> None:
    buckets: tuple[Bucket | None, ...] = ("unallocated", None, "duty", "held_by_manager", "held_by_manager")
    waiting = tuple(
        ROSIE.__replace__(id=ChildId(20 + place), reference=f"C-{20 + place}", worker_id=None, bucket=bucket)
        for place, bucket in enumerate(buckets)
    )
    counts = board(children=waiting).counts
    assert (counts.unallocated, counts.waiting, counts.on_duty, counts.held_by_manager) == (5, 2, 1, 2)


def test_reports_of_today_and_those_that_are_late_are_due_and_none_of_tomorrow() -> None:
    report = OpenItem(
        EntryId(1), "work_due", "Report", FRIDAY, ROSIE.id, due_on=FRIDAY, who=AMIRA.name, owner_id=AMIRA.id
    )
    late = report.__replace__(id=EntryId(2), due_on=FRIDAY - 2 * DAY)
    to_come = report.__replace__(id=EntryId(3), due_on=FRIDAY + DAY)
    shown = board(report, late, to_come)
    assert [one.entry_id for one in of(day_of(shown), AMIRA).due] == [1, 2]
    assert {row.id: row.state for row in shown.attention if row.kind == "work_due"} == {1: "due", 2: "overdue"}


def test_what_was_given_to_somebody_is_on_both_their_lists() -> None:
    ill = Absence(AMIRA.id, "sickness", FRIDAY, FRIDAY)
    left = visit(1, "09:15", BEN, on=FRIDAY - DAY)
    due = OpenItem(EntryId(2), "work_due", "Report", FRIDAY, ROSIE.id, due_on=FRIDAY, who=BEN.name, owner_id=BEN.id)
    shown = board(left, due, absences=(ill,))
    for worker in (AMIRA, BEN):
        theirs = [row.id for row in shown.attention_of_worker(worker.id) if row.kind in ("booking", "work_due")]
        assert sorted(theirs, key=str) == [1, 2], worker.name
