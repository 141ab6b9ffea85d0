"""Whether a session that did not take place as it was to has its new date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from oversight_tui.practice.facts import OpenItem, SessionKind
from oversight_tui.practice.ids import WorkerId

# A worker and a kind of session: of each, sessions are planned, held and cancelled one after the other.
Series = tuple[WorkerId | None, SessionKind | None]
_ASKS_FOR_A_DATE = frozenset({"session_not_rebooked", "session_cut_short"})


def without_rebooked(items: Iterable[OpenItem], today: date) -> tuple[OpenItem, ...]:
    """The items without those sessions that have a new date: one of their series that is planned for a later day, or
    was planned or moved, to whatever day, after they were cancelled or cut short.

    A planned session whose day has passed, with nothing said of it, is nobody's new date; one for today still is.
    """
    items = tuple(items)
    to_come = _to_come(items, today)
    return tuple(
        item
        for item in items
        if item.kind not in _ASKS_FOR_A_DATE
        or not any(_is_new_date_of(item, planned) for planned in to_come[item.worker_id, item.session_kind])
    )


def _to_come(items: Iterable[OpenItem], today: date) -> Mapping[Series, Sequence[OpenItem]]:
    found: dict[Series, list[OpenItem]] = defaultdict(list)
    for item in items:
        if item.kind == "session_planned" and item.due_on is not None and item.due_on >= today:
            found[item.worker_id, item.session_kind].append(item)
    return found


def _is_new_date_of(cancelled: OpenItem, planned: OpenItem) -> bool:
    if cancelled.due_on is None or planned.due_on is None:
        return False
    return planned.due_on > cancelled.due_on or (planned.version or planned.id) > cancelled.id
