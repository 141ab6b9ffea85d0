"""What was there when a child was last talked about, beside the agenda of a session."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.pages import ChildPage
from oversight_tui.ui.present.agenda import HEADING, last_time
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.running_agenda import RunningAgenda
from oversight_tui.ui.widgets.text_block import Passage, TextBlock


class LastTime(TextBlock):
    """Who the child of the row is, why they are here, what was there last time; kept for the form that is opened."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._of_child: ChildId | None = None
        self._since: tuple[Passage, ...] = ()

    def begin(self, key: str, brings: str) -> bool:
        """Another row is under the cursor; True where it is a child's, whose file is read now. `brings` is the key
        that brings a child of a later session here.
        """
        if key.startswith(HEADING):
            self.show((Passage(f"A later session. {brings} brings a child of it here.", "quiet"),))
            return False
        self.show((Passage("Reading the file", "quiet"),))
        return True

    def take(self, page: ChildPage, agenda: RunningAgenda, names: Names, today: date) -> tuple[Passage, ...]:
        """The file was read: show it, and return it as a form shows it, what was there last time first."""
        self._of_child = child_id = page.row.child.id
        who, since = last_time(page, agenda.session, agenda.open_items(child_id), names, today)
        self._since = (*since, *((Passage(),) if since else ()), *who)
        self.show((*who, Passage(), *since))
        return self._since

    def of(self, child_id: ChildId | None) -> Sequence[Passage]:
        """The same for this child, nothing where another child's file was read last."""
        return self._since if child_id == self._of_child else ()
