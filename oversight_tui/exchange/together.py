"""Files of several formats that are read together: their rows in one extract, and one picture of each child."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from oversight_tui.exchange.annex_children import ReadChildren, Readings, Unclear, children_of
from oversight_tui.exchange.caseload.children import caseload_children
from oversight_tui.exchange.caseload.columns import CASELOAD
from oversight_tui.exchange.extract import Extract, ExtractChild
from oversight_tui.words.text import match_key


def joined(lists: Extract, tables: Extract) -> Extract:
    """The rows of Annex A lists and of caseload tables in one."""
    return Extract(
        lists=(*lists.lists, *tables.lists),
        filled=(*lists.filled, *tables.filled),
        rows=(*lists.rows, *tables.rows),
        refused=(*lists.refused, *tables.refused),
        warnings=(*lists.warnings, *tables.warnings),
        not_read=(*lists.not_read, *tables.not_read),
        not_taken=(*lists.not_taken, *tables.not_taken),
        near=(*lists.near, *tables.near),
        doubted=(*lists.doubted, *tables.doubted),
    )


def every_child(extract: Extract, as_at: date, said: Readings) -> ReadChildren:
    """Each child once, whatever the lists and tables they stand in, as these show them and as was `said` of them."""
    of_lists = tuple(row for row in extract.rows if row.list_name != CASELOAD)
    lists = children_of(extract.__replace__(rows=of_lists), as_at, said)
    tables = caseload_children(extract, as_at, said)
    return ReadChildren(
        together(lists.children, tables.children),
        (*lists.refused, *tables.refused),
        (*lists.warnings, *tables.warnings),
        Unclear(
            {**lists.unclear.statuses, **tables.unclear.statuses},
            lists.unclear.without_status,
            (*lists.unclear.ends, *tables.unclear.ends),
        ),
    )


def together(first: Iterable[ExtractChild], second: Iterable[ExtractChild]) -> tuple[ExtractChild, ...]:
    """Each child once. What the first files say of a child holds; what they do not say is taken from the second, and
    where the two name different workers that is told.
    """
    children = {child.reference: child for child in first}
    for child in second:
        before = children.get(child.reference)
        children[child.reference] = child if before is None else _one_of(before, child)
    return tuple(children.values())


def _one_of(one: ExtractChild, other: ExtractChild) -> ExtractChild:
    says_who = "worker" not in one.unread
    later = (other.last_seen or date.min) > (one.last_seen or date.min)
    seen = other if later else one
    return one.__replace__(
        worker=one.worker if says_who else other.worker,
        worker_id=one.worker_id if says_who else other.worker_id,
        team=one.team or other.team,
        adviser=one.adviser or other.adviser,
        status=one.status or other.status,
        status_since=one.status_since if one.status else other.status_since,
        date_of_birth=one.date_of_birth or other.date_of_birth,
        last_seen=seen.last_seen,
        last_seen_source=seen.last_seen_source,
        conflict=one.conflict or _conflict(one, other) or other.conflict,
        lists=(*one.lists, *(name for name in other.lists if name not in one.lists)),
        places={**other.places, **one.places, **({"last_seen": other.places["last_seen"]} if later else {})},
        unread=one.unread & other.unread,
        involvements=one.involvements or other.involvements,
    )


def _conflict(one: ExtractChild, other: ExtractChild) -> str | None:
    """A sentence where the two name different workers, or one of them says that the child is closed."""
    if one.open != other.open:
        still, over = (one, other) if one.open else (other, one)
        return f"Open in {', '.join(still.lists)}, closed in {', '.join(over.lists)}"
    if not (one.open and one.worker and other.worker) or match_key(one.worker) == match_key(other.worker):
        return None
    named = (f"{child.worker} in {', '.join(child.lists)}" for child in (one, other))
    return f"Lists name different workers: {', '.join(named)}"
