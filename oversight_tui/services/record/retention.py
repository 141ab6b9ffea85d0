"""A legal hold placed and lifted, and what has been kept for long enough erased for good."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.ownership import Unit
from db.queries.retention import names_ever
from oversight_tui.clock import now
from oversight_tui.practice.ids import Subject
from oversight_tui.practice.naming import is_hinted_at
from oversight_tui.practice.records import LegalHold, LegalHoldEnd
from oversight_tui.practice.requests import Erase, LiftHold, PlaceHold, Recorded
from oversight_tui.practice.retention import ErasedKind, KeptRow, backups_gone_by
from oversight_tui.services.identity import author, whose
from oversight_tui.services.record.checks import RecordProblem, about, required_text
from oversight_tui.services.record.dispatch import records
from oversight_tui.services.retention import finish_erasing, rows_now, still_held_by
from oversight_tui.words.dates import count, long_day

if TYPE_CHECKING:
    from db.engine import Store

_NOTHING_DUE: dict[ErasedKind | None, str] = {"own_notes": "No note to yourself is", "drafts": "No draft is"}
_STILL_IN_FILE = (
    "The file could not be written anew just now, so bytes of it may still be in it: close other programs that have "
    "it open, and `oversight retention list` does it."
)


@records(PlaceHold)
def legal_hold(store: Store, request: PlaceHold, today: date) -> Recorded:
    """Nothing about this child or worker is erased from now on. One hold at a time."""
    reason = required_text(request.because, "The reason of a legal hold", "because")
    with store.writing():
        name = about(store, request.about)
        known = _rows_about(store, request.about, today)
        if known and known[0].hold is not None:
            since = f" since {long_day(known[0].hold.since)}" if known[0].hold.since else ""
            raise RecordProblem(f"{name} is under a legal hold{since} already. Lift that one first.")
        entry = writes.place_hold(store, request.about, reason, today, author(store))
    says = f"Legal hold on {name}: nothing about them is erased until it is lifted."
    return Recorded(entry, LegalHold.kind.name, says)


@records(LiftHold)
def lift_hold(store: Store, request: LiftHold, today: date) -> Recorded:
    """The legal hold on this child or worker ends."""
    reason = required_text(request.because, "The reason for lifting it", "because")
    with store.writing():
        name = about(store, request.about)
        hold = next((row.hold for row in _rows_about(store, request.about, today) if row.hold is not None), None)
        if hold is None:
            raise RecordProblem(f"There is no legal hold on {name}. Nothing was recorded.")
        entry = writes.lift_hold(store, request.about, hold.id, reason, today, author(store))
    return Recorded(entry, LegalHoldEnd.kind.name, f"The legal hold on {name} is lifted.")


def erase(store: Store, request: Erase, today: date) -> Recorded:
    """Erase what is due of a child, a worker, notes or drafts, and its bytes from the file. Nothing brings it back."""
    return _swept(store, _erased(store, request, today))


def _swept(store: Store, erased: Recorded) -> Recorded:
    """No transaction writes a file anew: it is done afterwards, and said where it could not be."""
    return erased if finish_erasing(store) else erased.__replace__(says=f"{erased.says} {_STILL_IN_FILE}")


@records(Erase, then=_swept)
def _erased(store: Store, request: Erase, today: date) -> Recorded:
    """Erase it from the records.

    Only a manager who has said who they are decides this; not while a legal hold stands, not before its day. A day that
    was set ahead of the clock counts for nothing here.
    """
    reason = required_text(request.because, "The reason for erasing", "because")
    if today > now().astimezone().date():
        ahead = long_day(today)
        raise RecordProblem(f"The day was set ahead to {ahead}, and erasing goes by the real one. Nothing was erased.")
    who = whose(store)
    if not who.confirmed:
        raise RecordProblem("Say who you are first: `oversight mine NAME`. Only a named manager erases.")
    with store.writing():
        due = _due(store, request, today)
        names = _names(store, due[0])
        if is_hinted_at(reason, names):
            raise RecordProblem("The reason stays for good, so it must not name them. Nothing was erased.")
        until = backups_gone_by(today, request.backup_months)
        erased = writes.erase(store, [_to_erase(row, names) for row in due], reason, today, until, who.name)
    says = (
        f"Erased for good: {count(erased, 'entry', 'entries')}. It cannot be undone. "
        f"The last backup made by this program that still holds it is gone by {long_day(until)}, "
        "where one is made at least every month."
    )
    return Recorded(None, "erasure", " ".join(filter(None, (says, still_held_by(store)))))


def _rows_about(store: Store, subject: Subject | None, today: date) -> list[KeptRow]:
    return [row for row in rows_now(store, today) if row.about == subject]


def _due(store: Store, request: Erase, today: date) -> list[KeptRow]:
    """The rows to erase. Raises RecordProblem where a hold stands, or nothing of it is due."""
    if request.about is None and request.kind not in _NOTHING_DUE:
        raise RecordProblem("Say whose records are to be erased. Nothing was erased.")
    name = about(store, request.about) if request.about is not None else ""
    rows = [row for row in _rows_about(store, request.about, today) if request.kind in (None, row.kind)]
    hold = next((row.hold for row in rows if row.hold is not None), None)
    if hold is not None:
        raise RecordProblem(f"A legal hold stands on {name}: {hold.because}. Nothing was erased; lift it first.")
    due = [row for row in rows if row.state == "due"]
    if due:
        return due
    if request.kind in _NOTHING_DUE:
        raise RecordProblem(f"{_NOTHING_DUE[request.kind]} old enough to be erased. Nothing was erased.")
    if not rows:
        raise RecordProblem(f"Nothing of {name} is left to be erased.")
    first = rows[0]
    when = f" before {long_day(first.due_on)}" if first.due_on else ""
    raise RecordProblem(f"{name} is not due to be erased{when} ({first.because}). Nothing was erased.")


def _names(store: Store, row: KeptRow) -> tuple[str, ...]:
    """By what the child or worker is known, and ever was."""
    ever = names_ever(store, row.about) if row.about is not None else frozenset[str]()
    return tuple(sorted(ever | set(filter(None, (row.name, row.local_name)))))


def _to_erase(row: KeptRow, names: tuple[str, ...]) -> writes.ToErase:
    unit = Unit(row.kind, row.about.id if row.about is not None else None)
    return writes.ToErase(unit, notes=row.notes, drafts=row.drafts, names=names)
