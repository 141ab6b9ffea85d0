"""When a session fell far short of what was planned, so that it has to be said whether it counts."""

from __future__ import annotations


def falls_short(took: int, planned: int, percent: int) -> bool:
    """Whether what it took, minutes or children, is less than so many percent of what was planned."""
    return took * 100 < planned * percent
