"""What stood on a child's file last, at the head of a form about them; beside the board all of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from oversight_tui.practice.pages import ChildPage, WorkerPage
from oversight_tui.ui.dialogs.head import FormHead
from oversight_tui.ui.present.form_head import WHY, told_last
from oversight_tui.ui.present.since_last_time import since_last_time
from oversight_tui.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from textual.screen import Screen

    from oversight_tui.ui.dialogs.about import About
    from oversight_tui.ui.dialogs.saved_form import SavedForm


class LastTold:
    """Fills the head of a form: with what is known of whom it is about, then with what their file says."""

    def __init__(self, form: SavedForm, screen: Screen[str | None]) -> None:
        self._form = form
        self._screen = screen
        self._told: tuple[tuple[str, str], ...] = ()
        self._again: tuple[tuple[str, str], ...] = ()

    def begin(self, about: Sequence[About]) -> None:
        """Say what is known, and ask for the file of the one child it is about."""
        first, *others = about
        if self._form.draft_key in self._form.program.drafts:
            self._again = (("", "(as you left it)"),)
        itself = self._form.itself
        self._told = (*itself, *(one for one in first.told if not itself or one[0] != WHY))
        self._show(self._told)
        if first.child_id is not None and not others:
            self._form.program.worker.pages.read_child(first.child_id, answer_to=self._screen)

    def take(self, page: ChildPage | WorkerPage) -> None:
        """The file was read: why the child is here stays first."""
        if not isinstance(page, ChildPage) or not self._screen.display:  # which is closed before it stands
            return
        program, told = self._form.program, self._told
        names, today = program.names, program.worker.today()
        why = [one for one in told if one[0] == WHY or one in self._form.itself]
        further = self._form.told_of(page)
        self._show((*why, *further, *told_last(page, today, names), *(one for one in told if one not in why)))
        passages = since_last_time(page, (*page.worries, *page.actions, *page.waiting), today, names)
        whole = self._screen.query_one("#whole", TextBlock)
        whole.set_class(bool(passages), "-read")
        whole.show(passages)

    def _show(self, told: Sequence[tuple[str, str]]) -> None:
        self._screen.query_one(FormHead).show((*self._again, *told))
