"""A connection that is cut after the word to keep a transaction was sent and before its answer came: the server is
asked what became of it, and what was kept is said to be saved.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

import pytest

from db.errors import ConnectionLost
from db.server.opening import open_on_server
from oversight_tui.practice.ids import AboutChild
from oversight_tui.practice.requests import DecisionRequest
from oversight_tui.services import record
from tests.made_once import C1, MONDAY
from tests.server.own_server import LOGIN, OwnServer
from tests.together.conftest import OpensStore

COMMIT = b"COMMIT\x00"


class Wire:
    """A way to a server on which a connection is cut at the next commit, once: before it is sent, or after."""

    def __init__(self, port: int) -> None:
        self._server = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self.cuts: str | None = None
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                program, _ = self._listening.accept()
                server = socket.create_connection(("127.0.0.1", self._server))
                for one, other, sends in ((program, server, True), (server, program, False)):
                    threading.Thread(target=self._carry, args=(one, other, sends), daemon=True).start()

    def _carry(self, one: socket.socket, other: socket.socket, sends: bool) -> None:
        with suppress(OSError):
            while data := one.recv(65536):
                cuts = self.cuts if sends and COMMIT in data else None
                if cuts is not None:
                    self.cuts = None
                    one.shutdown(socket.SHUT_RDWR)  # the program hears no more
                if cuts != "before":
                    other.sendall(data)
        with suppress(OSError):
            other.shutdown(socket.SHUT_WR)

    def close(self) -> None:
        """No further connection."""
        self._listening.close()


@contextmanager
def wire_to(server: OwnServer) -> Iterator[Wire]:
    """A wire, while this is open."""
    with closing(Wire(server.port)) as wire:
        yield wire


@pytest.mark.parametrize("cut", ["after", "before"])
def test_whether_it_was_kept_is_found_out_and_said(
    server: OwnServer, database: str, opens: OpensStore, cut: str
) -> None:
    visit = DecisionRequest("Visit", MONDAY, AboutChild(C1))
    with wire_to(server) as wire:
        store = open_on_server(f"postgresql://{LOGIN}@127.0.0.1:{wire.port}/{database}")
        wire.cuts = cut
        if cut == "after":
            assert "Decision recorded" in record.decide(store, visit, MONDAY).says
        else:
            with pytest.raises(ConnectionLost, match="Nothing was saved"):
                record.decide(store, visit, MONDAY)
        there = opens().rows("SELECT text FROM decision WHERE text = 'Visit'")
        assert len(there) == (1 if cut == "after" else 0)
        assert "Decision recorded" in record.decide(store, visit, MONDAY).says
        store.close()
