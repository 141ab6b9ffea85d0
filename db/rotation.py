"""Which backups are kept: all of today, and the newest of each of the last days, weeks and months. Reads no clock.

What is known of each is the clock's word when it was made, and that clock may have been wrong; certain is only in which
order they were made. So the newest few stay whatever a clock says, and time counts as passed only by what was never
taken back: a clock that went back says that what it showed before was ahead, one that went forwards in one step is
believed once it has gone on from there for a few days, and more than a month in one step only ever counts as a month.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct

# Local figures. So many of the newest always stay; on so many days one must be made before a pause is believed.
FEW = 5
# Over weekends and holidays nobody is at the desk; after a longer pause it may be the clock that is ahead, and nothing
# made before it is thinned out until it is believed.
SHORT_PAUSE = timedelta(days=7)
# No pause counts for more, and what was made before a longer one is not thinned out any more.
LONG_PAUSE = timedelta(days=31)


class Kept(Struct, frozen=True):
    """Which stay, by their places in the order of making; and how many of them only because a clock is in doubt."""

    places: frozenset[int]
    held: int


def kept(times: Sequence[datetime], *, daily: int, weekly: int, monthly: int) -> Kept:
    """Which backups stay; `times` (UTC) are when each was made by the clock, in the order of making, the last one now.

    A day is one of UTC's, a week begins on Monday, a month is the calendar's; today's, this week's and this month's
    count as the first of so many. All of today's stay, so that one made before an import outlives the next. What is in
    doubt is not thinned out: it stays until the last of days, weeks and months is over by the time that has surely
    passed.
    """
    if not times:
        return Kept(frozenset(), 0)
    firsts = _firsts(times[-1].date(), daily, weekly, monthly)
    sure = _never_taken_back(times)
    moments = _moments(times, sure)
    doubtful = _in_doubt(times, sure)
    oldest = min(first for _, first in firsts)
    few = set(range(max(0, len(times) - FEW), len(times)))
    thinned = _thinned({place: moments[place] for place in sure}, firsts)
    waiting = {place for place in doubtful if moments[place].date() >= oldest}
    by_the_clock = _thinned({place: times[place] for place in sure}, firsts)
    ahead = {place for place, time in enumerate(times) if time > times[-1]}
    stay = few | (thinned - doubtful) | waiting
    return Kept(frozenset(stay), len(waiting - few - by_the_clock - ahead))


def _never_taken_back(times: Sequence[datetime]) -> list[int]:
    """The places of those that no later one was made before, by the clock; the last one is always among them."""
    sure = [len(times) - 1]
    for place in range(len(times) - 2, -1, -1):
        if times[place] <= times[sure[-1]]:
            sure.append(place)
    return sure[::-1]


def _confirmed(times: Sequence[datetime], sure: Sequence[int], at: int) -> bool:
    """Whether backups were made on a few days from this one of the sure ones on."""
    return len({times[place].date() for place in sure[at:]}) >= FEW


def _moments(times: Sequence[datetime], sure: Sequence[int]) -> list[datetime]:
    """When each was made, counted back from now by the time that has surely passed; of one in doubt the latest it can
    have been.
    """
    moments = [times[-1]] * len(times)
    moment = times[-1]
    for at in range(len(sure) - 1, 0, -1):
        passed = times[sure[at]] - times[sure[at - 1]]
        if passed > LONG_PAUSE:
            passed = LONG_PAUSE if _confirmed(times, sure, at) else timedelta(0)
        for place in range(sure[at - 1] + 1, sure[at] + 1):
            moments[place] = moment
        moment -= passed
    for place in range(sure[0] + 1):
        moments[place] = moment
    return moments


def _in_doubt(times: Sequence[datetime], sure: Sequence[int]) -> set[int]:
    """The places of those that a clock which was wrong may have made look older, or newer, than they are."""
    doubtful = set(range(len(times))) - set(sure)
    for at in range(1, len(sure)):
        pause = times[sure[at]] - times[sure[at - 1]]
        if pause > LONG_PAUSE or (pause > SHORT_PAUSE and not _confirmed(times, sure, at)):
            doubtful |= set(range(sure[at - 1] + 1))
    return doubtful


# --- By days, weeks and months ----------------------------------------------------------------------

_Firsts = tuple[tuple[str, date], ...]


def _firsts(today: date, daily: int, weekly: int, monthly: int) -> _Firsts:
    """The first day, the first week and the first month of which the newest is kept."""
    return (
        ("day", today - timedelta(days=daily - 1)),
        ("week", _beginning("week", today) - timedelta(weeks=weekly - 1)),
        ("month", _months_before(today, monthly - 1)),
    )


def _thinned(moments: Mapping[int, datetime], firsts: _Firsts) -> set[int]:
    """The places of the newest of each day, week and month from the first on, and of all of the last day."""
    today = max(moments.values()).date()
    stay = {place for place, moment in moments.items() if moment.date() == today}
    for span, first in firsts:
        newest = {_beginning(span, moment.date()): place for place, moment in moments.items()}  # a later one replaces
        stay |= {place for begins, place in newest.items() if begins >= first}
    return stay


def _beginning(span: str, day: date) -> date:
    if span == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if span == "month" else day


def _months_before(day: date, months: int) -> date:
    """The first day of the month so many before that of `day`; the calendar's first where there are none left."""
    number = day.year * 12 + day.month - 1 - months
    return date(number // 12, number % 12 + 1, 1) if number >= 12 else date.min
