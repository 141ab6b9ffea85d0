"""What had happened, and what had been told, by the end of a day.

What is yet to come when it is recorded (a session that is planned, an absence, a talk that is asked for) is an entry of
the day that it is for. It had been told by then where that day, or the moment at which it was typed, had come; where it
was said otherwise later, it is as it had been said by then.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING

from db.fields import utc_text
from oversight_tui.practice import records
from oversight_tui.practice.records import every_kind

if TYPE_CHECKING:
    from db.engine import Store

_TOLD_BEFORE = tuple(content.kind.name for content in every_kind() if content.kind.told_before)
_TALK = records.Discussion.kind.name
# A talk that was asked for, of the day for which it was.
_ASKED = "EXISTS (SELECT 1 FROM main.discussion a WHERE a.entry_id = e.id AND a.asked_for)"
# What puts right, and what hides: it counts for every day, also for those before it was said.
ALWAYS = tuple(content.kind.name for content in every_kind() if content.kind.puts_right)
_LAST_DAY = date.max - timedelta(days=1)


def quoted(kinds: tuple[str, ...]) -> str:
    """Kinds of entry as they stand in a statement."""
    return ", ".join(f"'{kind}'" for kind in kinds)


# Whether an entry `e` is told of a day that is still to come when it is recorded.
TOLD_BEFORE = f"(e.kind IN ({quoted(_TOLD_BEFORE)}) OR (e.kind = '{_TALK}' AND {_ASKED}))"


def end_of(day: date) -> str:
    """The moment at which a day ends here, in UTC, as the store writes moments."""
    following = min(day, _LAST_DAY) + timedelta(days=1)
    return utc_text(datetime.combine(following, time.min).astimezone())


def _any(day: str, of: str) -> str:
    return f"(SELECT {day} FROM {of} ORDER BY {day} LIMIT 1) IS NOT NULL"


@cache
def _later() -> tuple[str, int]:
    """What asks whether anything happened after a day, and how often it is to be given that day: kind by kind and in
    the order of the days, so that the index on kind and day leads there, whichever day that is.
    """
    besides = (*_TOLD_BEFORE, *ALWAYS, _TALK)
    kinds = [content.kind.name for content in every_kind() if content.kind.name not in besides]
    asked = [_any("happened_on", f"entry WHERE kind = '{kind}' AND happened_on > ?") for kind in kinds]
    asked.append(_any("happened_on", f"entry e WHERE e.kind = '{_TALK}' AND e.happened_on > ? AND NOT {_ASKED}"))
    asked.append(_any("as_at", "snapshot WHERE as_at > ?"))
    return f"SELECT {' OR '.join(asked)}", len(asked)


def is_past(store: Store, day: date) -> bool:
    """Whether the store holds anything that happened after this day. Asked inside a transaction."""
    sql, times = _later()
    return bool(store.row(sql, (day.isoformat(),) * times)[0])
