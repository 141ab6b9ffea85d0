"""Which rows of which table a login sees and may write: a policy for each, made from what the tables are.

A server asks the policies of one table in the order of their names from the last: what is asked once a question
(`whole_store`, `seen_of_all`) so comes before what is asked of each row.

A row of a child or worker is seen by whoever's team has them now, and by whose team had them as far as it happened
then. What is part of an entry, or follows one, is seen where that is. A row may point only at what its writer sees:
whatever else it names is refused in the same words, whether it is there or not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache

from msgspec import Struct
from peewee import ForeignKeyField, Model

from db import models
from db.models import name_of, tables_of
from db.server.members import APPLICATION, AUDITOR, CARRIER, ERASER, EVERY_TEAM, READER, SERVICE
from db.server.rights_functions import WALL
from db.touched import links_of

_CHILDREN = "(SELECT main.my_children())::int[]"
_WORKERS = "(SELECT main.my_workers())::int[]"
_TEAMS = "(SELECT main.my_teams())::int[]"
_HERE, _WRITES = "(SELECT main.is_here())", "(SELECT main.writes())"
_ME, _ME_HERE = "(SELECT main.my_name())", "(SELECT main.my_name_here())"
_ALL, _CARRIES, _MEMBER = "(SELECT main.sees_all())", "(SELECT main.carries())", "(SELECT main.is_member())"
# Without it a server may go through every entry first, to look up in these what it then needs of a few.
_ROW_BY_ROW = "OFFSET 0"
_WALL = ", ".join(f"'{kind}'" for kind in WALL)


class Policy(Struct, frozen=True):
    """Of one table: for which command and groups, what a row must be to be met, and what to be written."""

    table: str
    name: str
    command: str
    groups: tuple[str, ...]
    using: str | None = None
    check: str | None = None

    def statement(self) -> str:
        """What makes it."""
        using = f" USING ({self.using})" if self.using else ""
        check = f" WITH CHECK ({self.check})" if self.check else ""
        return (
            f'CREATE POLICY "{self.name}" ON main."{self.table}" FOR {self.command}'
            f" TO {', '.join(self.groups)}{using}{check}"
        )


_SEEING = (READER, APPLICATION, ERASER, SERVICE)


# --- The spine ------------------------------------------------------------------------------------------


def entry_seen() -> str:
    """Whether the entry of a row of the spine is the login's to see; the rare ways to one are asked of a function."""
    columns = "id, kind, child_id, worker_id, happened_on, recorded_at, recorded_by, corrects_id"
    return (
        f"(child_id = ANY({_CHILDREN})"
        f" OR (child_id IS NULL AND worker_id = ANY({_WORKERS}) AND kind NOT IN ({_WALL}))"
        f" OR main.reaches({columns}))"
    )


def _entry_written() -> str:
    """What an entry must be to be recorded: the writer's own, about a child or worker of theirs now."""
    about = (
        f"{_ALL} OR child_id = ANY({_CHILDREN}) OR (child_id IS NULL AND worker_id = ANY({_WORKERS}))"
        " OR (child_id IS NULL AND worker_id IS NULL)"
    )
    return (
        f"{_WRITES} AND recorded_by = {_ME} AND main.is_of_now(recorded_at) AND ({about})"
        f" AND ({_pointing_at('entry', 'worker_id', 'worker')} OR main.met(child_id, worker_id))"
        f" AND {_pointing_at('entry', 'snapshot_id', 'snapshot')}"
        " AND (corrects_id IS NULL OR main.may_correct(corrects_id))"
    )


# --- What belongs to an entry, and what it names ----------------------------------------------------------


def _pointing_at(table: str, column: str, to: str) -> str:
    return (
        f'(main."{table}".{column} IS NULL'
        f' OR EXISTS (SELECT 1 FROM main."{to}" t WHERE t.id = main."{table}".{column}))'
    )


def _pointing_at_an_entry(table: str, column: str) -> str:
    return _pointing_at(table, column, "entry")


def _of_entry(table: str, column: str, mine: bool = False) -> str:
    """Whether the entry that a row is part of is seen; `mine` that the login recorded it."""
    by = f" AND e.recorded_by = {_ME}" if mine else ""
    return f'EXISTS (SELECT 1 FROM main.entry e WHERE e.id = main."{table}".{column}{by} {_ROW_BY_ROW})'


def _names_only_own(table: type[models.Record]) -> Iterator[str]:
    """What each pointer of a row must be."""
    name, links = name_of(table), links_of(table)
    for field in links.entries:
        column = str(field.column_name)
        if isinstance(field, ForeignKeyField) and field.rel_model in _OF_MANY:
            yield _pointing_at_an_entry(name, column)
        else:
            yield f'(main."{name}".{column} IS NULL OR main.may_follow(main."{name}".{column}))'
    for field in links.children:
        yield _pointing_at(name, str(field.column_name), "child")
    for field in links.workers:
        yield _pointing_at(name, str(field.column_name), "worker")
    for field in models.fields_of(table):
        if not isinstance(field, ForeignKeyField):
            continue
        column = str(field.column_name)
        if field.rel_model is models.Team:
            yield f'(main."{name}".{column} IS NULL OR main."{name}".{column} = ANY({_TEAMS}))'
        elif field.rel_model is models.Snapshot:
            yield _pointing_at(name, column, "snapshot")


def _seen_through(table: type[models.Record]) -> str:
    """Of a table whose rows are parts of entries: when a row is seen."""
    name = name_of(table)
    if table is models.Withdrawal:
        return "main.sees_entry(withdrawn_id)"
    if table is models.Mark:
        return "main.sees_entry(marked_id)"
    if table is models.TeamPosts:
        return f"{_of_entry(name, 'entry_id')} AND main.team_posts.team_id = ANY({_TEAMS})"
    if table in (models.SessionChild, models.SessionWorker):
        return _of_entry(name, "session_id")
    return _of_entry(name, "entry_id")


def _parts() -> Iterator[Policy]:
    for table in tables_of(models.Record):
        if not issubclass(table, models.Detail) and table not in (
            models.ScaleReading,
            models.SessionChild,
            models.SessionWorker,
        ):
            continue
        name = name_of(table)
        own = "session_id" if table in (models.SessionChild, models.SessionWorker) else "entry_id"
        written = (_WRITES, _of_entry(name, own, mine=table not in _ADDED_LATER), *_names_only_own(table))
        if table is models.WorkAnswer:  # nobody signs off their own work, whoever is said to have
            written = (*written, _NOT_OWN_WORK)
        elif table is models.WorkerDetails:
            written = (*written, "main.may_say_of_worker(entry_id, supervisor, team_id)")
        yield from _seen_and_written(name, _seen_through(table), " AND ".join(written))


_NOT_OWN_WORK = (
    "NOT EXISTS (SELECT 1 FROM main.work_handed_in w WHERE w.entry_id = work_id"
    f" AND main.matched(w.author) = main.matched({_ME}))"
)
_OF_MANY = (models.SessionHeld, models.SessionPlan)  # a session may be of a worker of another team
_ADDED_LATER = (models.SessionChild, models.SessionWorker)  # to a session that somebody else may have begun


def _seen_and_written(table: str, seen: str, written: str) -> Iterator[Policy]:
    """The two policies of a table of records, and what an erasure may do: change or remove what it sees."""
    yield Policy(table, "seen", "SELECT", _SEEING, using=seen)
    yield Policy(table, "written", "INSERT", (APPLICATION,), check=written)
    yield Policy(table, "erased", "DELETE", (ERASER,), using=seen)
    yield Policy(table, "changed", "UPDATE", (ERASER,), using=seen, check="true")


# --- Who and what entries are about; what follows from them -------------------------------------------------


def _identities() -> Iterator[Policy]:
    yield from _seen_and_written("child", f"id = ANY({_CHILDREN}) OR main.knew_child(id)", _WRITES)
    yield from _seen_and_written("worker", f"id = ANY({_WORKERS}) OR main.knew_worker(id)", _WRITES)
    yield from _seen_and_written("team", f"team.id = ANY({_TEAMS})", _ALL)
    own = f"{_WRITES} AND recorded_by = {_ME} AND main.is_of_now(recorded_at)"
    yield from _seen_and_written("snapshot", _HERE, own)
    of_theirs = f"snapshot_team.team_id = ANY({_TEAMS})"
    yield from _seen_and_written("snapshot_team", of_theirs, f"{_WRITES} AND {of_theirs}")
    yield from _seen_and_written("erasure", f"{_ALL} OR erasure.recorded_by = {_ME_HERE}", own)


def _derived() -> Iterator[Policy]:
    def of(table: str) -> str:
        t = f'main."{table}"'
        return (
            f"({t}.child_id = ANY({_CHILDREN}) OR ({t}.child_id IS NULL AND {t}.worker_id IS NOT NULL"
            f" AND {_of_entry(table, 'entry_id')}))"
        )

    for table, seen in (
        ("child_now", f"child_now.child_id = ANY({_CHILDREN})"),
        ("worker_now", f"worker_now.worker_id = ANY({_WORKERS})"),
        ("open_item", of("open_item")),
        ("unwritten", f"unwritten.child_id = ANY({_CHILDREN})"),
        ("said", of("said")),
        ("team_month", f"team_month.team_id = ANY({_TEAMS})"),
    ):
        yield Policy(table, "seen", "SELECT", _SEEING, using=seen)
        yield Policy(table, "worked_out", "INSERT", (APPLICATION, ERASER), check=f"{_WRITES} AND ({_ALL} OR {seen})")
        yield Policy(table, "let_go", "DELETE", (APPLICATION, ERASER), using=f"{_WRITES} AND ({_ALL} OR {seen})")
        yield Policy(
            table, "worked_out_again", "UPDATE", (APPLICATION, ERASER), using=f"{_WRITES} AND ({_ALL} OR {seen})"
        )


# --- The journal, and what is in hand -----------------------------------------------------------------------


def _journal() -> Iterator[Policy]:
    of_entry = f"journal.entry_id IS NOT NULL AND {_of_entry('journal', 'entry_id')}"
    seen = f"journal.who = {_ME_HERE} OR ({of_entry})"
    yield Policy("journal", "seen", "SELECT", (READER, APPLICATION, ERASER), using=seen)
    yield Policy(
        "journal", "seen_of_all", "SELECT", (EVERY_TEAM, ERASER), using=f"{_ALL} AND (entry_id IS NULL OR {of_entry})"
    )
    # The contents go after the entries, in one transaction: by then nothing says any more whose they were.
    gone = f"{_WRITES} AND entry_id IS NOT NULL AND main.is_gone(entry_id)"
    yield Policy("journal", "of_what_went", "SELECT", (ERASER,), using=gone)
    yield Policy("journal", "own", "SELECT", (SERVICE,), using=f"journal.who = {_ME}")
    yield Policy("journal", "audited", "SELECT", (AUDITOR,), using="(SELECT main.audits())")
    own = f"journal.who = {_ME} AND main.is_of_now(journal.at)"
    yield Policy("journal", "written", "INSERT", (APPLICATION, READER, SERVICE, AUDITOR), check=own)
    row = f"EXISTS (SELECT 1 FROM main.journal j WHERE j.seq = journal_content.seq {_ROW_BY_ROW})"
    yield Policy("journal_content", "seen", "SELECT", _SEEING, using=row)
    yield Policy(
        "journal_content",
        "written",
        "INSERT",
        (APPLICATION, READER, SERVICE, AUDITOR),
        check="main.wrote_line(seq)",
    )
    yield Policy("journal_content", "erased", "DELETE", (ERASER,), using=row)


def _in_hand() -> Iterator[Policy]:
    groups = (APPLICATION, READER, SERVICE, AUDITOR, ERASER)
    own = f"login = session_user AND {_MEMBER}"
    for table in ("draft", "seen_mark", "setting"):
        mine = f"{own} AND key <> 'made_up'" if table == "setting" else own
        yield Policy(table, "own", "ALL", groups, using=mine, check=mine)
    made_up = f"key = 'made_up' AND {_MEMBER}"  # a store of a made-up team passes as a real one for nobody
    yield Policy("setting", "of_the_store", "SELECT", groups, using=made_up)


# --- Logins of every team, and the one that carries a store over ------------------------------------------------


def _of_every_team() -> Iterator[Policy]:
    """What a login of every team sees besides: asked once a question, and not row by row."""
    groups = (EVERY_TEAM, ERASER)
    not_theirs = f"kind = 'own_note' OR (child_id IS NULL AND worker_id IS NOT NULL AND kind IN ({_WALL}))"
    yield Policy("entry", "seen_of_all", "SELECT", groups, using=f"{_ALL} AND NOT ({not_theirs})")
    for table in ("child", "worker", "team", "snapshot_team", "child_now", "worker_now", "unwritten", "team_month"):
        yield Policy(table, "seen_of_all", "SELECT", groups, using=_ALL)
    for table in ("open_item", "said"):  # those about workers alone are behind their wall, or not
        yield Policy(table, "seen_of_all", "SELECT", groups, using=f"{_ALL} AND child_id IS NOT NULL")


def _of_notes_that_go() -> Iterator[Policy]:
    """A note to oneself goes with whom it is about, whosever it is: who erases finds that there is one, and may not ask
    what it says (`rights_grants`).
    """
    erasing = f"current_user = '{ERASER}' AND {_ALL}"
    for command, name in (("SELECT", "note_that_goes"), ("DELETE", "note_goes")):
        yield Policy("entry", name, command, (ERASER,), using=f"{erasing} AND kind = 'own_note'")
        yield Policy("own_note", name, command, (ERASER,), using=erasing)


def _of_the_carrier() -> Iterator[Policy]:
    for table in secured():
        yield Policy(table, "whole_store", "ALL", (CARRIER, ERASER), using=_CARRIES, check=_CARRIES)


@cache
def secured() -> tuple[str, ...]:
    """The tables of which every row is somebody's."""
    found: list[type[Model]] = [*models.ALL_TABLES]
    return (
        *(name_of(table) for table in found),
        "member",
        "member_team",
        "acting",
        "child_place",
        "worker_place",
        "team_reach",
        "left_over",
    )


@cache
def policies() -> tuple[Policy, ...]:
    """Every policy."""
    return (
        *_seen_and_written("entry", entry_seen(), _entry_written()),
        *_parts(),
        *_identities(),
        *_derived(),
        *_journal(),
        *_in_hand(),
        *_of_every_team(),
        *_of_notes_that_go(),
        *_of_the_carrier(),
    )


def statements() -> Iterator[str]:
    """What puts every policy in place, and takes any other away; as the owner."""
    yield (
        "DO $$ DECLARE one record; BEGIN FOR one IN SELECT policyname, tablename FROM pg_catalog.pg_policies"
        " WHERE schemaname = 'main' LOOP EXECUTE format('DROP POLICY %I ON main.%I', one.policyname, one.tablename);"
        " END LOOP; END $$"
    )
    for table in secured():
        yield f'ALTER TABLE main."{table}" ENABLE ROW LEVEL SECURITY'
    for policy in policies():
        yield policy.statement()
    yield "SET search_path = pg_catalog"  # by which the server spells what it keeps
    for policy in policies():
        yield _remember(policy)
    yield "SET search_path = main"


def fingerprint(table: str, name: str) -> str:
    """What tells the text from which a policy is made from any other."""
    (one,) = (one for one in policies() if (one.table, one.name) == (table, name))
    return hashlib.sha256(one.statement().encode()).hexdigest()


def _remember(policy: Policy) -> str:
    """What notes beside a policy from what it was made, and what the server made of it: the server keeps its text in
    words of its own, so that it is held against this and not against ours.
    """
    return (
        "DO $$ DECLARE made text; BEGIN SELECT md5(coalesce(pg_catalog.pg_get_expr(polqual, polrelid), '') || '|'"
        " || coalesce(pg_catalog.pg_get_expr(polwithcheck, polrelid), '')) INTO made FROM pg_catalog.pg_policy"
        f" WHERE polname = '{policy.name}' AND polrelid = 'main.{policy.table}'::regclass;"
        f' EXECUTE format(\'COMMENT ON POLICY "{policy.name}" ON main."{policy.table}" IS %L\','
        f" '{fingerprint(policy.table, policy.name)} ' || made); END $$"
    )
