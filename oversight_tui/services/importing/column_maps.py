"""What was said of the columns of tables, kept with the store under a name, and found again by the set of headings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct, ValidationError, convert
from msgspec.structs import asdict

from db import stored, writes
from db.queries.settings import setting
from oversight_tui.exchange.caseload.columns import Said
from oversight_tui.exchange.caseload.fields import FIELDS
from oversight_tui.exchange.headings import heading_key
from oversight_tui.exchange.kinds import Asked, EachRow
from oversight_tui.exchange.tables import FileProblem
from oversight_tui.services.identity import author
from oversight_tui.words.text import match_key, one_line

if TYPE_CHECKING:
    from db.engine import Store

COLUMN_MAPS: Final = "column_maps"
NOTHING: Final = "nothing"
_FIELDS: Final[tuple[Said, ...]] = (*FIELDS, NOTHING)


class ColumnMap(Struct, frozen=True):
    """What was said of tables with one of these sets of headings (as `heading_key` makes them, in order): what each of
    `columns` holds, and what a row stands for where that was asked. `spellings` are the headings as the table has them.
    """

    name: str
    tables: tuple[tuple[str, ...], ...]
    columns: dict[str, Said]
    each_row: EachRow | None = None
    spellings: dict[str, str] = {}

    def spelled(self, key: str) -> str:
        """A heading as the table has it."""
        return self.spellings.get(key, key)


class ColumnsSaid(Struct, frozen=True):
    """What is said in one import: of single headings of any table, of whole tables, by which name, of unclear rows."""

    headings: Mapping[str, Said] = {}
    tables: tuple[ColumnMap, ...] = ()
    named: str | None = None
    each_row: EachRow | None = None

    def with_table(self, keys: Iterable[str], columns: Mapping[str, Said], each_row: EachRow | None) -> ColumnsSaid:
        """The same with more said of the table with these headings."""
        of_table = tuple(sorted(keys))
        before = next((one for one in self.tables if of_table in one.tables), ColumnMap("", (of_table,), {}))
        now = before.__replace__(columns={**before.columns, **columns}, each_row=each_row or before.each_row)
        return self.__replace__(tables=(*(one for one in self.tables if one is not before), now))


class KnownColumns(Struct, frozen=True):
    """The maps that are kept, and what is said now, which goes before them."""

    kept: tuple[ColumnMap, ...]
    said: ColumnsSaid

    def kept_for(self, keys: Iterable[str]) -> ColumnMap | None:
        """The map that is used of a table: the one asked for by its name, else the one of these very headings."""
        if self.said.named is not None:
            return by_name(self.kept, self.said.named)
        of_table = tuple(sorted(keys))
        return next((one for one in self.kept if of_table in one.tables), None)

    def of_table(self, keys: frozenset[str]) -> ColumnMap:
        """All that is known of a table with these headings."""
        kept, of_table = self.kept_for(keys), tuple(sorted(keys))
        nothing = ColumnMap("", (of_table,), {})
        said = next((one for one in self.said.tables if of_table in one.tables), nothing)
        columns = {**(kept.columns if kept else {}), **said.columns, **self.said.headings}
        each_row = said.each_row or (kept.each_row if kept else None) or self.said.each_row
        here = {key: field for key, field in columns.items() if key in keys}
        return ColumnMap(kept.name if kept else "", (of_table,), here, each_row)

    def asked(self) -> Asked:
        """The same as the recognising of tabs asks for it."""
        return Asked(lambda keys: self.of_table(keys).columns, lambda keys: self.of_table(keys).each_row)


def by_name(maps: Iterable[ColumnMap], name: str) -> ColumnMap | None:
    """The map of this name."""
    return next((one for one in maps if match_key(one.name) == match_key(name)), None)


def kept_maps(store: Store) -> tuple[ColumnMap, ...]:
    """The maps that are kept with the store. Raises StoreError where they cannot be read."""
    try:
        return convert(setting(store, COLUMN_MAPS) or [], tuple[ColumnMap, ...])
    except ValidationError:
        raise stored.damaged("a setting") from None


def maps_there_are(store: Store) -> tuple[ColumnMap, ...]:
    """The maps that are kept, by name."""
    with store.reading():
        return tuple(sorted(kept_maps(store), key=lambda one: match_key(one.name)))


def keep_maps(store: Store, maps: Sequence[ColumnMap], who: str) -> None:
    """Keep these and no others, with a line of the journal."""
    writes.set_setting(store, COLUMN_MAPS, [asdict(one) for one in maps], who)


def with_new(kept: Sequence[ColumnMap], new: Sequence[ColumnMap]) -> tuple[ColumnMap, ...]:
    """The kept ones with what is new, added to the one of the same name; a set of headings is of one of them only."""
    maps = {match_key(one.name): one for one in kept}
    for one in new:
        for name, other in maps.items():
            maps[name] = other.__replace__(tables=tuple(each for each in other.tables if each not in one.tables))
        before = maps.get(match_key(one.name), one.__replace__(tables=()))
        maps[match_key(one.name)] = one.__replace__(
            tables=(*before.tables, *one.tables),
            columns={**before.columns, **one.columns},
            spellings={**before.spellings, **one.spellings},
        )
    return tuple(one for one in maps.values() if one.tables)


def forget_map(store: Store, name: str) -> str:
    """Forget one; what is said of it. Raises FileProblem where there is none of this name."""
    with store.writing():
        kept = kept_maps(store)
        found = by_name(kept, name)
        if found is None:
            raise FileProblem(f"There are no columns kept as '{one_line(name)}'. {_which_there_are(kept)}")
        keep_maps(store, [one for one in kept if one is not found], author(store))
    return f"Forgotten: what the columns of '{found.name}' hold. The next such table is asked about."


def _which_there_are(kept: Sequence[ColumnMap]) -> str:
    names = ", ".join(one.name for one in kept)
    return f"There are: {names}." if names else "None are kept yet."


def must_be_there(kept: Sequence[ColumnMap], said: ColumnsSaid) -> None:
    """Raises FileProblem where no map of the name that was given is kept, and nothing is said that would make one."""
    if said.named is not None and not said.headings and by_name(kept, said.named) is None:
        raise FileProblem(f"There are no columns kept as '{one_line(said.named)}'. {_which_there_are(kept)}")


def map_typed(typed: Sequence[str]) -> dict[str, Said]:
    """`Person ID=reference`, as many as there are. Raises FileProblem."""
    said: dict[str, Said] = {}
    for one in typed:
        heading, equals, field = one.rpartition("=")
        key, wanted = heading_key(heading), match_key(field).replace(" ", "_").replace("-", "_")
        found = next((known for known in _FIELDS if known == wanted), None)
        if not equals or not key or found is None:
            fields = ", ".join(_FIELDS)
            raise FileProblem(
                f"--map takes a heading and what it holds: --map 'Person ID=reference'. It may hold {fields}."
            )
        said[key] = found
    return said
