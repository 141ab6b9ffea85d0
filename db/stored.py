"""What stands in the store as text, read: days, moments, JSON. What cannot be read so was not written by this program.

The file is damaged then, or another hand was in it, and the person is told that instead of being shown a fault.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from db.errors import StoreError

_DAMAGED = (
    "The store holds {what} that cannot be read, so it is damaged. Nothing was saved; `oversight verify` says what was "
    "changed. Keep the file and open a backup with --store."
)


def damaged(what: str) -> StoreError:
    """The error for something in the store that cannot be read; to be raised."""
    return StoreError(_DAMAGED.format(what=what))


@lru_cache(maxsize=4096)
def day(text: str) -> date:
    """A day from its ISO text. A team's days are few and come again on every board. Raises StoreError."""
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        raise damaged("a date") from None


def moment(text: str) -> datetime:
    """A moment from its ISO text. Raises StoreError."""
    try:
        return datetime.fromisoformat(text)
    except (TypeError, ValueError):
        raise damaged("a time") from None


def content(text: str) -> Any:
    """The value of a JSON text. Raises StoreError."""
    try:
        return json.loads(text)
    except (TypeError, ValueError, RecursionError):
        raise damaged("a content") from None
