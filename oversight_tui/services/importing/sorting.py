"""The files of an import by what each of their tabs is taken for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from oversight_tui.exchange.annex_a import not_annex_a
from oversight_tui.exchange.annex_tabs import why_not_taken
from oversight_tui.exchange.caseload.columns import Columns
from oversight_tui.exchange.caseload.reading import Table
from oversight_tui.exchange.held_files import CALLED, HeldFormat, held_format
from oversight_tui.exchange.kinds import Found, Kind, NotTaken, Taken, Unclear, found_in
from oversight_tui.exchange.leave_days import is_leave_calendar
from oversight_tui.exchange.tables import FileProblem, Remark, Workbook
from oversight_tui.services.importing.column_maps import ColumnMap, KnownColumns

_WholeKind = HeldFormat | Literal["leave_calendar"]  # of a file with all its tabs
FileKind = Kind | _WholeKind
ORDER: tuple[Kind, ...] = ("annex_a", "caseload", "roster", "absences")


class TakenFor(Struct, frozen=True):
    """What a tab was taken for, in words: `a caseload table`; `by` names the columns that were kept for it, `keeps` the
    name under which what is said of them now is kept.
    """

    file: str
    tab: str
    kind: FileKind
    called: str
    by: str = ""
    keeps: str = ""


class AskedOf(Struct, frozen=True):
    """A table of which something has to be said first: its rows, or its columns."""

    file: str
    keys: frozenset[str]
    rows: Unclear | None = None
    columns: Columns | None = None


class SortedFiles(Struct, frozen=True):
    """Workbooks with those of their tabs that are of a kind, and what was said or is to be said of the tables.

    `held` are the files that know who truly held a child, `calendars` those of leave; both are of one kind as a whole.
    `main` is the kind of each file, in the order in which they were given.
    """

    lists: tuple[Workbook, ...]
    people: tuple[Workbook, ...]
    tables: tuple[Table, ...]
    taken: tuple[TakenFor, ...]
    asked: tuple[AskedOf, ...]
    not_taken: tuple[Remark, ...]
    main: tuple[FileKind, ...]
    said: tuple[ColumnMap, ...]
    held: tuple[Workbook, ...] = ()
    calendars: tuple[Workbook, ...] = ()

    @property
    def has_children(self) -> bool:
        """Whether any of them shows children, or may."""
        return bool(self.lists or self.tables or self.asked or self.held)


def sorted_files(workbooks: Sequence[Workbook], known: KnownColumns) -> SortedFiles:
    """The files by kind. Raises FileProblem for one of which nothing can be taken."""
    whole: dict[int, _WholeKind] = {id(book): kind for book in workbooks if (kind := _as_a_whole(book)) is not None}
    found = [(book, found_in(book, known.asked())) for book in workbooks if id(book) not in whole]
    for book, tabs in found:
        if all(isinstance(one, NotTaken) for one in tabs):
            raise FileProblem(_nothing_of(book, tabs))
    pairs = [(book, one) for book, tabs in found for one in tabs]
    ready = [(book, one) for book, one in pairs if isinstance(one, Taken) and not _is_asked(one)]
    tables = tuple(Table(one.tab, one.columns, book.counts_from_1904) for book, one in ready if one.columns is not None)
    said = tuple(_said([one for _, one in ready], known))
    main: dict[int, FileKind] = {**{id(book): _main(tabs) for book, tabs in found}, **whole}
    in_whole = [TakenFor(book.name, "", one, _called(one)) for book in workbooks if (one := whole.get(id(book)))]
    return SortedFiles(
        lists=tuple(_of_kinds(found, ("annex_a", None))),
        people=tuple(_of_kinds(found, ("roster", "absences"))),
        tables=tables,
        taken=(*(_taken_for(book, one, known, said) for book, one in ready), *in_whole),
        asked=tuple(_asked_of(pairs)),
        not_taken=tuple(remark for book, tabs in found for remark in _not_taken(book, tabs)),
        main=tuple(main[id(book)] for book in workbooks),
        said=said,
        held=tuple(book for book in workbooks if whole.get(id(book)) in CALLED),
        calendars=tuple(book for book in workbooks if whole.get(id(book)) == "leave_calendar"),
    )


def shows_children(book: Workbook, known: KnownColumns) -> bool:
    """Whether a file shows children, or may, so that it has to be said of which day it is; as the plan judges it."""
    try:
        return sorted_files((book,), known).has_children
    except FileProblem:
        return False  # the plan says why


def _as_a_whole(book: Workbook) -> _WholeKind | None:
    return "leave_calendar" if is_leave_calendar(book) else held_format(book)


def _called(kind: _WholeKind) -> str:
    return "a calendar of leave" if kind == "leave_calendar" else CALLED[kind]


def _is_asked(one: Taken) -> bool:
    return one.columns is not None and bool(one.columns.unsure)


def _of_kinds(found: Sequence[tuple[Workbook, Sequence[Found]]], kinds: Sequence[Kind | None]) -> Iterator[Workbook]:
    """The workbooks that have a tab of the first kind or of another, with these; None stands for a tab of no kind."""
    for book, tabs in found:
        kept = [one for one in tabs if (one.kind if isinstance(one, Taken) else None) in kinds]
        if any(isinstance(one, Taken) for one in kept):
            yield book.__replace__(tabs=tuple(one.tab for one in kept if not isinstance(one, Unclear)))


def _not_taken(book: Workbook, tabs: Sequence[Found]) -> Iterator[Remark]:
    """The tabs of no kind; those beside the lists of an Annex A workbook are named where these are read."""
    if any(isinstance(one, Taken) and one.kind == "annex_a" for one in tabs):
        return
    yield from book.not_taken
    for one in tabs:
        if isinstance(one, NotTaken):
            yield Remark(one.tab.name, "", one.why) if one.why else why_not_taken(one.tab, None)


def _taken_for(book: Workbook, one: Taken, known: KnownColumns, said: Sequence[ColumnMap]) -> TakenFor:
    kept = known.kept_for(one.keys) if one.keys else None
    keeps = next((new.name for new in said if tuple(sorted(one.keys)) in new.tables), "")
    return TakenFor(book.name, one.tab.name, one.kind, one.called, kept.name if kept else "", keeps)


def _asked_of(pairs: Sequence[tuple[Workbook, Found]]) -> Iterator[AskedOf]:
    for book, one in pairs:
        if isinstance(one, Unclear):
            yield AskedOf(book.name, one.keys, rows=one)
        elif isinstance(one, Taken) and one.columns is not None and one.columns.unsure:
            yield AskedOf(book.name, one.keys, columns=one.columns)


def _main(tabs: Sequence[Found]) -> Kind:
    kinds = [one.kind for one in tabs if isinstance(one, Taken)]
    return min(kinds, key=ORDER.index, default="caseload")


def _said(ready: Sequence[Taken], known: KnownColumns) -> Iterator[ColumnMap]:
    """What was said now of the tables that are read, to be kept; each under the name of its tab or the one it has."""
    for one in ready:
        if not one.keys:
            continue
        of_table, kept = known.of_table(one.keys), known.kept_for(one.keys)
        headings = {column.key: column.heading for column in one.columns.headings} if one.columns else {}
        now = of_table.__replace__(
            name=of_table.name or known.said.named or one.tab.name,
            each_row=one.was_said,
            spellings={key: headings[key] for key in of_table.columns if key in headings},
        )
        if (now.columns or now.each_row) and not (kept and _holds(kept, now)):
            yield now


def _holds(kept: ColumnMap, now: ColumnMap) -> bool:
    """Whether all of it is kept already."""
    is_of_table = set(now.tables) <= set(kept.tables) and now.each_row == kept.each_row
    return is_of_table and now.columns.items() <= kept.columns.items()


def _nothing_of(book: Workbook, tabs: Sequence[Found]) -> str:
    """Why nothing of a file is taken: what comes nearest, or that it is neither a list nor a roster."""
    whys = [f"{one.tab.name} {one.why}" for one in tabs if isinstance(one, NotTaken) and one.why]
    return f"Nothing of {book.name} is taken: {whys[0]}." if whys else not_annex_a(book)
