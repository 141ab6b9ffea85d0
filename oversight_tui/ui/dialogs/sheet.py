"""The fields of a form one under the other: what stands in them, and what is said at each.

It knows which field has the focus and which are wrong; what is recorded of it, and when, is the form's.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message
from textual.widget import Widget
from textual.widgets import TextArea

from oversight_tui.ui.dialogs.field import Field, FieldInput
from oversight_tui.ui.dialogs.field_row import FieldRow, abreast, label_width
from oversight_tui.ui.dialogs.path_field import PathInput
from oversight_tui.ui.dialogs.row_notes import RowNotes, filled_in, numbered
from oversight_tui.ui.widgets.chips import Chips, lettered
from oversight_tui.words.text import one_line

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
        self._notes = RowNotes(lambda: self._program, questions, remarks, self._typed_in)
        self._problems: dict[str, str] = {}
        self._said: dict[str, str] = {}  # at a field, until the next key in it
        self._also: Mapping[str, str] = {}
        self._is_held = False  # whether something is to be said once the mouse is up
        self.rows: list[FieldRow] = []
        self.when_chosen: Callable[[str, str, bool], None] = lambda field, value, picked: None
        self._also_said: Callable[[dict[str, str]], Mapping[str, str]] = lambda typed: {}
        self.when_unknown: Callable[[str, str], str] = lambda field, sign: ""

    def compose(self) -> ComposeResult:
        """A row for each field, and for each further one of its kind that was filled in."""
        for field in self.fields:
            row = self._row(field)
            while field.more is not None and filled_in(row):
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
            field_input = PathInput(field) if field.endings else FieldInput(field, self._sentences(field))
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

    def _typed_in(self, field: str) -> str:
        """What stands in the field of this id; nothing where there is none."""
        return self.typed().get(field, "")

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

    def say_also(self, says: Callable[[dict[str, str]], Mapping[str, str]]) -> None:
        """Say from now on what is said of several fields together, by the field at which it is said."""
        self._also_said = says
        self._show_also_said()

    def _show_also_said(self) -> None:
        before, self._also = self._also, self._also_said(self.typed())
        for field in {*before, *self._also} if self._also != before else ():
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
        untouched = {one.id for row in self.rows if row.field.parts and not filled_in(row) for one in row.field.parts}
        found = {one.id: one.problem(typed[one.id], today) for one in fields if one.id not in untouched}
        return {field: says for field, says in found.items() if says}

    def naming(self, names: str) -> Iterator[str]:
        """The fields in which somebody is named with these words, alone or among others."""
        typed = self.typed()
        for one in self._all():
            said = typed[str(one.id)]
            is_named = isinstance(one, FieldInput) and one.field.named is not None
            if names and is_named and names in map(one_line, (said, *said.split(","))):
                yield str(one.id)

    def show_again(self) -> None:
        """Something else is to be said at the field that has the focus."""
        if self.screen.focused is not None:
            self._show_around(self.screen.focused)

    def show_fields(self, fields: Collection[str]) -> None:
        """These fields alone are asked for now; what stands in the others stays."""
        for row in self.rows:
            row.display = row.field.id in fields

    def on_path_input_found(self) -> None:
        """What a path may become stands under it."""
        self.show_again()
        self.call_after_refresh(self._see_focused)

    def holds(self, field: str) -> bool:
        """Whether there is a field of this id."""
        return any(one.id == field for one in self._all())

    def on_resize(self) -> None:
        """It has more room than before, or less: as much as fits is in sight, and the field that is typed into."""
        self.scroll_home(animate=False)
        self.call_after_refresh(self._see_focused)

    def _see_focused(self) -> None:
        if self._holds_still():
            return
        place = next((place for place, row in enumerate(self.rows) if row.has_focus_within), None)
        if place is not None:
            before = self.rows[place - 1] if place else None
            self.scroll_to(y=self._seen_from(self.rows[place], before), animate=False, immediate=True)

    def _seen_from(self, row: FieldRow, before: FieldRow | None) -> int:
        """The line from which a row is seen, with what is chosen in the one before it where there is room for both."""
        room, first = self.size.height, self._line_of(row)
        end, seen = first + row.outer_size.height, self.scroll_offset.y
        if end - first > room:  # one that is higher than there is room for is seen from its name on
            return first + max(0, row.chosen_line + 1 - room)
        seen = min(max(seen, end - room), first)
        chosen = self._line_of(before) + before.chosen_line if before is not None and before.chosen_line >= 0 else first
        return min(seen, chosen) if end - chosen <= room else seen

    def _line_of(self, row: FieldRow) -> int:
        """Which of all its lines is a row's first, wherever it is scrolled to."""
        beside = row.parent if row.parent is not self and isinstance(row.parent, Widget) else None
        return row.virtual_region.y + (beside.virtual_region.y if beside is not None else 0)

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
        """It says no more once another has it, and nothing of a sign that is none of its choices."""
        if isinstance(event.widget, Chips):
            self._said.pop(str(event.widget.id), None)
        self._show_around(event.widget)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """What was wrong may be right now."""
        self._changed(str(event.text_area.id))
        if isinstance(event.text_area, FieldInput):
            self.call_after_refresh(self._see_typed, event.text_area)
        last = next((row for row in self.rows if event.text_area in row.filled_in), None)
        if last is not None and last.field.more is not None and filled_in(last):
            following = last.field.more()
            if not self.holds((following.parts or (following,))[0].id):
                self.mount(self._row(following, after=last), after=last)

    def _changed(self, field: str) -> None:
        self.post_message(self.Changed())
        self._problems.pop(field, None)
        self._said.pop(field, None)
        for row in self.rows:
            if not filled_in(row) and any(one.id == field for one in row.filled_in):
                for one in row.filled_in:  # of a row that is emptied nothing is asked any more
                    self._problems.pop(str(one.id), None)
        self._show_at(field)
        self._show_also_said()
        for row in self.rows:
            if any(field in one.whose for one in row.field.parts or (row.field,)):
                self._show(row)

    def _show_at(self, field: str) -> None:
        for row in self.rows:
            if any(one.id == field for one in row.filled_in):
                self._show(row)

    def _show_around(self, widget: Widget) -> None:
        for row in self.rows:
            if widget in row.filled_in:
                self._show(row)

    def _holds_still(self) -> bool:
        """Whether a button of the mouse is down: were anything to move now, the click would miss."""
        pointer = self._program.pointer
        if pointer.is_down and not self._is_held:
            self._is_held = True
            pointer.when_up(lambda: self.call_after_refresh(self._catch_up))
        return pointer.is_down

    def _catch_up(self) -> None:
        """What was not said and not seen while the mouse was down."""
        self._is_held = False
        for row in self.rows if self.stands else ():
            self._show(row)
        self.call_after_refresh(self._see_focused)

    def _show(self, row: FieldRow) -> None:
        if self._holds_still():
            return
        said = self._notes.at(row, self._problems, {**self._also, **self._said})
        row.show(said.notes, said.understood, problem=said.is_wrong)

    def _in_sight(self, field_input: FieldInput, digit: int) -> bool:
        """Whether the sentence of a digit stands under the field, where it is seen."""
        row = next(one for one in self.rows if field_input in one.filled_in)
        sentence = numbered(digit, field_input.sentences[digit])
        if row.line_of(sentence) < 0:
            self._show(row)  # a key typed in the same breath comes before what is said at the field
        return 0 <= row.line_of(sentence) < self.size.height
