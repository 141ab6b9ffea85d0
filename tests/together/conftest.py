"""A server of this run, a store with two teams on it for each story, and programs that have it open."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import psycopg
import pytest

from db import open_store
from db.engine import Store
from db.server.opening import open_on_server
from db.writes.people import add_team
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.requests import AddChild, AddWorker, KnownOfWorker
from oversight_tui.services import record
from oversight_tui.words.text import match_key
from tests.db.test_board_facts import import_team
from tests.made_once import MONDAY
from tests.server.own_server import OwnServer

# Beside the small team: one worker and one child of hers.
QUAY, AMY = "Quay Team", WorkerId(3)
OpensStore = Callable[[], Store]


@pytest.fixture(scope="session")
def two_teams_there(server: OwnServer) -> str:
    """A database with two teams, to be copied."""
    database = server.new_database()
    store = open_on_server(server.address(database))
    import_team(store)
    add_team(store, QUAY, match_key(QUAY), "A test")
    (amy,) = record.record(store, AddWorker("Amy Adams", KnownOfWorker(team=QUAY, starts=MONDAY)), MONDAY)
    assert amy.id == AMY
    record.record(store, AddChild("Q-1", worker_id=AMY), MONDAY)
    store.close()
    return database


@pytest.fixture
def database(server: OwnServer, two_teams_there: str) -> Iterator[str]:
    """A database with two teams, of this test alone."""
    name = server.new_database(two_teams_there)
    yield name
    with suppress(psycopg.Error):
        server.drop(name)


@pytest.fixture
def opens(server: OwnServer, database: str) -> Iterator[OpensStore]:
    """Opens the store as a further program does."""
    opened: list[Store] = []

    def once_more() -> Store:
        opened.append(open_on_server(server.address(database)))
        return opened[-1]

    yield once_more
    for store in opened:
        store.close()


@pytest.fixture(params=["a file", "a server"])
def two_programs(request: pytest.FixtureRequest, small_team: Path, tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """Two programs at one store with the small team, whatever keeps it."""
    if request.param == "a server":
        opens: OpensStore = request.getfixturevalue("opens")
        yield opens(), opens()
        return
    path = shutil.copy(small_team, tmp_path / "team.oversight")
    with closing(open_store(path)) as first, closing(open_store(path)) as second:
        yield first, second


def ends_every_connection(server: OwnServer, database: str) -> None:
    """The server ends the connections of every program, as it does where it is told to."""
    with closing(server.connect("postgres")) as connection:
        connection.execute(
            b"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s", (database,)
        )
