"""What has changed since the manager last looked: by others, or by an import."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from db.queries.changes import RecordedSince, first_row_since, recorded_since, seen_until
from oversight_tui.clock import now
from oversight_tui.practice.pages import Change
from oversight_tui.practice.records import (
    ActionOutcome,
    Allocation,
    ExtractRow,
    Missing,
    Names,
    RiskRating,
    StatusEnd,
    StatusEpisode,
)
from oversight_tui.services.identity import author, teams_named, whose
from oversight_tui.services.shown import as_shown
from oversight_tui.words.labels import BUCKET, SENSITIVE, words_for

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
            seen = first_row_since(store, now() - FIRST_LOOK)
        rows = recorded_since(store, seen, mine.name, tuple(chosen) or None)
    return tuple(_change(row) for row in rows)


def mark_seen(store: Store) -> None:
    """Everything recorded until now was seen."""
    from db import writes

    writes.mark_seen(store, author(store))


def _change(row: RecordedSince) -> Change:
    return Change(
        entry=row.entry,
        what=_what(row),
        child_id=row.child_id,
        child=row.reference,
        worker=row.worker,
        text=SENSITIVE if row.sensitive else _text(row),
        by="import" if row.source == "import" else row.by,
        at=row.recorded_at,
    )


def _what(row: RecordedSince) -> str:
    """What the kind calls it, but for the three whose news is another thing in one case."""
    content = row.content
    if isinstance(content, Allocation) and row.had_holder:
        return "Handed over"
    if isinstance(content, ActionOutcome) and not content.done:
        return "Action dropped"
    if isinstance(content, Missing) and content.note is not None:
        return "Still ours"
    return content.kind.news or ""


def _text(row: RecordedSince) -> str:
    """Its words; of what has none, a few that say it."""
    content = row.content
    if isinstance(content, Allocation):
        return f"To {row.holder or words_for(BUCKET, content.bucket, 'no worker')}"
    if isinstance(content, ExtractRow):
        if row.source == "import":
            return "The list no longer shows the child as open"
        return as_shown(content.content).closed_because or "Said to be closed"
    if isinstance(content, Missing):
        return content.note or "Not on a list that covers the team"
    if isinstance(content, StatusEpisode):
        return content.told(Names())
    if isinstance(content, StatusEnd):
        return f"{row.ended.told(Names())}: {content.told(Names())}" if row.ended else content.told(Names())
    if isinstance(content, RiskRating):
        return f"{content.told(Names())}: {row.text}"
    return row.text
