"""The fields of a form one under the other: what stands in them, and what is said at each.

It knows which field has the focus and which are wrong; what is recorded of it, and when, is the form's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message
from textual.widget import Widget
from textual.widgets import TextArea

from oversight_tui.ui.dialogs.field import NEEDED, Field, FieldInput
from oversight_tui.ui.dialogs.field_row import FieldRow, Note, abreast, label_width
from oversight_tui.ui.widgets.chips import Chips, lettered
from oversight_tui.words.dates import DateProblem, long_day, weekday_day
from oversight_tui.words.meant_days import day_read, doubt_about

if TYPE_CHECKING:
    from oversight_tui.ui.dialogs.remarks import Remarks
    from oversight_tui.ui.program import Program

FilledIn = FieldInput | Chips


class FieldSheet(Container):
    """The fields. `kept` is what stands in them already, `sentences` what digits put into one, `questions` what the
    authority asks in the place of a hint; `remarks` says what might be said otherwise.
    """

    class Changed(Message):
        """Something was typed or chosen."""

    def __init__(
        self,
        fields: Sequence[Field],
        kept: Mapping[str, object],
        sentences: Callable[[Field], Mapping[int, str]],
        questions: Mapping[str, Sequence[str]],
        remarks: Remarks,
    ) -> None:
        super().__init__(id="fields")
        self.fields = tuple(fields)
        self._kept = kept
        self._sentences = sentences
        self._questions = questions
        self._remarks = remarks
        self._problems: dict[str, str] = {}
        self._said: dict[str, str] = {}  # at a field, until the next key in it
        self.rows: list[FieldRow] = []
        self.when_chosen: Callable[[str, str, bool], None] = lambda field, value, picked: None
        self.when_unknown: Callable[[str, str], str] = lambda field, sign: ""

    def compose(self) -> ComposeResult:
        """A row for each field, and for each further one of its kind that was filled in."""
        for field in self.fields:
            row = self._row(field)
            while field.more is not None and _filled_in(row):
                field = field.more()
                row = self._row(field)
        yield from abreast(self.rows)

    def on_mount(self) -> None:
        """What is understood of what stands there already."""
        for row in self.rows if self.stands else ():  # a form that is closed before it stands says nothing
            self._show(row)

    def _row(self, field: Field, after: FieldRow | None = None) -> FieldRow:
        row = FieldRow(field, [self._made(one) for one in field.parts or (field,)], label_width(self.fields))
        row.when_resized = self._see_focused
        self.rows.insert(self.rows.index(after) + 1 if after is not None else len(self.rows), row)
        return row

    def _made(self, field: Field) -> FilledIn:
        """What a field is filled in with, with what was kept of it or what it begins with."""
        names = self._program.names
        begins = str(self._kept.get(field.id, "" if field.hides(names) else field.value))
        if not field.choices:
            field_input = FieldInput(field, self._sentences(field))
            field_input.begin(begins)
            field_input.in_sight = partial(self._in_sight, field_input)
            return field_input
        chips = Chips(lettered(field.choices), begins, id=field.id)
        if field.cells:
            chips.styles.width = field.cells
        chips.when_done = self._go_on
        chips.when_unknown = partial(self._unknown, chips)
        chips.when_chosen = partial(self._chosen, field.id)
        return chips

    def _go_on(self) -> None:
        self.screen.focus_next()

    def _unknown(self, chips: Chips, sign: str) -> None:
        letters = [one.letter for one in chips.choices]
        self.say(str(chips.id), self.when_unknown(str(chips.id), sign) or f"Press {', '.join(letters)}.")

    def _chosen(self, field: str, value: str, picked: bool) -> None:
        self._changed(field)
        self.when_chosen(field, value, picked)

    @property
    def _program(self) -> Program:
        return cast("Program", self.app)

    # --- What stands in it ------------------------------------------------------------------------

    @property
    def stands(self) -> bool:
        """Whether every field is there: one that is not yet, or not any more, was not emptied."""
        return bool(self.rows) and all(one.is_attached for one in self._all())

    def typed(self) -> dict[str, str]:
        """What stands in the fields, by their ids."""
        names = self._program.names
        return {str(one.id): one.typed(names) if isinstance(one, FieldInput) else one.chosen for one in self._all()}

    def input(self, field: str) -> FieldInput:
        """The field of this id that is typed into."""
        return next(one for one in self._all() if one.id == field and isinstance(one, FieldInput))

    def chips(self, field: str) -> Chips:
        """The choices of the field of this id."""
        return next(one for one in self._all() if one.id == field and isinstance(one, Chips))

    def _all(self) -> Iterator[FilledIn]:
        return (one for row in self.rows for one in row.filled_in)

    # --- What is said at a field ------------------------------------------------------------------

    def say(self, field: str, says: str) -> None:
        """Say something at a field, until the next key in it."""
        self._said[field] = says
        self._show_at(field)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong at each of these fields, and go to the first."""
        before = self._problems
        self._problems = dict(problems)
        for field in {*before, *problems}:
            self._show_at(field)
        first = next((one for one in self._all() if one.id in problems), None)
        if first is not None:
            first.focus()
            self.call_after_refresh(first.scroll_visible, animate=False)

    def problems_seen(self, typed: Mapping[str, str]) -> dict[str, str]:
        """What is wrong that needs no store to be seen, by field."""
        today = self._program.worker.today()
        fields = [field for row in self.rows for field in row.field.parts or (row.field,)]
        untouched = {one.id for row in self.rows if row.field.parts and not _filled_in(row) for one in row.field.parts}
        found = {one.id: one.problem(typed[one.id], today) for one in fields if one.id not in untouched}
        return {field: says for field, says in found.items() if says}

    def show_again(self) -> None:
        """Something else is to be said at the field that has the focus."""
        if self.screen.focused is not None:
            self._show_around(self.screen.focused)

    def holds(self, field: str) -> bool:
        """Whether there is a field of this id."""
        return any(one.id == field for one in self._all())

    def on_resize(self) -> None:
        """It has more room than before, or less: as much as fits is in sight, and the field that is typed into."""
        self.scroll_home(animate=False)
        self.call_after_refresh(self._see_focused)

    def _see_focused(self) -> None:
        for row in self.rows:
            if row.has_focus_within:
                # One that is higher than there is room for is seen from its name on.
                row.scroll_visible(animate=False, top=row.outer_size.height > self.size.height)

    def _see_typed(self, field_input: FieldInput) -> None:
        """What is typed is seen, also where the form was scrolled away from it, and who may be meant by it."""
        here = field_input.cursor_screen_offset.y in self.region.line_range
        if field_input.has_focus and (field_input.meant() or not here):
            self._see_focused()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The field that has the focus says what is meant."""
        self._show_around(event.widget)
        self.call_after_refresh(self._see_focused)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """It says no more once another has it."""
        self._show_around(event.widget)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """What was wrong may be right now."""
        self._changed(str(event.text_area.id))
        if isinstance(event.text_area, FieldInput):
            self.call_after_refresh(self._see_typed, event.text_area)
        last = next((row for row in self.rows if event.text_area in row.filled_in), None)
        if last is not None and last.field.more is not None and _filled_in(last):
            following = last.field.more()
            if not self.holds((following.parts or (following,))[0].id):
                self.mount(self._row(following, after=last), after=last)

    def _hint(self, field: Field) -> str:
        return field.hint_with(self._program.names, self._questions)

    def _changed(self, field: str) -> None:
        self.post_message(self.Changed())
        self._problems.pop(field, None)
        self._said.pop(field, None)
        self._show_at(field)

    def _show_at(self, field: str) -> None:
        for row in self.rows:
            if any(one.id == field for one in row.filled_in):
                self._show(row)

    def _show_around(self, widget: Widget) -> None:
        for row in self.rows:
            if widget in row.filled_in:
                self._show(row)

    def _show(self, row: FieldRow) -> None:
        notes = [Note(says, "alarm") for one in row.filled_in if (says := self._problems.get(str(one.id)))]
        wrong = bool(notes)
        notes += [Note(says, "warn") for one in row.filled_in if (says := self._said.get(str(one.id)))]
        notes += self._away(row)
        focused = next((one for one in row.filled_in if one.has_focus), None)
        understood = Note("") if wrong and row.field.choices else self._beside_choices(row)
        for one in row.filled_in:
            if isinstance(one, FieldInput) and one.field.day is not None and not wrong:
                understood, notes = self._with_day(one, row, understood, notes)
        if isinstance(focused, FieldInput):
            notes += self._of_input(focused)
        elif focused is not None:
            said = next((one for one in row.field.parts if one.id == focused.id), row.field)
            notes += [Note(hint) for hint in (self._hint(said),) if hint]
        row.show(notes, understood, problem=wrong)

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

    def _beside_choices(self, row: FieldRow) -> Note:
        """What is chosen about; that one is to be chosen, where it must be and is not yet."""
        field = row.field
        if field.parts and field.ghost:
            return Note(field.ghost)
        if not field.choices:
            return Note("")
        if field.ghost or not (field.needed or field.unsaid):
            return Note(field.ghost, "warn")
        return Note("" if _filled_in(row) else field.unsaid or NEEDED)

    def _of_input(self, focused: FieldInput) -> Iterator[Note]:
        """What is said at the field that is typed into."""
        meant = focused.meant()
        if meant:
            for place, one in enumerate(meant):
                pointed = place == focused.pointed
                yield Note(one.shown, "cursor" if pointed else "never", partial(focused.take, one))
            return
        offers = bool(focused.sentences) and (focused.takes_digit or focused.as_put_in)
        if remark := self._remarks.on(focused.field, focused.text):
            yield Note(remark, "warn")
        elif says := self._hint(focused.field):
            yield Note(f"{says}; {_digits(focused)}" if offers else says)
        if offers:
            for digit, sentence in focused.sentences.items():
                yield Note(_numbered(digit, sentence), "quiet", partial(self._take, focused, sentence))

    @staticmethod
    def _take(field_input: FieldInput, sentence: str) -> None:
        field_input.take_sentence(sentence)

    def _in_sight(self, field_input: FieldInput, digit: int) -> bool:
        """Whether the sentence of a digit stands under the field, where it is seen."""
        row = next(one for one in self.rows if field_input in one.filled_in)
        return 0 <= row.line_of(_numbered(digit, field_input.sentences[digit])) < self.size.height

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


def _digits(field_input: FieldInput) -> str:
    """What a digit does."""
    return f"a digit {'gives the reason' if field_input.gives_to is not None else 'puts in one of these'}"


def _numbered(digit: int, sentence: str) -> str:
    return f"{digit} {sentence}"


def _filled_in(row: FieldRow) -> bool:
    return any(one.text.strip() if isinstance(one, FieldInput) else one.chosen for one in row.filled_in)
