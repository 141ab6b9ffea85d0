"""The reason beside each red: what kept a worker from being supervised in time."""

from __future__ import annotations

from datetime import date, timedelta

from oversight_tui.practice.facts import Absence, OpenItem, OpenKind, SessionKind, TeamFacts, Worker
from oversight_tui.practice.ids import EntryId, TeamId, WorkerId
from oversight_tui.practice.policy import DEFAULT
from oversight_tui.practice.sight.figures import team_sights
from oversight_tui.practice.sight.values import LateReason

TODAY = date(2026, 11, 23)
TEAM = "North Team"
DAY = timedelta(days=1)
ASHA = WorkerId(1)
LAST = date(2026, 9, 1)
OVERDUE = Worker(ASHA, "Asha", team=TEAM, last_held=LAST)
CANCELLED, PLANNED = date(2026, 9, 29), date(2026, 10, 6)


def session(kind: OpenKind, on: date, since: date | None = None, of: SessionKind = "one_to_one") -> OpenItem:
    return OpenItem(EntryId(on.toordinal()), kind, "", since or on, worker_id=ASHA, due_on=on, session_kind=of)


def cancelled(on: date = CANCELLED, said_on: date | None = None) -> OpenItem:
    return session("session_not_rebooked", on, said_on or on)


def reasons(worker: Worker, *items: OpenItem, away: tuple[Absence, ...] = ()) -> tuple[LateReason, ...]:
    facts = TeamFacts((TEAM,), None, (worker,), (), absences=away, open_items=items)
    return team_sights(facts, DEFAULT, TODAY, {TEAM: TeamId(1)})[0].late


def test_who_is_in_time_or_away_has_none() -> None:
    assert reasons(OVERDUE.__replace__(last_held=TODAY - 10 * DAY)) == ()
    assert reasons(OVERDUE, away=(Absence(ASHA, "sickness", TODAY - 40 * DAY, None),)) == ()


def test_nothing_was_booked_since_the_last_one() -> None:
    assert reasons(OVERDUE) == (LateReason(ASHA, "not_booked", LAST),)
    tomorrow = session("session_planned", TODAY + DAY)
    assert reasons(OVERDUE, tomorrow) == (LateReason(ASHA, "not_booked", LAST, TODAY + DAY),)
    assert reasons(OVERDUE, session("session_planned", TODAY)) == (LateReason(ASHA, "not_booked", LAST, TODAY),)


def test_the_session_was_cancelled() -> None:
    assert reasons(OVERDUE, cancelled()) == (LateReason(ASHA, "cancelled", CANCELLED),)
    ahead = cancelled(TODAY + 5 * DAY, said_on=TODAY - DAY)
    assert reasons(OVERDUE, ahead) == (LateReason(ASHA, "cancelled", TODAY - DAY),)


def test_a_day_passed_of_which_nothing_is_said() -> None:
    assert reasons(OVERDUE, session("session_planned", PLANNED)) == (LateReason(ASHA, "not_recorded", PLANNED),)


def test_a_session_was_cut_short_and_does_not_count() -> None:
    assert reasons(OVERDUE.__replace__(cut_short_on=PLANNED)) == (LateReason(ASHA, "cut_short", PLANNED),)


def test_of_several_things_the_last_one_tells_it() -> None:
    both = (cancelled(), session("session_planned", PLANNED))
    assert reasons(OVERDUE, *both)[0].why == "not_recorded"
    assert reasons(OVERDUE.__replace__(cut_short_on=PLANNED + DAY), *both)[0].why == "cut_short"
    one_day = (cancelled(PLANNED), session("session_planned", PLANNED))
    assert reasons(OVERDUE, *one_day)[0].why == "not_recorded"


def test_what_was_before_the_last_one_held_and_what_is_no_one_to_one_is_no_reason() -> None:
    before = session("session_planned", LAST)
    group = session("session_planned", PLANNED, of="group")
    assert reasons(OVERDUE, before, group)[0].why == "not_booked"


def test_who_was_away_when_it_fell_due_was_away() -> None:
    # Three weeks from the last one are up on 22 September: with five days away they are on the 27th.
    back_on_it = Absence(ASHA, "leave", date(2026, 9, 23), date(2026, 9, 27))
    assert reasons(OVERDUE, away=(back_on_it,)) == (LateReason(ASHA, "away", date(2026, 9, 23)),)
    back_before = Absence(ASHA, "leave", date(2026, 9, 2), date(2026, 9, 6))
    assert reasons(OVERDUE, away=(back_before,))[0].why == "not_booked"


def test_who_was_never_supervised_is_said_so_unless_something_is_known_to_have_come_between() -> None:
    new = Worker(ASHA, "Asha", team=TEAM, starts=TODAY - 50 * DAY)
    assert reasons(new) == (LateReason(ASHA, "never_supervised", TODAY - 50 * DAY),)
    assert reasons(new, cancelled(TODAY - 20 * DAY))[0].why == "cancelled"


def test_nobody_is_late_before_the_first_limit_or_where_no_first_day_is_known() -> None:
    """Five weeks, and a day."""
    began = Worker(ASHA, "Asha", team=TEAM, starts=TODAY - 31 * DAY)
    assert reasons(began) == ()
    assert reasons(began.__replace__(starts=TODAY - 32 * DAY))[0].why == "never_supervised"
    assert reasons(Worker(ASHA, "Asha", team=TEAM)) == ()
