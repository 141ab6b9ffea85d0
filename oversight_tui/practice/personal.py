"""A worker's own file: their growth, their wellbeing, what was agreed. Behind a hard wall from every child's file.

The child's file holds what concerns the child, the worker's own file what concerns the worker.
Nothing in the rules, the board, a child's page or an export reads these values.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

PERSONAL = {
    "reflection": "Reflection",
    "wellbeing": "Wellbeing",
    "learning": "Learning",
    "goal": "Goal",
    "performance": "Performance concern",
    "agreement": "Supervision agreement",
    "observation": "Observation of practice",
    "feedback": "Feedback",
}


class PersonalEntry(Struct, frozen=True):
    """One entry. `follows` is the goal, course or concern it tells more of; an agreement has its signatures' days."""

    id: str
    kind: str
    on: date | None
    by: str
    text: str
    support_offered: str | None = None
    next_step: str | None = None
    follows: str | None = None
    signed_by_worker: date | None = None
    signed_by_manager: date | None = None
    renew_on: date | None = None


class PersonalRequest(Struct, frozen=True):
    """An entry to be made in a worker's own file."""

    worker_id: str
    kind: str
    text: str
    on: date
    support_offered: str | None = None
    next_step: str | None = None
    follows: str | None = None
    signed_by_worker: date | None = None
    signed_by_manager: date | None = None
    renew_on: date | None = None
