"""A file for another office: what it is of, in which form, where it is written. No draft is kept of it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from textual import on

from oversight_tui.practice.outgoing import CALLED, FileForm, Outgoing, SendOut, file_name, outgoing_about
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import NAME_CELLS
from oversight_tui.ui.dialogs.field import YES_NO, Field
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.dialogs.head import CLOSE, FormFoot
from oversight_tui.ui.dialogs.path_field import PathInput
from oversight_tui.ui.draft_key import FormName, key_about
from oversight_tui.ui.page_messages import InTheWay
from oversight_tui.ui.paths import path_typed
from oversight_tui.ui.widgets.button_row import RowButton
from oversight_tui.ui.widgets.chips import Choice, lettered
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.typed import typed_yes

_WRITE = RowButton("save", "Write it", "Ctrl+S")
_ALWAYS = frozenset({"what", "ending", "to"})
_ASKED = (
    Field(
        "sensitive",
        "Sensitive too",
        "yes sends the words of sensitive entries too; the journal says so",
        value="no",
        choices=YES_NO,
    ),
    Field(
        "personal",
        "Own file too",
        "yes sends the worker's own file too, which is theirs; the journal says so",
        value="no",
        choices=YES_NO,
    ),
    Field("given_to", "For", "Who gets it; empty for who stands in", cells=NAME_CELLS),
)


class NotThisForm(PlainProblem):
    """The ending of a file's name asks for a form in which this is not written."""

    field = "to"


class SendOutForm(Form):
    """Asks what fits whom it is about, and has it made in the store's thread."""

    about_a_child = False

    AUTO_FOCUS = "#what"

    def __init__(self, about: About) -> None:
        self.outgoing = {one.what: one for one in outgoing_about(about.someone)}
        what, first = next(iter(self.outgoing.items()))
        fields = (
            Field(
                "what",
                "What",
                "What goes out; the journal says that it did",
                value=what,
                choices=tuple(Choice(one.what, one.called) for one in self.outgoing.values()),
                needed=True,
            ),
            Field(
                "ending", "Form", "PDF to read, Word to edit", value=first.forms[0], choices=_forms(first), needed=True
            ),
            Field(
                "to",
                "Where",
                "A folder and a name; Tab completes it. A file that is there is asked about first",
                needed=True,
                endings=tuple(sorted({f".{form}" for one in self.outgoing.values() for form in one.forms})),
            ),
            *_ASKED,
        )
        super().__init__(key_about(FormName.SEND_OUT, about), f"Send out: {about.shown}", fields)
        self.about = about

    # --- What is asked ----------------------------------------------------------------------------

    def fill(self) -> None:
        """What fits what is chosen at first."""
        super().fill()
        self.sheet.when_chosen = self._chosen
        self._fit()

    def show_buttons(self) -> None:
        """What there is to press now."""
        self.query_one(FormFoot).show(self.saver.answers or (_WRITE, CLOSE))

    def written(self, typed: Mapping[str, str]) -> bool:
        """Nothing is typed here that would be missed."""
        return False

    def _chosen(self, field: str, value: str, picked: bool) -> None:
        if field == "what" and value:
            self._fit()
        elif field == "ending" and value:
            self._name_it()

    @property
    def _of(self) -> Outgoing:
        """What is chosen."""
        chosen = self.sheet.chips("what").chosen
        return next(one for one in self.outgoing.values() if not chosen or one.what == chosen)

    @property
    def _form(self) -> FileForm:
        chosen = self.sheet.chips("ending").chosen
        return next((form for form in self._of.forms if form == chosen), self._of.forms[0])

    def _fit(self) -> None:
        """Ask for what belongs to what is chosen."""
        self.sheet.chips("ending").offer(lettered(_forms(self._of)), self._form)
        self.sheet.show_fields(_ALWAYS | self._of.asks)
        self._name_it()

    def _name_it(self) -> None:
        """The offered path goes by what is chosen, and one that was typed by its form alone."""
        where = self._where
        if where.text == where.offered:
            where.offer(os.path.join(self.program.worker.exports.folder, self._file_name))
        elif (ending := _ending(where.text)) in CALLED and ending != self._form:
            where.begin(f"{where.text[: -len(ending)]}{self._form}")

    @property
    def _file_name(self) -> str:
        return file_name(self._of, self.about.someone, self.about.reference, self._form, self.program.worker.today())

    @property
    def _where(self) -> PathInput:
        found = self.sheet.input("to")
        assert isinstance(found, PathInput)
        return found

    def on_field_sheet_changed(self) -> None:
        """The ending that is typed chooses the form."""
        ending, form = _ending(self._where.text), self.sheet.chips("ending")
        if ending != form.chosen and any(ending == one for one in self._of.forms):
            form.put(ending)

    # --- What comes of it -------------------------------------------------------------------------

    def entered(self) -> None:
        """Have it made, unless something is wrong."""
        typed = self.typed()
        problems = self.sheet.problems_seen(typed)
        if problems:
            self.saver.wrong(problems)
            return
        try:
            self._send(self._asked(typed))
        except PlainProblem as problem:
            self.saver.wrong({}, str(problem), problem.field)

    def _asked(self, typed: Mapping[str, str]) -> SendOut:
        """What is asked for. Raises NotThisForm."""
        asks = self._of.asks
        return SendOut(
            self._of.what,
            self._path(typed["to"]),
            self._form,
            self.about.someone,
            with_sensitive="sensitive" in asks and typed_yes(typed["sensitive"]),
            with_own_file="personal" in asks and typed_yes(typed["personal"]),
            given_to=typed["given_to"].strip() if "given_to" in asks else None,
        )

    def _path(self, typed: str) -> Path:
        """The file that is meant: a folder alone has the offered name in it, a name alone stands in the offered folder,
        and one without an ending has that of the form.
        """
        text = typed.strip()
        if text.endswith(os.sep):
            return path_typed(os.path.join(text, self._file_name))
        if not os.path.split(text)[0]:
            text = os.path.join(self.program.worker.exports.folder, text)
        ending = _ending(text)
        if ending in CALLED and ending not in self._of.forms:
            forms = ", ".join(CALLED[form] for form in self._of.forms)
            raise NotThisForm(f"This is written as {forms}, and the name ends in .{ending}.")
        return path_typed(text if ending in self._of.forms else f"{text}.{self._form}")

    def _send(self, asked: SendOut) -> None:
        self.saver.under_way = True
        self.program.key_queue.hold()
        self.say("It is being written.")
        self.program.worker.exports.send_out(asked, self.program.marking, self)

    @on(InTheWay)
    def _ask_before_replacing(self, answer: InTheWay) -> None:
        """A file is there: a yes writes over it."""
        answer.stop()
        self.saver.under_way = False
        self.program.key_queue.let_go()
        asked = self._asked(self.typed()).__replace__(replace=True)
        self.saver.ask(f"{answer.path} is there already. y writes over it.", partial(self._send, asked))


def _forms(outgoing: Outgoing) -> tuple[Choice, ...]:
    return tuple(Choice(form, CALLED[form]) for form in outgoing.forms)


def _ending(path: str) -> str:
    """The ending of a path that is typed, without its dot; empty for none."""
    return os.path.splitext(path)[1].lower().removeprefix(".")
