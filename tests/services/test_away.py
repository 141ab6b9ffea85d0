"""Who is away, who stands in, who has left: from what was recorded to the morning list."""

from datetime import date

import pytest

from db.engine import Store
from oversight_tui.practice.board import Board
from oversight_tui.practice.ids import AboutChild, AboutWorker, WorkerId
from oversight_tui.practice.requests import (
    AbsenceRequest,
    ActionRequest,
    AddWorker,
    CancelSession,
    CoverRequest,
    DecisionRequest,
    EditWorker,
    EndAbsence,
    EscalationRequest,
    HandOver,
    HoldSession,
    KnownOfWorker,
    PersonalRequest,
    PlanSession,
)
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.files import child_page
from oversight_tui.services.record import RecordProblem
from tests.made_once import AMIRA, BEN, C1, C2

TODAY = date(2026, 10, 2)
MONDAY, FRIDAY = date(2026, 9, 28), date(2026, 10, 9)


def board(store: Store, today: date = TODAY) -> Board:
    return load_board(store, today, all_teams=True)


def away(store: Store, worker: WorkerId, first: date = MONDAY, last: date | None = FRIDAY) -> None:
    record.absence(store, AbsenceRequest(worker, first, last, "leave"), TODAY)


def uncovered(store: Store, today: date = TODAY) -> list[str | None]:
    """Whose children are uncovered; the children say the same, on the board and on their page."""
    shown = board(store, today)
    page = child_page(store, C1, today)
    assert page is not None
    assert page.row.uncovered == next(row.uncovered for row in shown.children if row.child.id == C1)
    return [row.worker for row in shown.attention if row.kind == "uncovered"]


def test_who_stands_in_and_is_away_too_leaves_the_children_on_a_line(team: Store) -> None:
    away(team, AMIRA)
    record.cover(team, CoverRequest(AMIRA, "Ben Ortiz", MONDAY, FRIDAY), TODAY)
    assert uncovered(team) == []
    away(team, BEN)
    assert uncovered(team) == ["Amira Khan", "Ben Ortiz"]


def test_who_stands_in_from_another_team_has_to_be_there_as_well(team: Store) -> None:
    """Nothing else of another team's worker is on this board."""
    other = record.add_worker(team, AddWorker("Di Evans"), TODAY)
    away(team, AMIRA)
    record.cover(team, CoverRequest(AMIRA, "Di Evans", MONDAY, None), TODAY)
    assert uncovered(team) == []
    away(team, WorkerId(other.id or 0))
    assert uncovered(team) == ["Amira Khan"]
    ours = load_board(team, TODAY, ["North Team"])
    assert "Di Evans" not in {row.worker.name for row in ours.workers}


def test_who_stands_in_and_has_left_covers_nobody(team: Store) -> None:
    record.hand_over(
        team, HandOver(tuple(row.child.id for row in board(team).children_with(BEN)), "duty", TODAY), TODAY
    )
    away(team, AMIRA)
    record.cover(team, CoverRequest(AMIRA, "Ben Ortiz", MONDAY, None), TODAY)
    record.edit_worker(team, EditWorker(BEN, KnownOfWorker(leaves=TODAY)), TODAY)
    assert uncovered(team) == []
    assert uncovered(team, date(2026, 10, 3)) == ["Amira Khan"]


def test_an_absence_that_lasts_longer_than_was_said_counts_whatever_was_held_meanwhile(team: Store) -> None:
    """Away to the 2nd, a session held on the 4th, then the absence goes on to the 20th."""
    away(team, AMIRA, MONDAY, date(2026, 10, 2))
    record.hold(team, HoldSession(AMIRA, date(2026, 10, 4)), date(2026, 10, 4))
    record.end_absence(team, EndAbsence(AMIRA, date(2026, 10, 20)), date(2026, 10, 2))
    today = date(2026, 10, 6)
    assert uncovered(team, today) == ["Amira Khan"]
    row = next(row for row in board(team, date(2026, 10, 21)).workers if row.worker.id == AMIRA)
    assert row.supervision.limit_by == date(2026, 11, 20)  # a month from the 4th, and sixteen days


@pytest.mark.parametrize("holds", ["children", "a planned session", "an action", "a supervisee", "nothing"])
def test_who_has_left_is_on_the_list_while_something_is_still_theirs(team: Store, holds: str) -> None:
    record.edit_worker(team, EditWorker(AMIRA, KnownOfWorker(team="North Team")), MONDAY)
    if holds != "children":
        mine = tuple(row.child.id for row in board(team).children_with(AMIRA))
        record.hand_over(team, HandOver(mine, "duty", TODAY), TODAY)
    if holds == "a planned session":
        record.plan(team, PlanSession(AMIRA, date(2026, 10, 30)), TODAY)
    elif holds == "an action":
        action = ActionRequest(AboutChild(C2), "Ring school", "Amira Khan", date(2026, 12, 1), TODAY)
        record.add_action(team, action, TODAY)
    elif holds == "a supervisee":
        record.edit_worker(team, EditWorker(BEN, KnownOfWorker(supervisor="Amira Khan")), TODAY)
    record.edit_worker(team, EditWorker(AMIRA, KnownOfWorker(leaves=date(2026, 10, 16))), TODAY)
    for today, state in ((date(2026, 10, 1), None), (TODAY, "open"), (date(2026, 10, 17), "overdue")):
        shown = board(team, today)
        lines = [row.state for row in shown.attention if row.kind == "leaver"]
        assert lines == ([] if holds == "nothing" or state is None else [state])
        assert ("Amira Khan" in {row.worker.name for row in shown.workers}) is (
            holds != "nothing" or state != "overdue"
        )
    later = [row.kind for row in board(team, date(2026, 12, 24)).attention if row.worker == "Amira Khan"]
    assert "supervision" not in later


def test_who_has_left_and_is_of_no_team_any_more_is_on_the_list_while_an_action_is_theirs(team: Store) -> None:
    mine = tuple(row.child.id for row in board(team).children_with(AMIRA))
    record.hand_over(team, HandOver(mine, "duty", TODAY), TODAY)
    action = ActionRequest(AboutChild(C2), "Ring school", "Amira Khan", date(2026, 12, 1), TODAY)
    record.add_action(team, action, TODAY)
    record.edit_worker(team, EditWorker(AMIRA, KnownOfWorker(leaves=TODAY)), TODAY)
    (row,) = [row for row in board(team, date(2026, 10, 3)).attention if row.kind == "leaver"]
    assert (row.worker, row.summary) == ("Amira Khan", "Left on 2 Oct, still holds: 1 open action")


@pytest.mark.parametrize(
    ("first", "last", "hint"),
    [
        (MONDAY, date(2026, 10, 4), None),
        (MONDAY, date(2026, 10, 5), "Ben Ortiz is away from Mon 5 Oct 2026 to Fri 9 Oct 2026: nobody stands in then."),
        (
            date(2026, 10, 9),
            None,
            "Ben Ortiz is away from Mon 5 Oct 2026 to Fri 9 Oct 2026: nobody stands in then. "
            "The last day of Ben Ortiz is Fri 30 Oct 2026: nobody stands in after that.",
        ),
        (date(2026, 10, 10), date(2026, 10, 30), None),
        (
            date(2026, 10, 10),
            date(2026, 10, 31),
            "The last day of Ben Ortiz is Fri 30 Oct 2026: nobody stands in after that.",
        ),
    ],
)
def test_whoever_arranges_cover_by_somebody_who_is_not_there_is_told(
    team: Store, first: date, last: date | None, hint: str | None
) -> None:
    record.edit_worker(team, EditWorker(BEN, KnownOfWorker(leaves=date(2026, 10, 30))), TODAY)
    away(team, BEN, date(2026, 10, 5))
    assert record.cover(team, CoverRequest(AMIRA, "Ben Ortiz", first, last), TODAY).hint == hint


@pytest.mark.parametrize(("starts", "said"), [(MONDAY, False), (date(2026, 9, 29), True), (date(2027, 1, 4), True)])
def test_whoever_arranges_cover_by_somebody_who_has_not_begun_is_told(team: Store, starts: date, said: bool) -> None:
    record.edit_worker(team, EditWorker(BEN, KnownOfWorker(starts=starts)), TODAY)
    done = record.cover(team, CoverRequest(AMIRA, "Ben Ortiz", MONDAY, FRIDAY), TODAY)
    hint = f"Ben Ortiz starts on {starts:%a} {starts.day} {starts:%b %Y}: nobody stands in before that."
    assert done.hint == (hint if said else None)


def test_an_absence_is_said_to_leave_children_uncovered_where_who_stands_in_is_away(team: Store) -> None:
    away(team, BEN)
    record.cover(team, CoverRequest(AMIRA, "Ben Ortiz", MONDAY, FRIDAY), TODAY)
    (done,) = record.absence(team, AbsenceRequest(AMIRA, MONDAY, FRIDAY, "leave"), TODAY)
    assert done.hint == "2 children are uncovered: no cover arranged."


def last_days(team: Store) -> list[tuple[date, date | None]]:
    """Amira's absences, the earliest first."""
    found = board(team, date(2026, 9, 1)).absences
    return sorted((one.first_day, one.last_day) for one in found if one.worker_id == AMIRA)


@pytest.mark.parametrize(
    ("sick", "ends", "says", "left"),
    [
        ((8, 12), 9, "Wed 9 Sep 2026.", [(3, 9), (8, 9)]),
        ((8, None), 9, "Wed 9 Sep 2026.", [(3, 9), (8, 9)]),
        ((8, 12), 20, "Sun 20 Sep 2026.", [(3, 20), (8, 12)]),
        ((8, 30), 20, "Sun 20 Sep 2026.", [(3, 20), (8, 20)]),
        ((8, 12), 30, "Wed 30 Sep 2026.", [(3, 30), (8, 12)]),
        ((8, 12), 5, "Sat 5 Sep 2026, and again from Tue 8 Sep 2026 to Sat 12 Sep 2026.", [(3, 5), (8, 12)]),
        ((26, None), 9, "Wed 9 Sep 2026, and again from Sat 26 Sep 2026, return not known.", [(3, 9), (26, None)]),
        ((28, 30), 9, "Wed 9 Sep 2026.", [(3, 9), (28, 30)]),  # another time of being away, and none of this one's
    ],
)
def test_an_end_is_that_of_every_absence_that_goes_on(
    team: Store, sick: tuple[int, int | None], ends: int, says: str, left: list[tuple[int, int | None]]
) -> None:
    """Leave from the 3rd to the 25th, in which an illness begins."""
    day = {number: date(2026, 9, number) for number in range(1, 31)}
    away(team, AMIRA, day[3], day[25])
    away(team, AMIRA, day[sick[0]], day[sick[1]] if sick[1] else None)
    done = record.end_absence(team, EndAbsence(AMIRA, day[ends]), min(day[ends], day[9]))
    assert done.says == f"Amira Khan is away up to and including {says}"
    assert last_days(team) == [(day[first], day[last] if last else None) for first, last in left]


def test_the_clock_of_who_is_back_sooner_from_two_absences_runs_again(team: Store) -> None:
    """Last held on 20 August; away from 3 to 9 September by what was said last: a month and seven days."""
    record.hold(team, HoldSession(AMIRA, date(2026, 8, 20)), date(2026, 8, 20))
    away(team, AMIRA, date(2026, 9, 3), date(2026, 9, 30))
    away(team, AMIRA, date(2026, 9, 8), date(2026, 9, 12))
    record.end_absence(team, EndAbsence(AMIRA, date(2026, 9, 9)), date(2026, 9, 9))
    row = next(row for row in board(team, date(2026, 10, 1)).workers if row.worker.id == AMIRA)
    assert (row.supervision.state, row.supervision.limit_by) == ("overdue", date(2026, 9, 27))


def test_an_absence_typed_again_has_another_last_day_also_long_after(team: Store) -> None:
    first, last = date(2026, 9, 3), date(2026, 9, 9)
    away(team, AMIRA, first, date(2026, 9, 5))
    (done,) = record.absence(team, AbsenceRequest(AMIRA, first, last, "leave"), TODAY)
    assert done.says == "Amira Khan away from Thu 3 Sep 2026 to Wed 9 Sep 2026."
    assert last_days(team) == [(first, last)]


def test_an_absence_within_a_longer_one_says_that_the_other_goes_on(team: Store) -> None:
    away(team, AMIRA, date(2026, 9, 3), date(2026, 9, 30))
    (done,) = record.absence(team, AbsenceRequest(AMIRA, date(2026, 9, 8), date(2026, 9, 12), "sickness"), TODAY)
    assert done.says == (
        "Amira Khan away from Tue 8 Sep 2026 to Sat 12 Sep 2026, and by another absence to Wed 30 Sep 2026."
    )


def test_nobody_is_said_to_be_back_on_a_day_on_which_the_next_absence_begins(team: Store) -> None:
    away(team, AMIRA, MONDAY, TODAY)
    away(team, AMIRA, date(2026, 10, 3), date(2026, 10, 20))
    (line,) = [row for row in board(team).attention if row.kind == "uncovered"]
    assert "back after 20 Oct" in line.summary
    row = next(row for row in board(team).workers if row.worker.id == AMIRA)
    assert row.absence is not None
    assert row.absence.last_day == date(2026, 10, 20)


def gone_with_nothing(team: Store, on: date = date(2026, 10, 16)) -> None:
    """Amira, whose children are others' now, leaves."""
    record.edit_worker(team, EditWorker(AMIRA, KnownOfWorker(team="North Team")), MONDAY)
    record.hand_over(
        team, HandOver(tuple(row.child.id for row in board(team).children_with(AMIRA)), "duty", TODAY), TODAY
    )
    record.edit_worker(team, EditWorker(AMIRA, KnownOfWorker(leaves=on)), TODAY)


def test_a_cancelled_session_of_who_has_left_asks_for_no_new_date(team: Store) -> None:
    gone_with_nothing(team)
    planned = record.plan(team, PlanSession(AMIRA, date(2026, 10, 20)), TODAY).entry
    after = date(2026, 10, 17)
    record.cancel(team, CancelSession(planned, "She has left", after), after)
    for today in (after, date(2026, 12, 24)):
        assert "session_not_rebooked" not in {row.kind for row in board(team, today).attention}


def test_an_agreement_of_who_has_left_is_not_to_be_renewed(team: Store) -> None:
    gone_with_nothing(team)
    agreement = PersonalRequest(AMIRA, "agreement", "Mondays at ten", TODAY, renew_on=date(2026, 10, 10))
    record.personal(team, agreement, TODAY)
    shown = {day: {row.kind for row in board(team, date(2026, 10, day)).attention} for day in (16, 17)}
    assert "own_file" in shown[16]
    assert "own_file" not in shown[17]


def test_no_line_fails_to_say_of_whom_it_is_also_of_who_has_left(team: Store) -> None:
    record.hold(team, HoldSession(AMIRA, MONDAY, children=(C1,)), MONDAY)
    gone_with_nothing(team)
    record.decide(team, DecisionRequest("Thank her", TODAY, AboutWorker(AMIRA), review_on=TODAY), TODAY)
    record.escalate(team, EscalationRequest("Pay", "Head", TODAY, AboutWorker(AMIRA)), TODAY)
    action = ActionRequest(AboutWorker(AMIRA), "Exit talk", "Ben Ortiz", TODAY, TODAY)
    record.add_action(team, action, TODAY)
    shown = board(team, date(2026, 12, 24)).attention
    about = {(row.kind, row.summary.split(",")[0]) for row in shown if row.worker == "Amira Khan"}
    assert {kind for kind, _ in about} == {"review", "escalation", "action", "to_write_up"}
    assert ("action", "An action about Amira Khan") in about
    assert all(row.worker or row.child for row in shown if row.id is not None)


def test_an_action_about_one_worker_that_another_has_to_do_is_about_the_first(team: Store) -> None:
    """Its words are in the file of whom it is about, and nothing is in that of its owner."""
    for owner in ("Ben Ortiz", "me", "outside: Jo Police"):
        action = ActionRequest(AboutWorker(AMIRA), "Refer to occupational health", owner, TODAY, TODAY)
        done = record.add_action(team, action, TODAY)
        row = next(row for row in board(team, FRIDAY).attention if row.id == done.entry)
        assert (row.worker, row.summary.split(",")[0]) == ("Amira Khan", "An action about Amira Khan")


@pytest.mark.parametrize("by", ["Amira", "amira khan", "Amira Khan"])
def test_nobody_stands_in_for_themselves(team: Store, by: str) -> None:
    with pytest.raises(RecordProblem, match="cannot stand in for themselves"):
        record.cover(team, CoverRequest(AMIRA, by, MONDAY, FRIDAY), TODAY)
    with pytest.raises(RecordProblem, match="cannot stand in for themselves"):
        record.absence(team, AbsenceRequest(AMIRA, MONDAY, FRIDAY, "leave", covered_by=by), TODAY)
    assert board(team).absences == ()
