"""The keys of the board that take the manager's word."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from oversight_tui.practice.board import Board
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.present import rows
from oversight_tui.ui.screens.board_view import BoardView

if TYPE_CHECKING:
    from oversight_tui.ui.dialogs.form import Form

# The forms that are about somebody and need nothing else, by the word their drafts begin with: (module, class).
FORMS = {
    "decide": ("decide", "DecideForm"),
    "talk": ("talk", "TalkForm"),
    "worry": ("worry", "WorryForm"),
    "action": ("action", "ActionForm"),
    "risk": ("risk", "RiskForm"),
    "escalate": ("escalate", "EscalateForm"),
    "absence": ("absence", "AbsenceForm"),
    "hold": ("session", "HoldForm"),
    "plan": ("session", "PlanForm"),
}


def form_of(kind: str, about: About) -> Form:
    """A new form of this kind; its module is imported only now."""
    module, name = FORMS[kind]
    made: Form = getattr(import_module(f"oversight_tui.ui.dialogs.{module}"), name)(about)
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

    def do_decide(self) -> None:
        about = self._about_row()
        if about is not None:
            self._decide(about)

    def _decide(self, about: About) -> None:
        from oversight_tui.ui.dialogs.decide import DecideForm

        app = self.oversight
        form = DecideForm(about, app.kinds, app.sentences)
        self.app.push_screen(form, self._decided)

    def _decided(self, says: str | None) -> None:
        self._saved = says
        if says is not None:
            self.oversight.worker.reload()  # the board with the decision may have been shown already

    def do_talk(self) -> None:
        self._open("talk", self._about_row(said=False) or About(None, None, None, None, ""))

    def do_worry(self) -> None:
        self._open("worry", self._about_row(child=True))

    def do_add_action(self) -> None:
        self._open("action", self._about_row(child=True))

    def do_risk(self) -> None:
        self._open("risk", self._about_row(child=True))

    def do_escalate(self) -> None:
        self._open("escalate", self._about_row())

    def do_absence(self) -> None:
        self._open("absence", self._about_worker())

    def do_session_held(self) -> None:
        self._open("hold", self._about_worker())

    def do_session_planned(self) -> None:
        self._open("plan", self._about_worker())

    def do_answer_worry(self) -> None:
        from oversight_tui.ui.dialogs.worry import AnswerWorryForm

        found = self._entry("worry")
        if found is None:
            self.oversight.flash("This row is no worry. 3 shows the worries.")
            return
        text = next((row.item.text for row in self.board.worries if row.item.id == found), "") if self.board else ""
        self.app.push_screen(AnswerWorryForm(found, self._about_entry(), self.oversight.names.text(text)))

    def do_because(self) -> None:
        from oversight_tui.ui.dialogs.close import ReasonForm

        found = self._entry("decision_without_because")
        if found is None:
            self.oversight.flash("This row is no decision that waits for its reason.")
            return
        self.app.push_screen(ReasonForm(found, self._about_entry(), self.oversight.sentences))

    def do_action_outcome(self) -> None:
        from oversight_tui.ui.dialogs.close import ActionOutcomeForm

        found = self._entry("action")
        if found is None:
            self.oversight.flash("This row is no action.")
            return
        self.app.push_screen(ActionOutcomeForm(found, self._about_entry()))

    def do_escalation_answer(self) -> None:
        from oversight_tui.ui.dialogs.escalate import AnswerForm

        found = self._entry("escalation")
        if found is None:
            self.oversight.flash("This row is no escalation that waits for its answer.")
            return
        self.app.push_screen(AnswerForm(found, self._about_entry()))

    def _open(self, kind: str, about: About | None) -> None:
        """Open the form of a kind about somebody; a draft names it by the same word."""
        if about is None:
            return
        if kind == "decide":
            self._decide(about)
        else:
            self.app.push_screen(form_of(kind, about))

    def do_filed(self) -> None:
        from oversight_tui.practice.requests import Closing

        found = self._entry("discussion_not_on_file")
        if found is None:
            self.oversight.flash("This row is no discussion that waits to be put on a file.")
            return
        self.oversight.worker.record("file_discussion", Closing(found, self.oversight.worker.today()))

    def do_undo(self) -> None:
        self.oversight.worker.record("undo")

    def do_go_on(self) -> None:
        """Open the form of the newest draft, where it is about somebody on this board."""
        for key in reversed(self.oversight.drafts):
            kind, _, who = key.partition(":")
            about = self._about_key(who)
            if about is not None and kind in FORMS:
                self._open(kind, about)
                return
        self.oversight.flash("There is no draft about anybody on this board.")

    # --- Whom a row is about ----------------------------------------------------------------------

    def _about_row(self, *, child: bool = False, said: bool = True) -> About | None:
        child_id, worker_id = self.selected()
        about = self._about(child_id, worker_id)
        if about is None or (child and about.child_id is None):
            if said:
                self.oversight.flash(
                    "A worry is about one child; this row is not." if child else "This row is about several."
                )
            return None
        return about

    def _about_entry(self) -> About:
        return self._about_row(said=False) or About(None, None, None, None, "")

    def _about_worker(self) -> About | None:
        """The worker of the row, also where the row is about a child."""
        worker = self._about(None, self.selected()[1])
        if worker is None:
            self.oversight.flash("This row has no worker. 2 shows the team.")
        return worker

    def _about_key(self, who: str) -> About | None:
        kind, _, number = who.partition(":")
        return self._about(number, None) if kind == "child" else self._about(None, number)

    def _about(self, child_id: str | None, worker_id: str | None) -> About | None:
        if self.board is None:
            return None
        names = self.oversight.names
        for row in self.board.children:
            if row.child.id == child_id:
                holder = names.worker(row.worker)
                shown = f"{names.child(row.child)} {names.signs.dot} {holder}" if holder else names.child(row.child)
                return About(child_id, row.child.worker_id, row.child.reference, row.worker, shown)
        for worker in self.board.workers:
            if child_id is None and worker.worker.id == worker_id:
                return About(None, worker_id, None, worker.worker.name, names.worker(worker.worker.name))
        return None

    def _entry(self, kind: str) -> str | None:
        """The id of the entry the selected row is about, where it is of this kind."""
        pane, board = self._here(), self.board
        if board is None or pane.key is None:
            return None
        if pane.id == "worries" and kind == "worry":
            return pane.key
        if pane.id == "talks" and kind == "discussion_not_on_file":
            return next((row.id for row in board.talks if row.id == pane.key and row.state != "open"), None)
        found = (row for row in board.attention if rows.attention_key(row) == pane.key and row.kind == kind)
        return next((row.id for row in found), None)

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
