"""What is open, for whoever stands in while a worker or the manager is away; `oversight cover` prints the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from oversight_tui.practice.brief import Brief, told
from oversight_tui.ui.actions import bindings
from oversight_tui.ui.key_line import show_keys
from oversight_tui.ui.list_actions import BRIEF
from oversight_tui.ui.screens.reading import ReadingScreen
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine


class BriefScreen(ReadingScreen):
    """The page. Esc goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(BRIEF),
        Binding("enter", "do('list_back')", show=False),
    ]

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
        paper = "" if names.hidden else f'  On paper: oversight cover "{worker}" --open'
        show_keys(self.query_one("#keys", TextLine), self.oversight.keymap.of("brief"), after=paper)
        found: list[Passage] = []
        for level, words in told(self.brief, self.oversight.worker.today()):
            if level == 0:
                found += [Passage()] if found else []
                found.append(Passage(names.text(words), "strong"))
            else:
                found.append(Passage(names.long_text(words), indent=2 * level, hang=2))
        self.query_one("#page", TextBlock).show(found)

    # --- Actions ----------------------------------------------------------------------------------

    def action_do(self, action_id: str) -> None:
        """Do one action of the registry."""
        act: Callable[[], None] = getattr(self, f"do_{action_id}")
        act()

    def on_text_line_clicked(self, event: TextLine.Clicked) -> None:
        """A click on a key does what it stands for."""
        self.action_do(event.action)

    def do_list_back(self) -> None:
        self.dismiss()

    def do_list_help(self) -> None:
        from oversight_tui.ui.screens.keys import KeysScreen

        self.oversight.open(KeysScreen(self.oversight.keymap.of("brief"), self._cannot))

    def _cannot(self, action_id: str) -> str:
        return self.oversight.cannot_lock if action_id == "lock" else ""
