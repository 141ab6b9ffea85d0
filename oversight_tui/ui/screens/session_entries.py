"""What is recorded while a session is held: a talk about a child, the plan kept, the agenda changed, the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from textual.message_pump import MessagePump

from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.policy import DECISION_KINDS, KEEP_PLAN
from oversight_tui.practice.records.sessions import AgendaStep
from oversight_tui.practice.requests import ChangeAgenda, SessionTalk
from oversight_tui.practice.session_pages import HeldHow
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.finish import FinishForm, NotReached
from oversight_tui.ui.dialogs.keep_plan import KeepPlanForm
from oversight_tui.ui.dialogs.ready import reasons_about
from oversight_tui.ui.dialogs.session_length import SessionLengthForm
from oversight_tui.ui.dialogs.session_talk import SessionTalkForm
from oversight_tui.ui.program import Program
from oversight_tui.ui.running_agenda import RunningAgenda
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.ui.widgets.text_line import Part, TextLine

# What a talk says where nothing was typed but the plan was kept.
PLAN_STANDS = "Talked through; the plan stands."


class SessionEntries:
    """Records at once. What needs no form is answered to `answer_to`."""

    def __init__(self, program: Program, agenda: RunningAgenda, *, answer_to: MessagePump) -> None:
        self._program = program
        self._agenda = agenda
        self._answer_to = answer_to

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

    def ask_to_keep(self, about: About | None, digit: int, entered: Callable[[str], None], *, cannot: str) -> None:
        """Show what would be written if the plan of a child is kept for the reason under a digit; Enter writes it.

        `cannot` says why nothing can be written now, empty where it can.
        """
        because = self.reasons_to_keep().get(digit)
        if cannot or because is None or about is None or about.reference is None:
            nothing = "No child is on this row." if because else f"No reason to keep a plan stands under {digit}."
            self._program.flash(nothing if because is None else cannot or nothing)
            return
        kept = self._program.kinds.get(KEEP_PLAN, DECISION_KINDS[KEEP_PLAN])
        talk = self._talk((about.reference,)).__replace__(
            text=PLAN_STANDS, decision=kept, because=because, decision_kind=KEEP_PLAN
        )
        form = KeepPlanForm(about, talk, self.reasons_to_keep())
        self._program.open(form, lambda says: entered(says) if says else None)

    def reasons_to_keep(self) -> Mapping[int, str]:
        """The manager's own sentences that a plan can be kept for, each under its digit."""
        return reasons_about(self._program.sentences, (), to_keep_the_plan=True)

    def digits_to_keep(self, cannot: str) -> tuple[Part, ...]:
        """The digits of these, for the line of keys; none where nothing can be written, and `cannot` says why."""
        digits = () if cannot else tuple(map(str, self.reasons_to_keep()))
        parts = [Part(f" {digit}", "bold $text-accent", digit) for digit in digits]
        return (*parts, Part(" Plan kept ", "", digits[0])) if digits else ()

    def sentence_lines(self) -> Iterator[TextLine]:
        """The reasons that a digit keeps the plan with, a line each."""
        for number, sentence in self.reasons_to_keep().items():
            line = TextLine().add_class("sentence")
            line.show((Part(f" {number} {sentence}", "$text-muted", str(number)),))
            yield line

    def ask_length(self, held_as: Callable[[HeldHow], None]) -> None:
        """Ask how long the session is and how many children it takes; the agenda is made for that."""
        session = self._agenda.session

        def shared(minutes: int | None, children: int | None) -> None:
            held_as(self._agenda.how.__replace__(minutes=minutes, children=children))

        self._program.open(SessionLengthForm(session.worker.worker.id, session.slot.minutes, shared))

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

    def handlers(self) -> Handlers:
        """What hands out what is written in the session."""
        return {"copy": self.copy, "session_told": self.tell}

    def copy(self) -> None:
        """All that is written in the session, as plain text."""
        assert self._agenda.session.session_id is not None
        self._program.copy(self._agenda.session.session_id)

    def tell(self) -> None:
        """All that is written in the session as one text for both."""
        assert self._agenda.session.session_id is not None
        self._program.key_queue.hold()
        self._program.worker.pages.read_session_told(self._agenda.session.session_id, self._program.headings)

    def end(self, leave: Callable[[], object]) -> None:
        """The session ends; who was not reached is carried over."""
        session, left = self._agenda.session, self._agenda.left
        assert session.session_id is not None

        def ended(says: str | None) -> None:
            if says:
                leave()

        name = self._program.names.worker(session.worker.worker.name)
        form = FinishForm(
            session.session_id,
            name,
            NotReached(tuple(left), self._agenda.soonest_left, session.slot.on),
            session.worker.worker.next_planned,
            self._agenda.next_thought_of,
            self._program.keymap.shown("session_planned"),
            cut_short=self._agenda.is_cut_short,
        )
        self._program.open(form, ended)

    def leave(self, leave: Callable[[], object]) -> None:
        """Back to where one was. That the session goes on is said: nothing there shows it."""
        leave()
        if self._agenda.session.session_id is not None:
            name, keymap = self._program.names.worker(self._agenda.session.worker.worker.name), self._program.keymap
            goes_on, ends = keymap.shown("hold_session"), keymap.shown("session_end")
            self._program.flash(
                f"The session with {name} is not ended: {goes_on} goes on with it, and {ends} in it ends it."
            )

    def _talk(self, children: tuple[str, ...]) -> SessionTalk:
        session = self._agenda.session
        return SessionTalk(
            session.worker.worker.id,
            children,
            session.slot.on,
            session_id=session.session_id,
            planned_id=session.slot.plan_id,
            again=session.another,
        )
