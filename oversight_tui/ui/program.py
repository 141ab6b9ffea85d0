"""The program as its screens know it, and what every screen of it answers to.

Screens know this protocol and never the application's class, so that no file of a screen needs the file that opens it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar, cast

from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen, Screen

from oversight_tui.ui.widgets.below import Below

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.visual import Visual

    from oversight_tui.config import Backups
    from oversight_tui.practice.board import Board
    from oversight_tui.practice.ids import EntryId
    from oversight_tui.practice.pages import ChildPage, WorkerPage
    from oversight_tui.ui.actions import ActionId
    from oversight_tui.ui.clipboard import Clipboard
    from oversight_tui.ui.completions import Completions
    from oversight_tui.ui.dialogs.about import About
    from oversight_tui.ui.draft_key import DraftKey
    from oversight_tui.ui.drafts import Drafts
    from oversight_tui.ui.hints import Hints
    from oversight_tui.ui.key_queue import KeyQueue
    from oversight_tui.ui.keymap import Keymap
    from oversight_tui.ui.messages import WayBack
    from oversight_tui.ui.pointer import Pointer
    from oversight_tui.ui.present.names import Names
    from oversight_tui.ui.store.worker import StoreWorker
    from oversight_tui.ui.tour import Tour

Result = TypeVar("Result")


class Program(Protocol):
    """What a screen may ask of the program it stands in."""

    names: Names
    keymap: Keymap
    worker: StoreWorker
    drafts: Drafts
    hints: Hints
    completions: Completions
    key_queue: KeyQueue
    pointer: Pointer
    clipboard_in_use: Clipboard
    tour: Tour
    backups: Backups
    kinds: Mapping[str, str]  # of decision: the key, and what the policy calls it
    audit_questions: Mapping[str, str]  # the key, and what is asked
    sentences: tuple[str, ...]
    headings: Mapping[str, str]
    questions: Mapping[str, tuple[str, ...]]
    marking: str
    made_up: bool

    @property
    def flashed(self) -> bool:
        """Whether something is being said over the keys."""

    @property
    def cannot_lock(self) -> str:
        """Why the screen cannot be locked; empty where it can."""

    def begin(self) -> None:
        """The board's frame stands: fill it as soon as the board is read."""

    def open(self, screen: Screen[Result], then: Callable[[Result | None], None] | None = None) -> None:
        """Open a screen, but none that would show what was written while names are hidden."""

    def flash(self, says: str) -> None:
        """Say something over the keys, until the next key or click."""

    def clear_flash(self) -> None:
        """The keys alone again."""

    def correct(self, entry_id: EntryId, about: About, *, in_own_file: bool = False) -> None:
        """Ask for the words of an entry; the form opens when they come."""

    def copy(self, entry_id: EntryId) -> None:
        """Copy an entry as plain text, unless names are hidden."""

    def read_notes(self, about: About, at: EntryId | None = None) -> None:
        """Ask for the notes to self, to look at one where it is named; a new one will be about this row."""

    def way_back(self, action_id: WayBack) -> str:
        """The key of undo or redo and what it does now; empty for neither."""

    def leave(self) -> None:
        """Leave the program, where need be only once that is asked."""

    def action_hide_names(self) -> None:
        """Hide names on every screen that is open, or show them again."""

    def action_lock(self) -> None:
        """Lock the screen, or say why it cannot be done."""

    def action_palette(self) -> None:
        """Find anything, from the screen on top."""


class ProgramScreen(Screen[Result]):
    """A screen of the program. What it is told and has no use for it leaves undone."""

    shows_words = False  # what was written before: then it does not open while names are hidden
    draft_key: DraftKey | None = None  # where what is typed into it is kept
    has_key_line: ClassVar[bool] = False  # in which something can be said

    def way_back(self, action_id: WayBack) -> ActionId | None:
        """Which of its own actions is undo, or redo; None where neither is a key of it."""
        return None

    @property
    def program(self) -> Program:
        """The program it stands in."""
        return cast("Program", self.app)

    def on_mount(self) -> None:
        """Fill it, unless it is closed again before it stands: then the widgets to fill are going already."""
        if self.display:  # which Textual says no of when a screen is on its way out
            self.fill()

    def fill(self) -> None:
        """What is shown in it from the beginning, and where the first key goes."""

    def show_board(self, board: Board) -> None:
        """A newer board was read."""

    def show_names(self) -> None:
        """Names were hidden or shown."""

    def show_page(self, page: ChildPage | WorkerPage) -> bool:
        """A page was read; True where it is shown here."""
        return False

    def read_again(self) -> None:
        """Something may have been recorded: read it again."""

    def keep_draft(self) -> None:
        """Keep what is being typed."""

    def flash(self, says: str) -> None:
        """Say something over the keys until the next key or click."""

    def clear_flash(self) -> None:
        """The keys alone again."""


class Dialog(ModalScreen[Result], ProgramScreen[Result]):
    """A screen over another, which stays in sight."""

    def render(self) -> Visual | RenderableType:  # type: ignore[override]  # every other widget may
        """What stands below it."""
        found = super().render()
        return Below(found.screen) if isinstance(found, BackgroundScreen) and not found.color.a else found
