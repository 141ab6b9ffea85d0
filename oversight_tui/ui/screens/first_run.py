"""What to do where there is no team yet."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from oversight_tui.ui.after_leaving import MADE_UP_TEAM
from oversight_tui.ui.marking import MarkingLine
from oversight_tui.ui.program import ProgramScreen
from oversight_tui.ui.widgets.text_block import Passage, TextBlock


class FirstRunScreen(ProgramScreen[None]):
    """The first screen of an empty store: a made-up team to try, or how to bring in a list."""

    CSS = """
    FirstRunScreen #middle { height: 1fr; align: center middle; }
    FirstRunScreen #welcome { width: 72; max-width: 100%; height: 18; max-height: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "demo", "open a made-up team", show=False),
        Binding("r", "reload", "read the store again", show=False),
        Binding("q,escape,ctrl+q", "leave", "leave", show=False),
    ]

    def compose(self) -> ComposeResult:
        """The text."""
        yield MarkingLine()
        with Container(id="middle"):
            yield TextBlock(id="welcome")

    def fill(self) -> None:
        """Fill it."""
        encrypted = self.program.worker.encrypted
        self.query_one("#welcome", TextBlock).show(
            (
                Passage("Oversight", "strong"),
                Passage("There is no team in this store yet."),
                Passage(),
                Passage("d   Open a made-up team and look round", "strong"),
                Passage("Nothing of it is kept.", "quiet", indent=4),
                Passage(),
                Passage("q   Leave, and bring in your authority's Annex A list:", "strong"),
                Passage("oversight import ANNEX_A.xlsx --as-at 20/11/2026", indent=4),
                Passage("It shows every change before it writes one. A roster (CSV) adds", "quiet", indent=4),
                Passage("what the list does not carry; several files can be given at once.", "quiet", indent=4),
                Passage(),
                Passage("r   Read the store again", "strong"),
                Passage(),
                Passage("" if encrypted else "This store is not encrypted: use made-up data only.", "warn"),
            )
        )

    def action_demo(self) -> None:
        """Leave, and open the made-up team instead."""
        self.app.exit(MADE_UP_TEAM)

    def action_reload(self) -> None:
        """Back to the board, which reads the store again."""
        self.dismiss()
        self.program.worker.reload()

    def action_leave(self) -> None:
        """Leave."""
        self.app.exit()
