"""The last change that was made in the settings, and what takes it back."""

from __future__ import annotations

from textual.message_pump import MessagePump

from oversight_tui.ui.program import Program
from oversight_tui.ui.settings.items import Change, Item
from oversight_tui.ui.settings.rows import SettingRows

_NONE = "Nothing was changed since the settings were opened."
_ADDED = "That added something of your own: on its row, an empty value takes it off again."


class LastChange:
    """Remembers a setting as it was; what was taken back is the last change then."""

    def __init__(self, rows: SettingRows) -> None:
        self._rows = rows
        self._before: Item | None = None

    @property
    def id(self) -> str:
        """Of which setting it is; empty for none."""
        return self._before.id if self._before is not None else ""

    def remember(self, key: str | None) -> None:
        """This setting is about to be changed."""
        self._before = self._rows.item(key)

    def take_back(self, program: Program, answer_to: MessagePump) -> None:
        """Give the setting the value back that it had, or say why not."""
        change = self._back()
        if isinstance(change, str):
            program.flash(change)
        else:
            program.worker.settings.keep(change, answer_to)

    def _back(self) -> Change | str:
        before = self._before
        if before is None:
            return _NONE
        now = self._rows.item(before.id)
        if now is None or now.value == before.value:
            return _ADDED
        self._before = now
        back = now.back if before.back is None else None
        return back or now.change(before.value)
