"""What is read during an import: the question, what would change, what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oversight_tui.ui.present.importing import question_passages, told_passages
from oversight_tui.ui.widgets.text_block import Passage, TextBlock

if TYPE_CHECKING:
    from oversight_tui.services.importing.questions import ImportQuestion
    from oversight_tui.services.importing.sitting import Written
    from oversight_tui.services.importing.telling import Told


class ImportText(TextBlock):
    """One of them, with names or without."""

    _question: ImportQuestion | None = None
    _told: Told | None = None
    _differs = ""

    def ask(self, question: ImportQuestion, *, hidden: bool) -> None:
        """A question."""
        self._question, self._told = question, None
        self.show_names(hidden=hidden)

    def tell(self, told: Told, differs: str, *, hidden: bool) -> None:
        """What would change, first how the day `differs` from the file's."""
        self._question, self._told, self._differs = None, told, differs
        self.show_names(hidden=hidden)

    def say_written(self, written: Written) -> None:
        """What was written, and how it is taken back."""
        remark = [Passage(written.remark, "warn")] if written.remark else []
        self._question = self._told = None
        self.show((Passage(written.says, "strong"), *remark, Passage(), Passage("u takes all of it back.")))

    def show_names(self, *, hidden: bool) -> None:
        """The same with names, or without."""
        if self._told is not None:
            self.show(tuple(told_passages(self._told, self._differs, hidden=hidden)))
        elif self._question is not None:
            self.show(tuple(question_passages(self._question, hidden=hidden)))
