"""The keys that apply where one is, by what one wants to do; letters that are typed find among them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from oversight_tui.ui.actions import Action, ActionId
from oversight_tui.ui.help_groups import help_in_groups, in_two, one_under_the_other
from oversight_tui.ui.marking import marking_of
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.ui.widgets.text_line import TextLine
from oversight_tui.ui.widgets.typed_line import TypedLine
from oversight_tui.ui.window import CLOSES, Window, key_parts

_SCARCE = 60  # columns below which the keys have no column as wide as the longest of them

_TWO_COLUMNS = 150  # columns from which half of them tell most keys on one line


class _Room(NamedTuple):
    """What the terminal has room for: two columns, and whether not even for a wide column of keys."""

    for_two: bool
    scarce: bool


class KeysScreen(Window[None]):
    """The help. A second `?`, Enter, Esc or a click on Close leaves it."""

    DEFAULT_CSS = """
    KeysScreen { layout: horizontal; background: $background; }
    KeysScreen #typed { dock: top; }
    KeysScreen TextBlock { width: 1fr; border: round $border; padding: 0 1; }
    KeysScreen #foot { dock: bottom; background: $panel; }
    """
    covers = True
    AUTO_FOCUS = "#typed"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "leave", "close", show=False),
        Binding("up", "scroll(-1, 0)", show=False),
        Binding("down", "scroll(1, 0)", show=False),
        Binding("pagedown", "scroll(0, 1)", show=False),
        Binding("home", "scroll(-100000, 0)", show=False),
        Binding("end", "scroll(100000, 0)", show=False),
        Binding("pageup", "scroll(0, -1)", show=False),
    ]

    def __init__(self, actions: Sequence[Action], cannot: Callable[[ActionId], str]) -> None:
        super().__init__()
        self.actions = actions
        self.cannot = cannot
        self._room = _Room(for_two=False, scarce=False)

    def compose(self) -> ComposeResult:
        """What is typed, the keys, and what leaves them."""
        yield TypedLine(" Find a key:", id="typed")
        keys = TextBlock(id="help")
        keys.border_title = "Keys"
        keys.border_subtitle = marking_of(self.program)
        yield keys
        further = TextBlock(id="further")
        further.display = self._has_room().for_two
        yield further
        yield TextLine(id="foot")

    def fill(self) -> None:
        """Fill it."""
        self.query_one("#foot", TextLine).show(key_parts(("↑ ↓", "Read on", ""), CLOSES))
        self._show("")

    def _show(self, typed: str) -> None:
        """The groups one under the other; all of them in two columns where there is room."""
        self._room = room = self._has_room()
        groups = help_in_groups(self.actions, self.cannot, typed, self.program.names.glyphs, scarce=room.scarce)
        first = in_two(groups) if room.for_two and not typed else len(groups)
        nothing = (Passage(f"No key here has to do with '{typed}'."),)
        self.query_one("#help", TextBlock).show(one_under_the_other(groups[:first]) or nothing)
        further = self.query_one("#further", TextBlock)
        further.display = first < len(groups)  # an empty frame says nothing
        further.show(one_under_the_other(groups[first:]))

    def on_typed_line_changed(self, event: TypedLine.Changed) -> None:
        """Only the keys that have to do with what is typed; a second `?` closes."""
        if event.text == "?":
            self.action_leave()
        else:
            self._show(event.text)

    def on_typed_line_accepted(self, event: TypedLine.Accepted) -> None:
        """Enter closes: what was looked for has been read."""
        self.action_leave()

    def on_typed_line_left(self, event: TypedLine.Left) -> None:
        """Esc closes."""
        self.action_leave()

    def on_text_line_clicked(self, event: TextLine.Clicked) -> None:
        """A click on Close."""
        event.stop()
        if event.action:
            self.action_leave()

    def action_scroll(self, lines: int, pages: int) -> None:
        """Read on or back."""
        for column in self.query(TextBlock):
            column.scroll_by(lines, pages=pages)

    def on_resize(self) -> None:
        """Another size has room for two columns, or for a wide one of keys, or has none."""
        if self._room != self._has_room():
            self._show(self.query_one("#typed", TypedLine).text)

    def _has_room(self) -> _Room:
        across = self.app.size.width
        return _Room(for_two=across >= _TWO_COLUMNS, scarce=across < _SCARCE)
