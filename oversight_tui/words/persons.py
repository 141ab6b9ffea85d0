"""How somebody says that they mean themselves, or somebody who is nobody of the team."""

from __future__ import annotations

from oversight_tui.words.text import folded, one_line

_ONESELF = frozenset({"me", "myself", "i"})
OUTSIDE = "outside"


def is_oneself(typed: str) -> bool:
    """Whether who typed it means themselves: me, myself, I."""
    return folded(typed).strip() in _ONESELF


def named_outside(typed: str) -> str:
    """The name that is typed behind "outside:", of somebody who is nobody of the team; empty where none is."""
    before, mark, named = typed.partition(":")
    return one_line(named) if mark and folded(before) == OUTSIDE else ""
