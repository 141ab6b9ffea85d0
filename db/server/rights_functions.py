"""Whose rows they are: the questions about the login that the policies of every table ask.

Each is answered by `session_user`, which no SET ROLE changes, and by the server's day, which no setting of a session
changes. They are the owner's, who may read what the login may not; what they answer with is the login's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from db.server.members import APPLICATION, AUDITOR, READER, SERVICE
from db.server.rights_following import FORGET_DRAFTS, IS_GONE, IS_OF_NOW, MAY_FOLLOW, MAY_SAY_OF_WORKER
from db.server.rights_places import JOINED, PLACE_CHILDREN, PLACE_WORKERS, whom
from db.server.telling import SESSION_IN_HAND
from oversight_tui.practice.records import PersonalRecord, behind_the_wall

_LOOKED_AFTER = ("withdrawal", "mark", "legal_hold", "legal_hold_end")  # say of a row how it stands, and no words
WALL = tuple(kind for kind in (*behind_the_wall(), PersonalRecord.kind.name) if kind not in _LOOKED_AFTER)
EVERYBODY = ", ".join((APPLICATION, READER, SERVICE, AUDITOR))
# A login's own temporary objects come last: unnamed they come first, and a type of theirs that is called `text` would
# do what its maker likes with the owner's rights.
LOOKED_IN = "pg_catalog, pg_temp"


class Function(Struct, frozen=True):
    """A function of the owner's. `arguments` and `returns` are as SQL has them; `asked` that members may call it."""

    arguments: str
    returns: str
    text: str
    language: str = "plpgsql"
    changes: bool = False
    asked: bool = True
    cost: int = 1000  # in steps of the planner's: each is a few tables that are looked into


# In PL/pgSQL, whose plans are kept for the session: a function in SQL is planned anew each time that it is asked.
_TODAY = "to_char(statement_timestamp() AT TIME ZONE 'Europe/London', 'YYYY-MM-DD')"
_MY_LOGINS = f"""
DECLARE
    me main.member;
    absent text[];
BEGIN
    SELECT * INTO me FROM main.member WHERE login = session_user AND active;
    IF me.role IN ('manager', 'deputy') THEN
        SELECT array_agg(DISTINCT f.login) INTO absent
        FROM main.acting a JOIN main.member f ON f.login = a.for_login AND f.active AND f.role = 'manager'
        WHERE a.deputy_login = me.login AND {_TODAY} BETWEEN a.first_day AND a.last_day;
    END IF;
    IF me.role IN ('manager', 'reader', 'service') THEN
        RETURN me.login || absent;
    END IF;
    RETURN coalesce(absent, '{{}}');
END"""
# A member's name on records, also of a deputy who acts for nobody today: settings and drafts are theirs all the same.
_MY_NAME = """
BEGIN
    RETURN (SELECT name FROM main.member WHERE login = session_user AND active);
END"""
# From when on a login acts for somebody, today or on a day to come; no day where it never will.
_ACTS_FROM = f"""
BEGIN
    RETURN (SELECT min(a.first_day) FROM main.acting a
        JOIN main.member d ON d.login = a.deputy_login AND d.active AND d.role IN ('manager', 'deputy')
        JOIN main.member f ON f.login = a.for_login AND f.active AND f.role = 'manager'
        WHERE a.deputy_login = session_user AND a.last_day >= {_TODAY});
END"""
# Also of a deputy who acts for nobody today, and takes the store as it is.
_WROTE_LINE = """
BEGIN
    RETURN EXISTS (SELECT 1 FROM main.journal WHERE seq = $1 AND who = main.my_name());
END"""
_SEES_ALL = """
DECLARE
    logins text[] := main.my_logins();
BEGIN
    RETURN EXISTS (SELECT 1 FROM main.member WHERE all_teams AND login = ANY(logins));
END"""
_MY_TEAMS = """
DECLARE
    logins text[] := main.my_logins();
BEGIN
    IF EXISTS (SELECT 1 FROM main.member WHERE all_teams AND login = ANY(logins)) THEN
        RETURN coalesce((SELECT array_agg(id) FROM main.team), '{}');
    END IF;
    RETURN coalesce((SELECT array_agg(DISTINCT team_id) FROM main.member_team WHERE login = ANY(logins)), '{}');
END"""


# Who keeps the store sees every row past the policies, and so carries one over too.
_CARRIES = """
BEGIN
    RETURN pg_has_role(session_user, 'oversight_owner', 'MEMBER')
        OR EXISTS (SELECT 1 FROM main.member WHERE login = session_user AND active AND carries);
END"""


def _whether(condition: str) -> str:
    """The text of what answers whether something is so of the member."""
    return f"""
BEGIN
    RETURN EXISTS (SELECT 1 FROM main.member WHERE login = session_user AND active AND {condition});
END"""


def _is_ours(table: str, column: str, *, ever: bool = False, also: str = "") -> str:
    """The text of what answers whether one child or worker is with the login's teams, or ever was."""
    now = "TRUE" if ever else "p.last_day IS NULL"
    return f"""
DECLARE
    logins text[] := main.my_logins();
    teams int[];
BEGIN
    IF cardinality(logins) = 0 THEN
        RETURN false;
    ELSIF EXISTS (SELECT 1 FROM main.member m WHERE m.all_teams AND m.login = ANY(logins)) THEN
        RETURN true;
    END IF;
    SELECT array_agg(m.team_id) INTO teams FROM main.member_team m WHERE m.login = ANY(logins);
    RETURN EXISTS (
        SELECT 1 FROM main.{table} p WHERE p.{column} = $1 AND {now}
        AND ((p.team_id IS NULL AND p.last_day IS NULL) OR p.team_id = ANY(teams))){also};
END"""


_OR_HOLDS = """ OR EXISTS (
        SELECT 1 FROM main.child_place c WHERE c.worker_id = $1 AND c.last_day IS NULL AND c.team_id = ANY(teams))"""


def _looked_up(table: str, column: str, number: str) -> str:
    """What sets whether one child or worker is with the teams now, ever was, and was on the day (or left on it)."""
    return f"""
        SELECT bool_or(p.last_day IS NULL AND (p.team_id IS NULL OR p.team_id = ANY(teams))),
            bool_or(p.team_id = ANY(teams)),
            bool_or(p.team_id = ANY(teams) AND (p.first_day IS NULL OR then_on >= p.first_day)
                AND (p.last_day IS NULL OR then_on < p.last_day
                    OR (then_on = p.last_day AND $2 IN ('allocation', 'allocation_end', 'worker'))))
        INTO is_now, was_ever, was_then FROM main.{table} p WHERE p.{column} = {number};"""


_REACHES = f"""
DECLARE
    me text;
    then_on text := coalesce($5, left($6, 10));
    teams int[];
    is_now boolean;
    was_ever boolean;
    was_then boolean;
BEGIN
    IF NOT main.is_here() THEN
        RETURN false;
    ELSIF $3 IS NULL AND $4 IS NULL THEN
        RETURN $2 <> 'own_note' OR $7 = main.my_name();
    END IF;
    teams := main.my_teams();
    IF $3 IS NOT NULL THEN
        {_looked_up("child_place", "child_id", "$3")}
        IF is_now OR was_then THEN
            RETURN true;
        ELSIF was_ever THEN
            RETURN $7 = main.my_name() OR ($2 = 'withdrawal' AND EXISTS (
                SELECT 1 FROM main.withdrawal w WHERE w.entry_id = $1 AND main.sees_entry(w.withdrawn_id)));
        END IF;
        RETURN $8 IS NOT NULL AND main.sees_entry($8);  -- it went to another's page; here it stands as it was no more
    END IF;
    IF $7 = main.my_name() THEN
        RETURN true;
    ELSIF $2 IN ({", ".join(f"'{kind}'" for kind in WALL)}) THEN
        RETURN $4 = ANY(main.my_own_files());
    END IF;
    {_looked_up("worker_place", "worker_id", "$4")}
    RETURN coalesce(is_now OR was_then, false) OR coalesce(was_ever AND $2 IN ('withdrawal', 'mark'), false)
        OR main.is_our_worker($4) OR ($2 = 'session_held' AND main.lists_ours(coalesce($8, $1)));
END"""
_SEES_ENTRY = """
DECLARE
    e main.entry;
BEGIN
    SELECT * INTO e FROM main.entry WHERE id = $1;
    RETURN e.id IS NOT NULL AND (main.carries() OR main.reaches(
        e.id, e.kind, e.child_id, e.worker_id, e.happened_on, e.recorded_at, e.recorded_by, e.corrects_id));
END"""
# The supervisor, whoever manages the supervisor, and who is named for it; no deputy, whoever they act for.
_MY_OWN_FILES = """
DECLARE
    me main.member;
    found int[];
BEGIN
    SELECT * INTO me FROM main.member WHERE login = session_user AND active AND role IN ('manager', 'reader');
    IF me.login IS NULL THEN
        RETURN '{}';
    END IF;
    SELECT array_agg(DISTINCT p.worker_id) INTO found FROM main.worker_place p WHERE p.last_day IS NULL AND (
        (me.reads_own_files AND (me.all_teams
            OR p.team_id IN (SELECT team_id FROM main.member_team WHERE login = me.login)))
        OR p.supervisor = main.matched(me.name)
        OR p.supervisor IN (SELECT main.matched(s.name) FROM main.member s WHERE s.manager_login = me.login)
        OR (p.supervisor IS NULL AND p.team_id IN (
            SELECT t.team_id FROM main.member_team t JOIN main.member m ON m.login = t.login
            WHERE m.role = 'manager' AND m.active AND (m.login = me.login OR m.manager_login = me.login))));
    RETURN coalesce(found, '{}');
END"""
# Whose session with a worker of ours is open somewhere, by the name on records: a login tells a colleague nothing.
_HAS_SESSION = f"""
BEGIN
    RETURN (
        SELECT m.name FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid AND a.datid = l.database
        JOIN main.member m ON m.login = a.usename
        WHERE main.is_our_worker($1) AND l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
        AND l.classid = {SESSION_IN_HAND}::oid AND l.objid = $1::oid AND a.datname = current_database() LIMIT 1);
END"""
_LISTS_OURS = """
BEGIN
    RETURN EXISTS (SELECT 1 FROM main.session_child s WHERE s.session_id = $1 AND main.is_our_child(s.child_id))
        OR EXISTS (SELECT 1 FROM main.session_worker s WHERE s.session_id = $1 AND main.is_our_worker(s.worker_id));
END"""
_MAY_CORRECT = """
BEGIN
    RETURN main.carries() OR EXISTS (
        SELECT 1 FROM main.entry r WHERE r.id = $1 AND main.sees_entry(r.id) AND (
            r.recorded_by = main.my_name() OR main.is_our_child(r.child_id)
            OR (r.child_id IS NULL AND (r.worker_id IS NULL OR main.is_our_worker(r.worker_id)))));
END"""
# A worker of another team who is named on the page of a child of ours already.
_MET = """
BEGIN
    RETURN main.is_our_child($1) AND EXISTS (SELECT 1 FROM main.entry WHERE child_id = $1 AND worker_id = $2);
END"""
_WITHIN_REACH = """
DECLARE
    children int[] := $1;
    workers int[] := $2;
    left_over boolean := EXISTS (SELECT 1 FROM main.left_over);
BEGIN
    IF NOT main.writes() AND NOT main.carries() THEN
        RETURN;
    END IF;
    IF NOT main.sees_all() AND NOT main.carries() THEN
        SELECT array_agg(one) INTO children FROM unnest($1) one WHERE main.is_our_child(one);
        SELECT array_agg(one) INTO workers FROM unnest($2) one WHERE main.is_our_worker(one);
        INSERT INTO main.left_over (about, id)
        SELECT 'child', one FROM unnest($1) one WHERE one <> ALL(coalesce(children, '{}'))
        UNION SELECT 'worker', one FROM unnest($2) one WHERE one <> ALL(coalesce(workers, '{}'))
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN QUERY SELECT 'child', one FROM unnest(children) one UNION SELECT 'worker', one FROM unnest(workers) one;
    IF left_over THEN
        RETURN QUERY DELETE FROM main.left_over l
        WHERE (l.about = 'child' AND main.is_our_child(l.id)) OR (l.about = 'worker' AND main.is_our_worker(l.id))
        RETURNING l.about, l.id;
    END IF;
END"""
FUNCTIONS: dict[str, Function] = {
    "matched": Function("text", "text", "SELECT nullif(lower(btrim($1)), '')", "sql"),
    "day_of": Function("text, text", "text", "SELECT coalesce($1, left($2, 10))", "sql"),
    "my_name": Function("", "text", _MY_NAME),
    "my_logins": Function("", "text[]", _MY_LOGINS),
    "my_role": Function(
        "", "text", "BEGIN RETURN (SELECT role FROM main.member WHERE login = session_user AND active); END"
    ),
    "acts_from": Function("", "text", _ACTS_FROM),
    "is_member": Function("", "boolean", _whether("TRUE")),
    "is_here": Function("", "boolean", "BEGIN RETURN cardinality(main.my_logins()) > 0; END"),
    "my_name_here": Function("", "text", "BEGIN RETURN CASE WHEN main.is_here() THEN main.my_name() END; END"),
    "sees_all": Function("", "boolean", _SEES_ALL),
    "carries": Function("", "boolean", _CARRIES),
    "audits": Function("", "boolean", _whether("role = 'auditor'")),
    "writes": Function("", "boolean", _whether("role IN ('manager', 'deputy') AND main.is_here()")),
    "wrote_line": Function("int", "boolean", _WROTE_LINE),
    "my_teams": Function("", "int[]", _MY_TEAMS),
    "is_our_child": Function("int", "boolean", _is_ours("child_place", "child_id")),
    "is_our_worker": Function("int", "boolean", _is_ours("worker_place", "worker_id", also=_OR_HOLDS)),
    "knew_child": Function("int", "boolean", _is_ours("child_place", "child_id", ever=True)),
    "knew_worker": Function("int", "boolean", _is_ours("worker_place", "worker_id", ever=True)),
    "my_children": Function("", "int[]", whom("children")),
    "my_workers": Function("", "int[]", whom("workers")),
    "my_own_files": Function("", "int[]", _MY_OWN_FILES),
    "has_session": Function("int", "text", _HAS_SESSION),
    "lists_ours": Function("int", "boolean", _LISTS_OURS),
    "reaches": Function("int, text, int, int, text, text, text, int", "boolean", _REACHES, asked=True),
    "sees_entry": Function("int", "boolean", _SEES_ENTRY),
    "may_correct": Function("int", "boolean", _MAY_CORRECT),
    "met": Function("int, int", "boolean", _MET),
    "may_follow": Function("int", "boolean", MAY_FOLLOW),
    "may_say_of_worker": Function("int, text, int", "boolean", MAY_SAY_OF_WORKER),
    "is_of_now": Function("text", "boolean", IS_OF_NOW),
    "forget_drafts": Function("text, text[], text[]", "void", FORGET_DRAFTS, changes=True),
    "is_gone": Function("int", "boolean", IS_GONE),
    "within_reach": Function("int[], int[]", "TABLE (about text, id int)", _WITHIN_REACH, changes=True),
    "place_children": Function("int[]", "void", PLACE_CHILDREN, changes=True, asked=False),
    "place_workers": Function("int[]", "void", PLACE_WORKERS, changes=True, asked=False),
}


def statements() -> Iterator[str]:
    """What makes each of them, also where it stands already; as the owner, after the tables. They name each other."""
    yield "SET check_function_bodies = off"
    yield f"CREATE OR REPLACE AGGREGATE {JOINED} (SFUNC = pg_catalog.array_cat, STYPE = int[])"
    for name, one in FUNCTIONS.items():
        yield (
            f"CREATE OR REPLACE FUNCTION main.{name}({one.arguments}) RETURNS {one.returns}"
            f" LANGUAGE {one.language} {'VOLATILE' if one.changes else 'STABLE'} SECURITY DEFINER"
            f" COST {one.cost} SET search_path = {LOOKED_IN} AS $${one.text}$$"
        )
        yield f"REVOKE ALL ON FUNCTION main.{name}({one.arguments}) FROM PUBLIC"
        if one.asked:
            yield f"GRANT EXECUTE ON FUNCTION main.{name}({one.arguments}) TO {EVERYBODY}, oversight_eraser"
    yield "RESET check_function_bodies"
