"""A form as what saves it and keeps its draft knows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from oversight_tui.practice.pages import ChildPage
    from oversight_tui.practice.requests import Request
    from oversight_tui.ui.dialogs.field import Field
    from oversight_tui.ui.dialogs.sheet import FieldSheet
    from oversight_tui.ui.draft_key import DraftKey
    from oversight_tui.ui.program import Program


class SavedForm(Protocol):
    """What stands in a form, what it asks to record, and where it says something."""

    leads_on: bool
    puts_right_at: str
    draft_key: DraftKey
    itself: tuple[tuple[str, str], ...]

    @property
    def program(self) -> Program:
        """The program it stands in."""

    @property
    def sheet(self) -> FieldSheet:
        """Its fields."""

    def typed(self) -> dict[str, str]:
        """What stands in the fields."""

    def written(self, typed: Mapping[str, str]) -> bool:
        """Whether anything was typed that is worth keeping."""

    def asks(self, typed: Mapping[str, str]) -> Request:
        """What is to be recorded. Raises PlainProblem where what was typed cannot be read."""

    def question(self, typed: Mapping[str, str]) -> str:
        """What is to be asked before it is saved."""

    def days(self, typed: Mapping[str, str]) -> Iterable[Field]:
        """The fields in which days are asked about that may not be meant."""

    def told_of(self, page: ChildPage) -> tuple[tuple[str, str], ...]:
        """What it says at its head of the child's page, before what stood there last."""

    def keep_draft(self) -> None:
        """Keep what was typed."""

    def entered(self) -> None:
        """What saving does."""

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say something above the buttons."""

    def show_buttons(self) -> None:
        """What there is to press now."""
