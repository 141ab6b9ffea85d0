"""The rows of all lists into one picture of each child: present holder, status, open or closed.

Open is a child with a row of List 6 that is not closed, of List 7 or 8 without an end, or of List 9. Status follows
Ofsted's order: looked after, protection plan, in need, assessment; care leaver where no other list shows the child.
What cannot be read is `unread` of the child and never taken for nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from datetime import date, timedelta

from msgspec import Struct

from oversight_tui.exchange.extract import Extract, ExtractChild, ListRow
from oversight_tui.exchange.statuses import Meant, meaning_of
from oversight_tui.exchange.tables import Remark
from oversight_tui.practice.facts import Status
from oversight_tui.words.text import match_key

# The worker is the one of List 6, else 8, else 7, else 9; a status comes from 8 before 7 before 6.
_HOLDER_ORDER = ("List 6", "List 8", "List 7", "List 9")
_OF_A_LIST: tuple[tuple[str, Status], ...] = (("List 8", "looked_after"), ("List 7", "protection_plan"))
_ADULT = 18
_BEFORE_BIRTH = timedelta(days=280)


class Readings(Struct, frozen=True):
    """What was said of cells that cannot be read: what wordings of a status mean (by their keys), what a child is (by
    reference), and which children with an end that cannot be read are closed or open.
    """

    statuses: Mapping[str, Meant] = {}
    of_child: Mapping[str, Status] = {}
    closed: Set[str] = frozenset()
    open: Set[str] = frozenset()


class UnreadEnd(Struct, frozen=True):
    """A child whose end in a list cannot be read: the list, the cell, and what stands there."""

    child: str
    list_name: str
    place: str
    shown: str


class Unclear(Struct, frozen=True):
    """What has to be asked of these rows: wordings of a status that are not understood, with the children who have
    them; open children without any status; ends that cannot be read.
    """

    statuses: Mapping[str, tuple[str, ...]] = {}
    without_status: tuple[str, ...] = ()
    ends: tuple[UnreadEnd, ...] = ()


class ReadChildren(Struct, frozen=True):
    """The children of an extract, each once, in the order of the file; what was refused, and what is doubtful."""

    children: tuple[ExtractChild, ...]
    refused: tuple[Remark, ...]
    warnings: tuple[Remark, ...]
    unclear: Unclear


def children_of(extract: Extract, as_at: date, said: Readings | None = None) -> ReadChildren:
    """The children of an extract as its lists of the day `as_at` show them, and as was `said` of them."""
    by_child: dict[str, list[ListRow]] = defaultdict(list)
    for row in extract.rows:
        by_child[row.reference].append(row)
    reading = _Reading(as_at, said or Readings(), {one.where: one.value for one in extract.refused})
    children = tuple(reading.child(reference, rows) for reference, rows in by_child.items())
    unclear = Unclear(
        {wording: tuple(found) for wording, found in reading.wordings.items()},
        tuple(reading.without_status),
        tuple(reading.unread_ends),
    )
    refused, warnings = (*extract.refused, *reading.refused), (*extract.warnings, *reading.warnings)
    return ReadChildren(children, refused, warnings, unclear)


class _Reading:
    """Puts the rows of each child together, and notes what is doubtful. `shown` has what stands in a refused cell."""

    def __init__(self, as_at: date, said: Readings, shown: Mapping[str, str]) -> None:
        self.as_at, self.said, self.shown = as_at, said, shown
        self.refused: list[Remark] = []
        self.warnings: list[Remark] = []
        self.wordings: dict[str, list[str]] = defaultdict(list)
        self._spelled: dict[str, str] = {}
        self.without_status: list[str] = []
        self.unread_ends: list[UnreadEnd] = []

    def child(self, reference: str, rows: Sequence[ListRow]) -> ExtractChild:
        newest = {name: self._newest(some) for name, some in _by_list(rows).items()}
        open_rows = {name: row for name, row in newest.items() if self._is_open(row)}
        held_by = open_rows or newest
        status, since, status_place, unread = self._status(newest, open_rows)
        worker_row, team_row = _first(held_by, "worker"), _team_row(held_by)
        seen = max(
            ((day, name) for name, row in newest.items() if (day := self._last_seen(row)) is not None),
            default=(None, None),
            key=lambda one: one[0] or date.min,
        )
        ended = max(
            ((row.day("ends"), row) for row in newest.values() if row.day("ends")),
            default=(None, None),
            key=lambda one: one[0] or date.min,
        )
        births = [(row.day("date_of_birth"), row) for row in newest.values() if row.day("date_of_birth")]
        self._doubts(newest)
        self._find_unread_ends(open_rows)
        unread |= {field for field in ("worker", "team", "adviser") if _is_unread(held_by, field)}
        adviser_is_unread = any("adviser" in row.unread for row in held_by.values())
        if status == "care_leaver" and worker_row is None and adviser_is_unread:
            unread |= {"worker"}  # it is the adviser who holds the child
        if open_rows and not births and _is_unread(newest, "date_of_birth"):
            unread |= {"date_of_birth"}
        places = {"child": rows[0].place, "status": status_place, **_places(held_by, worker_row, team_row)}
        if seen[1]:
            places["last_seen"] = newest[seen[1]].places["last_seen"]
        if ended[1]:
            places["closed"] = ended[1].places["ends"]
        return ExtractChild(
            reference=reference,
            open=bool(open_rows),
            worker=worker_row.text("worker") if worker_row else None,
            team=team_row.text("team") if team_row else None,
            adviser=newest["List 9"].text("adviser") if "List 9" in newest else None,
            status=status,
            status_since=since,
            date_of_birth=births[0][0] if births else None,
            last_seen=seen[0],
            last_seen_source=seen[1],
            closed_on=None if open_rows else ended[0],
            closed_because=None if open_rows or ended[1] is None else ended[1].text("end_reason"),
            conflict=_conflict(open_rows) or self._conflict_within(rows),
            lists=tuple(name for name in sorted(newest)),
            places=places,
            unread=frozenset(unread),
            over=frozenset(status for name, status in _OF_A_LIST if name in newest and name not in open_rows),
        )

    def _last_seen(self, row: ListRow) -> date | None:
        """When the child was last seen, as far as a list of its day can know it."""
        seen = row.day("last_seen")
        return seen if seen is not None and seen <= self.as_at else None

    def _newest(self, rows: Sequence[ListRow]) -> ListRow:
        """Of several rows of one list: an open one, then the latest start, then the last of the file."""
        if len(rows) > 1:
            for row in rows[1:]:
                self.warnings.append(Remark(row.place, row.reference, "this child has another row in this list"))
        places = {id(row): place for place, row in enumerate(rows)}
        return max(rows, key=lambda row: (self._is_open(row), row.day("starts") or date.min, places[id(row)]))

    def _conflict_within(self, rows: Sequence[ListRow]) -> str | None:
        """A sentence where open rows of one list that began on one day name different workers."""
        for name, some in _by_list(rows).items():
            still = [row for row in some if self._is_open(row)]
            begins = max((row.day("starts") or date.min for row in still), default=None)
            newest = [row for row in still if (row.day("starts") or date.min) == begins]
            workers = {match_key(worker): worker for row in newest if (worker := row.text("worker"))}
            if len(workers) > 1:
                return f"Rows of {name} name different workers: {', '.join(workers.values())}"
        return None

    def _is_open(self, row: ListRow) -> bool:
        ends = row.day("ends")
        if ends is not None and ends <= self.as_at:
            return False
        if row.list_name == "List 6" and self._meant(row.text("status")) == "closed":
            return False
        return "ends" not in row.unread or row.reference not in self.said.closed

    def _meant(self, said: str | None) -> Meant | None:
        if said is None:
            return None
        return meaning_of(said) or self.said.statuses.get(match_key(said))

    def _status(
        self, newest: Mapping[str, ListRow], open_rows: Mapping[str, ListRow]
    ) -> tuple[Status | None, date | None, str, set[str]]:
        """The status, since when, its cell, and what of these cannot be read or is not said."""
        row = next(iter(newest.values()))
        of_list_6 = self._of_list_6(newest, open_rows)
        for name, status in _OF_A_LIST:
            if name in open_rows:
                row = open_rows[name]
                return status, row.day("starts"), row.places["starts"], _since_unread(row)
        if of_list_6 is not None:
            return of_list_6
        if "List 9" in open_rows:
            return "care_leaver", None, open_rows["List 9"].place, set()
        return None, None, row.place, set()

    def _of_list_6(
        self, newest: Mapping[str, ListRow], open_rows: Mapping[str, ListRow]
    ) -> tuple[Status | None, date | None, str, set[str]] | None:
        """The same by list 6; None where it says nothing of the status, and another list does."""
        row = newest.get("List 6")
        if row is None:
            return None
        wording, place = row.text("status"), row.places.get("status", row.place)
        meant = self._meant(wording)
        is_said_elsewhere = any(name in open_rows for name, _ in _OF_A_LIST)
        if wording is not None and meant is None:
            self.refused.append(Remark(place, wording, "not a status of List 6"))
            if not is_said_elsewhere and "List 6" in open_rows and row.reference not in self.said.of_child:
                spelled = self._spelled.setdefault(match_key(wording), wording)
                self.wordings[spelled].append(row.reference)
        if "List 6" not in open_rows:
            return None
        if meant is not None and meant != "closed":
            return meant, row.day("starts"), place, _since_unread(row)
        if "List 9" in open_rows and wording is None:
            return None
        said = self.said.of_child.get(row.reference)
        if said is not None:
            return said, row.day("starts"), place, set()
        if wording is None and not is_said_elsewhere:
            self.without_status.append(row.reference)
        return None, row.day("starts"), place, {"status", "status_since"}

    def _find_unread_ends(self, open_rows: Mapping[str, ListRow]) -> None:
        for row in open_rows.values():
            if "ends" in row.unread and row.reference not in self.said.open:
                place = row.places["ends"]
                self.unread_ends.append(UnreadEnd(row.reference, row.list_name, place, self.shown.get(place, "")))

    def _doubts(self, newest: Mapping[str, ListRow]) -> None:
        """What is kept and looks wrong."""
        for name, row in newest.items():
            seen, birth, starts = row.day("last_seen"), row.day("date_of_birth"), row.day("starts")
            if seen is not None and seen > self.as_at:
                place = row.places.get("last_seen", row.place)
                reason = "later than the day of the lists, so when the child was last seen is not known in this list"
                self.refused.append(Remark(place, seen.isoformat(), reason))
            if row.day("ends") is not None and (row.day("ends") or date.min) > self.as_at:
                self._warn(row, "ends", row.day("ends"), "an end after the day of the lists; taken as still open")
            if birth is not None and starts is not None and birth - _BEFORE_BIRTH > starts:
                self._warn(row, "starts", starts, "more than nine months before the date of birth")
            if name == "List 6":
                self._doubt_beside_others(row, newest)
            if row.text("age") == "-1":
                self._warn(row, "age", None, "not born yet")
            elif birth is not None and name != "List 9" and _age(birth, self.as_at) >= _ADULT:
                self._warn(row, "date_of_birth", birth, "18 or over, and not only in the list of care leavers")

    def _doubt_beside_others(self, row: ListRow, newest: Mapping[str, ListRow]) -> None:
        """That list 6 gives a status which its own list shows to have ended, or closes a child whom that list has."""
        for name, status in _OF_A_LIST:
            other = newest.get(name)
            if other is None or self._is_open(row) == self._is_open(other):
                continue
            if not self._is_open(row):
                self._warn(row, "ends", row.day("ends"), f"closed in list 6 and open in {name.lower()}; taken as open")
            elif self._meant(row.text("status")) == status:
                ended = other.day("ends")
                day = f" on {ended.isoformat()}" if ended else ""
                self._warn(row, "status", None, f"{name} shows that this ended{day}; taken as list 6 has it")

    def _warn(self, row: ListRow, field: str, value: date | None, reason: str) -> None:
        shown = value.isoformat() if value else row.text(field) or ""
        self.warnings.append(Remark(row.places.get(field, row.place), shown, reason))


def _by_list(rows: Sequence[ListRow]) -> dict[str, list[ListRow]]:
    grouped: dict[str, list[ListRow]] = defaultdict(list)
    for row in rows:
        grouped[row.list_name].append(row)
    return grouped


def _first(rows: Mapping[str, ListRow], field: str) -> ListRow | None:
    return next((rows[name] for name in _HOLDER_ORDER if name in rows and rows[name].text(field)), None)


def _team_row(rows: Mapping[str, ListRow]) -> ListRow | None:
    """The row whose team is the child's: the one that names the worker, where it says the team too."""
    worker_row = _first(rows, "worker")
    return worker_row if worker_row and worker_row.text("team") else _first(rows, "team")


def _is_unread(rows: Mapping[str, ListRow], field: str) -> bool:
    """Whether the list that counts for a field has it unreadably, which one of less weight does not replace; or none
    says it, and one of them has no column for it.
    """
    for name in _HOLDER_ORDER:
        if name in rows and rows[name].text(field):
            return False
        if name in rows and field in rows[name].unread:
            return True
    return any(not _has_column(row, field) for row in rows.values())


def _has_column(row: ListRow, field: str) -> bool:
    """Whether the list of a row says the field at all; who holds a care leaver may be said by the adviser alone."""
    if row.list_name == "List 9":
        return field in row.places or (field == "worker" and "adviser" in row.places)
    return field in row.places or field == "adviser"


def _since_unread(row: ListRow) -> set[str]:
    return {"status_since"} if "starts" in row.unread else set()


def _places(held_by: Mapping[str, ListRow], worker_row: ListRow | None, team_row: ListRow | None) -> dict[str, str]:
    """The cells of the holder."""
    places = {}
    if worker_row:
        places["worker"] = worker_row.places["worker"]
    elif "worker" in (blank := next(iter(held_by.values()))).places:
        places["worker"] = blank.places["worker"]
    if team_row:
        places["team"] = team_row.places["team"]
    return places


def _conflict(open_rows: Mapping[str, ListRow]) -> str | None:
    """A sentence where two lists name different workers."""
    named = [(name, open_rows[name].text("worker")) for name in _HOLDER_ORDER if name in open_rows]
    with_names = [(name, worker) for name, worker in named if worker]
    if len({match_key(worker) for _, worker in with_names}) < 2:
        return None
    return "Lists name different workers: " + ", ".join(f"{worker} in {name}" for name, worker in with_names)


def _age(birth: date, on: date) -> int:
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))
