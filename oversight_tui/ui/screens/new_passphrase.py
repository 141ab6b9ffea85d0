"""A passphrase for a store that is to be made: typed twice, with a meter and why it is weak."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from oversight_tui.ui.marking import MarkedLine
from oversight_tui.ui.passphrases import Passphrases, Strength
from oversight_tui.ui.program import ProgramScreen
from oversight_tui.ui.widgets.meter import Meter
from oversight_tui.ui.widgets.secret_line import SecretLine
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine

if TYPE_CHECKING:
    from db.key import Key

_ABOUT = (
    Passage("A passphrase for your store", "strong"),
    Passage(
        "The file is encrypted with it, and it is asked for each time. Four or more words that do not belong together "
        "are strong and can be remembered: no sentence, no name, no date."
    ),
)
_FIRST, _AGAIN = "Passphrase:", "The same again:"
_KEYS = " Enter goes on   Esc goes back"


class NewPassphraseScreen(ProgramScreen["Key"]):
    """Answers with the key of a passphrase that was typed twice, or with nothing."""

    CSS = """
    NewPassphraseScreen #middle { height: 1fr; align: center middle; }
    NewPassphraseScreen #block { width: 80; max-width: 100%; height: auto; padding: 0 2; }
    NewPassphraseScreen #about { height: 4; }
    NewPassphraseScreen #typed {
        border: round $border; background: $field-focused; height: 3; padding: 0 1;
    }
    NewPassphraseScreen #meter { margin: 1 0; padding: 0 1; }
    NewPassphraseScreen #says { height: 4; padding: 0 1; }
    NewPassphraseScreen #keys { dock: bottom; background: $panel; }
    NewPassphraseScreen.-low #about { height: 2; }
    NewPassphraseScreen.-low #meter { margin: 0; }
    """
    AUTO_FOCUS = "#typed"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", priority=True, show=False),
        Binding("ctrl+q", "app.quit", show=False),
    ]

    def __init__(self, passphrases: Passphrases, marking: tuple[Part, ...], *, ascii_only: bool) -> None:
        super().__init__()
        self._marking = marking
        self._passphrases = passphrases
        self._ascii_only = ascii_only
        self._first = ""  # what was typed first and is to be typed again
        self._key: Key | None = None  # of what was typed first
        self._weak = ""  # what is weak, and is taken when it is typed a second time

    def compose(self) -> ComposeResult:
        """What it is for, the line, the meter, what is to be said."""
        yield MarkedLine(self._marking)
        with Container(id="middle"), Container(id="block"):
            yield TextBlock(id="about")
            yield SecretLine(_FIRST, id="typed")
            yield Meter(ascii_only=self._ascii_only, id="meter")
            yield TextBlock(id="says")
        yield TextLine(id="keys")

    def fill(self) -> None:
        """Fill it."""
        self.query_one("#about", TextBlock).show(_ABOUT)
        self.query_one("#keys", TextLine).show((Part(_KEYS),))
        self._line.when_given = self._given
        self._measure(None)

    def on_descendant_blur(self) -> None:
        """There is nothing else to type into, wherever somebody has clicked."""
        self.call_later(self._line.focus)

    async def on_typed_line_changed(self, event: SecretLine.Changed) -> None:
        """The meter follows, as fast as it can be told."""
        if self._first or event.text != self._line.text:
            return
        found = await asyncio.to_thread(self._passphrases.strength, event.text) if event.text else None
        if event.text == self._line.text:
            self._measure(found)

    def action_back(self) -> None:
        """From the second time to the first, and from there back to where one came from."""
        if self._first:
            self._ask_first()
        else:
            self.dismiss()

    @property
    def _line(self) -> SecretLine:
        return self.query_one("#typed", SecretLine)

    def _given(self, typed: str) -> None:
        if not typed:
            return
        if not self._first:
            self.run_worker(self._try(typed), exclusive=True)
        elif typed == self._first:
            self.dismiss(self._key)
        else:
            self._ask_first("These two are not the same. Type it anew.")

    async def _try(self, typed: str) -> None:
        """Go on to the second time, or say why this is none."""
        key = await asyncio.to_thread(self._passphrases.key_for, typed)
        if isinstance(key, str):
            self._say(key, wrong=True)
            return
        found = await asyncio.to_thread(self._passphrases.strength, typed)
        self._measure(found)
        if found.is_refused:
            self._say(f"{found.says} It is not taken: choose another.", wrong=True)
        elif found.is_weak and typed != self._weak:
            self._weak = typed
            self._say(f"{found.says} Type it once more to take it all the same, or another one.", wrong=True)
        else:
            self._first = typed
            self._key = key
            self._line.put("", _AGAIN)
            self._say("Now type it a second time.")

    def _ask_first(self, says: str = "") -> None:
        self._first = ""
        self._line.put("", _FIRST)
        self._measure(None)
        if says:
            self._say(says, wrong=True)

    def _measure(self, found: Strength | None) -> None:
        meter = self.query_one("#meter", Meter)
        if found is None:
            meter.show(0, "nothing typed yet")
            self._say("What is typed is not shown.")
            return
        word, style = ("weak", "$text-error") if found.is_weak else ("strong", "$text-success")
        meter.show(found.share, word, style)
        self._say(found.says)

    def _say(self, says: str, *, wrong: bool = False) -> None:
        self.query_one("#says", TextBlock).show((Passage(says, "alarm" if wrong else "quiet"),))
