"""Children whom no worker holds: on whose list they stand, for how many days, and at what risk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from oversight_tui.practice.attention.unallocated import has_no_worker, holder_in_doubt, unallocated_since
from oversight_tui.practice.discussion_clock import risk_used
from oversight_tui.practice.facts import Bucket
from oversight_tui.practice.sight.of_team import OfTeam
from oversight_tui.practice.sight.values import FigureKey, Waiting

# Three counts that are never one: who waits for a worker, and who is on somebody's list.
WAITING: Mapping[Bucket, FigureKey] = {
    "unallocated": "waiting",
    "duty": "on_duty",
    "held_by_manager": "held_by_manager",
}


def waiting_in(part: OfTeam, today: date) -> tuple[Waiting, ...]:
    """The children of a team whom no worker holds, who has waited longest first; of whom that is not known, last."""
    return tuple(sorted(_waiting(part, today), key=lambda one: (one.days is None, -(one.days or 0), one.child)))


def _waiting(part: OfTeam, today: date) -> Iterator[Waiting]:
    in_doubt = holder_in_doubt(part.open_items)
    for child in part.children:
        if child.worker_id is None and has_no_worker(child, in_doubt):
            since = unallocated_since(child)
            days = max(0, (today - since).days) if since is not None else None
            yield Waiting(child.id, child.bucket or "unallocated", days, risk_used(child))


def held_as(waiting: Iterable[Waiting], bucket: Bucket) -> Iterable[Waiting]:
    """Those who wait for a worker, or are on one of the lists."""
    return (one for one in waiting if one.bucket == bucket)
