"""The fields of a file that is to go out: what is asked of each thing, and the path that fits what is chosen."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from oversight_tui.practice.outgoing import CALLED, Asks, FileForm, Outgoing, SendOut, file_name, outgoing_about
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import NAME_CELLS
from oversight_tui.ui.dialogs.field import YES_NO, Field
from oversight_tui.ui.dialogs.path_field import PathInput
from oversight_tui.ui.dialogs.sheet import FieldSheet
from oversight_tui.ui.paths import path_typed
from oversight_tui.ui.widgets.chips import Choice, lettered
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.typed import typed_yes

if TYPE_CHECKING:
    from oversight_tui.ui.store.worker import StoreWorker

WHAT, ENDING, WHERE = "what", "ending", "to"
_SENSITIVE = "yes sends the words of sensitive entries too; the journal says so"
_OWN_FILE = "yes sends the worker's own file too, which is theirs; the journal says so"
_ASKED: Mapping[Asks, Field] = {
    "sensitive": Field("sensitive", "Sensitive too", _SENSITIVE, value="no", choices=YES_NO),
    "personal": Field("personal", "Own file too", _OWN_FILE, value="no", choices=YES_NO),
    "given_to": Field("given_to", "For", "Who gets it; empty for who stands in", cells=NAME_CELLS),
}


class NotThisForm(PlainProblem):
    """The ending of a file's name asks for a form in which this is not written."""

    field = WHERE


def fields_about(about: About) -> tuple[Field, ...]:
    """Everything that may be asked of what goes out about somebody; the first of it is chosen."""
    outgoing = outgoing_about(about.someone)
    endings = tuple(sorted({f".{form}" for one in outgoing for form in one.forms}))
    choices = tuple(Choice(one.what, one.called) for one in outgoing)
    forms, asks = outgoing[0].forms, {asked for one in outgoing for asked in one.asks}
    where = "A folder and a name; Tab completes it. A file that is there is asked about first"
    return (
        Field(WHAT, "What", "The journal says that it went out", value=choices[0].value, choices=choices, needed=True),
        Field(ENDING, "Form", "PDF to read, Word to edit", value=forms[0], choices=_forms(forms), needed=True),
        Field(WHERE, "Where", where, needed=True, endings=endings),
        *(field for asked, field in _ASKED.items() if asked in asks),
    )


class GoingOut:
    """What is chosen in the sheet of a form about somebody, and what fits that: the forms, the further fields, the
    path.
    """

    def __init__(self, sheet: FieldSheet, about: About, worker: StoreWorker) -> None:
        self._sheet = sheet
        self._about = about
        self._outgoing = outgoing_about(about.someone)
        self._exports = worker.exports
        self._today = worker.today()
        sheet.when_chosen = lambda field, value, picked: self.fit(field)

    @property
    def of(self) -> Outgoing:
        """What is chosen."""
        chosen = self._sheet.chips(WHAT).chosen
        return next((one for one in self._outgoing if one.what == chosen), self._outgoing[0])

    @property
    def form(self) -> FileForm:
        """The form that is chosen, where it is written in that, else its first."""
        chosen = self._sheet.chips(ENDING).chosen
        return next((form for form in self.of.forms if form == chosen), self.of.forms[0])

    def fit(self, field: str = WHAT) -> None:
        """Something was chosen in this field: ask for what belongs to it, and offer a path that fits."""
        if field == WHAT:
            self._sheet.chips(ENDING).offer(lettered(_forms(self.of.forms)), self.form)
            self._sheet.show_fields({WHAT, ENDING, WHERE, *self.of.asks})
        if field in (WHAT, ENDING):
            self._name()

    def _name(self) -> None:
        """The path goes by what is chosen; one that was typed keeps all but its ending."""
        where = self._where
        if where.text == where.offered:
            where.offer(os.path.join(self._exports.folder, self._file_name))
        elif (ending := _ending(where.text)) in CALLED and ending != self.form:
            where.begin(f"{where.text[: -len(ending)]}{self.form}")

    @property
    def _file_name(self) -> str:
        return file_name(self.of, self._about.someone, self._about.reference, self.form, self._today)

    def note_ending(self) -> None:
        """The ending that is typed chooses the form."""
        ending, forms = _ending(self._where.text), self._sheet.chips(ENDING)
        if ending != forms.chosen and any(ending == one for one in self.of.forms):
            forms.put(ending)

    def asked(self, typed: Mapping[str, str]) -> SendOut:
        """The file that is asked for. Raises NotThisForm."""
        asks = self.of.asks
        return SendOut(
            self.of.what,
            self._path(typed[WHERE].strip()),
            self.form,
            self._about.someone,
            with_sensitive="sensitive" in asks and typed_yes(typed["sensitive"]),
            with_own_file="personal" in asks and typed_yes(typed["personal"]),
            given_to=typed["given_to"].strip() if "given_to" in asks else None,
        )

    def _path(self, typed: str) -> Path:
        """A folder alone has the offered name in it, a name alone stands in the offered folder, and one without an
        ending has that of the form.
        """
        if typed.endswith(os.sep):
            return path_typed(os.path.join(typed, self._file_name))
        if not os.path.split(typed)[0] and typed != "~":
            typed = os.path.join(self._exports.folder, typed)
        ending = _ending(typed)
        if ending in CALLED and ending not in self.of.forms:
            forms = ", ".join(CALLED[form] for form in self.of.forms)
            raise NotThisForm(f"This is written as {forms}, and the name ends in .{ending}.")
        return path_typed(typed if ending in self.of.forms else f"{typed}.{self.form}")

    @property
    def _where(self) -> PathInput:
        found = self._sheet.input(WHERE)
        assert isinstance(found, PathInput)
        return found


def _forms(forms: Sequence[FileForm]) -> tuple[Choice, ...]:
    return tuple(Choice(form, CALLED[form]) for form in forms)


def _ending(path: str) -> str:
    """The ending of a path that is typed, without its dot; empty for none."""
    return os.path.splitext(path)[1].lower().removeprefix(".")
