"""What has changed since the manager last looked: by others, or by an import."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Any

from db import stored, writes
from db.queries.changes import first_row_since, recorded_since, seen_until
from db.queries.rows import SENSITIVE
from oversight_tui.clock import now
from oversight_tui.practice.pages import Change
from oversight_tui.services.identity import author, teams_named, whose
from oversight_tui.words.labels import BUCKET, words_for

if TYPE_CHECKING:
    from db.engine import Store

# Who never looked before is shown this much.
FIRST_LOOK = timedelta(days=7)


def changes(store: Store, teams: Sequence[str] = (), *, all_teams: bool = False) -> tuple[Change, ...]:
    """What was recorded since, newest first. Raises NoSuchTeam."""
    with store.reading():
        mine = whose(store)
        chosen = {} if all_teams else teams_named(store, teams or mine.teams)
        seen = seen_until(store, mine.name)
        if seen is None:
            week_ago = (now() - FIRST_LOOK).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
            seen = first_row_since(store, week_ago)
        rows = recorded_since(store, seen, mine.name, tuple(chosen) or None)
    return tuple(_change(row) for row in rows)


def mark_seen(store: Store) -> None:
    """Everything recorded until now was seen."""
    writes.mark_seen(store, author(store))


def _change(row: Any) -> Change:
    _, entry, kind, child_id, reference, worker, by, source, at, text, holder, bucket, had, _, done, hidden = row
    what = _WHAT.get(kind, "")
    if kind == "allocation":
        what = "Handed over" if had else "New child"
        text = f"To {holder or words_for(BUCKET, bucket, 'no worker')}"
    elif kind == "extract":
        what, text = "Closed", "The list no longer shows the child as open"
    elif kind == "missing":
        text = "Not on a list that covers the team"
    elif kind == "action_outcome":
        what = "Action done" if done else "Action dropped"
    return Change(
        entry=str(entry),
        what=what,
        child_id=str(child_id) if child_id is not None else None,
        child=reference,
        worker=worker,
        text=SENSITIVE if hidden else text or "",
        by="import" if source == "import" else by,
        at=stored.moment(at),
    )


_WHAT = {
    "missing": "Not on list",
    "worry": "Worry raised",
    "worry_close": "Worry closed",
    "escalation_answer": "Answered",
    "decision": "Decision",
    "discussion": "Discussion",
    "disagreement": "Disagreement",
}
