"""What is booked, from the board: something for the row; what becomes of the booking that the row is; or, where rows
are marked, who goes to all that is booked today for those marked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from oversight_tui.ui import forms
from oversight_tui.ui.marks import Marks
from oversight_tui.ui.program import Program
from oversight_tui.ui.selection import Selection
from oversight_tui.words.day_labels import BOOKING
from oversight_tui.words.labels import words_for

if TYPE_CHECKING:
    from oversight_tui.ui.dialogs.form import Form


def open_booking(program: Program, selection: Selection, marks: Marks, unmark: Callable[[], None]) -> None:
    """Open the form that is meant."""
    if marks:
        from oversight_tui.ui.dialogs.booking import GiveForm

        bookings = selection.to_give({one.subject for one in marks})
        program.open(GiveForm(bookings), lambda says: unmark() if says else None)
    elif selection.entry.waits_as == "booking":
        program.open(_of_the_row(selection))
    else:
        program.open(forms.book(selection.about_row))


def _of_the_row(selection: Selection) -> Form:
    from oversight_tui.ui.dialogs.booking import BookingForm

    board, entry_id, about = selection.board, selection.entry.id, selection.about_row
    assert board is not None
    assert entry_id is not None
    item = next(one for one in board.open_items if one.id == entry_id)
    called = " ".join(filter(None, (item.at, words_for(BOOKING, item.which), about.shown)))
    return BookingForm(
        entry_id,
        about.__replace__(text=called),
        others=selection.others_to_give(item),
        is_visit=item.which == "visit" and item.child_id is not None,
    )
