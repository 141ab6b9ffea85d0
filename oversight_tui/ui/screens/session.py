"""Holding supervision: the agenda on the left, on the right what was there last time; an entry for each child."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from oversight_tui.practice.agenda import AgendaItem
from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.pages import ChildPage
from oversight_tui.practice.requests import SessionTalk
from oversight_tui.practice.session_pages import SessionInHand
from oversight_tui.ui.dialogs.about import NOBODY, About
from oversight_tui.ui.dialogs.finish import FinishForm
from oversight_tui.ui.dialogs.session_talk import SessionTalkForm
from oversight_tui.ui.messages import Done, PageLoaded, Refused, SessionLoaded
from oversight_tui.ui.present.agenda import COLUMNS, HEADING, agenda_rows, day_of_row, why
from oversight_tui.ui.present.detail import child_lines
from oversight_tui.ui.present.since import since_last_time
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.words.dates import long_day

if TYPE_CHECKING:
    from oversight_tui.ui.app import OversightApp

KEEP = "Keep the plan"
# How many of the manager's own sentences stand under the file.
MOST_SENTENCES = 5
# What a label is called where there is little room.
_BRIEF = {"Plan kept, because": "Plan kept", "Any child": "Any"}


def _key_parts(labels: Sequence[tuple[str, str]]) -> list[Part]:
    parts: list[Part] = []
    for key, label in labels:
        parts += [Part(f" {key}", "bold $text-accent"), Part(f" {label} ")]
    return parts


class SessionScreen(Screen[None]):
    """A session with one worker, child by child. Everything that is entered is recorded at once."""

    DEFAULT_CSS = """
    SessionScreen #title { background: $panel; }
    SessionScreen #cycle { color: $text-muted; }
    SessionScreen #halves { height: 1fr; }
    SessionScreen #agenda { width: 44%; border: round $border; }
    SessionScreen #right { width: 1fr; border: round $border-blurred; }
    SessionScreen #since { height: 1fr; padding: 0 1; }
    SessionScreen .sentence { height: 1; }
    SessionScreen #keys { background: $panel; dock: bottom; }
    """
    AUTO_FOCUS = "#agenda"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss", "back", show=False)]

    def __init__(self, session: SessionInHand) -> None:
        super().__init__()
        self.session = session
        self.items = list(session.items)
        self._said: str | None = None
        self._off: str | None = None
        self._on: str | None = None
        self._next: str | None = None
        self._since: tuple[str, tuple[Passage, ...]] = ("", ())

    @property
    def oversight(self) -> OversightApp:
        """The app, as what it is."""
        return cast("OversightApp", self.app)

    def compose(self) -> ComposeResult:
        """Title, whether the cycle is kept, the two halves, keys."""
        yield TextLine(id="title")
        yield TextLine(id="cycle")
        with Horizontal(id="halves"):
            yield LineList(COLUMNS, empty="Nobody is on this agenda. a adds a child.", id="agenda")
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
            self._flash(f"{half_written.child.reference} is half written. Enter goes on with it.")

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
            self.query_one("#since", TextBlock).show(
                (Passage("A later session. m brings a child of it here.", "quiet"),)
            )
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
            if isinstance(self.app.screen, SessionTalkForm):
                self.app.screen.show_since(*self._since)

    def on_session_loaded(self, event: SessionLoaded) -> None:
        """The session was read again, since something was recorded."""
        event.stop()
        self.show_session(event.session)

    def on_done(self, event: Done) -> None:
        """Recorded without a form."""
        event.stop()
        self._entered(event.says)

    def on_refused(self, event: Refused) -> None:
        """Not recorded, and why."""
        event.stop()
        self._off = self._on = None
        self.oversight.let_keys_go()
        self._flash(event.says)

    # --- Keys -------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """One key a thing."""
        sign = event.character or ""
        acts: dict[str, Callable[[], None]] = {
            "t": self._write,
            "a": lambda: self._write(NOBODY),
            "x": self._drop,
            "m": self._bring,
            "f": self._finish,
            "h": self._hide,
        }
        if sign in acts:
            event.stop()
            acts[sign]()
        elif sign and sign in "123456789"[: len(self.oversight.sentences)]:
            event.stop()
            self._keep_the_plan(self.oversight.sentences[int(sign) - 1])

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Enter writes about the child."""
        event.stop()
        self._write()

    def _write(self, about: About | None = None) -> None:
        about = about or self._about()
        if about is None:
            return
        form = SessionTalkForm(
            about,
            self._since[1] if self._since[0] == about.child_id else (),
            self.oversight.headings,
            self._open(about.child_id or "", "action"),
            self._talk(()),
            self.oversight.worker.today(),
        )
        self.oversight.open(form, lambda says: self._entered(says) if says else None)

    def _keep_the_plan(self, because: str) -> None:
        about = self._about()
        if about is not None and about.reference is not None:
            self.oversight.hold_keys()
            talk = self._talk((about.reference,), decision=KEEP, because=because)
            self.oversight.worker.record("talk_in_session", talk, answer_to=self)

    def _drop(self) -> None:
        """Off this agenda; the next session takes the child, or, of a later one, the one after it."""
        about = self._about()
        if about is None or about.child_id is None:
            return
        later = None if self._is_today(about.child_id) else day_of_row(self.session, about.child_id)
        if later is None and not self._is_today(about.child_id):
            self._flash("This child is on none of these agendas. m brings the child to this one.")
            return
        self._off = about.child_id if later is None else None
        self._change(about.child_id, later or self.session.slot.on, "dropped")

    def _bring(self) -> None:
        """Onto this agenda from a later one, or from none."""
        about = self._about()
        if about is None or about.child_id is None:
            return
        if self._is_today(about.child_id):
            self._flash("This child is on this agenda already. x leaves the child to the next.")
            return
        self._on = about.child_id
        self._change(about.child_id, self.session.slot.on, "added")

    def _is_today(self, child_id: str) -> bool:
        return any(item.child.child_id == child_id for item in self.items)

    def _change(self, child_id: str, on: date, change: str) -> None:
        self.oversight.hold_keys()
        given = (self.session.worker.worker.id, child_id, on, change)
        self.oversight.worker.record("change_agenda", *given, answer_to=self)

    def _finish(self) -> None:
        session = self.session
        if session.session_id is None:
            self._flash("Nothing is written yet. Enter writes about the child of this row.")
            return
        left = [item.child.child_id for item in self.items if item.child.child_id not in session.written]
        shown = self.oversight.names.worker(session.worker.worker.name)
        form = FinishForm(session.session_id, shown, len(left), session.worker.worker.next_planned)
        self.oversight.open(form, lambda says: self._ended(left) if says else None)

    def _ended(self, left: Sequence[str]) -> None:
        if left:
            given = (self.session.worker.worker.id, tuple(left), self.session.slot.on)
            self.oversight.worker.record("not_reached", *given)
        self.dismiss()

    def _hide(self) -> None:
        self.oversight.hide_names()
        self._show()

    def _entered(self, says: str) -> None:
        self._said = says
        self.oversight.worker.read_session(self.session.worker.worker.id, answer_to=self)

    # --- Whom it is about -------------------------------------------------------------------------

    def _about(self) -> About | None:
        key = self.query_one("#agenda", LineList).key
        names = self.oversight.names
        for row in self.session.children:
            if row.child.id == key:
                return About(row.child.id, row.child.worker_id, row.child.reference, row.worker, names.child(row.child))
        return None

    def _open(self, child_id: str, kind: str | None = None) -> list[OpenItem]:
        found = [one for one in self.session.open_items if one.child_id == child_id and kind in (None, one.kind)]
        return sorted(found, key=lambda one: (one.due_on is None, one.due_on, one.id))

    def _talk(self, children: tuple[str, ...], decision: str | None = None, because: str | None = None) -> SessionTalk:
        session = self.session
        return SessionTalk(
            session.worker.worker.id,
            children,
            session.slot.on,
            session_id=session.session_id,
            planned_id=session.slot.plan_id,
            decision=decision,
            because=because,
            decision_kind="keep_plan" if decision == KEEP else "other",
        )

    # --- The key line -----------------------------------------------------------------------------

    def _flash(self, says: str) -> None:
        self.query_one("#keys", TextLine).show((Part(f" {says}", "bold"),))

    def _keys(self) -> None:
        if self._said is not None:
            says, self._said = self._said, None
            self._flash(says)
            self.oversight.let_keys_go()
            return
        labels = (
            ("enter", "Write"),
            ("1-9", "Plan kept, because"),
            ("x", "Not today"),
            ("m", "Today"),
            ("a", "Any child"),
            ("f", "End"),
            ("esc", "Back"),
        )
        brief = tuple((key, _BRIEF.get(label, label)) for key, label in labels)
        self.query_one("#keys", TextLine).show(_key_parts(labels), _key_parts(brief))
