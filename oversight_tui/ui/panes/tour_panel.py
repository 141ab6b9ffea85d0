"""The lines of the tour at the top of whatever screen is open: what to do now, and how to skip it or leave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical

from oversight_tui.ui.widgets.text_line import Part, TextLine

if TYPE_CHECKING:
    from oversight_tui.ui.program import ProgramScreen
    from oversight_tui.ui.tour import Tour

_SKIP, _LEAVE = "skip", "leave"


class TourPanel(Vertical):
    """Lies under the marking, which is never covered."""

    DEFAULT_CSS = """
    TourPanel {
        dock: top; height: auto; max-height: 5; margin: 1 0 0 0; padding: 0 1;
        background: $surface; border-left: thick $text-accent;
    }
    TourPanel TextLine { padding: 0; }
    """

    def __init__(self, tour: Tour) -> None:
        super().__init__()
        self._tour = tour

    def compose(self) -> ComposeResult:
        """What to do, and the two keys of the tour."""
        yield TextLine(id="tour-says")
        yield TextLine(id="tour-keys")

    def on_mount(self) -> None:
        """Fill it."""
        self.show()

    def show(self) -> None:
        """What to do now."""
        if not self.children:
            return
        self.query_one("#tour-says", TextLine).say(self._tour.says)
        goes_on = " ends it" if self._tour.is_at_its_end else " skips this"
        self.query_one("#tour-keys", TextLine).show(
            (
                Part("F9", "bold $text-accent", _SKIP),
                Part(goes_on, "$text-muted", _SKIP),
                Part("   F10", "bold $text-accent", _LEAVE),
                Part(" leaves the tour; the palette takes it up again", "$text-muted", _LEAVE),
            ),
            (
                Part("F9", "bold $text-accent", _SKIP),
                Part(goes_on, "$text-muted", _SKIP),
                Part("   F10", "bold $text-accent", _LEAVE),
                Part(" leaves the tour", "$text-muted", _LEAVE),
            ),
        )

    def on_text_line_clicked(self, event: TextLine.Clicked) -> None:
        """A click on one of its keys, which are no keys of the screen."""
        event.stop()
        if event.action == _SKIP:
            self._tour.skip()
        else:
            self._tour.leave()


def show_on(tour: Tour, screens: Sequence[ProgramScreen[object]]) -> None:
    """Let each of these screens show what to do now, or nothing where the tour is not on."""
    for screen in screens:
        if not screen.is_mounted:
            continue
        panel = next(iter(screen.query(TourPanel)), None)
        if not tour.is_on:
            if panel is not None:
                panel.remove()
        elif panel is None:
            screen.mount(TourPanel(tour))
        else:
            panel.show()
