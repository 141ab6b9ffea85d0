"""What the lines of the journal say of the rows of the records, held against these rows, in both directions.

Of each row the newest line that tells it counts, and it tells every column. Kept is no more than a digest of it, since
an authority's store has very many.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from db import images
from db.ends import SETTING
from db.images import Image
from db.journal import TAKEN_UP
from db.models import Entry, Numbered, Record, fields_of, name_of, table_of, tables_of
from db.seal import SESSION, is_session
from oversight_tui.practice.records import Content, every_kind
from oversight_tui.practice.records.parts import Part

if TYPE_CHECKING:
    from db.engine import Store

_DIGEST_BYTES = 16


class Lines:
    """Gathers what the lines say, row by row of the journal; then tells where the records say otherwise."""

    def __init__(self) -> None:
        self._entries: dict[int, bytes] = {}
        self._parts: dict[type[Part], dict[int, bytes]] = {kind: {} for kind in images.every_part()}
        self._choices: dict[str, bytes] = {}
        self._highest_entry = 0
        self._by_name = {kind.journal_name: kind for kind in images.every_part()}
        self._kinds = {content.kind.name for content in every_kind()}

    def heard_of(self, entry: object) -> None:
        """Take the number of an entry that a line is about, also where its content was erased."""
        if isinstance(entry, int):
            self._highest_entry = max(self._highest_entry, entry)

    def add(self, what: object, entry: object, at: object, who: object, said: Mapping[str, Any]) -> None:
        """Take a line whose content is as it was written; one that tells of no row counts for nothing here."""
        if what == TAKEN_UP and "part" in said:
            self._add_part(self._by_name.get(said["part"]), said)
        elif what == TAKEN_UP and isinstance(entry, int):
            self._entries[entry] = _digest(said)
        elif what == SETTING and isinstance(said.get("key"), str):
            self._choices[said["key"]] = _digest(said.get("content"))
        elif what in self._by_name:
            self._add_part(self._by_name[str(what)], said)
        elif what in self._kinds and isinstance(entry, int):
            self._entries[entry] = _digest({"kind": what, "recorded_at": at, "recorded_by": who, **said})

    def _add_part(self, kind: type[Part] | None, said: Mapping[str, Any]) -> None:
        number = said.get(kind.number_as) if kind is not None else None
        if kind is not None and isinstance(number, int):
            names = images.part(kind).names
            self._parts[kind][number] = _digest({name: value for name, value in said.items() if name in names})

    def differences(self, store: Store) -> Iterator[str]:
        """A sentence for each row that is missing, has no line, or is not what its newest line says."""
        yield from self._in_entries(store)
        for kind, lines in self._parts.items():
            yield from _in_parts(store, kind, lines)
        yield from self._in_choices(store)
        yield from self._in_numbers(store)

    def _in_entries(self, store: Store) -> Iterator[str]:
        waiting = {row[0] for row in store.rows("SELECT id FROM entry")}
        missing = self._entries.keys() - waiting
        for content in every_kind():
            for number, image in _entries_of(store, content):
                if number not in waiting:
                    yield f"Entry {number} is there twice, or a part of it is."
                    continue
                waiting.discard(number)
                if number not in self._entries:
                    yield f"The journal has no line of entry {number}."
                elif image is None or self._entries[number] != _digest(image):
                    yield f"Entry {number} is not what the journal says was written."
        for number in sorted(waiting, key=str):
            yield f"Entry {number} is not what the journal says was written: a part of it is missing."
        for number in sorted(missing):
            yield f"Entry {number} is missing."

    def _in_choices(self, store: Store) -> Iterator[str]:
        if store.on_a_server:  # each login has its own there, and the journal does not say whose a line is of
            return
        lines = dict(self._choices)
        for key, content in store.rows("SELECT key, content FROM setting"):
            if key == SESSION and is_session(_loaded(content)):
                continue
            if lines.pop(key, None) != _digest(_loaded(content)):
                yield f"The choice {key} that is kept with the store is not what the journal says was chosen."
        for key in lines:
            yield f"The choice {key} that was kept with the store is missing."

    def _in_numbers(self, store: Store) -> Iterator[str]:
        """A number that was given out is never given again; SQLite keeps the highest of each table."""
        for table in tables_of(Record):
            name = name_of(table)
            if name == "journal" or not any(isinstance(field, Numbered) for field in fields_of(table)):
                continue
            highest = int(store.row(f'SELECT COALESCE(max(id), 0) FROM "{name}"')[0])
            if table is Entry:
                wrong = store.last_number(name) != max(highest, self._highest_entry)
            else:
                told = self._parts[next(kind for kind in self._parts if table_of(kind) is table)]
                wrong = store.last_number(name) < max((highest, *told))
            if wrong:
                yield f"The highest number that was given to a row of {name} was changed."
        tables = {name_of(table) for table in tables_of(Record)}
        kept = store.engine.with_a_last_number()
        if len(kept) != len(set(kept)) or not tables.issuperset(kept):
            yield "Among the highest numbers that were given is one of no record."


def _entries_of(store: Store, content: type[Content]) -> Iterator[tuple[Any, Image | None]]:
    """The number and the image of each entry of a kind; None for one without its spine."""
    table = table_of(content)
    spine = fields_of(Entry)
    columns = [f'e."{field.column_name}"' for field in spine] + [
        f'd."{field.column_name}"' for field in fields_of(table)
    ]
    for batch in store.batches(
        f'SELECT d.entry_id, {", ".join(columns)} FROM "{name_of(table)}" d LEFT JOIN entry e ON e.id = d.entry_id'
    ):
        for number, *row in batch:
            yield number, images.entry(content, row) if row[0] is not None else None


def _in_parts(store: Store, kind: type[Part], lines: Mapping[int, bytes]) -> Iterator[str]:
    table = table_of(kind)
    name, columns = name_of(table), ", ".join(f'"{field.column_name}"' for field in fields_of(table))
    missing = set(lines)
    for batch in store.batches(f'SELECT {columns} FROM "{name}"'):
        for row in batch:
            missing.discard(row[0])
            if row[0] not in lines:
                yield f"The journal has no line of row {row[0]} of {name}."
            elif lines[row[0]] != _digest(images.part(kind).image(row)):
                yield f"Row {row[0]} of {name} is not what the journal says was written."
    for number in sorted(missing):
        yield f"Row {number} of {name} is missing."


def _loaded(text: object) -> object:
    try:
        return json.loads(text) if isinstance(text, str) else text
    except (ValueError, RecursionError):
        return text


def _digest(value: object) -> bytes:
    """A digest of what can be told in JSON; bytes, which nothing of a record is, are told by their own spelling."""
    told = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=repr)
    return hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).digest()
