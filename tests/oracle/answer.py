"""What `oversight today --json` says, as far as the contract fixes it and the oracle asks."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Supervision(Struct, frozen=True):
    state: str
    last_held: date | None
    days_since: int | None
    ideal_by: date | None
    limit_by: date | None
    next_planned: date | None


class Coverage(Struct, frozen=True):
    children: int
    in_time: int
    due: int
    overdue: int
    never: int


class Worker(Struct, frozen=True):
    name: str
    newly_qualified: bool
    children: int
    supervision: Supervision
    coverage: Coverage
    worries_open: int
    actions_overdue: int
    absence: dict[str, str | None] | None


class Child(Struct, frozen=True):
    reference: str
    worker: str | None
    status: str | None
    risk: str | None
    allocated_since: date | None
    last_seen: date | None
    last_discussed: date | None
    days_since: int | None
    state: str


class Factor(Struct, frozen=True):
    factor: str
    points: float


class Row(Struct, frozen=True):
    rank: int
    kind: str
    state: str
    id: str | None
    worker: str | None
    child: str | None
    summary: str
    due_on: date | None
    days_over: int | None
    score: float
    because: list[Factor]
    tier: str = "not said"


class Counts(Struct, frozen=True):
    workers: int
    children: int
    unallocated: int
    overdue: int
    due: int
    never: int
    urgent: int = -1


class Today(Struct, frozen=True):
    as_of: date
    counts: Counts
    workers: list[Worker]
    children: list[Child]
    attention: list[Row]
