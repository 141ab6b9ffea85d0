"""What every application of this program is: its themes and sizes, and that nothing of what it holds is ever printed.

There are two: the one that is there before a store is, and the board's.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

from textual.app import App

from oversight_tui.config import Config
from oversight_tui.last_resort import BROKEN
from oversight_tui.ui.leaving import last_word
from oversight_tui.ui.terminal import steady
from oversight_tui.ui.terminal_title import TITLE
from oversight_tui.ui.themes import depth_of, theme_at_start, themes_for

if TYPE_CHECKING:
    from textual.driver import Driver

LOW = 16

Result = TypeVar("Result")


class OwnApp(App[Result]):
    """The settings as they concern the terminal, and the last word where something breaks."""

    ENABLE_COMMAND_PALETTE = False
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-high")]
    TITLE = TITLE
    CSS = "Screen { background: $background; color: $foreground; }"

    def __init__(self, config: Config) -> None:
        # Set before the app is made, since the first screen reads them.
        wide, vast = config.breakpoints.wide, config.breakpoints.vast
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (wide, "-wide"), (vast, "-vast")]
        super().__init__()
        for theme in themes_for(depth_of(self.console.color_system)):
            self.register_theme(theme)
        self.theme = theme_at_start(config.theme, no_color=self.no_color)
        self.marking = config.marking

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver for this system, which a terminal that is closed does not stop."""
        return steady(super().get_driver_class())

    def get_system_commands(self, screen: object) -> object:  # type: ignore[override]
        """None: what Textual offers here writes the screen, with children's names, to a file."""
        return iter(())

    def _fatal_error(self) -> None:
        """Say that something broke without showing what was on the screen: a traceback would print names."""
        self._end_with(sys.exc_info()[1])

    def panic(self, *renderables: object) -> None:
        """Leave without what Textual would print here, which may be a traceback with values in it."""
        self._return_code = BROKEN
        self._end_with(None)

    def _end_with(self, fault: BaseException | None) -> None:
        self._exit_renderables.append(last_word(fault))
        self._close_messages_no_wait()
