"""The last change that was made in the settings, and what takes it back."""

from __future__ import annotations

from textual.message_pump import MessagePump

from oversight_tui.ui.program import Program
from oversight_tui.ui.settings.items import Change

_NONE = "Nothing was changed since the settings were opened."


class LastChange:
    """Remembers what makes a setting what it was; what was taken back is the last change then. `id` says of which
    setting it is, and is empty for none.
    """

    def __init__(self) -> None:
        self.id = ""
        self._being_made = ""
        self._takes_back = False
        self._back: Change | None = None

    def begin(self, id: str) -> None:
        """This setting may be changed now; until it is, the change before is the last one."""
        self._being_made = id
        self._takes_back = False

    def done(self, back: Change) -> None:
        """It was changed, and this takes it back."""
        self.id = self._being_made
        self._back = back

    def said(self, is_now: str, says: str) -> str:
        """What is said of the change that was made: what it `is_now`, that it was undone, else what `says` of it."""
        return f"Undone: {is_now}" if self._takes_back else f"{is_now} {says}".strip()

    def take_back(self, program: Program, answer_to: MessagePump) -> None:
        """Make the setting what it was, or say that there is none."""
        if self._back is None:
            program.flash(_NONE)
            return
        self.begin(self.id)
        self._takes_back = True
        program.key_queue.hold()
        program.worker.settings.keep(self._back, answer_to)
