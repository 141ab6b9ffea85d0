"""The recovery phrase of a new store, shown once, and whether it was written down."""

from __future__ import annotations

import secrets
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from oversight_tui.ui.marking import MarkedLine
from oversight_tui.ui.program import ProgramScreen
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.ui.widgets.typed_line import TypedLine

_ABOUT = (
    Passage("Your recovery phrase", "strong"),
    Passage(
        "It opens the store where the passphrase is forgotten. There is no other way back: write it down now and keep "
        "it in a sealed place, apart from this machine."
    ),
)
_WRITTEN = " Enter when it is written down   Esc goes back: nothing is made"
_WRITTEN_BRIEF = " Enter when written   Esc goes back"
_CHECKED = " Enter goes on   Esc goes back to the phrase"
_CHECKED_BRIEF = " Enter goes on   Esc goes back"
_CELL, _MOST_COLUMNS = 12, 6


class Words(Widget):
    """The numbered words in as many columns as there is room for."""

    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, words: tuple[str, ...], *, id: str) -> None:
        super().__init__(id=id)
        self._words = words

    def render(self) -> Content:
        """Row by row."""
        columns = max(1, min(_MOST_COLUMNS, self.size.width // _CELL))
        cells = [f"{place:>2} {word}".ljust(_CELL) for place, word in enumerate(self._words, 1)]
        rows = ("".join(cells[at : at + columns]).rstrip() for at in range(0, len(cells), columns))
        return Content("\n".join(rows))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the columns make."""
        columns = max(1, min(_MOST_COLUMNS, width // _CELL))
        return -(-len(self._words) // columns)


class RecoveryScreen(ProgramScreen[bool]):
    """Shows the words; then asks for one of them with the others out of sight. True once that is right."""

    CSS = """
    RecoveryScreen #middle { height: 1fr; align: center middle; }
    RecoveryScreen #block { width: 80; max-width: 100%; height: auto; padding: 0 2; }
    RecoveryScreen #about { height: 4; }
    RecoveryScreen #words { height: auto; max-height: 14; border: round $border; background: $surface; padding: 0 1; }
    RecoveryScreen #word { border: round $border; background: $field-focused; height: 3; padding: 0 1; }
    RecoveryScreen #says { height: 2; padding: 0 1; }
    RecoveryScreen #keys { dock: bottom; background: $panel; }
    RecoveryScreen.-low #about { display: none; }
    RecoveryScreen.-low #block { padding: 0; }
    RecoveryScreen.-low #words { border: none; }
    """
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "written", show=False),
        Binding("escape", "back", priority=True, show=False),
        Binding("ctrl+q", "app.quit", show=False),
    ]

    def __init__(self, words: tuple[str, ...], marking: tuple[Part, ...]) -> None:
        super().__init__()
        self._marking = marking
        self._words = words
        self._asked = secrets.randbelow(len(words))

    def compose(self) -> ComposeResult:
        """What it is for, the words, and later a line for one of them."""
        yield MarkedLine(self._marking)
        with Container(id="middle"), Container(id="block"):
            yield TextBlock(id="about")
            yield Words(self._words, id="words")
            yield TypedLine(f"Word {self._asked + 1}:", id="word")
            yield TextBlock(id="says")
        yield TextLine(id="keys")

    def fill(self) -> None:
        """Fill it."""
        self.query_one("#about", TextBlock).show(_ABOUT)
        self._show_words(shown=True)

    def action_written(self) -> None:
        """The words go, and one of them is asked for."""
        self._show_words(shown=False)

    def action_back(self) -> None:
        """From the word to the phrase, and from there back to where one came from."""
        if self.query_one("#words").display:
            self.dismiss()
        else:
            self._show_words(shown=True)

    def on_typed_line_accepted(self, event: TypedLine.Accepted) -> None:
        """Right: it is written down. Wrong: say so."""
        if event.text.strip().casefold() == self._words[self._asked]:
            self.dismiss(True)
        else:
            event.line.put("")
            self._say("That is another word. Look at what you wrote down; Esc goes back to the phrase.", wrong=True)

    def _show_words(self, *, shown: bool) -> None:
        line = self.query_one("#word", TypedLine)
        self.query_one("#words").display = shown
        line.display = not shown
        line.put("")
        self._say("" if shown else f"To be sure that it can be read: type word {self._asked + 1} of what you wrote.")
        said = (_WRITTEN, _WRITTEN_BRIEF) if shown else (_CHECKED, _CHECKED_BRIEF)
        self.query_one("#keys", TextLine).show(*((Part(one),) for one in said))
        self.set_focus(None if shown else line)

    def _say(self, says: str, *, wrong: bool = False) -> None:
        self.query_one("#says", TextBlock).show((Passage(says, "alarm" if wrong else "quiet"),))
