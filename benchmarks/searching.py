"""How long it takes to find where something was said, among a hundred thousand entries of an encrypted store.

    .venv/bin/python -m benchmarks.searching [--folder FOLDER]

Beside what the program does, in the same run: the same table of a plain store, the words of the records as they are
(accents count, and neither what is hidden nor what was taken back is left out), SQLite's own index of words (FTS5), and
all words in memory. What each of them costs besides (to make, on the disk, in memory) is told too.
"""

from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

from sqlcipher3 import dbapi2

from benchmarks.authority_store import authority
from benchmarks.figures import Figure, in_turn
from benchmarks.insides import Key, Store, encrypted_copy, opened, search_all, worded_columns
from benchmarks.options import run

TEAMS, YEARS = 16, 3  # about a hundred thousand entries with words
RUNS = 5
AT_MOST = 200.0  # milliseconds
# One that is rare, one in every third entry, the first two letters of many, two words, and none.
ASKED = ("landlord notice", "the", "sc", "school mum", "xylophone")


def figures(options: argparse.Namespace) -> list[Figure]:
    """Each question, asked in each way."""
    plain_path = authority(options.folder, TEAMS, YEARS)
    with encrypted_copy(plain_path, options.folder / "searching.oversight") as (path, key):
        indexed = Path(shutil.copy(path, path.with_name("searching-fts.oversight")))
        with _raw(path, key) as connection, _raw(indexed, key) as index:
            entries = connection.execute("SELECT count(*) FROM said").fetchone()[0]
            made = _timed(lambda: _make_index(index))
            held: list[_InMemory] = []
            read = _timed(lambda: held.append(_InMemory(connection)))
            plain, store = opened(plain_path), opened(path, key)
            found = [one for text in ASKED for one in _asked(text, plain, store, connection, index, held[0])]
            plain.close()
            store.close()
            grown = (os.path.getsize(indexed) - os.path.getsize(path)) / 1e6
        indexed.unlink()
    table = sum(len(words) for words in held[0].texts) / 1e6
    return [
        Figure("entries with words", entries, ""),
        *found,
        Figure("FTS5: to make the index", made),
        Figure("FTS5: on the disk", grown, "MB", ("the table of words", table)),
        Figure("in memory: to read the words", read),
        Figure("in memory: held", table, "MB"),
    ]


def _asked(text: str, plain: Store, store: Store, connection: Any, index: Any, memory: _InMemory) -> Iterator[Figure]:
    words = text.split()
    took = in_turn(
        {
            "the program": lambda: search_all(store, text),
            "the program, plain store": lambda: search_all(plain, text),
            "the records as they are": lambda: _as_they_are(connection, words),
            "FTS5": lambda: _by_index(index, words),
            "in memory": lambda: memory.search(words),
        },
        RUNS,
    )
    yield Figure(f"'{text}': the program", took["the program"], at_most=AT_MOST, absolute=True)
    for name, milliseconds in list(took.items())[1:]:
        yield Figure(f"'{text}': {name}", milliseconds, beside=("the program", took["the program"]))


def _timed(task: Callable[[], object]) -> float:
    began = perf_counter()
    task()
    return (perf_counter() - began) * 1000


@contextmanager
def _raw(path: Path, key: Key) -> Iterator[Any]:
    connection = dbapi2.connect(str(path))
    connection.execute(f'PRAGMA key = "{key.spelled()}"')
    connection.execute("PRAGMA cache_size = -16384")
    try:
        yield connection
    finally:
        connection.close()


def _as_they_are(connection: Any, words: Sequence[str]) -> int:
    """Every column that holds words, asked for all of them."""
    found = 0
    for table, columns in worded_columns():
        said = " || ' ' || ".join(f"COALESCE(\"{column}\", '')" for column in columns)
        conditions = " AND ".join(f"{said} LIKE ?" for _ in words)
        sql = (
            f'SELECT e.id FROM "{table}" d JOIN entry e ON e.id = d.entry_id WHERE {conditions}'
            " ORDER BY e.happened_on DESC LIMIT 51"
        )
        found += len(connection.execute(sql, [f"%{word}%" for word in words]).fetchall())
    return found


def _make_index(connection: Any) -> None:
    connection.execute(
        "CREATE VIRTUAL TABLE searched USING fts5(words, content='said', content_rowid='entry_id', prefix='2 3')"
    )
    connection.execute("INSERT INTO searched (searched, rank) VALUES ('secure-delete', 1)")
    connection.execute("INSERT INTO searched (searched) VALUES ('rebuild')")
    connection.commit()


def _by_index(connection: Any, words: Sequence[str]) -> int:
    sql = (
        "SELECT s.entry_id FROM said s WHERE s.stands AND s.entry_id IN"
        " (SELECT rowid FROM searched WHERE searched MATCH ?) ORDER BY s.day DESC LIMIT 51"
    )
    return len(connection.execute(sql, (" ".join(f'"{word}"*' for word in words),)).fetchall())


class _InMemory:
    """All words of all entries, read once."""

    def __init__(self, connection: Any) -> None:
        rows = connection.execute("SELECT words FROM said WHERE stands ORDER BY day DESC").fetchall()
        self.texts = [row[0] for row in rows]

    def search(self, words: Sequence[str]) -> int:
        """How many there are."""
        beginnings = [f" {word}" for word in words]
        return sum(all(one in text for one in beginnings) for text in self.texts)


if __name__ == "__main__":
    raise SystemExit(run({"Finding what was said": figures}, __doc__))
