"""A small window over a screen that is no form: a click does what its keys do, and one beside it leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from textual import events

from oversight_tui.ui.program import Dialog, Result
from oversight_tui.ui.widgets.below import Below
from oversight_tui.ui.widgets.text_line import Part

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.geometry import Region
    from textual.visual import Visual


class Window(Dialog[Result]):
    """Left with Esc, with a click on what says so, or with one beside it; nothing typed is lost with it. One that
    `covers` the screen leaves nothing of it in sight.
    """

    covers: ClassVar[bool] = False
    _below: Below | None = None

    def refresh(self, *regions: Region, **how: bool) -> Self:
        """Paint it again; of regions Textual speaks only where what stands below it has changed in these."""
        if regions and self._below is not None:
            self._below.changed()
        return super().refresh(*regions, **how)

    def render(self) -> Visual | RenderableType:  # type: ignore[override]  # every other widget may
        """What stands below it, taken over once until that changes."""
        found = super().render()
        if isinstance(found, Below):
            self._below = found = self._below or found
        return found

    def action_leave(self) -> None:
        """Leave it as it is."""
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """A click beside it leaves it."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.action_leave()


# What stands over a screen is closed with Esc; from a screen itself Esc goes back.
CLOSES = ("esc", "Close", "leave")


def key_parts(*keys: tuple[str, str, str]) -> list[Part]:
    """Each key, the word for what it does, and the action that a click on either asks for."""
    return [
        part
        for key, does, action in keys
        for part in (Part(f" {key}", "bold $text-accent", action), Part(f" {does} ", "", action))
    ]
