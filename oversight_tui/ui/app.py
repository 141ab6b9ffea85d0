"""The application: its parts, and the events of Textual that are theirs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from datetime import date
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import events, on
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.screen import Screen

from oversight_tui.config import Config
from oversight_tui.last_resort import BROKEN
from oversight_tui.practice.audit_questions import AUDIT_QUESTIONS
from oversight_tui.practice.board import Board
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.policy import DECISION_KINDS
from oversight_tui.ui.actions import bindings_everywhere
from oversight_tui.ui.after_first_frame import AfterFirstFrame
from oversight_tui.ui.after_leaving import AfterLeaving, FirstStep
from oversight_tui.ui.answers import Answers
from oversight_tui.ui.bursts import BurstsAsMeant
from oversight_tui.ui.clearing import clearing
from oversight_tui.ui.clipboard import Clipboard
from oversight_tui.ui.completions import Completions
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.drafts import Drafts
from oversight_tui.ui.finder import Finder
from oversight_tui.ui.first_steps import FirstSteps
from oversight_tui.ui.hints import Hints
from oversight_tui.ui.key_queue import KeyQueue
from oversight_tui.ui.keymap import Keymap
from oversight_tui.ui.leaving import leave_on_signals
from oversight_tui.ui.lock import ScreenLock
from oversight_tui.ui.messages import StoreAnswer, WayBack
from oversight_tui.ui.own_app import OwnApp
from oversight_tui.ui.panes.tour_panel import show_on
from oversight_tui.ui.pasting import take_pastes_as_text
from oversight_tui.ui.pointer import Pointer
from oversight_tui.ui.present.glyphs import GLYPHS
from oversight_tui.ui.present.names import Names, without_names
from oversight_tui.ui.present.reasons import NO_LOCK_HERE, NO_LOCK_ON_A_SERVER, NO_PASSPHRASE
from oversight_tui.ui.program import ProgramScreen
from oversight_tui.ui.screen_looks import SCREEN_LOOKS
from oversight_tui.ui.screens.board import BoardScreen
from oversight_tui.ui.sized import sized
from oversight_tui.ui.standing_back import StandingBack
from oversight_tui.ui.store.scope import Scope
from oversight_tui.ui.store.worker import StoreWorker
from oversight_tui.ui.stylesheet import KeptStylesheet
from oversight_tui.ui.terminal_title import titled
from oversight_tui.ui.tour import Tour

if TYPE_CHECKING:
    from db.engine import Store

Result = TypeVar("Result")


class OversightApp(OwnApp[AfterLeaving]):
    """The board and the screens that open from it. Its screens know it as `Program`."""

    # The board is the app's first screen and lies under every other; an empty one under it would be laid out too.
    DEFAULT_MODE = "board"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_everywhere())
    CSS = OwnApp.CSS + SCREEN_LOOKS

    def __init__(
        self,
        store: Store,
        today: Callable[[], date],
        *,
        teams: tuple[str, ...] = (),
        all_teams: bool = False,
        first_board: Future[Board] | None = None,
        made_up: bool = False,
        kept: bool = True,
        first_step: FirstStep | None = None,
        config: Config,
        keymap: Keymap | None = None,
    ) -> None:
        super().__init__(config)
        self.add_mode("board", lambda: sized(BoardScreen(), self))
        self.stylesheet = KeptStylesheet(variables=self.get_css_variables())
        self.backups = config.backups
        self.made_up, self._keeps = made_up, kept
        self._asked = False  # whether it was said that nothing is kept
        self.sentences, self.headings, self.questions = config.sentences, config.headings, config.questions
        self.kinds: Mapping[str, str] = DECISION_KINDS
        self.audit_questions: Mapping[str, str] = AUDIT_QUESTIONS
        self.names = Names(GLYPHS[config.glyphs])
        self.flashed = False
        self.keymap = keymap or Keymap()
        if self.keymap.changed:
            self.set_keymap({action_id: ",".join(keys) for action_id, keys in self.keymap.changed.items()})
        self._first_board = first_board
        self.worker = StoreWorker(store, Scope(today, teams, all_teams), self, self.keymap, config)
        self.hints = Hints(self.worker, config.language, lambda: self.board_screen.board)
        self.drafts = Drafts(self.worker)
        self.completions = Completions(lambda: self.board_screen.board)
        self.pointer = Pointer()
        self.clipboard_in_use = Clipboard(self)
        self.finder = Finder(self, lambda: self.board_screen.board)
        self.key_queue = KeyQueue(self, self._handle, BurstsAsMeant(self, self._say_here))
        self.screen_lock = ScreenLock(self.worker, config.lock_minutes)
        self.after_first_frame = AfterFirstFrame(self, self.worker, self.look)
        self.tour: Tour = Tour(self.keymap.shown, lambda: show_on(self.tour, self.open_screens))
        first_steps = FirstSteps(self, first_step, self.exit)
        self.answers = Answers(self, first_steps, ask_whose=not (teams or all_teams or made_up))

    # --- From the start to the end ----------------------------------------------------------------

    def on_mount(self) -> None:
        """Leave in order when told to from outside."""
        self.animation_level = "none"
        StandingBack().follow(self)
        leave_on_signals(self._leave, watch=not self.is_headless)

    def begin(self) -> None:
        """The board's frame stands: fill it as soon as the board is read."""
        first = self._first_board
        if first is None:
            self.worker.reload()
            return
        if first.done() and first.exception() is None:
            self.board_screen.show_board(first.result())  # with the frame, so that both are laid out once
        self.worker.take_first(first)

    def on_ready(self) -> None:
        """Everything is laid out."""
        self.after_first_frame.wait_for_it()

    async def action_quit(self) -> None:
        """Ctrl+Q, from wherever one is."""
        self._leave()

    def _leave(self) -> None:
        """Keep what is being typed, and end."""
        top = self.open_screens[-1]
        if top.is_mounted:
            top.keep_draft()
        self.exit()

    def leave(self) -> None:
        """Leave; a team that is not kept, once something was recorded in it, only when that was said."""
        if self._keeps or self._asked or not self.answers.recorded:
            self.exit()
        else:
            self._asked = True
            self.flash(f"Nothing of this made-up team is kept. {self.keymap.shown('quit')} again leaves.")

    def on_unmount(self) -> None:
        """Let what is being recorded end, and today's backup be made where the program is left before it was begun."""
        self.worker.close()

    # --- Events and answers -----------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        """Whatever a person does begins the idle time anew; what comes after too long only locks."""
        if isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded:
            if self.screen_lock.left_alone:
                self.lock_now()
                return
            self.screen_lock.idle.touched()
        if not self.tour.takes(event):
            await self.key_queue.take(event)

    async def _handle(self, event: events.Event) -> None:
        """What Textual does with an event."""
        with clearing(self, event), self.pointer.followed(event):
            await super().on_event(event)

    @on(StoreAnswer)
    def take_answer(self, answer: StoreAnswer) -> None:
        """What the store worker says."""
        self.answers.take(answer)

    def correct(self, entry_id: EntryId, about: About, *, in_own_file: bool = False) -> None:
        """Ask for the words of an entry; the form opens when they come."""
        self.answers.correct(entry_id, about, in_own_file=in_own_file)

    def read_notes(self, about: About, at: EntryId | None = None) -> None:
        """Ask for the notes to self, to look at one where it is named; a new one will be about this row."""
        self.answers.read_notes(about, at)

    def copy(self, entry_id: EntryId) -> None:
        """Copy an entry as plain text, unless names are hidden."""
        if self.names.hidden:
            self.flash(f"Names are hidden. {self.keymap.shown('hide_names')} shows them, then copy.")
        else:
            self.worker.pages.copy(entry_id)

    # --- Locking ----------------------------------------------------------------------------------

    @property
    def cannot_lock(self) -> str:
        """Why the screen cannot be locked; empty where it can."""
        no_key = NO_PASSPHRASE if self._keeps else NO_LOCK_HERE
        no_key = NO_LOCK_ON_A_SERVER if self.worker.on_a_server else no_key
        return "" if self.worker.encrypted else no_key

    def look(self) -> None:
        """Once a second: lock what was left alone, else look for what others have written."""
        if self.screen_lock.left_alone:
            self.lock_now()
        elif not self.screen_lock.locked or self.screen_lock.shut_out:
            self.worker.look_for_changes()

    def action_lock(self) -> None:
        """Lock the screen, or say why it cannot be done."""
        if self.cannot_lock:
            self._say_here(self.cannot_lock)
        else:
            self.lock_now()

    def lock_now(self) -> None:
        """Keep what is being typed, cover everything, drop the key."""
        if self.screen_lock.locked:
            return
        for screen in self.open_screens:
            if screen.is_mounted:
                screen.keep_draft()
        self.clear_notifications()
        self.screen_lock.lock(self.open)

    def still_locked(self, says: str) -> None:
        """What was typed does not open it."""
        self.screen_lock.refuse(says)
        self.key_queue.let_go()

    def unlocked(self) -> None:
        """The screens as they were, read again: others may have written, and the day may have turned."""
        if self.screen_lock.unlock(self.pop_screen):
            self.worker.reload()
            self.on_top.read_again()
            self.screen.call_after_refresh(self.key_queue.let_go)

    # --- Screens ----------------------------------------------------------------------------------

    @property
    def open_screens(self) -> Sequence[ProgramScreen[object]]:
        """Every screen that is open, the board first."""
        return cast("Sequence[ProgramScreen[object]]", self.screen_stack)

    @property
    def board_screen(self) -> BoardScreen:
        """The board, which lies under every other screen."""
        return cast(BoardScreen, self.screen_stack[0])

    @property
    def on_top(self) -> ProgramScreen[object]:
        """The uppermost screen that has its widgets: one that is on its way has nothing to show anything with."""
        return next((screen for screen in reversed(self.open_screens) if screen.children), self.open_screens[-1])

    def open(self, screen: Screen[Result], then: Callable[[Result | None], None] | None = None) -> None:
        """Open a screen, but none that would show what was written while names are hidden.

        While the program is locked it opens when it no longer is.
        """
        if self.names.hidden and isinstance(screen, ProgramScreen) and self._shows_what_was_written(screen):
            self.key_queue.let_go()
            shows = self.keymap.shown("hide_names")
            self._say_here(f"Names are hidden, and this form would show what was written. {shows} shows them.")
        elif not self.screen_lock.postpones(lambda: self.open(screen, then)):
            self.key_queue.open(sized(screen, self), then)
            self.call_later(self.tour.follow)

    def _shows_what_was_written(self, screen: ProgramScreen[Result]) -> bool:
        return screen.shows_words or screen.draft_key in self.drafts

    def pop_screen(self) -> AwaitComplete:
        """Close the screen on top; while it is locked, when it no longer is: the lock screen stays on top."""
        return AwaitComplete() if self.screen_lock.postpones(self.pop_screen) else super().pop_screen()

    def action_hide_names(self) -> None:
        """Hide names on every screen that is open, or show them again."""
        if self.screen_lock.locked:
            return
        self.names = Names(self.names.glyphs, not self.names.hidden)
        for screen in self.open_screens:
            screen.show_names()
        shows = self.keymap.shown("hide_names")
        self.flash(f"Names are hidden. {shows} shows them." if self.names.hidden else "Names are shown.")

    def action_palette(self) -> None:
        """Find anything, from the screen on top."""
        self.finder.open(self.on_top)

    # --- What is said -----------------------------------------------------------------------------

    def flash(self, says: str) -> None:
        """Say something over the keys, until the next key or click; while names are hidden, without those it holds."""
        self.flashed = True
        says = without_names(says, self.names, self.board_screen.board)
        for screen in self._with_key_lines:
            screen.flash(says)

    def clear_flash(self) -> None:
        """The keys again."""
        if self.flashed:
            self.flashed = False
            for screen in self._with_key_lines:
                screen.clear_flash()

    @property
    def _with_key_lines(self) -> set[ProgramScreen[object]]:
        return {cast("ProgramScreen[object]", self.board_screen), self.on_top}

    def _say_here(self, says: str) -> None:
        """Say something on the screen that is open, also where it has no line for such things."""
        if self.on_top.has_key_line:
            self.flash(says)
        else:
            self.notify(says, markup=False)

    def way_back(self, action_id: WayBack) -> str:
        """The key of undo or redo and what it does now; empty for neither, and where the screen does not do it."""
        where = next(screen for screen in reversed(self.open_screens) if screen.has_key_line)
        key = where.way_back(action_id)
        return f"{self.keymap.shown(key)} {'undoes it' if action_id == 'undo' else 'brings it back'}." if key else ""


def show(
    store: Store,
    today: Callable[[], date],
    *,
    teams: tuple[str, ...],
    all_teams: bool,
    first_board: Future[Board] | None,
    made_up: bool,
    kept: bool,
    first_step: FirstStep | None,
    config: Config,
    keymap: Keymap,
) -> AfterLeaving | None:
    """Show the board until it is left; returns what was asked for on leaving, None for nothing more.

    Raises SystemExit with 70 where the program broke.
    """
    app = OversightApp(
        store,
        today,
        teams=teams,
        all_teams=all_teams,
        first_board=first_board,
        made_up=made_up,
        kept=kept,
        first_step=first_step,
        config=config,
        keymap=keymap,
    )
    take_pastes_as_text()
    with titled():
        asked_for = app.run()
    if app.return_code:
        raise SystemExit(BROKEN)
    return asked_for
