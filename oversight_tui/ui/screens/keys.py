"""The keys that apply where one is, with the reason where one cannot act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from oversight_tui.ui.actions import MOVES, Action, ActionId
from oversight_tui.ui.marking import marking_of
from oversight_tui.ui.program import Dialog
from oversight_tui.ui.widgets.text_block import Passage, TextBlock


class KeysScreen(Dialog[None]):
    """The help. `?` or Esc closes it."""

    CSS = """
    KeysScreen { align: center middle; }
    KeysScreen #help {
        width: 78; max-width: 100%; height: 90%; border: round $border; background: $surface; padding: 0 1;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q,enter", "dismiss", "close", show=False),
        Binding("up,k", "scroll(-1, 0)", show=False),
        Binding("down,j", "scroll(1, 0)", show=False),
        Binding("pagedown,space", "scroll(0, 1)", show=False),
        Binding("pageup", "scroll(0, -1)", show=False),
    ]

    def __init__(self, actions: Sequence[Action], cannot: Callable[[ActionId], str]) -> None:
        super().__init__()
        self.actions, self.cannot = actions, cannot

    def compose(self) -> ComposeResult:
        """The list of keys."""
        block = TextBlock(id="help")
        block.border_subtitle = marking_of(self.program)
        yield block

    def fill(self) -> None:
        """Fill it."""
        found = [Passage("Keys. Esc closes this.", "strong"), Passage()]
        found += [_line(keys, help_text, "") for keys, help_text in MOVES]
        found += [_line(action.shown or ":", action.help, self.cannot(action.id)) for action in self.actions]
        found += [
            Passage(),
            Passage("Signs", "strong"),
            Passage("▲ overdue   ● due   ○ never   ✓ decided today   ◦ away   ◆ marked"),
            Passage(
                "A clock is due between its ideal and its limit, and overdue after the limit. A line's place is the "
                "sum of the reasons shown with it; their weights are in the policy: oversight policy show."
            ),
        ]
        self.query_one("#help", TextBlock).show(found)

    def on_key(self, event: events.Key) -> None:
        """A key that does nothing in the help says so over it: its list says what it does under it."""
        block = self.query_one("#help", TextBlock)
        silent = event.is_printable and event.key not in self.active_bindings
        block.border_title = Content(f"{event.character} does nothing here. Esc closes this." if silent else "")

    def action_scroll(self, lines: int, pages: int) -> None:
        """Read on or back."""
        self.query_one("#help", TextBlock).scroll_by(lines, pages=pages)


def _line(keys: str, text: str, reason: str) -> Passage:
    said = f"{keys:<16}{text[:1].upper()}{text[1:]}"
    return Passage(f"{said}. Not here: {reason}" if reason else said, "quiet" if reason else "plain", hang=16)
