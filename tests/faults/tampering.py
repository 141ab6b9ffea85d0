"""Somebody changes the store with another program: one value, one row, a view, a trigger, an index, again and again.
Each time `verify` says so. In the short form one value of each column and one row of each table; in the long form all.

python -m tests.faults.tampering
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from db import open_store, verification, writes
from db.engine import Store
from db.queries.ownership import Unit
from db.seal import SESSION
from db.verification import verify
from oversight_tui.practice.ids import AboutChild
from oversight_tui.practice.requests import (
    AgreedAction,
    AnsweredQuestion,
    AuditRequest,
    DiscussionRequest,
    HoldSession,
    Request,
)
from oversight_tui.services import record
from oversight_tui.services.identity import choose
from tests.db.test_board_facts import import_team
from tests.made_once import AMIRA, BEN, C1, C2, C3, C4
from tests.services.test_kinds import LATER, ME, TODAY, filled

Changes = Callable[[Store], Iterator["Change"]]
# What is in hand on this machine and is no record: texts being typed, and how far somebody has looked. And months that
# are kept: one that is gone is worked out again, and what one says is held against the records by those who know the
# rules (tests/services/test_months.py).
NO_RECORDS = ("draft", "seen_mark", "team_month")
# The word of who left a plain file is held against its seal outside the store, of which the commands tell.
_HELD_OUTSIDE = {"setting": f"WHERE key <> '{SESSION}'"}
_REAL, _WHOLE = ("REAL", "INTEGER")


class Change(NamedTuple):
    """What somebody does to the store, in words and in SQL."""

    what: str
    sql: str
    values: tuple[object, ...] = ()
    then: str | None = None


def with_one_of_each(path: Path) -> None:
    """A store with an entry of each kind, with parts of entries, an import, choices, and something erased."""
    store = open_store(path)
    import_team(store)
    choose(store, ME, None)
    filled(store, AboutChild(C2))
    for request in (
        HoldSession(AMIRA, TODAY, kind="group", children=(C1, C3), others=(BEN,)),
        DiscussionRequest(
            (C1,),
            "Moved in with his aunt",
            TODAY,
            scales=(("Amira", 4),),
            actions=(AgreedAction("Ring", "Amira", TODAY),),
        ),
    ):
        _recorded(store, request)
    answers = (AnsweredQuestion("Is the child heard?", "yes", "Twice"),)
    _recorded(store, AuditRequest(C1, "Her words are in it", TODAY, answers=answers))
    writes.erase(store, [writes.ToErase(Unit("child", C4))], "Kept for long enough", TODAY, LATER, ME)
    store.close()


def _recorded(store: Store, request: Request) -> None:
    record.record(store, request, LATER)


def to_values(store: Store, *, every: bool) -> Iterator[Change]:
    """One value of each column changed, and one put where there was none; of each row where `every` is asked for."""
    for table in tables(store):
        for column, kind in columns(store, table):
            for empty in (False, True):
                found = store.rows(
                    f'SELECT rowid, "{column}" FROM "{table}" WHERE "{column}" IS {"" if empty else "NOT "}NULL'
                    f"{'' if every else ' LIMIT 1'}"
                )
                for number, value in found:
                    yield Change(
                        f"{table}.{column} of {number} {'filled' if empty else 'changed'}",
                        f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = ?',
                        (another(value, kind), number),
                    )
                    if not empty and _may_be_empty(store, table, column):
                        what = f"{table}.{column} of {number} emptied"
                        yield Change(what, f'UPDATE "{table}" SET "{column}" = NULL WHERE rowid = ?', (number,))


def another(value: object, kind: str) -> object:
    """A value like this one, and not the same."""
    if value is None:
        return 7 if kind in (_REAL, _WHOLE) else "x"
    if isinstance(value, int):
        return 1 - value if value in (0, 1) else value + 1_000_000
    return value + 0.5 if isinstance(value, float) else f"{value}x"


def to_rows(store: Store, *, every: bool) -> Iterator[Change]:
    """One row of each table taken away, and one put in; each row where `every` is asked for."""
    for table in tables(store):
        held = _HELD_OUTSIDE.get(table, "")
        for (number,) in store.rows(f'SELECT rowid FROM "{table}" {held}{"" if every else " LIMIT 1"}'):
            yield Change(f"{table} {number} taken away", f'DELETE FROM "{table}" WHERE rowid = ?', (number,))
        key, *others = columns(store, table)
        copied = [f"\"{name}\" || 'x'" if kind == "TEXT" else f'"{name}" + 1000000' for name, kind in others]
        fresh = f'(SELECT max("{key[0]}") + 1 FROM "{table}")' if key[1] != "TEXT" else f"\"{key[0]}\" || 'x'"
        yield Change(
            f"{table}: a row put in",
            f'INSERT INTO "{table}" SELECT {", ".join([fresh, *copied])} FROM "{table}" LIMIT 1',
        )


def to_the_shape(store: Store) -> Iterator[Change]:
    """Each view, trigger and index taken away; each view and trigger changed; some of another hand put in."""
    for kind, name, sql in store.rows("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"):
        if kind == "table":
            continue
        yield Change(f"{kind} {name} taken away", f'DROP {kind} "{name}"')
        if kind == "view":
            yield Change(f"{kind} {name} changed", f'DROP {kind} "{name}"', then=f"{sql} AND e.id <> 1")
        elif kind == "trigger":
            quiet = f"{sql.split('RAISE(ABORT')[0]}RAISE(IGNORE); END"
            yield Change(f"{kind} {name} changed", f'DROP {kind} "{name}"', then=quiet)
    yield Change(
        "a trigger of another hand",
        "CREATE TRIGGER quietly AFTER INSERT ON worry BEGIN UPDATE setting SET content = 'null' WHERE key = 'x'; END",
    )
    yield Change("a view of another hand", "CREATE VIEW another AS SELECT * FROM entry")
    yield Change("a table of another hand", "CREATE TABLE another (id INTEGER PRIMARY KEY)")
    yield Change("figures of another hand", "ANALYZE")
    yield Change("a column of another hand", "ALTER TABLE worry ADD COLUMN another TEXT")


def to_numbers(store: Store) -> Iterator[Change]:
    """The highest number that was given out, of each table that keeps one, set back."""
    for name, number in store.rows("SELECT name, seq FROM sqlite_sequence"):
        what = f"the highest number of {name} set back"
        yield Change(what, "UPDATE sqlite_sequence SET seq = ? WHERE name = ?", (number - 1, name))
        yield Change(f"{what} for good", "DELETE FROM sqlite_sequence WHERE name = ?", (name,))
        yield Change(
            f"the highest number of {name} put in twice", "INSERT INTO sqlite_sequence VALUES (?, ?)", (name, number)
        )
    yield Change("a number of no table", "INSERT INTO sqlite_sequence VALUES ('another', 1)")


def tables(store: Store) -> list[str]:
    """The tables that hold records, what is worked out of them, or choices."""
    found = store.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
    return [name for (name,) in found if name not in NO_RECORDS]


def columns(store: Store, table: str) -> list[tuple[str, str]]:
    """The columns of a table, each with its type, the key first."""
    return [(row[1], row[2]) for row in store.rows(f'PRAGMA table_info("{table}")')]


def _may_be_empty(store: Store, table: str, column: str) -> bool:
    return any(row[1] == column and not row[3] and not row[5] for row in store.rows(f'PRAGMA table_info("{table}")'))


def unseen(store: Store, changes: Changes, *, guarded: bool = False) -> tuple[list[str], int]:
    """The changes of which `verify` says nothing, and how many there were; none of them is kept. Nothing refuses them:
    no check, no pointer, and no guard unless it is the guards that are changed.
    """
    left, made = [], 0
    store.leave_thread()
    with as_another_program(store):
        every = list(changes(store))
        for name, kind in store.rows("SELECT name, type FROM sqlite_master WHERE type = 'trigger'"):
            if not guarded:
                store.run(f'DROP {kind} "{name}"')
        before = set(verify(store).faults)
        for change in every:
            made += 1
            store.run("SAVEPOINT untouched")
            store.run(change.sql, change.values)
            if change.then is not None:
                store.run(change.then)
            if not _said_of(store, before):
                left.append(change.what)
            store.run("ROLLBACK TO untouched")
    return left, made


def _said_of(store: Store, before: set[str]) -> bool:
    """Whether `verify` says anything that it did not say before. It is broken off as soon as it does: looking through
    all the rest once more, for each of hundreds of changes, would say no more.
    """

    class Said(Exception):
        """Something new was found."""

    def looked_for(look: Callable[[], Iterable[str]], what: str) -> list[str]:
        found = looked(look, what)
        if set(found) - before:
            raise Said
        return found

    looked = verification._looked_for
    try:
        with patch.object(verification, "_looked_for", looked_for):
            return bool(set(verify(store).faults) - before)
    except Said:
        return True


@contextmanager
def as_another_program(store: Store) -> Iterator[None]:
    """Inside, nothing is checked; what was done is not kept."""

    class Undone(Exception):
        """So that nothing is kept."""

    with suppress(Undone):
        store.database.connect()
        store.run("PRAGMA foreign_keys = OFF")
        store.run("PRAGMA ignore_check_constraints = ON")
        with store.reading():
            yield
            raise Undone


def campaign(*, every: bool) -> tuple[list[str], int]:
    """The changes that were not found, and how many were made."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "team.oversight"
        with_one_of_each(path)
        with closing(open_store(path, create=False)) as store:
            left: list[str] = []
            made = 0
            campaigns: tuple[tuple[Changes, bool], ...] = (
                (lambda store: to_values(store, every=every), False),
                (lambda store: to_rows(store, every=every), False),
                (to_numbers, False),
                (to_the_shape, True),
            )
            for changes, guarded in campaigns:
                some, number = unseen(store, changes, guarded=guarded)
                left, made = left + some, made + number
    return left, made


def main() -> None:
    """Print which changes were not found."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    left, made = campaign(every=True)
    print(f"{made:,} changes, {len(left)} not found")
    for what in left:
        print(f"  {what}")


if __name__ == "__main__":
    main()
