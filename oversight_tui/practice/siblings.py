"""Brothers and sisters whom a handing over would part from each other: one goes, and one stays with the same worker."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from oversight_tui.practice.facts import Child
from oversight_tui.practice.ids import ChildId


def left_with_their_worker(children: Iterable[Child], handed_over: Collection[ChildId]) -> tuple[Child, ...]:
    """Those of `children` who stay with a worker while one of the same family goes, in the order they came."""
    known = tuple(children)
    parted = {(one.worker_id, one.family) for one in known if one.id in handed_over and one.family is not None}
    return tuple(
        one
        for one in known
        if one.id not in handed_over and one.worker_id is not None and (one.worker_id, one.family) in parted
    )
