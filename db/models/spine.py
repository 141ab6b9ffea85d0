"""Records: who and what the entries are about, and the entries themselves."""

from __future__ import annotations

from typing import get_args

from peewee import BooleanField, IntegerField, Model, TextField

from db.fields import IsoDateField, UtcField, is_date, is_time_of_day, one_of
from db.models.base import Numbered, Record, Reference, to
from oversight_tui.practice.records import parts


class Team(Record):
    """A team, by the name the authority's lists give it; `name_key` is the name normalised for matching."""

    holds = parts.Team
    id = Numbered()
    name = TextField()
    name_key = TextField(unique=True)


class Worker(Record):
    """A worker as an identity; what is known of them lies in `WorkerDetails`, newest version last."""

    holds = parts.Worker
    id = Numbered()


class Child(Record):
    """A child as an identity: the case system's reference, as text, unique in the authority."""

    holds = parts.Child
    id = Numbered()
    reference = TextField(unique=True)


class Snapshot(Record):
    """One import: what the file was, its as-at date, and what it covered.

    `lists`, `teams`, `counts` and `refused` are JSON.
    """

    holds = parts.Snapshot
    id = Numbered()
    format = TextField()
    file_name = TextField()
    sha256 = TextField(index=True)
    as_at = IsoDateField(constraints=[is_date("as_at")])
    lists = TextField()
    teams = TextField()
    counts = TextField()
    refused = TextField()
    recorded_at = UtcField()
    recorded_by = TextField()


class SnapshotTeam(Record):
    """A team that a snapshot covered: the age of that team's data is read from here."""

    holds = parts.SnapshotTeam
    id = Numbered()
    snapshot = to(Snapshot, "snapshot_id")
    team = to(Team, "team_id")
    as_at = IsoDateField(constraints=[is_date("as_at")])

    class Meta:
        indexes = ((("team", "as_at"), False),)


class Entry(Record):
    """The spine: when it happened, when it was typed, by whom, about whom.

    `corrects` is the first version of what this one is a newer version of; whatever follows an entry (an outcome, a
    filing, a withdrawal of the whole) points at its first version.
    """

    id = Numbered()
    kind = TextField()
    child = to(Child, "child_id", null=True)
    worker = to(Worker, "worker_id", null=True)
    happened_on = IsoDateField(null=True, constraints=[is_date("happened_on")])
    happened_at = TextField(null=True, constraints=[is_time_of_day("happened_at")])
    recorded_at = UtcField()
    recorded_by = TextField()
    source = TextField(constraints=[one_of("source", get_args(parts.Source))], default="manager")
    snapshot = to(Snapshot, "snapshot_id", null=True, index=False)
    sensitive = BooleanField(default=False)
    corrects = to("self", "corrects_id", null=True)

    class Meta:
        indexes = ((("child", "kind"), False), (("worker", "kind"), False), (("kind", "happened_on"), False))


class EntryInForce(Model):
    """A view: the newest version of each entry that was not taken back. `root` is the number of its first version."""

    id = IntegerField(primary_key=True)
    kind = TextField()
    child = IntegerField(column_name="child_id", null=True)
    worker = IntegerField(column_name="worker_id", null=True)
    happened_on = TextField(null=True)
    happened_at = TextField(null=True)
    recorded_at = TextField()
    recorded_by = TextField()
    source = TextField()
    snapshot = IntegerField(column_name="snapshot_id", null=True)
    sensitive = BooleanField()
    corrects = IntegerField(column_name="corrects_id", null=True)
    root = IntegerField(column_name="root_id")

    class Meta:
        legacy_table_names = False


class Detail(Record):
    """The part of an entry that is its kind's own; it has the entry's number."""

    entry = Reference(
        Entry, primary_key=True, backref="+", on_delete="RESTRICT", on_update="RESTRICT", column_name="entry_id"
    )
