"""The journal: who did what, chained so that an edited, dropped or reordered row shows.

The chain covers a salted digest of each change and never the change itself, which lies with its salt in a table apart:
what the law says must go can go, and the chain still verifies.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from db import stored
from db.anchor import Head

if TYPE_CHECKING:
    from db.engine import Store

GENESIS = "0" * 64
ERASED = "erased"  # a row that says which contents are gone by law, in `rows`
RESTORED = "restored"  # the line that begins an epoch: a backup took the store's place
_STAMP = "%Y-%m-%dT%H:%M:%S.%fZ"


# Made once: `json.dumps` would make it anew for each row of a journal that is walked.
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


class JournalLine(Struct, frozen=True):
    """One change: a word for it, the entry it made (None where it made none), and the record before and after."""

    what: str
    entry_id: int | None
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


class JournalRow(Struct, frozen=True):
    """One row as read back; `before` and `after` are None where there was nothing, or where it was erased."""

    seq: int
    at: str
    who: str
    what: str
    entry_id: int | None
    before: Any
    after: Any
    hash: str


def canonical(value: Any) -> str:
    """JSON with one spelling for one value, so that a digest can be made again."""
    return _CANONICAL(value)


def digest_of(salt: str, before: str | None, after: str | None) -> str:
    """The salted SHA-256 of a change."""
    return hashlib.sha256(canonical([salt, before, after]).encode()).hexdigest()


def link(previous: str, seq: int, at: str, who: str, what: str, entry_id: int | None, digest: str) -> str:
    """The hash of a row, which covers the row and the hash before it."""
    return hashlib.sha256(canonical([previous, seq, at, who, what, entry_id, digest]).encode()).hexdigest()


def write_lines(store: Store, lines: Sequence[JournalLine], who: str) -> None:
    """Append the lines; called inside the transaction that makes the changes, so that both are kept or neither."""
    database = store.database
    last = end_of(store) or Head(0, GENESIS)
    seq, previous = last.seq, last.hash
    at = datetime.now(UTC).strftime(_STAMP)
    rows, contents = [], []
    for line in lines:
        seq += 1
        salt = secrets.token_hex(16)
        before = None if line.before is None else canonical(line.before)
        after = None if line.after is None else canonical(line.after)
        digest = digest_of(salt, before, after)
        current = link(previous, seq, at, who, line.what, line.entry_id, digest)
        rows.append((seq, at, who, line.what, line.entry_id, digest, previous, current))
        contents.append((seq, salt, before, after))
        previous = current
    connection = database.connection()
    connection.executemany(
        "INSERT INTO journal (seq, at, who, what, entry_id, digest, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    connection.executemany("INSERT INTO journal_content (seq, salt, before, after) VALUES (?, ?, ?, ?)", contents)
    store.anchor()
    store.written = Head(seq, previous)


def read(store: Store) -> Iterator[JournalRow]:
    """Every row, oldest first."""
    for seq, at, who, what, entry_id, before, after, current in store.database.execute_sql(
        "SELECT j.seq, j.at, j.who, j.what, j.entry_id, c.before, c.after, j.hash"
        " FROM journal j LEFT JOIN journal_content c ON c.seq = j.seq ORDER BY j.seq"
    ):
        yield JournalRow(seq, at, who, what, entry_id, _loaded(before), _loaded(after), current)


def end_of(store: Store) -> Head | None:
    """The newest row, None where nothing was ever recorded."""
    row = store.database.execute_sql("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return Head(*row) if row else None


def newest(store: Store, before: int | None, number: int) -> list[tuple[JournalRow, str, bool]]:
    """So many rows, newest first, older than the row `before`, each with whom its entry is about.

    A child's reference (then True) or a worker's name stands for whom; empty where it is about nobody. What was opened,
    copied or printed made no entry: there the line itself says whom.
    """
    rows = store.database.execute_sql(
        "SELECT j.seq, j.at, j.who, j.what, j.entry_id, c.before, c.after, j.hash, ch.reference, w.name"
        " FROM journal j LEFT JOIN journal_content c ON c.seq = j.seq LEFT JOIN entry e ON e.id = j.entry_id"
        " LEFT JOIN child ch ON ch.id = COALESCE(e.child_id, json_extract(c.after, '$.child'))"
        " LEFT JOIN worker_now w ON w.worker_id = COALESCE(e.worker_id, json_extract(c.after, '$.worker'))"
        " WHERE j.seq < ? ORDER BY j.seq DESC LIMIT ?",
        (before if before is not None else 2**62, number),
    )
    return [
        (
            JournalRow(row[0], row[1], row[2], row[3], row[4], _loaded(row[5]), _loaded(row[6]), row[7]),
            row[8] or row[9] or "",
            row[8] is not None,
        )
        for row in rows
    ]


def _loaded(text: str | None) -> Any:
    return None if text is None else stored.content(text)


def ranges_of(numbers: Iterable[int]) -> list[list[int]]:
    """Numbers as [first, last] of each unbroken run."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return found


def numbers_in(ranges: Iterable[Sequence[int]]) -> Iterator[int]:
    """The numbers of such runs."""
    for first, last in ranges:
        yield from range(first, last + 1)
