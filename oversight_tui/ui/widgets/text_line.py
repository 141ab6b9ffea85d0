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

    The first part is never left off but cut. A sentence that is said stands over it, in as many lines as it needs.
    """

    DEFAULT_CSS = """
    TextLine { height: 1; }
    TextLine.-said { height: auto; }
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

    @property
    def said(self) -> str:
        """The sentence that is being said, empty for none."""
        return self._said

    def say(self, sentence: str) -> None:
        """Say a sentence until something is shown again."""
        before = self._height_in(self.size.width)
        self._said = sentence
        self.add_class("-said")
        self.refresh(layout=self._height_in(self.size.width) != before)

    def show(self, *versions: Sequence[Part]) -> None:
        """Show the first version that fits the width; the last one is shown even where it does not."""
        self._versions = tuple(tuple(parts) for parts in versions) or ((),)
        if self._said:
            self._said = ""
            self.remove_class("-said")
            self.refresh(layout=True)
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines of the sentence, and the one under it."""
        return self._height_in(width)

    def _height_in(self, width: int) -> int:
        return len(self._sentence_in(width)) + (self._has_parts or not self._said)

    def _sentence_in(self, width: int) -> list[str]:
        return wrapped(self._said, max(1, width - 2))[:MOST_SAID] if self._said else []

    @property
    def _has_parts(self) -> bool:
        return any(self._versions)

    def render(self) -> Content:
        """The sentence, and the parts that fit under it."""
        said = [Content.styled(f" {line}", "bold") for line in self._sentence_in(self.size.width)]
        return Content("\n").join([*said, *([self._line()] if self._has_parts else [])])

    def _line(self) -> Content:
        found: list[Content] = []
        room = self.size.width
        for part in filled(self._fitting(), room):
            text = part.text
            if cell_len(text) > room:
                if found or room < 1:
                    break
                text = set_cell_size(text, room - 1) + ELLIPSIS
            room -= cell_len(text)
            found.append(Content.styled(text, part.style) if part.style else Content(text))
        return Content("").join(found)

    def _fitting(self) -> tuple[Part, ...]:
        fitting = (parts for parts in self._versions if fits(parts, self.size.width))
        return next(fitting, self._versions[-1])

    def on_click(self, event: events.Click) -> None:
        """Ask for what the clicked part is for: the last line is the parts', whatever is said over it."""
        if event.screen_y != self.region.bottom - 1:
            return
        left = 0
        for part in filled(self._fitting(), self.size.width):
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
