"""Where each child of the Standard Safeguarding Dataset stands: status, since when, last seen, open or closed.

Status follows Ofsted's order: looked after, protection plan, in need, care leaver. Only a closed referral closes, and
no care leaver; who has an open referral and no plan has a status that is not known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from oversight_tui.exchange.headings import Layout
from oversight_tui.exchange.involved import Standing
from oversight_tui.exchange.rows_of_tables import TableRow
from oversight_tui.exchange.ssd import tables
from oversight_tui.practice.facts import Status
from oversight_tui.words.text import match_key

Rows = Mapping[str, Sequence[TableRow]]

_STATUS: tuple[tuple[Layout, Status], ...] = (
    (tables.CLA_EPISODES, "looked_after"),
    (tables.CP_PLANS, "protection_plan"),
    (tables.CIN_PLANS, "in_need"),
)
_VISITS = (tables.CLA_VISITS, tables.CP_VISITS, tables.CIN_VISITS)
_SOURCE = {
    tables.CLA_VISITS.name: "SSD, looked-after visit",
    tables.CP_VISITS.name: "SSD, child protection visit",
    tables.CIN_VISITS.name: "SSD, child in need visit",
    tables.CARE_LEAVERS.name: "SSD, contact with a care leaver",
}
_NOT_SEEN = frozenset({"n", "no", "0", "false"})


def known_by(met: Collection[str]) -> frozenset[str]:
    """The fields of a child that these tables tell."""
    known: set[str] = set()
    if any(layout.name in met for layout, _ in _STATUS) or tables.CARE_LEAVERS.name in met:
        known |= {"status", "status_since"}
    if any(layout.name in met for layout in (*_VISITS, tables.CARE_LEAVERS)):
        known.add("last_seen")
    if tables.PERSON.name in met:
        known.add("date_of_birth")
    if tables.CARE_LEAVERS.name in met:
        known.add("adviser")
    return frozenset(known)


def standing_of(rows: Rows, as_at: date) -> dict[str, Standing]:
    """Where each child stands who is in any of these tables but that of involvements."""
    by_child = {name: _by_child(some) for name, some in rows.items() if name != tables.INVOLVEMENTS.name}
    children = dict.fromkeys(child for found in by_child.values() for child in found)
    return {
        child: _standing({name: found.get(child, []) for name, found in by_child.items()}, as_at) for child in children
    }


def _by_child(rows: Iterable[TableRow]) -> dict[str, list[TableRow]]:
    found: dict[str, list[TableRow]] = defaultdict(list)
    for row in rows:
        if "child" in row.texts:
            found[row.texts["child"]].append(row)
    return found


def _standing(rows: Rows, as_at: date) -> Standing:
    status, since = _status(rows, as_at)
    is_open, closed_on, because = _open(rows.get(tables.CIN_EPISODES.name, ()), as_at)
    seen, source = _last_seen(rows, as_at)
    leaver = rows.get(tables.CARE_LEAVERS.name, ())
    if status == "care_leaver":
        is_open = is_open or None  # whoever is still involved says it
    return Standing(
        open=is_open if status in (None, "care_leaver") else True,
        status=status,
        status_since=since,
        date_of_birth=next((row.days["born"] for row in rows.get(tables.PERSON.name, ()) if "born" in row.days), None),
        last_seen=seen,
        last_seen_source=source,
        closed_on=closed_on,
        closed_because=because,
        adviser_id=next((row.texts["adviser"] for row in leaver if "adviser" in row.texts), None),
    )


def _status(rows: Rows, as_at: date) -> tuple[Status | None, date | None]:
    for layout, status in _STATUS:
        going_on = [row for row in rows.get(layout.name, ()) if _goes_on(row, as_at)]
        if going_on:
            newest = max(going_on, key=lambda row: row.days.get("starts", date.min))
            return status, newest.days.get("entered", newest.days.get("starts"))
    return ("care_leaver" if rows.get(tables.CARE_LEAVERS.name) else None), None


def _open(episodes: Sequence[TableRow], as_at: date) -> tuple[bool | None, date | None, str | None]:
    """Whether any referral is open, and else when and why the last one was closed; None where there is none."""
    if not episodes:
        return None, None, None
    if any(_goes_on(row, as_at) for row in episodes):
        return True, None, None
    last = max(episodes, key=lambda row: row.days.get("ends", date.min))
    return False, last.days.get("ends"), last.texts.get("because")


def _goes_on(row: TableRow, as_at: date) -> bool:
    starts, ends = row.days.get("starts"), row.days.get("ends")
    return (starts is None or starts <= as_at) and (ends is None or ends > as_at)


def _last_seen(rows: Rows, as_at: date) -> tuple[date | None, str | None]:
    seen = [
        (row.days["on"], _SOURCE[layout.name])
        for layout in (*_VISITS, tables.CARE_LEAVERS)
        for row in rows.get(layout.name, ())
        if "on" in row.days and row.days["on"] <= as_at and match_key(row.texts.get("seen", "y")) not in _NOT_SEEN
    ]
    return max(seen, default=(None, None), key=lambda one: one[0])
