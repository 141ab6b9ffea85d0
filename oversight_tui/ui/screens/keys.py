"""The keys that apply where one is, by what one wants to do; letters that are typed find among them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from oversight_tui.ui.actions import Action, ActionId
from oversight_tui.ui.help_groups import help_in_groups, in_two, one_under_the_other
from oversight_tui.ui.marking import marking_of
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.ui.widgets.text_line import TextLine
from oversight_tui.ui.widgets.typed_line import TypedLine
from oversight_tui.ui.window import Window, key_parts

TWO_COLUMNS = 110  # cells across: in half of them most keys are told on one line


class KeysScreen(Window[None]):
    """The help. A second `?`, Enter, Esc or a click on Close leaves it."""

    DEFAULT_CSS = """
    KeysScreen { layout: horizontal; }
    KeysScreen #typed { dock: top; }
    KeysScreen TextBlock { width: 1fr; border-top: solid $border; border-bottom: solid $border; padding: 0 1; }
    KeysScreen #foot { dock: bottom; background: $panel; }
    """
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

    def compose(self) -> ComposeResult:
        """What is typed, the keys, and what leaves them."""
        yield TypedLine(" Find a key:", id="typed")
        keys, marking = TextBlock(id="help"), marking_of(self.program)
        keys.border_title = " Keys "
        keys.border_subtitle = marking.pad(1, 1) if marking else marking
        yield keys
        further = TextBlock(id="further")
        further.display = self._has_room_for_two
        yield further
        yield TextLine(id="foot")

    def fill(self) -> None:
        """Fill it."""
        self.query_one("#foot", TextLine).show(key_parts(("esc", "Close", "leave"), ("↑ ↓", "Read on", "")))
        self._show("")

    def _show(self, typed: str) -> None:
        """The groups one under the other; all of them in two columns where there is room."""
        further = self.query_one("#further", TextBlock)
        groups = help_in_groups(self.actions, self.cannot, typed, self.program.names.glyphs)
        first = in_two(groups) if further.display and not typed else len(groups)
        nothing = (Passage(f"No key here has to do with '{typed}'."),)
        self.query_one("#help", TextBlock).show(one_under_the_other(groups[:first]) or nothing)
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
        """Another size has room for two columns, or has none."""
        further = self.query_one("#further", TextBlock)
        if further.display != self._has_room_for_two:
            further.display = self._has_room_for_two
            self._show(self.query_one("#typed", TypedLine).text)

    @property
    def _has_room_for_two(self) -> bool:
        return self.app.size.width >= TWO_COLUMNS
