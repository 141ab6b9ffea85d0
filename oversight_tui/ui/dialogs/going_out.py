"""The fields of a file that is to go out: what is asked of each thing, and the path that fits what is chosen."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from oversight_tui.practice.outgoing import CALLED, Asks, FileForm, Outgoing, SendOut, ending_of, file_name
from oversight_tui.practice.sample import CHILDREN, MOST_CHILDREN, SEED
from oversight_tui.practice.span import Span, span_back
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.common_fields import DAY_CELLS, NAME_CELLS
from oversight_tui.ui.dialogs.field import YES_NO, Field
from oversight_tui.ui.dialogs.path_field import PathInput
from oversight_tui.ui.dialogs.sheet import FieldSheet
from oversight_tui.ui.paths import path_typed
from oversight_tui.ui.widgets.chips import Choice, lettered
from oversight_tui.words.meant_days import day_read
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.typed import Unread, typed_yes, whole_number

if TYPE_CHECKING:
    from datetime import date

    from oversight_tui.ui.store.worker import StoreWorker


def _number(typed: str) -> int:
    """How many children. Raises Unread."""
    number = whole_number(typed.strip())
    if number is None or number > MOST_CHILDREN:
        raise Unread(f"Give a number from 0 to {MOST_CHILDREN}.")
    return number


def _seed(typed: str) -> int:
    """By which number they are drawn. Raises Unread."""
    number = whole_number(typed.strip())
    if number is None:
        raise Unread("Give a number.")
    return number


WHAT, ENDING, WHERE = "what", "ending", "to"
_SENSITIVE = "yes sends the words of sensitive entries too; the journal says so"
_OWN_FILE = "yes sends the worker's own file too, which is theirs; the journal says so"
_SHOWS = (
    Choice("set", "as set", "a"),
    Choice("references", "references", "r"),
    Choice("names", "names", "n"),
    Choice("counts", "numbers only", "o"),
)
_SPAN = "fri, 3 Apr, 1/9/2026; empty for "
_ASKED: Mapping[Asks, tuple[Field, ...]] = {
    "sensitive": (Field("sensitive", "Sensitive too", _SENSITIVE, value="no", choices=YES_NO),),
    "personal": (Field("personal", "Own file too", _OWN_FILE, value="no", choices=YES_NO),),
    "given_to": (Field("given_to", "For", "Who gets it; empty for who stands in", cells=NAME_CELLS),),
    "names": (Field("names", "Workers named", "no leaves every name out", value="yes", choices=YES_NO),),
    "shows": (Field("shows", "Whom it has", "Else as the settings say", value="set", choices=_SHOWS),),
    "span": (
        Field("first", "From", f"{_SPAN}twelve months up to the last day", day="happened", cells=DAY_CELLS),
        Field("up_to", "To", f"{_SPAN}today", day="happened", cells=DAY_CELLS),
    ),
    "sample": (
        Field("children", "Children", "How many are drawn", value=str(CHILDREN), reads=_number, needed=True),
        Field("seed", "Drawn by", "A number: the same draws the same", value=str(SEED), reads=_seed, needed=True),
    ),
}


class NotThisForm(PlainProblem):
    """The ending of a file's name asks for a form in which this is not written."""

    field = WHERE


def fields_of(outgoing: Sequence[Outgoing]) -> tuple[Field, ...]:
    """Everything that is asked of any of these; the first of them is chosen."""
    endings = tuple(sorted({ending for one in outgoing for form in one.forms if (ending := ending_of(form))}))
    choices = tuple(Choice(one.what, one.called) for one in outgoing)
    forms, asks = outgoing[0].forms, {asked for one in outgoing for asked in one.asks}
    where = "A folder and a name; Tab completes it. A file that is there is asked about first"
    return (
        Field(WHAT, "What", "The journal says that it went out", value=choices[0].value, choices=choices, needed=True),
        Field(ENDING, "Form", "PDF to read, Word to edit", value=forms[0], choices=_forms(forms), needed=True),
        Field(WHERE, "Where", where, needed=True, endings=endings),
        *(field for asked, fields in _ASKED.items() if asked in asks for field in fields),
    )


class GoingOut:
    """What is chosen in the sheet of a form about somebody, and what fits that: the forms, the further fields, the
    path.
    """

    def __init__(self, sheet: FieldSheet, outgoing: Sequence[Outgoing], about: About, worker: StoreWorker) -> None:
        self._sheet = sheet
        self._about = about
        self._outgoing = outgoing
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
            asked = {field.id for asks in self.of.asks for field in _ASKED[asks]}
            self._sheet.show_fields({WHAT, ENDING, WHERE, *asked})
        if field in (WHAT, ENDING):
            self._name()

    def _name(self) -> None:
        """The path goes by what is chosen; one that was typed keeps all but its ending."""
        where = self._where
        if where.text == where.offered:
            where.offer(os.path.join(self._exports.folder, self._file_name))
        elif (ending := _ending(where.text)) in CALLED and ending != self.form:
            where.begin(f"{where.text[: -len(ending) - 1]}{ending_of(self.form)}")

    @property
    def _file_name(self) -> str:
        return file_name(self.of, self._about.subject, self._about.reference, self.form, self._today)

    def note_ending(self) -> None:
        """The ending that is typed chooses the form."""
        ending, forms = _ending(self._where.text), self._sheet.chips(ENDING)
        if ending != forms.chosen and any(ending == one for one in self.of.forms):
            forms.put(ending)

    def asked(self, typed: Mapping[str, str]) -> SendOut:
        """The file that is asked for. Raises NotThisForm."""
        of = self.of
        sampled = "sample" in of.asks
        return SendOut(
            of.what,
            self._path(typed[WHERE].strip()),
            None if of.of_team else self._about.subject,
            with_sensitive="sensitive" in of.asks and typed_yes(typed["sensitive"]),
            with_own_file="personal" in of.asks and typed_yes(typed["personal"]),
            given_to=typed["given_to"].strip() if "given_to" in of.asks else None,
            span=_span(typed, self._today) if "span" in of.asks else None,
            children=_number(typed["children"]) if sampled else CHILDREN,
            names="names" not in of.asks or typed_yes(typed["names"]),
            shows=typed["shows"] if "shows" in of.asks else "",
            seed=_seed(typed["seed"]) if sampled else SEED,
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
        return path_typed(typed if ending in self.of.forms else f"{typed}{ending_of(self.form)}")

    @property
    def _where(self) -> PathInput:
        found = self._sheet.input(WHERE)
        assert isinstance(found, PathInput)
        return found


def _span(typed: Mapping[str, str], today: date) -> Span:
    """The days that are looked back over. Raises PlainProblem."""
    first, last = (
        day_read(typed[field], today, "happened") if typed[field].strip() else None for field in ("first", "up_to")
    )
    return span_back(first, last, today)


def _forms(forms: Sequence[FileForm]) -> tuple[Choice, ...]:
    return tuple(Choice(form, CALLED[form]) for form in forms)


def _ending(path: str) -> str:
    """The ending of a path that is typed, without its dot; empty for none."""
    return os.path.splitext(path)[1].lower().removeprefix(".")
