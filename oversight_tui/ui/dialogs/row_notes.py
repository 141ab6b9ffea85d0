"""What is said at a row of a form: what is wrong, what is understood of what stands in it, what is meant by the field
that has the focus. It knows what stands there, and moves nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from oversight_tui.practice.calendar import is_working_day
from oversight_tui.ui.dialogs.field import NEEDED, Field, FieldInput
from oversight_tui.ui.dialogs.field_row import ROOMY_ROWS, FieldRow, Note
from oversight_tui.words.dates import DateProblem, long_day, weekday_day
from oversight_tui.words.meant_days import day_read, doubt_about

if TYPE_CHECKING:
    from oversight_tui.ui.completions import Meant
    from oversight_tui.ui.dialogs.remarks import Remarks
    from oversight_tui.ui.program import Program


# How many of those who may be meant are seen at once, and in a terminal with few rows.
_SEEN_AT_ONCE, _SEEN_IN_FEW_ROWS = 12, 9


class SaidAtRow(Struct, frozen=True):
    """What is said under a row and beside what is filled in, and whether something is wrong with that."""

    notes: Sequence[Note]
    understood: Note
    is_wrong: bool


class RowNotes:
    """Says it. `questions` are asked by the authority in the place of a hint; `remarks` say what might be said
    otherwise; `typed` is what stands in a field by its id, nothing where there is none.
    """

    def __init__(
        self,
        program: Callable[[], Program],
        questions: Mapping[str, Sequence[str]],
        remarks: Remarks,
        typed: Callable[[str], str],
    ) -> None:
        self._asked_program = program
        self._questions = questions
        self._remarks = remarks
        self._typed = typed

    @property
    def _program(self) -> Program:
        return self._asked_program()

    def at(self, row: FieldRow, problems: Mapping[str, str], said: Mapping[str, str]) -> SaidAtRow:
        """What is said at a row now: the problems of its fields, what was said at them, and what it says of itself."""
        notes = [Note(says, "alarm") for one in row.filled_in if (says := problems.get(str(one.id)))]
        wrong = bool(notes)
        notes += [Note(says, "warn") for one in row.filled_in if (says := said.get(str(one.id)))]
        focused = next((one for one in row.filled_in if one.has_focus), None)
        notes += [*self._away(row), *self._nobody_works(row), *(() if wrong else self._who(row, focused))]
        understood = Note("") if wrong and row.field.choices else self._beside_choices(row)
        for one in row.filled_in:
            if isinstance(one, FieldInput) and one.field.day is not None and not wrong:
                understood, notes = self._with_day(one, row, understood, notes)
        if isinstance(focused, FieldInput):
            notes += self._of_input(focused)
        elif focused is not None:
            about = next((one for one in row.field.parts if one.id == focused.id), row.field)
            notes += [Note(hint) for hint in (self._hint(about),) if hint]
        return SaidAtRow(notes, understood, wrong)

    def _hint(self, field: Field) -> str:
        return field.hint_with(self._program.names, self._questions)

    def _with_day(
        self, field_input: FieldInput, row: FieldRow, understood: Note, notes: list[Note]
    ) -> tuple[Note, list[Note]]:
        """What stands beside a row and under it, with the day that was typed: one of several parts is named."""
        day = self._day(field_input)
        if not row.field.parts:
            return day, notes
        return understood, (
            [*notes, day.__replace__(says=f"{field_input.field.ghost} {day.says}")] if day.says else notes
        )

    def _away(self, row: FieldRow) -> Iterator[Note]:
        """That whoever is to see to something is not here."""
        for one in row.filled_in:
            named = one.typed(self._program.names) if isinstance(one, FieldInput) and one.field.sees_to else ""
            if says := self._program.completions.away(named, self._program.names):
                yield Note(says, "warn")

    def _nobody_works(self, row: FieldRow) -> Iterator[Note]:
        """That a day to come is a weekend or a bank holiday, or one on which whoever is to do it is not here."""
        program = self._program
        for one in row.filled_in:
            if isinstance(one, FieldInput) and one.field.day == "to_come" and one.text.strip():
                with suppress(DateProblem):
                    day = day_read(one.text, program.worker.today(), one.field.day)
                    if not is_working_day(day):
                        yield Note(f"{weekday_day(day)} is no working day.", "warn")
                    whose = next((said for field in one.field.whose if (said := self._typed(field).strip())), "")
                    known = program.completions
                    if not known.away(whose, program.names) and (says := known.not_here(whose, day, program.names)):
                        yield Note(says, "warn")

    def _who(self, row: FieldRow, focused: object) -> Iterator[Note]:
        """Who is meant to see to something, so that a slip is seen before it is saved."""
        program = self._program
        for one in row.filled_in:
            if not isinstance(one, FieldInput) or not one.field.sees_to or (one is focused and one.meant()):
                continue
            says, is_somebody = program.completions.understood(one.text, program.names)
            if says:
                yield Note(f"{program.names.glyphs.then} {says}", "good") if is_somebody else Note(says, "warn")

    def _beside_choices(self, row: FieldRow) -> Note:
        """What is chosen about; that one is to be chosen, where it must be and is not yet."""
        field = row.field
        if field.parts and field.ghost:
            return Note(field.ghost)
        if not field.choices:
            return Note("")
        if field.ghost or not (field.needed or field.unsaid):
            return Note(field.ghost, "warn")
        return Note("" if filled_in(row) else field.unsaid or NEEDED)

    def _of_input(self, focused: FieldInput) -> Iterator[Note]:
        """What is said at the field that is typed into."""
        meant = focused.meant()
        if meant:
            yield from self._of_meant(focused, meant)
            return
        offers = bool(focused.sentences) and (focused.takes_digit or focused.as_put_in)
        if remark := self._remarks.on(focused.field, focused.text):
            yield Note(remark, "warn")
        elif says := self._hint(focused.field):
            yield Note(f"{says}; {_digits(focused)}" if offers else says)
        if offers:
            for digit, sentence in focused.sentences.items():
                yield Note(numbered(digit, sentence), "quiet", partial(_take, focused, sentence))

    def _of_meant(self, focused: FieldInput, meant: Sequence[Meant]) -> Iterator[Note]:
        """Those who may be meant, as many as are seen at once: those about where the arrows point."""
        if focused.among is not None:
            yield Note(focused.among.heading, "quiet")
        most = _SEEN_AT_ONCE if focused.app.size.height >= ROOMY_ROWS else _SEEN_IN_FEW_ROWS
        first = max(0, min(focused.pointed - most + 2, len(meant) - most)) if len(meant) > most else 0
        for place, one in list(enumerate(meant))[first : first + most]:
            yield Note(one.shown, "cursor" if place == focused.pointed else "never", partial(focused.take, one))
        if (more := len(meant) - first - most) > 0:
            yield Note(f"and {more} more", "quiet")

    def _day(self, field_input: FieldInput) -> Note:
        """The day that is understood, with what is doubtful about it; what is wrong where it is none."""
        field, typed = field_input.field, field_input.text
        if field.day is None or not typed.strip():
            return Note("")
        today, means = self._program.worker.today(), self._program.names.glyphs.then
        try:
            day = day_read(typed, today, field.day)
        except DateProblem as problem:
            return Note(str(problem), "warn")
        if typed.strip() != field.value and (doubt := doubt_about(typed, today, field.day, field.since)):
            return Note(f"{means} {doubt}?", "warn")
        return Note(f"{means} {weekday_day(day) if day.year == today.year else long_day(day)}", "good")


def _take(field_input: FieldInput, sentence: str) -> None:
    field_input.take_sentence(sentence)


def _digits(field_input: FieldInput) -> str:
    """What a digit does."""
    return f"a digit {'gives the reason' if field_input.gives_to is not None else 'puts in one of these'}"


def numbered(digit: int, sentence: str) -> str:
    """A sentence as it stands under a field, with the digit that puts it in."""
    return f"{digit} {sentence}"


def filled_in(row: FieldRow) -> bool:
    """Whether anything was typed or chosen in a row."""
    return any(one.text.strip() if isinstance(one, FieldInput) else one.chosen for one in row.filled_in)
