"""What is in hand on this machine."""

from __future__ import annotations

from peewee import IntegerField, TextField

from db.fields import UtcField
from db.models.base import Working


class Draft(Working):
    """Text being typed, by the form it is typed in; offered again after a crash."""

    form = TextField(primary_key=True)
    content = TextField()
    saved_at = UtcField()


class SeenMark(Working):
    """How far one person has looked: the last journal row they have seen."""

    who = TextField(primary_key=True)
    journal_seq = IntegerField()


class Setting(Working):
    """A choice kept with the store: who the manager is, which teams are theirs. `content` is JSON."""

    key = TextField(primary_key=True)
    content = TextField()
