"""What one program records is told to the others whose teams it concerns, and to nobody else; and nothing of it goes
further than the numbers of teams, since every login of a database can listen.
"""

from collections.abc import Callable
from contextlib import closing, suppress
from itertools import takewhile
from time import sleep

import pytest

from db.engine import Store
from db.errors import ConnectionLost
from oversight_tui.practice.ids import AboutChild, AboutWorker, TeamId
from oversight_tui.practice.policy_changes import OfSetting
from oversight_tui.practice.requests import (
    ActionRequest,
    AddChild,
    DecisionRequest,
    HandOver,
    HoldSession,
    NoteRequest,
    Redo,
    Undo,
    WorryRequest,
)
from oversight_tui.services import drafts, identity, record
from oversight_tui.services.changes import mark_seen
from oversight_tui.services.others import teams_shown, written
from oversight_tui.services.policy import change_policy
from tests.commands.saying import commands_for
from tests.db.test_board_facts import TEAM as NORTH
from tests.made_once import AMIRA, BEN, C1, C5, MONDAY
from tests.server.own_server import SUPERUSER, OwnServer
from tests.together.conftest import AMY, QUAY, OpensStore, ends_every_connection

Asks = Callable[[], set[str]]
NO_TEAM = TeamId(999)  # of which nobody but these tests tells: what was told before it was told before it


@pytest.fixture
def told(server: OwnServer, database: str, opens: OpensStore) -> Asks:
    """Which of two managers, one for each team, are told of something since they were asked last."""
    at = {team: opens() for team in (NORTH, QUAY)}
    shown = {team: teams_shown(store, (team,), all_teams=False) for team, store in at.items()}
    heard = {team: written(store, shown[team]) for team, store in at.items()}

    def asked() -> set[str]:
        tell_the_last(server, database, *at.values())
        now = {team: written(store, shown[team]) for team, store in at.items()}
        changed = {team for team in now if now[team] != heard[team]}
        heard.update(now)
        return changed

    return asked


def tell_the_last(server: OwnServer, database: str, *stores: Store) -> None:
    """Return when these have heard whatever was told until now: the server keeps the order."""

    def heard(store: Store) -> int:
        return written(store, [NO_TEAM]) - written(store, [])

    before = [heard(store) for store in stores]
    with closing(server.connect(database)) as connection:
        connection.execute(f"NOTIFY oversight, '{NO_TEAM}'".encode())
    while [heard(store) for store in stores] != [number + 1 for number in before]:
        sleep(0.002)


RECORDED: dict[str, Callable[[Store], object]] = {
    "a decision": lambda store: record.decide(store, DecisionRequest("Visit", MONDAY, AboutChild(C1)), MONDAY),
    "a session": lambda store: record.hold(store, HoldSession(BEN, MONDAY), MONDAY),
    "an action about a worker": lambda store: record.add_action(
        store, ActionRequest(AboutWorker(AMIRA), "Call", "Amira Khan", MONDAY, MONDAY), MONDAY
    ),
}


@pytest.mark.parametrize("what", RECORDED)
def test_what_is_recorded_is_told_to_those_of_that_team_alone(opens: OpensStore, told: Asks, what: str) -> None:
    RECORDED[what](opens())
    assert told() == {NORTH}
    assert told() == set()


def test_an_undoing_and_what_is_brought_back_are_told_too(opens: OpensStore, told: Asks) -> None:
    mary = opens()
    RECORDED["a decision"](mary)
    assert told() == {NORTH}
    record.record(mary, Undo(yes=True), MONDAY)
    assert told() == {NORTH}
    record.record(mary, Redo(), MONDAY)
    assert told() == {NORTH}


def test_of_a_child_who_goes_to_another_team_both_are_told(opens: OpensStore, told: Asks) -> None:
    record.hand_over(opens(), HandOver((C5,), AboutWorker(AMY), MONDAY), MONDAY)
    assert told() == {NORTH, QUAY}


def test_what_is_about_every_team_is_told_to_all(opens: OpensStore, told: Asks) -> None:
    mary = opens()
    change_policy(mary, OfSetting("limits", "visit_in_need_days", "5"), MONDAY)
    assert told() == {NORTH, QUAY}
    identity.choose(mary, None, [NORTH])
    assert told() == {NORTH, QUAY}
    record.add_child(mary, AddChild("C-99", worker_id=AMIRA), MONDAY)  # who is in no team yet
    assert told() == {NORTH, QUAY}


def test_who_may_see_what_is_told_to_all_when_it_changes(
    server: OwnServer, database: str, told: Asks, capsys: pytest.CaptureFixture[str]
) -> None:
    says = commands_for(server.address(database, SUPERUSER), "2026-11-28", capsys)
    for typed in (
        ("add-user", "Ann Able", "--login", "ann", "--role", "manager", "--team", QUAY),
        ("add-user", "Dee Deputy", "--login", "dee", "--role", "deputy"),
        ("act-for", "dee", "ann", "--from", "1/12", "--to", "2/12"),
        ("act-for", "dee", "ann", "--end"),
        ("retire", "ann"),
    ):
        assert says("server", *typed)[0] == 0
        assert told() == {NORTH, QUAY}, typed
    assert says("server", "users")[0] == 0
    assert told() == set()


def test_of_what_changes_no_board_nobody_is_told(opens: OpensStore, told: Asks) -> None:
    mary = opens()
    record.note(mary, NoteRequest("Ring the school"), MONDAY)
    drafts.keep(mary, "decide:1", {"text": "He was at scho"})
    mark_seen(mary)
    assert told() == set()


def test_one_is_not_told_of_what_one_has_recorded_oneself(server: OwnServer, database: str, opens: OpensStore) -> None:
    mary = opens()
    north = teams_shown(mary, (NORTH,), all_teams=False)
    before = written(mary, north)
    record.raise_worry(mary, WorryRequest(C1, "Not at school", MONDAY), MONDAY)
    tell_the_last(server, database, mary)
    assert written(mary, north) == before


def test_no_more_than_the_numbers_of_teams_is_sent(server: OwnServer, database: str, opens: OpensStore) -> None:
    mary = opens()
    with closing(server.connect(database)) as listening:
        listening.execute(b"LISTEN oversight")
        record.raise_worry(mary, WorryRequest(C1, "Not at school", MONDAY), MONDAY)
        record.hand_over(mary, HandOver((C5,), AboutWorker(AMY), MONDAY), MONDAY)
        identity.choose(mary, None, [NORTH])
        listening.execute(b"NOTIFY oversight, '999'")
        sent = set(takewhile(lambda payload: payload != "999", (said.payload for said in listening.notifies())))
    assert sent == {"", "1", "2"}


def test_what_was_said_while_the_connection_was_gone_is_looked_for_when_it_is_back(
    server: OwnServer, database: str, opens: OpensStore
) -> None:
    mary, ann = opens(), opens()
    north = teams_shown(mary, (NORTH,), all_teams=False)
    before = written(mary, north)
    ends_every_connection(server, database)
    record.raise_worry(ann, WorryRequest(C1, "Not at school", MONDAY), MONDAY)
    with suppress(ConnectionLost):
        while written(mary, north) == before:
            sleep(0.002)
        pytest.fail("that the connection is gone was not noticed")
    assert written(mary, north) != before
