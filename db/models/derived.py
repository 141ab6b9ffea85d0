"""What the board asks for every morning, worked out from the records."""

from __future__ import annotations

from typing import get_args

from peewee import BooleanField, CompositeKey, FloatField, ForeignKeyField, IntegerField, TextField

from db.fields import IsoDateField, one_of
from db.models.base import Derived, to
from db.models.said import SessionChild
from db.models.spine import Child, Entry, Team, Worker
from oversight_tui.practice import facts


class WorkerNow(Derived):
    """A worker as known today. `earlier_rules` are own rules that held on some day since the clock began and were
    changed since: JSON, as `facts.Worker` reads it.
    """

    worker = ForeignKeyField(Worker, primary_key=True, backref="+", column_name="worker_id")
    name = TextField()
    name_key = TextField(index=True)
    staff_id = TextField(null=True, index=True)
    team = to(Team, "team_id", null=True)
    role = TextField(null=True)
    fte = FloatField(null=True)
    newly_qualified_from = IsoDateField(null=True)
    agency = BooleanField(null=True)
    starts = IsoDateField(null=True)
    leaves = IsoDateField(null=True)
    supervisor = TextField(null=True)
    second_supervisor = TextField(null=True)
    own_limit = TextField(null=True)
    own_until = IsoDateField(null=True)
    earlier_rules = TextField(null=True)
    seen_by = IsoDateField(null=True)
    last_held = IsoDateField(null=True)
    last_held_is_opening = BooleanField(default=False)
    last_held_by = TextField(null=True)
    next_planned = IsoDateField(null=True)
    last_held_cut_short = BooleanField(default=False)
    cut_short_on = IsoDateField(null=True)


class ChildNow(Derived):
    """A child as known today. `team` and `worker` are those of the open lead allocation. `here_since` is the day the
    child first came into this store, `came_on_a_list` whether a list brought the child, `no_worker_since` the day from
    which no worker has held a child, on whose list the child has stood since.

    `shown` says that boards show the child: open, or closed on `closed_on` with something open still, and then `team`
    and `worker` are the last ones.
    """

    child = ForeignKeyField(Child, primary_key=True, backref="+", column_name="child_id")
    reference = TextField(index=True)
    name = TextField(null=True)
    date_of_birth = IsoDateField(null=True)
    family = TextField(null=True)
    open = BooleanField()
    shown = BooleanField()
    closed_on = IsoDateField(null=True)
    team = ForeignKeyField(Team, null=True, backref="+", column_name="team_id", index=False)
    worker = ForeignKeyField(Worker, null=True, backref="+", column_name="worker_id", index=False)
    bucket = TextField(null=True)
    status = TextField(null=True)
    status_since = IsoDateField(null=True)
    risk = TextField(null=True)
    risk_since = IsoDateField(null=True)
    allocated_since = IsoDateField(null=True)
    seen_by = IsoDateField(null=True)
    came_from_another_worker = BooleanField(default=False)
    here_since = IsoDateField(null=True)
    came_on_a_list = BooleanField(default=False)
    last_seen = IsoDateField(null=True)
    last_seen_source = TextField(null=True)
    last_discussed = IsoDateField(null=True)
    last_discussed_setting = TextField(null=True)
    missing_since = IsoDateField(null=True)
    listed_on = IsoDateField(null=True)
    extract_digest = TextField(null=True)
    no_worker_since = IsoDateField(null=True)


ChildNow.add_index(ChildNow.team, name="child_now_open_team", where=ChildNow.open == True)  # noqa: E712
ChildNow.add_index(ChildNow.worker, name="child_now_open_worker", where=ChildNow.open == True)  # noqa: E712
ChildNow.add_index(ChildNow.team, name="child_now_shown_team", where=ChildNow.shown == True)  # noqa: E712
ChildNow.add_index(ChildNow.worker, name="child_now_shown_worker", where=ChildNow.shown == True)  # noqa: E712


class OpenItem(Derived):
    """One thing that waits for somebody: the open half of worries, actions, decisions, talks, escalations and
    sessions.
    """

    entry = ForeignKeyField(Entry, primary_key=True, backref="+", column_name="entry_id")
    kind = TextField(constraints=[one_of("kind", get_args(facts.OpenKind))])
    child = ForeignKeyField(Child, null=True, backref="+", column_name="child_id")
    worker = ForeignKeyField(Worker, null=True, backref="+", column_name="worker_id")
    text = TextField()
    since = IsoDateField(null=True)
    due_on = IsoDateField(null=True)
    at = TextField(null=True)
    who = TextField(null=True)
    severity = IntegerField(null=True)
    carried_over = IntegerField(default=0)
    session_kind = TextField(null=True)
    sensitive = BooleanField(default=False)
    owner = ForeignKeyField(Worker, null=True, backref="+", column_name="owner_id")
    owner_name = TextField(null=True)
    which = TextField(null=True, constraints=[one_of("which", get_args(facts.Which))])
    minutes = IntegerField(null=True)
    place = TextField(null=True)


class Unwritten(Derived):
    """A child who was discussed in a session without that anything is written about it, by their row in its list."""

    listing = ForeignKeyField(SessionChild, primary_key=True, backref="+", column_name="listing_id")
    session = ForeignKeyField(Entry, backref="+", column_name="session_id", index=False)
    child = ForeignKeyField(Child, backref="+", column_name="child_id")
    worker = ForeignKeyField(Worker, backref="+", column_name="worker_id")
    held_on = IsoDateField()


class TeamMonth(Derived):
    """What was true of a team at the end of a month that is over, as JSON (`practice.sight.months.MonthFigures`).

    Worked out when it is first asked for (`services.sight.months`); gone as soon as anything is recorded that happened
    in that month or before (`db.months`).
    """

    team = ForeignKeyField(Team, backref="+", column_name="team_id", index=False)
    last_day = IsoDateField()
    figures = TextField()

    class Meta:
        primary_key = CompositeKey("last_day", "team")


class Said(Derived):
    """What was typed in one version of an entry, as it is searched: its words without accents and capitals, each with a
    space before and after it. `stands` says that no newer version took its place and that it was not taken back.

    Of what is sensitive, of what stands on another child's page now and of a worker's own file there is no row.
    """

    entry = ForeignKeyField(Entry, primary_key=True, backref="+", column_name="entry_id")
    child = ForeignKeyField(Child, null=True, backref="+", column_name="child_id")
    worker = ForeignKeyField(Worker, null=True, backref="+", column_name="worker_id")
    on = IsoDateField(column_name="day")
    stands = BooleanField()
    words = TextField()
