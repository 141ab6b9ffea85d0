"""Who could be meant by the letters typed into a field that takes names: workers, or children by name or reference."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal

from oversight_tui.words.text import folded, one_line

if TYPE_CHECKING:
    from oversight_tui.practice.board import Board
    from oversight_tui.ui.present.names import Names

Named = Literal["worker", "child"]
MOST_SHOWN = 4


class Completions:
    """The names a board knows. While names are hidden no name is offered, references are."""

    def __init__(self, board: Callable[[], Board | None]) -> None:
        self._board = board

    def rest(self, named: Named, text: str, names: Names) -> str:
        """What is still to be typed of the one name that goes on like the text does; empty where there is not one."""
        typed = _last(text)
        found = {one for one in self._offered(named, names) if typed and folded(one[: len(typed)]) == folded(typed)}
        return found.pop()[len(typed) :] if len(found) == 1 else ""

    def meant(self, named: Named, text: str, names: Names) -> str:
        """Who could be meant, in a few words; empty where nobody is, where it is all typed, and where too many are."""
        words = folded(_last(text)).split()
        if not words:
            return ""
        found = [one for one in dict.fromkeys(self._shown(named, names)) if _goes_by(words, one)]
        if not 1 <= len(found) <= MOST_SHOWN or folded(found[0]).split() == words:
            return ""
        return f"{found[0]}" if len(found) == 1 else f"{', '.join(found[:-1])} or {found[-1]}"

    def _offered(self, named: Named, names: Names) -> Iterable[str]:
        """What may be typed: names of workers, references and names of children."""
        board = self._board()
        if board is None:
            return
        if named == "worker":
            if not names.hidden:
                yield from (one_line(row.worker.name) for row in board.everybody)
            return
        for row in board.children:
            yield one_line(row.child.reference)
            if row.child.name and not names.hidden:
                yield one_line(row.child.name)

    def _shown(self, named: Named, names: Names) -> Iterable[str]:
        """How those who may be meant are called, a child by reference and name."""
        board = self._board()
        if named == "worker":
            yield from self._offered(named, names)
        elif board is not None:
            yield from (names.child(row.child) for row in board.children)


def _last(text: str) -> str:
    """The one of several that is being typed: what stands behind the last comma."""
    return text.rpartition(",")[2].lstrip()


def _goes_by(words: Iterable[str], name: str) -> bool:
    parts = folded(name).split()
    return all(any(part.startswith(word) for part in parts) for word in words)
