"""How regular a worker's supervision was: the one-to-one sessions of a year, and the days between them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from dateutil.relativedelta import relativedelta
from msgspec import Struct

from oversight_tui.practice.facts import Session


class Regularity(Struct, frozen=True):
    """One-to-one sessions from `first` to `last`. `average` and `longest` are days from one that was held to the next,
    None where fewer than two were.
    """

    first: date
    last: date
    held: int
    cancelled: int
    average: int | None
    longest: int | None


def regularity(sessions: Iterable[Session], today: date) -> Regularity:
    """Of the year up to today. What was entered as an opening date was not held here, and one that was cut short and
    does not count sets back no clock: neither is among those held.
    """
    first = today - relativedelta(years=1) + relativedelta(days=1)
    alone = [one for one in sessions if one.kind == "one_to_one"]
    counting = (one for one in alone if one.state == "held" and not one.opening and one.counts is not False)
    held = sorted({one.held_on for one in counting if one.held_on is not None and first <= one.held_on <= today})
    cancelled = sum(
        one.state == "cancelled" and one.planned_for is not None and first <= one.planned_for <= today for one in alone
    )
    gaps = [(later - earlier).days for earlier, later in pairwise(held)]
    average = round(sum(gaps) / len(gaps)) if gaps else None
    return Regularity(first, today, len(held), cancelled, average, max(gaps, default=None))
