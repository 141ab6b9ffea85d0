"""The page of one child or one worker, over the board."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content

from oversight_tui.practice.facts import Entry, Session
from oversight_tui.practice.ids import AboutChild, EntryId
from oversight_tui.practice.pages import ChildPage, WorkerPage
from oversight_tui.ui import forms
from oversight_tui.ui.about_forms import (
    ABOUT_ITS_WORKER,
    FORMS_OF_A_PAGE,
    AboutForms,
    about_its_worker,
    about_page,
    cannot_about,
)
from oversight_tui.ui.actions import PAGE, ActionId, bindings
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.messages import WayBack
from oversight_tui.ui.open_things import OpenThings
from oversight_tui.ui.present.as_child import as_the_child_reads_it
from oversight_tui.ui.present.page_reasons import cannot_on_page
from oversight_tui.ui.present.pages import PageParts, child_parts, worker_parts
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.screens.page_entries import PageEntries
from oversight_tui.ui.screens.page_worker import worker_handlers
from oversight_tui.ui.screens.reading import ReadingScreen
from oversight_tui.ui.widgets.text_block import TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine

_WAYS_BACK: Mapping[WayBack, ActionId] = {"undo": "page_undo", "redo": "page_redo"}
_WAYS = {"all": "", "significant": ": significant events and decisions", "child": ", as the child will read it"}


class PageScreen(ReadingScreen):
    """Everything recorded about one child or worker, newest first; `at` is the entry that is looked at first. Esc goes
    back to the same row.
    """

    DEFAULT_CSS = """
    PageScreen #halves { height: 1fr; }
    PageScreen #page { width: 1fr; max-width: 100%; padding: 0 1; }
    PageScreen #side { display: none; height: 1fr; padding: 0 1; border: round $border-blurred; }
    PageScreen #side { border-title-color: $text-muted; }
    PageScreen.-wide #page, PageScreen.-vast #page { border: round $border; }
    PageScreen.-wide #side { display: block; width: 44; }
    PageScreen.-vast #page { max-width: 118; }
    PageScreen.-vast #side { display: block; width: 1fr; max-width: 84; }
    """
    place = "page"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(PAGE),
        Binding("enter", "do('page_back')", show=False),
        Binding("right", "read_side(1)", show=False),
        Binding("left", "read_side(-1)", show=False),
    ]

    def __init__(self, page: ChildPage | WorkerPage, at: EntryId | None = None) -> None:
        super().__init__()
        self.page, self._at = page, at
        self._parts: PageParts | None = None
        self._beside = False
        self._shown_as: Literal["all", "significant", "child"] = "all"

    @cached_property
    def forms(self) -> AboutForms:
        """What records something about whom the page is about."""
        return AboutForms(self.program, FORMS_OF_A_PAGE, self._about_for, lambda says: self.read_again())

    @cached_property
    def entries(self) -> PageEntries:
        """What is done with the entry that is selected."""
        return PageEntries(
            self.program, self._selected, self._about, open_form=self.forms.open, read_again=self.read_again
        )

    @cached_property
    def open_things(self) -> OpenThings:
        """What is open here, and what answers it."""
        return OpenThings(self.program, lambda: self.page.open_items, lambda item: self._about(), self.forms.open)

    def body(self) -> ComposeResult:
        """What is told, and where there is room beside it where whom it is about stands."""
        with Horizontal(id="halves"):
            yield TextBlock(id="page")
            side = TextBlock(id="side")
            side.border_title = Content("Where things stand")
            yield side

    def fill(self) -> None:
        """Fill it."""
        if self._at is not None:
            self.query_one("#page", TextBlock).selected = key_of(self._at)
        self.show_text()
        self.clear_flash()

    def on_resize(self) -> None:
        """Another size has room beside the story, or has none."""
        if self._parts is not None and self._beside != self._has_room:
            self._show_parts(self._parts)

    def show_page(self, page: ChildPage | WorkerPage) -> bool:
        """The page as it is now, where it is of the same child or worker; the entry that is selected stays so."""
        if page.about != self.page.about:
            return False
        self.page = page
        block = self.query_one("#page", TextBlock)
        chosen = self._selected()
        if isinstance(chosen, Entry) and chosen.replaced:
            first = chosen.corrects or chosen.id
            newest = (one.id for one in page.entries if first in (one.corrects, one.id) and not one.replaced)
            block.selected = key_of(next(newest, chosen.id))
        self.show_text()
        return True

    def look_at(self, entry: EntryId) -> None:
        """Select an entry of the whole page, and see it."""
        self._shown_as = "all"
        self.query_one("#page", TextBlock).selected = key_of(entry)
        self.show_text()

    def show_text(self) -> None:
        """The page as it is read now: all of it, what is significant, or as the child reads it."""
        today, names = self.program.worker.today(), self.program.names
        if isinstance(self.page, ChildPage):
            holder = self.page.row.worker if self.page.row.child.open else None
            held = f" {names.glyphs.dot} {names.worker(holder)}" if holder else ""
            title = f" Child {names.child(self.page.row.child)}{held}{_WAYS[self._shown_as]}"
            parts = child_parts(self.page, today, names, only_significant=self._shown_as == "significant")
            if self._shown_as == "child":
                letters = as_the_child_reads_it(self.page, self.program.hints.of, names)
                parts = parts.__replace__(heading="As the child will read it", told=letters)
        else:
            title = f" Worker {names.worker(self.page.row.worker.name)}"
            parts = worker_parts(self.page, today, names)
        self.query_one("#title", TextLine).show((Part(title, "bold"),))
        self._show_parts(parts)

    @property
    def _has_room(self) -> bool:
        return self.has_class("-wide") or self.has_class("-vast")

    def _show_parts(self, parts: PageParts) -> None:
        """Beside each other where there is room, else one under the other; the letter of a child has no head."""
        self._parts, self._beside = parts, self._has_room
        told, side = self.query_one("#page", TextBlock), self.query_one("#side", TextBlock)
        told.border_title = Content(parts.heading)
        side.show(parts.beside if self._beside else ())
        whole = self._beside or self._shown_as == "child"
        told.show(parts.told if whole else parts.in_one)

    def action_read_side(self, pages: int) -> None:
        """Read on, or back, in what stands beside the story."""
        self.query_one("#side", TextBlock).scroll_by(pages=pages)

    # --- Keys -------------------------------------------------------------------------------------

    def reason(self, action_id: ActionId) -> str:
        """Why an action cannot act on the page or on the entry that is selected."""
        if not self._selects_returned_work(action_id) and (says := self.open_things.cannot(action_id)):
            return says
        of_child = isinstance(self.page, ChildPage)
        return cannot_about(action_id, self._about(), of_child=of_child) or cannot_on_page(
            action_id, self._selected(), self.program.keymap, many=bool(_can_be_chosen(self.page))
        )

    def handlers(self) -> Handlers:
        """What is done on a page."""
        return {
            **super().handlers(),
            **self.entries.handlers(),
            **self.forms.handlers(),
            **worker_handlers(self.program, self.page, self.forms.open),
            "talk": lambda: self.open_things.talk(self.entries.first_id, self.forms),
            "look_again": lambda: self._answer("look_again"),
            "action_outcome": lambda: self._answer("action_outcome"),
            "escalation_answer": lambda: self._answer("escalation_answer"),
            "page_back": self._back,
            "next_entry": lambda: self._step(1),
            "previous_entry": lambda: self._step(-1),
            "page_seen": lambda: self.forms.open(forms.seen(self._about())),
            "page_child_date": lambda: self.forms.open(forms.child_date(self._about())),
            "page_undo": self._undo,
            "page_redo": self._redo,
            "page_only": self._show_significant,
            "page_as_child": self._show_as_child,
            "page_help": self.show_help,
            "page_quit": self.app.exit,
        }

    def way_back(self, action_id: WayBack) -> ActionId | None:
        """The page's own undo, or redo."""
        return _WAYS_BACK.get(action_id)

    def _step(self, by: int) -> None:
        if not self.query_one("#page", TextBlock).step(by):
            self.program.flash(f"This is the {'last' if by > 0 else 'first'} entry of the page.")

    def _answer(self, action_id: ActionId) -> None:
        """The entry that is selected is answered where it waits for that, else one of what is open is chosen."""
        entry_id = self.entries.first_id
        if entry_id is not None and self._selects_returned_work(action_id):
            self.entries.hand_in_again(entry_id)
        elif entry_id is None or not self.open_things.answer_entry(entry_id, action_id):
            self.open_things.choose(action_id)

    def _selects_returned_work(self, action_id: ActionId) -> bool:
        returned = {one.id for one in self.page.open_items if one.kind == "work_returned"}
        entry_id = self.entries.first_id
        return action_id == "look_again" and entry_id is not None and entry_id in returned

    def _undo(self) -> None:
        self.program.worker.undo(words=not self.program.names.hidden)
        self.read_again()

    def _redo(self) -> None:
        self.program.worker.redo(words=not self.program.names.hidden)
        self.read_again()

    def _back(self) -> None:
        """Back to the whole page from a part of it or another reading; from the whole, back to the row."""
        if self._shown_as == "all":
            self.dismiss()
        else:
            self._show_as("all")

    def _show_significant(self) -> None:
        self._show_as("significant")

    def _show_as_child(self) -> None:
        self._show_as("child")

    def _show_as(self, way: Literal["all", "significant", "child"]) -> None:
        self._shown_as = "all" if self._shown_as == way else way
        self.show_text()

    def read_again(self) -> None:
        """Read the page again, since something was recorded."""
        about = self.page.about
        if isinstance(about, AboutChild):
            self.program.worker.pages.read_child(about.id)
        else:
            self.program.worker.pages.read_worker(about.id)

    # --- The entry that is selected ---------------------------------------------------------------

    def _selected(self) -> Entry | Session | None:
        key = self.query_one("#page", TextBlock).selected
        return next((one for one in _can_be_chosen(self.page) if key_of(one.id) == key), None)

    def _about_for(self, action_id: ActionId) -> About:
        about = self._about()
        return about_its_worker(about, self.program.names) if action_id in ABOUT_ITS_WORKER else about

    def _about(self) -> About:
        return about_page(self.page, self.program.names)


def _can_be_chosen(page: ChildPage | WorkerPage) -> tuple[Entry | Session, ...]:
    """The entries of a page, and the sessions of a worker's."""
    return (*(page.own_sessions if isinstance(page, WorkerPage) else ()), *page.entries)
