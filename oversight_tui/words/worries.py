"""How old a worry is, in words: also once its review is late, or was moved."""

from __future__ import annotations

from datetime import date

from oversight_tui.words.dates import count, short_day


def raised_words(since: date | None, today: date) -> str:
    """`raised 21 Sep, 67 days ago`; that the day is not recorded where it is not."""
    if since is None:
        return "day not recorded"
    days = (today - since).days
    return f"raised {short_day(since, today)}, {count(days, 'day')} ago" if days > 0 else "raised today"
