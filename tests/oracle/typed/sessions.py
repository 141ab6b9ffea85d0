"""What a manager types about sessions and talks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["one_to_one", "group", "observation"]


@dataclass(frozen=True)
class Planned:
    worker: str
    on: date


@dataclass(frozen=True)
class Moved:
    """A planned session that will be on another day; its worker and day name it."""

    planned: int
    worker: str
    on: date
    to: date


@dataclass(frozen=True)
class Held:
    """A session that took place; the children were talked about, nothing is written of them."""

    worker: str
    on: date
    kind: Kind = "one_to_one"
    children: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cancelled:
    """A planned session that will not take place; its worker and day name it."""

    planned: int
    worker: str
    on: date


@dataclass(frozen=True)
class SessionTalk:
    """Words about a child in a one-to-one session, which was held with that."""

    worker: str
    child: str
    on: date


@dataclass(frozen=True)
class Talk:
    """A same-day talk; `answers` is the talk asked for that was held with it."""

    child: str
    on: date
    answers: int | None = None


@dataclass(frozen=True)
class TalkAsked:
    child: str
    on: date


@dataclass(frozen=True)
class Filed:
    """A talk was put on the child's file."""

    talk: int
    on: date
