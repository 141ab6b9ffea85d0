"""What is done in the brief of a day: things booked, given, moved, settled and called off; and who is on duty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from oversight_tui.practice.board import Board
from oversight_tui.practice.ids import EntryId
from oversight_tui.ui import forms
from oversight_tui.ui.actions import ActionId
from oversight_tui.ui.dialogs.about import NOBODY, About
from oversight_tui.ui.present.day import DayRow, of_the_same
from oversight_tui.ui.present.selected import Whom
from oversight_tui.ui.program import Program
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.selection import Selection
from oversight_tui.words.dates import count

if TYPE_CHECKING:
    from oversight_tui.ui.dialogs.booking import Becomes

_NO_BOOKING = "Nothing is booked in this row."
_ON_ONE: frozenset[ActionId] = frozenset({"book", "day_move", "day_done", "day_off", "day_duty", "absence"})


class DayBookings:
    """Opens the forms for the row that is selected. `rows` are those shown, `here` is the one under the cursor, and
    `marks_changed` is called when others are marked.
    """

    def __init__(
        self,
        program: Program,
        board: Callable[[], Board],
        rows: Callable[[], Sequence[DayRow]],
        here: Callable[[], DayRow | None],
        marks_changed: Callable[[], None],
    ) -> None:
        self._program = program
        self._board = board
        self._rows = rows
        self._here = here
        self._marks_changed = marks_changed
        self.marked: dict[str, EntryId] = {}

    def handlers(self) -> Handlers:
        """What does each action about what is booked."""
        return {
            "book": self._book,
            "day_give": self._give,
            "day_move": self._move,
            "day_done": self._took_place,
            "day_off": self._call_off,
            "absence": self._away,
            "day_duty": lambda: self._program.open(forms.duty(self._about_worker)),
        }

    def reason(self, action_id: ActionId) -> str:
        """What is done with a booking needs one; who is on duty is a worker."""
        row = self._here()
        if self.marked and action_id in _ON_ONE:
            shown = self._program.keymap.shown
            return f"Bookings are marked, and this is about one row. {shown('day_give')} gives all of them to somebody."
        if action_id in ("day_move", "day_off"):
            return "" if row is not None and row.booked is not None else _NO_BOOKING
        if action_id == "day_done" and row is not None and row.handover is not None:
            return ""
        if action_id in ("day_done", "day_mark") or (action_id == "day_give" and not self.marked):
            return "" if row is not None and row.booking is not None else _NO_BOOKING
        if action_id in ("day_duty", "absence"):
            return "" if row is not None and row.worker_id is not None else "This row is no worker's."
        return ""

    def keep_marks(self) -> None:
        """Of what is marked only what is shown still."""
        there = {row.key for row in self._rows()}
        self.marked = {key: entry for key, entry in self.marked.items() if key in there}

    # --- Whom it is about -------------------------------------------------------------------------

    @property
    def about(self) -> About:
        """Whom the row is about, nobody where it is about none."""
        row = self._here()
        return self._about(Whom(row.child_id, row.worker_id)) if row is not None else NOBODY

    @property
    def _about_worker(self) -> About:
        row = self._here()
        return self._about(Whom(worker_id=row.worker_id)) if row is not None else NOBODY

    def _about(self, whom: Whom) -> About:
        return Selection(self._board(), None, self._program.names).about(whom) or NOBODY

    # --- Forms ------------------------------------------------------------------------------------

    def _away(self) -> None:
        """The worker is away; of one who is away already, up to when."""
        worker = self._board().worker_row(self._about_worker.worker_id)
        away = worker is not None and worker.absence is not None
        self._program.open((forms.back if away else forms.absence)(self._about_worker))

    def _book(self) -> None:
        from oversight_tui.ui.dialogs.booking import BookForm

        self._program.open(BookForm(self.about, max(self._board().as_of, self._program.worker.today())))

    def _give(self) -> None:
        """Somebody else goes to this one, or to all that are marked."""
        if not self.marked:
            self._becomes("give")
            return
        from oversight_tui.ui.dialogs.booking import GiveForm

        self._program.open(GiveForm(tuple(self.marked.values())), self._given)

    def _given(self, says: str | None) -> None:
        if says is not None:
            self.marked.clear()
            self._marks_changed()

    def _move(self) -> None:
        row = self._here()
        if row is None or row.booked is None or row.booked.kind != "session":
            self._becomes("move")
            return
        from oversight_tui.ui.dialogs.planned import MoveForm

        self._program.open(MoveForm(row.booked.entry_id, self._session, self._board().as_of, row.booked.at))

    def _call_off(self) -> None:
        row = self._here()
        if row is None or row.booked is None or row.booked.kind != "session":
            self._becomes("off")
            return
        from oversight_tui.ui.dialogs.planned import CancelForm

        self._program.open(CancelForm(row.booked.entry_id, self._session))

    def _took_place(self) -> None:
        """A visit to a child took place: whether the child was seen; a handover: it is confirmed; else that it did."""
        row = self._here()
        if row is not None and row.is_visit:
            self._program.open(forms.seen(self.about))
        elif row is not None and row.handover is not None:
            self._program.open(forms.handover_to_come(row.handover, self.about))
        else:
            self._becomes("took_place")

    def _becomes(self, becomes: Becomes) -> None:
        from oversight_tui.ui.dialogs.booking import BookingForm

        row = self._here()
        if row is not None and row.booking is not None:
            about, others = self.about.__replace__(text=row.called), of_the_same(self._rows(), row)
            form = BookingForm(row.booking, about, becomes, others=others, is_visit=row.is_visit)
            self._program.open(form)

    @property
    def _session(self) -> str:
        return f"the session with {self._about_worker.shown}"

    def mark(self) -> str:
        """Mark the booking of the row, or take the mark away; what is marked now."""
        row = self._here()
        if row is not None and row.booking is not None and self.marked.pop(row.key, None) is None:
            self.marked[row.key] = row.booking
        self._marks_changed()
        give, number = self._program.keymap.shown("day_give"), len(self.marked)
        them = "it" if number == 1 else "them"
        return (
            f"{count(number, 'booking')} marked. {give} gives {them} to somebody." if number else "Nothing is marked."
        )
