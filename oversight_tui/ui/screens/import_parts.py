"""What stands between the title of an import and its foot: each step shows its own part."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from oversight_tui.ui.screens.import_day import ImportDay
from oversight_tui.ui.screens.import_files import ImportFiles
from oversight_tui.ui.screens.import_foot import Step
from oversight_tui.ui.screens.import_text import ImportText
from oversight_tui.ui.widgets.meter import Meter


class ImportParts(Vertical):
    """The files, the day, how far it has come, and what is read."""

    DEFAULT_CSS = """
    ImportParts { width: 100vw; height: 1fr; }
    ImportParts #meter { margin: 1 2; }
    ImportParts #text { height: 1fr; margin: 1 2 0 2; max-width: 110; }
    """

    def __init__(self, *, ascii_only: bool) -> None:
        super().__init__()
        self.files, self.day = ImportFiles(id="chosen"), ImportDay(id="day-asked")
        self.meter, self.text = Meter(ascii_only=ascii_only, id="meter"), ImportText(id="text")

    def compose(self) -> ComposeResult:
        """All of them."""
        yield from (self.files, self.day, self.meter, self.text)

    def show(self, step: Step) -> None:
        """The one of this step."""
        part = {"files": self.files, "day": self.day, "busy": self.meter}.get(step, self.text)
        for one in self.children:
            one.display = one is part
        if step == "files":
            self.files.ask()
