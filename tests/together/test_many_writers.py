"""Many programs record at once, on machines whose clocks are apart and while the server is restarted: one chain, every
number once, every moment after the one before, and nothing lost that was acknowledged.
"""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta

import pytest

from db.errors import StoreError
from db.server.opening import open_on_server
from oversight_tui.practice.ids import AboutChild
from oversight_tui.practice.requests import DecisionRequest
from oversight_tui.services import record
from tests.engines import NO_SERVER
from tests.made_once import C1, MONDAY
from tests.server.own_server import OwnServer, programs
from tests.server.restarts import campaign
from tests.server.writers import SAVED, Outcomes, clock, wrong_in


def test_machines_whose_clocks_are_hours_apart_write_one_chain(
    server: OwnServer, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = threading.local()
    apart = clock(lambda: timedelta(seconds=getattr(machine, "ahead", 0)))
    for module in ("db.engine", "db.engines.postgres"):
        monkeypatch.setattr(f"{module}.datetime", apart)
    outcomes = Outcomes({})

    def writes(ahead: int) -> None:
        machine.ahead = ahead
        with closing(open_on_server(server.address(database))) as store:
            for number in range(4):
                record.decide(store, DecisionRequest(f"{ahead} {number}", MONDAY, AboutChild(C1)), MONDAY)
                outcomes.of[f"{ahead} {number}"] = SAVED

    with ThreadPoolExecutor(3) as machines:
        list(machines.map(writes, (0, 180, -7200)))
    assert len(outcomes.of) == 12
    with closing(open_on_server(server.address(database))) as store:
        assert wrong_in(store, outcomes) == []


@pytest.mark.skipif(programs() is None, reason=NO_SERVER)
def test_what_was_acknowledged_is_there_after_the_server_was_stopped_in_the_middle() -> None:
    outcomes, wrong = campaign(1, 1, (0, -60))
    assert wrong == []
    assert outcomes.count()[SAVED] > 0


SETTINGS_OF_THEIR_OWN = (
    "DateStyle = 'German'",
    "client_encoding = 'LATIN1'",
    "row_security = off",
    "standard_conforming_strings = off",
    "default_transaction_isolation = 'repeatable read'",
    "TimeZone = 'Pacific/Kiritimati'",
    "search_path = pg_catalog",
)


def test_what_a_login_has_set_for_other_programs_changes_nothing(server: OwnServer, database: str) -> None:
    with closing(server.connect(database)) as keeper:
        for one in SETTINGS_OF_THEIR_OWN:
            keeper.execute(f'ALTER ROLE tester IN DATABASE "{database}" SET {one}'.encode())
    began = threading.Barrier(2)

    def writes(what: str) -> None:
        with closing(open_on_server(server.address(database))) as store:
            began.wait(10)
            for _ in range(3):  # each waits for the other, and goes on from what that one wrote
                record.decide(store, DecisionRequest(what, MONDAY, AboutChild(C1)), MONDAY)

    with ThreadPoolExecutor(2) as machines:
        list(machines.map(writes, ("Zoë 🙂", "a \\ and 'quotes'")))
    with closing(open_on_server(server.address(database))) as store, store.reading():
        said = [text for (text,) in store.rows("SELECT text FROM decision")]
    assert (said.count("Zoë 🙂"), said.count("a \\ and 'quotes'")) == (3, 3)


def test_a_connection_that_is_stopped_at_its_first_words_is_told_in_a_sentence(
    server: OwnServer, database: str
) -> None:
    with closing(server.connect(database)) as keeper:
        keeper.execute(f'ALTER ROLE tester IN DATABASE "{database}" SET statement_timeout = 1'.encode())
    with pytest.raises(StoreError, match=r"took too long|cannot be reached"):
        open_on_server(server.address(database))
