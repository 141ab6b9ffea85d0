"""The application: screens, names shown or hidden, and what arrives from the store worker."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.binding import BindingType
from textual.screen import Screen

from oversight_tui.config import Config
from oversight_tui.last_resort import BROKEN
from oversight_tui.practice.board import Board
from oversight_tui.practice.pages import ChildPage, WorkerPage
from oversight_tui.practice.policy import DECISION_KINDS
from oversight_tui.ui.actions import bindings_everywhere
from oversight_tui.ui.arrivals import Arrivals
from oversight_tui.ui.keymap import Keymap
from oversight_tui.ui.messages import (
    BoardLoaded,
    Done,
    DraftKept,
    DraftsLoaded,
    KindsLoaded,
    Noticed,
    PageLoaded,
    Refused,
    WhoseLoaded,
)
from oversight_tui.ui.pasting import take_pastes_as_text
from oversight_tui.ui.present.names import Names, without_names
from oversight_tui.ui.present.signs import SIGNS
from oversight_tui.ui.screens.board import BoardScreen
from oversight_tui.ui.store_worker import StoreWorker
from oversight_tui.ui.terminal_title import TITLE, titled
from oversight_tui.ui.themes import OWN_THEMES
from oversight_tui.words.dates import count

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.practice.language import Hint

SECONDS_BETWEEN_LOOKS = 1.0
SECONDS_BETWEEN_BACKUP_LOOKS = 3600  # for a board that stays open over night
LOW = 16
OPEN_DEMO = "demo"


class OversightApp(Arrivals):
    """The board and the pages that open from it."""

    ENABLE_COMMAND_PALETTE = False
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-high")]
    # The board is the app's first screen and lies under every other; an empty one under it would be laid out too.
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {"board": BoardScreen}
    DEFAULT_MODE = "board"
    TITLE = TITLE
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_everywhere())
    CSS = """
    Screen { background: $background; color: $foreground; }
    """

    def __init__(
        self,
        store: Store,
        today: Callable[[], date],
        *,
        teams: tuple[str, ...] = (),
        all_teams: bool = False,
        first_board: Future[Board] | None = None,
        made_up: bool = False,
        config: Config,
        keymap: Keymap | None = None,
    ) -> None:
        # Set before the app is made, since the first screen reads them.
        self.HORIZONTAL_BREAKPOINTS = [
            (0, "-narrow"),
            (config.breakpoints.wide, "-wide"),
            (config.breakpoints.vast, "-vast"),
        ]
        super().__init__(config.lock_minutes)
        for theme in OWN_THEMES:
            self.register_theme(theme)
        self.theme = config.theme
        self.made_up, self.marking = made_up, config.marking
        self.names = Names(SIGNS[config.glyphs])
        self.worker = StoreWorker(store, today, teams, all_teams, self)
        self._first_board = first_board
        self._teams_were_named = bool(teams) or all_teams or made_up
        self._asked_whose = False
        self.flashed = False
        self.sentences, self.headings = config.sentences, config.headings
        self._language = config.language
        self.backups = config.backups
        self.dismissed: frozenset[str] = frozenset()
        self.kinds: Mapping[str, str] = DECISION_KINDS
        self.drafts: dict[str, dict[str, str]] = {}
        self._unkept: set[str] = set()  # drafts that are only here, since the store could not take them
        self.keymap = keymap or Keymap()
        if self.keymap.changed:
            self.set_keymap({action_id: ",".join(keys) for action_id, keys in self.keymap.changed.items()})

    @property
    def _board_screen(self) -> BoardScreen:
        return cast(BoardScreen, self.screen_stack[0])

    def on_mount(self) -> None:
        """Leave in order when told to from outside."""
        self.animation_level = "none"
        self.leave_on_signals()

    def begin(self) -> None:
        """The board's frame stands: fill it as soon as the board is read."""
        first = self._first_board
        if first is None:
            self.worker.reload()
            return
        if first.done() and first.exception() is None:
            self._board_screen.show_board(first.result())  # with the frame, so that both are laid out once
        self.worker.take_first(first)

    def on_ready(self) -> None:
        """The first frame is out: the collector may work again, others' changes and drafts are looked for."""
        gc.freeze()
        gc.enable()
        self.set_interval(SECONDS_BETWEEN_LOOKS, self.look)
        self.worker.read_drafts()
        self.worker.read_changes(asked=False)
        self._back_up()
        self.set_interval(SECONDS_BETWEEN_BACKUP_LOOKS, self._back_up)

    def _back_up(self) -> None:
        self.worker.daily_backup.make_if_due(self.backups)

    def on_unmount(self) -> None:
        """Let what is being recorded end."""
        self.worker.close()

    def get_system_commands(self, screen: object) -> object:  # type: ignore[override]
        """None: what Textual offers here writes the screen, with children's names, to a file."""
        return iter(())

    # --- From the store worker --------------------------------------------------------------------

    def on_board_loaded(self, event: BoardLoaded) -> None:
        """Show the newest board; on the very first morning say what to do instead."""
        if not self.worker.is_newest(event.generation):
            return
        board = event.board
        self._board_screen.show_board(board)
        for screen in self.screen_stack[1:]:  # a list over the board goes on with it, also under a form that is closing
            beside = getattr(screen, "show_board", None)
            if beside is not None:
                beside(board)
        if not board.workers and not board.children and not board.teams:
            self._show_first_run()
        elif len(board.teams) > 1 and not self._teams_were_named and not self._asked_whose:
            self._asked_whose = True
            self.worker.read_whose()

    def on_page_loaded(self, event: PageLoaded) -> None:
        """Open a page, or put the story beside the board."""
        if event.beside_board:
            if isinstance(event.page, ChildPage):
                self._board_screen.show_story(event.page)
            return
        show_anew = getattr(self.on_top, "show_page", None)
        if show_anew is None or not show_anew(event.page):
            self.show_page(event.page)

    def on_whose_loaded(self, event: WhoseLoaded) -> None:
        """Ask who sits here and whose teams these are."""
        from oversight_tui.ui.screens.whose import WhoseScreen

        if not isinstance(self.screen, WhoseScreen):
            self.open(WhoseScreen(event.whose, event.teams))

    def on_drafts_loaded(self, event: DraftsLoaded) -> None:
        """Offer what was being typed."""
        self.drafts.update(event.drafts)
        if self.drafts:
            go_on = self.keymap.shown("go_on")
            self.flash(f"{count(len(self.drafts), 'draft')} kept from before. {go_on} goes on with the newest.")

    def on_draft_kept(self, event: DraftKept) -> None:
        """Say what could not be kept, in its form where that is still open."""
        if event.problem is None and event.form not in self._unkept:
            return
        from oversight_tui.ui.dialogs.form import Form

        (self._unkept.add if event.problem else self._unkept.discard)(event.form)
        says = f"{event.problem} What you have typed is here until the program ends." if event.problem else ""
        top = self.on_top
        if isinstance(top, Form) and top.key == event.form:
            top.say_unkept(says)
        elif says:
            self.flash(says)

    def on_kinds_loaded(self, event: KindsLoaded) -> None:
        """The kinds of decision the policy knows, and the hints that were dismissed."""
        self.kinds, self.dismissed = event.kinds, event.dismissed

    def on_done(self, event: Done) -> None:
        """Say what was recorded, and how it is taken back."""
        self.flash(f"{event.says} {self.way_back(event.way_back)}".strip())

    def on_noticed(self, event: Noticed) -> None:
        """Say what there is to know."""
        self.flash(event.says)

    def on_refused(self, event: Refused) -> None:
        """Say what was not done and why."""
        self.let_keys_go()
        self.flash(event.says)

    # --- Screens ----------------------------------------------------------------------------------

    def show_page(self, page: ChildPage | WorkerPage) -> None:
        """Open a child's or a worker's page."""
        from oversight_tui.ui.screens.page import PageScreen

        self.open(PageScreen(page))

    def open(self, screen: Screen[Any], then: Callable[[Any], None] | None = None) -> None:
        """Open a screen, but none that would show what was written while names are hidden."""
        shows_words = getattr(screen, "shows_words", False) or getattr(screen, "key", None) in self.drafts
        if self.names.hidden and shows_words:
            self.let_keys_go()
            shows = self.keymap.shown("hide_names")
            self.say_here(f"Names are hidden, and this form would show what was written. {shows} shows them.")
        else:
            super().open(screen, then)

    def show_help(self) -> None:
        """Show the keys."""
        from oversight_tui.ui.screens.keys import KeysScreen

        self.open(KeysScreen(self.keymap.of("board"), self._board_screen.cannot))

    def show_opening_dates(self, board: Board) -> None:
        """Ask when each was last supervised or discussed."""
        from oversight_tui.ui.screens.opening import OpeningScreen

        self.open(OpeningScreen(board))

    def _show_first_run(self) -> None:
        from oversight_tui.ui.screens.first_run import FirstRunScreen

        if not isinstance(self.screen, FirstRunScreen):
            self.open(FirstRunScreen())

    # --- For every screen -------------------------------------------------------------------------

    def action_hide_names(self) -> None:
        """Hide names on every screen that is open, or show them again."""
        if self.locked:
            return
        self.names = Names(self.names.signs, not self.names.hidden)
        for screen in self.screen_stack:
            show_names = getattr(screen, "show_names", None)
            if show_names is not None:
                show_names()
        shows = f"Names are hidden. {self.keymap.shown('hide_names')} shows them."
        self.flash(shows if self.names.hidden else "Names are shown.")

    def unnamed(self, says: str) -> str:
        """A sentence of the program as it may be shown now: while names are hidden, without those it holds."""
        return without_names(says, self.names, self._board_screen.board)

    def wording(self, text: str) -> tuple[Hint, ...]:
        """What might be said otherwise, for a child who may read it; what was dismissed is not said again."""
        from oversight_tui.practice.language import hints

        board = self._board_screen.board
        workers = [row.worker.name for row in board.workers] if board is not None else []
        return hints(text, workers=workers, own=self._language, dismissed=self.dismissed)

    def dismiss_hint(self, word: str) -> None:
        """No more hints about this word."""
        self.dismissed |= {word}
        self.worker.dismiss_hint(word)

    def keep_draft(self, form: str, typed: dict[str, str] | None) -> None:
        """Keep what stands in a form, or forget it; nothing is written where nothing has changed."""
        if self.drafts.get(form) == typed and form not in self._unkept:
            return
        self.drafts.pop(form, None)
        if typed is not None:
            self.drafts[form] = typed
        self.worker.keep_draft(form, typed)

    def way_back(self, action_id: str) -> str:
        """The key of undo or redo and what it does now; empty for neither."""
        does = {"undo": "undoes it.", "redo": "brings it back."}.get(action_id)
        return f"{self.keymap.shown(action_id)} {does}" if does else ""

    def flash(self, says: str) -> None:
        """Say something where the keys stand, until the next key."""
        self.flashed = True
        says = self.unnamed(says)
        for screen in {self._board_screen, self.on_top}:
            flash = getattr(screen, "flash", None)
            if flash is not None:
                flash(says)

    def clear_flash(self) -> None:
        """The keys again."""
        if self.flashed:
            self.flashed = False
            for screen in {self._board_screen, self.on_top}:
                clear = getattr(screen, "clear_flash", None)
                if clear is not None:
                    clear()


def show(
    store: Store,
    today: Callable[[], date],
    *,
    teams: tuple[str, ...],
    all_teams: bool,
    first_board: Future[Board] | None,
    made_up: bool,
    config: Config,
    keymap: Keymap,
) -> str | None:
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
        config=config,
        keymap=keymap,
    )
    take_pastes_as_text()
    with titled():
        said = app.run()
    if app.return_code:
        raise SystemExit(BROKEN)
    return said
