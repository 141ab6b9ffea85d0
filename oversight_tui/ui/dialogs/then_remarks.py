"""What a form says of who is booked while it is filled in: what else they have at that time, as far as the board knows.

It is what the answer says once it is recorded; nothing is refused for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from oversight_tui.practice.board import Board
from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.same_time import Goes, Span, at_that_time, then_words
from oversight_tui.ui.dialogs.session import read_minutes
from oversight_tui.words.dates import DateProblem
from oversight_tui.words.meant_days import day_read
from oversight_tui.words.persons import is_oneself
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import folded
from oversight_tui.words.times import parse_time

if TYPE_CHECKING:
    from oversight_tui.ui.program import Program


class ThenRemarks:
    """Says it, of the board that is shown."""

    def __init__(self, program: Program) -> None:
        self._program = program

    @property
    def _board(self) -> Board | None:
        return self._program.completions.board

    # --- At which field of which form ---------------------------------------------------------------

    def to_be_booked(self, typed: Mapping[str, str]) -> Mapping[str, str]:
        """Of who goes to what is to be booked."""
        goes = self.goes(typed["who"]) if typed["who"].strip() else self.of_child(typed["child"])
        return _at("who", self.says([goes or self.goes("me")], self.day(typed, "on"), self.span(typed)))

    def becomes(self, typed: Mapping[str, str], booking: EntryId) -> Mapping[str, str]:
        """Of whom a booking is given to, or who goes where it is moved."""
        item = self.item(booking)
        if item is None or typed["becomes"] not in ("give", "move"):
            return {}
        if typed["becomes"] == "give":
            return self.given(typed, (booking,))
        goes = self.worker(item.owner_id) or self.goes(item.who or "")
        on, span = self.day(typed, "on") or item.due_on, self.span({"at": typed["at"]}, item)
        return _at("at", self.says([goes], on, span, (item.id,)))

    def given(self, typed: Mapping[str, str], bookings: Iterable[EntryId]) -> Mapping[str, str]:
        """Of whom these bookings are given to."""
        goes, items = self.goes(typed["who"]), map(self.item, bookings)
        said = [self.says([goes], one.due_on, self.span({}, one), (one.id,)) for one in items if one is not None]
        return _at("who", " ".join(dict.fromkeys(filter(None, said))))

    def planned(self, typed: Mapping[str, str], worker: WorkerId | None = None) -> Mapping[str, str]:
        """Of both who are in a session that is to be planned, with a worker or with who is named."""
        supervised = self.worker(worker) if worker is not None else self.goes(typed["worker"])
        both = supervised, self.goes(typed["supervisor"].strip() or "me")
        return _at("at", self.says(both, self.day(typed, "on"), self.span(typed)))

    def moved(self, typed: Mapping[str, str], planned: EntryId) -> Mapping[str, str]:
        """Of both who are in a session that is moved."""
        item = self.item(planned)
        if item is None:
            return {}
        both, on = (self.worker(item.worker_id), self.goes(item.owner or "me")), self.day(typed, "to") or item.due_on
        return _at("at", self.says(both, on, self.span({"at": typed["at"]}, item), (item.id,)))

    # --- What is known ------------------------------------------------------------------------------

    def item(self, entry: EntryId) -> OpenItem | None:
        """What is booked or planned, by its entry."""
        return next((one for one in self._board.open_items if one.id == entry), None) if self._board else None

    def goes(self, typed: str) -> Goes | None:
        """The one worker who is named, or the manager."""
        row = self._program.completions.row_of(typed)
        if row is not None:
            return Goes(row.worker.name, row.worker.id)
        manager = self._board.manager if self._board is not None else None
        return Goes(manager.manager.name) if manager is not None and is_oneself(typed) else None

    def worker(self, worker_id: WorkerId | None) -> Goes | None:
        """A worker of the board."""
        row = self._board.worker_row(worker_id) if self._board is not None else None
        return Goes(row.worker.name, row.worker.id) if row is not None else None

    def of_child(self, typed: str) -> Goes | None:
        """The worker of the child with this reference or name."""
        wanted = folded(typed).strip()
        for row in self._board.children if self._board is not None and wanted else ():
            if wanted in (folded(row.child.reference), folded(row.child.name or "")):
                return self.worker(row.child.worker_id)
        return None

    def day(self, typed: Mapping[str, str], field: str) -> date | None:
        """The day that is typed, None where none can be read."""
        with suppress(DateProblem):
            return day_read(typed[field], self._program.worker.today(), "to_come") if typed[field].strip() else None
        return None

    def span(self, typed: Mapping[str, str], known: OpenItem | None = None) -> Span | None:
        """The time and the length that are typed, or those that something has already."""
        with suppress(PlainProblem):
            at = parse_time(typed["at"]) if typed.get("at", "").strip() else known.at if known is not None else None
            minutes = read_minutes(typed["minutes"]) if "minutes" in typed else known.minutes if known else None
            return Span(at, minutes) if at is not None else None
        return None

    def says(
        self, who: Iterable[Goes | None], on: date | None, span: Span | None, but: Collection[EntryId] = ()
    ) -> str:
        """What they have then, each in a sentence; empty where that is nothing, or anything of it is not known yet."""
        if self._board is None or on is None or span is None:
            return ""
        items = [item for item in self._board.open_items if item.due_on == on]
        return " ".join(dict.fromkeys(self._of_each(who, items, span, but)))

    def _of_each(
        self, who: Iterable[Goes | None], items: Collection[OpenItem], span: Span, but: Collection[EntryId]
    ) -> Iterator[str]:
        names = self._program.names
        for one in who:
            found = at_that_time(items, one, span, but) if one is not None else ()
            if one is not None and found:
                shown = [item.__replace__(text=names.text(item.shown)) for item in found]
                yield then_words(one, shown, self._reference, self._name, names.worker(one.name))

    def _reference(self, child: ChildId) -> str | None:
        row = self._board.child_row(child) if self._board is not None else None
        return row.child.reference if row is not None else None

    def _name(self, worker: WorkerId) -> str | None:
        row = self._board.worker_row(worker) if self._board is not None else None
        return self._program.names.worker(row.worker.name) if row is not None else None


def _at(field: str, says: str) -> Mapping[str, str]:
    return {field: says} if says else {}
