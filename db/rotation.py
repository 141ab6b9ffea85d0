"""Which backups are kept: all of today, and the newest of each of the last days, weeks and months. Reads no clock."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta


def kept(times: Collection[datetime], now: datetime, *, daily: int, weekly: int, monthly: int) -> set[datetime]:
    """Those of the times (UTC) whose backups stay.

    A day is one of UTC's, a week begins on Monday, a month is the calendar's; today's, this week's and this month's
    count as the first of so many. All of today's stay, so that one made before an import outlives the next. The newest
    stays whatever its age, and what is later than `now` is left alone, since then a clock is wrong.
    """
    past = sorted(time for time in times if time <= now)
    stay = {time for time in times if time > now or time.date() == now.date()} | set(past[-1:])
    for beginning_of, first in (
        (_day, now.date() - timedelta(days=daily - 1)),
        (_week, _week(now.date()) - timedelta(weeks=weekly - 1)),
        (_month, _months_before(now.date(), monthly - 1)),
    ):
        newest = {beginning_of(time.date()): time for time in past}  # a later one takes the place of an earlier
        stay |= {time for begins, time in newest.items() if begins >= first}
    return stay


def _day(day: date) -> date:
    return day


def _week(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _month(day: date) -> date:
    return day.replace(day=1)


def _months_before(day: date, months: int) -> date:
    """The first day of the month so many before that of `day`; the calendar's first where there are none left."""
    number = day.year * 12 + day.month - 1 - months
    return date(number // 12, number % 12 + 1, 1) if number >= 12 else date.min
