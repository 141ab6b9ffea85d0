"""One thing to say in a form: what it is called, what it begins with, what is wrong with what stands in it; and the
widget that is typed into.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import TextArea

from oversight_tui.ui.widgets.chips import Chips, Choice
from oversight_tui.words.meant_days import When, day_read
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import safe

if TYPE_CHECKING:
    from oversight_tui.ui.completions import Among, Meant, Named
    from oversight_tui.ui.present.names import Names
    from oversight_tui.ui.program import Program

# A field grows with what is typed up to this many lines, and scrolls from there.
MOST_ROWS = 8
# They save from anywhere: one that no terminal keeps while a program like this one reads keys, and one that is none.
SAVES_ANYWHERE = ("ctrl+s", "f4")
NEEDED = "needed"  # stands in a field that may not be left empty, while it is
NO_SENTENCES: Mapping[int, str] = MappingProxyType({})
YES_NO = (Choice("yes", "yes", "y"), Choice("no", "no", "n"))


class Field(Struct, frozen=True):
    """One thing to say. `rows` is how many lines of it are in sight while it is empty; `hint` says what is meant,
    `ghost` stands in it while it is empty, `cells` is how wide it is where what is typed is short. `action` says that
    what is to be done is typed here, and should say who does what by when, `takes_sentences` that a digit in it while
    it is empty puts in a sentence of the manager's own, `day` that a day is typed here, and how it is read, `since`
    before which day that cannot be, `named` whose names are, which are completed, but for `but`, who cannot be meant,
    `choices` what is chosen among, `needed` that it may not be left empty, and `reads` how what is typed is read,
    raising PlainProblem where it cannot.
    `sees_to` says that whoever is named here is to see to something, and so should be here; `unsaid` stands at choices
    of which none is chosen. `parts` stand beside each other in it, needed where any of them is filled in; `more` makes
    the next one like it, which comes when this one is filled in. `endings` are those of the files among which a path
    is typed here; empty where none is. `whose` are the fields that say who is to be here on the day typed here, by
    their ids: the first that is filled in.
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
    but: str = ""
    choices: tuple[Choice, ...] = ()
    needed: bool = False
    cells: int = 0
    reads: Callable[[str], object] | None = None
    sees_to: bool = False
    unsaid: str = ""
    parts: tuple[Field, ...] = ()
    more: Callable[[], Field] | None = None
    endings: tuple[str, ...] = ()
    whose: tuple[str, ...] = ()

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

    def problem(self, typed: str, today: date) -> str:
        """What is wrong with what stands in it, as far as can be seen without the store; empty where nothing is."""
        if not typed.strip():
            return self._missing if self.needed else ""
        try:
            if self.reads is not None:
                self.reads(typed)
            if self.day is not None and typed.strip() != self.value:
                day_read(typed, today, self.day)
        except PlainProblem as problem:
            return str(problem)
        return ""

    @property
    def _missing(self) -> str:
        if self.choices:
            return "Choose one of these."
        if self.day is not None:
            return f"Give a day. {self.hint}" if self.hint else "Give a day."
        if self.endings:
            return "Give a folder and a name."
        if self.reads is not None:
            return f"Give the {self.label.lower()}."
        return "Say who it is." if self.named else "Write a few words."


class FieldInput(TextArea):
    """A field that is typed into. Enter goes on to the next; in a field of several lines it makes a line.

    A digit takes a sentence while it is empty and that is in sight: Enter saves it as it stands, an arrow, End or a
    click goes into it. Where one types on instead, the digit was a number ("2 weeks", "14 days"), and stands as it was
    typed. What is pasted keeps its lines.

    One that `gives_to` another holds words that were put in: a digit puts a sentence into the other, and what is typed
    stands behind a colon.
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
            highlight_cursor_line=False,
            placeholder=Content(field.ghost or (NEEDED if field.needed else "")),
        )
        self.field = field
        self.sentences = sentences
        self.pointed = -1  # at which of those who may be meant the arrow keys point; -1 for none
        self._put_in = safe(field.value)  # what stands in it and was not typed
        self._by_digit = ""  # the digit that has just put it in
        self._lists = False  # whether the first names are shown with none typed
        self.in_sight: Callable[[int], bool] = lambda digit: True  # whether the sentence of a digit is
        self.offered = safe(field.value)  # what it begins with, which is typed over
        self.among: Among | None = None  # who may be meant, each told in a line, where that is known beforehand
        self.gives_to: FieldInput | None = None  # the field in which its sentences are put, while it stands as put in
        self._given_by: FieldInput | None = None  # the field whose digit has put in what stands here
        self.styles.min_height, self.styles.max_height = field.rows, max(field.rows, MOST_ROWS)
        if field.cells:
            self.styles.width = field.cells

    def typed(self, names: Names) -> str:
        """What stands in it; a name that is hidden stands there all the same, unless another was typed."""
        return self.field.value if self.field.hides(names) and not self.text else self.text

    def begin(self, text: str) -> None:
        """Begin with this."""
        self.text = safe(text)
        self.move_cursor(self.document.end)

    def put(self, text: str) -> None:
        """Write into it what is not typed, to be typed on."""
        self._put_in = self.text = safe(text)
        self.move_cursor(self.document.end)

    def render_line(self, y: int) -> Strip:
        """A line of it, in whatever room there is: what stands in an empty field cannot be wrapped into none. Where
        fields stand close, the last is drawn under, as far as nothing is written on it.
        """
        if self.content_size.width <= 1:
            return Strip.blank(self.size.width, self.rich_style)
        line = super().render_line(y)
        if y < self.content_size.height - 1 or not self.has_class("-close"):
            return line
        under = Style(color=self.app.theme_variables["border-blurred"], underline=True)
        return Strip(
            Segment(said, (look or Style()) + under if said.isspace() else look)
            for said, look, _ in line.adjust_cell_length(self.content_size.width, self.rich_style)
        )

    # --- The focus --------------------------------------------------------------------------------

    def on_focus(self) -> None:
        """What stood on one line from the beginning is typed over; what was typed is typed on."""
        if self.text == self.offered and not self.field.several_lines:
            self.select_all()
        else:
            self.move_cursor(self.document.end)

    def on_blur(self) -> None:
        """What is selected is what the next key would replace: nothing, where another field has the focus."""
        self.pointed = -1
        self._lists = False
        self._by_digit = ""
        self.move_cursor(self.cursor_location)
        program, named = cast("Program", self.app), self.field.named
        if named is not None and (written := program.completions.as_written(named, self.text, program.names)):
            self._stands_as(written)

    def on_click(self) -> None:
        """A click in an empty field shows who may be meant; one in a sentence that was put in goes into it."""
        self._by_digit = ""
        if not self.text:
            self.list_names()

    def _stands_as(self, written: str) -> None:
        if written != self.text:
            self.begin(written)

    # --- Who is meant -----------------------------------------------------------------------------

    def meant(self) -> Sequence[Meant]:
        """Who could be meant by what is typed, a few at most; nobody where it is all typed."""
        program = cast("Program", self.app)
        if self.field.named is None:
            return ()
        if self.among is not None:
            return self.among.meant("" if self.text == self.offered else self.text, self._put_in)
        if not self.text or self.text == self._put_in:
            found = program.completions.first(self.field.named, self.text, program.names) if self._lists else ()
        else:
            found = program.completions.meant(self.field.named, self.text, program.names)
        return [one for one in found if one.puts != self.field.but]

    def update_suggestion(self) -> None:
        """The rest of the one name that is meant stands behind what is typed; the right arrow takes it."""
        program = cast("Program", self.app)
        at_end = self.cursor_location == self.document.end
        named = self.field.named if at_end and self.text != self._put_in else None
        rest = program.completions.rest(named, self.text, program.names) if named else ""
        self.suggestion = "" if self.text + rest == self.field.but else rest

    def take(self, meant: Meant) -> None:
        """Who was meant, in the place of the letters that were typed of them."""
        self.pointed = -1
        self._lists = False
        self.put(self.text[: len(self.text) - meant.typed] + meant.puts)

    def list_names(self) -> None:
        """Show the first of those who may be meant."""
        if self.field.named is not None and not self.meant():
            self._lists = True
            self.post_message(self.Changed(self))

    # --- Keys -------------------------------------------------------------------------------------

    @property
    def as_put_in(self) -> bool:
        """Whether a sentence stands in it as it was put in."""
        return bool(self.sentences) and self.gives_to is None and self._stands_as_put_in

    @property
    def takes_digit(self) -> bool:
        """Whether a digit is for a sentence now."""
        return not self.text or (self.gives_to is not None and self._stands_as_put_in)

    @property
    def _stands_as_put_in(self) -> bool:
        return bool(self.text) and self.text == self._put_in != self.field.value

    @property
    def enter_does(self) -> tuple[str, ...]:
        """What Enter does here, in words, and in fewer."""
        if self.as_put_in:
            return ("Enter saves it",)
        several = "Enter makes a line, Tab goes on", "Enter: a line, Tab: on"
        return several if self.field.several_lines else ("Enter goes on",)

    def on_key(self, event: events.Key) -> None:
        """Enter makes a line, goes on or saves; a digit in an empty field puts in that sentence, to be edited."""
        if event.key == "enter" and self.field.several_lines and not self.as_put_in:
            self.move_cursor(self.selection.end)  # what is selected would be typed over
            return
        found, by_digit = self.meant(), self._by_digit
        self._by_digit = ""
        if event.key == "tab" and found:
            self._take_meant(found)
            return  # and on to the next field
        if by_digit and self.as_put_in and event.is_printable and event.character:
            self._was_a_number(by_digit + event.character)
        elif event.key in SAVES_ANYWHERE or event.key == "enter":
            if event.key == "enter" and not self.as_put_in:
                self._go_on(found)
            else:
                cast("Program", self.app).key_queue.hold()  # the next key is for what comes then
                self.post_message(self.Entered())
        elif event.key == "down" and self.field.named is not None and not found:
            self.list_names()
        elif found and event.key in ("up", "down"):
            self._point(1 if event.key == "down" else -1, len(found))
        elif found and event.key == "right" and self.cursor_location == self.document.end:
            self.take(found[max(0, min(self.pointed, len(found) - 1))])
        elif not self.takes_digit or not self._puts_in(digit_of(event)):
            if event.is_printable:
                self._says_more(event.character or "")
            return
        event.stop()
        event.prevent_default()

    def _puts_in(self, digit: int) -> bool:
        """Put in the sentence of a digit; False where none is in sight under it, so that it is but a digit."""
        if digit not in self.sentences or not self.in_sight(digit):
            return False
        self.take_sentence(self.sentences[digit])._by_digit = str(digit)
        return True

    def take_sentence(self, sentence: str) -> FieldInput:
        """Put it in, here or where this field gives it to; returns which of the two has it, and the focus."""
        taken_by = self.gives_to or self
        taken_by.put(sentence)
        taken_by._given_by = self if taken_by is not self else None
        taken_by.focus()
        return taken_by

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted behind words that were put in stands behind a colon, as what is typed."""
        self._says_more(event.text)

    def _says_more(self, words: str) -> None:
        """These words are about to stand behind those that were put in."""
        if self.gives_to is not None and self._stands_as_put_in:
            self.begin(f"{self.text}:{'' if words.startswith(' ') else ' '}")

    def _was_a_number(self, typed: str) -> None:
        """The digit was none for a sentence: what was typed stands where it was typed."""
        if self._given_by is None:
            self.begin(typed)
            return
        self.begin("")
        self._given_by.begin(f"{self._given_by.text}: {typed}")
        self._given_by.focus()

    def _go_on(self, found: Sequence[Meant]) -> None:
        self._take_meant(found)
        self.screen.focus_next()

    def _take_meant(self, found: Sequence[Meant]) -> None:
        """Who is meant where that is one alone, or one the arrows point at."""
        if len(found) == 1 or (found and self.pointed >= 0):
            self.take(found[max(0, min(self.pointed, len(found) - 1))])

    def _point(self, by: int, among: int) -> None:
        self.pointed = (max(self.pointed, -1 if by > 0 else 0) + by) % among
        self.post_message(self.Changed(self))


def enter_does(focused: Widget | None) -> tuple[str, ...]:
    """What Enter does where one is in a form, in words, and in fewer."""
    if isinstance(focused, FieldInput):
        return focused.enter_does
    return ("Enter goes on" if isinstance(focused, Chips) else "Enter presses it",) if focused is not None else ()


def last_since(fields: Iterable[Field], first: date) -> Iterable[Field]:
    """The fields, of which the last day of a time, `last`, is none before its first."""
    return (field.__replace__(since=first) if field.id == "last" else field for field in fields)


def digit_of(event: events.Key) -> int:
    """The digit of a key from 1 to 9, 0 for any other key."""
    character = event.character or ""
    return int(character) if character and character in "123456789" else 0
