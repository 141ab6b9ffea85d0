"""Files picked to be audited, and what was found in each."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from oversight_tui.practice.records.base import Content, Follows, Kind, Names, Text, TypedName, Words
from oversight_tui.words.dates import long_day


class AuditPick(Content, frozen=True):
    """A child's file picked to be audited, by whom and by when; `seed` and `stratum` say how it came to be picked."""

    kind: ClassVar = Kind(
        name="audit_pick",
        called="a file picked for audit",
        page="child",
        heading="Audit of the file",
        told_as="audit",
    )
    auditor: TypedName
    due_on: date
    seed: int | None = None
    stratum: Words | None = None

    def told(self, names: Names) -> str:
        """By whom, by when, and how it was drawn."""
        drawn = f"; {drawn_words(self.seed, self.stratum)}" if self.seed is not None else ""
        return f"Picked for audit by {self.auditor}, due {long_day(self.due_on)}{drawn}"


def drawn_words(seed: int | None, stratum: str | None) -> str:
    """With which number a file was drawn and out of which status, so that it can be drawn again; empty where it was
    picked by hand.
    """
    out_of = f" out of: {stratum}" if stratum else ""
    return f"drawn by lot{out_of}, number {seed}" if seed is not None else ""


class Audit(Content, frozen=True):
    """A child's file audited: what was good and what must change. What each question was answered are its parts; what
    must change by a day are actions that name it.
    """

    kind: ClassVar = Kind(
        name="audit",
        called="an audit of a file",
        page="child",
        heading="Audit of the file",
        news="File audited",
        told_as="audit",
        correctable=True,
        dated=True,
    )
    text: Text
    auditor: TypedName
    must_change: Words | None = None
    pick: Follows | None = None

    def told(self, names: Names) -> str:
        """By whom, what was good, what must change."""
        change = f" To change: {self.must_change}" if self.must_change else ""
        return f"Audited by {self.auditor}. Good: {self.text}{change}"
