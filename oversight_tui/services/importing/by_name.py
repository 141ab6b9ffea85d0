"""Workers whom a table of children names with the days on which they held a child: found here by name, else met."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Set
from datetime import date

from oversight_tui.exchange.extract import ExtractChild, Involvement
from oversight_tui.services.importing.by_number import is_back
from oversight_tui.services.importing.people import WorkerBook
from oversight_tui.words.text import match_key


class ByName:
    """Finds the worker of each of these children's times. Who is met first and holds nobody any more has left as far as
    the table tells, so that nobody is asked to supervise them. `desks` are the keys of names that are nobody's.
    """

    def __init__(self, book: WorkerBook, children: Iterable[ExtractChild], desks: Set[str]) -> None:
        self.book, self._desks = book, desks
        self._last: dict[str, date] = {}
        self._still: set[str] = set()
        for child in children:
            self._note(child.worker, child.involvements)

    def child(self, child: ExtractChild) -> ExtractChild:
        """The child with every worker under the name that they have here."""
        place = child.places["worker"]
        holder = self._key(child.worker, child.team, place) if child.open else None
        spells = tuple(
            one.__replace__(worker=self.book.name_of(key))
            for one in child.involvements
            if (key := self._key(one.worker, one.team, place)) is not None
        )
        if holder is None:
            return child.__replace__(worker_id=None, involvements=spells)
        name = self.book.name_of(holder)
        now = next((one for one in reversed(spells) if one.worker == name and one.ends is None), None)
        is_back(self.book, holder, now.starts if now else None, place)
        return child.__replace__(worker=name, worker_id=None, involvements=spells)

    def _note(self, holder: str | None, involvements: Collection[Involvement]) -> None:
        if holder is not None:
            self._still.add(match_key(holder))
        for one in involvements:
            key = match_key(one.worker)
            if one.ends is None:
                self._still.add(key)
            else:
                self._last[key] = max(one.ends, self._last.get(key, one.ends))

    def _key(self, name: str | None, team: str | None, place: str) -> str | None:
        if name is None or match_key(name) in self._desks:
            return None
        is_new = self.book.with_number(name, ()) is None
        key = self.book.holder(name, team, place)
        last = self._last.get(match_key(name))
        if is_new and last is not None and match_key(name) not in self._still:
            self.book.learns(key, "leaves", last, place)
            self.book.learns(key, "team", team, place)
        return key
