"""What is read of a page: the story, and where there is room beside it where whom it is about stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from oversight_tui.practice.ids import ChildId
from oversight_tui.ui.present.pages import PageParts
from oversight_tui.ui.present.row_keys import id_of
from oversight_tui.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from oversight_tui.ui.program import Program


class PageBody(Horizontal):
    """Two blocks beside each other, or all of it in one where the terminal is too narrow for two; `selected` is the key
    of the entry that is looked at first. Beside the sessions of a worker the children stand in columns, which take more
    room.
    """

    def __init__(self, selected: str = "", *, of_worker: bool = False) -> None:
        super().__init__(classes="-of-worker" if of_worker else None)
        self._selected = selected
        self._parts: PageParts | None = None
        self._beside = False

    def compose(self) -> ComposeResult:
        """The two blocks."""
        story = TextBlock(id="page")
        story.selected = self._selected
        yield story
        side = TextBlock(id="side")
        side.border_title = Content("Where things stand")
        yield side

    @property
    def story(self) -> TextBlock:
        """The block in which entries are chosen."""
        return self.query_one("#page", TextBlock)

    @property
    def side(self) -> TextBlock:
        """The block beside it."""
        return self.query_one("#side", TextBlock)

    def look_at(self, key: str) -> None:
        """Select an entry, and see it."""
        self.story.selected = key
        if self._parts is not None:
            self.show(self._parts)

    def show(self, parts: PageParts) -> None:
        """Show these parts, as far as there is room."""
        self._parts = parts
        self._beside = self.side.display
        self.story.border_title = Content(parts.heading)
        self.side.show(parts.beside if self._beside else ())
        self.story.show(parts.told if self._beside else parts.in_one)

    def on_text_block_opened(self, event: TextBlock.Opened) -> None:
        """A click on a child of a worker's page opens their own."""
        event.stop()
        cast("Program", self.app).worker.pages.open_child(ChildId(id_of(event.key)))

    def on_resize(self) -> None:
        """Another size has room beside the story, or has none."""
        if self._parts is not None and self._beside != self.side.display:
            self.show(self._parts)
