"""Audits of files, over the board: those that are picked, those that were audited, and what they found together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from dateutil.relativedelta import relativedelta
from textual.binding import BindingType

from oversight_tui.practice.audits import AuditedFile, Theme, themes
from oversight_tui.practice.board import Board, ChildRow
from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.ids import AboutChild, ChildId, EntryId
from oversight_tui.ui import forms, list_actions
from oversight_tui.ui.actions import ActionId, bindings
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.page_of_row import open_page_of
from oversight_tui.ui.present import audits as present
from oversight_tui.ui.present.row_keys import id_of, key_of
from oversight_tui.ui.quality_messages import AuditsRead
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.screens.listing import undo_handlers
from oversight_tui.ui.screens.read_again import ReadAgainScreen
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.rows import Line
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.words.dates import count

_SPANS = (12, 3, 1)  # months back
_SAID = {12: "twelve months", 3: "three months", 1: "month"}


class AuditsScreen(ReadAgainScreen):
    """First the files that wait to be audited, then those that were, the newest first; or the themes of a span."""

    place = "audits"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(list_actions.AUDITS))

    def __init__(self, board: Board, audits: Sequence[AuditedFile]) -> None:
        super().__init__("", present.FILES, "No file is picked or was audited. {audits_pick} picks this month's.")
        self.board = board
        self.audits = tuple(audits)
        self.as_themes = False
        self.months = _SPANS[0]

    def ask_again(self, board: Board) -> None:
        """Have them read again."""
        self.board = board
        self.program.worker.quality.read_audits(board, self)

    def on_audits_read(self, event: AuditsRead) -> None:
        """As they are now."""
        event.stop()
        self.audits = event.audits
        self.came()

    # --- What is listed ---------------------------------------------------------------------------

    def show(self) -> None:
        """The files, or the themes."""
        span = f"of the last {_SAID[self.months]}"
        files = count(len(self._audited), "file")
        self.heading = f"What audits found, {files} {span}; questions:" if self.as_themes else f"Audits {span}:"
        self.query_one("#list", LineList).columns.put(present.THEMES if self.as_themes else present.FILES)
        super().show()

    @property
    def _waiting(self) -> list[OpenItem]:
        found = [one for one in self.board.open_items if one.kind == "audit"]
        return sorted(found, key=lambda one: (one.due_on is None, one.due_on, one.id))

    @property
    def _audited(self) -> list[AuditedFile]:
        """Those of the span, the newest first."""
        first = self.program.worker.today() - relativedelta(months=self.months)
        return [one for one in reversed(self.audits) if one.on is not None and one.on > first]

    @property
    def _themes(self) -> tuple[Theme, ...]:
        return themes(self._audited)

    def lines(self) -> Sequence[Line]:
        """One line a file, or a question."""
        names, today = self.program.names, self.program.worker.today()
        if self.as_themes:
            return [present.theme_line(place, one) for place, one in enumerate(self._themes)]
        waiting = [present.waiting_line(one, self._row(one.child_id), names, today) for one in self._waiting]
        audited = [present.audited_line(one, self._row(one.child_id), names, today) for one in self._audited]
        return [*waiting, *audited]

    def detail(self, key: str) -> Sequence[Passage]:
        """The row in full."""
        names, judges = self.program.names, self.program.keymap.shown("look_again")
        if self.as_themes:
            return tuple(present.theme_in_full(self._themes[int(key)], names))
        waits, audit = self._waits(key), self._audit(key)
        if waits is not None:
            return tuple(present.waiting_in_full(waits, self._row(waits.child_id), names, judges))
        return tuple(present.audited_in_full(audit, self._row(audit.child_id), names)) if audit is not None else ()

    def opened(self, key: str) -> None:
        """The page of the child; a theme in full."""
        child = self._child(key)
        if child is None:
            super().opened(key)
        else:
            open_page_of(AboutChild(child), self.program)

    def _row(self, child: ChildId | None) -> ChildRow | None:
        return self.board.child_row(child)

    def _waits(self, key: str) -> OpenItem | None:
        return None if self.as_themes else next((one for one in self._waiting if key_of(one.id) == key), None)

    def _audit(self, key: str) -> AuditedFile | None:
        return None if self.as_themes else next((one for one in self.audits if key_of(one.entry_id) == key), None)

    def _child(self, key: str) -> ChildId | None:
        waits, audit = self._waits(key), self._audit(key)
        return waits.child_id if waits is not None else audit.child_id if audit is not None else None

    # --- Actions ----------------------------------------------------------------------------------

    def reason_of_row(self, action_id: ActionId, key: str) -> str:
        """What is done about a file needs one, and one is audited once."""
        if action_id in ("look_again", "withdraw", "correct") and self.as_themes:
            return f"This is a question. {self.program.keymap.at_the_start('audits_themes')} shows the files."
        if action_id == "look_again" and self._waits(key) is None:
            return (
                f"This file is audited already. {self.program.keymap.at_the_start('correct')} corrects what was found."
            )
        if action_id == "correct" and self._audit(key) is None:
            return "Nothing is written about this file yet."
        return ""

    def handlers(self) -> Handlers:
        """What is done about files, and how they are looked at together."""
        return {
            **super().handlers(),
            **undo_handlers(self.program),
            "list_open": self.open_row,
            "audits_pick": self._pick,
            "audits_themes": self._show_themes_or_files,
            "audits_span": self._next_span,
            "look_again": self._judge,
            "correct": lambda: self.program.correct(self._entry, self._about),
            "withdraw": lambda: self.open_form(forms.withdraw(self._entry, self._about)),
        }

    def _pick(self) -> None:
        from oversight_tui.ui.dialogs.audit import AuditPickForm

        self.open_form(AuditPickForm(self.board.limits["audits_a_month"], self.program.worker.today()))

    def _judge(self) -> None:
        waits = self._waits(self.row_key)
        assert waits is not None
        self.open_form(forms.audit(waits.id, self._about))

    def _show_themes_or_files(self) -> None:
        self.as_themes = not self.as_themes
        self.show()

    def _next_span(self) -> None:
        self.months = _SPANS[(_SPANS.index(self.months) + 1) % len(_SPANS)]
        self.show()

    @property
    def _entry(self) -> EntryId:
        return EntryId(id_of(self.row_key))

    @property
    def _about(self) -> About:
        row, names = self._row(self._child(self.row_key)), self.program.names
        assert row is not None
        shown = names.child_of_worker(row.child, row.worker)
        return About(row.child.id, row.child.worker_id, row.child.reference, row.worker, shown)
