"""The screen that covers everything while the server does not let the login in: it knows nothing of records."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from oversight_tui.ui.marking import MarkingLine
from oversight_tui.ui.program import ProgramScreen
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.words.text import one_line

_WHAT_STAYS = (
    "What stood here is covered. What was typed and not saved is here until the program ends, and comes back with the "
    "rest when you are let in again. Ctrl+Q leaves."
)


class ShutOutScreen(ProgramScreen[None]):
    """Whose store it is, why nothing of it is shown, and what becomes of what was typed."""

    CSS_PATH = "lock.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "app.quit", "leave", show=False)]

    def __init__(self, store_name: str, says: str) -> None:
        super().__init__()
        self._store_name, self._why = store_name, says

    def compose(self) -> ComposeResult:
        """What stands in the middle."""
        yield MarkingLine()
        with Container(id="middle"):
            yield TextBlock(id="locked")
            yield TextBlock(id="why")
            yield TextBlock(id="says")

    def fill(self) -> None:
        """Fill it, and let nothing be said over it."""
        self.app.clear_notifications()
        self.query_one("#locked", TextBlock).show(
            (Passage("You are not let in", "strong"), Passage(f"The store {one_line(self._store_name)}"))
        )
        self.query_one("#why", TextBlock).show((Passage(self._why, "alarm"),))
        self.query_one("#says", TextBlock).show((Passage(_WHAT_STAYS, "quiet"),))
