"""What a manager puts right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class DayCorrected:
    """The day of an earlier entry was another."""

    of: int
    on: date


@dataclass(frozen=True)
class ChildCorrected:
    """An earlier entry was about another child."""

    of: int
    child: str


@dataclass(frozen=True)
class Withdrawn:
    of: int


@dataclass(frozen=True)
class Undone:
    """The last thing that stands was taken back, all of it."""


@dataclass(frozen=True)
class Redone:
    """The last thing that was taken back was brought back."""
