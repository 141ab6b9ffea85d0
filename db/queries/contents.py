"""What one entry says, as the content of its kind; and what follows an entry. Derived from the kinds alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from db.models import fields_of, name_of, table_of
from db.question import SENSITIVE, batched, places
from db.reading import read_in_order
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.records import Content, columns_of, every_kind, kind_named
from oversight_tui.practice.records.base import text_of

if TYPE_CHECKING:
    from db.engine import Store


def content_of(store: Store, kind: str, version: int) -> Content:
    """What this version of an entry of a kind says."""
    content = kind_named(kind)
    rows = store.rows(f"SELECT {selected(content)} FROM {_table(content)} d WHERE d.entry_id = ?", (version,))
    return read_in_order(content, rows)[0]


def following(store: Store, entry: EntryId) -> list[EntryId]:
    """The entries that follow this one: they go with it to another page."""
    return [
        row[0]
        for table, column in _pointers()
        for row in store.rows(f"SELECT entry_id FROM {table} WHERE {column} = ?", (entry,))
    ]


@cache
def selected(content: type[Content]) -> str:
    """The columns of a kind's table `d`, in the order of the content's fields."""
    columns = {field.name: field.column_name for field in fields_of(table_of(content))}
    return ", ".join(f'd."{columns[name]}"' for name in content.__struct_fields__)


@cache
def _pointers() -> tuple[tuple[str, str], ...]:
    """(table, column) of each column that names the entry an entry follows."""
    return tuple(
        (_table(content), field.column_name)
        for content in every_kind()
        for field in fields_of(table_of(content))
        if field.name == columns_of(content).follows
    )


def _table(content: type[Content]) -> str:
    return f'"{name_of(table_of(content))}"'


def contents_about(
    store: Store, about: str, number: int, kinds: Iterable[type[Content]], *, without_child: bool = False
) -> dict[EntryId, Content]:
    """What every entry of these kinds says that is about somebody, by its number; versions and all.

    `about` is the column of the spine that holds the `number`; `without_child` leaves out what is about a child too.
    """
    only = " AND e.child_id IS NULL" if without_child else ""
    there = {row[0] for row in store.rows(f"SELECT DISTINCT e.kind FROM entry e WHERE e.{about} = ?{only}", (number,))}
    found: dict[EntryId, Content] = {}
    for content in kinds:
        if content.kind.name in there:
            rows = store.rows(
                f"SELECT d.entry_id, {selected(content)} FROM {_table(content)} d JOIN entry e ON e.id = d.entry_id"
                f" WHERE e.{about} = ? AND e.kind = ?{only}",
                (number, content.kind.name),
            )
            said = read_in_order(content, [row[1:] for row in rows])
            found |= {EntryId(row[0]): one for row, one in zip(rows, said, strict=True)}
    return found


def contents_with(store: Store, kind: str, numbers: Sequence[EntryId]) -> dict[EntryId, Content]:
    """What these versions of entries of one kind say, by their number."""
    content = kind_named(kind)
    sql = f"SELECT d.entry_id, {selected(content)} FROM {_table(content)} d WHERE d.entry_id IN"
    rows = [row for some in batched(numbers) for row in store.rows(f"{sql} ({places(some)})", some)]
    said = read_in_order(content, [row[1:] for row in rows])
    return {EntryId(row[0]): one for row, one in zip(rows, said, strict=True)}


def texts_of(store: Store, entries: Sequence[EntryId]) -> dict[EntryId, str]:
    """The words of these entries as their newest version in force has them, by the number of the first version."""
    versions: dict[str, dict[EntryId, EntryId]] = {}
    for some in batched(sorted(set(entries))):
        listed = places(some)  # asking the view for the root it works out would read every entry there is
        sql = f"SELECT id, root_id, kind FROM entry_in_force WHERE id IN ({listed}) OR corrects_id IN ({listed})"
        for version, root, kind in store.rows(sql, [*some, *some]):
            versions.setdefault(kind, {})[EntryId(version)] = EntryId(root)
    return {
        roots[version]: text
        for kind, roots in versions.items()
        for version, content in contents_with(store, kind, list(roots)).items()
        if (text := text_of(content)) is not None
    }


def sensitive_among(store: Store, entries: Sequence[EntryId]) -> set[EntryId]:
    """Those of these entries whose words are shown only when they are opened."""
    sql = f"SELECT e.root_id FROM entry_in_force e WHERE {SENSITIVE} AND (e.id IN ({{0}}) OR e.corrects_id IN ({{0}}))"
    return {root for some in batched(set(entries)) for (root,) in store.rows(sql.format(places(some)), [*some, *some])}


def followers(store: Store) -> list[tuple[EntryId, EntryId]]:
    """(version, entry it follows) of everything that cannot do without another entry and is read like it."""
    return [
        (version, followed)
        for content in every_kind()
        if columns_of(content).follows_always
        for table, column in _pointers()
        if table == _table(content)
        for version, followed in store.rows(f"SELECT entry_id, {column} FROM {table}")
    ]
