"""Whom leaders turn to about a child or a worker, and what they heard."""

from __future__ import annotations

from datetime import date

from oversight_tui.practice.ids import EntryId, Subject
from oversight_tui.practice.records.consultations import Adviser
from oversight_tui.practice.requests.base import Request


class ConsultRequest(Request, frozen=True):
    """What somebody is asked about a child or a worker; with `for_information` what they are kept sighted of, which
    awaits no answer.
    """

    text: str
    asked_of: str
    on: date
    about: Subject
    adviser: Adviser = "other"
    for_information: bool = False


class HeardRequest(Request, frozen=True):
    """What was heard, and what it changed; None where that was not said."""

    consultation: EntryId
    text: str
    on: date
    changed: str | None = None

    @property
    def upon(self) -> EntryId:
        """The consultation."""
        return self.consultation
