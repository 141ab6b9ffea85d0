"""Column types that refuse what they do not mean, in both directions.

SQLite stores whatever it is given and Peewee's own date fields hand back what they find, so a date typed
as 31/12/2015 would sit in the store as that text. These types check in Python, and each brings the CHECK
that makes the schema refuse the same thing from any other program.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from peewee import SQL, Check, NodeList, TextField


class IsoDateField(TextField):
    """A calendar day, kept as YYYY-MM-DD text so that text order is date order."""

    def db_value(self, value: Any) -> str | None:
        """The text of a `date`; anything else, a datetime and text included, raises TypeError."""
        if value is None:
            return None
        if type(value) is not date:
            raise TypeError(f"{self.name} takes a date")
        return value.isoformat()

    def python_value(self, value: Any) -> date | None:
        """The date of the text; text that is no date raises ValueError."""
        return None if value is None else date.fromisoformat(value)


@lru_cache(maxsize=8)  # every row of one event has the same moment
def utc_text(moment: datetime) -> str:
    """A moment in UTC as ISO text with microseconds and a trailing Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class UtcField(TextField):
    """A moment of the real clock in UTC, kept as ISO text with microseconds and a trailing Z."""

    def db_value(self, value: Any) -> str | None:
        """The text of an aware datetime; a naive one raises TypeError."""
        if value is None:
            return None
        if not isinstance(value, datetime) or value.tzinfo is None:
            raise TypeError(f"{self.name} takes a datetime with a time zone")
        return utc_text(value)

    def python_value(self, value: Any) -> datetime | None:
        """The aware datetime of the text."""
        return None if value is None else datetime.fromisoformat(value)


def is_date(column: str) -> SQL | NodeList:
    """A CHECK that a column holds YYYY-MM-DD or nothing.

    The pattern is portable; that the day exists (30 February) is checked by the type on the way in.
    """
    return Check(
        f"{column} IS NULL OR (length({column}) = 10 AND {column} LIKE '____-__-__'"
        f" AND substr({column}, 1, 4) BETWEEN '1900' AND '2999'"
        f" AND substr({column}, 6, 2) BETWEEN '01' AND '12' AND substr({column}, 9, 2) BETWEEN '01' AND '31')"
    )


def is_time_of_day(column: str) -> SQL | NodeList:
    """A CHECK that a column holds HH:MM or nothing."""
    return Check(f"{column} IS NULL OR (length({column}) = 5 AND {column} BETWEEN '00:00' AND '23:59')")


def one_of(column: str, choices: Sequence[str]) -> SQL | NodeList:
    """A CHECK that a column holds one of the choices (or NULL where the column allows it)."""
    listed = ", ".join(f"'{choice}'" for choice in choices)
    return Check(f"{column} IN ({listed})")
