"""The page of one child or one worker, over the board."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from oversight_tui.practice.facts import Entry, Session
from oversight_tui.practice.ids import AboutChild, EntryId, Subject
from oversight_tui.practice.pages import ChildPage, WorkerPage
from oversight_tui.ui import forms
from oversight_tui.ui.about_forms import (
    ABOUT_ITS_WORKER,
    FORMS_OF_A_PAGE,
    AboutForms,
    about_its_worker,
    about_page,
    look_at,
)
from oversight_tui.ui.actions import ActionId, bindings
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.messages import WayBack
from oversight_tui.ui.open_things import OpenThings
from oversight_tui.ui.page_actions import PAGE
from oversight_tui.ui.present.pages import Way, page_parts, titles
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.program import Program
from oversight_tui.ui.screens.acting import Handlers, show_help
from oversight_tui.ui.screens.page_body import PageBody
from oversight_tui.ui.screens.page_children import PageChildren
from oversight_tui.ui.screens.page_entries import PageEntries
from oversight_tui.ui.screens.page_worker import worker_handlers
from oversight_tui.ui.screens.reading import ReadingScreen
from oversight_tui.ui.widgets.text_line import TextLine

_WAYS_BACK: Mapping[WayBack, ActionId] = {"undo": "page_undo", "redo": "page_redo"}


class PageScreen(ReadingScreen):
    """Everything recorded about one child or worker, newest first, at an entry of it. Esc goes back to the same row."""

    place = "page"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(PAGE),
        Binding("enter", "do('page_child')", show=False),
        Binding("right", "read_side(1)", show=False),
        Binding("left", "read_side(-1)", show=False),
    ]

    def __init__(self, page: ChildPage | WorkerPage, at: EntryId | None = None) -> None:
        super().__init__()
        self.page = page
        self._at = at
        self._shown_as: Way = "all"

    @cached_property
    def forms(self) -> AboutForms:
        """What records something about whom the page is about."""
        return AboutForms(
            self.program, FORMS_OF_A_PAGE, self._about_for, lambda says: self.read_again(), self._worry_stays
        )

    @cached_property
    def entries(self) -> PageEntries:
        """What is done with the entry that is selected."""
        return PageEntries(
            self.program, self._selected, self._about, open_form=self.forms.open, read_again=self.read_again
        )

    @cached_property
    def child_list(self) -> PageChildren:
        """The list of a worker's children."""
        step = (lambda: self._step(1)) if isinstance(self.page, ChildPage) else None
        return PageChildren(self.program, self._body, next_entry=step, back=self._back, changed=self.clear_flash)

    @cached_property
    def open_things(self) -> OpenThings:
        """What is open here, and what answers it."""
        items, about = (lambda: self.page.open_items), (lambda item: self._about())
        return OpenThings(self.program, items, about, self.forms.open, lambda: look_at(self.page, self._about()))

    def body(self) -> ComposeResult:
        """What is told, and what stands beside it."""
        yield PageBody(key_of(self._at) if self._at else "", of_worker=isinstance(self.page, WorkerPage))

    @property
    def _body(self) -> PageBody:
        return self.query_one(PageBody)

    def fill(self) -> None:
        """Fill it."""
        self.show_text()
        self.clear_flash()

    def clear_flash(self) -> None:
        """The keys again: those of a worker's page are others than a child's, and others among their children."""
        self.child_list.show_keys(self.query_one("#keys", TextLine), self.program.keymap.of(self.place))

    def show_page(self, page: ChildPage | WorkerPage) -> bool:
        """The page as it is now, where it is of the same child or worker; the entry that is selected stays so."""
        if page.about != self.page.about:
            return False
        self.page = page
        block = self._body.story
        chosen = self._selected()
        if isinstance(chosen, Entry) and chosen.replaced:
            block.selected = key_of(_newest_of(chosen, page))
        self.show_text()
        self.forms.say_what_stays()
        return True

    def show_text(self) -> None:
        """The page as it is read now: all of it, what is significant, or as the child reads it."""
        today, names = self.program.worker.today(), self.program.names
        self.query_one("#title", TextLine).show(*titles(self.page, self._shown_as, today, names))
        self._body.show(page_parts(self.page, self._shown_as, self.program.hints.of, today, names))

    def action_read_side(self, pages: int) -> None:
        """Read on, or back, in what stands beside the story."""
        self._body.side.scroll_by(pages=pages)

    def action_scroll(self, lines: int, pages: int) -> None:
        """Read on or back; in the list of a worker's children another one is chosen."""
        if not self.child_list.scroll(lines, pages):
            super().action_scroll(lines, pages)

    # --- Keys -------------------------------------------------------------------------------------

    def reason(self, action_id: ActionId) -> str:
        """Why an action cannot act on the page or on the entry that is selected."""
        return self.entries.cannot(action_id, self.page, self.open_things, many=bool(_can_be_chosen(self.page)))

    def action_do(self, action_id: ActionId) -> None:
        """Do it; of decisions without a reason the only one need not be chosen first."""
        lacking = [one for one in self.page.entries if one.lacks_reason and not (one.withdrawn or one.replaced)]
        if action_id == "page_because" and self._selected() is None and len(lacking) == 1:
            self._body.look_at(key_of(lacking[0].id))
        super().action_do(action_id)

    def handlers(self) -> Handlers:
        """What is done on a page."""
        return {
            **super().handlers(),
            **self.entries.handlers(),
            **self.forms.handlers(),
            **self.child_list.handlers(),
            **worker_handlers(self.program, self.page, self.forms.open),
            "talk": lambda: self.open_things.talk(self.entries.first_id, self.forms),
            **self.entries.answering(lambda: self.page, self.open_things),
            "page_back": self._back,
            "next_entry": lambda: self._step(1),
            "previous_entry": lambda: self._step(-1),
            "page_seen": lambda: self.forms.open(forms.seen(self._about())),
            "page_child_date": lambda: self.forms.open(forms.date_of(self._about())),
            "page_undo": lambda: self._go_back(self.program.worker.undo),
            "page_redo": lambda: self._go_back(self.program.worker.redo),
            "page_only": lambda: self._show_as("significant"),
            "page_as_child": lambda: self._show_as("child"),
            "page_help": lambda: show_help(self),
            "page_quit": self.program.leave,
        }

    def way_back(self, action_id: WayBack) -> ActionId | None:
        """The page's own undo, or redo."""
        return _WAYS_BACK.get(action_id)

    def _step(self, by: int) -> None:
        self.child_list.leave()
        if not self._body.story.step(by):
            self.program.flash(f"This is the {'last' if by > 0 else 'first'} entry of the page.")

    def _go_back(self, way: Callable[..., None]) -> None:
        way(words=not self.program.names.hidden)
        self.read_again()

    def _back(self) -> None:
        """From the list of children to the page, from a part of it or another reading to the whole, then to the row."""
        if self.child_list.leave():
            return
        if self._shown_as == "all":
            self.dismiss()
        else:
            self._show_as("all")

    def _show_as(self, way: Way) -> None:
        self._shown_as = "all" if self._shown_as == way else way
        self.show_text()

    def _worry_stays(self) -> str:
        return self.open_things.worry_stays()

    def read_again(self) -> None:
        """Read the page again, since something was recorded."""
        _ask_for(self.page.about, self.program)

    # --- The entry that is selected ---------------------------------------------------------------

    def _selected(self) -> Entry | Session | None:
        key = self._body.story.selected
        return next((one for one in _can_be_chosen(self.page) if key_of(one.id) == key), None)

    def _about_for(self, action_id: ActionId) -> About:
        about, names = self._about(), self.program.names
        return about_its_worker(about, names) if action_id in ABOUT_ITS_WORKER else about

    def _about(self) -> About:
        return about_page(self.page, self.program.names)


def _ask_for(whom: Subject, program: Program) -> None:
    """Have the page of a child or worker read."""
    if isinstance(whom, AboutChild):
        program.worker.pages.read_child(whom.id)
    else:
        program.worker.pages.read_worker(whom.id)


def _newest_of(entry: Entry, page: ChildPage | WorkerPage) -> EntryId:
    """The version that stands in the place of one that was replaced."""
    first = entry.corrects or entry.id
    newest = (one.id for one in page.entries if first in (one.corrects, one.id) and not one.replaced)
    return next(newest, entry.id)


def _can_be_chosen(page: ChildPage | WorkerPage) -> tuple[Entry | Session, ...]:
    """The entries of a page, and the sessions of a worker's."""
    return (*(page.own_sessions if isinstance(page, WorkerPage) else ()), *page.entries)
