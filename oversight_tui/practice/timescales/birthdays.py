"""What a child's date of birth brings before long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from oversight_tui.words.dates import past_day, short_day

# How long before a sixteenth or eighteenth birthday a child's page says so: time to plan what changes with it.
BIRTHDAY_AHEAD = timedelta(days=183)


def birthdays(born: date, today: date) -> Iterator[str]:
    """That an unborn child is due, that a child is a baby, or that a child turns 16 or 18 before long."""
    if born > today:
        yield f"Unborn: due {short_day(born, today)}"
    elif today < born + relativedelta(years=1):
        yield f"Under one year old: born {past_day(born, today)}"
    for age in (16, 18):
        day = born + relativedelta(years=age)
        if today <= day <= today + BIRTHDAY_AHEAD:
            yield f"Turns {age} on {short_day(day, today)}"
