"""Records: the numbers in force, entries taken back, entries marked, imports undone."""

from __future__ import annotations

from typing import get_args

from peewee import TextField

from db.fields import one_of
from db.models.base import to
from db.models.spine import Detail, Entry, Snapshot
from oversight_tui.practice import records
from oversight_tui.practice.records.upkeep import EntryMark, ListAnswerAbout


class PolicyVersion(Detail):
    """The numbers of this store from this entry on, as TOML text."""

    holds = records.PolicyVersion
    text = TextField()


class Withdrawal(Detail):
    """An entry taken back, with a reason; the entry itself stays. One that is itself taken back counts no more."""

    holds = records.Withdrawal
    withdrawn = to(Entry, "withdrawn_id")
    reason = TextField()


class Mark(Detail):
    """An entry marked: `sensitive`, its words are shown only when they are opened; `significant`, an event to find
    again.
    """

    holds = records.Mark
    marked = to(Entry, "marked_id")
    mark = TextField(constraints=[one_of("mark", get_args(EntryMark))])


class ImportUndone(Detail):
    """An import taken back: its entries are withdrawn, and its date is no longer that of the newest list."""

    holds = records.ImportUndone
    undone = to(Snapshot, "undone_id")


class ListAnswer(Detail):
    """What an import was told once and goes on knowing: what words of the lists mean."""

    holds = records.ListAnswer
    about = TextField(constraints=[one_of("about", get_args(ListAnswerAbout))])
    said = TextField()
    means = TextField()
