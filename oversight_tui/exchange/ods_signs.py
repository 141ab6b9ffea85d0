"""The signs of an OpenDocument spreadsheet, by tab: what its one part says beside the values of the cells."""

from __future__ import annotations

import re
from zipfile import ZipFile

from oversight_tui.exchange.spreadsheet_signs import (
    DAMAGED,
    Attributes,
    Bounds,
    NotTaken,
    Padding,
    Signs,
    parse,
    parser,
    plain_name,
)

CONTENT = "content.xml"
_PADDED = re.compile(r"([^\d\s]{0,8})(0\d+)")
_LONGEST = 200  # characters of an error or a formula that are shown
_ERRORS = ("#", "Err:")  # how a result begins that is none


def ods_signs(archive: ZipFile, bounds: Bounds) -> dict[str, Signs]:
    """The signs of every tab. Raises NotTaken for a cell beyond the bounds."""
    if CONTENT not in archive.namelist():
        raise NotTaken(DAMAGED)
    content = _Content(bounds)
    with archive.open(CONTENT) as file:
        parse(content.parser, file)
    return content.tabs


class _Content:
    """Follows the XML of all tabs. Rows and cells that are said once and meant several times are counted so."""

    def __init__(self, bounds: Bounds) -> None:
        self.bounds = bounds
        self.tabs: dict[str, Signs] = {}
        self.tab, self.signs = "", Signs()
        self.row = self.next_row = self.column = self.next_column = self.tab_column = 0
        self.cell: Attributes = {}
        self.text = ""
        self.parser = parser()
        self.parser.StartElementHandler, self.parser.EndElementHandler = self._begins, self._ends

    def _begins(self, name: str, attributes: dict[str, str]) -> None:
        if name.endswith("table-cell"):
            self._cell({plain_name(key): value for key, value in attributes.items()})
        elif name.endswith(":p") and self.cell:
            self.parser.CharacterDataHandler = self._adds
        elif name.endswith(":annotation"):
            self.parser.CharacterDataHandler = None
        elif name.endswith(":table-row"):
            said = {plain_name(key): value for key, value in attributes.items()}
            self.row, self.next_row = self.next_row, self.next_row + _times(said, "number-rows-repeated")
            self.next_column = 0
            if said.get("visibility", "visible") != "visible":
                last = min(self.next_row, self.bounds.max_rows)
                self.signs.hidden_rows += range(self.row, last)
                self.signs.filtered |= said["visibility"] == "filter"
        elif name.endswith(":table-column"):
            said = {plain_name(key): value for key, value in attributes.items()}
            first, self.tab_column = self.tab_column, self.tab_column + _times(said, "number-columns-repeated")
            if said.get("visibility", "visible") != "visible":
                self.signs.hidden_columns += range(first, min(self.tab_column, self.bounds.max_columns))
        elif name.endswith(":table"):
            self.tab, self.signs = attributes.get(name.removesuffix("table") + "name", ""), Signs()
            self.tabs.setdefault(self.tab, self.signs)
            self.next_row = self.tab_column = 0

    def _cell(self, said: dict[str, str]) -> None:
        self.column, self.next_column = self.next_column, self.next_column + _times(said, "number-columns-repeated")
        self.cell, self.text = said, ""
        if "value-type" in said or "formula" in said:
            self.bounds.check(self.tab, self.next_row - 1, self.next_column - 1)

    def _adds(self, text: str) -> None:
        self.text = (self.text + text)[:_LONGEST]

    def _ends(self, name: str) -> None:
        if name.endswith(":p"):
            self.parser.CharacterDataHandler = None
        elif name.endswith("table-cell"):
            self._note(self.cell, self.text.strip())
            self.cell = {}

    def _note(self, said: Attributes, text: str) -> None:
        """Note what the cell was, where it stands out, for every place it is meant for."""
        kind, formula = said.get("value-type", ""), said.get("formula")
        padded = _PADDED.fullmatch(text) if kind == "float" else None
        is_error = kind == "error" or (formula is not None and text.startswith(_ERRORS))
        lost = formula is not None and not kind
        if not (padded or is_error or lost):
            return
        for row in range(self.row, self.next_row):
            for column in range(self.column, self.next_column):
                if is_error:
                    self.signs.errors[row, column] = text
                elif lost:
                    self.signs.formulas[row, column] = (formula or "").partition(":")[2][:_LONGEST]
                elif padded:
                    self.signs.padded[row, column] = Padding(padded[1], len(padded[2]))


def _times(said: Attributes, name: str) -> int:
    return max(1, int(said.get(name, "1")))
