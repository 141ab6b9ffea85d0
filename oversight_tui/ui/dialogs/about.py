"""Whom a form is about."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class About:
    """A child or a worker: the ids of the store, the child's reference, the worker's name, and what the title says."""

    child_id: str | None
    worker_id: str | None
    reference: str | None
    worker: str | None
    shown: str

    @property
    def key(self) -> str:
        """How a draft names it: a child's form is the child's, whoever holds them."""
        return f"child:{self.child_id}" if self.child_id else f"worker:{self.worker_id}"
