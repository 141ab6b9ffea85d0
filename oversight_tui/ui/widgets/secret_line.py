"""A line for a passphrase: what is typed is not shown, and is forgotten once it was given."""

from __future__ import annotations

from collections.abc import Callable

from textual import events

from oversight_tui.ui.widgets.typed_line import TypedLine

MASK = "*"
_LONGEST = 2_000  # characters: a recovery phrase has up to 215


class SecretLine(TypedLine):
    """Calls `when_given` on Enter, at once, so that the next key already waits for what comes of it."""

    def __init__(self, prompt: str, *, id: str | None = None) -> None:
        super().__init__(prompt, longest=_LONGEST, id=id)
        self.when_given: Callable[[str], None] | None = None

    @property
    def shown(self) -> str:
        """A mask for each character that was typed."""
        return MASK * len(self.text)

    def on_key(self, event: events.Key) -> None:
        """Enter gives it and Esc forgets it; everything else is typed."""
        if event.key not in ("enter", "escape"):
            return
        event.stop()
        event.prevent_default()
        typed = self.text
        self.put("")
        if event.key == "enter" and self.when_given is not None:
            self.when_given(typed)

    def on_paste(self, event: events.Paste) -> None:
        """As it was copied: a line break at its end is none of it, one within stands between words."""
        event.stop()
        event.prevent_default()
        self._change(self.text + " ".join(event.text.strip("\r\n").splitlines()))
