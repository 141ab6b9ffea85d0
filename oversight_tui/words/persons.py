"""How somebody says that they mean themselves."""

from __future__ import annotations

from oversight_tui.words.text import folded

_ONESELF = frozenset({"me", "myself", "i"})


def is_oneself(typed: str) -> bool:
    """Whether who typed it means themselves: me, myself, I."""
    return folded(typed).strip() in _ONESELF
