"""The keys of the board that take the manager's word: each opens the form for the selected row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from oversight_tui.practice.ids import EntryId
from oversight_tui.ui import forms
from oversight_tui.ui.dialogs.about import NOBODY, About
from oversight_tui.ui.draft_key import DraftKey, FormName
from oversight_tui.ui.marks import Marks
from oversight_tui.ui.present.selected import Whom
from oversight_tui.ui.program import Program
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.screens.board_answers import BoardAnswers
from oversight_tui.ui.screens.board_bookings import open_booking
from oversight_tui.ui.selection import Selection

if TYPE_CHECKING:
    from oversight_tui.ui.dialogs.form import Form
    from oversight_tui.ui.screens.board_after import AfterAnAct


class BoardForms:
    """Opens forms; `after` is what follows on the board once a decision or a talk is recorded."""

    def __init__(
        self,
        program: Program,
        selection: Callable[[], Selection],
        marks: Marks,
        *,
        unmark: Callable[[], None],
        after: AfterAnAct,
    ) -> None:
        self._program = program
        self._selection = selection
        self._marks = marks
        self._unmark = unmark
        self._after = after
        self._answers = BoardAnswers(program, selection, self._open_and_go_on, self._hand_over)

    def handlers(self) -> Handlers:
        """What does each action that is recorded from the board."""
        return {
            "decide": self.decide,
            "decide_marked": self.decide_marked,
            "talk": self.talk,
            "talk_asked": lambda: self._open(forms.talk_asked_for),
            "worry": lambda: self._open(forms.worry),
            "add_action": lambda: self._open(forms.action),
            "risk": lambda: self._open(forms.risk),
            "child_date": lambda: self._open(forms.date_of),
            "incident": lambda: self._open(forms.incident),
            "audit_file": lambda: self._open(forms.audit_file),
            "seen": self.seen,
            "escalate": self.escalate,
            "consult": lambda: self._open(forms.consult),
            "programme": lambda: self._open_about_worker(forms.programme),
            "posts": self.posts,
            "hand_in": lambda: self._open(forms.hand_in),
            "legal_hold": lambda: self._open(forms.legal_hold),
            "referral": lambda: self._open(forms.referral),
            "absence": self.absence,
            "cover": lambda: self._open_about_worker(forms.cover),
            "session_held": self.session_held,
            "session_planned": lambda: self._open_about_worker(forms.plan_session),
            "book": lambda: open_booking(self._program, self._selection(), self._marks, self._unmark),
            "duty": lambda: self._open_about_worker(forms.duty),
            "group_session": self.group_session,
            "hand_over": self.hand_over,
            "edit": self.edit,
            "add_worker": self.add_worker,
            "because": lambda: self._open_about_entry(forms.reason),
            "disagree": lambda: self._open_about_entry(forms.disagree),
            "action_outcome": lambda: self._open_about_entry(forms.action_outcome),
            **self._answers.handlers(),
            "withdraw": lambda: self._open_about_entry(forms.withdraw),
            "correct": self.correct,
            "copy": self.copy,
            "send_out": lambda: self._open(forms.send_out_of_team),
            "filed": self.filed,
            "undo": self.undo,
            "redo": self.redo,
            "go_on": self.go_on,
        }

    # --- About somebody ---------------------------------------------------------------------------

    def decide(self) -> None:
        """A decision, about all who are marked where any are; the next overdue row is selected once it is saved."""
        if self._marks:
            self.decide_marked()
            return
        selection = self._selection()
        is_worry = selection.entry.waits_as == "worry"
        self._open_and_go_on(forms.decide(selection.about_row), self._worry_stays() if is_worry else "")

    def decide_marked(self) -> None:
        """One decision for all who are marked."""
        self._after.begin()
        self._program.open(forms.decide(*self._marked()), self._decided_for_all)

    def talk(self) -> None:
        """A same-day discussion; on the row of one that was asked for, the answer to it, and on that of a session with
        nothing written its words.
        """
        selection = self._selection()
        entry, about = selection.entry, selection.about_row
        if entry.waits_as == "to_write_up":
            self._open_about_entry(forms.write_up)
        elif entry.waits_as == "discussion_open" and entry.id is not None:
            self._open_and_go_on(forms.talk_held(entry.id, about))
        else:
            self._open_and_go_on(forms.talk(about), self._worry_stays() if entry.waits_as == "worry" else "")

    def absence(self) -> None:
        """A worker away; or, of one who is away, the last day."""
        worker = self._selection().worker
        away = worker is not None and worker.absence is not None
        self._open_about_worker(forms.back if away else forms.absence)

    def session_held(self) -> None:
        """A session that was held; on the row of one that was planned, as it was planned."""
        from oversight_tui.ui.dialogs.session import HoldForm

        selection = self._selection()
        entry, planned = selection.entry, None
        if entry.waits_as == "session_not_recorded" and selection.board is not None:
            planned = next((one for one in selection.board.planned if one.id == entry.id), None)
        self._program.open(HoldForm(selection.about_worker, planned))

    def group_session(self) -> None:
        """A group session, about the child of the row where there is one."""
        selection = self._selection()
        about = selection.about_row
        self._program.open(forms.group_session(about if about.worker_id else selection.about_worker))

    def hand_over(self) -> None:
        """The child of the row, or all who are marked, to another worker."""
        self._hand_over([one for one in self._marked() if one.child_id] or [self._selection().about_row])

    def _hand_over(self, about: Sequence[About]) -> None:
        from oversight_tui.ui.dialogs.hand_over import HandOverForm

        siblings = self._selection().siblings_left([one.child_id for one in about if one.child_id is not None])
        self._program.open(HandOverForm(about, siblings), lambda says: self._unmark() if says else None)

    def escalate(self) -> None:
        """The child or worker of the row; of a child who has waited too long with the matter said already."""
        selection = self._selection()
        self._program.open(forms.escalate(selection.about_row.__replace__(matter=selection.waited_too_long)))

    def seen(self) -> None:
        """The child of the row, or all who are marked, were seen."""
        about = [one for one in self._marked() if one.child_id] or [self._selection().about_row]
        self._program.open(forms.seen(*about), lambda says: self._unmark() if says else None)

    def edit(self) -> None:
        """What is known of the worker, or the child's name and family here."""
        from oversight_tui.ui.dialogs.people import ChildForm, WorkerForm

        selection = self._selection()
        about, board = selection.about_row, selection.board
        if board is None:
            return
        child = next((row.child for row in board.children if row.child.id == about.child_id), None)
        worker = board.worker_row(about.worker_id)
        if child is not None:
            self._program.open(ChildForm(about, child))
        elif worker is not None:
            self._program.open(WorkerForm(worker.worker))

    def posts(self) -> None:
        """How many posts a team of this board has."""
        from oversight_tui.ui.dialogs.teams import PostsForm

        board = self._selection().board
        if board is not None:
            self._program.open(PostsForm(board.teams))

    def add_worker(self) -> None:
        """A worker whom no list has shown yet."""
        from oversight_tui.ui.dialogs.people import WorkerForm

        self._program.open(WorkerForm(None))

    def _open(self, form: Callable[[About], Form]) -> None:
        self._program.open(form(self._selection().about_row))

    def _open_about_worker(self, form: Callable[[About], Form]) -> None:
        self._program.open(form(self._selection().about_worker))

    def _marked(self) -> list[About]:
        """Those who are marked, named as names are written now."""
        selection = self._selection()
        return [selection.about(Whom(one.child_id, one.worker_id)) or one for one in self._marks]

    def _decided_for_all(self, says: str | None) -> None:
        if says is not None:
            self._unmark()
        self._after.recorded(says)

    def _open_and_go_on(self, form: Form, besides: str = "") -> None:
        """Open a form, and go on to the next row once it is saved; `besides` is what that leaves as it was."""
        self._after.begin()
        self._program.open(form, partial(self._after.recorded, besides=besides))

    def _worry_stays(self) -> str:
        """That nothing that is decided or said answers a worry."""
        return f"The worry stays open ({self._program.keymap.shown('look_again')})."

    # --- About the entry of the row ---------------------------------------------------------------

    def correct(self) -> None:
        """The words of the entry put right."""
        selection = self._selection()
        if selection.entry.id is not None:
            self._program.correct(selection.entry.id, selection.about_row)

    def copy(self) -> None:
        """The entry as plain text."""
        entry_id = self._selection().entry.id
        if entry_id is not None:
            self._program.copy(entry_id)

    def filed(self) -> None:
        """The discussion of the row, or those of all who are marked, are on the child's file."""
        selection = self._selection()
        found = selection.on_no_file([one.child_id for one in self._marks])
        if not self._marks and selection.entry.id is not None:
            found = [selection.entry.id]
        if found:
            from oversight_tui.practice.requests import FileDiscussion

            self._program.worker.record(FileDiscussion(found[0], self._program.worker.today(), tuple(found[1:])))
            self._unmark()

    def undo(self) -> None:
        """Take back what was recorded last."""
        self._program.worker.undo(words=not self._program.names.hidden)

    def redo(self) -> None:
        """Bring back what was taken back last."""
        self._program.worker.redo(words=not self._program.names.hidden)

    def _open_about_entry(self, form: Callable[[EntryId, About], Form]) -> None:
        selection = self._selection()
        if selection.entry.id is not None:
            self._program.open(form(selection.entry.id, selection.about_row))

    # --- Drafts -----------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Open the form of the newest draft that can be opened from here."""
        if not any(self._goes_on(key) for key in reversed(self._program.drafts)):
            self._program.flash("The drafts there are belong to rows that are not on this board.")

    def go_on_with(self, key: DraftKey) -> None:
        """Open the form of a draft, or say that it is one."""
        if not self._goes_on(key):
            self._program.flash("Taken back. What was typed is kept as a draft of the form it was typed in.")

    def _goes_on(self, key: DraftKey) -> bool:
        """Open the form of a draft; False where that cannot be opened from here."""
        form = self._form_of(key)
        if form is not None and form.leads_on:
            self._open_and_go_on(form)
        elif form is not None:
            self._program.open(form)
        elif key.form is FormName.SESSION_TALK and key.worker_id is not None:
            self._program.key_queue.hold()
            self._program.worker.pages.open_session(key.worker_id)
        elif key.form is FormName.CORRECT and key.entry_id is not None:
            self._program.correct(key.entry_id, NOBODY)
        else:
            return False
        return True

    def _form_of(self, key: DraftKey) -> Form | None:
        """The form a draft was typed into, where it is about somebody or something on this board."""
        selection = self._selection()
        if key.form in forms.ABOUT_SOMEBODY:
            about = selection.about(Whom(key.child_id, key.worker_id))
            if about is None and key.form in forms.ABOUT_ANYBODY:
                about = NOBODY
            return forms.ABOUT_SOMEBODY[key.form](about) if about is not None else None
        if key.form in forms.ABOUT_AN_ENTRY and key.entry_id is not None:
            about = self._about_entry(key)
            return forms.ABOUT_AN_ENTRY[key.form](key.entry_id, about) if about is not None else None
        return None

    def _about_entry(self, key: DraftKey) -> About | None:
        """Whom the entry of a form is about, by its row or as the form was opened before; None where neither says."""
        assert key.entry_id is not None
        selection = self._selection()
        by_row, before = selection.about_entry(key.entry_id), self._program.drafts.about(key)
        if by_row.subject is not None or before is None:
            return by_row if by_row.subject is not None else None
        about = selection.about(Whom(before.child_id, before.worker_id))
        return about.__replace__(text=selection.names.text(before.text)) if about is not None else None
