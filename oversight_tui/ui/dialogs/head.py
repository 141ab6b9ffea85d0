"""The head of a form: why what it is about is there, and what stood there last time. And its foot: what is said, and
what there is to press.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from oversight_tui.ui.dialogs.field import enter_does
from oversight_tui.ui.widgets.button_row import ButtonRow, RowButton
from oversight_tui.ui.widgets.text_block import wrapped
from oversight_tui.ui.widgets.text_line import ELLIPSIS

# On a terminal with so many rows: how many lines one thing takes at most, and all of them together.
_MOST_LINES = ((45, (3, 12)), (30, (1, 4)), (20, (1, 3)), (0, (1, 2)))

_SCROLLS = {"up": -1, "down": 1, "pageup": -6, "pagedown": 6}

SAVE = RowButton("save", "Save", "Ctrl+S")
CLOSE = RowButton("leave", "Close", "Esc")
THROW_AWAY = RowButton("throw_away", "Throw away", "F8")
YES = RowButton("agree", "Yes", "y")
BACK = RowButton("leave", "Back", "Esc")


class Told(Widget):
    """What it is about, each thing in as many lines as there is room for: one that is longer ends in `…`."""

    DEFAULT_CSS = """
    Told { height: auto; color: $text-muted; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._lines: tuple[tuple[str, str], ...] = ()

    def show(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show these, each with what it is before it."""
        self._lines = tuple(lines)
        self.display = bool(lines)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as they take at this width."""
        return len(self._laid_out(width))

    def render(self) -> Content:
        """The names of the things in one column, what is said of them beside it."""
        found = [
            Content.assemble((before, "bold"), Content(says)) for before, says in self._laid_out(self.size.width or 1)
        ]
        return Content("\n").join(found)

    def _laid_out(self, width: int) -> list[tuple[str, str]]:
        most, in_all = next(lines for rows, lines in _MOST_LINES if self.app.size.height >= rows)
        before = max((len(name) + 1 for name, _ in self._lines if name), default=0)
        found = []
        for name, says in self._lines:
            lines = wrapped(says, max(10, width - before))
            if len(lines) > most:
                lines = [*lines[: most - 1], _cut(lines[most - 1], max(10, width - before))]
            found += [(f"{'' if place else name:{before}}", line) for place, line in enumerate(lines)]
        return found[:in_all]


def _cut(line: str, room: int) -> str:
    return (line if cell_len(line) < room else set_cell_size(line, room - 1)) + ELLIPSIS


class FormHead(Container):
    """Stays in sight while the fields beneath are scrolled."""

    DEFAULT_CSS = """
    FormHead { dock: top; height: auto; background: $surface; }
    """

    def __init__(self, *more: Widget, id: str) -> None:
        super().__init__(id=id)
        self._more = more

    def compose(self) -> ComposeResult:
        """The lines, and what else stands there."""
        yield Told(id="about")
        yield from self._more

    def show(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show these, each with what it is before it."""
        self.query_one(Told).show(lines)


class FormFoot(Container):
    """What is asked or went wrong, and the buttons."""

    DEFAULT_CSS = """
    FormFoot { dock: bottom; height: auto; background: $surface; }
    FormFoot #saying { height: auto; max-height: 7; display: none; scrollbar-size-vertical: 1; }
    FormFoot #saying.-said { display: block; }
    FormFoot #says { height: auto; }
    FormFoot #says.-wrong { color: $text-error; text-style: bold; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._buttons: Sequence[RowButton] = ()

    def compose(self) -> ComposeResult:
        """What is said, and the buttons."""
        with VerticalScroll(id="saying", can_focus=False):
            yield Static(id="says", markup=False)
        yield ButtonRow(id="buttons")

    def say(self, text: str, *, wrong: bool) -> None:
        """Say something above the buttons; nothing where empty."""
        says = self.query_one("#says", Static)
        saying = self.query_one("#saying", VerticalScroll)
        if not text and not saying.has_class("-said"):
            return
        saying.set_class(bool(text), "-said")
        saying.scroll_home(animate=False)
        says.set_class(wrong, "-wrong")
        says.update(Content(text))

    def read_on(self, key: str) -> bool:
        """Scroll what is said where it is longer than there is room for; False where that is not what the key does."""
        saying, by = self.query_one("#saying", VerticalScroll), _SCROLLS.get(key, 0)
        if not by or not saying.max_scroll_y:
            return False
        saying.scroll_relative(y=by, animate=False)
        return True

    def on_mount(self) -> None:
        """In another field Enter does something else."""
        self.watch(self.screen, "focused", self._show)

    def show(self, buttons: Sequence[RowButton]) -> None:
        """Show these buttons, and what Enter does in the field that has the focus."""
        self._buttons = buttons
        self._show()

    def _show(self) -> None:
        for row in self.query(ButtonRow):  # none is there yet of a form that is closed before it stands
            row.show(self._buttons, enter_does(self.screen.focused))

    def focus_buttons(self) -> None:
        """Where there is nothing to fill in, the first button is what is pressed next."""
        self.query_one(ButtonRow).focus()
