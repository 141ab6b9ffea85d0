"""A line that is typed into: short text, at the end only. Smaller and quicker to start than a general input."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from oversight_tui.words.text import safe

LONGEST = 200  # characters of what is typed, where no more is said


class TypedLine(Widget, can_focus=True):
    """A prompt and what was typed after it. Posts Changed, Accepted on Enter and Left on Esc."""

    DEFAULT_CSS = """
    TypedLine { height: 1; background: $surface; }
    """

    class Changed(Message):
        """Something was typed or taken back."""

        def __init__(self, line: TypedLine, text: str) -> None:
            super().__init__()
            self.line = line
            self.text = text

    class Accepted(Changed):
        """Enter was pressed."""

    class Left(Changed):
        """Esc was pressed."""

    def __init__(self, prompt: str, *, longest: int = LONGEST, id: str | None = None) -> None:
        super().__init__(id=id)
        self._longest = longest
        self.prompt = prompt
        self.text = ""
        self.selected = False

    def put(self, text: str, prompt: str | None = None, *, selected: bool = False) -> None:
        """Begin with this text; where it is selected, what is typed stands in its place."""
        self.text, self.selected = text, selected and bool(text)
        self.prompt = self.prompt if prompt is None else prompt
        self.refresh()

    @property
    def shown(self) -> str:
        """The text as it stands there."""
        return self.text

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Letters are typed here, whatever they do elsewhere."""
        return character is not None and character.isprintable()

    def render(self) -> Content:
        """The prompt and the text's end, with a block where the next character goes."""
        room = max(1, self.size.width - cell_len(self.prompt) - 2)
        shown = safe(self.shown).replace("\n", " ")[-room:]
        while cell_len(shown) > room:
            shown = shown[1:]
        cursor = Content.styled(" ", "reverse") if self.has_focus else Content("")
        typed = Content.styled(shown, "reverse") if self.selected else Content(shown)
        return Content.assemble((self.prompt, "bold"), " ", typed, cursor)

    def accept(self) -> None:
        """What Enter does."""
        self.post_message(self.Accepted(self, self.text))

    def on_key(self, event: events.Key) -> None:
        """Take what is typed; Tab and the like go on to the screen."""
        if event.key == "enter":
            self.accept()
        elif event.key == "escape":
            self.post_message(self.Left(self, self.text))
        elif event.key in ("backspace", "ctrl+h"):
            self._change("" if self.selected else self.text[:-1])
        elif event.key == "ctrl+u" or (event.key == "ctrl+k" and self.selected):
            self._change("")
        elif event.key == "ctrl+a":
            self.selected = bool(self.text)
            self.refresh()
        elif event.is_printable and event.character:
            self._change(self._kept + event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text goes in as one line."""
        self._change(self._kept + " ".join(event.text.split()))
        event.stop()

    @property
    def _kept(self) -> str:
        """What stays of the text when more is typed."""
        return "" if self.selected else self.text

    def _change(self, text: str) -> None:
        self.text, self.selected = text[: self._longest], False
        self.refresh()
        self.post_message(self.Changed(self, self.text))
