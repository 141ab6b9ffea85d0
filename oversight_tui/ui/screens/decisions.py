"""Decisions as a list over the board: narrowed in a key or two, looked at again, copied for who asks for examples."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, TypeVar

from textual.binding import BindingType

from oversight_tui.practice.board import Board
from oversight_tui.practice.decided import Decided, narrowed
from oversight_tui.practice.ids import EntryId
from oversight_tui.ui import forms, list_actions
from oversight_tui.ui.actions import ActionId, bindings
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.present.decided import COLUMNS, SPANS, VIEWS, Listed, decided_about, decided_in_full, decided_line
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.row_keys import id_of
from oversight_tui.ui.present.rows import text_of
from oversight_tui.ui.quality_messages import DecisionsRead
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.screens.listing import ListingScreen, undo_handlers
from oversight_tui.ui.screens.read_again import RowsToCome
from oversight_tui.ui.widgets.rows import Line
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.words.text import folded

_NEWEST = 3
One = TypeVar("One")


class DecisionsScreen(ListingScreen):
    """A row a decision, the newest first."""

    place = "decisions"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(list_actions.DECISIONS))

    def __init__(self, decisions: Sequence[Decided]) -> None:
        self.to = Listed()
        nothing = "No decision is in this list. {only} shows others, {decisions_span} another span."
        super().__init__(self.to.heading, COLUMNS, nothing)
        self.decisions = tuple(decisions)
        self.rows = RowsToCome(self)

    # --- What is listed ---------------------------------------------------------------------------

    def show_board(self, board: Board) -> None:
        """Something was recorded: read them again."""
        self.program.worker.quality.read_decisions(board, self)

    def on_decisions_read(self, event: DecisionsRead) -> None:
        """As they are now."""
        event.stop()
        self.decisions = event.decisions
        self.rows.came()

    def listed(self) -> tuple[Decided, ...]:
        """Those that the list is narrowed to, as far as they hold what is typed."""
        found = narrowed(self.decisions, self.to.narrowed(self.program.worker.today()))
        wanted = self.filter.wanted
        found = tuple(one for one in found if wanted in text_of(self._line(one), folded)) if wanted else found
        return found[:_NEWEST] if self.to.newest else found

    def lines(self) -> Sequence[Line]:
        """One line a decision."""
        return [self._line(one) for one in self.listed()]

    def _line(self, one: Decided) -> Line:
        return decided_line(one, self.program.kinds, self.program.names, self.program.worker.today())

    def detail(self, key: str) -> Sequence[Passage]:
        """The decision in full."""
        return tuple(decided_in_full(self._one(key), self.program.kinds, self.program.names))

    def opened(self, key: str) -> None:
        """The page of the child, at this decision."""
        one = self._one(key)
        self.program.key_queue.hold()
        self.program.worker.pages.open_child(one.child_id, one.entry_id, found=False)

    # --- Actions ----------------------------------------------------------------------------------

    def reason_of_row(self, action_id: ActionId, key: str) -> str:
        """A decision has one reason, and its words are copied only where they are shown."""
        if action_id == "because" and not self._one(key).lacks_reason:
            return "This decision has its reason."
        if action_id == "decisions_copy" and self.program.names.hidden:
            return f"Names are hidden. {self.program.keymap.shown('hide_names')} shows them, then copy."
        return ""

    def handlers(self) -> Handlers:
        """What narrows the list, and what is done about a decision."""
        return {
            **super().handlers(),
            **undo_handlers(self.program),
            "list_open": self.open_row,
            "only": lambda: self._narrow(self.to.__replace__(view=_next(VIEWS, self.to.view))),
            "decisions_span": lambda: self._narrow(self.to.__replace__(months=_next(SPANS, self.to.months))),
            "decisions_newest": lambda: self._narrow(self.to.__replace__(newest=not self.to.newest)),
            "decisions_copy": self._copy,
            "look_again": lambda: self._open(forms.review_decision),
            "because": lambda: self._open(forms.reason),
            "disagree": lambda: self._open(forms.disagree),
            "correct": lambda: self.program.correct(self._one(self.row_key).entry_id, self._about),
            "withdraw": lambda: self._open(forms.withdraw),
        }

    def _narrow(self, to: Listed) -> None:
        self.to, self.heading = to, to.heading
        self.show()

    def _open(self, form: Callable[[EntryId, About], Form]) -> None:
        self.rows.open(form(self._one(self.row_key).entry_id, self._about))

    def _copy(self) -> None:
        command = self.to.command(self.program.worker.today())
        self.program.worker.quality.copy_decisions(self.listed(), self.program.kinds, command)

    def _one(self, key: str) -> Decided:
        return next(one for one in self.decisions if one.entry_id == id_of(key))

    @property
    def _about(self) -> About:
        return _about(self._one(self.row_key), self.program.names)


def _about(one: Decided, names: Names) -> About:
    held = f" {names.glyphs.dot} worker {names.worker(one.worker)}" if one.worker else ""
    return About(
        one.child_id, one.worker_id, one.child, one.worker, f"{decided_about(one, names)}{held}", names.text(one.text)
    )


def _next(those: Sequence[One], now: One) -> One:
    """The one after this, and after the last the first."""
    return those[(those.index(now) + 1) % len(those)]
