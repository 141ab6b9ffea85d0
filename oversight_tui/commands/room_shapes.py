"""Who has room for children: as a document that other programs read, and in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from oversight_tui.commands.printing import printed_id
from oversight_tui.commands.shapes import Shape
from oversight_tui.practice.room import Room
from oversight_tui.words.dates import count


def room_shape(room: Iterable[Room]) -> list[Shape]:
    """Who has room for children, those with room first."""
    return [
        {
            "worker": one.name,
            "id": printed_id(one.worker_id),
            "children": one.children,
            "points": one.points,
            "percent": one.percent,
            "fte": one.fte,
            "newly_qualified_percent": one.protected_percent,
            "away": one.away,
            "away_until": one.away_until.isoformat() if one.away_until else None,
            "leaves": one.leaves.isoformat() if one.leaves else None,
            "siblings": list(one.siblings),
            "to_come": one.to_come,
        }
        for one in room
    ]


def room_words(one: Room, today: date) -> str:
    """What a worker holds and carries, and what else is to be known."""
    points = f", {one.points:g} points" if one.points is not None else ""
    load = f", {one.percent:.0f}% of a full caseload" if one.percent is not None else ", load not known"
    hours = f", {one.fte:g} FTE" if one.fte is not None else ""
    besides = "".join(f", {said}" for said in one.besides(today))
    return f"{one.name}: {count(one.children, 'child', 'children')}{points}{load}{hours}{besides}"
