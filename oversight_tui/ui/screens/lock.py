"""The screen that covers everything while the store is locked: it knows the name of the file and nothing of records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from oversight_tui.ui.marking import MarkingLine
from oversight_tui.ui.program import ProgramScreen
from oversight_tui.ui.widgets.secret_line import SecretLine
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from oversight_tui.ui.clipboard import Where

_SAYS = "Type it, then Enter. The recovery phrase opens it too. Ctrl+Q leaves."
_REMAINS: Mapping[Where, str] = {
    "system": "What was copied is in the clipboard still. Enter on an empty line clears it.",
    "terminal": "What was copied may be in the terminal's clipboard still. Enter on an empty line clears that.",
    "nowhere": "",
}
_CLEARED: Mapping[Where, str] = {
    "system": "The clipboard is cleared.",
    "terminal": "The terminal was asked to forget it; none says whether it did.",
    "nowhere": "The clipboard holds nothing of what was copied here.",
}


class LockScreen(ProgramScreen[None]):
    """Whose store it is, and a line for the passphrase."""

    CSS_PATH = "lock.tcss"
    AUTO_FOCUS = "#passphrase"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "app.quit", "leave", show=False)]

    def __init__(self, store_name: str) -> None:
        super().__init__()
        self.store_name = store_name
        self._remains = False  # whether anything of what was copied may be in a clipboard still

    def compose(self) -> ComposeResult:
        """What stands in the middle."""
        yield MarkingLine()
        with Container(id="middle"):
            yield TextBlock(id="locked")
            yield SecretLine("Passphrase:", id="passphrase")
            yield TextBlock(id="says")

    def fill(self) -> None:
        """Fill it."""
        self.query_one("#locked", TextBlock).show(
            (Passage("Locked", "strong"), Passage(f"The store {one_line(self.store_name)}"))
        )
        self.query_one("#passphrase", SecretLine).when_given = self._given
        self._say(_SAYS, wrong=False)
        self.program.clipboard_in_use.remains(self._say_what_remains)

    def on_descendant_blur(self) -> None:
        """There is nothing else to type into, wherever somebody has clicked."""
        self.call_later(self.query_one("#passphrase", SecretLine).focus)

    def say(self, text: str) -> None:
        """Say why it stays locked."""
        self._say(text, wrong=True)

    def _say(self, text: str, *, wrong: bool) -> None:
        self.query_one("#says", TextBlock).show((Passage(text, "alarm" if wrong else "quiet"),))

    def _given(self, typed: str) -> None:
        program = self.program
        if typed.strip():
            program.key_queue.hold()  # what is typed in the same breath is for the screen that comes back
            program.worker.unlock(typed)
        elif self._remains:
            self._remains = False
            program.clipboard_in_use.clear(self._say_cleared)
        else:
            self._say(_SAYS, wrong=False)

    def _say_what_remains(self, where: Where) -> None:
        """Whoever sits down here could paste it: said, and cleared only when that is asked for, since it may be on its
        way into the case system.
        """
        self._remains = where != "nowhere"
        if self._remains and self.is_attached:
            self._say(f"{_SAYS}\n{_REMAINS[where]}", wrong=False)

    def _say_cleared(self, where: Where) -> None:
        if self.is_attached:
            self._say(f"{_SAYS}\n{_CLEARED[where]}", wrong=False)
