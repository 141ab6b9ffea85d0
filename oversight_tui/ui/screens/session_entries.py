"""What is recorded while a session is held: a talk about a child, the plan kept, the agenda changed, the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from textual.message_pump import MessagePump

from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.policy import DECISION_KINDS, KEEP_PLAN
from oversight_tui.practice.ready_reasons import keeps_a_plan, ready_reasons
from oversight_tui.practice.records.sessions import AgendaStep
from oversight_tui.practice.requests import ChangeAgenda, SessionTalk
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.finish import FinishForm
from oversight_tui.ui.dialogs.keep_plan import KeepPlanForm
from oversight_tui.ui.dialogs.session_talk import SessionTalkForm
from oversight_tui.ui.program import Program
from oversight_tui.ui.running_agenda import RunningAgenda
from oversight_tui.ui.widgets.text_block import Passage

# What a talk says where nothing was typed but the plan was kept.
PLAN_STANDS = "Talked through; the plan stands."


class SessionEntries:
    """Records at once. What needs no form is answered to `answer_to`."""

    def __init__(self, program: Program, agenda: RunningAgenda, *, answer_to: MessagePump) -> None:
        self._program, self._agenda, self._answer_to = program, agenda, answer_to

    def write(self, about: About, since: Sequence[Passage], entered: Callable[[str], None]) -> None:
        """Write about a child, with what was there last time in sight."""
        names = self._program.names
        items = self._agenda.open_items(about.child_id) if about.child_id is not None else []
        earlier = [one for one in items if one.kind == "action"]
        form = SessionTalkForm(
            about,
            since,
            self._program.headings,
            [
                one.__replace__(who=names.worker(one.who), text=names.text(one.shown), sensitive=False)
                for one in earlier
            ],
            self._talk(()),
            self._program.worker.today(),
        )
        self._program.open(form, lambda says: entered(says) if says else None)

    def keep_the_plan(self, about: About, because: str, entered: Callable[[str], None]) -> None:
        """Show what would be written if the plan of a child is kept for this reason; Enter writes it."""
        kept = self._program.kinds.get(KEEP_PLAN, DECISION_KINDS[KEEP_PLAN])
        talk = self._talk((about.reference or "",)).__replace__(
            text=PLAN_STANDS, decision=kept, because=because, decision_kind=KEEP_PLAN
        )
        form = KeepPlanForm(about, talk, self.reasons_to_keep())
        self._program.open(form, lambda says: entered(says) if says else None)

    def reasons_to_keep(self) -> Mapping[int, str]:
        """The manager's own sentences that a plan can be kept for, each under its digit."""
        found = ready_reasons(self._program.sentences, about_children=True, visit_late=False)
        return {digit: sentence for digit, sentence in found.items() if keeps_a_plan(sentence)}

    def take_off(self, child_id: ChildId) -> None:
        """Off this agenda; the next session takes the child, or, of a later one, the one after it."""
        self._change(child_id, self._agenda.take_off(child_id), "dropped")

    def bring(self, child_id: ChildId) -> None:
        """Onto this agenda from a later one, or from none."""
        self._change(child_id, self._agenda.bring(child_id), "added")

    def _change(self, child_id: ChildId, day: date, step: AgendaStep) -> None:
        self._program.key_queue.hold()
        change = ChangeAgenda(self._agenda.session.worker.worker.id, (child_id,), day, step)
        self._program.worker.record(change, answer_to=self._answer_to)

    def end(self, leave: Callable[[], object]) -> None:
        """The session ends; who was not reached is carried over."""
        session, left = self._agenda.session, self._agenda.left
        assert session.session_id is not None

        def ended(says: str | None) -> None:
            if not says:
                return
            if left:
                missed = ChangeAgenda(session.worker.worker.id, tuple(left), session.slot.on, "not_reached")
                self._program.worker.record(missed)
            leave()

        name = self._program.names.worker(session.worker.worker.name)
        form = FinishForm(session.session_id, name, len(left), session.worker.worker.next_planned)
        self._program.open(form, ended)

    def _talk(self, children: tuple[str, ...]) -> SessionTalk:
        session = self._agenda.session
        return SessionTalk(
            session.worker.worker.id,
            children,
            session.slot.on,
            session_id=session.session_id,
            planned_id=session.slot.plan_id,
        )
