"""Where today and now come from.

Rules are given a day that may be fixed; what is recorded is stamped by the real clock.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from oversight_tui.words.dates import parse_date


def today(fixed: str | None = None) -> date:
    """The day the rules go by: `fixed` (an option), else OVERSIGHT_TODAY, else the system's.

    Raises `words.dates.DateProblem` where the fixed day is no date.
    """
    given = fixed or os.environ.get("OVERSIGHT_TODAY")
    real = now().astimezone().date()
    return parse_date(given, real) if given else real


def now() -> datetime:
    """This moment of the real clock, in UTC; never moved by a fixed day."""
    return datetime.now(UTC)
