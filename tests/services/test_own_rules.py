"""A limit that is changed or taken away, a worker's own or the policy's, holds for the clock that runs."""

from datetime import date
from pathlib import Path

import pytest

from db import derived
from db.engine import Store
from db.queries.settings import first_list_of
from oversight_tui.practice.facts import OwnRule
from oversight_tui.practice.ids import AboutWorker
from oversight_tui.practice.requests import EditWorker, HoldSession, KnownOfWorker, OpeningDate
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.policy import import_policy
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
    edited = date(2026, 9, 3)
    record.edit_worker(team, EditWorker(AMIRA, KnownOfWorker(role="Senior")), edited)
    worker = next(row.worker for row in load_board(team, edited, all_teams=True).workers if row.worker.id == AMIRA)
    assert (worker.role, worker.own_rules) == ("Senior", (OwnRule("2 weeks", YEAR_END),))


def put_in(store: Store, limit: str, on: date, folder: Path) -> None:
    """A policy with this limit for everybody."""
    file = folder / "policy.toml"
    file.write_text(f'[supervision]\nideal = "1 week"\nlimit = "{limit}"\n')
    import_policy(store, file, on)


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ((), date(2026, 10, 1)),
        ((("2 months", date(2026, 9, 2)),), date(2026, 10, 1)),
        ((("2 months", date(2026, 10, 20)),), date(2026, 10, 1)),
        ((("2 weeks", date(2026, 9, 20)),), date(2026, 9, 15)),
        ((("2 weeks", date(2026, 9, 20)), ("2 months", date(2026, 9, 21))), date(2026, 9, 15)),
        ((("2 weeks", date(2026, 9, 20)), ("2 months", date(2026, 9, 20))), date(2026, 10, 1)),
        ((("2 months", HELD),), date(2026, 11, 1)),  # in force before the clock began
    ],
)
def test_another_policy_loosens_no_clock_that_runs(
    team: Store, tmp_path: Path, limits: tuple[tuple[str, date], ...], expected: date
) -> None:
    record.hold(team, HoldSession(AMIRA, HELD), HELD)
    for text, on in limits:
        put_in(team, text, on, tmp_path)
    assert limit(team) == expected
    record.hold(team, HoldSession(AMIRA, date(2026, 11, 2)), date(2026, 11, 2))
    newest = limits[-1][0] if limits else "1 month"
    assert limit(team, date(2026, 11, 2)) == {"1 month": date(2026, 12, 2), "2 weeks": date(2026, 11, 16)}.get(
        newest, date(2027, 1, 2)
    )


def test_a_policy_put_in_with_the_first_list_is_the_first(team: Store, tmp_path: Path) -> None:
    record.opening(team, OpeningDate(AboutWorker(AMIRA), date(2026, 8, 1)), HELD)
    with team.reading():
        first = first_list_of(team)
    assert first is not None
    put_in(team, "2 months", first, tmp_path)
    assert limit(team) == date(2026, 10, 1)
