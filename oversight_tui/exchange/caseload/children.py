"""The rows of a caseload table into one picture of each child: who holds them now, and who did before.

A child is closed where every row of theirs says so. Of several rows the open one that began last names the holder. The
status is the highest that anything in the row says, in Ofsted's order; where nothing says one it is not known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from oversight_tui.exchange.annex_children import ReadChildren, Readings, Unclear, UnreadEnd
from oversight_tui.exchange.caseload.columns import CASELOAD
from oversight_tui.exchange.caseload.reading import name_of
from oversight_tui.exchange.caseload.wordings import ORDER, is_closed, says_in_care, yes_or_no
from oversight_tui.exchange.extract import Extract, ExtractChild, Involvement, ListRow
from oversight_tui.exchange.statuses import Meant, meaning_of
from oversight_tui.exchange.tables import Remark
from oversight_tui.practice.facts import Status
from oversight_tui.words.labels import STATUS
from oversight_tui.words.text import match_key

# What a list may leave open of a child; each is "not known in this list" where no column of it holds it.
_MAY_LACK = ("worker", "team", "adviser", "status", "status_since", "date_of_birth", "last_seen")


def caseload_children(extract: Extract, as_at: date, said: Readings) -> ReadChildren:
    """Each child once, in the order of the file, as the table of the day `as_at` shows them and as was `said` of them.

    What was refused and is doubtful of the cells themselves stands in the extract.
    """
    by_child: dict[str, list[ListRow]] = defaultdict(list)
    for row in extract.rows:
        if row.list_name == CASELOAD:
            by_child[row.reference].append(row)
    reading = _Reading(as_at, said, {one.where: one.value for one in extract.refused})
    children = tuple(reading.child(reference, rows) for reference, rows in by_child.items())
    unclear = Unclear({key: tuple(found) for key, found in reading.wordings.items()}, (), tuple(reading.unread_ends))
    return ReadChildren(children, tuple(reading.refused), tuple(reading.warnings), unclear)


def names_of(extract: Extract) -> dict[str, str]:
    """The name of each child who has one in the table, by reference; of several rows the last that has one."""
    named = ((row.reference, name_of(row)) for row in extract.rows if row.list_name == CASELOAD)
    return {reference: name for reference, name in named if name}


class _Reading:
    """Puts the rows of each child together, and notes what is doubtful. `shown` has what stands in a refused cell."""

    def __init__(self, as_at: date, said: Readings, shown: Mapping[str, str]) -> None:
        self.as_at, self.said, self.shown = as_at, said, shown
        self.refused: list[Remark] = []
        self.warnings: list[Remark] = []
        self.wordings: dict[str, list[str]] = defaultdict(list)
        self.unread_ends: list[UnreadEnd] = []

    def child(self, reference: str, rows: Sequence[ListRow]) -> ExtractChild:
        still = [row for row in rows if not self._is_closed(row)]
        held = [row for row in still if not self._is_over(row)]
        now = self._newest(held or still or rows)
        holder = now if held or not still else None  # each time that a worker held an open child is over
        status = self._status(now)
        seen, seen_row = self._last_seen(rows)
        ended, ended_row = _latest(rows, "closed_on")
        since, _ = _latest([now], "status_since")
        unread = self._not_known(now, status, holder)
        if still:
            self._find_unread_end(reference, rows)
        places = {
            "child": rows[0].place,
            "status": now.places.get("status", now.place),
            "worker": now.places.get("worker", now.place),
            "team": now.places.get("team", now.place),
        }
        if seen_row is not None:
            places["last_seen"] = seen_row.places["last_seen"]
        if ended_row is not None:
            places["closed"] = ended_row.places["closed_on"]
        return ExtractChild(
            reference=reference,
            open=bool(still),
            worker=holder.text("worker") if holder else None,
            team=now.text("team"),
            adviser=now.text("adviser"),
            status=status,
            status_since=since if status is not None else None,
            date_of_birth=next((day for row in rows if (day := row.day("date_of_birth"))), None),
            last_seen=seen,
            last_seen_source=CASELOAD if seen else None,
            closed_on=None if still else ended,
            closed_because=None if still else now.text("closed_because"),
            conflict=self._conflict(held),
            lists=(CASELOAD,),
            places=places,
            worker_id=holder.text("worker_id") if holder else None,
            unread=unread,
            involvements=tuple(self._involvements(rows)),
        )

    def _is_closed(self, row: ListRow) -> bool:
        closed = row.day("closed_on")
        if closed is not None and closed <= self.as_at:
            return True
        says = row.text("open_or_closed")
        if says is not None and (found := is_closed(says)) is not None:
            return found
        if self._meant(row) == "closed":
            return True
        return "closed_on" in row.unread and row.reference in self.said.closed

    def _meant(self, row: ListRow) -> Meant | None:
        """What the status of a row says: by its words, or as was said of these or of the child."""
        said = row.text("status")
        if said is None:
            return self.said.of_child.get(row.reference)
        return meaning_of(said) or self.said.statuses.get(match_key(said)) or self.said.of_child.get(row.reference)

    def _find_unread_end(self, reference: str, rows: Sequence[ListRow]) -> None:
        """Note a closure that cannot be read of a child who is open without it, until it was said what they are."""
        row = next((one for one in rows if "closed_on" in one.unread), None)
        if row is not None and reference not in self.said.open:
            where = row.places["closed_on"]
            self.unread_ends.append(UnreadEnd(reference, CASELOAD, where, self.shown.get(where, "")))

    def _is_over(self, row: ListRow) -> bool:
        until = row.day("allocated_until")
        return until is not None and until <= self.as_at

    def _newest(self, rows: Sequence[ListRow]) -> ListRow:
        places = {id(row): place for place, row in enumerate(rows)}
        return max(rows, key=lambda row: (row.day("allocated_from") or date.min, places[id(row)]))

    def _status(self, row: ListRow) -> Status | None:
        said, meant = row.text("status"), self._meant(row)
        by_words = meant if meant != "closed" else None
        found: set[Status] = {by_words} if by_words else set()
        if said and meant is None and is_closed(said) is None:
            reason = "not a status that is understood, so the status is not known in this list"
            self.refused.append(Remark(row.places["status"], said, reason))
            self.wordings[said].append(row.reference)
        flags = [self._flag(row, field) for field in ("looked_after", "protection_plan")]
        legal = row.text("legal_status")
        if flags[0] or (legal is not None and says_in_care(legal)):
            found.add("looked_after")
        if flags[1]:
            found.add("protection_plan")
        if not found and flags == [False, False] and not said:
            found.add("in_need")
        highest = min(found, key=ORDER.index, default=None)
        if said and highest and by_words not in (None, highest):
            reason = f"another column of the row says {STATUS[highest].lower()}"
            self.warnings.append(Remark(row.places["status"], said, reason))
        return highest

    def _flag(self, row: ListRow, field: str) -> bool | None:
        said = row.text(field)
        found = yes_or_no(said) if said else None
        if said and found is None:
            self.refused.append(Remark(row.places[field], said, "neither yes nor no"))
        return found

    def _last_seen(self, rows: Sequence[ListRow]) -> tuple[date | None, ListRow | None]:
        for row in rows:
            seen = row.day("last_seen")
            if seen is not None and seen > self.as_at:
                reason = "later than the day of the list, so when the child was last seen is not known in this list"
                self.refused.append(Remark(row.places["last_seen"], seen.isoformat(), reason))
        return _latest([row for row in rows if (row.day("last_seen") or date.min) <= self.as_at], "last_seen")

    def _not_known(self, row: ListRow, status: Status | None, holder: ListRow | None) -> frozenset[str]:
        """What this table does not say, or says unreadably: what was known of it holds."""
        lacks = {field for field in _MAY_LACK if field not in row.places}
        lacks |= {"closed" if field == "closed_on" else field for field in row.unread}
        if "status" in row.places and row.text("status") is None:
            lacks.add("status")
        lacks -= {"status"} if status is not None else set()
        lacks |= {"status", "status_since"} if status is None else set()
        return frozenset(lacks - ({"worker"} if holder is None else set()))

    def _conflict(self, held: Sequence[ListRow]) -> str | None:
        """A sentence where two rows name different workers, and none of them began later."""
        begins = max((row.day("allocated_from") or date.min for row in held), default=None)
        newest = [row for row in held if (row.day("allocated_from") or date.min) == begins]
        names = {match_key(worker): worker for row in newest if (worker := row.text("worker"))}
        return f"The rows name different workers: {', '.join(names.values())}" if len(names) > 1 else None

    def _involvements(self, rows: Sequence[ListRow]) -> Iterator[Involvement]:
        """Each time that a worker held the child, where a row says when that began or ended; oldest first."""
        for row in sorted(rows, key=lambda row: row.day("allocated_from") or date.min):
            worker, starts = row.text("worker"), row.day("allocated_from")
            until = row.day("allocated_until") if self._is_over(row) else None
            if worker is not None and (starts or until):
                yield Involvement(worker, row.text("worker_id"), row.text("team"), starts, until)


def _latest(rows: Sequence[ListRow], field: str) -> tuple[date | None, ListRow | None]:
    """The latest day of a field, and the row it stands in."""
    found = [(day, row) for row in rows if (day := row.day(field)) is not None]
    return max(found, key=lambda one: one[0]) if found else (None, None)
