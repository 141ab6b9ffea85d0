"""Holding supervision with one worker, child by child: the agenda, and what was there last time beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical

from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.pages import ChildPage
from oversight_tui.practice.session_pages import HeldHow, SessionInHand
from oversight_tui.ui.actions import ActionId, bindings
from oversight_tui.ui.dialogs.about import NOBODY, About
from oversight_tui.ui.dialogs.field import digit_of
from oversight_tui.ui.dialogs.looks import UNDER
from oversight_tui.ui.dialogs.session_talk import SessionTalkForm
from oversight_tui.ui.elsewhere import say_elsewhere
from oversight_tui.ui.key_line import show_keys
from oversight_tui.ui.list_actions import SESSION
from oversight_tui.ui.marking import MarkingLine
from oversight_tui.ui.messages import Done, Refused
from oversight_tui.ui.page_messages import PageLoaded, SessionLoaded
from oversight_tui.ui.present import agenda as shown
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.running_agenda import RunningAgenda, cannot_in_session
from oversight_tui.ui.screens.acting import ActingScreen, Handlers, leaving
from oversight_tui.ui.screens.last_time import LastTime
from oversight_tui.ui.screens.session_answers import SessionAnswers
from oversight_tui.ui.screens.session_entries import SessionEntries
from oversight_tui.ui.screens.session_said import (
    offered_in_session,
    said_of_nobody,
    said_with_moved_up,
    said_with_next,
    select_next,
)
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.text_line import TextLine

_GOES_ON = "Enter goes on with it."


class SessionScreen(ActingScreen):
    """A session with one worker, child by child. Everything that is entered is recorded at once."""

    CSS_PATH = "session.tcss"
    AUTO_FOCUS = "#agenda"
    HORIZONTAL_BREAKPOINTS = [(0, "-agenda-alone"), (UNDER, "-with-last-time")]
    place = "session"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(SESSION))

    def __init__(self, session: SessionInHand) -> None:
        super().__init__()
        self.agenda = RunningAgenda(session)
        self._recorded: str | None = None  # what was said of it; the session with it is being read

    @cached_property
    def entries(self) -> SessionEntries:
        """What records it."""
        return SessionEntries(self.program, self.agenda, answer_to=self)

    @cached_property
    def answers(self) -> SessionAnswers:
        """What answers what is open, and records what is new."""
        return SessionAnswers(self.program, self.agenda, lambda: self._child_id, self._entered)

    @property
    def session(self) -> SessionInHand:
        """The session as it was read last."""
        return self.agenda.session

    # --- What is shown ----------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Title, whether the cycle is kept, the two halves, keys."""
        yield MarkingLine()
        yield TextLine(id="title")
        yield TextLine(id="cycle")
        with Horizontal(id="halves"):
            yield LineList(shown.COLUMNS, empty=said_of_nobody(self.session, self.program.keymap), id="agenda")
            with Vertical(id="right"):
                yield LastTime(id="since")
                yield from self.entries.sentence_lines()
        yield TextLine(id="keys")

    def fill(self) -> None:
        """Fill it."""
        (rows := self.query_one("#agenda", LineList)).when_highlighted = self._highlighted
        self._show()
        select_next(rows, self.agenda, self._child_id)
        if (half := self.agenda.half_written(self.program.drafts)) is not None:
            rows.select(key_of(half.child.child_id))
            ended = self.session.held_already  # and the draft may be of that one
            says = f"{half.child.reference} is half written. " + (self.reason("session_write") if ended else _GOES_ON)
            if self.session.prepared and not ended:  # it was begun, so it is held
                self._recorded = says
                self._held_as(HeldHow(today=True))
            else:
                self.program.flash(says)
        elif self.session.prepared:
            self.program.flash(self.reason("session_write"))

    def show_names(self) -> None:
        """Names were hidden or shown."""
        self._show()

    def _show(self) -> None:
        agenda, names = self.agenda, self.program.names
        self.query_one("#title", TextLine).show(*shown.title(self.session, names))
        self.query_one("#cycle", TextLine).show(*shown.cycle(self.session))
        rows = self.query_one("#agenda", LineList)
        must = f", {names.glyphs.overdue} {agenda.must} must" if agenda.must else ""
        rows.border_title = f"Agenda {len(agenda.items)}, {len(self.session.written)} written{must}"
        in_the_place, was = agenda.take_place(), self._about()
        if in_the_place is not None:
            rows.select(key_of(in_the_place))
        rows.show(list(shown.agenda_rows(self.session, agenda.items, names)))
        if in_the_place is not None:
            rows.select(key_of(in_the_place))
        elif self._recorded is not None:
            select_next(rows, agenda, self._child_id)
            self._recorded = said_with_next(self._recorded, was, self._about())
        self._say_recorded()
        if rows.key is not None:
            self._highlighted(rows, rows.key)

    def _highlighted(self, rows: LineList, key: str) -> None:
        if not self.program.flashed:
            self.clear_flash()
        if self.query_one(LastTime).begin(key, self.program.keymap.shown("session_bring")):
            pages = self.program.worker.pages
            self._with_child(lambda child: pages.read_child(child, beside_board=True, answer_to=self))

    def clear_flash(self) -> None:
        """The keys again."""
        digits = self.entries.digits_to_keep(self.reason("session_write"))
        show_keys(self.query_one("#keys", TextLine), offered_in_session(self), *digits)

    def _say_recorded(self) -> None:
        if self._recorded is None:
            self.clear_flash()
        else:
            says = self._recorded
            self._recorded = None
            self.app.call_later(self._say, says)  # after what the form has said of it, which says less

    def _say(self, says: str) -> None:
        self.program.flash(says)
        self.program.key_queue.let_go()

    # --- What the store answers -------------------------------------------------------------------

    @on(SessionLoaded)
    def show_session(self, event: SessionLoaded) -> None:
        """The session was read again, since something was recorded."""
        event.stop()
        self.agenda.update(event.session)
        if self._recorded is not None and (moved := self.agenda.take_moved_up()) is not None:
            self._recorded = said_with_moved_up(self._recorded, self.agenda.about(key_of(moved), self.program.names))
        self._show()
        self.program.key_queue.let_go()

    @on(PageLoaded)
    def show_last_time(self, event: PageLoaded) -> None:
        """What was there last time, and what is open."""
        event.stop()
        page = event.page
        if isinstance(page, ChildPage) and page.row.child.id == self._child_id:
            since = self.query_one(LastTime).take(page, self.agenda, self.program.names, self.program.worker.today())
            form = self.app.screen
            if isinstance(form, SessionTalkForm):
                form.show_since(page.row.child.id, since)

    @on(Done)
    def take_recorded(self, event: Done) -> None:
        """Recorded without a form."""
        event.stop()
        self._entered(event.says)

    @on(Refused)
    def take_refused(self, event: Refused) -> None:
        """Not recorded, and why."""
        event.stop()
        self.agenda.forget_change()
        self.program.key_queue.let_go()
        self.program.flash(event.says)

    def _entered(self, says: str) -> None:
        self._recorded = says
        self.read_again()

    def read_again(self) -> None:
        """Read the session again: something was recorded, or the screen was locked meanwhile."""
        self.program.worker.pages.read_session(self.session.worker.worker.id, self.agenda.how, answer_to=self)

    # --- Keys -------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """A digit asks to keep the plan; before any key what was said has been read."""
        self.program.clear_flash()
        if digit := digit_of(event):
            event.stop()
            self.entries.ask_to_keep(self._about(), digit, self._entered, cannot=self.reason("session_write"))
        else:
            say_elsewhere(self, event)

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Enter writes about the child."""
        event.stop()
        self.action_do("session_write")

    def handlers(self) -> Handlers:
        """What is done in a session."""
        return {
            **super().handlers(),
            **leaving(self),
            **self.answers.handlers(),
            "session_write": lambda: self._write(self._about() or NOBODY),
            "session_any": lambda: self._write(NOBODY),
            "session_drop": lambda: self._with_child(self.entries.take_off),
            "session_bring": lambda: self._with_child(self.entries.bring),
            **self.entries.handlers(),
            "list_back": lambda: self.entries.leave(self.dismiss),
            "session_end": lambda: self.entries.end(self.dismiss),
            "session_hold": lambda: self._held_as(self.agenda.how.__replace__(today=True)),
            "session_length": lambda: self.entries.ask_length(self._held_as),
        }

    def reason(self, action_id: ActionId) -> str:
        """Why an action cannot act on the row under the cursor."""
        holds = self.program.keymap.shown("session_hold")
        return cannot_in_session(action_id, self.agenda, self._child_id, holds) or self.answers.cannot(action_id)

    def _held_as(self, how: HeldHow) -> None:
        self.program.key_queue.hold()
        self.agenda.held_as(how)
        self.read_again()

    def _write(self, about: About) -> None:
        self.entries.write(about, self.query_one(LastTime).of(about.child_id), self._entered)

    @property
    def _child_id(self) -> ChildId | None:
        return about.child_id if (about := self._about()) is not None else None

    def _with_child(self, do: Callable[[ChildId], None]) -> None:
        if (child_id := self._child_id) is not None:
            do(child_id)

    def _about(self) -> About | None:
        return self.agenda.about(self.query_one("#agenda", LineList).key, self.program.names)
