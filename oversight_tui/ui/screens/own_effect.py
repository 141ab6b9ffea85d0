"""What a worker says that supervision changed, and what came of learning and goals; opened from their own file."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from oversight_tui.practice.sight.effect_words import own_lines
from oversight_tui.practice.sight.own_effect import OwnEffect
from oversight_tui.ui.actions import bindings
from oversight_tui.ui.list_actions import OWN_EFFECT
from oversight_tui.ui.present.effect import own_passages
from oversight_tui.ui.screens.acting import Handlers, leaving
from oversight_tui.ui.screens.reading import ReadingScreen
from oversight_tui.ui.widgets.text_block import TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine


class OwnEffectScreen(ReadingScreen):
    """The page. Esc goes back to the file."""

    place = "own_effect"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(OWN_EFFECT),
        Binding("enter", "do('list_back')", show=False),
    ]

    def __init__(self, worker: str, own: OwnEffect) -> None:
        super().__init__()
        self.worker = worker
        self.own = own

    def fill(self) -> None:
        """Fill it."""
        self.show_text()

    def handlers(self) -> Handlers:
        """There is nothing to do but read."""
        return {**super().handlers(), **leaving(self)}

    def show_text(self) -> None:
        """Heading by heading, under the name as names are written now."""
        names = self.program.names
        title = f" Own file of {names.worker(self.worker)}: what supervision changed"
        self.query_one("#title", TextLine).show((Part(title, "bold"),))
        self.clear_flash()
        self.query_one("#page", TextBlock).show(own_passages(own_lines(self.own), names))
