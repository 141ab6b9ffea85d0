"""The signs of a spreadsheet of any kind: which reader finds them, by what the file is made of."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

from msgspec import Struct

from oversight_tui.exchange.ods_signs import CONTENT, ods_signs
from oversight_tui.exchange.spreadsheet_signs import Bounds, Signs
from oversight_tui.exchange.xls_signs import XlsSigns
from oversight_tui.exchange.xlsb_signs import WORKBOOK, xlsb_parts, xlsb_signs
from oversight_tui.exchange.xlsx_signs import parts_of, signs_of

_CANNOT_TELL = (
    "cells with an error are read as empty from so old a file, and what is hidden in it is read without a word; "
    "save it as .xlsx"
)


class FileSigns(Struct, frozen=True):
    """`of` gives the signs of a tab; `cannot_tell` says what this kind of file does not tell."""

    of: Callable[[str], Signs]
    counts_from_1904: bool = False
    cannot_tell: tuple[str, ...] = ()


def file_signs(path: Path, archive: ZipFile | None, bounds: Bounds) -> FileSigns:
    """The signs of a file, which is a zip or an old workbook. Raises NotTaken."""
    if archive is None:
        return _of_old(path, bounds)
    names = {name.casefold() for name in archive.namelist()}
    if CONTENT in names:
        tabs = ods_signs(archive, bounds)
        return FileSigns(lambda tab: tabs.get(tab, Signs()))
    if WORKBOOK in names:
        binary = xlsb_parts(archive)
        return FileSigns(lambda tab: xlsb_signs(archive, tab, binary, bounds), binary.counts_from_1904)
    parts = parts_of(archive)
    return FileSigns(lambda tab: signs_of(archive, tab, parts, bounds), parts.counts_from_1904)


def _of_old(path: Path, bounds: Bounds) -> FileSigns:
    try:
        found = XlsSigns(path.read_bytes(), bounds)
    except (ValueError, KeyError, IndexError, struct.error):
        return FileSigns(lambda _: Signs(), cannot_tell=(_CANNOT_TELL,))  # whether it is damaged the reader says
    return FileSigns(found.of, found.counts_from_1904, () if found.can_tell else (_CANNOT_TELL,))
