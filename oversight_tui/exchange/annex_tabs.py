"""Tabs of a workbook that are no list of who holds a child: why each is not taken, and which list it comes near to."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.exchange.extract import NearTab
from oversight_tui.exchange.headings import Layout, find_nearest, heading_key
from oversight_tui.exchange.tables import Remark, Tab

# How Ofsted's template words the headings without which a tab is no list.
_HEADINGS: Mapping[tuple[str, str] | str, str] = {
    "reference": "Child Unique ID",
    "team": "Allocated Team",
    "worker": "Allocated Worker",
    "status": "Case status",
    "eligibility": "Eligibility Category",
    ("List 7", "starts"): "Child Protection Plan Start Date",
    ("List 8", "starts"): "Date Started to be Looked After",
}
_BESIDE = ("worker", "team", "adviser")


def near_tab(tab: Tab, lists: tuple[Layout, ...]) -> NearTab | None:
    """The list that a tab is called like, or comes near to by its headings, where it has rows at all."""
    near = find_nearest(tab, lists, _BESIDE)
    if near is not None and near.lacks:
        below = sum(row.number > near.row for row in tab.rows)
        return NearTab(tab.name, near.layout.name, _worded(near.layout, near.lacks), below) if below else None
    called = next((layout for layout in lists if layout.is_meant_by(tab.name)), None)
    if called is None or len(tab.rows) < 2:
        return None
    return NearTab(tab.name, called.name, _worded(called, called.lacks({})), len(tab.rows) - 1)


def _worded(layout: Layout, fields: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_HEADINGS.get((layout.name, field)) or _HEADINGS[field] for field in fields)


def why_not_taken(tab: Tab, layout: Layout | None) -> Remark:
    """Why a tab that comes near to no list of who holds a child is not taken."""
    if layout is not None:
        reason = "a list of what was done and not of who holds a child; lists 6 to 9 are taken"
    elif not tab.rows:
        reason = "nothing is in it"
    elif heading_key(tab.name).startswith("list"):
        reason = "no list of who holds a child; lists 6 to 9 are taken"
    else:
        reason = "no headings of a list of children"
    return Remark(tab.name, "", reason)
