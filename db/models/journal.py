"""Records: the journal."""

from __future__ import annotations

from peewee import ForeignKeyField, IntegerField, Model, TextField

from db.fields import UtcField
from db.models.base import Numbered, Record


class Journal(Record):
    """The chain: who did what, and a salted digest of the change. `hash` covers the row and the hash before it.

    `entry_id` is a number and no foreign key: the row stays where the entry was erased.
    """

    seq = Numbered()
    at = UtcField()
    who = TextField()
    what = TextField()
    entry_id = IntegerField(null=True, index=True)
    digest = TextField()
    previous = TextField()
    hash = TextField(unique=True)


class JournalContent(Model):
    """The change itself and its salt, apart from the chain so that it can go by law while the chain still verifies.

    Guarded like a record; rows leave only with a recorded erasure.
    """

    seq = ForeignKeyField(
        Journal, primary_key=True, backref="+", on_delete="RESTRICT", on_update="RESTRICT", column_name="seq"
    )
    salt = TextField()
    before = TextField(null=True)
    after = TextField(null=True)

    class Meta:
        legacy_table_names = False
