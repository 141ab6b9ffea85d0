"""Rosters and absences: what no Annex A workbook carries about workers. CSV or .xlsx, headings matched loosely."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, cast

from msgspec import Struct

from oversight_tui.exchange import cells
from oversight_tui.exchange.headings import Found, Layout, data_rows, find_layout, heading_key, repeated_headings
from oversight_tui.exchange.lines_below import begins_one, is_a_sentence, is_a_total
from oversight_tui.exchange.tables import Remark, Row, Tab, Value, Workbook, cell_name, shown
from oversight_tui.practice.facts import AbsenceReason
from oversight_tui.words.absences import category_of
from oversight_tui.words.text import match_key

_SURNAMES = ("surname", "lastname", "familyname")
_WHO = {
    "name": (
        *("name", "workername", "worker", "socialworker", "fullname", "employeename", "staffname", "employee"),
        *_SURNAMES,
    ),
    "worker_id": ("workerid", "staffid", "registrationnumber", "swenumber"),
}
# Headings of a table of children: the name in it is a child's, and no child may become a worker.
_OF_A_CHILD = (
    *("childid", "childname", "childref", "childs", "childunique", "childfirst", "childsurname", "dob", "dateofbirth"),
    *("birth", "upn", "allocatedworker", "allocatedto", "casestatus", "legalstatus"),
)
ROSTER = Layout(
    "Roster",
    {
        **_WHO,
        "forename": ("forename", "firstname", "givenname", "forenames"),
        "role": ("role", "jobtitle", "post", "jobrole", "position"),
        "team": ("team",),
        "fte": ("fte",),
        "newly_qualified_from": ("newlyqualifiedfrom", "newlyqualifiedstart", "asyefrom", "asyestart"),
        "agency": ("agency",),
        "starts": ("starts", "start", "startdate"),
        "leaves": ("leaves", "end", "enddate", "leavingdate"),
        "supervisor": ("supervisor",),
        "second_supervisor": ("secondsupervisor",),
        "last_supervised": ("lastsupervised", "lastsupervision", "lastsupervisiondate"),
    },
    needs=("name",),
    speaks_of_others=_OF_A_CHILD,
)
# The same where it was said, or is plain, that each row is a worker.
WORKERS = ROSTER.__replace__(speaks_of_others=())
ABSENCES = Layout(
    "Absences",
    {**_WHO, "from": ("from", "absencefrom", "firstday"), "to": ("to", "absenceto", "lastday"), "reason": ("reason",)},
    needs=("from",),
    one_of=("name", "worker_id"),
    speaks_of_others=_OF_A_CHILD,
)
_YES = frozenset({"yes", "y", "true", "1", "agency", "a) yes"})
_NO = frozenset({"no", "n", "false", "0", "permanent", "b) no"})
MOST_FTE = 2.0
_A_POST = re.compile(r"vacan(?:t|cy|cies)\b|(?:unfilled|empty)\b", re.IGNORECASE)
_OF_A_WORKER = ("worker_id", "role", "starts", "supervisor", "newly_qualified_from")


class RosterRow(Struct, frozen=True):
    """One worker. `values` holds what the row says, by field; a blank cell is left out and changes nothing."""

    name: str
    worker_id: str | None
    values: Mapping[str, Any]
    places: Mapping[str, str]


class AbsenceRow(Struct, frozen=True):
    """One absence, both days included."""

    name: str | None
    worker_id: str | None
    first_day: date
    last_day: date | None
    reason: AbsenceReason
    place: str


class People(Struct, frozen=True):
    """The rows of rosters and of absences."""

    roster: tuple[RosterRow, ...]
    absences: tuple[AbsenceRow, ...]
    refused: tuple[Remark, ...]
    warnings: tuple[Remark, ...]


def read_people(workbooks: tuple[Workbook, ...], today: date) -> People:
    """The workers and absences of these files, of which every tab is one or the other."""
    reading = _Reading(today)
    for workbook in workbooks:
        reading.warnings += workbook.warnings
        for tab in workbook.tabs:
            found = find_layout(tab, (ABSENCES, WORKERS))
            if found is None:
                continue
            reading.refused += repeated_headings(tab, found)
            for row in data_rows(tab, found):
                if found.layout is WORKERS:
                    reading.worker(tab, found, row)
                else:
                    reading.absence(tab, found, row)
    return People(tuple(reading.roster), tuple(reading.absences), tuple(reading.refused), tuple(reading.warnings))


class _Reading:
    """Reads rows, and notes the cells that have to be dropped."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.roster: list[RosterRow] = []
        self.absences: list[AbsenceRow] = []
        self.refused: list[Remark] = []
        self.warnings: list[Remark] = []

    def worker(self, tab: Tab, found: Found, row: Row) -> None:
        why = _no_worker(found, row)
        if why is not None:
            column = found.columns["name"]
            self.refused.append(Remark(cell_name(tab.name, row.number, column), shown(row.value(column)), why))
            return
        values, places = self._values(tab, found, row)
        name, forename = values.pop("name", None), values.pop("forename", None)
        if name and forename and _is_surname(tab, found):
            name = f"{forename} {name}"
        if name is None:
            if values:
                self.refused.append(Remark(places["name"], "", "no name; the row was left out"))
            return
        last = values.get("last_supervised")
        if last is not None and last > self.today:
            self.refused.append(Remark(places["last_supervised"], last.isoformat(), "a day that is still to come"))
            del values["last_supervised"]
        if "starts" in values and "leaves" in values and values["leaves"] < values["starts"]:
            self.refused.append(Remark(places["leaves"], values["leaves"].isoformat(), "before the start"))
            del values["leaves"]
        self.roster.append(RosterRow(name, values.pop("worker_id", None), values, places))

    def absence(self, tab: Tab, found: Found, row: Row) -> None:
        values, places = self._values(tab, found, row)
        if not values:
            return
        name, worker_id = values.get("name"), values.get("worker_id")
        first, last = values.get("from"), values.get("to")
        place = places["from"]
        if first is None or (name is None and worker_id is None):
            self.refused.append(Remark(place, "", "an absence needs a worker and a first day; the row was left out"))
        elif last is not None and last < first:
            self.refused.append(Remark(places["to"], last.isoformat(), "before the first day; the row was left out"))
        else:
            reason = cast(AbsenceReason, values.get("reason", "other"))
            self.absences.append(AbsenceRow(name, worker_id, first, last, reason, place))

    def _values(self, tab: Tab, found: Found, row: Row) -> tuple[dict[str, Any], dict[str, str]]:
        values: dict[str, Any] = {}
        places = {field: cell_name(tab.name, row.number, column) for field, column in found.columns.items()}
        for field, column in found.columns.items():
            value = row.value(column)
            try:
                read = _READERS.get(field, cells.day)(value)
            except cells.CellProblem as problem:
                self.refused.append(Remark(places[field], shown(value), str(problem)))
                continue
            if field == "reason" and read is None and not cells.is_blank(value):
                self.warnings.append(Remark(places[field], shown(value), "not a category of reason; taken as other"))
            elif read is not None:
                values[field] = read
        return values, places


def _fte(value: Value) -> float | None:
    written = cells.text(value)
    if written is None:
        return None
    try:
        number = float(written.rstrip("%").strip()) / (100 if written.endswith("%") else 1)
    except ValueError:
        raise cells.CellProblem("not a number; a full-time worker is 1") from None
    if not 0 <= number <= MOST_FTE:
        raise cells.CellProblem("not between 0 and 2; a full-time worker is 1")
    return number


def _yes_or_no(value: Value) -> bool | None:
    written = cells.text(value)
    if written is None:
        return None
    key = match_key(written)
    if key in _YES or key in _NO:
        return key in _YES
    raise cells.CellProblem("neither yes nor no")


def _reason(value: Value) -> AbsenceReason | None:
    written = cells.text(value)
    return None if written is None else cast(AbsenceReason | None, category_of(written))


def _is_surname(tab: Tab, found: Found) -> bool:
    """Whether the column of names has surnames alone."""
    rows = [row for row in tab.rows if found.first_heading_row <= row.number <= found.heading_row]
    return any(heading_key(row.value(found.columns["name"])) in _SURNAMES for row in rows)


def _no_worker(found: Found, row: Row) -> str | None:
    """Why a row is nobody: a total, a note beside the list, a post that nobody has; None where it is a worker."""
    name = row.value(found.columns["name"])
    if not isinstance(name, str) or cells.is_blank(name):
        return None
    if _A_POST.match(name):
        return "a post and no person; the row was left out"
    says_more = any(not cells.is_blank(row.value(found.columns[one])) for one in _OF_A_WORKER if one in found.columns)
    alone = sum(not cells.is_blank(row.value(column)) for column in found.columns.values()) == 1
    is_note = begins_one(name) or (alone and is_a_sentence(name) and _is_no_name(name))
    if is_a_total(name) or (not says_more and is_note and len(found.columns) > 1):
        return "a line beside the list and no worker; the row was left out"
    return None


def _is_no_name(text: str) -> bool:
    """Whether words are more than a name has, or say a number."""
    return len(text.split()) > _MOST_NAMES or any(one.isdigit() or one == ":" for one in text)


_MOST_NAMES = 4
_READERS: Mapping[str, Callable[[Value], Any]] = {
    "name": cells.text,
    "forename": cells.text,
    "worker_id": cells.text,
    "role": cells.text,
    "team": cells.text,
    "supervisor": cells.text,
    "second_supervisor": cells.text,
    "fte": _fte,
    "agency": _yes_or_no,
    "reason": _reason,
}
