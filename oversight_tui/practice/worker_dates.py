"""The dates of a worker that stand outside their own file, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.ids import EntryId
from oversight_tui.words.dates import long_day
from oversight_tui.words.day_labels import WORKER_DATE
from oversight_tui.words.labels import words_for


def dates_among(items: Iterable[OpenItem]) -> tuple[OpenItem, ...]:
    """Those of open things that are dates of a worker, the soonest first."""
    return tuple(sorted((one for one in items if one.kind == "worker_date" and one.due_on), key=_by_day))


def runs_out(items: Iterable[OpenItem], entry_id: EntryId | None) -> tuple[str, date] | None:
    """Which date of a worker an entry is, and its day; None where it is none of these."""
    found = next((one for one in dates_among(items) if one.id == entry_id), None)
    return (found.which, found.due_on) if found is not None and found.which and found.due_on else None


def date_said(one: OpenItem) -> str:
    """What runs out, and when."""
    called = words_for(WORKER_DATE, one.which)
    return f"{called[:1].upper()}{called[1:]}: {long_day(one.due_on) if one.due_on else 'no day'}"


def _by_day(one: OpenItem) -> tuple[str, int]:
    return one.due_on.isoformat() if one.due_on else "", one.id
