"""The smallest Textual program: one line of text. No start can be quicker."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """Shows that it is there."""

    BINDINGS = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        """The one line."""
        yield Static("hello-ready")


if __name__ == "__main__":
    Hello().run()
