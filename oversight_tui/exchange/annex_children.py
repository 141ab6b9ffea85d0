"""The rows of all lists into one picture of each child: present holder, status, open or closed.

Open is a child with a row of List 6 that is not closed, of List 7 or 8 without an end, or of List 9. Status follows
Ofsted's order: looked after, protection plan, in need, assessment; care leaver where no other list shows the child.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from oversight_tui.exchange.extract import Extract, ExtractChild, ListRow
from oversight_tui.exchange.tables import Remark
from oversight_tui.practice.facts import Status
from oversight_tui.words.text import match_key

# The worker is the one of List 6, else 8, else 7, else 9; a status comes from 8 before 7 before 6.
_HOLDER_ORDER = ("List 6", "List 8", "List 7", "List 9")
_ADULT = 18
_BEFORE_BIRTH = timedelta(days=280)
_LETTER = re.compile(r"([a-e])\)")
_STATUS_BY_LETTER: Mapping[str, Status | None] = {
    "a": "looked_after",
    "b": "protection_plan",
    "c": "in_need",
    "d": "assessment",
    "e": None,
}
_STATUS_BY_WORDS: Mapping[str, Status | None] = {
    "looked after child": "looked_after",
    "looked after": "looked_after",
    "cla": "looked_after",
    "child protection plan": "protection_plan",
    "cp": "protection_plan",
    "cpp": "protection_plan",
    "child in need plan": "in_need",
    "child in need": "in_need",
    "cin": "in_need",
    "open assessment": "assessment",
    "assessment": "assessment",
    "closed episode": None,
    "closed": None,
}


def children_of(
    extract: Extract, as_at: date
) -> tuple[tuple[ExtractChild, ...], tuple[Remark, ...], tuple[Remark, ...]]:
    """(children, refused, warnings), each child once, in the order of the file. `as_at` is the day the lists show."""
    by_child: dict[str, list[ListRow]] = defaultdict(list)
    for row in extract.rows:
        by_child[row.reference].append(row)
    reading = _Reading(as_at)
    children = tuple(reading.child(reference, rows) for reference, rows in by_child.items())
    return children, (*extract.refused, *reading.refused), (*extract.warnings, *reading.warnings)


class _Reading:
    """Puts the rows of each child together, and notes what is doubtful."""

    def __init__(self, as_at: date) -> None:
        self.as_at = as_at
        self.refused: list[Remark] = []
        self.warnings: list[Remark] = []

    def child(self, reference: str, rows: Sequence[ListRow]) -> ExtractChild:
        newest = {name: self._newest(some) for name, some in _by_list(rows).items()}
        open_rows = {name: row for name, row in newest.items() if self._is_open(row)}
        held_by = open_rows or newest
        status, since, status_place = self._status(newest, open_rows)
        worker_row = _first(held_by, "worker")
        team_row = worker_row if worker_row and worker_row.text("team") else _first(held_by, "team")
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
        places = {"child": rows[0].place, "status": status_place}
        if worker_row:
            places["worker"] = worker_row.places["worker"]
        elif "worker" in (blank := next(iter(held_by.values()))).places:
            places["worker"] = blank.places["worker"]
        if team_row:
            places["team"] = team_row.places["team"]
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
            conflict=_conflict(open_rows),
            lists=tuple(name for name in sorted(newest)),
            places=places,
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

    def _is_open(self, row: ListRow) -> bool:
        ends = row.day("ends")
        if ends is not None and ends <= self.as_at:
            return False
        return not (row.list_name == "List 6" and _is_closed_status(row.text("status")))

    def _status(
        self, newest: Mapping[str, ListRow], open_rows: Mapping[str, ListRow]
    ) -> tuple[Status | None, date | None, str]:
        for name, status in (("List 8", "looked_after"), ("List 7", "protection_plan")):
            if name in open_rows:
                row = open_rows[name]
                found: Status = "looked_after" if status == "looked_after" else "protection_plan"
                return found, row.day("starts"), row.places["starts"]
        if "List 6" in newest:
            row = newest["List 6"]
            said = row.text("status")
            place = row.places.get("status", row.place)
            known, status_of_row = _status_of(said)
            if not known and said is not None:
                self.refused.append(Remark(place, said, "not a status of List 6"))
            if "List 6" in open_rows and (status_of_row is not None or "List 9" not in open_rows):
                return status_of_row, row.day("starts"), place
        if "List 9" in open_rows:
            return "care_leaver", None, open_rows["List 9"].place
        return None, None, next(iter(newest.values())).place

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
            if row.text("age") == "-1":
                self._warn(row, "age", None, "not born yet")
            elif birth is not None and name != "List 9" and _age(birth, self.as_at) >= _ADULT:
                self._warn(row, "date_of_birth", birth, "18 or over, and not only in the list of care leavers")

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


def _conflict(open_rows: Mapping[str, ListRow]) -> str | None:
    """A sentence where two lists name different workers."""
    named = [(name, open_rows[name].text("worker")) for name in _HOLDER_ORDER if name in open_rows]
    with_names = [(name, worker) for name, worker in named if worker]
    if len({match_key(worker) for _, worker in with_names}) < 2:
        return None
    return "Lists name different workers: " + ", ".join(f"{worker} in {name}" for name, worker in with_names)


def _is_closed_status(said: str | None) -> bool:
    known, status = _status_of(said)
    return known and status is None and said is not None


def _status_of(said: str | None) -> tuple[bool, Status | None]:
    """(whether the words are known, the status they name); a closed episode is known and names none.

    A letter goes before words that say nothing known; one beside the words of another letter says nothing.
    """
    if said is None:
        return True, None
    key = match_key(said)
    letter = _LETTER.match(key)
    words = key[letter.end() if letter else 0 :].strip(" .")
    by_words = words in _STATUS_BY_WORDS, _STATUS_BY_WORDS.get(words)
    if letter is None:
        return by_words
    by_letter = True, _STATUS_BY_LETTER[letter[1]]
    return by_letter if by_words in ((False, None), by_letter) else (False, None)


def _age(birth: date, on: date) -> int:
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))
