"""Whether a session that did not take place as it was to has its new date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from oversight_tui.practice.facts import OpenItem, SessionKind
from oversight_tui.practice.ids import WorkerId

# A worker and a kind of session: of each, sessions are planned, held and cancelled one after the other.
Series = tuple[WorkerId | None, SessionKind | None]
_ASKS_FOR_A_DATE = frozenset({"session_not_rebooked", "session_cut_short"})


def without_rebooked(items: Iterable[OpenItem], today: date) -> tuple[OpenItem, ...]:
    """The items without those sessions that have a new date: one of their series planned for a later day.

    A planned session whose day has passed, with nothing said of it, is nobody's new date; one for today still is.
    """
    items = tuple(items)
    latest = _latest_to_come(items, today)
    return tuple(
        item
        for item in items
        if item.kind not in _ASKS_FOR_A_DATE
        or item.due_on is None
        or latest.get((item.worker_id, item.session_kind), date.min) <= item.due_on
    )


def _latest_to_come(items: Iterable[OpenItem], today: date) -> Mapping[Series, date]:
    found: dict[Series, date] = {}
    for item in items:
        if item.kind == "session_planned" and item.due_on is not None and item.due_on >= today:
            series = (item.worker_id, item.session_kind)
            found[series] = max(found.get(series, item.due_on), item.due_on)
    return found
