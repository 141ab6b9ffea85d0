"""Records: the numbers in force, entries taken back, entries marked, imports undone."""

from __future__ import annotations

from peewee import TextField

from db.fields import one_of
from db.models.base import MARKS, to
from db.models.spine import Detail, Entry, Snapshot


class PolicyVersion(Detail):
    """The numbers of this store from this entry on, as TOML text."""

    text = TextField()


class Withdrawal(Detail):
    """An entry taken back, with a reason; the entry itself stays. One that is itself taken back counts no more."""

    withdrawn = to(Entry, "withdrawn_id")
    reason = TextField()


class Mark(Detail):
    """An entry marked: `sensitive`, its words are shown only when they are opened; `significant`, an event to find
    again.
    """

    marked = to(Entry, "marked_id")
    mark = TextField(constraints=[one_of("mark", MARKS)])


class ImportUndone(Detail):
    """An import taken back: its entries are withdrawn, and its date is no longer that of the newest list."""

    undone = to(Snapshot, "undone_id")
