"""The journal: who did what, chained so that an edited, dropped or reordered row shows.

The chain covers a salted digest of each change and never the change itself, which lies with its salt in a table apart:
what the law says must go can go, and the chain still verifies.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.json import Encoder

from db import stored
from db.anchor import Head
from db.ends import GENESIS, SETTING, end_of, first_hash
from db.fields import utc_text
from db.question import batched, places
from oversight_tui.practice.ids import EntryId

if TYPE_CHECKING:
    from db.engine import Store

ERASED = "erased"  # a row that says which contents are gone by law, in `rows`
TAKEN_UP = "taken_up"  # the line of a row that stood before there was one of it, or that an erasure left otherwise
PROGRAM = "Oversight"  # who writes what nobody asked for
_ROWS = "INSERT INTO journal (seq, at, who, what, entry_id, digest, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_CONTENTS = "INSERT INTO journal_content (seq, salt, before, after) VALUES (?, ?, ?, ?)"
_ROW = "j.seq, j.at, j.who, j.what, j.entry_id, c.before, c.after, j.hash"
_AT_ONCE = 5_000  # lines made into rows before they are written, so that those of an import are never all there twice
_CANONICAL = Encoder(order="sorted").encode


class JournalLine(Struct, frozen=True):
    """One change: a word for it, the entry it made (None where it made none), and the record before and after."""

    what: str
    entry_id: EntryId | None
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


class JournalRow(Struct, frozen=True):
    """One row as read back; `before` and `after` are None where there was nothing, or where it was erased."""

    seq: int
    at: str
    who: str
    what: str
    entry_id: EntryId | None
    before: Any
    after: Any
    hash: str


def stamp(moment: datetime) -> str:
    """A moment as the journal writes it, in UTC."""
    return utc_text(moment)


def canonical(value: Any) -> bytes:
    """JSON with one spelling for one value, so that a digest can be made again."""
    return _CANONICAL(value)


def digest_of(salt: str, before: str | None, after: str | None) -> str:
    """The salted SHA-256 of a change."""
    return hashlib.sha256(canonical([salt, before, after])).hexdigest()


def link(previous: str, seq: int, at: str, who: str, what: str, entry_id: int | None, digest: str) -> str:
    """The hash of a row, which covers the row and the hash before it."""
    return hashlib.sha256(canonical([previous, seq, at, who, what, entry_id, digest])).hexdigest()


def write_lines(store: Store, lines: Iterable[JournalLine], who: str, at: datetime) -> None:
    """Append the lines, all of one moment; called inside the transaction that makes the changes, so that both are kept
    or neither. What an anchor outside the store asks to be said comes last.
    """
    last = end_of(store) or Head(0, GENESIS)
    head, first = append(store, lines, who, at, last)
    if head.seq > last.seq and store.outside.announce(store, first, last):
        asked = JournalLine(SETTING, None, None, store.outside.write_down(store))
        head, _ = append(store, [asked], who, at, head)
    store.outside.written(store, head)


def append(store: Store, lines: Iterable[JournalLine], who: str, at: datetime, last: Head) -> tuple[Head, str]:
    """Write the lines after `last`, saying nothing of it outside; returns the newest row, and the first row's hash."""
    seq, previous, moment = last.seq, last.hash, stamp(at)
    first = "" if seq == 0 else first_hash(store) or ""
    waiting = iter(lines)
    while some := list(islice(waiting, _AT_ONCE)):
        rows, contents = [], []
        for line in some:
            seq += 1
            salt = secrets.token_hex(16)
            before = None if line.before is None else canonical(line.before).decode()
            after = None if line.after is None else canonical(line.after).decode()
            digest = digest_of(salt, before, after)
            current = link(previous, seq, moment, who, line.what, line.entry_id, digest)
            rows.append((seq, moment, who, line.what, line.entry_id, digest, previous, current))
            contents.append((seq, salt, before, after))
            previous, first = current, first or current
        store.run_many(_ROWS, rows)
        store.run_many(_CONTENTS, contents)
    return Head(seq, previous), first


class WholeLine(Struct, frozen=True):
    """A line as it is kept, with its links and the salt of its content."""

    row: tuple[Any, ...]
    content: tuple[Any, ...]

    @property
    def what(self) -> str:
        """The word for it."""
        return str(self.row[3])

    @property
    def head(self) -> Head:
        """Its number and its hash."""
        return Head(self.row[0], self.row[7])


def line_after(store: Store, seq: int) -> WholeLine | None:
    """The line after that of this number, None where there is none or its content is gone."""
    columns = "j.seq, j.at, j.who, j.what, j.entry_id, j.digest, j.previous, j.hash, c.seq, c.salt, c.before, c.after"
    row = store.row(
        f"SELECT {columns} FROM journal j JOIN journal_content c ON c.seq = j.seq WHERE j.seq = ?", (seq + 1,)
    )
    return WholeLine(tuple(row[:8]), tuple(row[8:])) if row else None


def put_line(store: Store, line: WholeLine) -> None:
    """Append a line of another store's journal, which goes on where this one ends, as it stands there."""
    store.run(_ROWS, line.row)
    store.run(_CONTENTS, line.content)


def read(store: Store) -> Iterator[JournalRow]:
    """Every row, oldest first."""
    for batch in store.batches(
        f"SELECT {_ROW} FROM journal j LEFT JOIN journal_content c ON c.seq = j.seq ORDER BY j.seq"
    ):
        for row in batch:
            yield _row(*row)


def _row(
    seq: int, at: str, who: str, what: str, entry_id: int | None, before: str | None, after: str | None, current: str
) -> JournalRow:
    return JournalRow(
        seq,
        at,
        who,
        what,
        EntryId(entry_id) if entry_id is not None else None,
        _loaded(before),
        _loaded(after),
        current,
    )


def newest_moment(store: Store) -> datetime | None:
    """The latest moment at which anything was recorded, None where nothing ever was. Raises StoreError."""
    row = store.row("SELECT max(at) FROM journal")
    return stored.moment(row[0]) if row and row[0] is not None else None


class JournalAbout(Struct, frozen=True):
    """A row of the journal with whom it is about: a child's reference (then `about_child`), a worker's name, or nobody.

    What was opened, copied or printed made no entry: there the line itself says whom.
    """

    row: JournalRow
    about: str
    about_child: bool


def newest(store: Store, before: int | None, number: int) -> list[JournalAbout]:
    """So many rows, newest first, older than the row `before`; without those that take up what stood already."""
    rows = store.rows(
        f"SELECT {_ROW}, e.child_id, e.worker_id FROM journal j LEFT JOIN journal_content c ON c.seq = j.seq"
        " LEFT JOIN entry e ON e.id = j.entry_id WHERE j.seq < ? AND j.what <> ? ORDER BY j.seq DESC LIMIT ?",
        (before if before is not None else 2**62, TAKEN_UP, number),
    )
    found = [(_row(*row[:-2]), row[-2], row[-1]) for row in rows]
    about = [
        (child or _named(one.after, "child"), worker or _named(one.after, "worker")) for one, child, worker in found
    ]
    children = _called(store, "SELECT id, reference FROM child WHERE id", [child for child, _ in about])
    workers = _called(store, "SELECT worker_id, name FROM worker_now WHERE worker_id", [worker for _, worker in about])
    return [
        JournalAbout(one, children.get(child) or workers.get(worker) or "", child in children)
        for (one, _, _), (child, worker) in zip(found, about, strict=True)
    ]


def named_in(store: Store, rows: Iterable[JournalRow]) -> dict[int, str]:
    """The child's reference or the worker's name of each row that made no entry and says whom it is about."""
    about = {
        one.seq: (_named(one.after, "child"), _named(one.after, "worker"))
        for one in rows
        if one.what.startswith("opened") or one.what == "copied"
    }
    children = _called(store, "SELECT id, reference FROM child WHERE id", [child for child, _ in about.values()])
    workers = _called(
        store, "SELECT worker_id, name FROM worker_now WHERE worker_id", [worker for _, worker in about.values()]
    )
    found = {seq: children.get(child) or workers.get(worker) or "" for seq, (child, worker) in about.items()}
    return {seq: name for seq, name in found.items() if name}


def _named(after: Any, what: str) -> int | None:
    number = after.get(what) if isinstance(after, dict) else None
    return number if isinstance(number, int) else None


def _called(store: Store, sql: str, ids: Iterable[int | None]) -> dict[int | None, str]:
    wanted = {number for number in ids if number is not None}
    return {number: name for some in batched(wanted) for number, name in store.rows(f"{sql} IN ({places(some)})", some)}


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
