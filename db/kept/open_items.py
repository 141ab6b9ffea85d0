"""Everything that waits for somebody, about some children or some workers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from db import stored
from db.kept.rows import live, versions_of
from db.queries.rows import SENSITIVE

if TYPE_CHECKING:
    from db.engine import Store

_SPINE = "e.child_id, e.worker_id, e.happened_on, e.happened_at"
_UNSETTLED = (
    " AND NOT EXISTS (SELECT 1 FROM {table} s JOIN entry_in_force se ON se.id = s.entry_id"
    " WHERE s.{column} = e.root_id{also})"
)


def derive_open_items(store: Store, about: str, ids: Sequence[int]) -> list[dict[str, Any]]:
    """One kept row for each open thing about these children (`child_id`) or workers (`worker_id`)."""
    source = _Source(store, about, ids)
    items = [
        *_worries(source),
        *_actions(source),
        *_decisions(source),
        *_talks(source),
        *_escalations(source),
        *_sessions(source),
        *_conflicts(source),
    ]
    hidden = _sensitive(store, about, ids)
    return [{**item, "text": SENSITIVE} if item["entry"] in hidden else item for item in items]


def _sensitive(store: Store, about: str, ids: Sequence[int]) -> set[int]:
    """The entries whose words are shown only when they are opened."""
    places = ",".join("?" * len(ids))
    marked = "SELECT m.marked_id FROM mark m JOIN entry_in_force me ON me.id = m.entry_id WHERE m.mark = 'sensitive'"
    rows = store.database.execute_sql(
        f"SELECT e.root_id FROM entry_in_force e WHERE e.{about} IN ({places})"
        f" AND (e.sensitive = 1 OR e.root_id IN ({marked}))",
        tuple(ids),
    ).fetchall()
    return {row[0] for row in rows}


class _Source:
    """The live entries of the asked children or workers that nothing has settled yet."""

    def __init__(self, store: Store, about: str, ids: Sequence[int]) -> None:
        self.store, self.about, self.ids = store, about, ids

    def unsettled(
        self,
        kind: str,
        columns: str,
        detail: str,
        settled_by: tuple[str, str],
        also: str = "",
        settled_where: str = "",
    ) -> Iterable[Any]:
        """Rows (about, id, on, child, worker, on, at, columns...) with no row in force of `settled_by` (table,
        column) for which `settled_where` holds."""
        table, column = settled_by
        settled = _UNSETTLED.format(table=table, column=column, also=settled_where)
        return live(self.store, self.about, self.ids, kind, f"{_SPINE}, {columns}", detail, also + settled)

    def latest(self, kind: str, column: str, value: str, detail: str) -> dict[int, tuple[Any, int]]:
        """For each thing pointed at: its newest value and how many rows point at it."""
        found: dict[int, tuple[Any, int]] = {}
        for row in live(self.store, self.about, self.ids, kind, f"d.{column}, d.{value}", detail):
            found[row[3]] = (row[4], found.get(row[3], (None, 0))[1] + 1)
        return found


def _item(kind: str, row: Any, text: str, **values: Any) -> dict[str, Any]:
    _, entry, _, child, worker, on, at, *_ = row
    base = {"entry": entry, "kind": kind, "child": child, "worker": worker, "text": text, "since": on, "at": at}
    return {**base, **values}


def _worries(source: _Source) -> Iterable[dict[str, Any]]:
    reviewed = source.latest("worry_review", "worry_id", "next_on", "worry_review")
    for row in source.unsettled(
        "worry", "d.text, d.who, d.severity, d.review_on", "worry", ("worry_close", "worry_id")
    ):
        text, who, severity, review_on = row[7:]
        next_on, times = reviewed.get(row[1], (review_on, 0))
        yield _item("worry", row, text, who=who, severity=severity, due_on=next_on, carried_over=times)


def _actions(source: _Source) -> Iterable[dict[str, Any]]:
    carried = source.latest("action_carried", "action_id", "due_on", "action_carried")
    for row in source.unsettled("action", "d.text, d.owner, d.due_on", "action", ("action_outcome", "action_id")):
        text, owner, due_on = row[7:]
        new_date, times = carried.get(row[1], (due_on, 0))
        yield _item("action", row, text, who=owner, due_on=new_date, carried_over=times)


def _decisions(source: _Source) -> Iterable[dict[str, Any]]:
    columns = "d.text, d.review_on"
    for row in source.unsettled(
        "decision", columns, "decision", ("decision_reason", "decision_id"), " AND d.because IS NULL"
    ):
        yield _item("decision_without_because", row, row[7], due_on=row[8])
    reviewed = source.latest("decision_review", "decision_id", "next_on", "decision_review")
    reasoned = (
        " AND (d.because IS NOT NULL OR EXISTS (SELECT 1 FROM decision_reason r"
        " JOIN entry_in_force re ON re.id = r.entry_id WHERE r.decision_id = e.root_id))"
    )
    settled = ("decision_review", "decision_id")
    for row in source.unsettled(
        "decision", columns, "decision", settled, reasoned, settled_where=" AND s.next_on IS NULL"
    ):
        next_on, times = reviewed.get(row[1], (row[8], 0))
        if next_on is not None:
            yield _item("decision_review", row, row[7], due_on=next_on, carried_over=times)


def _talks(source: _Source) -> Iterable[dict[str, Any]]:
    columns = "d.text, d.setting"
    for row in source.unsettled(
        "discussion", columns, "discussion", ("filing", "discussion_id"), " AND d.asked_for = 0"
    ):
        if row[8] != "opening":
            yield _item("discussion_not_on_file", row, row[7])
    for row in source.unsettled(
        "discussion", columns, "discussion", ("discussion", "answers_id"), " AND d.asked_for = 1"
    ):
        yield _item("discussion_open", row, row[7], due_on=row[5])


def _escalations(source: _Source) -> Iterable[dict[str, Any]]:
    settled = ("escalation_answer", "escalation_id")
    for row in source.unsettled("escalation", "d.text, d.sent_to", "escalation", settled):
        yield _item("escalation", row, row[7], who=row[8])


def _sessions(source: _Source) -> Iterable[dict[str, Any]]:
    """Sessions to come, and cancelled ones with none instead; `carried_over` is how many of the kind were cancelled
    since the last that was held, said of the next one only.
    """
    again = _cancelled_since_held(source)
    cancelled = _UNSETTLED.format(table="session_cancelled", column="plan_id", also="")
    planned = source.unsettled(
        "session_plan", "d.planned_for, d.session_kind", "session_plan", ("session_held", "plan_id"), cancelled
    )
    for row in sorted(planned, key=lambda row: (row[7], row[1])):
        times = again.pop((row[0], row[8]), 0)
        yield _item("session_planned", row, row[8], due_on=row[7], since=row[7], carried_over=times)
    yield from _not_rebooked(source, again)


def _cancelled_since_held(source: _Source) -> dict[tuple[int, str], int]:
    """By worker and kind of session: how many were cancelled since the last that was held."""
    if source.about != "worker_id":
        return {}
    places = ",".join("?" * len(source.ids))
    rows = source.store.database.execute_sql(
        "SELECT e.worker_id, p.session_kind, count(*) FROM entry_in_force e"
        " JOIN session_cancelled d ON d.entry_id = e.id JOIN entry_in_force pe ON pe.root_id = d.plan_id"
        " JOIN session_plan p ON p.entry_id = pe.id"
        f" WHERE e.worker_id IN ({places}) AND e.kind = 'session_cancelled' AND NOT EXISTS"
        " (SELECT 1 FROM entry_in_force he JOIN session_held h ON h.entry_id = he.id"
        " WHERE he.worker_id = e.worker_id AND he.kind = 'session_held' AND h.session_kind = p.session_kind"
        " AND he.happened_on >= p.planned_for) GROUP BY e.worker_id, p.session_kind",
        tuple(source.ids),
    ).fetchall()
    return {(worker, kind): times for worker, kind, times in rows}


def _not_rebooked(source: _Source, again: dict[tuple[int, str], int]) -> Iterable[dict[str, Any]]:
    """The newest cancelled session of a kind with no session of it planned or held for a later day."""
    later = (
        " AND NOT EXISTS (SELECT 1 FROM entry_in_force le JOIN session_plan lp ON lp.entry_id = le.id"
        " WHERE le.worker_id = e.worker_id AND le.kind = 'session_plan' AND lp.session_kind = p.session_kind"
        " AND lp.planned_for > p.planned_for"
        " AND NOT EXISTS (SELECT 1 FROM session_cancelled lc JOIN entry_in_force lce ON lce.id = lc.entry_id"
        " WHERE lc.plan_id = le.root_id))"
        " AND NOT EXISTS (SELECT 1 FROM entry_in_force he JOIN session_held h ON h.entry_id = he.id"
        " WHERE he.worker_id = e.worker_id AND he.kind = 'session_held' AND h.session_kind = p.session_kind"
        " AND he.happened_on >= p.planned_for)"
    )
    detail = (
        f"session_cancelled d ON d.entry_id = e.id {versions_of('d.plan_id')} JOIN entry_in_force pe ON pe.id = v.id"
        " JOIN session_plan p ON p.entry_id = pe.id"
    )
    places = ",".join("?" * len(source.ids))
    if source.about != "worker_id":
        return
    for row in source.store.database.execute_sql(
        f"SELECT e.worker_id, e.root_id, e.happened_on, {_SPINE}, p.planned_for, d.reason, p.session_kind"
        f" FROM entry_in_force e JOIN {detail} WHERE e.worker_id IN ({places}) AND e.kind = 'session_cancelled'{later}"
        " ORDER BY p.planned_for DESC, e.id DESC",
        tuple(source.ids),
    ).fetchall():
        times = again.pop((row[0], row[9]), 0)
        if times:
            yield _item("session_not_rebooked", row, row[8], due_on=row[7], since=row[5], carried_over=times)


def _conflicts(source: _Source) -> Iterable[dict[str, Any]]:
    if source.about != "child_id":
        return
    newest: dict[int, Any] = {}
    for row in live(source.store, "child_id", source.ids, "extract", f"{_SPINE}, d.content, d.open", "extract_row"):
        newest[row[0]] = row
    for row in newest.values():
        conflict = stored.content(row[7]).get("conflict")
        if conflict and row[8]:
            yield _item("import_conflict", row, conflict)
