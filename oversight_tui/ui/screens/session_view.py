"""A session with a worker as it stands: the agenda on the left, on the right what was there last time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from oversight_tui.practice.agenda import AgendaItem
from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.pages import ChildPage
from oversight_tui.practice.session_pages import SessionInHand
from oversight_tui.ui.dialogs.session_talk import SessionTalkForm
from oversight_tui.ui.key_line import show_keys
from oversight_tui.ui.messages import PageLoaded
from oversight_tui.ui.present.agenda import COLUMNS, HEADING, agenda_rows, why
from oversight_tui.ui.present.detail import child_lines
from oversight_tui.ui.present.since import since_last_time
from oversight_tui.ui.screens.acting import ActingScreen
from oversight_tui.ui.standing import Standing
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.words.dates import long_day

if TYPE_CHECKING:
    pass

# How many of the manager's own sentences stand under the file.
MOST_SENTENCES = 5


class SessionView(ActingScreen):
    """Shows a session and what follows the cursor; it records nothing."""

    DEFAULT_CSS = """
    SessionView #title { background: $panel; }
    SessionView #cycle { color: $text-muted; }
    SessionView #halves { height: 1fr; }
    SessionView #agenda { width: 44%; border: round $border; }
    SessionView #right { width: 1fr; border: round $border-blurred; }
    SessionView #since { height: 1fr; padding: 0 1; }
    SessionView .sentence { height: 1; }
    SessionView #keys { background: $panel; dock: bottom; }
    """
    AUTO_FOCUS = "#agenda"
    place = "session"

    def __init__(self, session: SessionInHand) -> None:
        super().__init__()
        self.session = session
        self.items = list(session.items)
        self._said: str | None = None
        self._off: str | None = None
        self._on: str | None = None
        self._next: str | None = None
        self._since: tuple[str, tuple[Passage, ...]] = ("", ())

    def compose(self) -> ComposeResult:
        """Title, whether the cycle is kept, the two halves, keys."""
        yield Standing()
        yield TextLine(id="title")
        yield TextLine(id="cycle")
        with Horizontal(id="halves"):
            adds = self.oversight.keymap.shown("session_any")
            yield LineList(COLUMNS, empty=f"Nobody is on this agenda. {adds} adds a child.", id="agenda")
            with Vertical(id="right"):
                yield TextBlock(id="since")
                yield from self._sentences()
        yield TextLine(id="keys")

    def _sentences(self) -> Iterator[TextLine]:
        """The reasons that a digit keeps the plan with."""
        for number, sentence in enumerate(self.oversight.sentences[:MOST_SENTENCES], 1):
            line = TextLine()
            line.add_class("sentence")
            line.show((Part(f" {number} {sentence}", "$text-muted"),))
            yield line

    def on_mount(self) -> None:
        """Fill it."""
        agenda = self.query_one("#agenda", LineList)
        agenda.when_highlighted = self._highlighted
        self._show()
        half_written = self._half_written()
        if half_written is not None:
            agenda.select(half_written.child.child_id)
            self.oversight.flash(f"{half_written.child.reference} is half written. Enter goes on with it.")

    def _half_written(self) -> AgendaItem | None:
        """The child of this agenda about whom a draft is kept."""
        worker = self.session.worker.worker.id
        kept = (one for one in self.items if f"in_session:{worker}:{one.child.reference}" in self.oversight.drafts)
        return next(kept, None)

    def show_session(self, session: SessionInHand) -> None:
        """The session as it is now: the agenda stays as it was, but for who was taken off it or came to it."""
        place = next((at for at, item in enumerate(self.items) if item.child.child_id == self._off), None)
        before = {item.child.child_id for item in self.session.items}
        self.session = session
        listed = {item.child.child_id for item in self.items}
        came = [one for one in session.items if one.child.child_id not in listed | before | {self._off}]
        wanted = (session.written | {self._on}) - listed
        more = [one for one in session.items if one.child.child_id in wanted]
        self.items = [one for one in self.items if one.child.child_id != self._off] + more
        if self._off is not None and came:
            self.items.append(came[0])  # whoever comes next has the place
        self._off = self._on = None
        if place is not None and self.items:
            self._next = self.items[min(place, len(self.items) - 1)].child.child_id
        self._show()

    def _show(self) -> None:
        session, names = self.session, self.oversight.names
        worker = names.worker(session.worker.worker.name)
        state = "in hand" if session.session_id else "to come"
        each = next((item.minutes for item in session.items), 0)
        length = f"{session.slot.minutes} minutes, {each} for each child" if each else f"{session.slot.minutes} minutes"
        title = f" Supervision with {worker}, {long_day(session.slot.on)}, {state}"
        self.query_one("#title", TextLine).show((Part(f"{title}: {length}", "bold"),), (Part(title, "bold"),))
        says = session.agenda.cycle.says
        brief = says.partition(": ")[2]
        self.query_one("#cycle", TextLine).show((Part(f" {says}"),), (Part(f" {brief[:1].upper()}{brief[1:]}"),))
        agenda = self.query_one("#agenda", LineList)
        must = sum(item.must and item.child.child_id not in session.written for item in self.items)
        sign = f", {names.signs.overdue} {must} must" if must else ""
        agenda.border_title = f"Agenda {len(self.items)}, {len(session.written)} written{sign}"
        if self._next is not None:
            agenda.select(self._next)
        agenda.show(list(agenda_rows(session, self.items, names)))
        if self._said is not None:
            self._to_the_next(agenda)
        self._keys()
        if agenda.key is not None:
            self._highlighted(agenda, agenda.key)

    def _to_the_next(self, agenda: LineList) -> None:
        if self._next is not None:
            self._next = None
            return
        today = [item.child.child_id for item in self.items]
        still = [key for key in today if key not in self.session.written]
        here = today.index(agenda.key) if agenda.key in today else 0
        after = [key for key in today[here:] if key in still]
        if still:
            agenda.select(after[0] if after else still[0])

    # --- What was there last time -----------------------------------------------------------------

    def _highlighted(self, agenda: LineList, key: str) -> None:
        if key.startswith(HEADING):
            brings = self.oversight.keymap.shown("session_bring")
            says = f"A later session. {brings} brings a child of it here."
            self.query_one("#since", TextBlock).show((Passage(says, "quiet"),))
            return
        self.query_one("#since", TextBlock).show((Passage("Reading the file", "quiet"),))
        self.oversight.worker.read_child(key, beside_board=True, answer_to=self)

    def on_page_loaded(self, event: PageLoaded) -> None:
        """What was there last time, and what is open."""
        event.stop()
        page = event.page
        if isinstance(page, ChildPage) and page.row.child.id == self.query_one("#agenda", LineList).key:
            child = page.row.child.id
            since = since_last_time(page, self._open(child), self.session.slot.on, self.oversight.names)
            reasons = [why(one) for one in self.session.candidates if one.child_id == child]
            head, *lines = child_lines(page.row, self.session.slot.on, self.oversight.names)
            who = (head, *reasons, *lines)
            self._since = (child, (*since, *((Passage(),) if since else ()), *who))
            self.query_one("#since", TextBlock).show((*who, Passage(), *since))
            form = self.app.screen
            if isinstance(form, SessionTalkForm):
                form.show_since(*self._since)

    def _open(self, child_id: str, kind: str | None = None) -> list[OpenItem]:
        found = [one for one in self.session.open_items if one.child_id == child_id and kind in (None, one.kind)]
        return sorted(found, key=lambda one: (one.due_on is None, one.due_on, one.id))

    # --- The key line -----------------------------------------------------------------------------

    def clear_flash(self) -> None:
        """The keys again."""
        keeps = Part(f" 1-{min(len(self.oversight.sentences), 9)}", "bold $text-accent"), Part(" Plan kept ")
        show_keys(self.query_one("#keys", TextLine), self.oversight.keymap.of(self.place), *keeps)

    def _keys(self) -> None:
        if self._said is None:
            self.clear_flash()
        else:
            says, self._said = self._said, None
            self.oversight.flash(says)
            self.oversight.let_keys_go()
