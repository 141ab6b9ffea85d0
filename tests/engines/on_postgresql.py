"""Stores of tests on a PostgreSQL server. In the place of a store's file stands a small one that names a database.

Where it was copied the copy is found by its path, and opening it makes a copy of the database too. A test so needs to
know nothing of it; the program is given no path, and where it asks for one that is a fault, as it is on any server.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import msgspec
import psycopg
import pytest

from db import derived, opening, whole_rows
from db.engine import Store
from db.engines import postgres
from db.key import PLAIN_HEADER, Key
from db.queries.months import kept_months
from db.server.address import is_address
from db.server.opening import open_on_server
from db.writes.months import keep_months
from oversight_tui.commands import move, which_store
from tests.engines import write_in_a_file
from tests.server.own_server import LOGIN, SUPERUSER, OwnServer, own_server

PORT = "OVERSIGHT_TEST_SERVER"  # set by the process that started the server, for the others of the run
_TEMPLATE = "an_empty_store"
# For hundreds of small databases: to drop one looks through the cache, and figures of a store that fills are gathered
# before a test is over.
_SETTINGS = ("max_connections=300", "autovacuum_naptime=5s", "shared_buffers=32MB")
_really_open = opening.open_store
_paths: WeakKeyDictionary[Any, Path] = WeakKeyDictionary()  # by the engine
_made: dict[Path, str] = {}
_numbers = count(1)


class StandIn(msgspec.Struct, frozen=True):
    """What stands at the path of a store: the path at which it was made, its database, and the file it came from."""

    path: str
    database: str
    file: str | None = None


@contextmanager
def server_of_this_run() -> Iterator[OwnServer]:
    """The server for all processes of a run, from the process that began it."""
    with own_server(*_SETTINGS) as server:
        os.environ[PORT] = str(server.port)
        try:
            yield server
        finally:
            del os.environ[PORT]


def patched(patch: pytest.MonkeyPatch) -> None:
    """Let stores be opened so until the patch is undone."""

    def path_of(store: Store) -> Path:
        """Where the stand-in lies, for a test alone."""
        asker = sys._getframe(1).f_globals.get("__name__", "")
        if asker.startswith("tests.") and store.engine in _paths:
            return _paths[store.engine]
        return store.file.path

    named_by_whoever_types = which_store.named_store

    def named_store(options: argparse.Namespace) -> str | Path:
        """The address, for a command: it goes all the way that it goes on any server."""
        named = named_by_whoever_types(options)
        path = _absolute(named)
        return named if is_address(named) or _read(path) is None else address_at(path)

    patch.setattr(opening, "open_store", _open_store)
    # A store fills here in seconds: what the server thought of an empty one would be kept for the full one.
    patch.setattr(postgres, "_OF_ONE_PLAN", "")
    patch.setattr(Store, "path", property(path_of))
    for module in (which_store, move):
        patch.setattr(module, "named_store", named_store)


def make_in_a_file_first(path: Path, over: Path | None, write: Callable[[Store], object]) -> None:
    """A store at a path that is written in a file and carried over to the server."""
    file = path.with_name(f"{path.name}.sqlite")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "open_store", _really_open)
        write_in_a_file(file, _file_under(over) if over is not None else None, write)
        with closing(_really_open(file)) as store:
            _carry(store, path, file)


def address_at(path: Path) -> str:
    """The address of the store at a path."""
    return _address(_standing_at(path).database)


def drop_below(folder: Path) -> None:
    """Drop the databases of the stores that were made in a folder."""
    gone = [path for path in _made if path.is_relative_to(folder)]
    if gone:
        with closing(_connected("postgres")) as connection:
            for path in gone:
                connection.execute(f'DROP DATABASE IF EXISTS "{_made.pop(path)}" WITH (FORCE)'.encode())


@contextmanager
def as_superuser(store: Store, *, guarded: bool) -> Iterator[Callable[[str], int]]:
    """Statements of whoever may do anything on the server; see `past_the_program`."""
    with closing(_connected(_named(store))) as raw:
        raw.execute(b"SET search_path = main")
        if not guarded:
            raw.execute(b"SET session_replication_role = replica")
            checks = raw.execute(
                "SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype = 'c' AND conrelid <> 0"
            )
            for table, name in checks.fetchall():
                raw.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"'.encode())
        yield lambda statement: raw.execute(statement.encode()).rowcount


def _open_store(
    target: str | os.PathLike[str],
    *,
    key: Key | None = None,
    create: bool = True,
    anchors: Path | None = None,
    **others: Any,
) -> Store:
    path = _absolute(target)
    if is_address(target) or key is not None or (_is_full(path) and _read(path) is None):
        return _really_open(target, key=key, create=create, anchors=anchors, **others)
    created = opening._prepared(path, create)
    store = open_on_server(address_at(path), None, anchors)
    store.created = created
    _paths[store.engine] = path
    return store


def _standing_at(path: Path) -> StandIn:
    """What stands there, of a database of its own: one is made where nothing stands, or a copy of another's."""
    standing = _read(path)
    if standing is None:
        standing = StandIn(str(path), _copied(_TEMPLATE))
        _write(path, standing)
    elif standing.path != str(path):
        standing = StandIn(str(path), _copied(standing.database), standing.file)
        _write(path, standing)
    return standing


def _carry(store: Store, path: Path, file: Path) -> None:
    """The rows first, and what is worked out once the server has figures to plan by."""
    database = _copied(_TEMPLATE)
    with closing(open_on_server(_address(database))) as there:
        with pytest.MonkeyPatch.context() as patch, store.reading(), there.writing():
            patch.setattr(derived, "work_out_all", lambda _: None)
            given = ((name, columns, whole_rows.rows_of(store, name)) for name, columns in whole_rows.tables().items())
            whole_rows.fill(there, given, whole_rows.numbers_given_out(store), login=LOGIN)
        with closing(_connected(database)) as connection:
            connection.execute(b"VACUUM ANALYZE")
        with store.reading(), there.writing():
            derived.work_out_all(there)
            keep_months(there, kept_months(store, None, date.min, date.max))
    _write(path, StandIn("", database, str(file)))


def _file_under(path: Path) -> Path:
    standing = _read(path)
    assert standing is not None
    assert standing.file is not None
    return Path(standing.file)


def _copied(template: str) -> str:
    """A copy under a short name: it stands in the strip at the top, which a long one would make two lines."""
    name = f"s{os.getpid()}_{next(_numbers)}"
    made = f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy'.encode()
    with closing(_connected("postgres")) as connection:
        try:
            connection.execute(made)
        except psycopg.errors.ObjectInUse:  # whoever has it open finds the way back by themselves
            connection.execute(
                "SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity WHERE datname = %s", (template,)
            )
            connection.execute(made)
    return name


def _named(store: Store) -> str:
    standing = _read(_paths[store.engine])
    assert standing is not None
    return standing.database


def _connected(database: str) -> psycopg.Connection[Any]:
    return psycopg.connect(_address(database, SUPERUSER), autocommit=True)


def _address(database: str, login: str = LOGIN) -> str:
    return f"postgresql://{login}@127.0.0.1:{os.environ[PORT]}/{database}"


def _absolute(target: str | os.PathLike[str]) -> Path:
    return Path(os.path.abspath(os.path.expanduser(target)))


def _is_full(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size > 0
    except OSError:  # a name that no file can have
        return False


def _read(path: Path) -> StandIn | None:
    """What stands at a path; None where nothing does, or a file of SQLite's."""
    if not _is_full(path):
        return None
    said = path.read_bytes()[len(PLAIN_HEADER) :]
    try:
        return msgspec.json.decode(said, type=StandIn)
    except msgspec.DecodeError:
        return None


def _write(path: Path, standing: StandIn) -> None:
    path.write_bytes(PLAIN_HEADER + msgspec.json.encode(standing))
    if standing.path:
        _made[path] = standing.database
