"""What a manager types about the team: who is in it, how often they are supervised, who is away and who stands in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.oracle.days import Span

OUTSIDE = "Zed Quill"  # who stands in from elsewhere


@dataclass(frozen=True)
class WorkerAdded:
    """A worker of the team, by the roster or by hand."""

    name: str
    starts: date
    newly_qualified_from: date | None = None


@dataclass(frozen=True)
class OwnRule:
    """A limit of the worker's own, tighter than everybody's, until its last day."""

    worker: str
    limit: Span
    until: date


@dataclass(frozen=True)
class Leaving:
    """The last day of a worker in the team became known."""

    worker: str
    on: date


@dataclass(frozen=True)
class Opened:
    """An opening date of a worker or a child: the last time before this record."""

    subject: str
    on: date


@dataclass(frozen=True)
class Away:
    worker: str
    first: date
    last: date | None


@dataclass(frozen=True)
class Back:
    """The last day of the absence a worker is in."""

    worker: str
    last: date


@dataclass(frozen=True)
class Covered:
    """Who stands in for a worker: somebody of the team, or from elsewhere."""

    worker: str
    by: str
    first: date
    last: date | None
