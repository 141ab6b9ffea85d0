"""The signs of an .xlsx file, by tab: errors, formulas without a result, padded numbers, hidden rows and columns."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from zipfile import ZipFile

from msgspec import Struct

from oversight_tui.exchange.spreadsheet_signs import (
    DAMAGED,
    Attributes,
    Bounds,
    NotTaken,
    Padding,
    Signs,
    column_number,
    padding_of,
    parse,
    parser,
    plain_name,
)
from oversight_tui.exchange.tables import column_letters

_WORKBOOK, _RELATIONS, _STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_TRUE = ("1", "true")


class XlsxParts(Struct, frozen=True):
    """Where the tabs of a workbook are in its zip, and what holds for all of them."""

    tabs: Mapping[str, str]
    padded: Mapping[str, Padding]
    counts_from_1904: bool


def parts_of(archive: ZipFile) -> XlsxParts:
    """Read the small parts of a workbook."""
    names = {name.casefold(): name for name in archive.namelist()}
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}
    from_1904 = False

    def of_workbook(name: str, attributes: Attributes) -> None:
        nonlocal from_1904
        kind = plain_name(name)
        if kind == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            sheets[attributes.get("name", "")] = relation
        elif kind == "workbookPr":
            from_1904 = attributes.get("date1904", "").casefold() in _TRUE

    def of_relations(name: str, attributes: Attributes) -> None:
        if plain_name(name) == "Relationship":
            targets[attributes.get("Id", "")] = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", "")))

    _elements(archive, names.get(_WORKBOOK), of_workbook)
    _elements(archive, names.get(_RELATIONS), of_relations)
    found = {tab: names.get(targets.get(relation, "").lstrip("/").casefold(), "") for tab, relation in sheets.items()}
    return XlsxParts(found, _padded_styles(archive, names.get(_STYLES)), from_1904)


def _elements(archive: ZipFile, part: str | None, each: Callable[[str, dict[str, str]], None]) -> None:
    if part is None:
        return
    made = parser()
    made.StartElementHandler = each
    with archive.open(part) as file:
        parse(made, file)


def _padded_styles(archive: ZipFile, part: str | None) -> Mapping[str, Padding]:
    """The styles, by their number, that fill numbers up with zeros: an id so shown is the text with its zeros."""
    formats: dict[str, Padding] = {}
    styles: dict[str, Padding] = {}
    inside, count = False, 0

    def starts(name: str, attributes: Attributes) -> None:
        nonlocal inside, count
        kind = plain_name(name)
        if kind == "numFmt" and (found := padding_of(attributes.get("formatCode", ""))) is not None:
            formats[attributes.get("numFmtId", "")] = found
        elif kind == "cellXfs":
            inside = True
        elif kind == "xf" and inside:
            padding = formats.get(attributes.get("numFmtId", ""))
            if padding is not None:
                styles[str(count)] = padding
            count += 1

    def ends(name: str) -> None:
        nonlocal inside
        inside = inside and plain_name(name) != "cellXfs"

    if part is not None:
        made = parser()
        made.StartElementHandler, made.EndElementHandler = starts, ends
        with archive.open(part) as file:
            parse(made, file)
    return styles


def signs_of(archive: ZipFile, tab: str, parts: XlsxParts, bounds: Bounds) -> Signs:
    """The signs of one tab. Raises NotTaken for a cell beyond the bounds, which is why this comes before the cells."""
    part = parts.tabs.get(tab)
    if not part:
        return Signs()
    sheet = _Sheet(tab, parts.padded, bounds)
    with archive.open(part) as file:
        parse(sheet.parser, file)
    sheet.end_of_cell()
    return sheet.signs


class _Sheet:
    """Follows the XML of one tab. Only what stands out of a cell is looked at: a list has a million of the others, and
    the place of one is worked out only where it is asked for.
    """

    def __init__(self, tab: str, padded: Mapping[str, Padding], bounds: Bounds) -> None:
        self.tab, self.padded, self.bounds = tab, padded, bounds
        self.signs = Signs()
        self.parser = parser()
        self.parser.StartElementHandler = self.begins
        self.names: dict[str, str] = {}
        self.row, self.column = -1, -1
        self.longest_place = 0
        self.place: str | None = None
        self.kind: str | None = None
        self.stands_out = self.may_be_far = False
        self.formula: str | None = None
        self.result: str | None = None

    def begins(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins. The first is the tab itself, and says with which prefix the others are written."""
        if not self.names:
            prefix = name.removesuffix("worksheet") if name.endswith("worksheet") else ""
            self.names = {prefix + kind: kind for kind in ("c", "v", "f", "is", "row", "col", "autoFilter")}
            return
        kind = self.names.get(name)
        if kind == "c":
            self._cell(attributes)
        elif kind == "v" or kind == "is":
            if self.may_be_far:
                self.bounds.check(self.tab, *self._where())
            if self.stands_out:
                self.result = ""
                self.parser.CharacterDataHandler = self._adds_to_result
        elif kind == "f":
            self.stands_out, self.formula = True, "="
            self.parser.CharacterDataHandler = self._adds_to_formula
        elif kind == "row":
            self._row(attributes)
        elif kind == "col" and attributes.get("hidden") in _TRUE:
            first, last = int(attributes.get("min", "1")), int(attributes.get("max", "1"))
            self.signs.hidden_columns += range(first - 1, min(last, self.bounds.max_columns))
        elif kind == "autoFilter":
            self.signs.filtered = True

    def _row(self, attributes: Attributes) -> None:
        self.end_of_cell()
        number = attributes.get("r")
        self.row = int(number) - 1 if number else self.row + 1
        self.column = -1
        self.longest_place = len(str(self.row + 1)) + len(column_letters(self.bounds.max_columns - 1))
        if attributes.get("hidden") in _TRUE:
            self.signs.hidden_rows.append(self.row)

    def _cell(self, attributes: Attributes) -> None:
        if self.stands_out:
            self.end_of_cell()
        self.column += 1
        self.place = place = attributes.get("r")
        self.kind = kind = attributes.get("t")
        self.may_be_far = self.row >= self.bounds.max_rows or len(place or "") > self.longest_place
        if place is None:
            self.may_be_far = self.may_be_far or self.column >= self.bounds.max_columns
        if kind == "e":
            self.stands_out = True
        if self.padded and (padding := self.padded.get(attributes.get("s", ""))) is not None:
            self.signs.padded[self._where()] = padding

    def _where(self) -> tuple[int, int]:
        """The cell as (row, column), by its place where it has one, else by how many came before it."""
        if self.place is not None:
            found = _CELL.fullmatch(self.place)
            if found is None:
                raise NotTaken(DAMAGED)
            self.row, self.column, self.place = int(found[2]) - 1, column_number(found[1]), None
        return self.row, self.column

    def _adds_to_formula(self, text: str) -> None:
        self.formula = ((self.formula or "=") + text)[:_LONGEST_SHOWN]

    def _adds_to_result(self, text: str) -> None:
        self.result = ((self.result or "") + text)[:_LONGEST_SHOWN]

    def end_of_cell(self) -> None:
        """Note what the cell that ends here was, where it stands out: an error, or a formula without its result. A
        formula whose result is a text may have an empty one.
        """
        if not self.stands_out:
            return
        result = (self.result or "").strip()
        if self.kind == "e":
            self.signs.errors[self._where()] = result or "an error"
        elif not result and not (self.kind == "str" and self.result is not None):
            self.bounds.check(self.tab, *self._where())
            self.signs.formulas[self._where()] = self.formula or "="
        self.stands_out = False
        self.formula = self.result = self.parser.CharacterDataHandler = None


_LONGEST_SHOWN = 200  # characters of a formula or an error
