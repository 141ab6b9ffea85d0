"""One line of text and keys: literal, fitted to the width, parts can be clicked; a sentence said over it is whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from msgspec import Struct
from rich.cells import cell_len, set_cell_size
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from oversight_tui.ui.widgets.text_block import wrapped

ELLIPSIS = "…"
MOST_SAID = 4  # lines of a sentence


class Part(Struct, frozen=True):
    """A piece of a line. `action` names what a click on it asks for; `style` is a Textual style. One that `fills` takes
    its share of the room that is left.
    """

    text: str
    style: str = ""
    action: str | None = None
    fills: bool = False


FILL = Part("", fills=True)


class TextLine(Widget):
    """A line of parts, left to right; what does not fit is left off from the end, part by part.

    The first part is never left off but cut. A sentence that is said stands before them where there is room for both;
    else over them, in as many lines as it needs.
    """

    DEFAULT_CSS = """
    TextLine { height: 1; }
    TextLine.-over { height: auto; }
    """
    ALLOW_SELECT: ClassVar[bool] = False

    class Clicked(Message):
        """A part with an action was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._versions: tuple[tuple[Part, ...], ...] = ((),)
        self._said = ""
        self._covered = 0  # how many of its last columns something lies over

    @property
    def said(self) -> str:
        """The sentence that is being said, empty for none."""
        return self._said

    def say(self, sentence: str) -> None:
        """Say a sentence until something is shown again."""
        self._said = sentence
        self._make_room()

    def show(self, *versions: Sequence[Part]) -> None:
        """Show the first version that fits the width; the last one is shown even where it does not."""
        found = tuple(tuple(parts) for parts in versions) or ((),)
        if self._said or found != self._versions:
            self._versions = found
            self._said = ""
            self._make_room()

    def cover(self, columns: int) -> None:
        """Something lies over so many of its last columns: what it shows has the rest."""
        if columns != self._covered:
            self._covered = columns
            self._make_room()

    @property
    def _width(self) -> int:
        return max(0, self.size.width - self._covered)

    def on_resize(self) -> None:
        """A sentence may have to stand elsewhere now."""
        if self._said:
            self._make_room()

    def _make_room(self) -> None:
        """As many lines as it needs; nothing else is laid out anew where they stay as many."""
        is_over = self._lines != 1
        if is_over != self.has_class("-over"):
            self.set_class(is_over, "-over")
        self.refresh(layout=is_over and self._lines != self.size.height)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines of the sentence, and the one under it."""
        return self._lines

    @property
    def _lines(self) -> int:
        return len(self._sentence) + (self._has_parts or not self._said) if not self._before else 1

    @property
    def _sentence(self) -> list[str]:
        return wrapped(self._said, max(1, self._width - 2))[:MOST_SAID] if self._said else []

    @property
    def _before(self) -> tuple[Part, ...]:
        """The sentence as the first of the parts, where there is room for it: nothing moves then."""
        if not self._said or not self._has_parts:
            return ()
        before, width = (Part(f" {self._said} ", "bold"),), self._width
        return before if any(fits((*before, *parts), width) for parts in self._versions) else ()

    @property
    def _has_parts(self) -> bool:
        return any(self._versions)

    def render(self) -> Content:
        """The sentence, and the parts that fit beside or under it."""
        over = [] if self._before else [Content.styled(f" {line}", "bold") for line in self._sentence]
        return Content("\n").join([*over, *([self._line()] if self._has_parts else [])])

    def _line(self) -> Content:
        found = (Content.styled(part.text, part.style) if part.style else Content(part.text) for part in self._shown())
        return Content("").join(found)

    def _shown(self) -> list[Part]:
        """The parts of the first version that fits, with what is said before them; of the last as many as fit. Of a key
        and the word for what it does neither stands alone.
        """
        before, width = self._before, self._width
        fitting = (parts for parts in self._versions if fits((*before, *parts), width))
        parts = filled((*before, *next(fitting, self._versions[-1])), width)
        while len(parts) > 1 and not fits(parts, width):
            last = parts.pop()
            while len(parts) > 1 and last.action is not None and parts[-1].action == last.action:
                parts.pop()
        if not fits(parts, width) and width > 0:
            parts = [parts[0].__replace__(text=set_cell_size(parts[0].text, width - 1) + ELLIPSIS)]
        return parts

    def on_click(self, event: events.Click) -> None:
        """Ask for what the clicked part is for: the last line is the parts', whatever is said over it."""
        if event.screen_y != self.region.bottom - 1:
            return
        left = 0
        for part in self._shown():
            left += cell_len(part.text)
            if event.x < left:
                if part.action is not None:
                    self.post_message(self.Clicked(part.action))
                return


def fits(parts: Sequence[Part], width: int) -> bool:
    """Whether the whole line has room in so many cells."""
    return sum(cell_len(part.text) for part in parts) <= width


def filled(parts: Sequence[Part], width: int) -> list[Part]:
    """The parts with the room that is left shared out among those that fill it."""
    fill = sum(part.fills for part in parts)
    left = max(0, width - sum(cell_len(part.text) for part in parts))
    found = []
    for part in parts:
        share = -(-left // fill) if part.fills else 0
        left, fill = left - share, fill - part.fills
        found.append(part.__replace__(text=part.text + " " * share) if share else part)
    return found
