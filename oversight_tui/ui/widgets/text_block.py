"""Lines of literal text that wrap and can be scrolled. Knows nothing of what they say."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from oversight_tui.ui.widgets.found_words import Finds, marked
from oversight_tui.ui.widgets.scrolled_lines import ScrolledLines
from oversight_tui.ui.widgets.tones import Look, Tone, look_of

BEFORE_THE_THUMB = 2  # columns: the thumb's own, and one that no words touch
WIDEST = 90  # cells of running text: longer lines are read with effort


class Passage(Struct, frozen=True):
    """One paragraph: its text, its tone, how far its lines are set in, what stands at its right end, and how
    much further all but its first line are set in. One with a `key` begins something that can be selected, of which
    those that follow and say `goes_on` are a part. `left` stands where its first line is set in. One that `opens`
    something is chosen apart from the others; a click on it asks for that.
    """

    text: str = ""
    tone: Tone = "plain"
    indent: int = 0
    right: str = ""
    hang: int = 0
    key: str = ""
    left: tuple[tuple[str, Tone], ...] = ()
    goes_on: bool = False
    opens: str = ""


class _LaidOut(Struct, frozen=True):
    """One line of a passage, which of its lines it is, and the key of what it belongs to."""

    passage: Passage
    number: int
    text: str
    of: str


class TextBlock(ScrolledLines):
    """Passages one under the other; what `finds` finds in them is marked."""

    class Opened(Message):
        """Something was clicked that opens what has this key."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._passages: tuple[Passage, ...] = ()
        self._lines: list[_LaidOut] = []
        self._made_for = -1
        self.selected = ""
        self.finds: Finds | None = None
        self._found_by: Finds | None = None  # what marked what is shown

    @property
    def line_count(self) -> int:
        """How many lines the passages make at this width."""
        self._lay_out()
        return len(self._lines)

    def show(self, passages: Sequence[Passage]) -> None:
        """Show these passages, from their top, or where what is selected stands."""
        found = tuple(passages)
        if (found, self.finds) == (self._passages, self._found_by) and not self.top and not self.selected:
            return
        self._passages = found
        self._found_by = self.finds
        self._made_for = -1
        self.top = 0
        if not self._see_selected():
            self.selected = ""
        self.refresh()

    def step(self, by: int) -> bool:
        """Select the next thing that can be, or the one before; the first where none is. False where there is none."""
        keys = [passage.key for passage in self._passages if passage.key and not passage.opens]
        at = keys.index(self.selected) + by if self.selected in keys else 0
        if not 0 <= at < len(keys):
            return False
        self.selected = keys[at]
        self._see_selected()
        self.refresh()
        return True

    def choose(self, by: int) -> bool:
        """Select what opens something, so many further on, the first or the last at most; the first where none is.

        False where nothing opens anything.
        """
        keys = [passage.key for passage in self._passages if passage.opens]
        if keys:
            at = keys.index(self.selected) + by if self.selected in keys else 0
            self.selected = keys[max(0, min(at, len(keys) - 1))]
            self._see_selected()
            self.refresh()
        return bool(keys)

    def see_from_the_first(self) -> None:
        """Show what opens something from its heading on, as far as what is selected stays in sight."""
        self._lay_out()
        first = next((place for place, line in enumerate(self._lines) if line.passage.opens), 0)
        self.scroll_lines_to(first - 1)
        self._see_selected()

    @property
    def opens(self) -> str:
        """What is opened by what is selected; empty where that opens nothing."""
        return next((one.opens for one in self._passages if one.opens and one.key == self.selected), "")

    def _see_selected(self) -> bool:
        """Scroll to what is selected, to all of it where there is room; False where nothing is."""
        if not self.selected or not self.size.width:
            return bool(self.selected)
        self._lay_out()
        places = [place for place, line in enumerate(self._lines) if line.of == self.selected]
        if not places:
            return False
        first, last, height = places[0], places[-1], self.size.height
        if first < self.top:
            self.scroll_lines_to(first - 1)
        elif last >= self.top + height:
            self.scroll_lines_to(min(first - 1, last - height + 2))
        return True

    def scroll_by(self, lines: int = 0, *, pages: int = 0) -> None:
        """Read on, or back where negative."""
        self.scroll_lines_to(self.top + lines + pages * max(1, self.size.height - 1))

    def on_resize(self) -> None:
        """At another width there are other lines; what was read last stays within them."""
        self.scroll_lines_to(self.top)

    def on_click(self, event: events.Click) -> None:
        """A click selects what stands there, where it can be."""
        offset = event.get_content_offset(self)
        if offset is None or self.scrolling.is_on_thumb(event) or not offset.y + self.top < self.line_count:
            return
        line = self._lines[offset.y + self.top]
        if line.passage.opens:
            self.post_message(self.Opened(line.passage.opens))
        elif (chosen := line.of) and chosen != self.selected:
            self.selected = chosen
            self.refresh()

    def _lay_out(self) -> None:
        width = max(1, self.size.width - BEFORE_THE_THUMB)
        if width == self._made_for:
            return
        self._made_for = width
        self._lines = []
        of = ""
        for passage in self._passages:
            of = passage.key or (of if passage.goes_on else "")
            self._lines += [
                _LaidOut(passage, number, text, of) for number, text in enumerate(_lines_of(passage, width))
            ]

    def line_strip(self, place: int, width: int) -> Strip:
        """One line; the first of what is selected under a cursor, the others on its ground."""
        line = self._lines[place]
        passage, is_first = line.passage, not line.number
        chosen: Look | None = None
        if line.of and line.of == self.selected:
            chosen = "cursor" if is_first and passage.key else "cursor-resting"
        right, left = (passage.right, passage.left) if is_first else ("", ())
        style = self._toned(passage.tone, chosen)
        segments = [Segment(said, self._toned(tone, chosen)) for said, tone in left]
        taken = sum(cell_len(said) for said, _ in left)
        edge = width if not (right or chosen) else self.size.width - BEFORE_THE_THUMB  # a ground ends before the thumb
        gap = " " * max(0, edge - cell_len(line.text) - cell_len(right))
        # Blanks go with the words beside them: each segment is a command of its own to the terminal.
        segments += marked([Segment(line.text[taken:] + ("" if right else gap), style)], self.finds)
        if right:
            segments.append(Segment(gap + right, self._toned("quiet" if left else passage.tone, chosen)))
        return Strip(segments).adjust_cell_length(width, self.style_of())

    def _toned(self, tone: Tone, chosen: Look | None) -> Style:
        style = self.style_of(tone)
        return style + look_of(chosen, self.app.theme_variables) if chosen else style


def _lines_of(passage: Passage, width: int) -> list[str]:
    found: list[str] = []
    room = max(1, min(WIDEST, width - passage.indent - (cell_len(passage.right) + 1 if passage.right else 0)))
    for paragraph in passage.text.split("\n"):
        further = passage.hang if found else 0  # a line break within it begins no row of its own
        for line in wrapped(paragraph, max(1, room - further), passage.hang - further):
            found.append(" " * (passage.indent + further) + line)
    return found


def wrapped(text: str, width: int, hang: int = 0) -> list[str]:
    """The text in lines of at most this many cells; words that are longer are cut. `hang` sets later lines in."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        while cell_len(word) > width:
            head = set_cell_size(word, width)
            if line:
                lines.append(line)
                line = ""
            lines.append(head)
            word = word[len(head.rstrip()) or 1 :]
        lead = " " * hang if lines else ""
        if line and cell_len(line) + 1 + cell_len(word) > width:
            lines.append(line)
            line = (" " * hang if lines else "") + word
        else:
            line = f"{line} {word}" if line else lead + word
    return [*lines, line]
