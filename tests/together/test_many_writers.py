"""Many programs record at once, on machines whose clocks are apart and while the server is restarted: one chain, every
number once, every moment after the one before, and nothing lost that was acknowledged.
"""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta

import pytest

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
