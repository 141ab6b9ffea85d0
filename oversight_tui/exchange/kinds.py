"""What each tab of a file is taken for, by its shape; never a guess where it may be of children or of workers.

A format that is told by its tabs adds a `Recogniser`. The first that knows a tab has it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Literal

from msgspec import Struct

from oversight_tui.exchange.annex_a import CASELOAD, LAYOUTS
from oversight_tui.exchange.annex_tabs import near_tab
from oversight_tui.exchange.caseload.columns import Columns, Maps, columns_of, rows_of
from oversight_tui.exchange.caseload.fields import FIELDS, Field
from oversight_tui.exchange.headings import find_layout, heading_key
from oversight_tui.exchange.roster import ABSENCES, ROSTER, WORKERS
from oversight_tui.exchange.tables import Row, Tab, Workbook, shown
from oversight_tui.words.text import match_key

Kind = Literal["annex_a", "caseload", "roster", "absences"]
EachRow = Literal["child", "worker"]


class Taken(Struct, frozen=True):
    """A tab that is of a kind: `called` says of which, as `list 6`. `columns` are those of a caseload table.

    Of a table of people `keys` are those of its headings, and `was_said` what each row was said to be, where nothing in
    the table says it.
    """

    tab: Tab
    kind: Kind
    called: str
    columns: Columns | None = None
    keys: frozenset[str] = frozenset()
    was_said: EachRow | None = None


class NotTaken(Struct, frozen=True):
    """A tab that is of no kind, and why: the nearest there is, and what is missing."""

    tab: Tab
    why: str


class Unclear(Struct, frozen=True):
    """A tab whose rows may be children or workers; nothing is taken of it until that is said.

    `keys` are those of its headings, `rows` the first of it with the headings above.
    """

    tab: Tab
    keys: frozenset[str]
    rows: tuple[tuple[str, ...], ...]


Found = Taken | NotTaken | Unclear


class Asked(Struct, frozen=True):
    """What was said of the tables: what headings hold, and what a row of a table with these headings stands for."""

    maps: Callable[[frozenset[str]], Maps]
    each_row: Callable[[frozenset[str]], EachRow | None]


NOTHING_SAID: Final = Asked(lambda _: {}, lambda _: None)
Recogniser = Callable[[Tab], Taken | None]


def _annex_a(tab: Tab) -> Taken | None:
    """A list, but for a table of children that has more than the list would take and not Annex A's own heading."""
    found = find_layout(tab, LAYOUTS)
    if found is None:
        return None
    columns = columns_of(tab, {})
    if columns is not None and columns.has("reference") and columns.has("worker"):
        is_own = any(column.key == _OF_ANNEX_A for column in columns.headings)
        if not is_own and found.layout in CASELOAD and len(columns.found.columns) > len(found.columns):
            return None
    return Taken(tab, "annex_a", found.layout.name.lower())


def _absences(tab: Tab) -> Taken | None:
    found = find_layout(tab, (ABSENCES, ROSTER))
    return Taken(tab, "absences", "a list of absences") if found and found.layout is ABSENCES else None


# Formats that are told by their headings alone, before a table of children or of workers is thought of.
RECOGNISERS: Final[tuple[Recogniser, ...]] = (_annex_a, _absences)

# Headings that only a table of children has, and those that only one of workers has.
_OF_CHILDREN: Final[tuple[Field, ...]] = (
    *("date_of_birth", "legal_status", "looked_after", "protection_plan", "open_or_closed", "closed_on", "last_seen"),
    "reference",
)
_NAMES: Final[tuple[Field, ...]] = ("name", "forename", "surname")
_OF_WORKERS: Final = frozenset(
    key
    for field in (
        *("role", "fte", "newly_qualified_from", "agency", "supervisor", "second_supervisor", "last_supervised"),
        "worker_id",
    )
    for key in ROSTER.fields[field]
) | {"grade", "contract", "starts", "leaves", "leavingdate"}
_NAMED_FOR: Final[Mapping[str, EachRow]] = {
    **dict.fromkeys(("roster", "staff", "workers", "establishment"), "worker"),
    **dict.fromkeys(("caseload", "children", "allocations", "cases"), "child"),
}
_OF_ANNEX_A: Final = "childuniqueid"
_ALONE = "may be a caseload table; give it as a file of its own to be asked about its columns"
_ROWS_SHOWN = 5
_FEWEST_KNOWN = 3  # headings of a table of children, where neither a reference nor a worker is among them


def found_in(workbook: Workbook, said: Asked = NOTHING_SAID) -> tuple[Found, ...]:
    """What each tab of a workbook is taken for."""
    found = tuple(_found(tab, said) for tab in workbook.tabs)
    if any(isinstance(one, Taken) and one.kind == "annex_a" for one in found):
        found = tuple(map(_beside_lists, found))
    if any(isinstance(one, Taken) and not _is_weak(one) for one in found):
        found = tuple(NotTaken(one.tab, _ALONE) if _is_weak(one) else one for one in found)
    return found


def _is_weak(found: Found) -> bool:
    """Whether it has to be asked both who the children are and who holds them."""
    columns = found.columns if isinstance(found, Taken) else None
    return columns is not None and not columns.has("reference") and not columns.has("worker")


def _found(tab: Tab, said: Asked) -> Found:
    for recognise in RECOGNISERS:
        taken = recognise(tab)
        if taken is not None:
            return taken
    return _people(tab, said)


def _people(tab: Tab, said: Asked) -> Found:
    """A table of children or of workers: by what was said, else by what only one of the two has, else unclear."""
    people, first = find_layout(tab, (WORKERS,)), columns_of(tab, {})
    heading_row = first.found.heading_row if first else people.heading_row if people else 0
    headings = next((row for row in tab.rows if row.number == heading_row), tab.rows[0] if tab.rows else None)
    keys = frozenset(one.key for one in first.headings) if first else _keys(headings)
    columns = columns_of(tab, said.maps(keys))
    by_shape = _by_shape(tab, columns, keys)
    was_said = None if by_shape else said.each_row(keys)
    each_row = by_shape or was_said or _by_name(tab)
    if each_row == "worker" and people is not None:
        return Taken(tab, "roster", "a roster", None, keys, was_said)
    if each_row == "child" and columns is not None:
        return _caseload(tab, columns, keys, was_said)
    if each_row is None and people is not None and headings is not None:
        return Unclear(tab, keys, _shown(tab, headings))
    if columns is not None and not columns.lacks and columns.known >= _FEWEST_KNOWN:
        return Taken(tab, "caseload", "a caseload table", columns, keys)  # its reference or worker is asked for first
    return NotTaken(tab, "")


def _keys(headings: Row | None) -> frozenset[str]:
    return frozenset(key for value in headings.values if (key := heading_key(value))) if headings else frozenset()


def _caseload(tab: Tab, columns: Columns, keys: frozenset[str], was_said: EachRow | None) -> Taken | NotTaken:
    if not columns.lacks:
        return Taken(tab, "caseload", "a caseload table", columns, keys, was_said)
    lacks = " and no ".join(f"column with {FIELDS[field].means}" for field in columns.lacks)
    headings = "; ".join(", ".join(FIELDS[field].headings[:3]) for field in columns.lacks)
    why = f"reads like a caseload table and has no {lacks} (headings that are known: {headings})"
    return NotTaken(tab, f"{why}. Export it with that column, or say which it is: --map 'HEADING={columns.lacks[0]}'")


def _by_name(tab: Tab) -> EachRow | None:
    """What a table is called says it where nothing in it does."""
    key = heading_key(tab.name)
    return next((each for name, each in _NAMED_FOR.items() if name in key), None)


def _by_shape(tab: Tab, columns: Columns | None, keys: frozenset[str]) -> EachRow | None:
    """What each row stands for, by what only one of the two has; None where both or neither speak."""
    of_workers = not keys.isdisjoint(_OF_WORKERS)
    if columns is not None:
        a_worker = columns.has("worker")
        if a_worker and (columns.has("reference") or any(map(columns.has, _NAMES)) or _repeats(tab, columns)):
            return "child"
        if any(map(columns.has, _OF_CHILDREN)):
            return None if of_workers else "child"
        if a_worker and not of_workers:
            return "worker"
    return "worker" if of_workers else None


def _repeats(tab: Tab, columns: Columns) -> bool:
    """Whether a worker comes more than once: so the rows are those of the children they hold."""
    place = columns.found.columns["worker"]
    names = [match_key(shown(row.value(place))) for row in rows_of(tab, columns.found) if row.value(place)]
    return len(set(names)) < len(names)


def _beside_lists(found: Found) -> Found:
    """In an Annex A workbook what comes near to one of its lists, or has its headings, is a list and no other table."""
    if isinstance(found, NotTaken) or (isinstance(found, Taken) and found.columns is None):
        return found
    is_a_list = _OF_ANNEX_A in found.keys or near_tab(found.tab, CASELOAD) is not None
    return NotTaken(found.tab, "") if is_a_list else found


def _shown(tab: Tab, headings: Row) -> tuple[tuple[str, ...], ...]:
    rows = [headings, *(row for row in tab.rows if row.number > headings.number)][: _ROWS_SHOWN + 1]
    return tuple(tuple(shown(value) for value in row.values[:_MOST_COLUMNS]) for row in rows)


_MOST_COLUMNS = 6
