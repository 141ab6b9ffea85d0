"""How much each worker carries against a full caseload for their hours, and the children per full-time equivalent.

No national limit exists (NWAG, September 2025), nor is a table of points shipped: the full caseload is the authority's,
and so are points, which take the place of a count of children once it has typed in its own. The four bands are those of
the probation workload tool of 2005, with room to spare as a band of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from oversight_tui.practice.facts import Child, Worker
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.policy import Policy
from oversight_tui.practice.sight.values import FigureKey, Load, Spread
from oversight_tui.practice.supervision import is_newly_qualified


def is_here(worker: Worker, today: date) -> bool:
    """Whether a worker has begun and has not left; who is away is here."""
    return worker.has_begun(today) and not worker.has_left(today)


def carries(worker: Worker, today: date) -> bool:
    """Whether a worker's hours can carry children: they are here, and their FTE is known and over 0."""
    return bool(worker.fte) and is_here(worker, today)


def points_of(child: Child, policy: Policy) -> float:
    """What a child weighs by the authority's own scheme: by their status, and more where they are rated high or very
    high. A rating that nobody gave weighs nothing.
    """
    points = policy.points
    return points[child.status or "other"] + (points[child.risk] if child.risk in ("high", "very_high") else 0.0)


def held_by(children: Iterable[Child]) -> Mapping[WorkerId | None, Sequence[Child]]:
    """The children of each worker; under None those whom nobody holds."""
    found: dict[WorkerId | None, list[Child]] = defaultdict(list)
    for child in children:
        found[child.worker_id].append(child)
    return found


def load_of(worker: Worker, children: Sequence[Child], policy: Policy, today: date) -> Load:
    """What one worker carries; `children` are all of theirs."""
    full_time = policy.points["full_time"]
    points = sum(points_of(child, policy) for child in children) if full_time else None
    carried, full = (len(children), policy.sight["full_caseload"]) if points is None else (points, full_time)
    percent = None
    if full and worker.fte and is_here(worker, today):
        lighter = policy.sight["newly_qualified_percent"] / 100 if is_newly_qualified(worker, policy, today) else 1
        percent = (
            round(100 * carried / (full * worker.fte * lighter), 6) if lighter else None
        )  # no hair of a float in between
    return Load(worker.id, len(children), points, percent)


def band_of(percent: float, policy: Policy) -> FigureKey:
    """The band of a load: room to spare below one figure, over a full caseload above the next, far over from the last
    one on.
    """
    limits = policy.sight
    if percent >= limits["far_over_percent"]:
        return "far_over"
    if percent > limits["over_percent"]:
        return "over"
    return "spare" if percent < limits["spare_percent"] else "full"


def spread_of(workers: Iterable[Worker], held: Mapping[WorkerId | None, int], today: date) -> Spread:
    """Children per full-time equivalent of those of these workers whose hours can carry children; `held` is how many
    each of them holds.
    """
    each = [(held.get(one.id, 0), one.fte or 0.0) for one in workers if carries(one, today)]
    if not each:
        return Spread(None, None, None)
    rates = [number / fte for number, fte in each]
    return Spread(sum(number for number, _ in each) / sum(fte for _, fte in each), min(rates), max(rates))
