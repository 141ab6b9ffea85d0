"""Which rows of different heights can be seen at once. Looks at no more of them than there is room for."""

from __future__ import annotations

from collections.abc import Callable

# How many lines the row at a place is painted in.
HeightOf = Callable[[int], int]


def seen_from(top: int, room: int, rows: int, height_of: HeightOf) -> list[tuple[int, int]]:
    """The lines seen from the row at `top` on: of each the place of its row and which of the row's lines it is."""
    found: list[tuple[int, int]] = []
    for place in range(top, rows):
        if len(found) >= room:
            break
        found += [(place, line) for line in range(height_of(place))]
    return found[:room]


def first_that_shows(place: int, room: int, height_of: HeightOf) -> int:
    """The first row from which on the row at this place is seen whole; itself where it is higher than the room."""
    left = room - height_of(place)
    while place > 0 and left >= (height := height_of(place - 1)):
        left -= height
        place -= 1
    return place
