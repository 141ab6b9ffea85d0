"""What is open, for whoever stands in while a worker or the manager is away; `oversight cover` prints the same."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from oversight_tui.practice.brief import Brief, told
from oversight_tui.ui.actions import bindings
from oversight_tui.ui.key_line import show_keys
from oversight_tui.ui.list_actions import BRIEF
from oversight_tui.ui.screens.acting import Handlers, leaving
from oversight_tui.ui.screens.reading import ReadingScreen
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine


class BriefScreen(ReadingScreen):
    """The page. Esc goes back."""

    place = "brief"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(BRIEF),
        Binding("enter", "do('list_back')", show=False),
    ]

    def __init__(self, brief: Brief) -> None:
        super().__init__()
        self.brief = brief

    def fill(self) -> None:
        """Fill it."""
        self.show_text()

    def handlers(self) -> Handlers:
        """There is nothing to do but read."""
        return {**super().handlers(), **leaving(self)}

    def show_text(self) -> None:
        """Heading by heading; while names are hidden, without the command that holds one."""
        names, worker = self.program.names, self.brief.away.worker.name
        self.query_one("#title", TextLine).show((Part(f" What is open: {names.worker(worker)}", "bold"),))
        self.clear_flash()
        found: list[Passage] = []
        for level, words in told(self.brief, self.program.worker.today()):
            if level == 0:
                found += [Passage()] if found else []
                found.append(Passage(names.text(words), "strong"))
            else:
                found.append(Passage(names.long_text(words), indent=2 * level, hang=2))
        self.query_one("#page", TextBlock).show(found)

    def clear_flash(self) -> None:
        """The keys again, and the command that prints this, but for the name in it while names are hidden."""
        paper = f'  On paper: oversight cover "{self.brief.away.worker.name}" --open'
        keys = self.query_one("#keys", TextLine)
        show_keys(keys, self.program.keymap.of(self.place), after="" if self.program.names.hidden else paper)
