"""Annex A workbooks of invented children in the template's own shape, with the truth beside them.

Title rows, `List_6` tabs, blank rows, curly quotes, `#N/A`, ids as floats, dates as text, names with hard spaces: what
real files have. The same seed gives the same file.
"""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from openpyxl import Workbook

LIST_6 = (
    "Child Unique ID",
    "Gender",
    "Ethnicity",
    "Date of Birth",
    "Age of Child (Years)",
    "Does the Child have a Disability",
    "CIN Start Date",
    "Primary Need Code",
    "Date Child Was Last Seen",
    "CIN Closure Date",
    "Reason for Closure",
    "Case status",
    "Allocated Team",
    "Allocated Worker",
)
LIST_7 = (
    *LIST_6[:6],
    "Child Protection Plan Start Date",
    "Initial Category of Abuse",
    "Latest Category of Abuse",
    "Date of the Last Statutory Visit",
    "Was the Child Seen Alone?",
    "Date of latest review conference",
    "Child Protection Plan End Date",
    "Number of Previous Child Protection Plans",
    "Allocated Team",
    "Allocated Worker",
)
LIST_8 = (
    *LIST_6[:6],
    "Date Started to be Looked After",
    "Child's Category of Need",
    "Child's Legal Status",
    "Date of Last Social Work Visit",
    "Date Ceased to be Looked After ",
    "Reason Ceased to be Looked After",
    "Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months",
    "Allocated Team",
    "Allocated Worker",
)
LIST_9 = (
    *LIST_6[:6],
    "Allocated Team",
    "Allocated Worker",
    "Eligibility Category",
    "LA In Touch ",
    "Type of Accommodation",
)
TITLES = {
    "List_6": "List 6: Children in Need",
    "List_7": "List 7: Child protection",
    "List_8": "List 8: Children in care",
    "List_9": "List 9: Care leavers",
}
STATUS_CELL = {
    "looked_after": "a) Looked after child",
    "protection_plan": "b) Child Protection plan",
    "in_need": "c) Child in need plan",
    "assessment": "d) Open assessment",
    "care_leaver": "c) Child in need plan",
}


class Child(Struct, frozen=True):
    """One invented child and what the lists say of them."""

    reference: str
    worker: str | None
    team: str | None
    status: str
    starts: date
    last_seen: date | None
    born: date
    closed: date | None = None


class Authority(Struct):
    """Children in teams with workers; `as_at` is the day the lists show."""

    as_at: date
    children: list[Child] = field(default_factory=list)

    def open(self) -> list[Child]:
        """The children a caseload has."""
        return [child for child in self.children if child.closed is None]

    def caseloads(self) -> dict[str, set[str]]:
        """References by worker."""
        found: dict[str, set[str]] = {}
        for child in self.open():
            if child.worker:
                found.setdefault(child.worker, set()).add(child.reference)
        return found

    def change(self, reference: str, **values: Any) -> None:
        """Change one child."""
        self.children = [one.__replace__(**values) if one.reference == reference else one for one in self.children]


def invented(children: int, teams: int, as_at: date, seed: int = 1) -> Authority:
    """An authority of so many children in so many teams, about fifteen to a worker; some closed, some unallocated."""
    chance = random.Random(seed)
    authority = Authority(as_at)
    workers = max(1, children // (15 * teams))
    for number in range(children):
        team = number % teams
        worker = f"Worker {chr(65 + team)}{(number // teams) % workers:02d} O’Test"
        status = chance.choices(list(STATUS_CELL), (18, 12, 45, 17, 8))[0]
        nobody = chance.random() < 0.02
        closed = as_at - timedelta(days=chance.randint(1, 150)) if chance.random() < 0.1 else None
        age = chance.randint(18, 24) if status == "care_leaver" else chance.randint(0, 17)
        born = as_at - timedelta(days=365 * age + chance.randint(10, 300))
        authority.children.append(
            Child(
                reference=f"{number + 100000}" if number % 3 else f"00{number + 100000}",
                worker=None if nobody else worker,
                team=None if nobody else f"Team {chr(65 + team)}",
                status=status,
                starts=max(born, as_at - timedelta(days=chance.randint(5, 900))),
                last_seen=as_at - timedelta(days=chance.randint(0, 60)) if chance.random() < 0.9 else None,
                born=born,
                closed=closed if status != "care_leaver" else None,
            )
        )
    return authority


def write(authority: Authority, path: Path) -> Path:
    """Write the workbook; returns its path."""
    book = Workbook(write_only=True)
    book.create_sheet("Guidance").append(["Update: August 2019", "Child Unique ID"])
    book.create_sheet("Codes_used").append(["Gender", "Ethnicity", "Case status", "Date of Birth", "Allocated"])
    sheets = {name: book.create_sheet(name) for name in ("List_1", "List_6", "List_7", "List_8", "List_9")}
    for name, headings in (("List_6", LIST_6), ("List_7", LIST_7), ("List_8", LIST_8), ("List_9", LIST_9)):
        sheets[name].append([TITLES[name]])
        sheets[name].append(headings)
    for number, child in enumerate(authority.children):
        if child.status != "care_leaver":
            sheets["List_6"].append(_list_6(child, number, authority.as_at))
        if child.status == "protection_plan":
            sheets["List_7"].append(_list_7(child, number, authority.as_at))
        elif child.status == "looked_after":
            sheets["List_8"].append(_list_8(child, number, authority.as_at))
        elif child.status == "care_leaver":
            sheets["List_9"].append(_list_9(child, number, authority.as_at))
        if number % 97 == 0:
            sheets["List_6"].append([None, "   ", None])
    for _ in range(60):
        sheets["List_6"].append([""])
    book.save(path)
    return path


def _who(child: Child, number: int, as_at: date) -> list[Any]:
    reference: Any = child.reference
    if number % 5 == 1 and not child.reference.startswith("0"):
        reference = float(child.reference)
    age = (as_at - child.born).days / 365.25
    return [reference, "a) Male", "a) WBRI", _day(child.born, number), age, "b) No"]


def _day(day: date | None, number: int) -> Any:
    """A date as files write it: a date cell, text day first, ISO, a serial number."""
    if day is None:
        return (None, "#N/A", "01/01/1900")[number % 3]
    forms = (datetime(day.year, day.month, day.day), day.strftime("%d/%m/%Y"), day.isoformat())  # noqa: DTZ001
    return (*forms, (day - date(1899, 12, 30)).days)[number % 4]


def _holder(child: Child, number: int) -> list[Any]:
    worker = child.worker
    if worker is None:
        return [("#N/A", None)[number % 2], ("#N/A", "Unallocated", "-1")[number % 3]]
    return [child.team, worker.replace(" ", "\xa0", 1) if number % 4 == 0 else worker]


def _list_6(child: Child, number: int, as_at: date) -> list[Any]:
    status = "e) Closed episode" if child.closed else STATUS_CELL[child.status]
    return [
        *_who(child, number, as_at),
        _day(child.starts, number),
        "N1 - Abuse or neglect",
        _day(child.last_seen, number),
        _day(child.closed, number),
        "RC7 - Services ceased" if child.closed else None,
        status,
        *_holder(child, number),
    ]


def _list_7(child: Child, number: int, as_at: date) -> list[Any]:
    visit = _day(child.last_seen, number)
    dates = [visit, "a) Yes", None, _day(child.closed, number), 0]
    return [
        *_who(child, number, as_at),
        _day(child.starts, number),
        "Neglect",
        "Neglect",
        *dates,
        *_holder(child, number),
    ]


def _list_8(child: Child, number: int, as_at: date) -> list[Any]:
    need = ["N1 - Abuse or neglect", "C2: FCO", _day(child.last_seen, number), _day(child.closed, number)]
    return [*_who(child, number, as_at), _day(child.starts, number), *need, None, 0, *_holder(child, number)]


def _list_9(child: Child, number: int, as_at: date) -> list[Any]:
    return [*_who(child, number, as_at), *_holder(child, number), "b) Former relevant child", "a) Yes", None]
