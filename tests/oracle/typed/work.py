"""What a manager types about what is worried about, agreed and decided about a child."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class WorryRaised:
    child: str
    severity: int | None
    review: date | None
    on: date


@dataclass(frozen=True)
class WorryReviewed:
    worry: int
    next: date


@dataclass(frozen=True)
class WorryClosed:
    worry: int


@dataclass(frozen=True)
class ActionAdded:
    child: str
    owner: str
    by: date


@dataclass(frozen=True)
class ActionEnded:
    """Done, or dropped with a reason."""

    action: int
    done: bool


@dataclass(frozen=True)
class ActionCarried:
    action: int
    to: date


@dataclass(frozen=True)
class Decided:
    child: str
    because: bool
    review: date | None
    on: date


@dataclass(frozen=True)
class Reasoned:
    """The reason of a decision that had none."""

    decision: int


@dataclass(frozen=True)
class Reviewed:
    """A decision was looked at again: on another day anew, or it is settled."""

    decision: int
    next: date | None


@dataclass(frozen=True)
class Escalated:
    child: str
    on: date


@dataclass(frozen=True)
class Answered:
    escalation: int


@dataclass(frozen=True)
class Consulted:
    """Somebody was asked; or, with `sighted`, told, which awaits no answer."""

    child: str
    sighted: bool
    on: date


@dataclass(frozen=True)
class Heard:
    """What was heard of somebody who was asked; `on` is not before they were."""

    consultation: int
    on: date
