"""The first screen: the ways to begin, before anything else is asked."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll

from oversight_tui.ui.after_leaving import BY_HAND, IMPORT, MADE_UP_TEAM, TOUR, AfterLeaving, FirstStep
from oversight_tui.ui.marking import MarkedLine
from oversight_tui.ui.program import ProgramScreen
from oversight_tui.ui.widgets.offered_way import OfferedWay
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine

Way = AfterLeaving | FirstStep

_WAYS: dict[str, tuple[Way, str, str]] = {
    "m": (MADE_UP_TEAM, "Look round a made-up team", "Eight workers and their year, to try it all. Nothing is kept."),
    "t": (TOUR, "Take the tour of it", "Five minutes, a morning's work, each key when it is needed."),
    "i": (IMPORT, "Bring in my caseload", "From Annex A or any table. You see it before it is written."),
    "b": (BY_HAND, "Type my team by hand", "Workers and references in a small grid. Lists can come later."),
}
_KEYS = " ↑ ↓ and Enter, or the letter.   q leaves"


class WelcomeScreen(ProgramScreen[Way]):
    """Answers with what was chosen; leaving it leaves the program."""

    CSS = """
    WelcomeScreen #middle { height: 1fr; align: center middle; }
    WelcomeScreen #welcome { width: 76; max-width: 100%; height: auto; max-height: 100%; padding: 0 2; }
    WelcomeScreen #welcome { scrollbar-size-vertical: 1; }
    WelcomeScreen #head { height: 4; }
    WelcomeScreen #foot { height: 2; margin-top: 1; }
    WelcomeScreen.-low #foot { margin-top: 0; }
    WelcomeScreen.-low #head { height: 1; }
    WelcomeScreen.-low OfferedWay { height: 1; margin-bottom: 0; }
    WelcomeScreen.-low OfferedWay:focus { height: auto; }
    WelcomeScreen #keys { dock: bottom; background: $panel; }
    """
    AUTO_FOCUS = "#way-m"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"take('{key}')", show=False) for key in _WAYS),
        Binding("down,j", "app.focus_next", show=False),
        Binding("up,k", "app.focus_previous", show=False),
        Binding("r", "reload", show=False),
        Binding("q,ctrl+q", "leave", show=False),
    ]

    def __init__(self, marking: tuple[Part, ...], foot: str, *, reads_again: bool = False) -> None:
        super().__init__()
        self.marking = marking
        self.foot = foot
        self.reads_again = reads_again

    def compose(self) -> ComposeResult:
        """What it is, the ways, and what is true of the store there is or will be."""
        yield MarkedLine(self.marking)
        with Container(id="middle"), VerticalScroll(id="welcome", can_focus=False):
            yield TextBlock(id="head")
            for key, (_, what, about) in _WAYS.items():
                yield OfferedWay(key, what, about)
            yield TextBlock(id="foot")
        yield TextLine(id="keys")

    def fill(self) -> None:
        """Fill it."""
        self.query_one("#head", TextBlock).show(
            (
                Passage("Oversight", "strong"),
                Passage("Who needs you this morning, and why. How would you like to begin?"),
            )
        )
        self.query_one("#foot", TextBlock).show((Passage(self.foot, "quiet"),))
        again = "   r reads the store again" if self.reads_again else ""
        self.query_one("#keys", TextLine).show((Part(_KEYS + again),), (Part(_KEYS),))

    def on_offered_way_taken(self, event: OfferedWay.Taken) -> None:
        """One was taken."""
        self.action_take(event.key)

    def action_take(self, key: str) -> None:
        """Answer with it."""
        self.dismiss(_WAYS[key][0])

    def action_reload(self) -> None:
        """Back to the board, which reads the store again."""
        if self.reads_again:
            self.dismiss()

    def action_leave(self) -> None:
        """Leave."""
        self.app.exit()
