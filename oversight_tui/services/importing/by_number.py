"""Workers whom files name by their numbers: found here by number, else by name, else met first."""

from __future__ import annotations

from datetime import date

from oversight_tui.exchange.extract import ExtractChild
from oversight_tui.exchange.involved import Involved, by_number, named
from oversight_tui.exchange.tables import Remark
from oversight_tui.services.importing.people import WorkerBook


class ByNumber:
    """Finds the worker of each number once. Only those whom a child needs are met; who has no open spell in these files
    and was not known here has left as far as they tell, so that nobody is asked to supervise them.
    """

    def __init__(self, book: WorkerBook, involved: Involved, as_at: date) -> None:
        self.book, self.involved = book, involved
        self.warnings: list[Remark] = []
        self._keys: dict[str, str] = {}
        self._numbers: dict[str, str] = {}  # by key, the number that this import gave it
        self._last: dict[str, date] = {}
        self._still: set[str] = set()
        for spell in involved.spells:
            if spell.worker_id is None:
                continue
            if spell.ends is None or spell.ends > as_at:
                self._still.add(spell.worker_id)
            else:
                self._last[spell.worker_id] = max(spell.ends, self._last.get(spell.worker_id, spell.ends))

    def child(self, child: ExtractChild) -> ExtractChild:
        """The child with every worker under the name that they have here."""
        place = child.places["worker"]
        involvements = tuple(
            one.__replace__(worker=self.book.name_of(self.key_of(one.worker_id, one.team, place)))
            for one in child.involvements
            if one.worker_id
        )
        if child.worker_id is None:
            return child.__replace__(involvements=involvements)
        key = self.key_of(child.worker_id, child.team, place)
        now = next((one for one in reversed(involvements) if one.worker_id == child.worker_id), None)
        is_back(self.book, key, now.starts if now else None, place)
        return child.__replace__(worker=self.book.name_of(key), involvements=involvements)

    def key_of(self, number: str, team: str | None, place: str) -> str:
        """The key of the worker with this number."""
        if number not in self._keys:
            self._keys[number] = key = self._found(number, team, place)
            self._numbers[key] = number
        return self._keys[number]

    def _found(self, number: str, team: str | None, place: str) -> str:
        known = self.involved.professionals.get(number)
        numbers = (number, *(known.also if known else ()))
        name = named(self.involved, number)
        key = self.book.with_number(name, numbers)
        if key in self._numbers:  # of two people of one name and two numbers
            name = f"{name} ({number})"
            key = self.book.with_number(name, numbers[:1])
        is_name = name != by_number(number)
        if key is None:
            key = self._met(number, numbers, name, team, place)
        else:
            self._other_number(key, numbers, place)
            self.book.has_numbers(key, numbers, place)
            if is_name and self.book.name_of(key) in map(by_number, numbers):
                self.book.says(key, "name", name, place)
        if known is not None:
            self.book.learns(key, "role", known.role, known.place)
            self.book.learns(key, "fte", known.fte, known.place)
        if not is_name:
            reason = "only the number is known; a roster with this number, or the SSD, gives the name"
            self.warnings.append(Remark(place, number, reason))
        return key

    def _met(self, number: str, numbers: tuple[str, ...], name: str, team: str | None, place: str) -> str:
        key = self.book.met_by_number(name, numbers, place, is_name=name != by_number(number))
        if number not in self._still and number in self._last:
            self.book.learns(key, "leaves", self._last[number], place)
            self.book.learns(key, "team", team, place)
        return key

    def _other_number(self, key: str, numbers: tuple[str, ...], place: str) -> None:
        """That somebody of this name has another number here: taken as one person, and said."""
        here = self.book.detail_of(key)
        if here.staff_id is not None and here.staff_id not in numbers and self.book.with_number("", numbers) is None:
            reason = f"number {numbers[0]} in the file and {here.staff_id} here; taken as one person"
            self.warnings.append(Remark(place, here.name, reason))


def is_back(book: WorkerBook, key: str, starts: date | None, place: str) -> None:
    """Whoever left and was given a child after that is here again."""
    leaves = book.detail_of(key).leaves
    if leaves is not None and starts is not None and starts > leaves:
        book.says(key, "leaves", None, place)
