"""What else is recorded in a session: what is open is answered, what is new is said, the next session is planned."""

from __future__ import annotations

from collections.abc import Callable

from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.ids import ChildId
from oversight_tui.ui.about_forms import ABOUT_ITS_WORKER, FORMS_IN_A_SESSION, AboutForms
from oversight_tui.ui.actions import ActionId
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.open_things import OpenThings
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.program import Program
from oversight_tui.ui.running_agenda import RunningAgenda
from oversight_tui.ui.screens.acting import Handlers


class SessionAnswers:
    """The forms of the board, about the child of the row or the worker. `recorded` gets what one says once saved."""

    def __init__(
        self,
        program: Program,
        agenda: RunningAgenda,
        child_id: Callable[[], ChildId | None],
        recorded: Callable[[str], None],
    ) -> None:
        self._program = program
        self._agenda = agenda
        self._child_id = child_id
        self._forms = AboutForms(program, FORMS_IN_A_SESSION, self._about, recorded)
        self._open = OpenThings(program, self._items, self._about_item, self._forms.open)

    def handlers(self) -> Handlers:
        """What does each of these actions."""
        return {**self._forms.handlers(), **self._open.handlers()}

    def cannot(self, action_id: ActionId) -> str:
        """Why there is nothing to answer; empty where there is."""
        return self._open.cannot(action_id)

    def _items(self) -> list[OpenItem]:
        return self._agenda.answerable(self._child_id())

    def _about(self, action_id: ActionId) -> About:
        return self._whom(None if action_id in ABOUT_ITS_WORKER else self._child_id())

    def _about_item(self, item: OpenItem) -> About:
        return self._whom(item.child_id)

    def _whom(self, child_id: ChildId | None) -> About:
        names = self._program.names
        about = self._agenda.about(key_of(child_id), names) if child_id is not None else None
        return about or self._agenda.about_worker(names)
