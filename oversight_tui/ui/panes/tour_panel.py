"""The lines of the tour at the top of whatever screen is open: what to do now, and how to skip it or leave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from oversight_tui.ui.marking import MarkingLine
from oversight_tui.ui.widgets.text_line import Part, TextLine

if TYPE_CHECKING:
    from oversight_tui.ui.program import ProgramScreen
    from oversight_tui.ui.tour import Tour

_SKIP, _LEAVE = "skip", "leave"


class TourPanel(Vertical):
    """Lies under the marking, which is never covered."""

    DEFAULT_CSS = """
    TourPanel {
        height: auto; max-height: 5; padding: 0 1; background: $surface; border-left: thick $text-accent;
    }
    TourPanel.-docked { dock: top; margin: 1 0 0 0; }
    TourPanel #tour-keys { margin-left: 1; }
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
                Part(f" leaves the tour; {self._tour.taken_up_with} takes it up again", "$text-muted", _LEAVE),
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
            _put(TourPanel(tour), screen)
        else:
            panel.show()


def _put(panel: TourPanel, screen: ProgramScreen[object]) -> None:
    """Under the marking, which the board has in lines of its own, and every other screen docked."""
    marking = next(iter(screen.query(MarkingLine)), None)
    if marking is not None and marking.parent is not screen and isinstance(marking.parent, Widget):
        marking.parent.mount(panel, after=marking)
    else:
        screen.mount(panel.add_class("-docked"))
