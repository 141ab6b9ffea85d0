"""What is done with the entry, or the session, of a page that is selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from oversight_tui.practice.facts import Entry, OpenItem, Session
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.pages import ChildPage, WorkerPage
from oversight_tui.practice.records import SessionHeld, SessionPlan, kind_named
from oversight_tui.practice.records.called import OPENING_DATE
from oversight_tui.practice.requests import FileDiscussion, HandInAgain, MarkEntry, Request
from oversight_tui.ui import forms
from oversight_tui.ui.about_forms import cannot_about
from oversight_tui.ui.actions import ActionId
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.open_things import OpenThings
from oversight_tui.ui.present.page_reasons import cannot_on_page
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

    def answering(self, page: Callable[[], ChildPage | WorkerPage], open_things: OpenThings) -> Handlers:
        """The entry that is selected is answered where it waits for that, else one of what is open is chosen."""

        def answer(action_id: ActionId) -> None:
            entry_id = self.first_id
            if entry_id is not None and self.was_returned(action_id, page().open_items):
                self.hand_in_again(entry_id)
            elif entry_id is None or not open_things.answer_entry(entry_id, action_id):
                open_things.choose(action_id)

        return {
            "look_again": lambda: answer("look_again"),
            "action_outcome": lambda: answer("action_outcome"),
            "escalation_answer": lambda: answer("escalation_answer"),
        }

    def cannot(self, action_id: ActionId, page: ChildPage | WorkerPage, open_things: OpenThings, *, many: bool) -> str:
        """Why an action cannot act on the page or on the entry; `many` says that there are entries."""
        if not self.was_returned(action_id, page.open_items) and (says := open_things.cannot(action_id)):
            return says
        of_child = isinstance(page, ChildPage)
        return cannot_about(action_id, self._about(), of_child=of_child) or cannot_on_page(
            action_id, self._selected(), self._program.keymap, many=many
        )

    def was_returned(self, action_id: ActionId, items: Sequence[OpenItem]) -> bool:
        """Whether the entry is work that was returned, which is looked at again by handing it in."""
        returned = {one.id for one in items if one.kind == "work_returned"}
        return action_id == "look_again" and self.first_id in returned

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
