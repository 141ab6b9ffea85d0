"""The journal walked from its first row to its last: whether a row was edited, dropped or moved, a content changed or
taken away, or the end cut off; and what its lines say of the rows of the records.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from db.anchor import Head
from db.ends import GENESIS
from db.journal import ERASED, digest_of, link, numbers_in
from db.lines import Lines

if TYPE_CHECKING:
    from db.engine import Store


class Seen(Struct, frozen=True):
    """A row that was seen outside the store: by `who`, in words, and with at least the beginning of its hash."""

    who: str
    head: Head


class Walked(Struct, frozen=True):
    """How many rows there are, the hash of the last, each fault in a sentence, and what the lines say of records."""

    rows: int
    head: str
    faults: list[str]
    lines: Lines


class _Row(Struct, frozen=True, array_like=True):
    seq: Any
    at: Any
    who: Any
    what: Any
    entry_id: Any
    digest: Any
    previous: Any
    hash: Any
    salt: Any
    before: Any
    after: Any

    def is_linked(self, previous: str) -> bool:
        """Whether the row is as it was written, and follows the one before it."""
        if self._has_bytes():
            return False
        try:
            own = link(self.previous, self.seq, self.at, self.who, self.what, self.entry_id, self.digest)
        except (TypeError, ValueError):
            return False
        return bool(self.previous == previous and own == self.hash)

    def is_whole(self) -> bool:
        """Whether its content is as it was written."""
        if self._has_bytes():
            return False
        try:
            return bool(digest_of(self.salt, self.before, self.after) == self.digest)
        except (TypeError, ValueError):
            return False

    def _has_bytes(self) -> bool:
        """Whether bytes stand where there was text, whose JSON may be that of the text."""
        return any(isinstance(getattr(self, name), bytes) for name in self.__struct_fields__)

    def said(self) -> Mapping[str, Any]:
        """What it says of after the change; nothing where that is no such thing."""
        try:
            after = json.loads(self.after or "{}")
        except (TypeError, ValueError, RecursionError):
            return {}
        return after if isinstance(after, dict) else {}


def walk(store: Store, outside: Sequence[Seen] = (), *, contents: bool = True) -> Walked:
    """Walk it. A content that is gone is a fault unless a row of the chain says that it was erased; without `contents`
    none are looked at, by who may read none.
    """
    faults: list[str] = []
    lines = Lines()
    gone: list[int] = []
    erased: set[int] = set()
    expected, previous, rows = 1, GENESIS, 0
    for row in _rows(store):
        rows += 1
        lines.heard_of(row.entry_id)
        if row.seq != expected:
            faults.append(f"Journal rows {expected} to {_before(row.seq)} are missing.")
        if not row.is_linked(previous):
            faults.append(f"Journal row {row.seq} was changed or moved.")
        if row.salt is None:
            gone.append(row.seq)
        elif not row.is_whole():
            faults.append(f"The content of journal row {row.seq} was changed.")
        else:
            said = row.said()
            if row.what == ERASED:
                erased.update(numbers_in(said.get("rows", ())))
            lines.add(row.what, row.entry_id, row.at, row.who, said)
        for one in outside:
            if one.head.seq == row.seq and not str(row.hash).startswith(one.head.hash):
                faults.append(
                    f"Journal row {row.seq} is not the one that {one.who} has seen: the journal was written anew."
                )
        expected, previous = _after(row.seq, expected), row.hash
    faults += [
        f"The content of journal row {seq} is gone, and no erasure took it."
        for seq in gone
        if contents and seq not in erased
    ]
    faults += _cut_off(store, expected, outside)
    faults += _contents_of_no_row(store)
    return Walked(rows, previous, faults, lines)


def _rows(store: Store) -> Iterator[_Row]:
    for batch in store.batches(
        "SELECT j.seq, j.at, j.who, j.what, j.entry_id, j.digest, j.previous, j.hash, c.salt, c.before, c.after"
        " FROM journal j LEFT JOIN journal_content c ON c.seq = j.seq ORDER BY j.seq"
    ):
        for row in batch:
            yield _Row(*row)


def _before(seq: object) -> object:
    return seq - 1 if isinstance(seq, int) else seq


def _after(seq: object, expected: int) -> int:
    return seq + 1 if isinstance(seq, int) else expected + 1


def _cut_off(store: Store, expected: int, outside: Sequence[Seen]) -> Iterator[str]:
    given_out = store.last_number("journal")
    if given_out >= expected:
        yield f"Journal rows {expected} to {given_out} were cut from the end."
    elif given_out < expected - 1:
        yield "The number of the journal's newest row was set back."
    for one in outside:
        if one.head.seq >= expected:
            yield (
                f"Journal rows {expected} to {one.head.seq} are missing at the end: {one.who} has seen them. This is "
                "an older copy of the store, or its end was cut off."
            )


def _contents_of_no_row(store: Store) -> Iterator[str]:
    for (seq,) in store.rows(
        "SELECT c.seq FROM journal_content c LEFT JOIN journal j ON j.seq = c.seq WHERE j.seq IS NULL"
    ):
        yield f"A content is kept of journal row {seq}, which is not there."
