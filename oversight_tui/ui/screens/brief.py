"""What is open, for whoever stands in while a worker or the manager is away; `oversight cover` prints the same."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from oversight_tui.practice.brief import Brief, told
from oversight_tui.ui.screens.reading import ReadingScreen
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine


class BriefScreen(ReadingScreen):
    """The page. Esc goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter", "dismiss", "back", show=False)]

    def __init__(self, brief: Brief) -> None:
        super().__init__()
        self.brief = brief

    def on_mount(self) -> None:
        """Fill it."""
        self.show_text()

    def show_text(self) -> None:
        """Heading by heading; while names are hidden, without the command that holds one."""
        names, worker = self.oversight.names, self.brief.away.worker.name
        self.query_one("#title", TextLine).show((Part(f" What is open: {names.worker(worker)}", "bold"),))
        parts: list[Part] = []
        for key, label in (
            ("↑↓", "Read on"),
            (self.oversight.keymap.shown("hide_names"), "Hide names"),
            ("esc", "Back"),
        ):
            parts += [Part(f" {key}", "bold $text-accent"), Part(f" {label} ")]
        command = "" if names.hidden else f'  On paper: oversight cover "{worker}" --open'
        self.query_one("#keys", TextLine).show((*parts, Part(command, "$text-muted")), parts)
        found: list[Passage] = []
        for level, words in told(self.brief, self.oversight.worker.today()):
            if level == 0:
                found += [Passage()] if found else []
                found.append(Passage(names.text(words), "strong"))
            else:
                found.append(Passage(names.long_text(words), indent=2 * level, hang=2))
        self.query_one("#page", TextBlock).show(found)
