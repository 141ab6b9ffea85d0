"""The keys of the board that record something about somebody, on a screen that is about one child or worker."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from oversight_tui.practice.attention.unallocated import look_called, matter_of
from oversight_tui.practice.pages import ChildPage, WorkerPage
from oversight_tui.ui import forms
from oversight_tui.ui.actions import ActionId
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.present.form_head import told_of_page
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.program import Program
from oversight_tui.ui.screens.acting import Handlers

if TYPE_CHECKING:
    from oversight_tui.ui.dialogs.form import Form
    from oversight_tui.ui.dialogs.which import Look

FORMS: Mapping[ActionId, Callable[[About], Form]] = MappingProxyType(
    {
        "decide": forms.decide,
        "talk": forms.talk,
        "talk_asked": forms.talk_asked_for,
        "worry": forms.worry,
        "add_action": forms.action,
        "risk": forms.risk,
        "escalate": forms.escalate,
        "consult": forms.consult,
        "seen": forms.seen,
        "child_date": forms.date_of,
        "hand_over": forms.hand_over,
        "hand_in": forms.hand_in,
        "incident": forms.incident,
        "book": forms.book,
        "session_planned": forms.plan_session,
        "cover": forms.cover,
        "send_out": forms.send_out,
    }
)
FORMS_OF_A_PAGE: frozenset[ActionId] = frozenset(FORMS) - {"seen", "child_date"}
FORMS_IN_A_SESSION: frozenset[ActionId] = frozenset(
    {"decide", "worry", "add_action", "risk", "escalate", "consult", "seen", "child_date", "session_planned"}
)
# What is about the worker also where one is on a child's page, and what only a worker's page has.
ABOUT_ITS_WORKER: frozenset[ActionId] = frozenset({"session_planned"})
# What answers no worry that waits for its review.
_LEAVE_A_WORRY: frozenset[ActionId] = frozenset({"decide", "talk"})
_NEEDS_A_WORKER: frozenset[ActionId] = frozenset({"session_planned", "hold_session", "brief"})
_ABOUT_A_WORKER: frozenset[ActionId] = frozenset({"absence", "cover", "own_file"})
_ABOUT_A_CHILD: frozenset[ActionId] = frozenset(
    {
        *("worry", "risk", "seen", "child_date", "hand_over", "hand_in"),
        *("incident", "page_seen", "page_only", "page_as_child"),
    }
)


def cannot_about(action_id: ActionId, about: About, *, of_child: bool) -> str:
    """Why a key of a page cannot act, by whom the page is about; empty where it can."""
    if action_id in _ABOUT_A_CHILD and not of_child:
        return "This page is about a worker. A child's page has this key."
    if action_id in _ABOUT_A_WORKER and of_child:
        return "This page is about a child. The worker's page has this key."
    if action_id in _NEEDS_A_WORKER and about.worker_id is None:
        return "Nobody holds this child, so there is no supervision to speak of them in."
    return ""


class AboutForms:
    """Opens these forms; `recorded` is called with what one says once it is saved, and reads the screen again.

    `besides` says what a decision or a talk leaves as it was.
    """

    def __init__(
        self,
        program: Program,
        which: Collection[ActionId],
        about: Callable[[ActionId], About],
        recorded: Callable[[str], None],
        besides: Callable[[], str] = lambda: "",
    ) -> None:
        self._program = program
        self._which = which
        self._about = about
        self._recorded = recorded
        self._besides = besides
        self._says = ""  # what was said, with what stays besides; the page with it is on its way

    def handlers(self) -> Handlers:
        """What does each of the actions asked for."""
        return {action_id: partial(self.open_about, action_id) for action_id in FORMS if action_id in self._which}

    def open(self, form: Form, besides: str = "") -> None:
        """Open a form; when it is left the keys typed meanwhile are for this screen."""
        self._program.open(form, partial(self._left, form, besides))

    def open_about(self, action_id: ActionId) -> None:
        """Open the form of an action, about whom it is about here."""
        self.open(FORMS[action_id](self._about(action_id)), self._besides() if action_id in _LEAVE_A_WORRY else "")

    def _left(self, form: Form, besides: str, says: str | None) -> None:
        if says:
            self._says = f"{says} {besides}" if besides else ""
            self._recorded(says)
            if form.goes_on_to is not None:
                self.open(form.goes_on_to())
                return
        self._program.key_queue.let_go()

    def say_what_stays(self) -> None:
        """The screen was read again: say once what was recorded, where that leaves something as it was."""
        if self._says:
            self._program.flash(f"{self._says} {self._program.way_back('undo')}")
        self._says = ""


def about_page(page: ChildPage | WorkerPage, names: Names) -> About:
    """Whom a page is about, as its forms ask for it."""
    if isinstance(page, ChildPage):
        child = page.row.child
        told = told_of_page(page, names)
        matter = matter_of([page.waits] if page.waits is not None else ())
        return About(
            *(child.id, child.worker_id, child.reference, page.row.worker, names.child(child)), told=told, matter=matter
        )
    worker = page.row.worker
    return About(None, worker.id, None, worker.name, names.worker(worker.name))


def look_at(page: ChildPage | WorkerPage, about: About) -> tuple[Look, Callable[[], Form]] | None:
    """The look at the child of a page whom no worker holds, and its form; None of anybody else."""
    from oversight_tui.ui.dialogs.which import Look

    if not isinstance(page, ChildPage) or page.waits is None:
        return None
    child = page.row.child
    form = partial(forms.waiting_look, about, held_by_manager=child.bucket == "held_by_manager")
    return Look(about, look_called(child), page.waits.due_on), form


def about_its_worker(about: About, names: Names) -> About:
    """The worker of a child, as the worker alone."""
    return About(None, about.worker_id, None, about.worker, names.worker(about.worker))
