"""What is due in workers' own files: that it is, and none of its words.

Behind the wall as the file itself: nothing leaves here but the day, and whose file it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from db.derived.live import About, Live, Spine, by_worker, live
from db.derived.rows import Row
from oversight_tui.practice.facts import OpenKind
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.open_kinds import Which
from oversight_tui.practice.personal import TOLD_AHEAD
from oversight_tui.practice.records import PersonalRecord

if TYPE_CHECKING:
    from db.engine import Store


class _Agreement(Struct, frozen=True):
    """The supervision agreement that holds: where it was entered, when it is to be renewed, who has signed it."""

    entry: EntryId
    on: date | None
    renew_on: date | None
    signed_by_worker: bool
    signed_by_manager: bool

    @property
    def unsigned_since(self) -> date | None:
        """Its day, where a signature is missing; None where none is."""
        return None if self.signed_by_worker and self.signed_by_manager else self.on


def own_files(store: Store, about: About, ids: Sequence[int]) -> Iterator[Row]:
    """A row for each entry that is to be looked at again, renewed or signed.

    `due_on` is the earlier of the first two; `since` is the day of an agreement that lacks a signature, None of
    everything else. An appraisal or a probation is an `own_date`, of which the newest of its kind holds; nothing says
    which of the two it is.
    """
    if about != "worker_id":
        return
    for entries in by_worker(live(store, about, ids, PersonalRecord)).values():
        agreement = _in_force(entries)
        again = {one.spine.entry: one.says.look_again_on for one in _newest_of_each_thread(entries)}
        holds = {one.says.personal_kind: one.spine.entry for one in entries}  # the newest of each kind
        for one in entries:
            own = agreement if agreement is not None and agreement.entry == one.spine.entry else None
            days = [day for day in (again.get(one.spine.entry), own.renew_on if own else None) if day is not None]
            unsigned = own.unsigned_since if own else None
            is_a_date = one.says.personal_kind in TOLD_AHEAD
            is_past = is_a_date and holds[one.says.personal_kind] != one.spine.entry
            if (days or unsigned is not None) and not is_past:
                which: Which | None = "own_date" if is_a_date else None
                yield {**_row(one.spine, min(days, default=None), unsigned), "which": which}


def _row(spine: Spine, due_on: date | None, since: date | None) -> Row:
    kind: OpenKind = "own_file"
    about = {"entry": spine.entry, "child": spine.child, "worker": spine.worker}
    return {**about, "kind": kind, "text": "", "since": since, "due_on": due_on}


def _newest_of_each_thread(entries: Sequence[Live[PersonalRecord]]) -> Iterator[Live[PersonalRecord]]:
    """Of an entry and all that follows it the newest, which settles what was to be looked at again before it."""
    heads = _heads(entries)
    newest = {heads[one.spine.entry]: one for one in entries}
    yield from newest.values()


def _heads(entries: Sequence[Live[PersonalRecord]]) -> dict[EntryId, EntryId]:
    """The entry with which the thread of each begins: what it follows, and what that follows."""
    follows = {one.spine.entry: one.says.follows for one in entries}

    def head(entry: EntryId) -> EntryId:
        seen = {entry}
        while (before := follows.get(entry)) is not None and before not in seen:
            seen.add(before)
            entry = before
        return entry

    return {entry: head(entry) for entry in follows}


def _in_force(entries: Sequence[Live[PersonalRecord]]) -> _Agreement | None:
    """The newest agreement of a worker. An entry that goes on from it and names no day of renewal brings its
    signatures to it; one that brings none takes the renewal for done.
    """
    heads = _heads(entries)
    found: _Agreement | None = None
    for one in entries:
        says, spine = one.says, one.spine
        if says.personal_kind != "agreement":
            continue
        worker, manager = says.signed_by_worker is not None, says.signed_by_manager is not None
        goes_on = found is not None and heads[found.entry] == heads[spine.entry] and says.renew_on is None
        if found is not None and goes_on:
            found = _Agreement(
                found.entry,
                found.on,
                found.renew_on if worker or manager else None,
                found.signed_by_worker or worker,
                found.signed_by_manager or manager,
            )
        else:
            found = _Agreement(spine.entry, spine.on, says.renew_on, worker, manager)
    return found
