"""Every line of the morning list the day before, on the day and the day after."""

from datetime import date, timedelta

import pytest

from oversight_tui.practice.board import AttentionRow, Board
from oversight_tui.practice.facts import Absence, Child, OpenItem, OpenKind, TeamFacts, Worker
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import DEFAULT

TEAM = "North Team"
DAY = timedelta(days=1)
FRIDAY = date(2026, 11, 20)
LONG_AGO = date(2025, 1, 1)
AMIRA = Worker(WorkerId(1), "Amira Khan", team=TEAM, last_held=FRIDAY, seen_by=LONG_AGO)
CHILD = Child(ChildId(7), "C-7", team=TEAM, worker_id=AMIRA.id, risk="low", last_discussed=FRIDAY, seen_by=LONG_AGO)
NINE = EntryId(9)


def board(today: date, *items: OpenItem, worker: Worker = AMIRA, child: Child = CHILD, **others: object) -> Board:
    facts = TeamFacts((TEAM,), None, (worker,), (child,), open_items=items)
    return build_board(facts.__replace__(**others), DEFAULT, today)  # type: ignore[arg-type]


def line(shown: Board, kind: str) -> tuple[str, int | None] | None:
    """(state, days over) of the only line of this kind, None where there is none."""
    found: list[AttentionRow] = [row for row in shown.attention if row.kind == kind]
    assert len(found) <= 1
    return (found[0].state, found[0].days_over) if found else None


# Each line's kind, what waits, its last day in time, and how it stands before that day (None: not on the list).
DATED = [
    ("worry", "worry", {"due_on": FRIDAY}, FRIDAY, "open"),
    ("action", "action", {"due_on": FRIDAY}, FRIDAY, None),
    ("review", "decision_review", {"due_on": FRIDAY}, FRIDAY, None),
    ("discussion_open", "discussion_open", {"due_on": FRIDAY}, FRIDAY, "open"),
    # Five days for an answer; a week to book again; two working days to put a talk on file, over a weekend.
    ("escalation", "escalation", {"since": FRIDAY - 5 * DAY}, FRIDAY, "open"),
    ("session_not_rebooked", "session_not_rebooked", {"since": FRIDAY - 7 * DAY}, FRIDAY, "open"),
    ("discussion_not_on_file", "discussion_not_on_file", {"since": FRIDAY}, date(2026, 11, 24), "open"),
    # A leap day and a month's end are days like any other.
    ("worry", "worry", {"due_on": date(2028, 2, 29)}, date(2028, 2, 29), "open"),
    ("action", "action", {"due_on": date(2026, 12, 31)}, date(2026, 12, 31), None),
]


@pytest.mark.parametrize(("kind", "waits", "values", "last_day", "before"), DATED)
def test_due_today_is_due_and_late_is_the_day_after(
    kind: str, waits: OpenKind, values: dict[str, date], last_day: date, before: str | None
) -> None:
    since, due_on = values.get("since", last_day - 30 * DAY), values.get("due_on")
    item = OpenItem(NINE, waits, "What it is", since, child_id=CHILD.id, due_on=due_on)
    expected = (before, None) if before else None
    assert line(board(last_day - DAY, item), kind) == expected
    assert line(board(last_day, item), kind) == ("due", None)
    assert line(board(last_day + DAY, item), kind) == ("overdue", 1)
    assert line(board(last_day + 7 * DAY, item), kind) == ("overdue", 7)


def test_of_a_planned_session_nothing_is_asked_until_its_day_has_passed() -> None:
    item = OpenItem(NINE, "session_planned", "", FRIDAY, worker_id=AMIRA.id, due_on=FRIDAY, session_kind="one_to_one")
    new = AMIRA.__replace__(last_held=None)
    assert line(board(FRIDAY, item, worker=new), "session_not_recorded") is None
    assert line(board(FRIDAY + DAY, item, worker=new), "session_not_recorded") == ("overdue", 1)
    for last_held, asked in ((FRIDAY - DAY, True), (FRIDAY, False), (FRIDAY + DAY, False)):
        shown = board(FRIDAY + 3 * DAY, item, worker=AMIRA.__replace__(last_held=last_held))
        assert (line(shown, "session_not_recorded") is not None) is asked
    group = item.__replace__(session_kind="group")
    shown = board(FRIDAY + 3 * DAY, group, worker=AMIRA.__replace__(last_held=FRIDAY + DAY))
    assert line(shown, "session_not_recorded") == ("overdue", 3)


@pytest.mark.parametrize("waits", ["worry", "action"])
def test_without_a_date_it_is_on_the_list_and_never_on_time(waits: OpenKind) -> None:
    shown = board(FRIDAY, OpenItem(NINE, waits, "What it is", FRIDAY, child_id=CHILD.id))
    assert line(shown, waits) == ("open", None)


def test_a_decision_without_because_is_on_the_list_from_its_day() -> None:
    item = OpenItem(NINE, "decision_without_because", "Visit", FRIDAY, child_id=CHILD.id)
    assert line(board(FRIDAY, item), "decision_without_because") == ("open", None)


@pytest.mark.parametrize(("days", "old"), [(7, False), (8, True)])
def test_data_is_old_after_seven_days(days: int, old: bool) -> None:
    shown = board(FRIDAY, data_as_at=FRIDAY - days * DAY)
    assert (line(shown, "stale_data") is not None) is old
    assert shown.data_as_at == FRIDAY - days * DAY


def test_children_are_uncovered_from_the_first_day_to_the_last() -> None:
    away = Absence(AMIRA.id, "sickness", FRIDAY - 2 * DAY, FRIDAY + 2 * DAY)
    days = range(-4, 5)
    uncovered = [n for n in days if line(board(FRIDAY + n * DAY, absences=(away,)), "uncovered")]
    assert uncovered, "nobody covers them"
    assert min(uncovered) >= -2
    assert max(uncovered) == 2


@pytest.mark.parametrize(("last", "on_list"), [(FRIDAY - DAY, True), (FRIDAY, False), (None, True)])
def test_a_transferred_child_waits_for_a_talk_with_the_new_worker(last: date | None, on_list: bool) -> None:
    moved = CHILD.__replace__(came_from_another_worker=True, allocated_since=FRIDAY, last_discussed=last)
    assert (line(board(FRIDAY, child=moved), "new_worker") is not None) is on_list


def test_a_child_missing_from_the_latest_list_is_still_in_the_caseload_and_on_the_list() -> None:
    shown = board(FRIDAY, child=CHILD.__replace__(missing_since=FRIDAY))
    assert line(shown, "not_in_latest_list") is not None
    assert shown.counts.children == 1


@pytest.mark.parametrize("held", [FRIDAY + DAY, FRIDAY + 400 * DAY])
def test_a_session_of_a_later_day_counts_no_days_below_nought(held: date) -> None:
    row = board(FRIDAY, worker=AMIRA.__replace__(last_held=held)).workers[0]
    assert (row.supervision.state, row.supervision.days_since) == ("in_time", 0)


def test_the_clock_change_moves_no_day() -> None:
    spring, autumn = date(2026, 3, 29), date(2026, 10, 25)
    for change in (spring, autumn):
        item = OpenItem(NINE, "worry", "What it is", change - 9 * DAY, child_id=CHILD.id, due_on=change)
        assert line(board(change, item), "worry") == ("due", None)
        assert line(board(change + DAY, item), "worry") == ("overdue", 1)
