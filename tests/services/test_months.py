"""The months that are over: each is worked out once, kept, and let go as soon as something of it is told otherwise."""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from db import derived, open_store, writes
from db.engine import Store
from db.errors import StoreError
from db.queries.months import KeptMonth, kept_months
from db.queries.ownership import Unit
from oversight_tui import clock
from oversight_tui.cli import main
from oversight_tui.practice.ids import AboutWorker, TeamId
from oversight_tui.practice.requests import (
    AbsenceRequest,
    AddChild,
    CancelSession,
    DiscussionRequest,
    HandOver,
    HoldSession,
    NameChild,
    PlanSession,
    Redo,
    Request,
    Undo,
    WorryRequest,
)
from oversight_tui.practice.sight.months import MonthFigures, month_ends
from oversight_tui.services import record
from oversight_tui.services.identity import choose
from oversight_tui.services.policy import import_policy
from oversight_tui.services.sight import load_sight
from oversight_tui.services.sight.months import faults, months_of, work_out_months
from tests.engines.past_the_program import past_the_program
from tests.made_once import AMIRA, BEN, C1, C2, C5

NORTH = TeamId(1)
# The team's only list is of 1 September: September and October are over.
TODAY, SEPTEMBER, OCTOBER = date(2026, 11, 23), date(2026, 9, 30), date(2026, 10, 31)


def kept(store: Store) -> list[KeptMonth]:
    with store.reading():
        return kept_months(store, None, date.min, date.max)


def days_kept(store: Store) -> list[date]:
    return [one.last_day for one in kept(store)]


def month(store: Store, last_day: date) -> MonthFigures:
    return next(one for one in work_out_months(store, None, TODAY)[NORTH] if one.last_day == last_day)


def records(store: Store, request: Request) -> None:
    record.record(store, request, TODAY)


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 11, 29), date(2025, 10, 31), date(2026, 10, 31)),
        (date(2026, 11, 30), date(2025, 10, 31), date(2026, 10, 31)),  # over only when its last day is
        (date(2026, 12, 1), date(2025, 11, 30), date(2026, 11, 30)),
        (date(2024, 3, 1), date(2023, 2, 28), date(2024, 2, 29)),
    ],
)
def test_thirteen_months_that_are_over_are_asked_for(today: date, first: date, last: date) -> None:
    days = list(month_ends(today))
    assert (len(days), days[0], days[-1]) == (13, first, last)


def test_months_are_worked_out_once_and_then_read(team: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert months_of(team, None, TODAY) == {}
    told: list[tuple[int, int]] = []
    months = work_out_months(team, None, TODAY, lambda done, of: told.append((done, of)))
    assert [one.last_day for one in months[NORTH]] == [SEPTEMBER, OCTOBER]
    assert told == [(0, 2), (1, 2), (2, 2)]
    monkeypatch.setattr("oversight_tui.services.sight.months.as_it_stood", None)  # nothing is asked of the past again
    assert work_out_months(team, None, TODAY) == months_of(team, [NORTH], TODAY) == months
    (sight,) = load_sight(team, TODAY).teams
    assert sight.months == months[NORTH]


def test_a_month_says_what_was_true_at_its_end(team: Store) -> None:
    records(team, DiscussionRequest((C1,), "A talk", date(2026, 9, 20), one_family=False))
    records(team, WorryRequest(C2, "A worry", date(2026, 10, 9), review_on=date(2026, 10, 20)))
    records(team, HoldSession(AMIRA, date(2026, 10, 14), minutes=60))
    september, october = month(team, SEPTEMBER), month(team, OCTOBER)
    assert (september.children, september.unallocated, september.workers) == (5, 1, 2)
    # C-1 is on a protection plan, and not rated: to be discussed within a month.
    assert (september.discussed, september.discussed_of, october.discussed) == (
        1,
        1,
        0,
    )  # the others' first limit is to come
    assert (september.worries_open, october.worries_open, october.worries_review_late) == (0, 1, 1)
    assert (september.supervised, october.supervised, october.supervised_of) == (0, 1, 2)
    assert (september.held, october.held) == (0, 1)
    assert (september.new, october.new) == (0, 0)  # those of the first list were there before


LATE = (
    DiscussionRequest((C1,), "A talk", date(2026, 10, 9), one_family=False),
    HandOver((C5,), AboutWorker(BEN), date(2026, 10, 9)),
    AbsenceRequest(BEN, date(2026, 10, 9), date(2026, 10, 12), "sickness"),
    HoldSession(BEN, date(2026, 10, 9), minutes=60),
)


@pytest.mark.parametrize("request_", LATE, ids=lambda request: type(request).__name__)
def test_what_is_told_late_lets_go_the_months_since_and_undoing_it_does_too(team: Store, request_: Request) -> None:
    before = work_out_months(team, None, TODAY)
    records(team, request_)
    assert days_kept(team) == [SEPTEMBER]
    work_out_months(team, None, TODAY)
    records(team, Undo(yes=True))
    assert days_kept(team) == [SEPTEMBER]
    assert work_out_months(team, None, TODAY) == before


@pytest.mark.parametrize(
    "request_",
    [
        DiscussionRequest((C1,), "A talk", TODAY, one_family=False),
        PlanSession(AMIRA, date(2026, 12, 3)),
        AddChild("C-9", worker_id=AMIRA),
        NameChild(C1, "Sam Reed"),
    ],
    ids=lambda request: type(request).__name__,
)
def test_what_is_told_of_today_leaves_the_months_as_they_are(team: Store, request_: Request) -> None:
    work_out_months(team, None, TODAY)
    records(team, request_)
    assert days_kept(team) == [SEPTEMBER, OCTOBER]
    assert faults(team) == ()


def test_a_session_that_is_cancelled_weeks_later_counts_on_the_day_it_was_planned_for(team: Store) -> None:
    record.record(team, PlanSession(AMIRA, date(2026, 10, 30)), date(2026, 10, 1))
    assert month(team, OCTOBER).cancelled == 0
    with team.reading():
        (plan,) = team.row("SELECT entry_id FROM session_plan")
    records(team, CancelSession(plan, "Nobody came", TODAY))
    assert days_kept(team) == [SEPTEMBER]
    assert month(team, OCTOBER).cancelled == 1


def test_a_child_who_is_erased_was_in_no_month(team: Store) -> None:
    assert month(team, SEPTEMBER).children == 5
    writes.erase(team, [writes.ToErase(Unit("child", C2))], "Old", TODAY, TODAY, "Mary Okoro")
    assert kept(team) == []
    assert month(team, SEPTEMBER).children == 4


def test_months_before_anything_was_known_of_a_team_are_left_out(team: Store) -> None:
    assert work_out_months(team, None, date(2026, 8, 3)) == {}


def test_a_month_that_is_not_over_on_the_real_clock_is_not_kept(team: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 10, 31, 12, tzinfo=UTC))
    monkeypatch.setattr("oversight_tui.services.sight.months.now", clock.now)
    months = work_out_months(team, None, date(2027, 2, 3))
    assert [one.last_day.month for one in months[NORTH]] == [9, 10, 11, 12, 1]
    assert days_kept(team) == [SEPTEMBER]


def test_where_nothing_can_be_written_the_months_are_told_all_the_same(
    team: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses() -> None:
        raise StoreError("The store cannot be written to.")

    with monkeypatch.context() as patch:
        patch.setattr(team, "writing", refuses)
        assert len(work_out_months(team, None, TODAY)[NORTH]) == 2
    assert kept(team) == []


def test_a_month_of_which_something_is_told_while_it_is_worked_out_is_not_kept(team: Store) -> None:
    def meanwhile(done: int, of: int) -> None:
        if done == 0:
            records(team, DiscussionRequest((C1,), "A talk", date(2026, 10, 9), one_family=False))

    work_out_months(team, None, TODAY, meanwhile)
    assert days_kept(team) == [SEPTEMBER]
    assert faults(team) == ()


def test_who_the_manager_is_changes_every_month_for_the_manager_is_no_worker_of_the_team(team: Store) -> None:
    assert month(team, OCTOBER).workers == 2
    choose(team, "Ben Ortiz", None)
    assert month(team, OCTOBER).workers == 1


def test_another_manager_while_a_month_is_worked_out_is_seen(team: Store) -> None:
    def meanwhile(done: int, of: int) -> None:
        if done == 0:
            choose(team, "Ben Ortiz", None)

    work_out_months(team, None, TODAY, meanwhile)
    assert faults(team) == ()


def test_a_policy_that_is_undone_lets_go_the_months_it_held_for(team: Store, tmp_path: Path) -> None:
    numbers = tmp_path / "policy.toml"
    numbers.write_text('[child]\nmedium_ideal = "1 week"\nmedium_limit = "2 weeks"\n')
    import_policy(team, numbers, date(2026, 9, 10))
    work_out_months(team, None, TODAY)
    for again in (Undo(yes=True), Redo()):
        record.record(team, again, TODAY)
        assert faults(team) == ()
        work_out_months(team, None, TODAY)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        (lambda text: text.replace('"children":5', '"children":4'), "October 2026 for North Team is not what"),
        (lambda text: "{}", "is nothing that follows from records"),
    ],
)
def test_verify_finds_a_month_that_was_changed_past_the_program(
    team: Store,
    changed: Callable[[str], str],
    says: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OVERSIGHT_ANCHORS", str(tmp_path / "anchors"))  # other copies of the team were seen elsewhere
    work_out_months(team, None, TODAY)
    with team.reading():
        ((text,),) = team.rows("SELECT figures FROM team_month WHERE last_day = '2026-10-31'")
    with past_the_program(team) as does:
        does(f"UPDATE team_month SET figures = '{changed(text)}' WHERE last_day = '2026-10-31'")
    assert main(["verify", "--store", str(team.path)]) == 1
    assert says in capsys.readouterr().out


@pytest.mark.file_store("on a server nobody opens a store whose guards were taken away")
def test_where_a_guard_had_been_taken_away_the_months_are_worked_out_again(team: Store) -> None:
    work_out_months(team, None, TODAY)
    with past_the_program(team, guarded=True) as does:
        does("DROP TRIGGER worry_no_update")
    with closing(open_store(team.path)) as again:
        assert kept(again) == []


def test_rebuilding_lets_go_every_month(team: Store) -> None:
    work_out_months(team, None, TODAY)
    derived.rebuild(team)
    assert kept(team) == []
