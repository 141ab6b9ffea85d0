"""A newer version of an entry, an entry taken back, and an entry marked. What was written first stays as it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from db import models
from db.queries.entries import EntryAbout, entry_about
from db.queries.events import EventEntry
from db.recording import Recording, recording

if TYPE_CHECKING:
    from peewee import Model

    from db.engine import Store

_DETAILS: Mapping[str, type[Model]] = {
    "discussion": models.Discussion,
    "filing": models.Filing,
    "decision": models.Decision,
    "decision_reason": models.DecisionReason,
    "decision_review": models.DecisionReview,
    "disagreement": models.Disagreement,
    "action": models.Action,
    "action_outcome": models.ActionOutcome,
    "action_carried": models.ActionCarried,
    "worry": models.Worry,
    "worry_review": models.WorryReview,
    "worry_close": models.WorryClose,
    "escalation": models.Escalation,
    "escalation_answer": models.EscalationAnswer,
    "risk": models.RiskRating,
    "mark": models.Mark,
    "session_plan": models.SessionPlan,
    "session_held": models.SessionHeld,
    "session_cancelled": models.SessionCancelled,
}
# What follows an entry, by the table and the column that points at it: it goes with the entry to another page.
_FOLLOWS = (
    ("filing", "discussion_id"),
    ("decision", "discussion_id"),
    ("decision_reason", "decision_id"),
    ("decision_review", "decision_id"),
    ("disagreement", "decision_id"),
    ("action", "decision_id"),
    ("action_outcome", "action_id"),
    ("action_carried", "action_id"),
    ("worry_review", "worry_id"),
    ("worry_close", "worry_id"),
    ("escalation_answer", "escalation_id"),
    ("mark", "marked_id"),
)


def correct(
    store: Store, entry: EntryAbout, author: str, *, on: date | None, child: int | None, values: Mapping[str, Any]
) -> tuple[int, int]:
    """A newer version of an entry; with another `child`, also of what belongs to it.

    Returns the newer version and how many entries went with it to the other page.
    """
    with recording(store, author) as event:
        moving = _belonging(store, entry) if child is not None else []
        version = _version(event, entry, on=on, child=child, values=values)
        for other in moving:
            _version(event, other, on=None, child=child, values={})
    return version, len(moving)


def withdraw_all(
    store: Store, entries: Iterable[EventEntry], reason: str, on: date, author: str, *, undone: int | None = None
) -> int:
    """Take entries back, for one reason, in one event; `undone` is the import they came with. Returns the last one."""
    with recording(store, author) as event:
        written = 0
        for entry in entries:
            written = _withdrawn(event, entry, reason, on)
        if undone is not None:
            event.add("import_undone", models.ImportUndone, on=on, undone=undone)
        return written


def mark(store: Store, entry: EntryAbout, how: str, on: date, author: str) -> int:
    """An entry marked as sensitive or significant; returns the mark."""
    with recording(store, author) as event:
        return event.add("mark", models.Mark, child=entry.child, worker=entry.worker, on=on, marked=entry.id, mark=how)


def note_opened(store: Store, what: str, about: Mapping[str, Any], author: str) -> None:
    """A journal line that something was opened, copied or printed; nothing is recorded besides."""
    with recording(store, author) as event:
        event.note(what, dict(about))


def _withdrawn(event: Recording, entry: EventEntry, reason: str, on: date) -> int:
    # Of whoever was at the session, and of every page that a version of the entry ever stood on.
    about = (entry.id, entry.withdraws or 0)
    event.touched_children |= {
        row[0]
        for row in event.store.database.execute_sql(
            "SELECT child_id FROM session_child WHERE session_id IN (?, ?)"
            " UNION SELECT v.child_id FROM entry e JOIN entry v"
            " ON (v.id = COALESCE(e.corrects_id, e.id) OR v.corrects_id = COALESCE(e.corrects_id, e.id))"
            " WHERE e.id IN (?, ?) AND v.child_id IS NOT NULL",
            (*about, *about),
        ).fetchall()
    }
    return event.add(
        "withdrawal",
        models.Withdrawal,
        child=entry.child,
        worker=entry.worker,
        on=on,
        withdrawn=entry.id,
        reason=reason,
    )


def _version(
    event: Recording, entry: EntryAbout, *, on: date | None, child: int | None, values: Mapping[str, Any]
) -> int:
    model = _DETAILS[entry.kind]
    known = _detail(event.store, model, entry.version)
    spine = event.store.database.execute_sql(
        "SELECT happened_at, sensitive FROM entry WHERE id = ?", (entry.version,)
    ).fetchone()
    changed = {name: value for name, value in known.items() if name in values and values[name] != value}
    if on is not None and on != entry.on:
        changed["on"] = entry.on
    if child is not None and child != entry.child:
        changed["child"] = entry.child
        event.touched_children.add(entry.child or child)
    for (other,) in event.store.database.execute_sql(
        "SELECT child_id FROM session_child WHERE session_id = ?", (entry.id,)
    ).fetchall():
        event.touched_children.add(other)
    return event.add(
        entry.kind,
        model,
        child=child if child is not None else entry.child,
        worker=entry.worker,
        on=on or entry.on,
        at=spine[0],
        sensitive=bool(spine[1]),
        corrects=entry.id,
        before={name: value.isoformat() if isinstance(value, date) else value for name, value in changed.items()},
        **{**known, **values},
    )


def _detail(store: Store, model: type[Model], version: int) -> dict[str, Any]:
    """What a version holds besides its spine, by field name; what points at another entry as its number."""
    shape: Any = model._meta
    fields = [field for field in shape.sorted_fields if field.name != "entry"]
    columns = ", ".join(f'"{field.column_name}"' for field in fields)
    row = store.database.execute_sql(
        f'SELECT {columns} FROM "{shape.table_name}" WHERE entry_id = ?', (version,)
    ).fetchone()
    return {field.name: field.python_value(value) for field, value in zip(fields, row, strict=True)}


def _belonging(store: Store, entry: EntryAbout) -> list[EntryAbout]:
    """What was recorded with a talk about the same child, and whatever follows any of it."""
    found: dict[int, EntryAbout] = {}
    waiting = [entry.id]
    if entry.kind == "discussion":
        waiting += [
            row[0]
            for row in store.database.execute_sql(
                "SELECT o.id FROM entry e JOIN entry o ON o.recorded_at = e.recorded_at AND o.child_id = e.child_id"
                " WHERE e.id = ? AND o.id <> e.id AND o.kind IN ('decision', 'action')",
                (entry.id,),
            ).fetchall()
        ]
    while waiting:
        number = waiting.pop()
        if number != entry.id:
            about = entry_about(store, number)
            if about is None or about.withdrawn or about.id in found or about.id == entry.id:
                continue
            found[about.id] = about
        for table, column in _FOLLOWS:
            waiting += [
                row[0]
                for row in store.database.execute_sql(
                    f"SELECT entry_id FROM {table} WHERE {column} = ?", (number,)
                ).fetchall()
            ]
    return sorted(found.values(), key=lambda each: each.id)
