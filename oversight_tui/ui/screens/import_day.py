"""The day that lists show: typed, with the day understood beside it, or taken as the file has it."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from oversight_tui.ui.import_messages import FilesRead
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.ui.widgets.typed_line import TypedLine
from oversight_tui.words.dates import DateProblem, long_day, parse_date


class ImportDay(Vertical):
    """Posts Taken with a day that is not still to come, and Left on Esc."""

    DEFAULT_CSS = """
    ImportDay { height: 1fr; padding-top: 1; }
    ImportDay #day { border: round $border-blurred; background: $field; height: 3; margin: 0 1; padding: 0 1; }
    ImportDay #day:focus { border: round $border; background: $field-focused; }
    ImportDay #understood { height: 5; margin: 0 3; }
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
        self._guess: date | None = None  # as the file has it itself
        self._is_in_name = False  # in its name, else the newest in it
        self._newest: date | None = None  # of the lists that are in already
        self._today = date.min
        self.is_asked = False  # whether the files that were read show a day

    def compose(self) -> ComposeResult:
        """The line and the day understood."""
        yield TypedLine("The day the lists show:", id="day")
        yield TextBlock(id="understood")

    def begin(self, read: FilesRead, today: date) -> None:
        """What was found in the files."""
        self.is_asked = read.needs_day
        self._guess, self._is_in_name = read.guess, read.is_in_name
        self._newest = read.newest
        self._today = today

    def forget(self) -> None:
        """Other files: what was typed was of those before."""
        self._line.put("")

    def ask(self) -> None:
        """Ask for it; what was typed before stands there still."""
        self._line.focus()
        self._show(self._line.text)

    @property
    def differs(self) -> str:
        """That another day was taken than the file has itself, where it is so."""
        if not self.is_asked:
            return ""
        day = self._day(self._line.text)
        own = self._of_the_file(day)
        return f"The day you gave is {long_day(day)}. {own}" if day is not None and own else ""

    def _of_the_file(self, day: date | None) -> str:
        if self._guess is None or day == self._guess:
            return ""
        return f"{self._whence} is {long_day(self._guess)}."

    @property
    def _whence(self) -> str:
        return "The day in the name of the file" if self._is_in_name else "The newest day in the file itself"

    @property
    def _line(self) -> TypedLine:
        return self.query_one("#day", TypedLine)

    def go_on(self) -> None:
        """As Enter does."""
        self._line.focus()
        self._line.accept()

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
        self.query_one("#understood", TextBlock).show((Passage(self._understood(typed)),))

    def _understood(self, typed: str) -> str:
        if not typed.strip():
            if self._guess is None:
                return "No list says it itself: type it as 20/11, fri or 2026-11-20."
            says = f"{self._whence} is {long_day(self._guess)}: Enter takes it, or type the day the lists show."
            if self._newest is not None and self._guess < self._newest:
                says = f"{says} Lists of {long_day(self._newest)} are in already, which is later."
            return says
        try:
            day = parse_date(typed, self._today)
        except DateProblem as problem:
            return str(problem)
        if day > self._today:
            return f"{long_day(day)} is still to come. Give the day on which the lists were made."
        return " ".join(filter(None, (f"→ {long_day(day)}.", self._of_the_file(day))))
