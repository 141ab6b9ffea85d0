"""The page of one child or one worker, over the board."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from oversight_tui.practice.pages import ChildPage, WorkerPage
from oversight_tui.ui.present.pages import child_passages, worker_passages
from oversight_tui.ui.widgets.text_block import TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine

if TYPE_CHECKING:
    from oversight_tui.ui.app import OversightApp

_KEYS = (("esc", "Back", "back"), ("h", "Hide names", "hide_names"), ("↑ ↓", "Read on", None), ("q", "Quit", "quit"))


class PageScreen(Screen[None]):
    """Everything recorded about one child or worker, newest first. Esc goes back to the same row."""

    CSS = """
    PageScreen #title { background: $panel; }
    PageScreen #keys { background: $panel; dock: bottom; }
    PageScreen #page { height: 1fr; padding: 1 2; max-width: 120; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,backspace,enter", "do('back')", "back", show=False),
        Binding("h", "do('hide_names')", "hide names", show=False),
        Binding("q,ctrl+q", "do('quit')", "leave", show=False),
        Binding("up,k", "scroll(-1, 0)", show=False),
        Binding("down,j", "scroll(1, 0)", show=False),
        Binding("pageup", "scroll(0, -1)", show=False),
        Binding("pagedown,space", "scroll(0, 1)", show=False),
        Binding("g,home", "scroll(-100000, 0)", show=False),
        Binding("G,end", "scroll(100000, 0)", show=False),
    ]

    def __init__(self, page: ChildPage | WorkerPage) -> None:
        super().__init__()
        self.page = page

    def compose(self) -> ComposeResult:
        """Title, page, keys."""
        yield TextLine(id="title")
        yield TextBlock(id="page")
        yield TextLine(id="keys")

    def on_mount(self) -> None:
        """Fill it."""
        self._show()
        parts: list[Part] = []
        for key, label, action in _KEYS:
            parts += [Part(f" {key}", "bold $text-accent"), Part(f" {label} ", "", action)]
        self.query_one("#keys", TextLine).show(parts)

    def _show(self) -> None:
        app = cast("OversightApp", self.app)
        today, names = app.worker.today(), app.names
        if isinstance(self.page, ChildPage):
            title = f" Child {names.child(self.page.row.child)}"
            passages = child_passages(self.page, today, names)
        else:
            title = f" Worker {names.worker(self.page.row.worker.name)}"
            passages = worker_passages(self.page, today, names)
        self.query_one("#title", TextLine).show((Part(title, "bold"),))
        self.query_one("#page", TextBlock).show(passages)

    def action_scroll(self, lines: int, pages: int) -> None:
        """Read on or back."""
        self.query_one("#page", TextBlock).scroll_by(lines, pages=pages)

    def action_do(self, action_id: str) -> None:
        """Back, hide names, or leave."""
        app = cast("OversightApp", self.app)
        if action_id == "back":
            self.dismiss()
        elif action_id == "hide_names":
            app.hide_names()
            self._show()
        else:
            app.exit()

    def on_text_line_clicked(self, event: TextLine.Clicked) -> None:
        """A click on a key does what it stands for."""
        self.action_do(event.action)
