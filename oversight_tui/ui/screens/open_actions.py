"""Every open action of the team, over the board."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.binding import BindingType

from oversight_tui.practice.board import ActionRow, Board
from oversight_tui.practice.ids import AboutChild, AboutWorker
from oversight_tui.practice.limit_words import set_for
from oversight_tui.ui import forms, list_actions
from oversight_tui.ui.actions import bindings
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.page_of_row import open_page_of
from oversight_tui.ui.present.glyphs import TONES
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.screens.listing import ListingScreen, undo_handlers
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.words.dates import count, short_day

_NEVER = 10_000  # cells that no list is wide


class ActionsScreen(ListingScreen):
    """Every open action of the team, late first."""

    place = "actions"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(list_actions.ACTIONS))

    def __init__(self, board: Board) -> None:
        super().__init__("Open actions, late first:", _columns(board), "No action is open.")
        self.board = board

    def show_board(self, board: Board) -> None:
        """A newer board came while the list is open."""
        self.board = board
        self.query_one("#list", LineList).columns.put(_columns(board))
        self.show()

    def lines(self) -> Sequence[Line]:
        """One line an action."""
        names, today = self.program.names, self.board.as_of
        return [
            Line(
                key_of(row.item.id),
                (
                    Cell(names.glyphs.of_state(row.state), TONES[row.state]),
                    Cell(f"{row.days_over}d over" if row.days_over else _by(row.item.due_on, today), TONES[row.state]),
                    Cell(row.child.reference if row.child else "", "strong", found_by=names.child(row.child)),
                    Cell(names.short_worker(row.item.who), found_by=names.worker(row.item.who)),
                    self._whose(row),
                    Cell(self._said(row)),
                ),
            )
            for row in self.board.actions
        ]

    def _whose(self, row: ActionRow) -> Cell:
        """The child's worker, where that is another one than who does it."""
        worker = row.worker if row.worker != row.item.who else None
        return Cell(self.program.names.short_worker(worker), "quiet", found_by=self.program.names.worker(worker))

    def _said(self, row: ActionRow) -> str:
        """The words of an action; of one about a worker whom it is about, since they are behind the wall."""
        names = self.program.names
        if row.item.behind_the_wall:
            return f"about {names.short_worker(row.worker)}, in their own file"
        return names.text(row.item.shown)

    def detail(self, key: str) -> Sequence[Passage]:
        """The action in full."""
        names, today = self.program.names, self.board.as_of
        row = self._row(key)
        agreed = f"agreed {short_day(row.item.since, today)}" if row.item.since else ""
        carried = f", carried over {count(row.item.carried_over, 'time')}" if row.item.carried_over else ""
        due = f", {set_for(row.item.due_on, today)}" if row.item.due_on else ""
        held = names.child_of_worker(row.child, row.worker)
        return (
            Passage(names.long_text(row.item.shown), "strong"),
            Passage(f"{names.worker(row.item.who)}{due}; {agreed}{carried}", TONES[row.state]),
            Passage(held, "quiet"),
        )

    def opened(self, key: str) -> None:
        """The page of the child, or of the worker whom it is about."""
        row = self._row(key)
        worker = row.item.worker_id
        about = AboutChild(row.child.id) if row.child is not None else AboutWorker(worker) if worker else None
        open_page_of(about, self.program)

    def handlers(self) -> Handlers:
        """What is done about an action."""
        return {
            **super().handlers(),
            **undo_handlers(self.program),
            "list_open": self.open_row,
            "action_outcome": self._close,
            "correct": self._correct,
            "withdraw": self._withdraw,
        }

    def _close(self) -> None:
        self.program.open(forms.action_outcome(self._here.item.id, self._about))

    def _correct(self) -> None:
        self.program.correct(self._here.item.id, self._about)

    def _withdraw(self) -> None:
        self.program.open(forms.withdraw(self._here.item.id, self._about))

    def _row(self, key: str) -> ActionRow:
        return next(row for row in self.board.actions if key_of(row.item.id) == key)

    @property
    def _here(self) -> ActionRow:
        return self._row(self.row_key)

    @property
    def _about(self) -> About:
        row, names = self._here, self.program.names
        says = names.text(row.item.shown)
        if row.child is None:
            return About(None, row.item.worker_id, None, row.worker, names.worker(row.worker), says)
        return About(row.child.id, None, None, None, names.child(row.child), says)


def _columns(board: Board) -> tuple[Column, ...]:
    """The columns; whose child it is where that is another worker's than who does it."""
    by_another = any(row.worker and row.worker != row.item.who for row in board.actions)
    return (
        Column(1),
        Column(10, "right", title="when", whole=True, apart=True),
        Column(10, title="child"),
        Column(16, title="by whom"),
        Column(16, title="whose child", from_width=90 if by_another else _NEVER),
        Column(title="what is to be done"),
    )


def _by(day: date | None, today: date) -> str:
    return set_for(day, today) if day else "no date"
