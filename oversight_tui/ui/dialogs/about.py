"""Whom or what a form is about."""

from __future__ import annotations

from msgspec import Struct


class About(Struct, frozen=True):
    """A child or a worker: the ids of the store, the child's reference, the worker's name, and what the title says.

    `text` is what the entry of the row says, where the form is about one.
    """

    child_id: str | None
    worker_id: str | None
    reference: str | None
    worker: str | None
    shown: str
    text: str = ""

    @property
    def key(self) -> str:
        """What tells it from every other: a child is the same child, whoever holds them."""
        return f"child:{self.child_id}" if self.child_id else f"worker:{self.worker_id}"


NOBODY = About(None, None, None, None, "")
