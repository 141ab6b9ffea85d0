"""A Textual program that changes one line at each key. No key can be answered quicker."""

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Static


class KeyEcho(App[None]):
    """Counts keys."""

    BINDINGS = [("q", "quit", "Quit")]
    pressed = 0

    def compose(self) -> ComposeResult:
        """The one line."""
        yield Static("hello-ready", id="line")

    def on_key(self, _: Key) -> None:
        """Count it."""
        self.pressed += 1
        self.query_one("#line", Static).update(f"key {self.pressed}")


if __name__ == "__main__":
    KeyEcho().run()
