"""The visits that are late, over the board: why each is, attempt by attempt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from oversight_tui.practice.board import Board
from oversight_tui.practice.facts import Worker
from oversight_tui.practice.ids import AboutChild
from oversight_tui.practice.visit_reasons import LateVisit, attempts_said, reasons_counted, since_said
from oversight_tui.ui import forms, list_actions
from oversight_tui.ui.actions import bindings
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.page_of_row import open_page_of
from oversight_tui.ui.present.row_keys import id_of, key_of
from oversight_tui.ui.quality_messages import VisitsRead
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.screens.listing import ListingScreen, undo_handlers
from oversight_tui.ui.screens.read_again import RowsToCome
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.ui.widgets.tones import Tone
from oversight_tui.words.dates import short_day

_COLUMNS = (
    Column(10, "right", title="over", whole=True, apart=True),
    Column(22, title="child"),
    Column(18, title="worker"),
    Column(8, "right", title="attempts", apart=True),
    Column(13, title="last tried", from_width=90),
    Column(title="why not seen then"),
)


class LateVisitsScreen(ListingScreen):
    """A row a child: what stood in the way when it was last tried; beneath it every attempt since they were seen."""

    place = "visits"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(list_actions.VISITS))

    def __init__(self, late: Sequence[LateVisit], worker: Worker | None) -> None:
        super().__init__("", _COLUMNS, "No visit is late.")
        self.late = tuple(late)
        self.worker = (worker.id, worker.name) if worker is not None else None
        self.rows = RowsToCome(self)

    def show_board(self, board: Board) -> None:
        """Something was recorded: read them again."""
        self.program.worker.quality.read_visits(board, self)

    def on_visits_read(self, event: VisitsRead) -> None:
        """As they are now."""
        event.stop()
        self.late = event.late
        self.rows.came()

    def show(self) -> None:
        """The title counts as many of the reasons as it has room for."""
        listed = self.query_one("#list", LineList)
        all_of_them = f" {self.program.keymap.at_the_start('visits_of_all')} shows those of all." if self.worker else ""
        listed.empty = f"No visit{self._whose} is late.{all_of_them}"
        super().show()
        shown = {line.key for line in listed.lines}
        late = [one for one in self._listed if key_of(one.child.id) in shown]
        reasons = range(len({one.reason for one in late}), -1, -1)
        titles = (f" Why{self._whose}: {reasons_counted(late, most)}" for most in reasons)
        self.query_one("#title", TextLine).show(*((Part(one, "bold"),) for one in titles))

    @property
    def _whose(self) -> str:
        return f" of {self.program.names.worker(self.worker[1])}" if self.worker is not None else ""

    @property
    def _listed(self) -> tuple[LateVisit, ...]:
        return tuple(one for one in self.late if self.worker is None or self.worker[0] == one.worker_id)

    def lines(self) -> Sequence[Line]:
        """One line a child."""
        names, today = self.program.names, self.program.worker.today()
        return [
            Line(
                key_of(one.child.id),
                (
                    Cell(f"{one.days_over}d over" if one.days_over else "", "alarm"),
                    Cell(names.child(one.child), "strong"),
                    self._holder(one),
                    Cell(str(len(one.attempts)), "plain" if one.attempts else "quiet"),
                    Cell(short_day(one.attempts[-1].on, today) if one.attempts else "", "quiet"),
                    Cell(one.reason, "plain" if one.attempts else "alarm"),
                ),
            )
            for one in self._listed
        ]

    def _holder(self, one: LateVisit) -> Cell:
        names = self.program.names
        tone: Tone = "plain" if one.worker else "quiet"
        return Cell(names.short_worker(one.worker) or "nobody", tone, found_by=names.worker(one.worker))

    def detail(self, key: str) -> Sequence[Passage]:
        """Since when, and each attempt."""
        one, names, today = self._one(key), self.program.names, self.program.worker.today()
        return (
            Passage(names.child_of_worker(one.child, one.worker), "strong"),
            Passage(since_said(one, today), "alarm", hang=2),
            *(Passage(names.long_text(said), hang=2) for said in attempts_said(one, today)),
        )

    def opened(self, key: str) -> None:
        """The page of the child."""
        open_page_of(AboutChild(self._one(key).child.id), self.program)

    def handlers(self) -> Handlers:
        """What is done about a child."""
        return {
            **super().handlers(),
            **undo_handlers(self.program),
            "list_open": self.open_row,
            "seen": lambda: self.rows.open(forms.seen(self._about)),
            "visits_of_all": self._show_all_or_one,
        }

    def _show_all_or_one(self) -> None:
        one = self._one(self.row_key) if self.row_key and self.worker is None else None
        self.worker = (one.worker_id, one.worker or "") if one is not None and one.worker_id is not None else None
        self.show()

    def _one(self, key: str) -> LateVisit:
        return next(one for one in self.late if one.child.id == id_of(key))

    @property
    def _about(self) -> About:
        one, names = self._one(self.row_key), self.program.names
        shown = names.child_of_worker(one.child, one.worker)
        return About(one.child.id, one.worker_id, one.child.reference, one.worker, shown, visit_late=True)
