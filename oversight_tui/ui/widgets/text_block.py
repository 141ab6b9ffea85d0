"""Lines of literal text that wrap and can be scrolled. Knows nothing of what they say."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip

from oversight_tui.ui.widgets.scrolled_lines import ScrolledLines
from oversight_tui.ui.widgets.tones import Tone


class Passage(Struct, frozen=True):
    """One paragraph: its text, its tone, how far its lines are set in, what stands at its right end, and how
    much further all but its first line are set in. One with a `key` begins something that can be selected.
    """

    text: str = ""
    tone: Tone = "plain"
    indent: int = 0
    right: str = ""
    hang: int = 0
    key: str = ""


class TextBlock(ScrolledLines):
    """Passages one under the other."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._passages: tuple[Passage, ...] = ()
        self._lines: list[tuple[Passage, str, str]] = []
        self._made_for = -1
        self.selected = ""

    @property
    def line_count(self) -> int:
        """How many lines the passages make at this width."""
        self._lay_out()
        return len(self._lines)

    def show(self, passages: Sequence[Passage]) -> None:
        """Show these passages, from their top, or where what is selected stands."""
        self._passages = tuple(passages)
        self._made_for = -1
        self.top = 0
        if not self._see_selected():
            self.selected = ""
        self.refresh()

    def step(self, by: int) -> None:
        """Select the next thing that can be, or the one before; the first where none is."""
        keys = [passage.key for passage in self._passages if passage.key]
        if not keys:
            return
        at = keys.index(self.selected) + by if self.selected in keys else 0
        self.selected = keys[max(0, min(at, len(keys) - 1))]
        self._see_selected()
        self.refresh()

    def _see_selected(self) -> bool:
        """Scroll to what is selected; False where nothing is."""
        if not self.selected or not self.size.width:
            return bool(self.selected)
        self._lay_out()
        places = [place for place, (passage, _, _) in enumerate(self._lines) if passage.key == self.selected]
        if not places:
            return False
        if not self.top <= places[0] < self.top + self.size.height - 4:
            self.scroll_lines_to(max(0, places[0] - 1))
        return True

    def scroll_by(self, lines: int = 0, *, pages: int = 0) -> None:
        """Read on, or back where negative."""
        self.scroll_lines_to(self.top + lines + pages * max(1, self.size.height - 1))

    def _lay_out(self) -> None:
        width = max(1, self.size.width - 1)
        if width != self._made_for:
            self._made_for = width
            self._lines = [line for passage in self._passages for line in _lines_of(passage, width)]

    def line_strip(self, place: int, width: int) -> Strip:
        """One line."""
        passage, text, right = self._lines[place]
        chosen = passage.key and passage.key == self.selected
        style = self.style_of("cursor" if chosen else passage.tone)
        gap = max(0, self.size.width - 1 - cell_len(text) - cell_len(right))
        segments = [Segment(text, style), Segment(" " * gap, style), Segment(right, style)]
        return Strip(segments).adjust_cell_length(width, self.style_of())


def _lines_of(passage: Passage, width: int) -> list[tuple[Passage, str, str]]:
    found: list[tuple[Passage, str, str]] = []
    room = max(1, width - passage.indent - (cell_len(passage.right) + 1 if passage.right else 0))
    for paragraph in passage.text.split("\n"):
        further = passage.hang if found else 0  # a line break within it begins no row of its own
        for line in wrapped(paragraph, max(1, room - further), passage.hang - further):
            found.append((passage, " " * (passage.indent + further) + line, "" if found else passage.right))
    return found


def wrapped(text: str, width: int, hang: int = 0) -> list[str]:
    """The text in lines of at most this many cells; words that are longer are cut. `hang` sets later lines in."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        while cell_len(word) > width:
            head = set_cell_size(word, width)
            if line:
                lines.append(line)
                line = ""
            lines.append(head)
            word = word[len(head.rstrip()) or 1 :]
        lead = " " * hang if lines else ""
        if line and cell_len(line) + 1 + cell_len(word) > width:
            lines.append(line)
            line = (" " * hang if lines else "") + word
        else:
            line = f"{line} {word}" if line else lead + word
    return [*lines, line]
