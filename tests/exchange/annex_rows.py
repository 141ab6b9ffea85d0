"""Annex A workbooks of the children that a test names, in the template's shape: what is not said of one is usual."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from tests.exchange.workbooks import LIST_6, LIST_7, LIST_8, LIST_9, TITLES

Cell = str | int | float | date | None
Said = Mapping[str, Cell]
BORN = date(2015, 5, 6)
_USUAL: Mapping[str, Cell] = {
    "Date of Birth": BORN,
    "CIN Start Date": date(2026, 9, 1),
    "Date Child Was Last Seen": date(2026, 11, 2),
    "Case status": "c) Child in need plan",
    "Child Protection Plan Start Date": date(2026, 9, 10),
    "Date of the Last Statutory Visit": date(2026, 11, 3),
    "Date Started to be Looked After": date(2026, 9, 20),
    "Date of Last Social Work Visit": date(2026, 11, 4),
    "Eligibility Category": "c) Former Relevant child",
    "Allocated Team": "North",
    "Allocated Worker": "Amira Khan",
}
_HEADINGS = {"List_6": LIST_6, "List_7": LIST_7, "List_8": LIST_8, "List_9": (*LIST_9, "Allocated Personal Advisor")}


def child(reference: Cell, **said: Cell) -> Said:
    """A child of a list; `worker`, `team`, `status`, `ends` and `adviser` say what stands in these columns."""
    headings = {
        "worker": ("Allocated Worker",),
        "team": ("Allocated Team",),
        "status": ("Case status",),
        "ends": ("CIN Closure Date", "Child Protection Plan End Date", "Date Ceased to be Looked After "),
        "adviser": ("Allocated Personal Advisor",),
        "born": ("Date of Birth",),
    }
    return {"Child Unique ID": reference, **{name: cell for key, cell in said.items() for name in headings[key]}}


def annex(path: Path, lists: Mapping[str, Sequence[Said]]) -> Path:
    """Write these lists, an empty one with its headings alone."""
    book = Workbook()
    del book["Sheet"]
    for name, rows in lists.items():
        tab = book.create_sheet(name)
        tab.append([TITLES[name]])
        tab.append(list(_HEADINGS[name]))
        for said in rows:
            tab.append([{**_USUAL, **said}.get(heading) for heading in _HEADINGS[name]])
    book.save(path)
    return path
