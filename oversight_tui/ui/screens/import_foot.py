"""The foot of an import: what can be pressed at each step, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from oversight_tui.ui.widgets.button_row import ButtonRow, RowButton
from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.ui.window import key_parts

if TYPE_CHECKING:
    from oversight_tui.services.importing.questions import ImportQuestion

Step = Literal["files", "day", "busy", "question", "told", "told first", "unchanged", "written"]
BACK = "back"  # what a click on Esc asks for

_TYPED: tuple[Step, ...] = ("files", "day")  # the keys are for a line there
_BUTTONS: dict[Step, tuple[RowButton, ...]] = {
    **dict.fromkeys(_TYPED, (RowButton("go on", "Go on", ""),)),
    "told": (RowButton("write", "Write it", ""),),
    "told first": (RowButton("write", "Take it, with a passphrase", ""),),
    "written": (RowButton("done", "To the board", ""), RowButton("undo", "Take it back", "u")),
}
_KEYS: dict[Step, tuple[tuple[tuple[str, str, str], ...], ...]] = {
    "files": (
        (
            ("Tab", "completes", ""),
            ("↓", "or a click chooses", ""),
            ("Enter", "takes the file", ""),
            ("Esc", "goes back", BACK),
        ),
        (("↓", "chooses", ""), ("Enter", "takes", ""), ("Esc", "goes back", BACK)),
    ),
    "day": (
        (("Enter", "goes on", ""), ("Esc", "goes back to the files", BACK)),
        (("Enter", "goes on", ""), ("Esc", "goes back", BACK)),
    ),
    "busy": ((("", "One moment", ""),),),
    "question": (
        (("", "Press the key of an answer, or click it.", ""), ("Esc", "goes back a step, nothing is written", BACK)),
        (("", "The key of an answer", ""), ("Esc", "goes back a step", BACK)),
    ),
    "told": (
        (
            ("Enter", "writes it", ""),
            ("↑ ↓ PgDn", "read on", ""),
            ("Esc", "goes back a step, nothing is written", BACK),
        ),
        (("Enter", "writes it", ""), ("Esc", "goes back a step", BACK)),
    ),
    "told first": (
        (
            ("Enter", "takes it: a passphrase first", ""),
            ("↑ ↓ PgDn", "read on", ""),
            ("Esc", "goes back a step", BACK),
        ),
        (("Enter", "takes it", ""), ("Esc", "goes back a step", BACK)),
    ),
    "unchanged": ((("", "Nothing would change.", ""), ("Esc", "goes back a step", BACK)),),
    "written": (
        (("Enter", "goes to the board", ""), ("u", "takes it back", "undo")),
        (("Enter", "to the board", ""), ("u", "undoes it", "undo")),
    ),
}
_WHAT_DOES: dict[Step, str] = {
    "files": "Type in the line, which Esc goes back to, or take one with Enter.",
    "day": "Type the day; Enter goes on.",
    "busy": "One moment.",
    "question": "Press the key of an answer, or click it. Esc goes back a step.",
    "told": "Enter writes it, Esc goes back a step.",
    "told first": "Enter takes it, Esc goes back a step.",
    "unchanged": "Esc goes back a step.",
    "written": "Enter goes to the board, u takes the import back.",
}


class ImportButtons(ButtonRow):
    """The words in brackets; each step has its own."""

    DEFAULT_CSS = """
    ImportButtons { margin: 1 2 0 2; }
    """

    def go_to(self, step: Step) -> None:
        """Those of this step, with the focus but where one types."""
        self.show(_BUTTONS.get(step, ()))
        self.display = step in _BUTTONS
        if step in _BUTTONS and step not in _TYPED:
            self.focus()

    def ask(self, question: ImportQuestion) -> None:
        """The answers there are, none of them with the focus: no answer is given by itself."""
        self.show(tuple(RowButton(one.key, one.label, one.key) for one in question.choices))
        self.display = True


class ImportKeys(TextLine):
    """The keys of a step, and what is said over them: of a key that does nothing until one does something."""

    _nothing = ""  # what was said last of a key that does nothing

    def go_to(self, step: Step) -> None:
        """Show the keys of a step."""
        versions = (
            [Part(part.text, part.style, part.action or None) for part in key_parts(*keys)] for keys in _KEYS[step]
        )
        self.show(*versions)

    def say_nothing_for(self, key: str, step: Step) -> None:
        """A key does nothing at this step: say so, and what does."""
        self._nothing = f"{key} does nothing here. {_WHAT_DOES[step]}"
        self.say(self._nothing)

    def forget_nothing(self, step: Step) -> None:
        """A key did something: what was said of one that does nothing goes."""
        if self.said and self.said == self._nothing:
            self.go_to(step)
