"""Buttons in a row, pressed with Enter, the space bar or a click. Knows nothing of what they do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from msgspec import Struct
from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from oversight_tui.ui.widgets.tones import Look, look_of

_BETWEEN = 2


class RowButton(Struct, frozen=True):
    """What it asks for, what it is called, and the key that does the same from anywhere."""

    action: str
    label: str
    key: str

    @property
    def shown(self) -> str:
        """As it stands in the row."""
        return f"[ {self.label} ]"


class ButtonRow(Widget, can_focus=True):
    """Buttons, of which one is the next to be pressed while the row has the focus; Tab goes to the next, then on."""

    DEFAULT_CSS = """
    ButtonRow { height: 1; }
    """
    ALLOW_SELECT: ClassVar[bool] = False

    class Pressed(Message):
        """A button was pressed."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, *buttons: RowButton, id: str | None = None) -> None:
        super().__init__(id=id)
        self.buttons = buttons
        self.says: tuple[str, ...] = ()
        self._at = 0

    def show(self, buttons: Sequence[RowButton], says: Sequence[str] = ()) -> None:
        """Show these buttons, and quietly what else the keys do: the first of what `says` holds that has room."""
        if (tuple(buttons), tuple(says)) != (self.buttons, self.says):
            self.buttons = tuple(buttons)
            self.says = tuple(says)
            self._at = 0
            self.refresh()

    def on_focus(self) -> None:
        """One that is come to begins at its first button."""
        self._at = 0
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Enter and the space bar press, the arrows and Tab move; what else is pressed is the screen's."""
        if event.key in ("enter", "space"):
            self.post_message(self.Pressed(self.buttons[self._at].action))
        elif event.key in ("right", "tab") and self._at + 1 < len(self.buttons):
            self._move(1)
        elif event.key in ("left", "shift+tab") and self._at > 0:
            self._move(-1)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """A click presses."""
        event.stop()
        left = 0
        for one in self.buttons:
            cells = cell_len(one.shown)
            if left <= event.x < left + cells:
                self.post_message(self.Pressed(one.action))
            left += cells + cell_len(_key_of(one)) + _BETWEEN

    def _move(self, by: int) -> None:
        self._at += by
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The buttons with their keys, and what is said beside them where there is room."""
        theme, base = self.app.theme_variables, self.rich_style
        quiet = base + look_of("quiet", theme)
        segments: list[Segment] = []
        for place, one in enumerate(self.buttons):
            pressed_next = self.has_focus and place == self._at
            look: Look = "cursor" if pressed_next else "strong"
            segments += [Segment(one.shown, base + look_of(look, theme)), Segment(_key_of(one), quiet)]
            segments.append(Segment(" " * _BETWEEN, base))
        room = self.size.width - sum(segment.cell_length for segment in segments)
        said = next((one for one in self.says if cell_len(one) <= room), "")
        if said:
            segments += [Segment(" " * (room - cell_len(said)), base), Segment(said, quiet)]
        return Strip(segments).adjust_cell_length(self.size.width, base)


def _key_of(button: RowButton) -> str:
    return f" {button.key}" if button.key else ""
