"""A row of a form: the name of a field, what it is filled in with, what is understood of it, and notes under it.

One widget draws all but what is filled in, so that a form opens quickly however many fields it has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from oversight_tui.ui.dialogs.field import YES_NO, Field, FieldInput
from oversight_tui.ui.widgets.chips import Chips
from oversight_tui.ui.widgets.text_block import wrapped
from oversight_tui.ui.widgets.tones import Look, look_of

# Columns of the names of the fields: headings of an authority's own may be longer.
LABEL_WIDTH, MOST_LABEL_WIDTH = 15, 28
# Where a terminal has fewer rows, fields stand close and only that with the focus has notes under it.
ROOMY_ROWS = 30
# A row with fewer columns has its name above what is filled in.
NAME_BESIDE_FROM = 50
# Two short fields stand side by side where they need no more columns than this together.
MOST_ABREAST = 74
# The columns of a day that is understood beside one that is typed, of yes and no, and the fewest in which notes are
# read under the first of two.
_UNDERSTOOD, _YES_NO, _NOTES = 13, 15, 33


class Note(Struct, frozen=True):
    """Something said under a field, and what a click on it does."""

    says: str
    tone: Look = "quiet"
    clicked: Callable[[], None] | None = None


def label_width(fields: Sequence[Field]) -> int:
    """How wide the names of these fields are, one under the other."""
    longest = max((cell_len(field.label) for field in fields), default=0)
    return min(max(LABEL_WIDTH, longest + 2), MOST_LABEL_WIDTH)


def abreast(rows: Sequence[FieldRow]) -> Iterator[Widget]:
    """The rows, of which two short ones that follow each other stand side by side where there is room."""
    left = list(rows)
    while left:
        row = left.pop(0)
        beside = left[0] if left and row.needs and left[0].needs else None
        if beside is not None and row.needs_as_first + beside.needs_as_second <= MOST_ABREAST:
            left.remove(beside)
            beside.is_second = True
            yield Horizontal(row, beside, classes="abreast")
        else:
            yield row


class FieldRow(Widget):
    """A field with its name before it. `inputs` are the fields that are typed into, one for most."""

    def __init__(self, field: Field, filled_in: Sequence[FieldInput | Chips], width: int) -> None:
        super().__init__(classes="field")
        self.field = field
        self.filled_in = tuple(filled_in)
        self._holds = filled_in[0] if len(filled_in) == 1 else Horizontal(*filled_in, classes="parts")
        self._longest_label = self._label_width = width
        self._above = 0  # lines: whether its name stands above what is filled in
        self.is_second = False  # of two that stand side by side where there is room
        self.when_resized: Callable[[], None] | None = None
        self._notes: tuple[Note, ...] = ()
        self._understood = Note("")
        self._lines: list[tuple[Note, str]] = []
        self._has_problem = False

    @property
    def needs(self) -> int:
        """How many columns it needs beside its name where it is short; 0 where it is not."""
        field = self.field
        if field.parts or not (field.cells or field.choices == YES_NO):
            return 0
        return (field.cells or _YES_NO) + (_UNDERSTOOD if field.day else 0)

    @property
    def needs_as_first(self) -> int:
        """All the columns it needs, to stand before another."""
        return self._longest_label + max(_NOTES, self.needs)

    @property
    def needs_as_second(self) -> int:
        """The same behind another, with no more room for its name than that takes."""
        return self._own_label + self.needs

    @property
    def _own_label(self) -> int:
        return cell_len(self.field.label) + 1

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as it needs, where another stands beside it."""
        return self.needs_as_first

    def compose(self) -> ComposeResult:
        """What is filled in."""
        yield self._holds
        self._lay_out()

    def show(self, notes: Sequence[Note], understood: Note, *, problem: bool) -> None:
        """Say these things under it, and beside it what is understood of what stands in it."""
        new = (tuple(notes), understood, problem)
        if new != (self._notes, self._understood, self._has_problem):
            self._notes, self._understood, self._has_problem = new
            self._lay_out()
        self.refresh()

    def line_of(self, says: str) -> int:
        """The last of its lines on which this note stands; -1 where it says no such thing."""
        places = [place for place, (note, _) in enumerate(self._lines) if note.says == says]
        return self._notes_from + places[-1] if places else -1

    @property
    def chosen_line(self) -> int:
        """The one of its lines on which what is chosen stands; -1 where nothing is, and where nothing can be."""
        chips = self.filled_in[0] if len(self.filled_in) == 1 else None
        line = chips.chosen_line if isinstance(chips, Chips) else -1
        return self._above + line if line >= 0 else -1

    def on_resize(self) -> None:
        """Notes take more lines than before, or fewer; one that is typed into stays in sight as it grows."""
        self._lay_out()
        if self.has_focus_within and self.when_resized is not None:
            self.call_after_refresh(self.when_resized)

    def _lay_out(self) -> None:
        width = self.size.width or 70
        self._above = int(width < NAME_BESIDE_FROM and not self._has_company)
        own = self._own_label if self.is_second and self._has_company else self._longest_label
        self._label_width = 0 if self._above else own
        room = max(10, width - self._label_width - 2)
        first = () if self._beside(width) or not self._understood.says else (self._understood,)
        self._lines = [(note, line) for note in (*first, *self._notes) for line in wrapped(note.says, room)]
        is_roomy = self.app.size.height >= ROOMY_ROWS
        for one in self.filled_in:
            one.set_class(not is_roomy, "-close")
        below = max(len(self._lines), int(is_roomy))
        margin = (self._above, 0, below, self._label_width)
        if tuple(self._holds.styles.margin) != margin:
            self._holds.styles.margin = margin

    # --- What it draws ----------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """The name with what is understood on the first line, notes on those under what is filled in."""
        width, base = self.size.width, self.rich_style
        segments: list[Segment] = []
        under = y - self._notes_from
        if y == 0:
            look: Look = "alarm" if self._has_problem else "never" if self.has_focus_within else self._at_rest
            label = set_cell_size(self.field.label, self._label_width - 1 if not self._above else width - 1)
            segments = [Segment(label, self._look(look)), Segment(" ", base)]
            if self._beside(width):
                gap = self.field.cells + 1
                segments += [
                    Segment(" " * gap, base),
                    Segment(self._understood.says, self._look(self._understood.tone)),
                ]
        elif 0 <= under < len(self._lines):
            note, line = self._lines[under]
            segments = [Segment(" " * (self._label_width + 1), base), Segment(line, self._look(note.tone))]
        return Strip(segments).adjust_cell_length(width, base)

    @property
    def _notes_from(self) -> int:
        """The line on which notes begin."""
        return self._above + self._holds.outer_size.height

    @property
    def _has_company(self) -> bool:
        """Whether it stands beside another now."""
        return self.screen.has_class("-abreast") and self.parent is not None and self.parent.has_class("abreast")

    @property
    def _at_rest(self) -> Look:
        return "strong" if self.field.needed else "plain"

    def _beside(self, width: int) -> bool:
        """Whether there is room beside what is typed for what is understood of it."""
        taken = self._label_width + self.field.cells + 1
        return not self._above and bool(self.field.cells) and taken + cell_len(self._understood.says) <= width

    def _look(self, look: Look) -> Style:
        return self.rich_style + look_of(look, self.app.theme_variables)

    # --- The mouse --------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """A click on the name goes into the field, one on a note does what it is for."""
        if self.screen.get_widget_at(event.screen_x, event.screen_y)[0] is not self:
            return
        under = event.y - self._notes_from
        if 0 <= under < len(self._lines):
            if (clicked := self._lines[under][0].clicked) is not None:
                event.stop()
                clicked()
        elif event.y == 0:
            self.filled_in[0].focus()
