"""The dates of a worker that stand outside their own file, in words."""

from __future__ import annotations

from collections.abc import Iterable

from oversight_tui.practice.facts import OpenItem
from oversight_tui.words.dates import long_day
from oversight_tui.words.day_labels import WORKER_DATE
from oversight_tui.words.labels import words_for


def dates_among(items: Iterable[OpenItem]) -> tuple[OpenItem, ...]:
    """Those of open things that are dates of a worker, the soonest first."""
    return tuple(sorted((one for one in items if one.kind == "worker_date" and one.due_on), key=_by_day))


def date_said(one: OpenItem) -> str:
    """What runs out, and when."""
    called = words_for(WORKER_DATE, one.which)
    return f"{called[:1].upper()}{called[1:]}: {long_day(one.due_on) if one.due_on else 'no day'}"


def _by_day(one: OpenItem) -> tuple[str, int]:
    return one.due_on.isoformat() if one.due_on else "", one.id
