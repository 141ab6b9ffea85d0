"""Holding supervision with one worker, child by child: the keys that write, move, keep the plan and end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from textual import events

from oversight_tui.practice.requests import SessionTalk
from oversight_tui.ui.dialogs.about import NOBODY, About
from oversight_tui.ui.dialogs.finish import FinishForm
from oversight_tui.ui.dialogs.session_talk import SessionTalkForm
from oversight_tui.ui.messages import Done, Refused, SessionLoaded
from oversight_tui.ui.present.agenda import day_of_row
from oversight_tui.ui.screens.session_view import SessionView
from oversight_tui.ui.widgets.line_list import LineList

KEEP = "Keep the plan"


class SessionScreen(SessionView):
    """A session with one worker, child by child. Everything that is entered is recorded at once."""

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
