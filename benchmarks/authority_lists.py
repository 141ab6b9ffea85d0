"""Annex A lists 6 to 9 of a whole authority as one workbook, nobody in it real: what a first morning imports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from msgspec import Struct

from benchmarks.authority_store import AS_AT, CHILDREN_A_WORKER, STATUSES, WORKERS_A_TEAM, team_name

_FIRST = "Amira Bela Caro Dilip Esme Farid Greta Hanif Iris Jonas Kezia Lorcan Maeve Nikhil Orla Pavel Quentin Rhona"
_BEGINNINGS = "Ash Birk Cran Dun Elder Fern Gos Haw Ives Kel Lang Mor Nor Oak Pem Ray Stan Thorn Under Whit"
_ENDINGS = "bury combe field gate hurst ley more stead thorpe worth"
_CHILD = ("Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)")
_HOLDER = ("Allocated Team", "Allocated Worker")
_LISTS = {
    "List_6": (*_CHILD, "CIN Start Date", "Date Child Was Last Seen", "CIN Closure Date", "Case status", *_HOLDER),
    "List_7": (*_CHILD, "Child Protection Plan Start Date", "Date of the Last Statutory Visit", *_HOLDER),
    "List_8": (*_CHILD, "Date Started to be Looked After", "Date of Last Social Work Visit", *_HOLDER),
    "List_9": (*_CHILD, *_HOLDER, "Eligibility Category"),
}
_STATUS_CELL = {
    "looked_after": "a) Looked after child",
    "protection_plan": "b) Child Protection plan",
    "in_need": "c) Child in need plan",
}
Cell = str | int | date | None


class _Child(Struct, frozen=True):
    status: str
    shown: tuple[Cell, ...]  # the first columns of every list
    starts: date
    last_seen: date
    holder: tuple[str, str]

    def row(self, name: str) -> tuple[Cell, ...]:
        """The child's row in a list, in the order of its headings."""
        if name == "List_9":
            return (*self.shown, *self.holder, "Relevant child")
        if name == "List_6":
            return (*self.shown, self.starts, self.last_seen, None, _STATUS_CELL[self.status], *self.holder)
        return (*self.shown, self.starts, self.last_seen, *self.holder)

    def lists(self) -> tuple[str, ...]:
        """The lists that show the child."""
        beside = {"protection_plan": ("List_7",), "looked_after": ("List_8",)}
        return ("List_9",) if self.status == "care_leaver" else ("List_6", *beside.get(self.status, ()))


def write_lists(path: Path, teams: int) -> int:
    """Write the lists of so many teams, 200 children each. Returns how many children."""
    from xlsxwriter import Workbook

    children = tuple(_children(teams))
    with Workbook(path, {"constant_memory": True}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, headings in _LISTS.items():
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, headings)
            rows = (child.row(name) for child in children if name in child.lists())
            for number, row in enumerate(rows, 1):
                for column, value in enumerate(row):
                    if isinstance(value, date):
                        sheet.write_datetime(number, column, value, day)
                    elif value is not None:
                        sheet.write(number, column, value)
    return len(children)


def _children(teams: int) -> Iterator[_Child]:
    chance = Random(1)
    workers = _names(chance, teams * WORKERS_A_TEAM)
    for number in range(len(workers) * CHILDREN_A_WORKER):
        seat = number // CHILDREN_A_WORKER
        status = chance.choice(STATUSES)
        born = AS_AT - timedelta(days=365 * (19 if status == "care_leaver" else chance.randrange(17)) + 100)
        age = (AS_AT - born).days // 365
        yield _Child(
            status,
            (f"C{100_000 + number}", "ab"[number % 2] + ") known", "WBRI", born, age),
            max(born, AS_AT - timedelta(days=chance.randrange(10, 700))),
            AS_AT - timedelta(days=chance.randrange(60)),
            (team_name(seat // WORKERS_A_TEAM + 1), workers[seat]),
        )


def _names(chance: Random, number: int) -> Sequence[str]:
    lasts = [f"{one}{other}" for one in _BEGINNINGS.split() for other in _ENDINGS.split()]
    return chance.sample([f"{first} {last}" for first in _FIRST.split() for last in lasts], number)
