"""A held session as one text for both, over what it was opened from. Nothing of the worker's own file is in it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from oversight_tui.practice.session_told import SessionRecord, record_told
from oversight_tui.ui.actions import bindings
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.send_out import SendOutForm
from oversight_tui.ui.dialogs.session_record import SessionRecordForm
from oversight_tui.ui.list_actions import SESSION_TOLD
from oversight_tui.ui.screens.acting import Handlers, leaving
from oversight_tui.ui.screens.reading import ReadingScreen
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine


class SessionToldScreen(ReadingScreen):
    """The text. Esc goes back."""

    place = "session_told"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(SESSION_TOLD),
        Binding("enter", "do('list_back')", show=False),
    ]

    def __init__(self, record: SessionRecord) -> None:
        super().__init__()
        self.record = record

    def fill(self) -> None:
        """Fill it."""
        self.show_text()
        self.clear_flash()

    def show_text(self) -> None:
        """Heading by heading."""
        names = self.program.names
        name = names.worker(self.record.worker)
        self.query_one("#title", TextLine).show((Part(f" Record of supervision: {name}", "bold"),))
        found: list[Passage] = []
        for level, words in record_told(self.record):
            if level == 0:
                found += [Passage()] if found else []
                found.append(Passage(words, "strong"))
            else:
                found.append(Passage(names.long_text(words), indent=2 * level, hang=2))
        self.query_one("#page", TextBlock).show(found)

    def handlers(self) -> Handlers:
        """It is sent out, and it is said what became of it."""
        return {
            **super().handlers(),
            **leaving(self),
            "file_record": self._settle,
            "send_out": lambda: self.program.open(SendOutForm(self._about, session=self.record.session.id)),
        }

    def _settle(self) -> None:
        session = self.record.session
        self.program.open(SessionRecordForm(self._about, self.program.worker.today(), session.id, session.held_on))

    @property
    def _about(self) -> About:
        worker = self.record.worker
        return About(None, self.record.worker_id, None, worker, self.program.names.worker(worker))
