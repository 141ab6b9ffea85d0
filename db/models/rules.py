"""Records: the numbers in force, and entries taken back."""

from __future__ import annotations

from peewee import TextField

from db.models.base import to
from db.models.spine import Detail, Entry


class PolicyVersion(Detail):
    """The numbers of this store from this entry on, as TOML text."""

    text = TextField()


class Withdrawal(Detail):
    """An entry taken back, with a reason; the entry itself stays."""

    withdrawn = to(Entry, "withdrawn_id")
    reason = TextField()
