"""Holding supervision with one worker, child by child: the keys that write, move, keep the plan and end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import events
from textual.binding import BindingType

from oversight_tui.practice.requests import SessionTalk
from oversight_tui.ui.actions import bindings
from oversight_tui.ui.dialogs.about import NOBODY, About
from oversight_tui.ui.dialogs.finish import FinishForm
from oversight_tui.ui.dialogs.session_talk import SessionTalkForm
from oversight_tui.ui.list_actions import SESSION
from oversight_tui.ui.messages import Done, Refused, SessionLoaded
from oversight_tui.ui.present.agenda import day_of_row
from oversight_tui.ui.screens.session_view import SessionView
from oversight_tui.ui.widgets.line_list import LineList

KEEP = "Keep the plan"


class SessionScreen(SessionView):
    """A session with one worker, child by child. Everything that is entered is recorded at once."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(SESSION))

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
        self.oversight.flash(event.says)

    # --- Keys -------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """A digit keeps the plan, with one of the manager's own reasons; before any key what was said has been read."""
        self.oversight.clear_flash()
        sign = event.character or ""
        if sign and sign in "123456789"[: len(self.oversight.sentences)]:
            event.stop()
            self._keep_the_plan(self.oversight.sentences[int(sign) - 1])

    def reason(self, action_id: str) -> str:
        """Why an action cannot act on the row under the cursor."""
        about = self._about()
        if action_id in ("session_write", "session_drop", "session_bring") and about is None:
            return "No child is on this row."
        here = about is not None and self._is_today(about.child_id or "")
        if action_id == "session_bring" and here:
            return "This child is on this agenda already."
        if action_id == "session_drop" and not here and self._later() is None:
            return "This child is on none of these agendas."
        if action_id == "session_end" and self.session.session_id is None:
            return "Nothing is written yet. Enter writes about the child of this row."
        return ""

    def do_session_write(self) -> None:
        self._write(self._about())

    def do_session_any(self) -> None:
        self._write(NOBODY)

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Enter writes about the child."""
        event.stop()
        self.action_do("session_write")

    def _write(self, about: About | None) -> None:
        assert about is not None
        names = self.oversight.names
        earlier = self._open(about.child_id or "", "action")
        form = SessionTalkForm(
            about,
            self._since[1] if self._since[0] == about.child_id else (),
            self.oversight.headings,
            [one.__replace__(who=names.worker(one.who), text=names.text(one.text)) for one in earlier],
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

    def do_session_drop(self) -> None:
        """Off this agenda; the next session takes the child, or, of a later one, the one after it."""
        child, later = self._child(), self._later()
        self._off = child if later is None else None
        self._change(child, later or self.session.slot.on, "dropped")

    def do_session_bring(self) -> None:
        """Onto this agenda from a later one, or from none."""
        self._on = self._child()
        self._change(self._on, self.session.slot.on, "added")

    def _later(self) -> date | None:
        """The later session on whose agenda the child of this row is; None for this one, and for none."""
        child = self._child()
        return None if self._is_today(child) else day_of_row(self.session, child)

    def _is_today(self, child_id: str) -> bool:
        return any(item.child.child_id == child_id for item in self.items)

    def _change(self, child_id: str, on: date, change: str) -> None:
        self.oversight.hold_keys()
        given = (self.session.worker.worker.id, child_id, on, change)
        self.oversight.worker.record("change_agenda", *given, answer_to=self)

    def do_session_end(self) -> None:
        session = self.session
        assert session.session_id is not None
        left = [item.child.child_id for item in self.items if item.child.child_id not in session.written]
        shown = self.oversight.names.worker(session.worker.worker.name)
        form = FinishForm(session.session_id, shown, len(left), session.worker.worker.next_planned)
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
        self.read_again()

    def read_again(self) -> None:
        """Read the session again: something was recorded, or the screen was locked meanwhile."""
        self.oversight.worker.read_session(self.session.worker.worker.id, answer_to=self)

    # --- Whom it is about -------------------------------------------------------------------------

    def _child(self) -> str:
        about = self._about()
        return about.child_id or "" if about is not None else ""

    def _about(self) -> About | None:
        key = self.query_one("#agenda", LineList).key
        names = self.oversight.names
        for row in self.session.children:
            if row.child.id == key:
                return About(row.child.id, row.child.worker_id, row.child.reference, row.worker, names.child(row.child))
        return None

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
