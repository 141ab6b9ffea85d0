"""The day that lists show: typed, with the day understood beside it, or taken as the file has it."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.ui.widgets.typed_line import TypedLine
from oversight_tui.words.dates import DateProblem, long_day, parse_date


class ImportDay(Vertical):
    """Posts Taken with a day that is not still to come, and Left on Esc."""

    DEFAULT_CSS = """
    ImportDay { height: 1fr; padding-top: 1; }
    ImportDay #day { border: round $border-blurred; background: $field; height: 3; margin: 0 1; padding: 0 1; }
    ImportDay #day:focus { border: round $border; background: $field-focused; }
    ImportDay #understood { height: 1; margin: 0 3; color: $text-muted; }
    """

    class Taken(Message):
        """The lists show this day."""

        def __init__(self, day: date) -> None:
            super().__init__()
            self.day = day

    class Left(Message):
        """Esc."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._guess: date | None = None
        self._today = date.min

    def compose(self) -> ComposeResult:
        """The line and the day understood."""
        yield TypedLine("The day the lists show:", id="day")
        yield TextLine(id="understood")

    def ask(self, guess: date | None, today: date) -> None:
        """Ask for it; `guess` is the day that the file has itself, where it has one."""
        self._guess, self._today = guess, today
        line = self.query_one("#day", TypedLine)
        line.put("")
        line.focus()
        self._show("")

    def on_typed_line_changed(self, event: TypedLine.Changed) -> None:
        """Show the day that is understood."""
        event.stop()
        self._show(event.text)

    def on_typed_line_accepted(self, event: TypedLine.Accepted) -> None:
        """Take it, or say why not."""
        event.stop()
        day = self._day(event.text)
        if day is not None and day <= self._today:
            self.post_message(self.Taken(day))

    def on_typed_line_left(self, event: TypedLine.Left) -> None:
        """Esc."""
        event.stop()
        self.post_message(self.Left())

    def _day(self, typed: str) -> date | None:
        try:
            return parse_date(typed, self._today) if typed.strip() else self._guess
        except DateProblem:
            return None

    def _show(self, typed: str) -> None:
        self.query_one("#understood", TextLine).show((Part(self._understood(typed)),))

    def _understood(self, typed: str) -> str:
        if not typed.strip():
            if self._guess is None:
                return "No list says it itself: type it as 20/11, fri or 2026-11-20."
            return f"{long_day(self._guess)}, as the file has it: Enter takes that, or type another."
        try:
            day = parse_date(typed, self._today)
        except DateProblem as problem:
            return str(problem)
        if day > self._today:
            return f"{long_day(day)} is still to come. Give the day on which the lists were made."
        return f"→ {long_day(day)}"
