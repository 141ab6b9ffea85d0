"""The keys of the board that take the manager's word."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from oversight_tui.practice.board import Board
from oversight_tui.practice.requests import Closing
from oversight_tui.ui.dialogs.about import NOBODY, About
from oversight_tui.ui.present import rows
from oversight_tui.ui.present.reasons import Here
from oversight_tui.ui.screens.board_view import BoardView

if TYPE_CHECKING:
    from oversight_tui.ui.dialogs.form import Form

# The forms that are about somebody and need nothing else, by the word their drafts begin with: (module, class).
FORMS = {
    "decide": ("decide", "DecideForm"),
    "talk": ("talk", "TalkForm"),
    "asked": ("talk", "AskedTalkForm"),
    "worry": ("worry", "WorryForm"),
    "action": ("action", "ActionForm"),
    "risk": ("risk", "RiskForm"),
    "child_date": ("child_date", "ChildDateForm"),
    "escalate": ("escalate", "EscalateForm"),
    "absence": ("absence", "AbsenceForm"),
    "back": ("absence", "BackForm"),
    "cover": ("hand_over", "CoverForm"),
    "referral": ("hand_over", "ReferralForm"),
    "note": ("note", "NoteForm"),
    "legal_hold": ("retention", "LegalHoldForm"),
    "hold": ("session", "HoldForm"),
    "plan": ("session", "PlanForm"),
    "group": ("group", "GroupForm"),
}
# The forms about one entry, likewise.
ENTRY_FORMS = {
    "answer": ("worry", "AnswerWorryForm"),
    "review": ("close", "ReviewDecisionForm"),
    "because": ("close", "ReasonForm"),
    "outcome": ("close", "ActionOutcomeForm"),
    "disagree": ("close", "DisagreeForm"),
    "answered": ("escalate", "AnswerForm"),
    "withdraw": ("correct", "WithdrawForm"),
}


def form_of(kind: str, about: About) -> Form:
    """A new form of this kind about somebody; its module is imported only now."""
    module, name = FORMS[kind]
    made: Form = getattr(import_module(f"oversight_tui.ui.dialogs.{module}"), name)(about)
    return made


def entry_form_of(kind: str, entry_id: str, about: About) -> Form:
    """A new form of this kind about an entry."""
    module, name = ENTRY_FORMS[kind]
    made: Form = getattr(import_module(f"oversight_tui.ui.dialogs.{module}"), name)(entry_id, about)
    return made


class BoardForms(BoardView):
    """Opens the form of a key about the selected row, and goes on to the next one when it is saved."""

    def __init__(self) -> None:
        super().__init__()
        self._saved: str | None = None

    def show_board(self, board: Board) -> None:
        """Show a board; after a decision that was saved, with the next overdue row selected."""
        super().show_board(board)
        if self._saved is not None:
            says, self._saved = self._saved, None
            self.step_overdue(1, says)
            self.oversight.let_keys_go()

    # --- Forms about somebody ---------------------------------------------------------------------

    def do_decide(self) -> None:
        self._open("decide", self._about_row())

    def do_decide_marked(self) -> None:
        from oversight_tui.ui.dialogs.decide import DecideForm

        self.oversight.open(DecideForm(*self._about_marked()), self._decided_for_all)

    def _decided(self, says: str | None) -> None:
        self._saved = f"{says} {self.oversight.way_back('undo')}" if says is not None else None
        if says is not None:
            self.oversight.worker.reload()  # the board with the decision may have been shown already

    def _decided_for_all(self, says: str | None) -> None:
        if says is not None:
            self.unmark_all()
        self._decided(says)

    def do_talk(self) -> None:
        from oversight_tui.ui.dialogs.talk import TalkForm

        here, about = self.here(), self._about_row()
        answers = here.entry_id if here.waits_as == "discussion_open" else None
        self.oversight.open(TalkForm(about, answers))

    def do_talk_asked(self) -> None:
        self._open("asked", self._about_row())

    def do_worry(self) -> None:
        self._open("worry", self._about_row())

    def do_add_action(self) -> None:
        self._open("action", self._about_row())

    def do_risk(self) -> None:
        self._open("risk", self._about_row())

    def do_child_date(self) -> None:
        self._open("child_date", self._about_row())

    def do_escalate(self) -> None:
        self._open("escalate", self._about_row())

    def do_legal_hold(self) -> None:
        self._open("legal_hold", self._about_row())

    def do_absence(self) -> None:
        about = self._about_worker()
        workers = self.board.workers if self.board is not None else ()
        away = any(row.absence for row in workers if row.worker.id == about.worker_id)
        self._open("back" if away else "absence", about)

    def do_cover(self) -> None:
        self._open("cover", self._about_worker())

    def do_session_held(self) -> None:
        from oversight_tui.ui.dialogs.session import HoldForm

        here, planned = self.here(), None
        if here.waits_as == "session_not_recorded" and self.board is not None:
            planned = next((one for one in self.board.planned if one.id == here.entry_id), None)
        self.oversight.open(HoldForm(self._about_worker(), planned))

    def do_group_session(self) -> None:
        child = self._about_row()
        self._open("group", child if child.worker_id else self._about_worker())

    def do_session_planned(self) -> None:
        self._open("plan", self._about_worker())

    def do_referral(self) -> None:
        self._open("referral", self._about_row())

    def do_hand_over(self) -> None:
        from oversight_tui.ui.dialogs.hand_over import HandOverForm

        about = [one for one in self._about_marked() if one.child_id] or [self._about_row()]
        self.oversight.open(HandOverForm(about), lambda says: self.unmark_all() if says else None)

    def do_edit(self) -> None:
        from oversight_tui.ui.dialogs.people import ChildForm, WorkerForm

        about = self._about_row()
        if self.board is None:
            return
        for child in self.board.children:
            if child.child.id == about.child_id:
                self.oversight.open(ChildForm(about, child.child))
                return
        worker = self.board.worker_row(about.worker_id)
        if worker is not None:
            self.oversight.open(WorkerForm(worker.worker))

    def do_add_worker(self) -> None:
        from oversight_tui.ui.dialogs.people import WorkerForm

        self.oversight.open(WorkerForm(None))

    def _open(self, kind: str, about: About) -> None:
        """Open the form of a kind about somebody; a draft names it by the same word."""
        self.oversight.open(form_of(kind, about), self._decided if kind == "decide" else None)

    # --- Forms about the entry of the row ---------------------------------------------------------

    def do_look_again(self) -> None:
        self._open_entry("answer" if self.here().waits_as == "worry" else "review")

    def do_because(self) -> None:
        self._open_entry("because")

    def do_disagree(self) -> None:
        self._open_entry("disagree")

    def do_action_outcome(self) -> None:
        self._open_entry("outcome")

    def do_escalation_answer(self) -> None:
        self._open_entry("answered")

    def do_withdraw(self) -> None:
        self._open_entry("withdraw")

    def do_correct(self) -> None:
        self.oversight.correct(self.here().entry_id or "", self._about_row())

    def do_copy(self) -> None:
        self.oversight.copy(self.here().entry_id or "")

    def do_filed(self) -> None:
        closing = Closing(self.here().entry_id or "", self.oversight.worker.today())
        self.oversight.worker.record("file_discussion", closing)

    def _open_entry(self, kind: str) -> None:
        entry_id = self.here().entry_id
        if entry_id is not None:
            self.oversight.open(entry_form_of(kind, entry_id, self._about_row()))

    def do_undo(self) -> None:
        self.oversight.worker.record("undo")

    def do_redo(self) -> None:
        self.oversight.worker.record("redo")

    # --- Drafts -----------------------------------------------------------------------------------

    def do_go_on(self) -> None:
        """Open the form of the newest draft that can be opened from here."""
        for key in reversed(self.oversight.drafts):
            form = self._draft_form(*key.split(":", 1))
            if form is not None:
                self.oversight.open(form, self._decided if key.startswith("decide:") else None)
                return
            if key.startswith("in_session:"):
                self.oversight.hold_keys()
                self.oversight.worker.open_session(key.split(":")[1])
                return
            if key.startswith("correct:"):
                self.oversight.correct(key.partition(":")[2], NOBODY)
                return
        self.oversight.flash("The drafts there are belong to rows that are not on this board.")

    def _draft_form(self, kind: str, which: str) -> Form | None:
        """The form a draft was typed into, where it is about somebody or something on this board."""
        who, _, number = which.partition(":")
        if kind in FORMS:
            about = self._about(number, None) if who == "child" else self._about(None, number)
            nobody = NOBODY if kind in ("talk", "asked", "referral", "note") else None
            found = about or nobody
            return form_of(kind, found) if found is not None else None
        if kind in ENTRY_FORMS:
            return entry_form_of(kind, which, self._about_entry(which))
        return None

    def _about_entry(self, entry_id: str) -> About:
        """Whom an open entry of this board is about; nobody where it is not on it."""
        board = self.board
        for row in board.attention if board else ():
            if row.id == entry_id:
                return (self._about(row.child_id, row.worker_id) or NOBODY).__replace__(
                    text=self.oversight.names.text(row.summary)
                )
        return NOBODY

    # --- Whom a row is about ----------------------------------------------------------------------

    def here(self) -> Here:
        """What is selected, as far as keys go by it."""
        child_id, worker_id = self.selected()
        row, board = self._selected_row(), self.board
        entry_id, waits_as, _ = row.entry(board) if row is not None and board is not None else (None, "", "")
        pane, manager = self._here(), board.manager if board else None
        return Here(
            child_id=child_id,
            worker_id=worker_id,
            entry_id=entry_id,
            waits_as=waits_as,
            marked=len(self.marked),
            drafts=len(self.oversight.drafts),
            confirmed=manager is not None and manager.manager.confirmed,
            dates_missing=(board is not None and any(row.discussion.last is None for row in board.children))
            or (board is not None and any(one.supervision.last is None for one in board.everybody)),
            encrypted=self.oversight.worker.encrypted,
            narrowed=bool(pane.needle or self._view or self.marked or self.has_class("-zoomed")),
        )

    def _about_row(self) -> About:
        child_id, worker_id = self.selected()
        row, board = self._selected_row(), self.board
        text = row.entry(board)[2] if row is not None and board is not None else ""
        return (self._about(child_id, worker_id) or NOBODY).__replace__(text=self.oversight.names.text(text))

    def _about_worker(self) -> About:
        """The worker of the row, also where the row is about a child."""
        return self._about(None, self.selected()[1]) or NOBODY

    def _about(self, child_id: str | None, worker_id: str | None) -> About | None:
        if self.board is None:
            return None
        names = self.oversight.names
        for row in self.board.children:
            if row.child.id == child_id:
                holder = names.worker(row.worker)
                shown = f"{names.child(row.child)} {names.signs.dot} {holder}" if holder else names.child(row.child)
                return About(child_id, row.child.worker_id, row.child.reference, row.worker, shown)
        worker = self.board.worker_row(worker_id) if child_id is None else None
        if worker is None:
            return None
        return About(None, worker_id, None, worker.worker.name, names.worker(worker.worker.name))

    # --- Marks ------------------------------------------------------------------------------------

    def do_mark(self) -> None:
        about = self._about_row()
        if about.key in self.marked:
            del self.marked[about.key]
        else:
            self.marked[about.key] = about
        self.show_marks()
        pane = self._here()
        pane.action_move(1)
        shown = self.oversight.keymap.shown
        self.oversight.flash(
            f"{len(self.marked)} marked. {shown('decide_marked')} decides for all, {shown('hand_over')} hands over."
            if self.marked
            else "Nothing is marked."
        )

    def _about_marked(self) -> list[About]:
        """Those who are marked, named as names are written now."""
        return [self._about(one.child_id, one.worker_id) or one for one in self.marked.values()]

    def unmark_all(self) -> None:
        """Take every mark away."""
        self.marked.clear()
        self.show_marks()

    def step_overdue(self, by: int, says: str = "") -> None:
        """The cursor to the next row of the morning list that is overdue or never, past those decided today."""
        if self.board is None:
            return
        pane = self._pane("today")
        wanted = rows.still_overdue(self.board)
        keys = [line.key for line in pane.lines if line.key in wanted]
        if not keys:
            nothing = "Nothing is overdue." if not pane.needle else "Nothing overdue matches the filter."
            self.oversight.flash(f"{says} {nothing}".strip())
            return
        self._go_to(pane)
        at = rows.step([line.key for line in pane.lines], keys, pane.key, by)
        self._stepped_to = keys[at]
        pane.select(keys[at])
        self.oversight.flash(f"{says} {at + 1} of {len(keys)} overdue".strip())
