"""What answers the row that is selected, each in its own way: looked at again, settled, decided, confirmed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.worker_dates import runs_out
from oversight_tui.ui import forms
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.present.selected import Whom
from oversight_tui.ui.program import Program
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.selection import Selection

if TYPE_CHECKING:
    from oversight_tui.ui.dialogs.form import Form

# The form that answers the entry of a row, by what the row waits as.
_LOOKED_AT_AGAIN: Mapping[str, Callable[[EntryId, About], Form]] = MappingProxyType(
    {
        "worry": forms.worry_answer,
        "review": forms.review_decision,
        "sign_off": forms.sign_off,
        "work_due": forms.work_due,
        "audit": forms.audit,
        "incident": forms.incident_step,
        "worker_date": forms.worker_date_again,
        "to_write_up": forms.take_off,
        "handover": forms.handover_to_come,
    }
)


class BoardAnswers:
    """Opens the form that answers the row. `go_on` opens one after which the next row is selected, `hand_over` that in
    which a worker is chosen for children.
    """

    def __init__(
        self,
        program: Program,
        selection: Callable[[], Selection],
        go_on: Callable[[Form], None],
        hand_over: Callable[[Sequence[About]], None],
    ) -> None:
        self._program = program
        self._selection = selection
        self._go_on = go_on
        self._hand_over = hand_over

    def handlers(self) -> Handlers:
        """What does each action that answers a row."""
        return {"look_again": self.look_again, "escalation_answer": self.answer}

    def look_again(self) -> None:
        """A worry or a decision looked at again, work signed off or returned, or in again that was returned; of a
        session with nothing written who was not talked about; of a child who is in no list what became of them; a
        referral decided, a child who waits looked at, a planned handover confirmed; of an own file what became of the
        record of a session.
        """
        selection = self._selection()
        entry = selection.entry
        if entry.waits_as == "not_in_latest_list":
            self._go_on(forms.missing(selection.about_row))
        elif entry.waits_as in ("unallocated", "referral"):
            self._decide_or_look_at_waiting()
        elif entry.waits_as == "own_file":
            from oversight_tui.ui.screens.session_records import settle_record

            settle_record(self._program, selection)
        elif entry.waits_as == "sign_off" and selection.board is not None and selection.board.is_returned(entry.id):
            self._hand_in_again()
        else:
            self._open(_LOOKED_AT_AGAIN[entry.waits_as])

    def answer(self) -> None:
        """What was answered to the escalation or the consultation of the row."""
        asked = self._selection().entry.waits_as == "consultation"
        self._open(forms.heard if asked else forms.escalation_answer)

    def _open(self, form: Callable[[EntryId, About], Form]) -> None:
        selection = self._selection()
        if selection.entry.id is not None:
            dates = runs_out(selection.board.open_items if selection.board is not None else (), selection.entry.id)
            about = selection.about_row.__replace__(runs_out=dates)
            self._program.open(form(selection.entry.id, about))

    def _hand_in_again(self) -> None:
        entry_id = self._selection().entry.id
        if entry_id is not None:
            from oversight_tui.practice.requests import HandInAgain

            self._program.worker.record(HandInAgain(entry_id, self._program.worker.today()))

    def _decide_or_look_at_waiting(self) -> None:
        """Of a child without a worker the look; while a referral about the child is undecided, that first."""
        selection = self._selection()
        rows = selection.board.attention_to_child(selection.child_id) if selection.board and selection.child_id else ()
        waiting = (row.id for row in rows if row.kind == "referral")
        referral = selection.entry.id or next(waiting, None)
        if referral is not None:
            self._decide_referral(referral)
        else:
            self._look_at_waiting()

    def _decide_referral(self, referral: EntryId) -> None:
        """And straight on to who takes the child, where somebody has to."""
        from oversight_tui.ui.dialogs.arrivals import DecideReferralForm

        selection = self._selection()
        about = selection.about_entry(referral)
        form = DecideReferralForm(referral, about)

        def decided(says: str | None) -> None:
            if says is not None and form.goes_on_to is not None and about.child_id is not None:
                self._hand_over([selection.about(Whom(about.child_id)) or about])

        self._program.open(form, decided)

    def _look_at_waiting(self) -> None:
        from oversight_tui.ui.dialogs.arrivals import WaitingLookForm

        selection = self._selection()
        row = selection.board.child_row(selection.child_id) if selection.board is not None else None
        held = row is not None and row.child.bucket == "held_by_manager"
        self._go_on(WaitingLookForm(selection.about_row, held_by_manager=held))
