"""One thing to type in a form: what it is called, what it begins with, and the widget it is typed into."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from msgspec import Struct
from rich.cells import cell_len
from textual import events
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea

from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.words.meant_days import When
from oversight_tui.words.text import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from oversight_tui.ui.completions import Named
    from oversight_tui.ui.present.names import Names
    from oversight_tui.ui.program import Program

# A field grows with what is typed up to this many lines, and scrolls from there.
MOST_ROWS = 8
# Besides Enter, for who is in the middle of a text: no terminal keeps it while a program like this one reads keys.
SAVES_ANYWHERE = "ctrl+s"
NO_SENTENCES: Mapping[int, str] = MappingProxyType({})
# Columns of the names of the fields: headings of an authority's own may be longer.
LABEL_WIDTH, MOST_LABEL_WIDTH = 15, 28


class Field(Struct, frozen=True):
    """One thing to type. `rows` is how many lines of it are in sight while it is empty; `hint` says what is meant,
    `ghost` stands in it while it is empty. `action` says that what is to be done is typed here, and should say who does
    what by when, `takes_sentences` that a digit in it while it is empty puts in a sentence of the manager's own, `day`
    that a day is typed here, and how it is read, `since` before which day that cannot be, `named` whose names
    are, which are completed.
    """

    id: str
    label: str
    hint: str = ""
    rows: int = 1
    value: str = ""
    ghost: str = ""
    action: bool = False
    takes_sentences: bool = False
    day: When | None = None
    since: date | None = None
    named: Named | None = None

    @property
    def several_lines(self) -> bool:
        """Whether more than one paragraph may be typed into it."""
        return self.rows > 1

    def hides(self, names: Names) -> bool:
        """Whether it begins empty, since it would show a name while names are hidden."""
        return self.named == "worker" and bool(self.value) and names.hidden

    def hint_with(self, names: Names, questions: Mapping[str, Sequence[str]]) -> str:
        """What is meant, or the authority's own `questions` under its id; and what a hidden name is left empty."""
        if self.id in questions:
            return " ".join(questions[self.id])
        return f"{self.hint}. Left empty it is {names.worker(self.value)}" if self.hides(names) else self.hint


class FieldInput(TextArea):
    """A field. Enter saves the form; after what was typed into a field of several lines it makes the next line, and
    saves from there while that is empty.

    What is pasted keeps its lines. A digit takes a sentence while it is empty.
    """

    class Entered(Message):
        """The form is to be saved."""

    def __init__(self, field: Field, sentences: Mapping[int, str] = NO_SENTENCES) -> None:
        super().__init__(
            safe(field.value),
            id=field.id,
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            compact=True,
            highlight_cursor_line=False,
            placeholder=Content(field.ghost),
        )
        self.field, self.sentences = field, sentences
        self._put_in = safe(field.value)  # what stands in it and was not typed
        self.styles.min_height, self.styles.max_height = field.rows, max(field.rows, MOST_ROWS)

    def typed(self, names: Names) -> str:
        """What stands in it; a name that is hidden stands there all the same, unless another was typed."""
        return self.field.value if self.field.hides(names) and not self.text else self.text

    def on_focus(self) -> None:
        """What stood there from the beginning is typed over; what was typed is typed on."""
        if self.text == self.field.value:
            self.select_all()
        else:
            self.move_cursor(self.document.end)

    def update_suggestion(self) -> None:
        """The rest of the one name that is meant stands behind what is typed; the right arrow takes it."""
        program = cast("Program", self.app)
        at_end = self.cursor_location == self.document.end
        named = self.field.named if at_end and self.text != self._put_in else None
        self.suggestion = program.completions.rest(named, self.text, program.names) if named else ""

    def _goes_on(self) -> bool:
        """Whether Enter makes a new line now."""
        row, _ = self.cursor_location
        on_empty_last = row == self.document.line_count - 1 and not self.document[row].strip()
        return self.field.several_lines and not on_empty_last and self.text != self._put_in

    def hint(self, names: Names, questions: Mapping[str, Sequence[str]]) -> str:
        """What is meant by it, or who by what is typed, and what Enter does now."""
        hint = self._who(names) or self.field.hint_with(names, questions)
        meant = f"{hint.rstrip('.')}{'' if hint.endswith('?') else '.'} " if hint else ""
        return f"{meant}{'Enter makes a new line, Enter again saves,' if self._goes_on() else 'Enter saves,'}"

    def _who(self, names: Names) -> str:
        """Who could be meant by what is typed, and what takes it where that is one; empty where it says nothing."""
        if self.field.named is None or self.text == self._put_in:
            return ""
        meant = cast("Program", self.app).completions.meant(self.field.named, self.text, names)
        return f"{meant}: the right arrow takes it" if meant and self.suggestion else meant

    def on_key(self, event: events.Key) -> None:
        """Enter saves or makes a line; a digit in an empty field puts in that sentence, to be edited."""
        if event.key == "enter" and self._goes_on():
            if self.selected_text == self.text:
                self.move_cursor(self.document.end)  # else it would be typed over
        elif event.key in ("enter", SAVES_ANYWHERE):
            event.stop()
            event.prevent_default()
            cast("Program", self.app).key_queue.hold()  # the next key is for what comes then
            if self.field.several_lines and self.text != self.text.rstrip():
                self.text = self.text.rstrip()  # the empty line asked to save, and is none of the words
                self.move_cursor(self.document.end)
            self.post_message(self.Entered())
        elif not self.text and 1 <= digit_of(event) <= max(self.sentences, default=0):
            event.stop()
            event.prevent_default()
            self._put_in = self.sentences.get(digit_of(event), "")  # the digit of one that does not hold is no reason
            self.insert(self._put_in)


def last_since(fields: Iterable[Field], first: date) -> Iterable[Field]:
    """The fields, of which the last day of a time, `last`, is none before its first."""
    return (field.__replace__(since=first) if field.id == "last" else field for field in fields)


def digit_of(event: events.Key) -> int:
    """The digit of a key from 1 to 9, 0 for any other key."""
    character = event.character or ""
    return int(character) if character and character in "123456789" else 0


def label_width(fields: Iterable[Field]) -> int:
    """How wide the names of these fields are, one under the other."""
    longest = max((cell_len(field.label) for field in fields), default=0)
    return min(max(LABEL_WIDTH, longest + 1), MOST_LABEL_WIDTH)


def field_rows(
    fields: Iterable[Field],
    kept: Mapping[str, object],
    names: Names,
    sentences: Callable[[Field], Mapping[int, str]],
) -> Iterator[Horizontal]:
    """The fields one under the other, each with what was `kept` of it or what it begins with."""
    fields = tuple(fields)
    width = label_width(fields)
    for field in fields:
        field_input = FieldInput(field, sentences(field))
        field_input.text = safe(str(kept.get(field.id, "" if field.hides(names) else field.value)))
        field_input.move_cursor(field_input.document.end)  # what Enter does there is said before it has the focus
        yield field_row(field_input, width)


def field_row(field_input: FieldInput, width: int) -> Horizontal:
    """A field with its name before it."""
    label = TextLine()
    label.add_class("label")
    label.styles.width = width
    label.show((Part(field_input.field.label, "bold"),))
    return Horizontal(label, field_input, classes="field")
