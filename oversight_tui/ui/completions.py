"""Who could be meant by the letters typed into a field that takes names: workers, or children by name or reference."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from oversight_tui.practice.possible_days import why_not_here
from oversight_tui.words.dates import month_day, weekday_day
from oversight_tui.words.persons import OUTSIDE, is_oneself, named_outside
from oversight_tui.words.text import folded, one_line

if TYPE_CHECKING:
    from datetime import date

    from oversight_tui.practice.board import Board, WorkerRow
    from oversight_tui.ui.present.names import Names

Named = Literal["worker", "child"]
MOST_SHOWN = 4
# Of a list that was asked for with nothing typed.
MOST_LISTED = 9
# A shorter part of a name stands at the beginning of many words.
_SHORTEST_PART = 3


class Meant(Struct, frozen=True):
    """Somebody who could be meant: how they are called, what stands for them in a field, and how many of the
    characters at its end were typed of that.
    """

    shown: str
    puts: str
    typed: int


class Among(Struct, frozen=True):
    """Those among whom somebody is chosen, each with what is told of them, under a `heading`."""

    heading: str
    known: tuple[Meant, ...]

    def meant(self, text: str, put_in: str) -> Sequence[Meant]:
        """Who could be meant: everybody while nothing is typed, nobody once that is said."""
        typed = folded(text).split()
        if text and (text == put_in or any(typed == folded(one.puts).split() for one in self.known)):
            return ()
        return [one.__replace__(typed=len(text)) for one in self.known if _goes_by(typed, one.puts)]


class Completions:
    """The names a board knows. While names are hidden no name is offered, references are."""

    def __init__(self, board: Callable[[], Board | None]) -> None:
        self._board = board

    @property
    def board(self) -> Board | None:
        """The board whose names these are."""
        return self._board()

    def rest(self, named: Named, text: str, names: Names) -> str:
        """What is still to be typed of the one name that goes on like the text does; empty where there is not one."""
        typed = _last(text, named)
        # What stands there is typed on, so letters that are written otherwise would stay as they were typed.
        offered = {one for shown_and_puts in self._known(named, names) for one in shown_and_puts[1:]}
        found = {one for one in offered if typed and one.startswith(typed)}
        return found.pop()[len(typed) :] if len(found) == 1 else ""

    def meant(self, named: Named, text: str, names: Names) -> Sequence[Meant]:
        """Who could be meant, a few at most; nobody where nothing is typed, where it is all typed, and where too many
        could be.
        """
        typed = _last(text, named)
        words = folded(typed).split()
        if not words:
            return ()
        found = {shown: others for shown, *others in self._known(named, names) if _goes_by(words, shown)}
        whole = any(folded(one).split() == words for shown, others in found.items() for one in (shown, *others))
        if whole or len(found) > MOST_SHOWN:
            return ()
        return [Meant(shown, others[0], len(typed)) for shown, others in found.items()]

    def first(self, named: Named, text: str, names: Names) -> Sequence[Meant]:
        """The first of those who may be meant, where nothing was typed yet that says who."""
        typed = len(_last(text, named))
        return [Meant(shown, puts, typed) for shown, puts, *_ in islice(self._known(named, names), MOST_LISTED)]

    def as_written(self, named: Named, text: str, names: Names) -> str:
        """The text, with the name that is typed last and whole as it is written."""
        typed = _last(text, named)
        found = {one for _, *puts in self._known(named, names) for one in puts if folded(one) == folded(typed)}
        return text[: len(text) - len(typed)] + found.pop() if typed and len(found) == 1 else text

    def away(self, text: str, names: Names) -> str:
        """That a worker who is named is away and nobody sees to what is theirs; empty for anybody else."""
        board, typed = self._board(), folded(text).split()
        for row in board.everybody if board is not None and typed else ():
            if folded(row.worker.name).split() == typed and row.absence is not None and not row.covered_by:
                until = f" until {month_day(row.absence.last_day)}" if row.absence.last_day else ""
                return f"{names.worker(row.worker.name)} is away{until}, and nobody covers."
        return ""

    def not_here(self, text: str, day: date, names: Names) -> str:
        """That a worker who is named is away on a day, has left by it, or has not begun; empty for anybody else."""
        board = self._board()
        row = self.row_of(text)
        if board is None or row is None:
            return ""
        why, called = why_not_here(row.worker, board.absences, day), names.worker(row.worker.name)
        if why == "left":
            return f"{called} has left by {weekday_day(day)}."
        if why == "not_begun":
            return f"{called} has not begun on {weekday_day(day)}."
        return f"{called} is away on {weekday_day(day)}." if why == "away" else ""

    def row_of(self, text: str) -> WorkerRow | None:
        """The one worker who is named, by the whole name or by words of it, or the manager as me."""
        board, typed = self._board(), set(folded(text).split())
        if board is None or not typed:
            return None
        if is_oneself(text):
            return board.manager.row if board.manager is not None else None
        found = [row for row in board.everybody if typed <= set(folded(row.worker.name).split())]
        whole = [row for row in found if typed == set(folded(row.worker.name).split())]
        return whole[0] if whole else found[0] if len(found) == 1 else None

    def understood(self, text: str, names: Names) -> tuple[str, bool]:
        """Who is meant by what is typed of somebody who sees to something, and whether that is somebody; nothing where
        it is a whole name, and while names are hidden.
        """
        typed, board = folded(text).strip(), self._board()
        if board is None or not typed or names.hidden or is_oneself(text):
            return "", True
        if outside := named_outside(text):
            return f"somebody outside the team: {outside}", True
        if OUTSIDE.startswith(typed.rstrip(": ")):
            return "", True
        team = {folded(one): one for one, _ in self._known("worker", names)}
        words = set(typed.split())
        found = [one for key, one in team.items() if words <= set(key.split())]
        found = found or [one for key, one in team.items() if typed in key]
        if typed in team or len(found) > 1:
            return "", True  # of several the list under the field says who they are, and saving asks
        if found:
            return found[0], True
        near = [one for key, one in team.items() if any(_is_in_front(part, typed) for part in key.split())]
        meant = f"Is {near[0]} meant? " if len(near) == 1 else ""
        return f"No worker here is called that. {meant}For anybody else: {OUTSIDE}: name.", False

    def _known(self, named: Named, names: Names) -> Iterable[tuple[str, ...]]:
        """How each who may be meant is called, and what may be typed for them, what is put in for them first."""
        board = self._board()
        if board is None:
            return
        if named == "worker":
            if not names.hidden:
                yield from ((one, one) for one in dict.fromkeys(one_line(row.worker.name) for row in board.everybody))
            return
        for row in board.children:
            reference = one_line(row.child.reference)
            name = (one_line(row.child.name),) if row.child.name and not names.hidden else ()
            yield (names.child(row.child), reference, *name)


def _last(text: str, named: Named) -> str:
    """The one of several that is being typed: what stands behind the last comma, of children behind the last reference
    too.
    """
    last = text.rpartition(",")[2].lstrip()
    if named == "child":
        words = last.split(" ")
        whole = [place for place, word in enumerate(words[:-1], 1) if any(sign.isdigit() for sign in word)]
        last = " ".join(words[whole[-1] :]) if whole else last
    return last.lstrip()


def _is_in_front(part: str, typed: str) -> bool:
    """Whether what is typed begins with a part of a name and goes on, as where a day was typed into it."""
    return len(part) >= _SHORTEST_PART and typed.startswith(part)


def _goes_by(words: Iterable[str], name: str) -> bool:
    parts = folded(name).split()
    return all(any(part.startswith(word) for part in parts) for word in words)
