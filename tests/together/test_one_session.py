"""The session with a worker is open in one program at a time; a program that ended, however, has it open no more."""

from contextlib import suppress
from datetime import UTC, datetime
from time import sleep

import pytest

from db.engine import Store
from db.errors import ConnectionLost
from oversight_tui.practice.requests import HoldSession, SessionTalk
from oversight_tui.services import record
from oversight_tui.services.in_hand import let_go, take_in_hand
from oversight_tui.services.others import written
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.screens.session import SessionScreen
from tests.made_once import AMIRA, BEN, MONDAY
from tests.server.own_server import OwnServer
from tests.together.conftest import OpensStore, ends_every_connection
from tests.together.test_at_the_screen import at_the_board


async def test_the_second_is_told_who_holds_it_and_since_when_until_it_is_closed_there(opens: OpensStore) -> None:
    async with at_the_board(opens()) as ann, at_the_board(opens()) as mary:
        for manager in (ann, mary):
            await manager.presses("2")
            manager.pane("team").select(key_of(AMIRA))
            await manager.presses("V")
        assert isinstance(ann.app.screen, SessionScreen)
        assert not isinstance(mary.app.screen, SessionScreen)
        mary.sees(f"Tess Tester has the session with Amira Khan open since {datetime.now(UTC).astimezone():%H:}")
        await ann.presses("escape")
        await mary.presses("V")
        assert isinstance(mary.app.screen, SessionScreen)


def test_another_worker_s_session_and_ones_own_again_are_free(opens: OpensStore) -> None:
    ann, mary = opens(), opens()
    take_in_hand(ann, AMIRA)
    take_in_hand(ann, AMIRA)
    take_in_hand(mary, BEN)
    let_go(ann, AMIRA)
    take_in_hand(mary, AMIRA)
    with pytest.raises(record.RecordProblem, match="Ben Ortiz"):
        take_in_hand(ann, BEN)
    mary.close()
    while True:  # the server needs a moment to see that she has gone
        with suppress(record.RecordProblem):
            return take_in_hand(ann, BEN)


def test_it_is_in_hand_again_when_the_connection_that_was_lost_is_back(
    server: OwnServer, database: str, opens: OpensStore
) -> None:
    ann, mary = opens(), opens()
    take_in_hand(ann, AMIRA)
    ends_every_connection(server, database)
    with suppress(ConnectionLost):
        while True:
            written(ann, [])
            sleep(0.002)
    written(ann, [])
    with pytest.raises(record.RecordProblem, match="Amira Khan"):
        take_in_hand(mary, AMIRA)


def test_what_two_wrote_into_a_session_of_the_same_day_is_of_one_session_and_a_second_is_asked(
    two_programs: tuple[Store, Store],
) -> None:
    ann, mary = two_programs
    first = record.talk_in_session(ann, SessionTalk(AMIRA, ("C-1",), MONDAY, text="He is well"), MONDAY)[0].entry
    second = record.talk_in_session(mary, SessionTalk(AMIRA, ("C-2",), MONDAY, text="Not seen"), MONDAY)[0].entry
    assert first == second
    with pytest.raises(record.AsksFirst, match="already"):
        record.hold(mary, HoldSession(AMIRA, MONDAY), MONDAY)
