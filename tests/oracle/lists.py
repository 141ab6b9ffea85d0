"""The files that a history brings in: a roster of the first workers, a caseload list in Annex A's shape."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from tests.oracle.typed import CaseloadImported, ListRow, WorkerAdded
from tests.oracle.words import TEAM

_HOLDER = ("Allocated Team", "Allocated Worker")
_WHO = ("Child Unique ID", "Gender", "Ethnicity", "Date of Birth")
_SHEETS = {
    "List_6": (
        *(*_WHO, "CIN Start Date", "Primary Need Code", "Date Child Was Last Seen", "CIN Closure Date"),
        *("Reason for Closure", "Case status", *_HOLDER),
    ),
    "List_7": (*_WHO, "Child Protection Plan Start Date", "Child Protection Plan End Date", *_HOLDER),
    "List_8": (*_WHO, "Date Started to be Looked After", "Date Ceased to be Looked After ", *_HOLDER),
}
_STATUS = {
    "looked_after": "a) Looked after child",
    "protection_plan": "b) Child Protection plan",
    "in_need": "c) Child in need plan",
}
_BORN, _STARTED = date(2015, 5, 5), date(2023, 1, 9)


def write_roster(workers: Iterable[WorkerAdded], path: Path) -> None:
    """One row a worker, with the day of starting and of qualifying."""
    rows = ["name,team,starts,newly_qualified_from"]
    rows += [f"{one.name},{TEAM},{_day(one.starts)},{_day(one.newly_qualified_from)}" for one in workers]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def write_caseload(caseload: CaseloadImported, path: Path) -> None:
    """Lists 6, 7 and 8 with these children."""
    book = Workbook(write_only=True)
    sheets = {name: book.create_sheet(name) for name in _SHEETS}
    for name, headings in _SHEETS.items():
        sheets[name].append(headings)
    for row in caseload.rows:
        sheets["List_6"].append(_in_need(row))
        if row.status == "protection_plan":
            sheets["List_7"].append([*_who(row), _day(_STARTED), _day(row.closed) or None, *_holder(row)])
        elif row.status == "looked_after":
            sheets["List_8"].append([*_who(row), _day(_STARTED), _day(row.closed) or None, *_holder(row)])
    book.save(path)


def _in_need(row: ListRow) -> list[str | None]:
    status = "e) Closed episode" if row.closed else _STATUS[row.status]
    seen, closed = _day(row.last_seen) or None, _day(row.closed) or None
    return [*_who(row), _day(_STARTED), "N1", seen, closed, "RC1" if closed else None, status, *_holder(row)]


def _who(row: ListRow) -> list[str | None]:
    return [row.child, "a) Male", "a) WBRI", _day(_BORN)]


def _holder(row: ListRow) -> list[str | None]:
    return [TEAM, row.worker] if row.worker else [None, None]


def _day(day: date | None) -> str:
    return day.strftime("%d/%m/%Y") if day else ""
