"""Rows that stood before the journal had a line of each with every column, taken up into it.

Asked for once, when a store of an older version is brought up to date. A row that is not what its older line says of it
is left as it is: that is for verifying to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from db import images, stored
from db.anchor import Head
from db.ends import GENESIS, SETTING, end_of
from db.errors import StoreError
from db.images import Image
from db.journal import PROGRAM, TAKEN_UP, JournalLine, append
from db.models import Entry, fields_of, name_of, table_of
from db.queries.ownership import pointers
from db.question import batched, places
from db.seal import SESSION
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.records import Content, every_kind
from oversight_tui.practice.records.parts import Part

if TYPE_CHECKING:
    from db.engine import Store

_LINES_AT_ONCE = 5000
# What older lines never said of an entry.
_NEVER_SAID = frozenset({"kind", "recorded_at", "recorded_by", "source", "snapshot", "sensitive"})


def take_up(store: Store) -> None:
    """Write the line of each row that has none of every column, inside the transaction that migrates the store."""
    lines = chain(_entries(store), _parts(store), _settings(store))
    last, at = end_of(store) or Head(0, GENESIS), datetime.now(UTC)
    while some := tuple(islice(lines, _LINES_AT_ONCE)):
        last, _ = append(store, some, PROGRAM, at, last)


def has_lines_of_every_column(store: Store) -> bool:
    """Whether the journal has lines that tell every column: then nothing is to be taken up."""
    return (
        store.row(
            "SELECT 1 FROM journal j JOIN journal_content c ON c.seq = j.seq"
            ' WHERE j.what = ? OR (j.entry_id IS NOT NULL AND c.after LIKE \'%"source":"%\') LIMIT 1',
            (TAKEN_UP,),
        )
        is not None
    )


def as_they_stand(store: Store, entries: Sequence[EntryId]) -> Iterator[JournalLine]:
    """The lines of entries that an erasure has left otherwise than they were."""
    for content in every_kind():
        for some in batched(entries):
            for number, image, _ in _rows(store, content, f"WHERE e.id IN ({places(some)})", some):
                yield JournalLine(TAKEN_UP, number, None, image)


def part_as_it_stands(store: Store, kind: type[Part], number: int) -> Iterator[JournalLine]:
    """The same of a row that is no entry."""
    for _, image in _rows_of_part(store, kind, "WHERE id = ?", (number,)):
        yield JournalLine(TAKEN_UP, _entry_of(kind, image), None, {"part": kind.journal_name, **image})


def _entries(store: Store) -> Iterator[JournalLine]:
    for content in every_kind():
        for number, image, line in _rows(store, content):
            if line.seq is not None and _agree(store, content, image, line.after):
                yield JournalLine(TAKEN_UP, number, None, image)


class _Older(NamedTuple):
    """The older line of an entry; `seq` is None where there is none, `after` where an erasure took its content."""

    seq: int | None
    after: str | None


def _rows(
    store: Store, content: type[Content], where: str = "", values: Sequence[object] = ()
) -> Iterator[tuple[EntryId, Image, _Older]]:
    """(number, image with what else an entry has, its older line) of each entry of a kind."""
    table = table_of(content)
    spine, said = fields_of(Entry), fields_of(table)
    columns = [f'e."{field.column_name}"' for field in spine] + [f'd."{field.column_name}"' for field in said]
    for batch in store.batches(
        f'SELECT j.seq, c.after, {", ".join(columns)} FROM entry e JOIN "{name_of(table)}" d ON d.entry_id = e.id'
        " LEFT JOIN journal j ON j.entry_id = e.id AND j.what = e.kind LEFT JOIN journal_content c ON c.seq = j.seq"
        f" {where}",
        values,
    ):
        for seq, after, *row in batch:
            yield EntryId(row[0]), images.entry(content, row), _Older(seq, after)


def _agree(store: Store, content: type[Content], image: Image, after: str | None) -> bool:
    """Whether a row is what its older line says, as far as that goes; what pointed at what was erased says nothing."""
    if after is None:
        return True
    try:
        said = stored.content(after)
    except StoreError:
        return False
    if not isinstance(said, dict):
        return False
    loose = {pointer.column for pointer in pointers()[1] if pointer.table == name_of(table_of(content))}
    names = {field.name for field in fields_of(table_of(content)) if field.column_name in loose}
    for name in names & (said.keys() - image.keys()):
        if store.row("SELECT 1 FROM entry WHERE id = ?", (said[name],)) is None:
            del said[name]
    now = {key: value for key, value in image.items() if key not in _NEVER_SAID}
    return said == {key: value for key, value in now.items() if key in said or value is not False}


def _parts(store: Store) -> Iterator[JournalLine]:
    for kind in images.every_part():
        for _, image in _rows_of_part(store, kind):
            yield JournalLine(TAKEN_UP, _entry_of(kind, image), None, {"part": kind.journal_name, **image})


def _rows_of_part(
    store: Store, kind: type[Part], where: str = "", values: Sequence[object] = ()
) -> Iterator[tuple[int, Image]]:
    table = table_of(kind)
    columns = ", ".join(f'"{field.column_name}"' for field in fields_of(table))
    for batch in store.batches(f'SELECT {columns} FROM "{name_of(table)}" {where}', values):
        for row in batch:
            yield row[0], images.part(kind).image(row)


def _entry_of(kind: type[Part], image: Image) -> EntryId | None:
    number = image[kind.part_of] if kind.part_of is not None else None
    return EntryId(number) if isinstance(number, int) else None


def _settings(store: Store) -> Iterator[JournalLine]:
    for key, content in store.rows("SELECT key, content FROM setting WHERE key <> ? ORDER BY key", (SESSION,)):
        try:
            yield JournalLine(SETTING, None, None, {"key": key, "content": stored.content(content)})
        except StoreError:
            continue
