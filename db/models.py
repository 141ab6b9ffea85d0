"""Tables and their constraints; no behaviour and no queries.

Three classes of table, told apart by their base class:

- **Record**: insert only. Triggers refuse UPDATE, DELETE and INSERT OR REPLACE. An end, an outcome, an
  answer, a filing or a correction is a new row that points at the first.
- **Kept**: worked out from the records for speed; may be updated, and `db.kept` can rebuild every row.
- **Working**: drafts, marks and settings of this machine. Not part of the record.

`Entry` is the spine: whatever can stand on a child's or worker's page is one row there (when it happened,
when it was typed, by whom, about whom), and one row with the same number in the table of its kind.
No model is bound to a database: a query is executed on the store it is asked of.
"""

from __future__ import annotations

from typing import Any, get_args

from peewee import (
    SQL,
    AutoField,
    BooleanField,
    Check,
    FloatField,
    ForeignKeyField,
    IntegerField,
    Model,
    NodeList,
    TextField,
)

from db.fields import IsoDateField, UtcField, is_date, is_time_of_day, one_of
from oversight_tui.practice import facts

ENTRY_KINDS = (
    "worker",
    "worker_alias",
    "child",
    "allocation",
    "allocation_end",
    "status",
    "status_end",
    "risk",
    "extract",
    "missing",
    "session_plan",
    "session_held",
    "session_cancelled",
    "discussion",
    "filing",
    "decision",
    "decision_reason",
    "action",
    "action_outcome",
    "action_carried",
    "worry",
    "worry_review",
    "worry_close",
    "escalation",
    "escalation_answer",
    "absence",
    "absence_end",
    "personal",
    "policy",
    "withdrawal",
)
PERSONAL_KINDS = (
    "reflection",
    "wellbeing",
    "learning",
    "goal",
    "performance",
    "agreement",
    "observation",
    "feedback",
)
ALLOCATION_ROLES = ("lead", "co_worker", "personal_adviser")
SOURCES = ("manager", "import", "opening")


class Numbered(AutoField):
    """A row number that is never given twice, even where a store is restored or erased from."""

    def ddl(self, ctx: Any) -> Any:
        """The column as SQLite wants it said; PostgreSQL's serial never gives a number twice."""
        column = super().ddl(ctx)
        return NodeList((column, SQL("AUTOINCREMENT")))


class Record(Model):
    """A table of records: rows are added and never changed."""

    class Meta:
        legacy_table_names = False


class Kept(Model):
    """A table worked out from the records."""

    class Meta:
        legacy_table_names = False


class Working(Model):
    """A table of what is in hand on this machine."""

    class Meta:
        legacy_table_names = False


def to(model: Any, name: str, **options: Any) -> ForeignKeyField:
    """A foreign key that refuses to lose what it points at."""
    return ForeignKeyField(model, backref="+", on_delete="RESTRICT", on_update="RESTRICT", column_name=name, **options)


# --- Records: who and what the entries are about -------------------------------------------------


class Team(Record):
    """A team, by the name the authority's lists give it; `name_key` is the name normalised for matching."""

    id = Numbered()
    name = TextField()
    name_key = TextField(unique=True)


class Worker(Record):
    """A worker as an identity; what is known of them lies in `WorkerDetails`, newest version last."""

    id = Numbered()


class Child(Record):
    """A child as an identity: the case system's reference, as text, unique in the authority."""

    id = Numbered()
    reference = TextField(unique=True)


class Snapshot(Record):
    """One import: what the file was, its as-at date, and what it covered.

    `lists`, `teams`, `counts` and `refused` are JSON.
    """

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

    id = Numbered()
    snapshot = to(Snapshot, "snapshot_id")
    team = to(Team, "team_id")
    as_at = IsoDateField(constraints=[is_date("as_at")])

    class Meta:
        indexes = ((("team", "as_at"), False),)


class Entry(Record):
    """The spine: when it happened, when it was typed, by whom, about whom.

    `corrects` is the entry this one replaces.
    """

    id = Numbered()
    kind = TextField(constraints=[one_of("kind", ENTRY_KINDS)])
    child = to(Child, "child_id", null=True)
    worker = to(Worker, "worker_id", null=True)
    happened_on = IsoDateField(null=True, constraints=[is_date("happened_on")])
    happened_at = TextField(null=True, constraints=[is_time_of_day("happened_at")])
    recorded_at = UtcField()
    recorded_by = TextField()
    source = TextField(constraints=[one_of("source", SOURCES)], default="manager")
    snapshot = to(Snapshot, "snapshot_id", null=True, index=False)
    sensitive = BooleanField(default=False)
    corrects = to("self", "corrects_id", null=True)

    class Meta:
        indexes = ((("child", "kind"), False), (("worker", "kind"), False), (("kind", "happened_on"), False))


class Detail(Record):
    """The part of an entry that is its kind's own; it has the entry's number."""

    entry = ForeignKeyField(
        Entry, primary_key=True, backref="+", on_delete="RESTRICT", on_update="RESTRICT", column_name="entry_id"
    )


class WorkerDetails(Detail):
    """What is known of a worker from this entry on; the whole of it each time.

    `own_limit` is an interval as the policy writes it.
    """

    name = TextField()
    name_key = TextField(index=True)
    staff_id = TextField(null=True, index=True)
    team = to(Team, "team_id", null=True)
    role = TextField(null=True)
    fte = FloatField(null=True, constraints=[Check("fte IS NULL OR (fte >= 0 AND fte <= 2)")])
    newly_qualified_from = IsoDateField(null=True, constraints=[is_date("newly_qualified_from")])
    agency = BooleanField(null=True)
    starts = IsoDateField(null=True, constraints=[is_date("starts")])
    leaves = IsoDateField(null=True, constraints=[is_date("leaves")])
    supervisor = TextField(null=True)
    second_supervisor = TextField(null=True)
    own_limit = TextField(null=True)
    own_until = IsoDateField(null=True, constraints=[is_date("own_until")])
    seen_by = IsoDateField(null=True, constraints=[is_date("seen_by")])


class WorkerAlias(Detail):
    """Another spelling of a worker's name, accepted by the manager."""

    name_key = TextField(index=True)


class ChildDetails(Detail):
    """What is known of a child from this entry on, besides what the histories hold.

    `name` is the manager's own local name.
    """

    name = TextField(null=True)
    date_of_birth = IsoDateField(null=True, constraints=[is_date("date_of_birth")])
    family = TextField(null=True)


class Allocation(Detail):
    """A child to a worker, or to a bucket.

    `starts` is a true date; `seen_by` the as-at date of the list that first showed it.
    """

    allocated_to = to(Worker, "allocated_worker_id", null=True)
    team = to(Team, "team_id", null=True)
    bucket = TextField(null=True, constraints=[one_of("bucket", get_args(facts.Bucket))])
    role = TextField(constraints=[one_of("role", ALLOCATION_ROLES)], default="lead")
    starts = IsoDateField(null=True, constraints=[is_date("starts")])
    seen_by = IsoDateField(null=True, constraints=[is_date("seen_by")])

    class Meta:
        constraints = [Check("allocated_worker_id IS NULL OR bucket IS NULL")]


class AllocationEnd(Detail):
    """The end of an allocation.

    `ends` is a true date; `seen_by` the as-at date of the list that no longer showed it.
    """

    allocation = to(Allocation, "allocation_id")
    ends = IsoDateField(null=True, constraints=[is_date("ends")])
    seen_by = IsoDateField(null=True, constraints=[is_date("seen_by")])
    reason = TextField(null=True)


class StatusEpisode(Detail):
    """A child looked after, on a protection plan, in need, being assessed, or a care leaver, from a date."""

    status = TextField(constraints=[one_of("status", get_args(facts.Status))])
    starts = IsoDateField(null=True, constraints=[is_date("starts")])
    seen_by = IsoDateField(null=True, constraints=[is_date("seen_by")])


class StatusEnd(Detail):
    """The end of an episode, with the reason the list gave."""

    episode = to(StatusEpisode, "episode_id")
    ends = IsoDateField(null=True, constraints=[is_date("ends")])
    reason = TextField(null=True)


class RiskRating(Detail):
    """The manager's rating of a child's risk and the reason for it."""

    rating = TextField(constraints=[one_of("rating", get_args(facts.Risk))])
    reason = TextField()


class ExtractRow(Detail):
    """A child as the extract showed them, written where it differs from the row before.

    `content` is canonical JSON.
    """

    open = BooleanField()
    last_seen = IsoDateField(null=True, constraints=[is_date("last_seen")])
    last_seen_source = TextField(null=True)
    content = TextField()
    digest = TextField()


class Missing(Detail):
    """A child not on a list that covered their team: a question to the manager and not a closure.

    The entry's date is the list's.
    """

    note = TextField(null=True)


# --- Records: supervision and what is said and decided -------------------------------------------


class SessionPlan(Detail):
    """A session to come."""

    session_kind = TextField(constraints=[one_of("session_kind", get_args(facts.SessionKind))])
    planned_for = IsoDateField(constraints=[is_date("planned_for")])
    minutes = IntegerField(null=True, constraints=[Check("minutes IS NULL OR minutes BETWEEN 1 AND 1440")])
    supervisor = TextField(null=True)


class SessionHeld(Detail):
    """A session held on the entry's date. `opening` marks a date entered from before this store began."""

    plan = to(SessionPlan, "plan_id", null=True)
    session_kind = TextField(constraints=[one_of("session_kind", get_args(facts.SessionKind))])
    minutes = IntegerField(null=True, constraints=[Check("minutes IS NULL OR minutes BETWEEN 1 AND 1440")])
    supervisor = TextField(null=True)
    opening = BooleanField(default=False)


class SessionChild(Record):
    """A child discussed in a session."""

    id = Numbered()
    session = to(SessionHeld, "session_id")
    child = to(Child, "child_id")

    class Meta:
        indexes = ((("session", "child"), True),)


class SessionCancelled(Detail):
    """A planned session that did not take place, and why. It sets back no clock."""

    plan = to(SessionPlan, "plan_id")
    reason = TextField()


class Discussion(Detail):
    """One child discussed once.

    `asked_for` is a talk asked for and not held; the talk that answers it names it in `answers`.
    """

    setting = TextField(constraints=[one_of("setting", get_args(facts.Setting))])
    session = to(SessionHeld, "session_id", null=True)
    answers = to("self", "answers_id", null=True)
    asked_for = BooleanField(default=False)
    text = TextField()
    what_changed = TextField(null=True)
    worries = TextField(null=True)
    going_well = TextField(null=True)
    analysis = TextField(null=True)
    childs_view = TextField(null=True)


class ScaleReading(Record):
    """One person's number, 0 (cannot live at home) to 10 (safe enough to close), in one discussion."""

    id = Numbered()
    discussion = to(Discussion, "discussion_id")
    who = TextField()
    number = IntegerField(constraints=[Check("number BETWEEN 0 AND 10")])


class Filing(Detail):
    """A discussion put on the child's file, on the entry's date."""

    discussion = to(Discussion, "discussion_id")


class Decision(Detail):
    """What was decided, and because of what. `kind` is a decision kind of the policy."""

    text = TextField()
    because = TextField(null=True)
    decision_kind = TextField()
    review_on = IsoDateField(null=True, constraints=[is_date("review_on")])
    discussion = to(Discussion, "discussion_id", null=True)


class DecisionReason(Detail):
    """The because of a decision, given later."""

    decision = to(Decision, "decision_id")
    because = TextField()


class Action(Detail):
    """What is to be done, by whom, by when."""

    text = TextField()
    owner = TextField()
    due_on = IsoDateField(constraints=[is_date("due_on")])
    decision = to(Decision, "decision_id", null=True)


class ActionOutcome(Detail):
    """An action done, or not to be done and why."""

    action = to(Action, "action_id")
    done = BooleanField()
    reason = TextField(null=True)


class ActionCarried(Detail):
    """An action carried over to another date, with a word about why."""

    action = to(Action, "action_id")
    due_on = IsoDateField(constraints=[is_date("due_on")])
    reason = TextField(null=True)


class Worry(Detail):
    """Who is worried, about what, and what happens if nothing changes. `severity` is 1 (least) to 5."""

    text = TextField()
    who = TextField(null=True)
    if_nothing_changes = TextField(null=True)
    severity = IntegerField(null=True, constraints=[Check("severity IS NULL OR severity BETWEEN 1 AND 5")])
    owner = TextField(null=True)
    review_on = IsoDateField(null=True, constraints=[is_date("review_on")])


class WorryReview(Detail):
    """A worry looked at again, and when next."""

    worry = to(Worry, "worry_id")
    next_on = IsoDateField(constraints=[is_date("next_on")])
    reason = TextField(null=True)


class WorryClose(Detail):
    """A worry closed, and why."""

    worry = to(Worry, "worry_id")
    reason = TextField()


class Escalation(Detail):
    """A matter taken to somebody senior."""

    text = TextField()
    sent_to = TextField()


class EscalationAnswer(Detail):
    """The answer to an escalation."""

    escalation = to(Escalation, "escalation_id")
    text = TextField()


class Absence(Detail):
    """A worker away, both days included."""

    first_day = IsoDateField(constraints=[is_date("first_day")])
    last_day = IsoDateField(null=True, constraints=[is_date("last_day")])
    reason = TextField(constraints=[one_of("reason", get_args(facts.AbsenceReason))])
    note = TextField(null=True)

    class Meta:
        constraints = [Check("last_day IS NULL OR last_day >= first_day")]


class AbsenceEnd(Detail):
    """The last day of an absence whose end was not known, or has changed."""

    absence = to(Absence, "absence_id")
    last_day = IsoDateField(constraints=[is_date("last_day")])


class PersonalRecord(Detail):
    """The worker's own file. Nothing outside `worker --personal` may read this table."""

    personal_kind = TextField(constraints=[one_of("personal_kind", PERSONAL_KINDS)])
    text = TextField()
    support_offered = TextField(null=True)
    next_step = TextField(null=True)


class PolicyVersion(Detail):
    """The numbers of this store from this entry on, as TOML text."""

    text = TextField()


class Withdrawal(Detail):
    """An entry taken back, with a reason; the entry itself stays."""

    withdrawn = to(Entry, "withdrawn_id")
    reason = TextField()


# --- Records: the journal -------------------------------------------------------------------------


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


# --- Kept -----------------------------------------------------------------------------------------


class WorkerNow(Kept):
    """A worker as known today."""

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
    seen_by = IsoDateField(null=True)
    last_held = IsoDateField(null=True)
    last_held_is_opening = BooleanField(default=False)
    last_held_by = TextField(null=True)
    next_planned = IsoDateField(null=True)


class ChildNow(Kept):
    """A child as known today. `team` and `worker` are those of the open lead allocation."""

    child = ForeignKeyField(Child, primary_key=True, backref="+", column_name="child_id")
    reference = TextField(index=True)
    name = TextField(null=True)
    date_of_birth = IsoDateField(null=True)
    family = TextField(null=True)
    open = BooleanField()
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
    last_seen = IsoDateField(null=True)
    last_seen_source = TextField(null=True)
    last_discussed = IsoDateField(null=True)
    last_discussed_setting = TextField(null=True)
    missing_since = IsoDateField(null=True)
    extract_digest = TextField(null=True)


ChildNow.add_index(ChildNow.team, name="child_now_open_team", where=ChildNow.open == True)  # noqa: E712
ChildNow.add_index(ChildNow.worker, name="child_now_open_worker", where=ChildNow.open == True)  # noqa: E712


class OpenItem(Kept):
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


# --- Working --------------------------------------------------------------------------------------


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


def tables_of(base: type[Model]) -> tuple[type[Model], ...]:
    """Every table of one class (`Record`, `Kept` or `Working`), in the order they are written above."""
    found: list[type[Model]] = []
    for model in base.__subclasses__():
        found += tables_of(model) if model is Detail else [model]
    return tuple(found)


ALL_TABLES: tuple[type[Model], ...] = (*tables_of(Record), JournalContent, *tables_of(Kept), *tables_of(Working))
