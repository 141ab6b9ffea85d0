"""How regularly each worker was supervised in the last twelve months, by name, over the board."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import BindingType

from oversight_tui.practice.gap_words import (
    STRIP_SAYS,
    counted_said,
    gap_said,
    month_mark,
    month_name,
    months_said,
    reasons_said,
)
from oversight_tui.practice.gaps import Gap, Month, WorkerRegularity
from oversight_tui.ui import list_actions
from oversight_tui.ui.actions import bindings
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.screens.listing import ListingScreen
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.ui.widgets.tones import Tone

_MONTHS = 12  # that stand as columns: no two of one name; a year's first days, if of a thirteenth, stand beneath
_MONTHS_FROM = 100  # cells: narrower, the months stand beneath the list


class RegularityScreen(ListingScreen):
    """A row a worker; beneath it the gaps of the row in words, in full with Enter. Nothing ranks the workers."""

    place = "regularity"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(list_actions.REGULARITY))

    def __init__(self, workers: Sequence[WorkerRegularity]) -> None:
        months = workers[0].months[-_MONTHS:] if workers else ()
        columns = (
            Column(26, title="worker"),
            Column(4, "right", title="held", apart=True),
            Column(9, "right", title="cancelled", apart=True),
            Column(10, "right", title="over ideal", apart=True),
            Column(10, "right", title="over limit", apart=True),
            *(Column(3, title=month_name(month), from_width=_MONTHS_FROM) for month in months),
        )
        super().__init__("Supervision in the last twelve months, by name:", columns, "No worker was here.")
        self.told = workers

    def lines(self) -> Sequence[Line]:
        """One line a worker."""
        names = self.program.names
        return [
            Line(
                str(place),
                (
                    Cell(names.worker(one.worker), "strong"),
                    Cell(str(len(one.held))),
                    Cell(str(len(one.cancelled)), "quiet"),
                    Cell(str(len(one.gaps)), "plain" if one.gaps else "quiet"),
                    Cell(str(one.over_limit), "alarm" if one.over_limit else "quiet"),
                    *(Cell(month_mark(month).rstrip(), _tone(month)) for month in one.months[-_MONTHS:]),
                ),
            )
            for place, one in enumerate(self.told)
        ]

    def detail(self, key: str) -> Sequence[Passage]:
        """The months and the gaps of a worker, each with what lay in it, the newest first."""
        one, names = self.told[int(key)], self.program.names
        return (
            Passage(f"{names.worker(one.worker)}: {counted_said(one)}", "strong"),
            Passage(months_said(one, "  ")),
            Passage(STRIP_SAYS, "quiet"),
            *(passage for gap in reversed(one.gaps) for passage in self._gap(gap)),
        )

    def _gap(self, gap: Gap) -> Iterator[Passage]:
        today, names = self.program.worker.today(), self.program.names
        yield Passage(gap_said(gap, today), "alarm" if gap.over_limit else "plain")
        for reason in reasons_said(gap, today):
            yield Passage(f"  {names.long_text(reason)}", "quiet")

    def handlers(self) -> Handlers:
        """A row in full."""
        return {**super().handlers(), "list_open": self.open_row}


def _tone(month: Month) -> Tone:
    if month.over_limit:
        return "alarm"
    return "plain" if month.over_ideal or month.held else "quiet"
