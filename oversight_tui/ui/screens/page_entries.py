"""What is done with the entry, or the session, of a page that is selected."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from oversight_tui.practice.facts import Entry, Session
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.records import SessionHeld, SessionPlan, kind_named
from oversight_tui.practice.records.called import OPENING_DATE
from oversight_tui.practice.requests import FileDiscussion, HandInAgain, MarkEntry, Request
from oversight_tui.ui import forms
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.program import Program
from oversight_tui.ui.screens.acting import Handlers

if TYPE_CHECKING:
    from oversight_tui.ui.dialogs.form import Form


class PageEntries:
    """Records about the entry that `selected` gives; `cannot_on_page` has said before that there is one."""

    def __init__(
        self,
        program: Program,
        selected: Callable[[], Entry | Session | None],
        about: Callable[[], About],
        *,
        open_form: Callable[[Form], None],
        read_again: Callable[[], None],
    ) -> None:
        self._program = program
        self._selected = selected
        self._about = about
        self._open_form = open_form
        self._read_again = read_again

    def handlers(self) -> Handlers:
        """What does each action about an entry of a page."""
        return {
            "page_correct": lambda: self._program.correct(self._id, self._about()),
            "page_withdraw": self._withdraw,
            "page_because": lambda: self._open_form(forms.reason(self._id, self._about())),
            "page_disagree": lambda: self._open_form(forms.disagree(self._id, self._about())),
            "page_filed": lambda: self.record(FileDiscussion(self._id, self._program.worker.today())),
            "page_copy": lambda: self._program.copy(self._id),
            "page_sensitive": lambda: self.record(MarkEntry(self._id, "sensitive")),
            "page_significant": lambda: self.record(MarkEntry(self._id, "significant")),
            "page_open": lambda: self._program.worker.pages.open_entry(self._id),
        }

    def _withdraw(self) -> None:
        found = self._selected()
        assert found is not None
        about = self._about()
        if isinstance(found, Session):
            kind, on = (SessionHeld, found.held_on) if found.held_on else (SessionPlan, found.planned_for)
            called = OPENING_DATE if found.opening else kind.kind.called
            self._open_form(forms.withdraw(found.id, about, called, on))
        else:
            about = about.__replace__(text=self._program.names.text(found.text))
            self._open_form(forms.withdraw(found.id, about, kind_named(found.record).kind.called, found.happened_on))

    def hand_in_again(self, work: EntryId) -> None:
        """Work that was returned is in again."""
        self.record(HandInAgain(work, self._program.worker.today()))

    def record(self, request: Request) -> None:
        """Record at once, and read the page again."""
        self._program.worker.record(request)
        self._read_again()

    @property
    def first_id(self) -> EntryId | None:
        """The number that what is selected waits under: that of its first version."""
        found = self._selected()
        return found.corrects or found.id if isinstance(found, Entry) else None

    @property
    def _id(self) -> EntryId:
        found = self._selected()
        assert found is not None
        return found.id
