"""Who did what and when, with the record before and after; and whether anybody has tampered with it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from db import stored, writes
from db.errors import StoreError
from db.journal import JournalAbout, JournalRow, named_in, read
from db.journal import newest as read_newest
from db.queries.events import hidden_entries, moved_entries
from db.queries.rights import seen_of_it
from db.verification import Verification
from db.verification import verify as look_through
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.pages import JournalLine
from oversight_tui.practice.records import Absence, PersonalRecord
from oversight_tui.practice.story import MOVED
from oversight_tui.services.identity import author
from oversight_tui.services.login import reads_records
from oversight_tui.services.openings import OPENED, printed_end

if TYPE_CHECKING:
    from db.engine import Store

ACCEPTED = "accepted"  # a store that was not what was seen of it, taken as it is
PERSONAL = PersonalRecord.kind.name
ROWS_AT_ONCE = 1000
# Why a worker is away, in words of the manager's own: as private as the worker's own file.
_WHY_AWAY = (Absence.kind.name, "note")
# What a journal row says of an entry besides its words.
_SPINE = ("child", "worker", "on", "at", "corrects")


def rows(store: Store, *, personal: bool = False) -> list[JournalRow]:
    """Every row of the journal, oldest first; what is in workers' own files or sensitive, and why somebody is away in
    words, only where asked for.

    What was written on the wrong child's page shows on the right one only. That it was asked for is in the journal too.
    """
    if personal:
        with store.writing():
            writes.note_opened(store, OPENED, {"journal": PERSONAL}, author(store))
    with store.reading():
        hidden, moved = _apart(store)
        hidden = set() if personal else hidden
        return [
            _where_it_belongs(row if personal else _without_why_away(row), moved)
            for row in read(store)
            if personal or (row.what != PERSONAL and row.entry_id not in hidden)
        ]


def whom(store: Store, rows: Sequence[JournalRow]) -> Mapping[int, str]:
    """The reference or name of whom each row is about that says so itself, as what was opened or copied does."""
    with store.reading():
        return named_in(store, rows)


def newest(store: Store, before: int | None = None) -> tuple[JournalLine, ...]:
    """A thousand rows, newest first, older than `before`; without workers' own files, what is sensitive, and why
    somebody is away.
    """
    with store.reading():
        withheld = not reads_records(store)
        hidden, moved = _apart(store)
        found = read_newest(store, before, ROWS_AT_ONCE)
    return tuple(
        _line(one.__replace__(row=_where_it_belongs(_without_why_away(one.row), moved)), withheld)
        for one in found
        if one.row.what != PERSONAL and one.row.entry_id not in hidden
    )


def verify(store: Store, printed: str | None = None) -> Verification:
    """Look through the journal, its end, the records, and what is worked out from them: what stands today, and the
    months that are kept.

    `printed` is the end of the journal as it stands on a printed list. Raises NotAnEnd.
    """
    from oversight_tui.services.sight.months import faults

    found = look_through(store, printed_end(printed) if printed is not None else None)
    months = (
        faults(store) if not found.faults and not found.journal_alone else ()
    )  # what is worked out of what is not sound says nothing
    return found.__replace__(faults=(*found.faults, *months), differing=(*found.differing, *months))


def sees_a_part(store: Store) -> bool:
    """Whether the login of a server sees too little to verify anything but that the store was seen before."""
    with store.reading():
        return seen_of_it(store) == "part"


def accept(store: Store, broken: str | None = None) -> tuple[str, ...]:
    """Take the store as it is, whatever was seen of it here, and say so in the journal; returns what did not agree.

    `broken` says that a plain file is not as it was left. Raises StoreError where nothing can be kept outside.
    """
    doubts = store.outside.doubts if broken is None else (*store.outside.doubts, broken)
    if doubts:
        with store.writing():
            try:
                store.outside.accept(store)
            except OSError as error:
                raise StoreError(
                    f"Nothing can be kept outside the store: {error.strerror}. Nothing was changed."
                ) from error
            writes.note_opened(store, ACCEPTED, {"doubts": list(doubts)}, author(store))
    return doubts


def _apart(store: Store) -> tuple[set[EntryId], set[EntryId]]:
    """The entries that are shown only where asked for, and those that stand on another child's page now; none for a
    login that is shown no words of any.
    """
    if not reads_records(store):
        return set(), set()
    return hidden_entries(store), moved_entries(store)


def _line(one: JournalAbout, withheld: bool) -> JournalLine:
    row = one.row
    return JournalLine(
        seq=row.seq,
        at=stored.moment(row.at),
        who=row.who,
        what=row.what,
        entry_id=row.entry_id,
        about=one.about,
        about_child=one.about_child,
        before=row.before,
        after=row.after,
        withheld=withheld and row.after is None,
    )


def _where_it_belongs(row: JournalRow, moved: Collection[EntryId]) -> JournalRow:
    """The row, without the words of an entry that was on the wrong child's page."""
    if row.entry_id not in moved:
        return row
    return row.__replace__(before=_spine(row.before), after={**(_spine(row.after) or {}), "text": MOVED})


def _without_why_away(row: JournalRow) -> JournalRow:
    kind, words = _WHY_AWAY
    if row.what != kind:
        return row
    before, after = ({**values, words: None} if values else None for values in (row.before, row.after))
    return row.__replace__(before=before, after=after)


def _spine(values: Mapping[str, object] | None) -> dict[str, object] | None:
    return {key: values[key] for key in _SPINE if key in values} if values else None
