"""Conditions on the children whom boards show."""

from __future__ import annotations

from db.models import ChildNow

# Open children, and those whom a list has closed while something is open of them still.
SHOWN = ChildNow.shown == True  # noqa: E712
# Children of no team: on the board of whoever holds them, and on every board where that is nobody of any team.
NOWHERE = ChildNow.team.is_null() & SHOWN
