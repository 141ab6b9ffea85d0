"""How many of all are in time, and where that stands against the target and the floor of the policy.

A target, and a floor below which something has to be done: Kent's quarterly reports (green from the target on, amber
from the floor on, red below it).
"""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.practice.policy import Policy
from oversight_tui.practice.sight.values import IN_TIME, Figure, FigureKey, Share, ShareKey, Standing

# What each share is of: those in time, and these.
_LATE: Mapping[ShareKey, tuple[FigureKey, ...]] = {
    "supervised": ("supervised_overdue", "supervised_never"),
    "discussed": ("discussed_overdue", "discussed_never"),
    "visited": ("visits_late",),
}


def shares_of(figures: Mapping[FigureKey, Figure], policy: Policy) -> Mapping[ShareKey, Share]:
    """Each share, from the figures of its states."""
    return {key: _share(key, figures, policy) for key in IN_TIME}


def _share(key: ShareKey, figures: Mapping[FigureKey, Figure], policy: Policy) -> Share:
    in_time = sum(figures[state].count for state in IN_TIME[key])
    of = in_time + sum(figures[state].count for state in _LATE[key])
    target, floor = policy.sight[f"{key}_target"], policy.sight[f"{key}_floor"]
    return Share(key, in_time, of, target, floor, standing_of(in_time, of, target, floor))


def standing_of(in_time: int, of: int, target: int, floor: int) -> Standing | None:
    """On target from the target on, above the floor from the floor on, else below it; None where there is nobody.

    The percentages are not rounded: 79.6 is below a floor of 80.
    """
    if not of:
        return None
    if 100 * in_time >= target * of:
        return "on_target"
    return "above_floor" if 100 * in_time >= floor * of else "below_floor"
