"""What is due to be erased and by which figure, legal holds, and what cannot be told, over the board."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from oversight_tui.practice.ids import child_of, worker_of
from oversight_tui.practice.retention import KeptRow
from oversight_tui.ui import list_actions
from oversight_tui.ui.actions import ActionId, bindings
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.retention import EraseForm, LegalHoldForm, LiftHoldForm
from oversight_tui.ui.page_of_row import open_page_of
from oversight_tui.ui.present.retention import kept_detail, kept_line, name_of, whole_name
from oversight_tui.ui.present.retention_reasons import cannot_about_kept
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.screens.listing import ListingScreen
from oversight_tui.ui.widgets.rows import Column, Line
from oversight_tui.ui.widgets.text_block import Passage, TextBlock

_COLUMNS = (
    Column(17, title="state"),
    Column(17, title="what"),
    Column(18, title="whose"),
    Column(10, "right", title="entries", from_width=90),
    Column(title="why"),
)
_HEADING = "Kept for long enough, held, or not to be told:"


class RetentionScreen(ListingScreen):
    """One row for each thing that is erased as a whole."""

    place = "retention"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(list_actions.RETENTION))

    def __init__(self, rows: Sequence[KeptRow], stays: str) -> None:
        nothing = "Nothing is due to be erased, and nothing is held. {retention_all} shows everything that is kept."
        super().__init__(_HEADING, _COLUMNS, nothing)
        self.rows = rows
        self.stays = stays
        self.everything = False
        self._says = ""

    def show_rows(self, rows: Sequence[KeptRow], stays: str) -> None:
        """The list as it is now; `stays` says where what is erased is held all the same."""
        self.rows = rows
        self.stays = stays
        self.show()
        if self._says:
            self.query_one("#full", TextBlock).show((Passage(self._says, "strong"),))
            self._says = ""

    def lines(self) -> Sequence[Line]:
        """One line a row; what is kept for longer only where everything was asked for."""
        names, today = self.program.names, self.program.worker.today()
        return [kept_line(row, names, today) for row in self.rows if self.everything or row.state != "kept"]

    def detail(self, key: str) -> Sequence[Passage]:
        """The figure with its source, the hold, and what erasing means."""
        row = self._row(key)
        return kept_detail(row, self.program.names) if row is not None else ()

    def opened(self, key: str) -> None:
        """The page of the child or worker."""
        row = self._row(key)
        open_page_of(row.about if row is not None else None, self.program)

    def _row(self, key: str) -> KeptRow | None:
        return next((row for row in self.rows if row.key == key), None)

    # --- Actions ----------------------------------------------------------------------------------

    def reason_of_row(self, action_id: ActionId, key: str) -> str:
        """Not everything is erased, and not everything is held."""
        row = self._row(key)
        return cannot_about_kept(action_id, row) if row is not None else ""

    def handlers(self) -> Handlers:
        """What is done about a row."""
        return {
            **super().handlers(),
            "list_open": self.open_row,
            "retention_erase": self._erase,
            "retention_hold": self._hold,
            "retention_lift": self._lift,
            "retention_all": self._show_all_or_due,
        }

    def _erase(self) -> None:
        row = self._here()
        self.program.open(EraseForm(row, whole_name(row, self.program.names), self.stays), partial(self._erased, row))

    def _hold(self) -> None:
        row = self._here()
        child, worker = (child_of(row.about), worker_of(row.about)) if row.about is not None else (None, None)
        about = About(child, worker, None, None, name_of(row, self.program.names))
        self.program.open(LegalHoldForm(about), self._again)

    def _lift(self) -> None:
        row = self._here()
        self.program.open(LiftHoldForm(row, name_of(row, self.program.names)), self._again)

    def _show_all_or_due(self) -> None:
        self.everything = not self.everything
        self.heading = "Everything that is kept:" if self.everything else _HEADING
        self.show()

    def _here(self) -> KeptRow:
        row = self._row(self.row_key)
        assert row is not None
        return row

    def _erased(self, row: KeptRow, says: str | None) -> None:
        """What was typed about them is gone from the store, and must not come back from here."""
        if says is not None:
            drafts = self.program.drafts
            erased = [key for key in drafts if key.text in row.drafts or (row.about and key.is_about(row.about))]
            drafts.forget(erased)
        self._again(says)

    def _again(self, says: str | None) -> None:
        if says is not None:
            self._says = says
            self.program.worker.pages.read_retention()
