"""What is open, for whoever stands in while a worker or the manager is away; `oversight cover` prints the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from oversight_tui.practice.brief import Brief, told
from oversight_tui.ui.standing import Standing
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine

if TYPE_CHECKING:
    from oversight_tui.ui.app import OversightApp


class BriefScreen(Screen[None]):
    """The page. Esc goes back."""

    CSS = """
    BriefScreen #title { background: $panel; }
    BriefScreen #keys { background: $panel; dock: bottom; }
    BriefScreen #page { height: 1fr; padding: 1 2; max-width: 120; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", "back", show=False),
        Binding("up,k", "scroll(-1, 0)", show=False),
        Binding("down,j", "scroll(1, 0)", show=False),
        Binding("pageup", "scroll(0, -1)", show=False),
        Binding("pagedown,space", "scroll(0, 1)", show=False),
        Binding("g,home", "scroll(-100000, 0)", show=False),
        Binding("G,end", "scroll(100000, 0)", show=False),
    ]

    def __init__(self, brief: Brief) -> None:
        super().__init__()
        self.brief = brief

    @property
    def oversight(self) -> OversightApp:
        """The app, as what it is."""
        return cast("OversightApp", self.app)

    def compose(self) -> ComposeResult:
        """Title, page, keys."""
        yield Standing()
        yield TextLine(id="title")
        yield TextBlock(id="page")
        yield TextLine(id="keys")

    def on_mount(self) -> None:
        """Fill it."""
        self._show()

    def _keys(self) -> None:
        labels = (("↑↓", "Read on"), ("h", "Hide names"), ("esc", "Back"))
        parts: list[Part] = []
        for key, label in labels:
            parts += [Part(f" {key}", "bold $text-accent"), Part(f" {label} ")]
        command = f'On paper: oversight cover "{self.brief.away.worker.name}" --open'
        on_paper = [] if self.oversight.names.hidden else [Part(f"  {command}", "$text-muted")]
        self.query_one("#keys", TextLine).show((*parts, *on_paper), parts)

    def _show(self) -> None:
        self._keys()
        names, worker = self.oversight.names, self.brief.away.worker.name
        self.query_one("#title", TextLine).show((Part(f" What is open: {names.worker(worker)}", "bold"),))
        found: list[Passage] = []
        for level, words in told(self.brief, self.oversight.worker.today()):
            if level == 0:
                found += [Passage()] if found else []
                found.append(Passage(names.text(words), "strong"))
            else:
                found.append(Passage(names.long_text(words), indent=2 * level, hang=2))
        self.query_one("#page", TextBlock).show(found)

    def action_scroll(self, lines: int, pages: int) -> None:
        """Read on or back."""
        self.query_one("#page", TextBlock).scroll_by(lines, pages=pages)

    def show_names(self) -> None:
        """Names were hidden or shown."""
        self._show()
