"""What waits for somebody: as what it stands on the list, for whom, and from which day."""

from datetime import date, timedelta

import pytest

from oversight_tui.practice.facts import Manager, OpenItem, SessionKind, Unwritten, Worker
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from tests.practice.test_boundaries import AMIRA, CHILD, DAY, FRIDAY, LONG_AGO, NINE, TEAM, board, line


def reasonless(review_on: date | None) -> OpenItem:
    """A decision about the child that has no reason, with the day of its review."""
    return OpenItem(NINE, "decision_without_because", "Visit", FRIDAY, child_id=CHILD.id, due_on=review_on)


@pytest.mark.parametrize(
    ("days_to_review", "kind", "state", "over"),
    [
        (None, "decision_without_because", "open", None),
        (1, "decision_without_because", "open", None),
        (0, "review", "due", None),
        (-1, "review", "overdue", 1),
        (-14, "review", "overdue", 14),
    ],
)
def test_a_decision_without_a_reason_is_its_review_once_that_is_due(
    days_to_review: int | None, kind: str, state: str, over: int | None
) -> None:
    review_on = FRIDAY + days_to_review * DAY if days_to_review is not None else None
    shown = board(FRIDAY, reasonless(review_on))
    (row,) = [one for one in shown.attention if one.id == NINE]
    assert (row.kind, row.state, row.days_over) == (kind, state, over)
    assert row.due_on == (review_on if kind == "review" else None)
    assert "no reason recorded" in [one.factor for one in row.because]
    assert shown.lacks_reason(NINE)


def test_a_missing_reason_lifts_a_late_review_and_never_lowers_it() -> None:
    late = FRIDAY - timedelta(days=14)
    without, reasoned = board(FRIDAY, reasonless(late)), board(FRIDAY, _with_reason(late))
    assert without.attention[0].score > reasoned.attention[0].score
    assert line(without, "review") == line(reasoned, "review") == ("overdue", 14)
    assert not reasoned.lacks_reason(NINE)


def _with_reason(review_on: date) -> OpenItem:
    return OpenItem(NINE, "decision_review", "Visit", FRIDAY, child_id=CHILD.id, due_on=review_on)


# --- Sessions that are to have a new date -----------------------------------------------------------

TUESDAY = date(2026, 11, 10)  # planned for then, and cancelled


@pytest.mark.parametrize(
    ("planned_for", "kind", "today", "asks"),
    [
        (None, "one_to_one", FRIDAY, True),
        (TUESDAY, "one_to_one", TUESDAY, True),  # of the same day: not a later one
        (TUESDAY + DAY, "one_to_one", TUESDAY, False),
        (TUESDAY + DAY, "one_to_one", TUESDAY + DAY, False),  # still to come on its day
        (TUESDAY + DAY, "one_to_one", TUESDAY + 2 * DAY, True),  # its day passed and nothing is said of it
        (FRIDAY + 7 * DAY, "one_to_one", FRIDAY, False),
        (FRIDAY + 7 * DAY, "group", FRIDAY, True),  # of another series
    ],
)
def test_a_session_whose_day_has_passed_unrecorded_is_nobodys_new_date(
    planned_for: date | None, kind: SessionKind, today: date, asks: bool
) -> None:
    cancelled = OpenItem(
        NINE, "session_not_rebooked", "Court", TUESDAY, None, AMIRA.id, TUESDAY, session_kind="one_to_one"
    )
    plan = OpenItem(EntryId(8), "session_planned", "", today, None, AMIRA.id, planned_for, session_kind=kind)
    new = AMIRA.__replace__(last_held=None)
    shown = board(today, cancelled, *((plan,) if planned_for else ()), worker=new)
    assert (line(shown, "session_not_rebooked") is not None) is asks


# --- Whose an action is -----------------------------------------------------------------------------

BO = Worker(WorkerId(2), "Bo Ek", team=TEAM, last_held=FRIDAY, seen_by=LONG_AGO)
SAM = Worker(WorkerId(3), "Sam Manager", last_held=FRIDAY, seen_by=LONG_AGO)
LATE = OpenItem(NINE, "action", "Ring school", FRIDAY - 9 * DAY, child_id=CHILD.id, due_on=FRIDAY - DAY)
UNKNOWN = WorkerId(77)


@pytest.mark.parametrize(
    ("who", "owner_id", "late_for"),
    [
        ("Bo Ek", BO.id, "Bo Ek"),
        ("Bo Ek", None, "Bo Ek"),
        ("BO  ÉK", None, "Amira Khan"),  # another name, as far as anybody knows
        ("bo ek", None, "Bo Ek"),
        ("Bo Marriedname", BO.id, "Bo Ek"),  # who she is, whatever she was called
        ("Amira Khan", AMIRA.id, "Amira Khan"),
        ("the school", None, "Amira Khan"),
        (None, None, "Amira Khan"),
        ("Of another team", UNKNOWN, "Amira Khan"),
        ("me", None, "Sam Manager"),
        ("Myself", None, "Sam Manager"),
        ("I", None, "Sam Manager"),
        ("Sam Manager", None, "Sam Manager"),
    ],
)
def test_an_action_is_late_for_its_owner_and_else_for_the_childs_worker(
    who: str | None, owner_id: WorkerId | None, late_for: str
) -> None:
    item = LATE.__replace__(who=who, owner_id=owner_id)
    manager = Manager("Sam Manager", True, SAM)
    shown = board(FRIDAY, item, workers=(AMIRA, BO), manager=manager)
    assert {row.worker.name: row.actions_overdue for row in shown.everybody} == {
        name: int(name == late_for) for name in ("Amira Khan", "Bo Ek", "Sam Manager")
    }
    (row,) = [one for one in shown.attention if one.kind == "action"]
    assert (row.worker, row.child) == (late_for, "C-7")
    assert shown.children[0].actions_overdue == 1  # the child's page and line show it always


def test_an_action_of_a_manager_who_is_no_worker_here_is_nobody_elses() -> None:
    shown = board(FRIDAY, LATE.__replace__(who="me"), workers=(AMIRA, BO), manager=Manager("Sam Manager", True))
    assert [row.actions_overdue for row in shown.workers] == [0, 0]
    (row,) = [one for one in shown.attention if one.kind == "action"]
    assert (row.worker, row.child) == (None, "C-7")


def test_two_workers_of_one_name_own_nothing_by_it() -> None:
    namesake = BO.__replace__(id=WorkerId(9))
    shown = board(FRIDAY, LATE.__replace__(who="Bo Ek"), workers=(AMIRA, BO, namesake))
    assert {row.worker.id: row.actions_overdue for row in shown.workers} == {AMIRA.id: 1, BO.id: 0, namesake.id: 0}


# --- Discussed, nothing written ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "state", "over"), [(0, "open", None), (3, "open", None), (4, "due", None), (5, "overdue", 1)]
)
def test_what_was_talked_about_and_not_written_is_one_line_for_each_session(
    days: int, state: str, over: int | None
) -> None:
    listed = [Unwritten(NINE, ChildId(number), f"C-{number}", AMIRA.id, FRIDAY) for number in (9, 8, 7)]
    older = Unwritten(EntryId(4), ChildId(7), "C-7", AMIRA.id, FRIDAY - DAY)
    shown = board(FRIDAY + days * DAY, unwritten=(*listed, older))  # two working days, over a weekend
    first, second = [one for one in shown.attention if one.kind == "to_write_up"]
    assert (second.id, second.state, second.days_over, second.count) == (NINE, state, over, 3)
    assert (second.worker, second.child) == ("Amira Khan", None)
    assert second.summary == "3 children of 20 Nov with nothing written: C-7, C-8, C-9"
    assert (first.id, first.count) == (EntryId(4), 1)


def test_sessions_of_long_ago_with_nothing_written_are_one_line_for_each_worker() -> None:
    """The oldest, which is written up first; a session of the last four weeks has a line of its own."""
    days_ago = (1, 28, 29, 60, 200)
    listed = [
        Unwritten(EntryId(90 + number), ChildId(7), "C-7", AMIRA.id, FRIDAY - days * DAY)
        for number, days in enumerate(days_ago)
    ]
    found = [one for one in board(FRIDAY, unwritten=tuple(listed)).attention if one.kind == "to_write_up"]
    assert {one.id for one in found} == {90, 91, 94}
    (oldest,) = [one for one in found if one.id == 94]
    assert oldest.summary.endswith("; then 2 more sessions of long ago")
