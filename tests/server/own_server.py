"""A PostgreSQL server for a run of tests: made from the installed programs, on a port of this machine, gone afterwards.

Root may not run one, so that it is run as the account that the package brings, or as nobody.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

from db.server.members import Member, put_member
from db.server.setting_up import statements
from oversight_tui.words.text import match_key

SUPERUSER, LOGIN = "postgres", "tester"
_TEMPLATE = "an_empty_store"
# Nothing of it outlives the tests: it need not wait for a disk.
_SETTINGS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=127.0.0.1")


@cache
def programs() -> Path | None:
    """The folder of the newest installed server, None where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    beside = shutil.which("initdb")
    return Path(beside).resolve().parent if beside else None


class OwnServer:
    """A server that runs, of a folder that holds one already or of an empty one. `settings` are further lines of its
    configuration, as `name=value`.
    """

    def __init__(self, folder: Path, settings: tuple[str, ...] = ()) -> None:
        self.folder, self.port = folder, _free_port()
        self._settings = (*_SETTINGS, f"unix_socket_directories={folder}", f"port={self.port}", *settings)
        self._numbers = count(1)
        folder.chmod(0o700)
        if (account := _account()) is not None:
            shutil.chown(folder, account)
        if self.data.exists():
            self.start()
            return
        self._run(
            "initdb", "-D", str(self.data), "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"
        )
        self.start()
        self._make_template()

    @property
    def data(self) -> Path:
        """The folder of its data."""
        return self.folder / "data"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = " ".join(f"-c {one}" for one in self._settings)
        self._run("pg_ctl", "-D", str(self.data), "-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def stop(self, how: str = "immediate") -> None:
        """Stop it: `fast` tells everybody, `immediate` is as if the power went."""
        self._run("pg_ctl", "-D", str(self.data), "-w", "-m", how, "stop")

    def address(self, database: str, login: str = LOGIN) -> str:
        """The address of a database for a login."""
        return f"postgresql://{login}@127.0.0.1:{self.port}/{database}"

    def connect(self, database: str, login: str = SUPERUSER) -> psycopg.Connection[Any]:
        """A connection past the program."""
        return psycopg.connect(self.address(database, login), autocommit=True)

    def new_database(self, template: str = _TEMPLATE, *, named: str | None = None) -> str:
        """A store in which nothing was ever recorded, or a copy of another to which nobody is connected."""
        name = named or f"store_{next(self._numbers)}"
        with closing(self.connect("postgres")) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy'.encode())
        return name

    def drop(self, database: str) -> None:
        """Drop a database, whoever is connected."""
        with closing(self.connect("postgres")) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)'.encode())

    def _make_template(self) -> None:
        with closing(self.connect("postgres")) as connection:
            connection.execute(f'CREATE DATABASE "{_TEMPLATE}"'.encode())
        with closing(self.connect(_TEMPLATE)) as connection:
            for statement in statements():
                connection.execute(statement.encode())
            # Every row under every name: the tests of the store record as whoever the story is about.
            everything = Member(LOGIN, "Tess Tester", "manager", all_teams=True, may_erase=True, carries=True)
            for said in put_member(everything, match_key(everything.name)):
                connection.execute(said.encode() if isinstance(said, str) else said)

    def _run(self, program: str, *arguments: str) -> None:
        folder = programs()
        assert folder is not None
        subprocess.run(
            [folder / program, *arguments],
            check=True,
            user=_account(),
            group=_account(),
            extra_groups=[] if _account() else None,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE if program == "initdb" else subprocess.DEVNULL,
        )


@contextmanager
def own_server(*settings: str) -> Iterator[OwnServer]:
    """A server, while this is open. It goes with this process, however that ends."""
    server = OwnServer(Path(tempfile.mkdtemp(prefix="oversight-server-")), settings)
    with _stopped_at_the_end(server):
        yield server


@contextmanager
def _stopped_at_the_end(server: OwnServer) -> Iterator[None]:
    """Whoever waits for the end of a pipe hears of it also when this process is killed."""
    stops = f'read _; "{programs()}/pg_ctl" -D "{server.data}" -m immediate stop; rm -rf "{server.folder}"'
    watcher = subprocess.Popen(
        ["sh", "-c", stops],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        start_new_session=True,
        user=_account(),
    )
    try:
        yield
    finally:
        watcher.communicate()
        shutil.rmtree(server.folder, ignore_errors=True)


@cache
def _account() -> str | None:
    """Who runs it; None for whoever runs the tests."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    known = {one.pw_name for one in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _free_port() -> int:
    with closing(socket.socket()) as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])
