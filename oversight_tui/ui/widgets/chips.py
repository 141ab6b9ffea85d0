"""A choice of few things, all in sight: one is picked by its letter, the arrows or a click.

Knows nothing of what they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from msgspec import Struct
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from oversight_tui.ui.widgets.tones import Look, look_of

_BETWEEN = 1
# Choices that are all shorter stand in columns, one under the other.
WIDEST_COLUMN = 36
BOLD = Style(bold=True)
_MOVES = {"left": -1, "right": 1}


class Choice(Struct, frozen=True):
    """What it is kept as, what it is called, and the letter or digit that picks it."""

    value: str
    label: str
    letter: str = ""

    @property
    def shown(self) -> str:
        """The letter and what it picks, once where they are the same."""
        return self.letter if self.label == self.letter else f"{self.letter} {self.label}".strip()


def _label(choice: Choice) -> str:
    return choice.label


def lettered(choices: Iterable[Choice], spelled: Callable[[Choice], str] = _label) -> tuple[Choice, ...]:
    """Each with a letter of its own: the one it has, else the first of how it is `spelled` that is free, else any that
    is.
    """
    choices = tuple(choices)
    taken = {one.letter for one in choices if one.letter}
    found = []
    for one in choices:
        if not one.letter:
            letters = (sign for sign in f"{spelled(one).casefold()}abcdefghijklmnopqrstuvwxyz" if sign.isalpha())
            one = one.__replace__(letter=next((sign for sign in letters if sign not in taken), ""))
            taken.add(one.letter)
        found.append(one)
    return tuple(found)


class Chips(Widget, can_focus=True):
    """Choices in a row, or in columns where they need more than one. What is chosen stands in brackets.

    Whole words that are typed find their choice too. `when_chosen` is told what was chosen and whether by its letter
    or a click; `when_unknown` a sign that is none of them; `when_done` that Enter was pressed.
    """

    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, choices: Sequence[Choice], chosen: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.choices = tuple(choices)
        self.chosen = chosen
        self.when_chosen: Callable[[str, bool], None] | None = None
        self.when_unknown: Callable[[str], None] | None = None
        self.when_done: Callable[[], None] | None = None
        self._word = ""  # what was typed of the one that is chosen

    @property
    def _all(self) -> tuple[Choice, ...]:
        """The choices; what was kept of an earlier version and is none of them stands among them, and is not lost."""
        known = any(one.value == self.chosen for one in self.choices)
        return self.choices if known or not self.chosen else (*self.choices, Choice(self.chosen, self.chosen))

    def put(self, value: str) -> None:
        """Choose without being asked."""
        self.chosen = value
        self._word = ""
        self.refresh(layout=True)

    def offer(self, choices: Sequence[Choice], chosen: str) -> None:
        """Other choices, of which this one is chosen."""
        self.choices = tuple(choices)
        self.put(chosen)

    # --- Keys and clicks --------------------------------------------------------------------------

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Letters choose here, whatever they do elsewhere; a capital is no letter of a choice."""
        return character is not None and character.isprintable() and not character.isupper()

    def on_blur(self) -> None:
        """A word that was begun ends."""
        self._word = ""

    def on_key(self, event: events.Key) -> None:
        """A letter or an arrow chooses, Backspace takes the choice back, Enter goes on."""
        if event.key == "enter":
            if self.when_done is not None:
                self.when_done()
        elif event.key in _MOVES:
            self._move(_MOVES[event.key])
        elif event.key in ("up", "down"):
            self._move_row(1 if event.key == "down" else -1)
        elif event.key in ("backspace", "delete"):
            self._choose("", picked=False)
        elif event.character is not None and self.check_consume_key(event.key, event.character):
            self._typed(event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """A click on one chooses it."""
        at = event.get_content_offset(self)
        if at is None:
            return
        event.stop()
        rows, left = self._rows(self.size.width), 0
        for one, cells in rows[at.y] if 0 <= at.y < len(rows) else ():
            if left <= at.x < left + cells:
                self._choose(one.value, picked=True)
            left += cells + _BETWEEN

    def _typed(self, sign: str) -> None:
        word = self._word + sign
        if len(word) > 1 and (found := [one for one in self.choices if one.label.casefold().startswith(word)]):
            is_one_of_them = self.chosen in [one.value for one in found]
            self._choose(self.chosen if is_one_of_them else found[0].value, picked=False, word=word)
            return
        by_letter = next((one for one in self.choices if one.letter == sign), None)
        if by_letter is not None:
            self._choose(by_letter.value, picked=True, word=sign)
        elif self.when_unknown is not None and not sign.isspace():
            self.when_unknown(sign)

    def _move(self, by: int) -> None:
        values = [one.value for one in self._all]
        at = values.index(self.chosen) + by if self.chosen in values else 0
        if 0 <= at < len(values):
            self._choose(values[at], picked=False)

    def _choose(self, value: str, *, picked: bool, word: str = "") -> None:
        self.chosen = value
        self._word = word
        self.refresh(layout=True)
        if self.when_chosen is not None:
            self.when_chosen(value, picked)

    def _move_row(self, by: int) -> None:
        rows = self._rows(self.size.width)
        row, place = next(
            ((y, x) for y, row in enumerate(rows) for x, (one, _) in enumerate(row) if one.value == self.chosen), (0, 0)
        )
        if 0 <= row + by < len(rows):
            following = rows[row + by]
            self._choose(following[min(place, len(following) - 1)][0].value, picked=False)

    # --- What it shows ----------------------------------------------------------------------------

    def _rows(self, room: int) -> list[list[tuple[Choice, int]]]:
        """The choices in rows, each with its cells: in columns, unless one of them is too long for that."""
        cells = [cell_len(one.shown) + 2 for one in self._all]
        if max(cells, default=0) <= WIDEST_COLUMN:
            cells = _in_columns(cells, room)
        rows: list[list[tuple[Choice, int]]] = [[]]
        left = 0
        for one, wide in zip(self._all, cells, strict=True):
            if rows[-1] and left + wide > room:
                rows.append([])
                left = 0
            rows[-1].append((one, wide))
            left += wide + _BETWEEN
        return rows

    @property
    def chosen_line(self) -> int:
        """The row in which what is chosen stands; -1 where nothing is."""
        rows = self._rows(self.size.width) if self.chosen else []
        return next((y for y, row in enumerate(rows) if any(one.value == self.chosen for one, _ in row)), -1)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the choices need at this width."""
        return len(self._rows(width))

    def render_line(self, y: int) -> Strip:
        """One row of choices."""
        theme, base = self.app.theme_variables, self.rich_style
        letter, label = base + look_of("never", theme), base + look_of("plain", theme)
        look: Look = "cursor" if self.has_focus else "cursor-resting"
        segments: list[Segment] = []
        rows = self._rows(self.size.width)
        for one, cells in rows[y] if y < len(rows) else ():
            if self.chosen and one.value == self.chosen:
                segments.append(Segment(f"[{one.shown}]", base + look_of(look, theme) + BOLD))
            else:
                segments.append(Segment(f" {one.letter}", letter))
                segments.append(Segment(f"{one.shown[len(one.letter) :]} ", label))
            segments.append(Segment(" " * (cells - cell_len(one.shown) - 2 + _BETWEEN), base))
        return Strip(segments).adjust_cell_length(self.size.width, base)


def _in_columns(cells: Sequence[int], room: int) -> list[int]:
    """How wide each is, in as many columns as there is room for; all stand in one row where there is room for that."""
    for number in range(len(cells), 0, -1):
        columns = [max(cells[column::number]) for column in range(number)]
        if sum(columns) + _BETWEEN * (number - 1) <= room or number == 1:
            return [columns[place % number] for place in range(len(cells))]
    return []
