"""How many children a team will have, if children go on to come and go as they did: exact sums, no guess of a curve.

Method (local): each week to come is like one of the weeks that are over, each as likely as any other and whatever the
week before was. The net changes of so many weeks are added up in every way there is (convolution), and the range is
from the tenth to the ninetieth of a hundred of those sums. It needs no chance, and gives the same whenever it is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

WEEKS_BACK = 13
# With fewer weeks than this nothing is said of the weeks to come.
FEWEST_WEEKS = 4
AHEAD = (4, 8, 12)
LOW_PERCENT, HIGH_PERCENT = 10, 90


class WeekFlow(Struct, frozen=True):
    """The seven days from `first` to `last`: children who were new to a team, closed, and came from or went to another
    team.
    """

    first: date
    last: date
    new: int
    closed: int
    transferred_in: int
    transferred_out: int

    @property
    def net(self) -> int:
        """How many children more there were by it."""
        return self.new + self.transferred_in - self.closed - self.transferred_out


class Range(Struct, frozen=True):
    """What is to be expected, and from where to where four of five such sums lie."""

    low: float
    mean: float
    high: float

    def moved(self, by: float) -> Range:
        """The same with so many more at each point, and never fewer than none."""
        return Range(max(0.0, self.low + by), max(0.0, self.mean + by), max(0.0, self.high + by))

    def over(self, divisor: float) -> Range:
        """Each point divided."""
        return Range(self.low / divisor, self.mean / divisor, self.high / divisor)


def net_change(nets: Sequence[int], weeks: int) -> Range:
    """The net change of so many weeks to come, each like one of those in `nets`. Raises ValueError without any."""
    if not nets:
        raise ValueError("no week to go by")
    each, sums = Counter(nets), Counter({0: 1})
    for _ in range(weeks):
        more: Counter[int] = Counter()
        for total, ways in sums.items():
            for net, times in each.items():
                more[total + net] += ways * times
        sums = more
    every = len(nets) ** weeks
    return Range(_reached(sums, every, LOW_PERCENT), weeks * sum(nets) / len(nets), _reached(sums, every, HIGH_PERCENT))


def _reached(sums: Counter[int], every: int, percent: int) -> int:
    """The least sum which so many of a hundred do not exceed."""
    below = 0
    for total in sorted(sums):
        below += sums[total]
        if below * 100 >= every * percent:
            return total
    raise AssertionError("the ways do not add up")
