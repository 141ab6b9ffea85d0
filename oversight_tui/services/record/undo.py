"""Take back the last thing this person recorded, and bring it back. The entries stay, withdrawn.

By itself that is one entry, recorded since a moment that whoever asks names. Whatever is larger or older, and a list
that was imported, is asked about first.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.events import EventEntry, anything_after, last_event, last_undone, snapshots_of
from db.queries.meanwhile import Later, recorded_about
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.records import Withdrawal, kind_named
from oversight_tui.practice.requests import Recorded, Redo, Undo
from oversight_tui.services.identity import whose
from oversight_tui.services.record.checks import RecordProblem
from oversight_tui.services.record.dispatch import records
from oversight_tui.services.record.what_was import in_kind, in_words
from oversight_tui.words.dates import count, long_day

if TYPE_CHECKING:
    from db.engine import Store

UNDONE, REDONE = "Undone", "Redone"


class UndoAsks(RecordProblem):
    """What would be taken back is more than one entry, or was recorded before the moment that was named.

    The text names neither anybody nor what was written. `question` asks whether that is meant, in as many words as may
    be said here, and `newest` is the entry by which a yes names what it was said to.
    """

    def __init__(self, says: str, question: str, newest: EntryId) -> None:
        super().__init__(says)
        self.question, self.newest = question, newest


@records(Undo)
def undo(store: Store, request: Undo, today: date) -> Recorded:
    """Withdraw every entry of this person's last event. Raises RecordProblem where there is none,
    UndoAsks where it is to be asked first.
    """
    with store.writing():
        mine = whose(store)
        found = last_event(store, mine.names, (UNDONE, REDONE))
        if not found:
            raise RecordProblem("There is nothing of yours to undo.")
        if found[0].snapshot is not None and anything_after(store, found[-1].id, (UNDONE, REDONE)):
            raise RecordProblem(
                "The last thing of yours is an import, and others have recorded something since. Nothing was undone; "
                "import a newer list, or withdraw single entries."
            )
        what = in_words(store, found, words=request.words)
        if not (request.yes or request.agreed_to == found[-1].id):
            _ask_first(found, request, what, _upon(store, found, mine.names))
        written = writes.withdraw_all(store, found, UNDONE, today, mine.name, undone=snapshots_of(store, found[0]))
    can_be_read = "" if found[0].snapshot is not None else " It can still be read."
    says = f"Taken back: {what}.{can_be_read}"
    return Recorded(written, Withdrawal.kind.name, says, undone=tuple(one.id for one in found))


@records(Redo)
def redo(store: Store, request: Redo, today: date) -> Recorded:
    """Bring back what this person undid last, where they have recorded nothing since."""
    with store.writing():
        mine = whose(store)
        undone = last_undone(store, mine.names, UNDONE)
        since = last_event(store, mine.names, (UNDONE, REDONE))
        if not undone or (since and since[-1].id > undone[-1].id):
            raise RecordProblem("There is nothing of yours to bring back.")
        written = writes.withdraw_all(store, undone, REDONE, today, mine.name)
        brought = last_event(store, mine.names, (UNDONE, REDONE))
        what = in_words(store, brought, words=request.words)
    return Recorded(written, Withdrawal.kind.name, f"Brought back: {what}.")


def _upon(store: Store, found: list[EventEntry], mine: Collection[str]) -> list[Later]:
    """What others have recorded that is about what would be taken back, and would stay. Of a list nothing is."""
    if found[0].snapshot is not None:
        return []
    last = found[-1].id
    return [one for each in found for one in recorded_about(store, each.id, last) if one.recorded_by not in mine]


def _ask_first(found: list[EventEntry], request: Undo, what: str, upon: list[Later]) -> None:
    """Raise UndoAsks where it is a list, more than one entry, older than what may go unasked, or what others have
    recorded something `upon`.
    """
    recorded = found[0].recorded_at
    older = request.since is not None and recorded is not None and recorded < request.since
    is_import = found[0].snapshot is not None
    if len(found) == 1 and not older and not is_import and not upon:
        return
    day = recorded.astimezone().date() if recorded is not None else None
    of_day = f"recorded on {long_day(day)}" if day is not None else "recorded before"
    several = len(found) > 1 and not is_import
    when = (
        "recorded on that day" if day is not None and not is_import and all(one.on == day for one in found) else of_day
    )
    entries = f"That is {count(len(found), 'entry', 'entries')}, {when}." if several else f"It was {when}."
    others = f" Since then {_those(upon)}; that stays, and what it is about goes." if upon else ""
    somebody = " Somebody else has recorded something about it since." if upon else ""
    raise UndoAsks(
        f"The last thing of yours is {in_kind(found)}, {of_day}.{somebody} Nothing was undone.",
        f"Take back {what}? {entries}{others}",
        found[-1].id,
    )


def _those(upon: list[Later]) -> str:
    """Who recorded what, each once."""
    said = (f"{one.recorded_by} recorded {kind_named(one.kind).kind.called}" for one in upon)
    return ", ".join(dict.fromkeys(said))
