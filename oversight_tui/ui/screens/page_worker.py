"""What leads from a page to what is of its worker: the session, the brief, the own file; and what is known of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.pages import ChildPage, WorkerPage
from oversight_tui.ui import forms
from oversight_tui.ui.about_forms import about_page
from oversight_tui.ui.program import Program
from oversight_tui.ui.screens.acting import Handlers

if TYPE_CHECKING:
    from oversight_tui.ui.dialogs.form import Form


def worker_handlers(program: Program, page: ChildPage | WorkerPage, open_form: Callable[[Form], None]) -> Handlers:
    """What does each of these; the reasons have said before that there is a worker."""
    about = about_page(page, program.names)
    reads = program.worker.pages

    def read(ask: Callable[[WorkerId], None]) -> None:
        program.key_queue.hold()
        ask(about.its_worker)

    return {
        "hold_session": lambda: read(reads.open_session),
        "brief": lambda: read(reads.read_brief),
        "own_file": lambda: read(reads.read_personal),
        "absence": lambda: open_form(forms.back(about) if _is_away(page) else forms.absence(about)),
        "edit": lambda: open_form(_edit(program, page)),
    }


def _is_away(page: ChildPage | WorkerPage) -> bool:
    return isinstance(page, WorkerPage) and page.row.absence is not None


def _edit(program: Program, page: ChildPage | WorkerPage) -> Form:
    from oversight_tui.ui.dialogs.people import ChildForm, WorkerForm

    if isinstance(page, ChildPage):
        return ChildForm(about_page(page, program.names), page.row.child)
    return WorkerForm(page.row.worker)
