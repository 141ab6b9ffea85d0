"""What a row of a list is known by: widgets know nothing of ids, and compare text."""

from __future__ import annotations


def key_of(number: int) -> str:
    """The key of a row that is a child, a worker or an entry, by the store's id of it."""
    return str(number)


def id_of(key: str) -> int:
    """The store's id that a key was made of."""
    return int(key)
