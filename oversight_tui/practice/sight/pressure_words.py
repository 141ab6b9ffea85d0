"""How a pressure that moved is said: what it was, what it is, by how much, and how unusual that is for this team."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from oversight_tui.practice.sight.pressures import FEWEST_CHANGES, Pressure, PressureKey, Pressures
from oversight_tui.words.dates import long_day

_NAMES: dict[PressureKey, str] = {
    "per_fte": "children per FTE",
    "fte": "FTE of the workers",
    "unallocated": "children with no worker",
    "supervised": "workers supervised in time",
    "discussed": "children discussed in time",
    "visited": "children seen in time",
    "worries_open": "worries open",
    "worries_review_late": "worries whose review is late",
    "actions_late": "actions late",
    "decisions_without_because": "decisions without a because",
    "escalations_unanswered": "escalations unanswered",
    "cancelled": "sessions cancelled, of all that were to be held",
    "net_new": "children who came, less those who went",
}
NOTHING_MOVED = "Nothing moved more than it usually does."
TOO_FEW_MONTHS = (
    f"Too few months are known to say what is usual here: it takes {FEWEST_CHANGES} changes from month to month before "
    "those that are looked at."
)


def pressures_said(found: Pressures) -> Iterator[str]:
    """A sentence or two of each, those that grew first; one that says so where nothing moved."""
    if not found.known:
        yield TOO_FEW_MONTHS
    elif not found.moved:
        yield NOTHING_MOVED
    for one in found.moved:
        yield pressure_said(one)


def pressure_said(one: Pressure) -> str:
    """`Children per FTE: 14.1 on 31 Aug 2026, 17.3 on 23 Nov 2026. That is 3.2 more; ...`."""
    way = "more" if one.change > 0 else "less"
    # What is said is the difference of what is said, however it was rounded.
    by, usually = _size(one, abs(float(_said(one, one.now)) - float(_said(one, one.was)))), _size(one, one.usually)
    name = _NAMES[one.key]
    eased = "" if one.worse else " The pressure eased."
    return (
        f"{name[0].upper()}{name[1:]}: {_number(one, one.was)} {_when(one, one.since)}, "
        f"{_number(one, one.now)} {_when(one, one.until)}. That is {by} {way}, {one.times:.1f} times the {usually} "
        f"by which it usually moves in as long a time.{eased}"
    )


def _when(one: Pressure, day: date) -> str:
    """A day; of what counts the things of some months the last of them."""
    of_months = one.key in ("cancelled", "net_new")
    return f"in the months up to {long_day(day)}" if of_months else f"on {long_day(day)}"


def _number(one: Pressure, number: float) -> str:
    return f"{_said(one, number)} %" if one.unit == "percent" else _said(one, number)


def _said(one: Pressure, number: float) -> str:
    """Without its unit: of what is counted a whole number, of everything else with a decimal."""
    return f"{number:.0f}" if one.unit == "number" and one.key != "per_fte" else f"{number:.1f}"


def _size(one: Pressure, number: float) -> str:
    """The size of a change, in the unit of the number."""
    size = _said(one, number) if number % 1 == 0 else f"{number:.1f}"
    return f"{size} points" if one.unit == "percent" else size
