"""Whether a store still holds what was written: the chain of the journal, its end, the records, what is worked out.

The chain shows a row of the journal that was edited, dropped or moved. That its end was cut off is shown by the numbers
that SQLite has given out, and by the anchor, which lies outside the store. Each record is held against the line that
the journal has of it, and what is kept for speed against the records.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from peewee import ForeignKeyField

from db import derived
from db.anchor import Head
from db.errors import StoreError
from db.guards import missing_guards
from db.journal import ERASED, GENESIS, RESTORED, digest_of, link, numbers_in
from db.models import Detail, tables_of

if TYPE_CHECKING:
    from db.engine import Store

_SPINE = ("child", "worker", "on", "at", "corrects")


class Verification(Struct, frozen=True):
    """What was found: how many rows the journal has, its last hash, the newest row that the anchor has seen (None where
    none is kept), and each fault as a sentence. `guards` and `differing` are those of them that are about guards and
    about what is worked out.
    """

    rows: int
    head: str
    anchored: int | None
    faults: tuple[str, ...]
    guards: tuple[str, ...]
    differing: tuple[str, ...]


class Seen(Struct, frozen=True):
    """A row that was seen outside the store: by `who`, in words, and with at least the beginning of its hash."""

    who: str
    head: Head


def verify(store: Store, printed: Head | None = None) -> Verification:
    """Look through everything, in one read transaction; `printed` is the end of the journal on a printed list."""
    with store.reading():
        seen, anchor_faults = _anchored(store)
        outside = [Seen("the anchor", seen)] if seen else []
        outside += [Seen("the printed list", printed)] if printed else []
        rows, head, faults = walk(store, outside)
        faults += anchor_faults
        faults += _records(store)
        guards = tuple(
            f"The guard {name} of the store is missing or changed." for name in sorted(missing_guards(store.database))
        )
        differing = derived.differences(store)
    return Verification(rows, head, seen.seq if seen else None, (*faults, *guards, *differing), guards, differing)


def walk(store: Store, outside: Sequence[Seen] = ()) -> tuple[int, str, list[str]]:
    """The rows of the chain, its last hash, and each fault: in a link, in a content, at the end.

    A content that is gone is a fault unless a row of the chain says that it was erased.
    """
    faults: list[str] = []
    gone: list[int] = []
    erased: set[int] = set()
    expected, previous, rows = 1, GENESIS, 0
    for seq, at, who, what, entry_id, digest, before_hash, current, salt, before, after in store.database.execute_sql(
        "SELECT j.seq, j.at, j.who, j.what, j.entry_id, j.digest, j.previous, j.hash, c.salt, c.before, c.after"
        " FROM journal j LEFT JOIN journal_content c ON c.seq = j.seq ORDER BY j.seq"
    ):
        rows += 1
        if seq != expected:
            faults.append(f"Journal rows {expected} to {seq - 1} are missing.")
        if before_hash != previous or link(before_hash, seq, at, who, what, entry_id, digest) != current:
            faults.append(f"Journal row {seq} was changed or moved.")
        if salt is None:
            gone.append(seq)
        elif digest_of(salt, before, after) != digest:
            faults.append(f"The content of journal row {seq} was changed.")
        elif what == ERASED:
            erased.update(numbers_in(json.loads(after)["rows"]))
        for one in outside:
            if one.head.seq == seq and not current.startswith(one.head.hash):
                faults.append(
                    f"Journal row {seq} is not the one that {one.who} has seen: the journal was written anew."
                )
        expected, previous = seq + 1, current
    faults += [
        f"The content of journal row {seq} is gone, and no erasure took it." for seq in gone if seq not in erased
    ]
    faults += _cut_off(store, expected, outside)
    return rows, previous, faults


def _cut_off(store: Store, expected: int, outside: Sequence[Seen]) -> Iterator[str]:
    given_out = store.last_number("journal")
    if given_out >= expected:
        yield f"Journal rows {expected} to {given_out} were cut from the end."
    for one in outside:
        if one.head.seq >= expected:
            yield (
                f"Journal rows {expected} to {one.head.seq} are missing at the end: {one.who} has seen them. This is "
                "an older copy of the store, or its end was cut off."
            )


def _anchored(store: Store) -> tuple[Head | None, list[str]]:
    anchor = store.anchor()
    try:
        seen = anchor.read() if anchor is not None else None
    except StoreError as problem:
        return None, [str(problem)]
    return (None if seen is not None and _replaced(store, seen) else seen), []


def _replaced(store: Store, seen: Head) -> bool:
    """Whether a restore says that it replaced the store whose end this is: the anchor has not followed it yet."""
    rows = store.database.execute_sql(
        "SELECT c.after FROM journal j JOIN journal_content c ON c.seq = j.seq WHERE j.what = ?", (RESTORED,)
    )
    return any(json.loads(after or "{}").get("anchored") == {"seq": seen.seq, "hash": seen.hash} for (after,) in rows)


def _records(store: Store) -> Iterator[str]:
    """Entries whose spine or detail is not what their line in the journal says, and entries without a line."""
    entries = {row[0] for row in store.database.execute_sql("SELECT id FROM entry").fetchall()}
    for table in tables_of(Detail):
        shape: Any = table._meta
        fields = [field for field in shape.sorted_fields if field.name != "entry"]
        columns = ", ".join(f'd."{field.column_name}"' for field in fields)
        rows = store.database.execute_sql(
            "SELECT e.id, c.after, e.child_id, e.worker_id, e.happened_on, e.happened_at, e.corrects_id, "
            f'{columns} FROM "{shape.table_name}" d JOIN entry e ON e.id = d.entry_id'
            " JOIN journal j ON j.entry_id = e.id AND j.what = e.kind JOIN journal_content c ON c.seq = j.seq"
        )
        names = (*_SPINE, *(field.name for field in fields))
        pointing = {field.name for field in fields if isinstance(field, ForeignKeyField)}
        for number, after, *values in rows:
            said = json.loads(after or "{}")
            for name, value in zip(names, values, strict=True):
                # What pointed at an entry that was erased points nowhere now.
                loose = name in pointing and value is None and said.get(name) not in entries
                if said.get(name, value) != value and not loose:
                    yield f"Entry {number} is not what the journal says was written."
                    break
    for (number,) in store.database.execute_sql(
        "SELECT e.id FROM entry e WHERE NOT EXISTS (SELECT 1 FROM journal j WHERE j.entry_id = e.id)"
    ):
        yield f"The journal has no line of entry {number}."
    for (number,) in store.database.execute_sql(
        "SELECT DISTINCT j.entry_id FROM journal j JOIN journal_content c ON c.seq = j.seq"
        " WHERE j.entry_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.id = j.entry_id)"
    ):
        yield f"Entry {number} is missing."
