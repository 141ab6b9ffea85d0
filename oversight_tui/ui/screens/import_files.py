"""The files of an import: their paths typed, completed with Tab, chosen from a list, or dropped on the terminal."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message

from oversight_tui.ui.paths import OfferedPath, completed, folder_shown, name_shown, offered, path_typed
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.ui.widgets.typed_line import TypedLine

_FILE, _ANOTHER = "File:", "Another file, or Enter to go on:"
_LONGEST_PATH = 4_096  # characters; more is no path
_ABOUT = (
    "Annex A, any table of children with headings, rosters and absences. Nothing is written before you have seen it."
)
_ABOUT_BRIEF = "Annex A, or any table of children. First seen, then written."
_OFF, _OFF_BRIEF = (
    "Esc puts the last one back into the line, to be changed or taken off.",
    "Esc takes the last one back.",
)


class ImportFiles(Vertical):
    """Posts Chosen when Enter is pressed on an empty line, and Left on Esc."""

    DEFAULT_CSS = """
    ImportFiles { height: 1fr; }
    ImportFiles #files { height: auto; max-height: 6; margin: 1 2 0 2; }
    ImportFiles #file { border: round $border-blurred; background: $field; height: 3; margin: 0 1; padding: 0 1; }
    ImportFiles #file:focus { border: round $border; background: $field-focused; }
    ImportFiles #about { margin: 0 3; color: $text-muted; }
    ImportFiles #folder { margin: 1 3 0 3; color: $text-muted; }
    ImportFiles #offers { height: 1fr; margin: 0 3; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", priority=True, show=False),
        Binding("down", "choose", show=False),
        Binding("up", "up", priority=True, show=False),
        Binding("escape", "type", show=False),
    ]

    class Chosen(Message):
        """These files are to be read."""

        def __init__(self, paths: tuple[Path, ...]) -> None:
            super().__init__()
            self.paths = paths

    class Left(Message):
        """Esc, with no file chosen."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.paths: list[Path] = []
        self.last_folder: Path | None = None  # in which the lists were that were brought in last
        self.newest: Path | None = None  # the list in the watched folder that was not brought in yet
        self._offers: dict[str, OfferedPath] = {}

    def compose(self) -> ComposeResult:
        """What is chosen already, the line, what is to be said of it, what there is."""
        yield TextBlock(id="files")
        yield TypedLine(_FILE, id="file", longest=_LONGEST_PATH)
        yield TextLine(id="about")
        yield TextLine(id="folder")
        yield LineList((Column(),), id="offers")

    def forget(self) -> None:
        """Anew, with no file."""
        self.paths = []
        self.ask()

    def change_last(self) -> None:
        """The file that was chosen last stands in the line, to be changed."""
        if self.paths:
            last = self.paths.pop()
            self.ask()
            self._line.put(str(last))
            self._look_up(str(last))

    def ask(self) -> None:
        """Ask for a file, or another one."""
        files = self.query_one("#files", TextBlock)
        files.show([Passage(f"✓ {name_shown(path)}", "good") for path in self.paths])
        files.styles.height = len(self.paths)
        files.display = bool(self.paths)
        self._line.put("", _ANOTHER if self.paths else _FILE)
        self._line.focus()
        self._say(*((_OFF, _OFF_BRIEF) if self.paths else (_ABOUT, _ABOUT_BRIEF)))
        self._look_up("")

    @property
    def _line(self) -> TypedLine:
        return self.query_one("#file", TypedLine)

    def go_on(self) -> None:
        """As Enter in the line does."""
        self._line.focus()
        self._line.accept()

    def on_typed_line_changed(self, event: TypedLine.Changed) -> None:
        """Show what the path may become."""
        event.stop()
        self._look_up(event.text)

    @work(exclusive=True)
    async def _look_up(self, typed: str) -> None:
        await self._offer(typed)

    async def _offer(self, typed: str) -> None:
        found = await asyncio.to_thread(offered, typed, self.last_folder, self.newest)
        if typed != self._line.text:
            return
        self._offers = {one.path: one for one in found}
        self.query_one("#folder", TextLine).show(*((Part(one),) for one in self._folder_of(typed)))
        rows = (Line(one.path, (Cell(one.shown, "quiet", opens="it"),)) for one in found)
        self._list.show(tuple(rows), from_the_top=True)
        self._list.action_end(False)

    def _folder_of(self, typed: str) -> Iterator[str]:
        """The folder of what is offered; where it is too long for the line, its end."""
        folder = folder_shown(typed)
        for shown in (folder, f"…{os.sep}{os.path.basename(folder)}"):
            if not self._offers:
                yield f"{shown} has no such folder or list."
            else:
                yield f"Where lists often are, and {shown}:" if not typed.strip() else f"{shown}:"

    @property
    def _list(self) -> LineList:
        return self.query_one("#offers", LineList)

    def action_choose(self) -> None:
        """From the line down to what there is."""
        if self._offers:
            self._list.focus()

    def action_up(self) -> None:
        """A row up in what there is, and from the first one back to the line."""
        if self._list.has_focus and self._list.cursor:
            self._list.action_move(-1)
        else:
            self.action_type()

    def action_type(self) -> None:
        """From the list back to the line."""
        self._line.focus()

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """A folder is gone into, a file is taken."""
        event.stop()
        if self._offers[event.key].is_folder:
            self._line.put(event.key)
            self._look_up(event.key)
        else:
            self._take(path_typed(event.key))

    async def action_complete(self) -> None:
        """Tab completes a path; where nothing is typed it goes to the list, and from there back to the line."""
        if self._list.has_focus:
            self.action_type()
            return
        typed = self._line.text
        if not typed:
            self.action_choose()
            return
        found = await asyncio.to_thread(completed, typed)
        if typed == self._line.text:
            self._line.put(found.text)
            await self._offer(found.text)

    def on_typed_line_accepted(self, event: TypedLine.Accepted) -> None:
        """Take the file, or go on with those there are."""
        event.stop()
        if event.text.strip():
            self._take(path_typed(event.text))
        elif self.paths:
            self.post_message(self.Chosen(tuple(self.paths)))
        else:
            self._say("No list is chosen yet: type its path, or take one from below.")

    def _take(self, path: Path) -> None:
        if path in self.paths:
            self._say(f"{name_shown(path)} is chosen already.")
        elif path.is_dir():
            self._say(f"{name_shown(path)} is a folder. Give a list in it; Tab shows what there is.")
        elif not path.is_file():
            self._say(f"There is no file {name_shown(path)} there. Tab shows what there is.")
        else:
            self.paths.append(path)
            self.ask()

    def on_typed_line_left(self, event: TypedLine.Left) -> None:
        """Esc puts the file that was chosen last back into the line; with none it leaves."""
        event.stop()
        if self.paths:
            self.change_last()
        else:
            self.post_message(self.Left())

    def _say(self, *versions: str) -> None:
        self.query_one("#about", TextLine).show(*((Part(one),) for one in versions))
