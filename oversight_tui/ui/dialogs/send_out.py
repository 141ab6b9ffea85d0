"""A file for another office: what it is of, in which form, where it is written. No draft is kept of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, partial

from textual import on

from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.outgoing import OF_A_SESSION, SendOut, outgoing_about
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.dialogs.going_out import WHAT, GoingOut, fields_of
from oversight_tui.ui.dialogs.head import CLOSE, FormFoot
from oversight_tui.ui.draft_key import FormName, key_about
from oversight_tui.ui.page_messages import InTheWay
from oversight_tui.ui.widgets.button_row import RowButton
from oversight_tui.words.problems import PlainProblem

_WRITE = RowButton("save", "Write it", "Ctrl+S")


_OF_ONE = (OF_A_SESSION.__replace__(called="Record of the session"),)


class SendOutForm(Form):
    """Asks what fits whom it is about, and has it made in the store's thread; with a `session` the record of that."""

    about_a_child = False
    AUTO_FOCUS = f"#{WHAT}"

    def __init__(self, about: About, *, with_team: bool = False, session: EntryId | None = None) -> None:
        self._outgoing = _OF_ONE if session is not None else outgoing_about(about.subject, with_team=with_team)
        title = f"Send out: {about.shown or 'of the team'}"
        super().__init__(key_about(FormName.SEND_OUT, about), title, fields_of(self._outgoing))
        self.about, self.session = about, session

    @cached_property
    def going_out(self) -> GoingOut:
        """What is chosen in its fields."""
        return GoingOut(self.sheet, self._outgoing, self.about, self.program.worker)

    def fill(self) -> None:
        """What fits what is chosen at first."""
        super().fill()
        self.going_out.fit()

    def on_field_sheet_changed(self) -> None:
        """The ending that is typed chooses the form."""
        self.going_out.note_ending()

    def written(self, typed: Mapping[str, str]) -> bool:
        """Nothing is typed here that would be missed."""
        return False

    def show_buttons(self) -> None:
        """What there is to press now."""
        self.query_one(FormFoot).show(self.saver.answers or (_WRITE, CLOSE))

    def entered(self) -> None:
        """Have it made, unless something is wrong."""
        problems = self.sheet.problems_seen(self.typed())
        try:
            asked = self.going_out.asked(self.typed())
        except PlainProblem as problem:
            self.saver.wrong(problems, str(problem), problem.field)
        else:
            self.saver.wrong(problems) if problems else self._send(asked)

    def _send(self, asked: SendOut) -> None:
        self.saver.under_way = True
        self.program.key_queue.hold()
        self.say("It is being written.")
        self.program.worker.exports.send_out(asked.__replace__(session=self.session), self.program.marking, self)

    @on(InTheWay)
    def _ask_before_replacing(self, answer: InTheWay) -> None:
        """A file is there: a yes writes over that, and over no other."""
        answer.stop()
        self.saver.under_way = False
        self.program.key_queue.let_go()
        send = partial(self._send, answer.asked.__replace__(replace=True))
        self.saver.ask(f"{answer.path} is there already. y writes over it.", send, no_says="Nothing was written.")
