"""What is read of a page: the story, and where there is room beside it where whom it is about stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from oversight_tui.practice.ids import ChildId
from oversight_tui.ui.present.pages import PageParts
from oversight_tui.ui.present.row_keys import id_of
from oversight_tui.ui.widgets.text_block import BEFORE_THE_THUMB, WIDEST, TextBlock

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
        self._width = 0  # of what stands beside the story, or of all of it
        self._child = ""  # the child that is chosen, while the keys go to the list of them
        self._left = "", ""  # the entry that was selected when they went there, and the child when they left

    def compose(self) -> ComposeResult:
        """The two blocks."""
        story = TextBlock(id="page")
        story.selected = self._selected
        yield story
        yield TextBlock(id="side")

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
        self._width = self._list.size.width
        width = self._width - BEFORE_THE_THUMB if self._width else WIDEST
        if self._child:
            self.story.selected = ""
            self._list.selected = self._child
        self.story.border_title, self.side.border_title = map(Content, parts.headings())
        self.side.show(parts.beside(width) if self._beside else ())
        self.story.show(parts.story() if self._beside else parts.in_one(width))
        self._child = self._child and self._list.selected
        self._light()

    # --- The children of a worker -----------------------------------------------------------------

    @property
    def _list(self) -> TextBlock:
        """The block in which the children stand."""
        return self.side if self._beside else self.story

    @property
    def in_list(self) -> bool:
        """Whether the keys go to the children."""
        return bool(self._child)

    def enter_list(self) -> bool:
        """To the child that was chosen last, or the first; False where there is none."""
        entry, child = self.story.selected, self._left[1]
        self._list.selected = child
        if not self._list.choose(0):
            self._list.selected = entry if self._list is self.story else ""
            return False
        self._list.see_from_the_first()
        self._left, self._child = (entry, child), self._list.selected
        self._light()
        if self._list is not self.story:
            self.story.selected = ""
            self.story.refresh()
        return True

    def move_in_list(self, by: int) -> None:
        """To another child."""
        self._list.choose(by)
        self._child = self._list.selected

    def leave_list(self) -> None:
        """Back to the entry that was selected."""
        self._left = self._left[0], self._child
        self._child = self._list.selected = ""
        self._light()
        self.story.selected = self._left[0]
        self._list.refresh()
        self.story.refresh()

    def _light(self) -> None:
        """The edge of the part that the keys go to."""
        self.set_class(self.in_list and self._beside, "-in-list")

    def open_chosen(self) -> None:
        """The page of the child that is chosen."""
        if opens := self._list.opens:
            self._open(opens)

    def on_text_block_opened(self, event: TextBlock.Opened) -> None:
        """A click on a child of a worker's page opens their own."""
        event.stop()
        self._open(event.key)

    def _open(self, child: str) -> None:
        cast("Program", self.app).worker.pages.open_child(ChildId(id_of(child)))

    def on_resize(self) -> None:
        """Another size has room beside the story, or has none, or more or less in the list of children."""
        there = self.side if self.side.display else self.story
        is_another = self._beside != self.side.display or self._width != there.size.width
        if self._parts is not None and is_another:
            self.show(self._parts)
