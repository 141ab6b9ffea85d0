"""How line of sight is to count the clocks that the board shows."""

from __future__ import annotations

from datetime import date

from oversight_tui.practice.board import Clock
from oversight_tui.practice.sight.figures import CountedAs


def counted_as(clock: Clock, day: date) -> CountedAs:
    """Nothing is late of what was never done before its first limit has passed."""
    never_yet = clock.state == "never" and (clock.limit_by is None or day <= clock.limit_by)
    return "not_yet" if never_yet else clock.state
