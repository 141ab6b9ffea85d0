"""The page of one child or one worker, over the board."""

from __future__ import annotations

from typing import ClassVar, Literal

from textual.binding import Binding, BindingType

from oversight_tui.practice.facts import Entry
from oversight_tui.practice.ids import AboutChild
from oversight_tui.practice.pages import ChildPage, WorkerPage
from oversight_tui.practice.requests import FileDiscussion, MarkEntry, Request
from oversight_tui.ui import forms
from oversight_tui.ui.actions import PAGE, ActionId, bindings
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.close import DisagreeForm, ReasonForm
from oversight_tui.ui.dialogs.correct import WithdrawForm
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.present.as_child import as_the_child_reads_it
from oversight_tui.ui.present.page_reasons import cannot_on_page
from oversight_tui.ui.present.pages import child_passages, worker_passages
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.screens.reading import ReadingScreen
from oversight_tui.ui.widgets.text_block import TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine

_WAYS = {"all": "", "significant": ": significant events and decisions", "child": ", as the child will read it"}


class PageScreen(ReadingScreen):
    """Everything recorded about one child or worker, newest first. Esc goes back to the same row."""

    place = "page"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(PAGE),
        Binding("enter", "do('page_back')", show=False),
    ]

    def __init__(self, page: ChildPage | WorkerPage) -> None:
        super().__init__()
        self.page = page
        self._shown_as: Literal["all", "significant", "child"] = "all"

    def fill(self) -> None:
        """Fill it."""
        self.show_text()
        self.clear_flash()

    def show_page(self, page: ChildPage | WorkerPage) -> bool:
        """The page as it is now, where it is of the same child or worker; the entry that is selected stays so."""
        if page.about != self.page.about:
            return False
        self.page = page
        block = self.query_one("#page", TextBlock)
        chosen = self._selected()
        if chosen is not None and chosen.replaced:
            first = chosen.corrects or chosen.id
            newest = (one.id for one in page.entries if first in (one.corrects, one.id) and not one.replaced)
            block.selected = key_of(next(newest, chosen.id))
        self.show_text()
        return True

    def show_text(self) -> None:
        """The page as it is read now: all of it, what is significant, or as the child reads it."""
        today, names = self.program.worker.today(), self.program.names
        if isinstance(self.page, ChildPage):
            title = f" Child {names.child(self.page.row.child)}{_WAYS[self._shown_as]}"
            if self._shown_as == "child":
                passages = as_the_child_reads_it(self.page, self.program.hints.of, names)
            else:
                passages = child_passages(self.page, today, names, only_significant=self._shown_as == "significant")
        else:
            title = f" Worker {names.worker(self.page.row.worker.name)}"
            passages = worker_passages(self.page, today, names)
        self.query_one("#title", TextLine).show((Part(title, "bold"),))
        self.query_one("#page", TextBlock).show(passages)

    # --- Keys -------------------------------------------------------------------------------------

    def reason(self, action_id: ActionId) -> str:
        """Why an action cannot act on the entry that is selected."""
        if action_id in ("page_seen", "page_child_date") and not isinstance(self.page, ChildPage):
            return "This page is about a worker. A child's page has this key."
        return cannot_on_page(action_id, self._selected(), self.program.keymap, many=bool(self.page.entries))

    def handlers(self) -> Handlers:
        """What is done on a page."""
        return {
            **super().handlers(),
            "page_back": self.dismiss,
            "next_entry": self._next,
            "previous_entry": self._previous,
            "page_correct": self._correct,
            "page_withdraw": self._withdraw,
            "page_because": self._give_reason,
            "page_disagree": self._disagree,
            "page_filed": self._file,
            "page_copy": self._copy,
            "page_sensitive": self._mark_sensitive,
            "page_significant": self._mark_significant,
            "page_open": self._open_words,
            "page_seen": lambda: self._open(forms.seen(self._about())),
            "page_child_date": lambda: self._open(forms.child_date(self._about())),
            "page_undo": self._undo,
            "page_redo": self._redo,
            "page_only": self._show_significant,
            "page_as_child": self._show_as_child,
            "page_help": self.show_help,
            "page_quit": self.app.exit,
        }

    def _next(self) -> None:
        self._step(1)

    def _previous(self) -> None:
        self._step(-1)

    def _correct(self) -> None:
        self.program.correct(self._entry().id, self._about())

    def _withdraw(self) -> None:
        self._open(WithdrawForm(self._entry().id, self._about()))

    def _give_reason(self) -> None:
        self._open(ReasonForm(self._entry().id, self._about()))

    def _disagree(self) -> None:
        self._open(DisagreeForm(self._entry().id, self._about()))

    def _file(self) -> None:
        self._record(FileDiscussion(self._entry().id, self.program.worker.today()))

    def _copy(self) -> None:
        self.program.copy(self._entry().id)

    def _mark_sensitive(self) -> None:
        self._record(MarkEntry(self._entry().id, "sensitive"))

    def _mark_significant(self) -> None:
        self._record(MarkEntry(self._entry().id, "significant"))

    def _open_words(self) -> None:
        self.program.worker.pages.open_entry(self._entry().id)

    def _undo(self) -> None:
        self.program.worker.undo(words=not self.program.names.hidden)
        self.read_again()

    def _redo(self) -> None:
        self.program.worker.redo(words=not self.program.names.hidden)
        self.read_again()

    def _show_significant(self) -> None:
        self._show_as("significant")

    def _show_as_child(self) -> None:
        self._show_as("child")

    def _show_as(self, way: Literal["significant", "child"]) -> None:
        self._shown_as = "all" if self._shown_as == way else way
        self.show_text()

    def _open(self, form: Form) -> None:
        self.program.open(form, lambda says: self.read_again() if says else None)

    def _record(self, request: Request) -> None:
        self.program.worker.record(request)
        self.read_again()

    def read_again(self) -> None:
        """Read the page again, since something was recorded."""
        about = self.page.about
        if isinstance(about, AboutChild):
            self.program.worker.pages.read_child(about.id)
        else:
            self.program.worker.pages.read_worker(about.id)

    # --- The entry that is selected ---------------------------------------------------------------

    def _step(self, by: int) -> None:
        block = self.query_one("#page", TextBlock)
        block.step(by)

    def _selected(self) -> Entry | None:
        key = self.query_one("#page", TextBlock).selected
        return next((one for one in self.page.entries if key_of(one.id) == key), None)

    def _entry(self) -> Entry:
        found = self._selected()
        assert found is not None
        return found

    def _about(self) -> About:
        names = self.program.names
        if isinstance(self.page, ChildPage):
            child = self.page.row.child
            return About(child.id, child.worker_id, child.reference, self.page.row.worker, names.child(child))
        worker = self.page.row.worker
        return About(None, worker.id, None, worker.name, names.worker(worker.name))
