"""Actions, and what came of them."""

from __future__ import annotations

from datetime import date

from oversight_tui.practice.ids import EntryId, Subject
from oversight_tui.practice.requests.base import Request


class ActionRequest(Request, frozen=True):
    """An action about a child, or about a worker: what, who (a name), by when."""

    about: Subject
    text: str
    owner: str
    by: date
    on: date


class CloseAction(Request, frozen=True):
    """An action done, or (`done` False) not to be done and why."""

    action: EntryId
    on: date
    done: bool = True
    text: str | None = None

    @property
    def upon(self) -> EntryId:
        """The action."""
        return self.action


class CarryAction(Request, frozen=True):
    """An action carried over to another day."""

    action: EntryId
    to: date
    on: date
    text: str | None = None

    @property
    def upon(self) -> EntryId:
        """The action."""
        return self.action
