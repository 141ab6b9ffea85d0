"""A line of the morning list as it is expected, and what of it the definitions leave open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final, Literal


class Left(Enum):
    """What the definitions do not say."""

    OPEN = "left open"


OPEN: Final = Left.OPEN
LeftOpen = Literal[Left.OPEN]
Tier = Literal["urgent", "in_order"]


@dataclass(frozen=True)
class Line:
    """One line: about `child`, or about `worker` where it is about no child.

    `certain` where it must stand, else it may; `opening` where the one line for all opening dates may hold it.
    """

    kind: str
    child: str | None
    worker: str | LeftOpen | None
    state: str | LeftOpen = OPEN
    due_on: date | LeftOpen | None = OPEN
    tier: Tier | LeftOpen = "in_order"
    certain: bool = True
    opening: bool = False


def dated(today: date, due: date) -> str | None:
    """The state of a dated thing: due on its day, overdue after it, nothing before."""
    return "overdue" if today > due else "due" if today == due else None
