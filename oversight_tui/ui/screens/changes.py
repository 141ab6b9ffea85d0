"""What others or an import have recorded since the manager last looked, over the board."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from oversight_tui.practice.ids import AboutChild
from oversight_tui.practice.pages import Change
from oversight_tui.ui import list_actions
from oversight_tui.ui.actions import bindings
from oversight_tui.ui.page_of_row import open_page_of
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.screens.listing import ListingScreen
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.words.dates import short_day


class ChangesScreen(ListingScreen):
    """What others or an import have recorded since one last looked."""

    place = "changes"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(list_actions.CHANGES))

    def __init__(self, changes: Sequence[Change]) -> None:
        columns = (
            Column(11, title="when"),
            Column(16, title="what"),
            Column(10, title="child"),
            Column(16, title="worker", from_width=70),
            Column(16, title="by", from_width=100),
            Column(title="in words"),
        )
        super().__init__("Since you last looked:", columns, "Nothing has changed since you last looked.")
        self.changes = changes

    def lines(self) -> Sequence[Line]:
        """One line a change."""
        names, today = self.program.names, self.program.worker.today()
        return [
            Line(
                str(place),
                (
                    Cell(short_day(one.at.astimezone().date(), today), "quiet"),
                    Cell(one.what, "strong"),
                    Cell(one.child or "", "strong"),
                    Cell(names.short_worker(one.worker)),
                    Cell(one.by if one.by == "import" else names.short_worker(one.by), "quiet"),
                    Cell(names.text(one.text)),
                ),
            )
            for place, one in enumerate(self.changes)
        ]

    def detail(self, key: str) -> Sequence[Passage]:
        """The change in full."""
        one, names = self.changes[int(key)], self.program.names
        by = "an import" if one.by == "import" else names.worker(one.by)
        when = f"{one.at.astimezone():%H:%M}"
        day = short_day(one.at.astimezone().date(), self.program.worker.today())
        held = f" {names.glyphs.dot} worker {names.worker(one.worker)}" if one.worker else ""
        return (
            Passage(f"{one.what}: {one.child or ''}{held}", "strong"),
            Passage(names.long_text(one.text)),
            Passage(f"{day} {when}, by {by}", "quiet"),
        )

    def opened(self, key: str) -> None:
        """The child's page."""
        child = self.changes[int(key)].child_id
        open_page_of(AboutChild(child) if child is not None else None, self.program)

    def handlers(self) -> Handlers:
        """What is done about the changes."""
        return {**super().handlers(), "list_open": self.open_row, "changes": self._mark_seen}

    def _mark_seen(self) -> None:
        self.program.worker.mark_seen()
        self.dismiss()
