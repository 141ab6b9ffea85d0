"""What a manager types about children: where they come from, who holds them, what happened to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Status = Literal["looked_after", "protection_plan", "in_need"]
Risk = Literal["low", "medium", "high", "very_high"]
Bucket = Literal["unallocated", "duty", "held_by_manager"]
Moment = Literal["missing_from", "returned", "strategy_discussion"]
End = Literal["strategy_discussion", "interview_held", "interview_declined"]


@dataclass(frozen=True)
class ChildAdded:
    """A child who came in by hand; nobody's where no worker is said."""

    child: str
    worker: str | None


@dataclass(frozen=True)
class ListRow:
    """One child on a caseload list."""

    child: str
    worker: str | None
    status: Status
    last_seen: date | None
    closed: date | None = None


@dataclass(frozen=True)
class CaseloadImported:
    """A caseload list, and the day it shows."""

    rows: tuple[ListRow, ...]
    shows: date


@dataclass(frozen=True)
class Rated:
    child: str
    risk: Risk
    on: date


@dataclass(frozen=True)
class Handed:
    """A child handed to a worker, or into a bucket."""

    child: str
    to: str | None
    on: date
    bucket: Bucket = "unallocated"


@dataclass(frozen=True)
class Dated:
    """A moment about a child that no list carries."""

    child: str
    what: Moment
    on: date


@dataclass(frozen=True)
class Ended:
    """An enquiry ended, or the interview after a return was held or declined."""

    child: str
    what: End
    on: date


@dataclass(frozen=True)
class Seen:
    child: str
    on: date
