"""The application before there is a store: how to begin, and where a store is to be made, with which key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oversight_tui.config import Config
from oversight_tui.last_resort import BROKEN
from oversight_tui.ui.after_leaving import BY_HAND, IMPORT, Beginning, FirstStep
from oversight_tui.ui.leaving import leave_on_signals
from oversight_tui.ui.marking import MarkedLine, words_of_marking
from oversight_tui.ui.own_app import OwnApp
from oversight_tui.ui.passphrases import Passphrases
from oversight_tui.ui.program import ProgramScreen
from oversight_tui.ui.screens.new_passphrase import NewPassphraseScreen
from oversight_tui.ui.screens.recovery import RecoveryScreen
from oversight_tui.ui.screens.welcome import Way, WelcomeScreen
from oversight_tui.ui.sized import sized
from oversight_tui.ui.terminal_title import titled

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from db.key import Key
    from oversight_tui.ui.import_messages import ImportTaken
    from oversight_tui.ui.store.answering import AnsweringThread
    from oversight_tui.ui.store.lists import StoreLists

_FOOT = "Nothing is made until you choose. Your own team begins with a passphrase for it."


class FirstApp(OwnApp[Beginning]):
    """One screen after the other; every one leads back to the one before."""

    def __init__(self, config: Config, passphrases: Passphrases, today: Callable[[], date]) -> None:
        super().__init__(config)
        self._today = today
        self._reader: AnsweringThread | None = None  # once lists are brought in
        self._lists: StoreLists | None = None
        self._hidden = False
        self._passphrases = passphrases
        self._marking = words_of_marking(config.marking)
        self._ascii_only = config.glyphs == "ascii"
        self._way: FirstStep = BY_HAND
        self._key: Key | None = None

    def on_mount(self) -> None:
        """The ways to begin."""
        self.animation_level = "none"
        leave_on_signals(self.exit, watch=not self.is_headless)
        self._welcome()

    def on_unmount(self) -> None:
        """What was not read yet is not read any more."""
        if self._reader is not None:
            self._reader.pool.shutdown(wait=False, cancel_futures=True)

    def _welcome(self) -> None:
        self.push_screen(sized(WelcomeScreen(self._marking, _FOOT), self), self._chosen)

    def _chosen(self, way: Way | None) -> None:
        if way == IMPORT:
            self._bring_in()
        elif way == BY_HAND:
            self._way = way
            self._ask_passphrase()
        elif way is not None:
            self.exit(Beginning(way))

    def _bring_in(self) -> None:
        """Whether lists read at all is seen before anything is made; only then a passphrase is worth choosing."""
        from oversight_tui.ui.import_desk import ImportDesk
        from oversight_tui.ui.screens.importing import ImportScreen
        from oversight_tui.ui.store.answering import AnsweringThread
        from oversight_tui.ui.store.lists import StoreLists

        if self._lists is None:
            self._reader = AnsweringThread(lambda: "Nothing was written.", name="lists")
            self._lists = StoreLists(None, self._reader, self._today)
        desk = ImportDesk(self._lists, MarkedLine(self._marking), self._ascii_only, lambda: self._hidden)
        self.push_screen(sized(ImportScreen(desk), self), lambda _: self._welcome())

    def on_import_taken(self, event: ImportTaken) -> None:
        """Lists were seen and are to be taken: now it needs a passphrase."""
        self._way = event.lists
        self._ask_passphrase()

    def action_hide_names(self) -> None:
        """Hide the names in lists, or show them again."""
        if isinstance(self.screen, ProgramScreen):
            self._hidden = not self._hidden
            self.screen.show_names()
            self.screen.flash("Names are hidden. h shows them." if self._hidden else "Names are shown.")

    def _ask_passphrase(self) -> None:
        screen = NewPassphraseScreen(self._passphrases, self._marking, ascii_only=self._ascii_only)
        self.push_screen(sized(screen, self), self._passphrase_chosen)

    def _passphrase_chosen(self, key: Key | None) -> None:
        if key is None:
            if self._way == BY_HAND:
                self._welcome()
            return
        self._key = key
        screen = RecoveryScreen(self._passphrases.phrase_of(key), self._marking)
        self.push_screen(sized(screen, self), self._written_down)

    def _written_down(self, is_written: bool | None) -> None:
        if is_written:
            self.exit(Beginning(self._way, self._key))
        else:
            self._ask_passphrase()


def show_first(config: Config, passphrases: Passphrases, today: Callable[[], date]) -> Beginning | None:
    """Ask how to begin; None where that was left. Raises SystemExit with 70 where the program broke."""
    app = FirstApp(config, passphrases, today)
    with titled():
        beginning = app.run()
    if app.return_code:
        raise SystemExit(BROKEN)
    return beginning
