"""A tighter limit of a worker's own that is changed or taken away holds for the clock that runs."""

from datetime import date

import pytest

from db import derived
from db.engine import Store
from oversight_tui.practice.facts import OwnRule
from oversight_tui.practice.requests import EditWorker, HoldSession, KnownOfWorker
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from tests.made_once import AMIRA

HELD = date(2026, 9, 1)
YEAR_END = date(2026, 12, 31)


def own(store: Store, limit: str | None, today: date, until: date | None = YEAR_END) -> None:
    known = KnownOfWorker(own_limit=limit, own_until=until if limit else None)
    record.edit_worker(store, EditWorker(AMIRA, known), today)


def limit(store: Store, today: date = date(2026, 11, 1)) -> date | None:
    with store.reading():
        assert derived.differences(store) == ()
    shown = load_board(store, today, all_teams=True)
    return next(row.supervision.limit_by for row in shown.workers if row.worker.id == AMIRA)


@pytest.mark.parametrize(
    ("changed_on", "to", "expected"),
    [
        (date(2026, 9, 2), None, date(2026, 9, 15)),
        (date(2026, 9, 20), None, date(2026, 9, 15)),
        (date(2026, 9, 20), "3 weeks", date(2026, 9, 15)),
        (date(2026, 9, 20), "1 week", date(2026, 9, 8)),
        (date(2026, 9, 1), None, date(2026, 10, 1)),  # of the day the clock began what was typed last holds
        (date(2026, 8, 31), None, date(2026, 10, 1)),
    ],
)
def test_an_own_limit_that_is_changed_holds_for_the_clock_that_runs(
    team: Store, changed_on: date, to: str | None, expected: date
) -> None:
    own(team, "2 weeks", date(2026, 8, 1))
    record.hold(team, HoldSession(AMIRA, HELD), HELD)
    own(team, to, changed_on)
    assert limit(team) == expected
    record.hold(team, HoldSession(AMIRA, date(2026, 9, 25)), date(2026, 9, 25))
    assert limit(team) == {None: date(2026, 10, 25), "3 weeks": date(2026, 10, 16), "1 week": date(2026, 10, 2)}[to]


def test_what_was_put_right_on_the_day_it_was_typed_never_held(team: Store) -> None:
    record.hold(team, HoldSession(AMIRA, HELD), HELD)
    own(team, "1 day", date(2026, 9, 2))
    own(team, "3 weeks", date(2026, 9, 2))
    assert limit(team) == date(2026, 9, 22)


def test_other_changes_of_what_is_known_of_a_worker_leave_the_rule_as_it_is(team: Store) -> None:
    own(team, "2 weeks", date(2026, 8, 1))
    record.hold(team, HoldSession(AMIRA, HELD), HELD)
    record.edit_worker(team, EditWorker(AMIRA, KnownOfWorker(role="Senior")), date(2026, 9, 3))
    worker = next(row.worker for row in load_board(team, HELD, all_teams=True).workers if row.worker.id == AMIRA)
    assert (worker.role, worker.own_rules) == ("Senior", (OwnRule("2 weeks", YEAR_END),))
