"""Which column of a table holds what: by its headings, by what was said of them, and what has to be asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

from msgspec import Struct

from oversight_tui.exchange import cells
from oversight_tui.exchange.caseload.fields import FIELDS, NO_REFERENCE, UNSURE, Field, may_hold
from oversight_tui.exchange.headings import Found, Layout, data_rows, heading_key
from oversight_tui.exchange.statuses import meaning_of
from oversight_tui.exchange.tables import Row, Tab, Value, cell_name, shown

Said = Field | Literal["nothing"]
Maps = Mapping[str, Said]  # what was said of a heading, by its key

CASELOAD: Final = "Caseload"
ROWS_SEARCHED = 30
ROWS_SHOWN = 5  # of the table, beside a question
_MOST_BESIDE = 4  # columns that are shown together to tell rows apart
MOST_ANSWERS = 8  # columns that one question names
_FEWEST_KNOWN = 2  # headings that make a row one of headings
_MOST_TRIED = 200  # rows that are looked at to see what a column holds
_MOST_BLANK = 0.1  # of the cells in a column of references
_WORDINGS: Final[Mapping[Field, tuple[str, ...]]] = {
    field: (*map(heading_key, kind.headings), *kind.keys) for field, kind in FIELDS.items()
}
# Where one of these is there, the status is made of it, and no other column is asked for.
_SAYS_STATUS: Final[frozenset[Field]] = frozenset({"status", "looked_after", "protection_plan", "legal_status"})
_SURE: Final[Mapping[str, Field]] = {key: field for field, keys in _WORDINGS.items() for key in keys}
_ORDER: Final[Mapping[str, int]] = {key: place for place, key in enumerate(_SURE)}


class Column(Struct, frozen=True):
    """A column that has a heading; `key` is what is compared of it, `place` the column counted from 0."""

    heading: str
    key: str
    place: int
    where: str


class Unsure(Struct, frozen=True):
    """What has to be asked of the columns of a table.

    With one of `columns` and several `fields`: which of these it holds. With one field and several columns: which of
    these holds it. `rows` are those of the file beside the question, headings first.
    """

    fields: tuple[Field, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


class Columns(Struct, frozen=True):
    """The columns of one table: which field each holds for sure, what is to be asked, and which hold nothing of it.

    `lacks` are the things without which it is no caseload table, and of which no column can be asked.
    """

    found: Found
    headings: tuple[Column, ...]
    unsure: tuple[Unsure, ...]
    lacks: tuple[Field, ...]

    def has(self, field: Field) -> bool:
        """Whether a column holds it."""
        return field in self.found.columns

    @property
    def known(self) -> int:
        """How many of the headings are those of such a table, for sure or perhaps."""
        return len(self.found.columns) + sum(column.key in UNSURE for column in self.headings)

    @property
    def passed_over(self) -> tuple[Column, ...]:
        """The columns that hold nothing of a child that is taken."""
        taken = set(self.found.columns.values())
        return tuple(column for column in self.headings if column.place not in taken)


def columns_of(tab: Tab, maps: Maps) -> Columns | None:
    """The columns of a tab; None where no row of it reads like headings of a table of children."""
    rows = _heading_rows(tab, maps)
    if not rows:
        return None
    headings = tuple(
        Column(text, heading_key(text), place, cell_name(tab.name, rows[-1].number, place))
        for place, text in enumerate(_texts(rows, maps))
        if heading_key(text)
    )
    taken: dict[str, int] = dict(_sure(headings, maps))
    found = Found(_layout(maps), rows[-1].number, taken, rows[0].number)
    tried = rows_of(tab, found)[:_MOST_TRIED]
    of_headings = tuple(_asked(headings, taken, maps, tried))
    free = tuple(one for one in headings if one.place not in taken.values() and one.key not in maps)
    asked = (*of_headings, *_of_status(free, taken, of_headings, tried))
    asked_of = {field for one in asked for field in one.fields}
    lacks = tuple(field for field in _NEEDED if field not in taken and field not in asked_of)
    return Columns(found, headings, asked, lacks)


def rows_of(tab: Tab, found: Found) -> Sequence[Row]:
    """The rows below the headings; without those that repeat them, where a reference tells these."""
    if "reference" in found.columns:
        return data_rows(tab, found)
    return [row for row in tab.rows if row.number > found.heading_row]


_NEEDED: Final[tuple[Field, ...]] = ("reference", "worker")


def _layout(maps: Maps) -> Layout:
    """The wordings of each field, those that were said among them; rows that repeat the headings are known by it."""
    said: dict[str, tuple[str, ...]] = {}
    for field, wordings in _WORDINGS.items():
        mapped = tuple(key for key, one in maps.items() if one == field)
        said[field] = (*mapped, *(key for key in wordings if key not in maps))
    return Layout(CASELOAD, said, needs=("reference",))


def _heading_rows(tab: Tab, maps: Maps) -> Sequence[Row]:
    """The row with most headings that are known, the first of them; with the one above it where that makes more."""
    ways = [tab.rows[place : place + 1] for place in range(min(len(tab.rows), ROWS_SEARCHED))]
    ways += [tab.rows[place - 1 : place + 1] for place in range(1, min(len(tab.rows), ROWS_SEARCHED))]
    best = max(ways, key=lambda rows: len(_known(rows, maps)), default=())
    return best if best and len(_known(best, maps)) >= _FEWEST_KNOWN else ()


def _known(rows: Sequence[Row], maps: Maps) -> set[str]:
    return {key for text in _texts(rows, maps) if _is_known(key := heading_key(text), maps)}


def _is_known(key: str, maps: Maps) -> bool:
    return key in _SURE or key in UNSURE or key in maps


def _texts(rows: Sequence[Row], maps: Maps) -> list[str]:
    """The headings that one row makes, or two: what stands above several columns is meant for each of them."""
    texts = [[str(value).strip() if isinstance(value, str) else "" for value in row.values] for row in rows]
    if len(rows) == 1:
        return texts[0]
    above, own = texts
    said, spread = "", []
    for text in (*above, *[""] * (len(own) - len(above))):
        said = text or said
        spread.append(said)
    own += [""] * (len(spread) - len(own))
    return [_joined(over, one, maps) for one, over in zip(own, spread, strict=True)]


def _joined(above: str, own: str, maps: Maps) -> str:
    """A heading with what stands above it, but where it is known alone and not so."""
    both = f"{above} {own}".strip()
    return own if _is_known(heading_key(own), maps) and heading_key(both) not in _SURE else both


def _sure(headings: Sequence[Column], maps: Maps) -> Iterator[tuple[str, int]]:
    """What was said of a column goes before what its heading says; of several, the more usual heading."""
    by_heading = sorted(headings, key=lambda one: (one.key in maps, -_ORDER.get(one.key, 0)))
    for column in by_heading:  # the last one of a field stays
        said = maps.get(column.key) or _SURE.get(column.key)
        if said is not None and said != "nothing":
            yield said, column.place


def _asked(headings: Sequence[Column], taken: Mapping[str, int], maps: Maps, rows: Sequence[Row]) -> Iterator[Unsure]:
    """What is to be asked: which column has the reference, then of each that may be one thing or another."""
    free = [one for one in headings if one.place not in taken.values() and one.key not in maps]
    if "reference" not in taken:
        ids = tuple(one for one in free if one.key not in NO_REFERENCE and _may_be_ids(one, rows))[:MOST_ANSWERS]
        if ids:
            beside = [one for one in headings if one not in ids][: max(0, _MOST_BESIDE - len(ids))]
            yield Unsure(("reference",), ids, _shown((*ids, *beside), rows))
    by_place = {one.place: one for one in headings}
    names = [by_place[taken[field]] for field in ("reference", "name") if field in taken and taken[field] in by_place]
    for column in free:
        fields = tuple(field for field in may_hold(column.key) if field not in taken)
        if fields and "worker" in fields and "worker" in taken:
            continue
        if fields and not all(cells.is_blank(row.value(column.place)) for row in rows):
            yield Unsure(fields, (column,), _shown((*names, column), rows))
    if "worker" not in taken and not any("worker" in UNSURE.get(one.key, ()) for one in free):
        people = (one for one in headings if one.key not in maps and one.place not in _no_names(taken))
        workers = tuple(one for one in people if _may_be_workers(one, rows))[:MOST_ANSWERS]
        if workers:
            yield Unsure(("worker",), workers, _shown((*names[:1], *workers), rows))


def _of_status(
    free: Sequence[Column], taken: Mapping[str, int], asked: Sequence[Unsure], rows: Sequence[Row]
) -> Iterator[Unsure]:
    """Which column says the status, where no heading says it and most of what stands in one is a status."""
    if not _SAYS_STATUS.isdisjoint(taken) or any("status" in one.fields for one in asked):
        return
    of_others = {column.place for one in asked for column in one.columns}
    found = tuple(one for one in free if one.place not in of_others and _may_be_statuses(one, rows))[:MOST_ANSWERS]
    if found:
        yield Unsure(("status",), found, _shown(found, rows))


def _may_be_statuses(column: Column, rows: Sequence[Row]) -> bool:
    """Whether most of its cells are statuses in words, of which not all say that the child is closed."""
    filled = [shown(value) for row in rows if not cells.is_blank(value := row.value(column.place))]
    meant = [meaning_of(one) for one in filled if len(one) > 1]
    said = [one for one in meant if one is not None]
    return len(said) * 2 > len(filled) and any(one != "closed" for one in said)


def _no_names(taken: Mapping[str, int]) -> set[int]:
    return {place for field, place in taken.items() if field != "name"}


def _may_be_ids(column: Column, rows: Sequence[Row]) -> bool:
    """Whether nearly every row has a number or code there, and most another one."""
    values = [row.value(column.place) for row in rows]
    filled = [str(value) for value in values if isinstance(value, str | int | float) and _is_code(value)]
    if not filled or len(filled) < len(values) * (1 - _MOST_BLANK):
        return False
    return len(set(filled)) * 2 > len(filled) and not all(_is_day(value) for value in values)


def _is_code(value: str | float) -> bool:
    return not cells.is_blank(value) and any(one.isdigit() for one in str(value)) and " " not in str(value).strip()


def _is_day(value: Value) -> bool:
    """Whether it is written as a day; digits alone are a reference here as often as the serial number of a day."""
    if not isinstance(value, str) or value.strip().replace(".", "", 1).isdigit():
        return False
    try:
        return cells.day(value) is not None
    except cells.CellProblem:
        return False


def _may_be_workers(column: Column, rows: Sequence[Row]) -> bool:
    """Whether it holds names, of which some come again: words without a number in them."""
    values = [row.value(column.place) for row in rows]
    filled = [value for value in values if isinstance(value, str) and not cells.is_blank(value)]
    if len(filled) * 2 < len(values) or not filled:
        return False
    names = [value for value in filled if len(value.split()) > 1 and not any(one.isdigit() for one in value)]
    return len(names) * 2 > len(filled) and len(set(names)) < len(names)


def _shown(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[tuple[str, ...], ...]:
    """The first rows that hold anything in the columns, under their headings."""
    columns = tuple(dict.fromkeys(columns))
    filled = [row for row in rows if any(not cells.is_blank(row.value(one.place)) for one in columns[-1:])]
    lines = (filled or list(rows))[:ROWS_SHOWN]
    return (
        tuple(one.heading for one in columns),
        *(tuple(shown(row.value(one.place)) for one in columns) for row in lines),
    )
