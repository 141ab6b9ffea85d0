"""Holding supervision: the agenda on the left, on the right what was there last time; an entry for each child."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
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
from oversight_tui.ui.present.since import since_last_time
from oversight_tui.ui.standing import Standing
from oversight_tui.ui.widgets.line_list import Cell, Column, Line, LineList
from oversight_tui.ui.widgets.text_block import Passage, TextBlock, Tone
from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.words.dates import long_day

if TYPE_CHECKING:
    from oversight_tui.ui.app import OversightApp

_COLUMNS = (Column(1), Column(9), Column(), Column(5, "right", from_width=44))
KEEP = "Keep the plan"


class SessionScreen(Screen[None]):
    """A session with one worker, child by child. Everything that is entered is recorded at once."""

    DEFAULT_CSS = """
    SessionScreen #title { background: $panel; }
    SessionScreen #cycle { color: $text-muted; }
    SessionScreen #halves { height: 1fr; }
    SessionScreen #agenda { width: 44%; border: round $border; }
    SessionScreen #since { width: 1fr; border: round $border-blurred; padding: 0 1; }
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

    @property
    def oversight(self) -> OversightApp:
        """The app, as what it is."""
        return cast("OversightApp", self.app)

    def compose(self) -> ComposeResult:
        """Title, whether the cycle is kept, the two halves, keys."""
        yield Standing()
        yield TextLine(id="title")
        yield TextLine(id="cycle")
        with Horizontal(id="halves"):
            yield LineList(_COLUMNS, empty="Nobody is on this agenda. a adds a child.", id="agenda")
            yield TextBlock(id="since")
        yield TextLine(id="keys")

    def on_mount(self) -> None:
        """Fill it."""
        self.query_one("#agenda", LineList).when_highlighted = self._highlighted
        self._show()

    def show_session(self, session: SessionInHand) -> None:
        """The session as it is now: the agenda stays as it was, but for who was taken off it or came to it."""
        before = {item.child.child_id for item in self.session.items}
        self.session = session
        listed = {item.child.child_id for item in self.items}
        came = [one for one in session.items if one.child.child_id not in listed | before | {self._off}]
        more = [one for one in session.items if one.child.child_id in session.written - listed]
        self.items = [one for one in self.items if one.child.child_id != self._off] + more
        if self._off is not None and came:
            self.items.append(came[0])  # whoever comes next has the place
        self._off = None
        self._show()

    def _show(self) -> None:
        session, names = self.session, self.oversight.names
        worker = names.worker(session.worker.worker.name)
        state = "in hand" if session.session_id else "to come"
        title = f" Supervision with {worker}, {long_day(session.slot.on)}, {state}"
        self.query_one("#title", TextLine).show((Part(title, "bold"),))
        self.query_one("#cycle", TextLine).show((Part(f" {session.agenda.cycle.says}"),))
        agenda = self.query_one("#agenda", LineList)
        agenda.border_title = f"Agenda {len(self.items)}, {len(session.written)} written"
        agenda.show([self._line(item) for item in self.items])
        if self._said is not None:
            self._to_the_next(agenda)
        self._keys()
        if agenda.key is not None:
            self._highlighted(agenda, agenda.key)

    def _line(self, item: AgendaItem) -> Line:
        child, names = item.child, self.oversight.names
        written = child.child_id in self.session.written
        why = ", ".join(one.factor for one in child.because) or "in turn"
        sign = names.signs.decided if written else names.signs.overdue if item.must else " "
        tone: Tone = "good" if written else "alarm" if item.must else "plain"
        waits = f"{child.open_actions}a {child.open_worries}w" if child.open_actions or child.open_worries else ""
        return Line(
            child.child_id,
            (
                Cell(sign, tone),
                Cell(child.reference, "quiet" if written else "strong"),
                Cell(why),
                Cell(waits, "quiet"),
            ),
        )

    def _to_the_next(self, agenda: LineList) -> None:
        still = [line.key for line in agenda.lines if line.key not in self.session.written]
        here = next((at for at, line in enumerate(agenda.lines) if line.key == agenda.key), 0)
        after = [line.key for line in agenda.lines[here:] if line.key in still]
        if still:
            agenda.select(after[0] if after else still[0])

    # --- What was there last time -----------------------------------------------------------------

    def _highlighted(self, agenda: LineList, key: str) -> None:
        self.query_one("#since", TextBlock).show((Passage("Reading the file", "quiet"),))
        self.oversight.worker.read_child(key, beside_board=True, answer_to=self)

    def on_page_loaded(self, event: PageLoaded) -> None:
        """What was there last time, and what is open."""
        event.stop()
        page = event.page
        if isinstance(page, ChildPage) and page.row.child.id == self.query_one("#agenda", LineList).key:
            since = since_last_time(page, self._open(page.row.child.id), self.session.slot.on, self.oversight.names)
            self.query_one("#since", TextBlock).show(since)

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
        self._off = None
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
            "f": self._finish,
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
        names = self.oversight.names
        earlier = self._open(about.child_id or "", "action")
        form = SessionTalkForm(
            about,
            self.oversight.headings,
            [replace(one, who=names.worker(one.who), text=names.text(one.text)) for one in earlier],
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
        about = self._about()
        if about is not None:
            self.oversight.hold_keys()
            self._off = about.child_id
            given = (self.session.worker.worker.id, about.child_id, self.session.slot.on, "dropped")
            self.oversight.worker.record("change_agenda", *given, answer_to=self)

    def _finish(self) -> None:
        session = self.session
        if session.session_id is None:
            self._flash("Nothing is written yet. Enter writes about the child of this row.")
            return
        left = [item.child.child_id for item in self.items if item.child.child_id not in session.written]
        form = FinishForm(session.session_id, self.oversight.names.worker(session.worker.worker.name), len(left))
        self.oversight.open(form, lambda says: self._ended(left) if says else None)

    def _ended(self, left: Sequence[str]) -> None:
        if left:
            given = (self.session.worker.worker.id, tuple(left), self.session.slot.on)
            self.oversight.worker.record("not_reached", *given)
        self.dismiss()

    def show_names(self) -> None:
        """Names were hidden or shown."""
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
        self.query_one("#keys", TextLine).show((Part(f" {self.oversight.unnamed(says)}", "bold"),))

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
            ("a", "Another child"),
            ("f", "End"),
            ("esc", "Back"),
        )
        parts: list[Part] = []
        for key, label in labels:
            parts += [Part(f" {key}", "bold $text-accent"), Part(f" {label} ")]
        self.query_one("#keys", TextLine).show(parts)
