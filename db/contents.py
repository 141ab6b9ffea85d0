"""What a store's file holds, as far as two copies of one store must agree in it, and whether it is sound.

`connection` is Peewee's or one that was made without it.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from db.anchor import Head
from db.ends import Asked

MOST_FAULTS = 20


class Look(Struct, frozen=True):
    """A store told in a few figures. `head` is the end of its journal, None where nothing was ever recorded.

    `first_hash` is that of the first journal row, by which a store is known; `recorded_at` when its newest entry was
    recorded (ISO, UTC), `happened_on` the newest day on which something happened. `last_id` is the highest number an
    entry was ever given, `erased` how many entries were erased for good.
    """

    schema: int
    first_hash: str | None
    head: Head | None
    entries: int
    children: int
    workers: int
    recorded_at: str | None
    happened_on: str | None
    last_id: int
    erased: int


def look(connection: Any) -> Look:
    """The figures of a store that is open."""

    def one(sql: str) -> Any:
        return connection.execute(sql).fetchone()

    first = one("SELECT hash FROM main.journal WHERE seq = 1")
    erases = one("SELECT 1 FROM main.sqlite_master WHERE name = 'erasure'")  # an older version had no such table
    head = one("SELECT seq, hash FROM main.journal ORDER BY seq DESC LIMIT 1")
    entries, recorded_at, happened_on = one("SELECT count(*), max(recorded_at), max(happened_on) FROM main.entry")
    return Look(
        schema=one("PRAGMA main.user_version")[0],
        first_hash=first[0] if first else None,
        head=Head(*head) if head else None,
        entries=entries,
        children=one("SELECT count(*) FROM main.child")[0],
        workers=one("SELECT count(*) FROM main.worker")[0],
        recorded_at=recorded_at,
        happened_on=happened_on,
        last_id=(one("SELECT seq FROM main.sqlite_sequence WHERE name = 'entry'") or (0,))[0],
        erased=one("SELECT coalesce(sum(entries), 0) FROM main.erasure")[0] if erases else 0,
    )


def agreed_in(connection: Any) -> list[Any]:
    """What two copies of one store must agree in: schema, numbers given out, rows of each table, end of the journal."""
    schema = connection.execute("SELECT type, name, sql FROM main.sqlite_master ORDER BY type, name").fetchall()
    tables = [name for kind, name, _ in schema if kind == "table"]
    rows = [connection.execute(f'SELECT count(*) FROM main."{name}"').fetchone()[0] for name in tables]
    head = connection.execute("SELECT seq, hash FROM main.journal ORDER BY seq DESC LIMIT 1").fetchone()
    given_out = connection.execute("SELECT name, seq FROM main.sqlite_sequence ORDER BY name").fetchall()
    numbers = [
        connection.execute(f"PRAGMA main.{pragma}").fetchone()[0] for pragma in ("user_version", "application_id")
    ]
    return [schema, rows, head, given_out, numbers]


def damage(connection: Any, *, encrypted: bool) -> list[str]:
    """What is damaged in the file, in SQLite's words; nothing where it is sound. Reads all of it.

    Of an encrypted file each page is held against its own code too, also one in which nothing is kept just now.
    """
    said = [str(row[0]) for row in connection.execute(f"PRAGMA main.integrity_check({MOST_FAULTS})").fetchall()]
    found = [] if said == ["ok"] else said
    if encrypted:
        found += [
            str(row[0]) for row in connection.execute("PRAGMA main.cipher_integrity_check").fetchmany(MOST_FAULTS)
        ]
    return found


def loose_ends(connection: Any) -> list[str]:
    """Rows that point at a row that is not there."""
    rows = connection.execute("PRAGMA main.foreign_key_check").fetchall()
    return [f"{table} row {row} points at a row of {parent} that is not there" for table, row, parent, _ in rows]


class Writing(Struct, frozen=True):
    """How SQLite writes the file: its kind of journal, and when it waits for the disk."""

    journal: str
    synchronous: str

    @property
    def keeps_what_it_says(self) -> bool:
        """Whether it writes so that what was acknowledged outlives a power cut: a log, flushed at every commit."""
        return (self.journal, self.synchronous) == ("wal", "2")


def writing_of(store: Asked) -> Writing:
    """How this store's file is written, asked in a transaction."""
    return Writing(
        journal=str(store.row("PRAGMA journal_mode")[0]),
        synchronous=str(store.row("PRAGMA synchronous")[0]),
    )
