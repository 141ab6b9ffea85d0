"""Lines of literal text that wrap and can be scrolled. Knows nothing of what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

Tone = Literal["plain", "strong", "quiet", "alarm", "warn", "never", "good"]


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph: its text, its tone, how far its lines are set in, what stands at its right end, and how
    much further all but its first line are set in."""

    text: str = ""
    tone: Tone = "plain"
    indent: int = 0
    right: str = ""
    hang: int = 0


class TextBlock(ScrollView, can_focus=False):
    """Passages one under the other."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"text-block--{tone}" for tone in ("plain", "strong", "quiet", "alarm", "warn", "never", "good")
    }
    DEFAULT_CSS = """
    TextBlock {
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .text-block--strong { text-style: bold; }
        & > .text-block--quiet { color: $text-muted; }
        & > .text-block--alarm { color: $text-error; text-style: bold; }
        & > .text-block--warn { color: $text-warning; }
        & > .text-block--never { color: $text-accent; text-style: bold; }
        & > .text-block--good { color: $text-success; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll_up", show=False),
        Binding("down,j", "scroll_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown,space", "page_down", show=False),
        Binding("g,home", "scroll_home", show=False),
        Binding("G,end", "scroll_end", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._passages: tuple[Passage, ...] = ()
        self._lines: list[tuple[Passage, str, str]] = []
        self._made_for = -1

    def show(self, passages: Sequence[Passage], *, from_top: bool = True) -> None:
        """Show these passages."""
        self._passages = tuple(passages)
        self._made_for = -1
        self._lay_out()
        if from_top:
            self.scroll_to(y=0, animate=False, immediate=True)
        self.refresh()

    def on_resize(self) -> None:
        """Lines depend on the width."""
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width or self.size.width
        if width == self._made_for or not width:
            return
        self._made_for = width
        self._lines = [line for passage in self._passages for line in _lines_of(passage, width)]
        self.virtual_size = Size(0, len(self._lines))

    def render_line(self, y: int) -> Strip:
        """One line of what can be seen."""
        self._lay_out()
        width = self.scrollable_content_region.width
        place = y + round(self.scroll_y)
        if place >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        passage, text, right = self._lines[place]
        style = self.rich_style + self.get_component_rich_style(f"text-block--{passage.tone}", partial=True)
        gap = max(0, width - cell_len(text) - cell_len(right))
        return Strip([Segment(text, style), Segment(" " * gap, style), Segment(right, style)]).adjust_cell_length(
            width, self.rich_style
        )


def _lines_of(passage: Passage, width: int) -> list[tuple[Passage, str, str]]:
    found: list[tuple[Passage, str, str]] = []
    room = max(1, width - passage.indent - (cell_len(passage.right) + 1 if passage.right else 0))
    for paragraph in passage.text.split("\n") or [""]:
        for line in wrapped(paragraph, room, passage.hang):
            found.append((passage, " " * passage.indent + line, "" if found else passage.right))
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
