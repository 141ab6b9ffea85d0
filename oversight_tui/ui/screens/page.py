"""The page of one child or one worker, over the board."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import Binding, BindingType

from oversight_tui.practice.facts import Entry
from oversight_tui.practice.pages import ChildPage, WorkerPage
from oversight_tui.practice.requests import Closing
from oversight_tui.ui.actions import PAGE, bindings
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.close import DisagreeForm, ReasonForm
from oversight_tui.ui.dialogs.correct import WithdrawForm
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.present.as_child import as_the_child_reads_it
from oversight_tui.ui.present.page_reasons import cannot_on_page
from oversight_tui.ui.present.pages import child_passages, worker_passages
from oversight_tui.ui.screens.reading import ReadingScreen
from oversight_tui.ui.widgets.text_block import TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine

if TYPE_CHECKING:
    pass

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

    def on_mount(self) -> None:
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
            block.selected = next(newest, chosen.id)
        self.show_text()
        return True

    def show_text(self) -> None:
        """The page as it is read now: all of it, what is significant, or as the child reads it."""
        today, names = self.oversight.worker.today(), self.oversight.names
        if isinstance(self.page, ChildPage):
            title = f" Child {names.child(self.page.row.child)}{_WAYS[self._shown_as]}"
            if self._shown_as == "child":
                passages = as_the_child_reads_it(self.page, self.oversight.wording, names)
            else:
                passages = child_passages(self.page, today, names, only_significant=self._shown_as == "significant")
        else:
            title = f" Worker {names.worker(self.page.row.worker.name)}"
            passages = worker_passages(self.page, today, names)
        self.query_one("#title", TextLine).show((Part(title, "bold"),))
        self.query_one("#page", TextBlock).show(passages)

    # --- Keys -------------------------------------------------------------------------------------

    def reason(self, action_id: str) -> str:
        """Why an action cannot act on the entry that is selected."""
        return cannot_on_page(action_id, self._selected(), many=bool(self.page.entries))

    def do_page_back(self) -> None:
        self.dismiss()

    def do_next_entry(self) -> None:
        self._step(1)

    def do_previous_entry(self) -> None:
        self._step(-1)

    def do_page_correct(self) -> None:
        self.oversight.correct(self._entry().id, self._about())

    def do_page_withdraw(self) -> None:
        self._open(WithdrawForm(self._entry().id, self._about()))

    def do_page_because(self) -> None:
        self._open(ReasonForm(self._entry().id, self._about()))

    def do_page_disagree(self) -> None:
        self._open(DisagreeForm(self._entry().id, self._about()))

    def do_page_filed(self) -> None:
        self._record("file_discussion", Closing(self._entry().id, self.oversight.worker.today()))

    def do_page_copy(self) -> None:
        self.oversight.copy(self._entry().id)

    def do_page_sensitive(self) -> None:
        self._record("mark_entry", self._entry().id, "sensitive")

    def do_page_significant(self) -> None:
        self._record("mark_entry", self._entry().id, "significant")

    def do_page_open(self) -> None:
        self.oversight.worker.open_entry(self._entry().id)

    def do_page_undo(self) -> None:
        self._record("undo")

    def do_page_redo(self) -> None:
        self._record("redo")

    def do_page_only(self) -> None:
        self._show_as("significant")

    def do_page_as_child(self) -> None:
        self._show_as("child")

    def _show_as(self, way: Literal["significant", "child"]) -> None:
        self._shown_as = "all" if self._shown_as == way else way
        self.show_text()

    def do_page_help(self) -> None:
        self.do_list_help()

    def do_page_quit(self) -> None:
        self.app.exit()

    def _open(self, form: Form) -> None:
        self.oversight.open(form, lambda says: self.read_again() if says else None)

    def _record(self, what: str, *given: object) -> None:
        self.oversight.worker.record(what, *given)
        self.read_again()

    def read_again(self) -> None:
        """Read the page again, since something was recorded."""
        child, worker = self.page.about
        if child is not None:
            self.oversight.worker.read_child(child)
        else:
            self.oversight.worker.read_worker(worker or "")

    # --- The entry that is selected ---------------------------------------------------------------

    def _step(self, by: int) -> None:
        block = self.query_one("#page", TextBlock)
        block.step(by)

    def _selected(self) -> Entry | None:
        key = self.query_one("#page", TextBlock).selected
        return next((one for one in self.page.entries if one.id == key), None)

    def _entry(self) -> Entry:
        found = self._selected()
        assert found is not None
        return found

    def _about(self) -> About:
        names = self.oversight.names
        if isinstance(self.page, ChildPage):
            child = self.page.row.child
            return About(child.id, child.worker_id, child.reference, self.page.row.worker, names.child(child))
        worker = self.page.row.worker
        return About(None, worker.id, None, worker.name, names.worker(worker.name))
