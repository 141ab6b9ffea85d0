"""Who has room for a child, a line a worker, to choose among."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len, set_cell_size

from oversight_tui.practice.room import Room
from oversight_tui.ui.completions import Among, Meant
from oversight_tui.ui.present.names import Names

_WORKER = "worker"
_WIDEST = 18  # cells of a name


def room_lines(room: Sequence[Room], today: date, names: Names) -> Among:
    """The workers with their numbers in columns and what else is to be known of them. While names are hidden it is the
    number of a worker that is put in.
    """
    called = {one.worker_id: names.worker(one.name) for one in room}
    width = min(_WIDEST, max(map(cell_len, (_WORKER, *called.values()))))
    points = any(one.points is not None for one in room)
    heading = f"{_WORKER:{width}} {'points' if points else 'holds':>6} {'load':>4} {'FTE':>4}"
    return Among(heading, tuple(
        Meant(
            f"{set_cell_size(called[one.worker_id], width)} {_numbers(one)}{_besides(one, today)}",
            str(one.worker_id) if names.hidden else one.name,
            0,
        )
        for one in room
    ))  # fmt: skip


def _numbers(one: Room) -> str:
    held = f"{one.points:g}" if one.points is not None else str(one.children)
    load = f"{one.percent:.0f}%" if one.percent is not None else "?"
    return f"{held:>6} {load:>4} {f'{one.fte:g}' if one.fte is not None else '?':>4}"


def _besides(one: Room, today: date) -> str:
    said = ", ".join(one.besides(today))
    return f"  {said}" if said else ""
