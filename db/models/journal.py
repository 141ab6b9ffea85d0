"""Records: the journal."""

from __future__ import annotations

from peewee import ForeignKeyField, Model, TextField

from db.fields import UtcField
from db.models.base import Numbered, Record, to
from db.models.spine import Entry


class Journal(Record):
    """The chain: who did what, and a salted digest of the change. `hash` covers the row and the hash before it."""

    seq = Numbered()
    at = UtcField()
    who = TextField()
    what = TextField()
    entry = to(Entry, "entry_id", null=True)
    digest = TextField()
    previous = TextField()
    hash = TextField(unique=True)


class JournalContent(Model):
    """The change itself and its salt, apart from the chain so that it can go by law while the chain still verifies.

    Never updated; rows leave only with a recorded erasure.
    """

    seq = ForeignKeyField(
        Journal, primary_key=True, backref="+", on_delete="RESTRICT", on_update="RESTRICT", column_name="seq"
    )
    salt = TextField()
    before = TextField(null=True)
    after = TextField(null=True)

    class Meta:
        legacy_table_names = False
