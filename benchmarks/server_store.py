"""A store of a whole authority in a PostgreSQL of the benchmark's own, with what an authority sets on its server.

The server's folder is kept beside the file that it was filled from, so that the next run starts it at once; each run
works in a copy, and finds what the first one found.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from psycopg import Connection, sql

from benchmarks.insides import Store, opened, raw_tables
from benchmarks.options import say
from db.server import rights_places
from db.server.members import Member, put_member
from oversight_tui.words.text import match_key
from tests.server.own_server import OwnServer

_FILLED = "authority"
# Nothing acknowledged may be lost: unlike in tests it waits for the disk. Memory as on a small server of 4 GB.
SETTINGS = (
    "fsync=on",
    "synchronous_commit=on",
    "full_page_writes=on",
    "shared_buffers=1GB",
    "effective_cache_size=3GB",
    "max_wal_size=2GB",
    "random_page_cost=1.1",
    "max_connections=250",
)


@contextmanager
def server_with(path: Path, *settings: str) -> Iterator[tuple[OwnServer, str]]:
    """A server, filled where it is the first time, and the name of a database that holds the store of a file."""
    folder = path.with_name(f"{path.stem}.server")
    filled = folder / "filled"
    if not filled.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    server = OwnServer(folder, (*SETTINGS, *settings))
    try:
        if not filled.exists():
            say(f"Carrying {path} over to {folder}.")
            server.new_database(named=_FILLED)
            with closing(server.connect(_FILLED)) as connection, closing(opened(path)) as store:
                _carry_over(store, connection)
            filled.touch()
        database = server.new_database(_FILLED)
        try:
            yield server, database
        finally:
            server.drop(database)
    finally:
        server.stop("fast")


def _carry_over(store: Store, connection: Connection[Any]) -> None:
    """Every row as it is, also what is worked out: the rows hang together already, so that nothing is checked."""
    connection.execute("SET search_path = main; SET session_replication_role = replica")
    with store.reading():
        for table, columns, rows in raw_tables(store):
            listed = sql.SQL(", ").join(map(sql.Identifier, columns))
            into = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), listed)
            with connection.cursor().copy(into) as copy:
                for row in rows:
                    copy.write_row(row)
            number = store.last_number(table)
            connection.execute("UPDATE number_given SET number = %s WHERE name = %s", (number, table))
    connection.execute("SET session_replication_role = DEFAULT")
    for statement in rights_places.statements():  # which triggers do where rows come singly
        connection.execute(statement.encode())
    connection.execute("VACUUM (ANALYZE)")


def let_in(server: OwnServer, database: str, managers: Mapping[str, str]) -> None:
    """Let managers in by these logins, each with the team that is named."""
    with closing(server.connect(database)) as connection:
        for login, team in managers.items():
            member = Member(login, f"Manager of {team}", "manager", (team,))
            for statement in put_member(member, match_key(member.name)):
                connection.execute(statement if isinstance(statement, sql.Composed) else statement.encode())
