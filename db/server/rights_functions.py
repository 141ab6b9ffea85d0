"""Whose rows they are: the questions about the login that the policies of every table ask.

Each is answered by `session_user`, which no SET ROLE changes, and by the server's day, which no setting of a session
changes. They are the owner's, who may read what the login may not; what they answer with is the login's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from db.server.members import APPLICATION, AUDITOR, EVERY_TEAM, READER, SERVICE
from oversight_tui.practice.records import PersonalRecord, behind_the_wall

_LOOKED_AFTER = ("withdrawal", "mark", "legal_hold", "legal_hold_end")  # say of a row how it stands, and no words
WALL = tuple(kind for kind in (*behind_the_wall(), PersonalRecord.kind.name) if kind not in _LOOKED_AFTER)
EVERYBODY = ", ".join((APPLICATION, READER, SERVICE, AUDITOR))


class Function(Struct, frozen=True):
    """A function of the owner's. `arguments` and `returns` are as SQL has them; `asked` that members may call it."""

    arguments: str
    returns: str
    text: str
    language: str = "sql"
    changes: bool = False
    asked: bool = True


# A member's name on records, also of a deputy who acts for nobody today: settings and drafts are theirs all the same.
_MY_NAME = "SELECT name FROM main.member WHERE login = session_user AND active"
_TODAY = "to_char(statement_timestamp() AT TIME ZONE 'Europe/London', 'YYYY-MM-DD')"
_MY_LOGINS = f"""
SELECT coalesce(array_agg(whose.login), '{{}}') FROM (
    SELECT m.login FROM main.member m
    WHERE m.login = session_user AND m.active AND m.role IN ('manager', 'reader', 'service')
    UNION
    SELECT f.login FROM main.member d
    JOIN main.acting a ON a.deputy_login = d.login AND main.today() BETWEEN a.first_day AND a.last_day
    JOIN main.member f ON f.login = a.for_login AND f.active AND f.role = 'manager'
    WHERE d.login = session_user AND d.active AND d.role IN ('manager', 'deputy')
) whose"""
_SEES_ALL = "SELECT EXISTS (SELECT 1 FROM main.member WHERE all_teams AND login = ANY(main.my_logins()))"
_MY_TEAMS = """
SELECT coalesce(array_agg(id), '{}') FROM (
    SELECT team_id AS id FROM main.member_team WHERE login = ANY(main.my_logins())
    UNION SELECT id FROM main.team WHERE main.sees_all()
) teams"""


def _mine(column: str, table: str, also: str = "") -> str:
    """The text of what answers with the children or workers of the login's teams now; those of no team are everybody's.
    A login of every team has a policy of its own, and none are named for it.
    """
    return f"""
DECLARE
    teams int[];
    found int[];
BEGIN
    IF NOT main.is_here() THEN
        RETURN '{{}}';
    END IF;
    IF main.sees_all() THEN
        IF pg_has_role(session_user, '{EVERY_TEAM}', 'MEMBER') THEN
            RETURN '{{}}';
        END IF;
        SELECT array_agg(DISTINCT p.{column}) INTO found FROM main.{table} p WHERE p.last_day IS NULL;
        RETURN coalesce(found, '{{}}');
    END IF;
    teams := main.my_teams();
    SELECT array_agg(who) INTO found FROM (
        SELECT p.{column} AS who FROM main.{table} p WHERE p.last_day IS NULL AND p.team_id = ANY(teams)
        UNION SELECT p.{column} FROM main.{table} p WHERE p.last_day IS NULL AND p.team_id IS NULL
        {also}
    ) mine;
    RETURN coalesce(found, '{{}}');
END"""


_HOLDERS = (
    "UNION SELECT c.worker_id FROM main.child_place c"
    " WHERE c.last_day IS NULL AND c.team_id = ANY(teams) AND c.worker_id IS NOT NULL"
)


def _is_ours(table: str, column: str, also: str = "") -> str:
    """Whether one child or worker is with the login's teams now."""
    return f"""
SELECT main.is_here() AND (main.sees_all() OR EXISTS (
    SELECT 1 FROM main.{table} p WHERE p.{column} = $1 AND p.last_day IS NULL
    AND (p.team_id IS NULL OR p.team_id = ANY(main.my_teams()))){also})"""


def _knew(table: str, column: str) -> str:
    """Whether one child or worker ever was with the login's teams."""
    return f"""
SELECT EXISTS (SELECT 1 FROM main.{table} p WHERE p.{column} = $1 AND p.team_id = ANY(main.my_teams()))"""


def _was_ours(table: str, column: str) -> str:
    """Whether what happened on a day happened while they were with the login's teams, or says that they left."""
    return f"""
SELECT EXISTS (
    SELECT 1 FROM main.{table} p WHERE p.{column} = $1 AND p.team_id = ANY(main.my_teams())
    AND (p.first_day IS NULL OR $2 >= p.first_day)
    AND (p.last_day IS NULL OR $2 < p.last_day OR ($2 = p.last_day AND $3 IN ('allocation', 'allocation_end', 'worker')))
)"""


_OR_HOLDS = """ OR EXISTS (
    SELECT 1 FROM main.child_place c WHERE c.worker_id = $1 AND c.last_day IS NULL AND c.team_id = ANY(main.my_teams()))"""
_REACHES = f"""
DECLARE
    me text;
    then_on text := coalesce($5, left($6, 10));
BEGIN
    IF NOT main.is_here() THEN
        RETURN false;
    END IF;
    me := main.my_name();
    IF $3 IS NOT NULL THEN
        RETURN main.is_our_child($3) OR (main.knew_child($3) AND (
            main.was_our_child($3, then_on, $2) OR $7 = me
            OR ($2 = 'withdrawal' AND EXISTS (SELECT 1 FROM main.withdrawal w WHERE w.entry_id = $1
                AND main.sees_entry(w.withdrawn_id)))))
            OR ($8 IS NOT NULL AND EXISTS (SELECT 1 FROM main.entry r WHERE r.id = $8 AND r.child_id <> $3
                AND main.knew_child(r.child_id)));
    ELSIF $4 IS NOT NULL THEN
        RETURN $7 = me OR CASE WHEN $2 IN ({", ".join(f"'{kind}'" for kind in WALL)})
            THEN $4 = ANY(main.my_own_files())
            ELSE main.is_our_worker($4) OR (main.knew_worker($4) AND (main.was_our_worker($4, then_on, $2)
                OR $2 IN ('withdrawal', 'mark')))
                OR ($2 = 'session_held' AND main.lists_ours(coalesce($8, $1))) END;
    END IF;
    RETURN $2 <> 'own_note' OR $7 = me;
END"""
_SEES_ENTRY = f"""
SELECT main.carries() OR EXISTS (SELECT 1 FROM main.entry e WHERE e.id = $1 AND main.reaches(
    e.id, e.kind, e.child_id, e.worker_id, e.happened_on, e.recorded_at, e.recorded_by, e.corrects_id))"""
_MY_OWN_FILES = """
SELECT coalesce(array_agg(DISTINCT p.worker_id), '{}')
FROM main.member me
JOIN main.worker_place p ON p.last_day IS NULL
LEFT JOIN main.member s ON main.matched(s.name) = p.supervisor
WHERE me.login = session_user AND me.active AND me.role IN ('manager', 'reader') AND (
    (me.reads_own_files AND (me.all_teams OR p.team_id IN (SELECT team_id FROM main.member_team WHERE login = me.login)))
    OR p.supervisor = main.matched(me.name)
    OR s.manager_login = me.login
    OR (p.supervisor IS NULL AND EXISTS (
        SELECT 1 FROM main.member_team t JOIN main.member m ON m.login = t.login AND m.role = 'manager' AND m.active
        WHERE t.team_id = p.team_id AND (m.login = me.login OR m.manager_login = me.login)))
)"""
_LISTS_OURS = """
SELECT EXISTS (SELECT 1 FROM main.session_child s WHERE s.session_id = $1 AND main.is_our_child(s.child_id))
OR EXISTS (SELECT 1 FROM main.session_worker s WHERE s.session_id = $1 AND main.is_our_worker(s.worker_id))"""
_MAY_CORRECT = """
SELECT EXISTS (
    SELECT 1 FROM main.entry r WHERE r.id = $1 AND main.sees_entry(r.id) AND (
        r.recorded_by = main.my_name_here() OR main.is_our_child(r.child_id)
        OR (r.child_id IS NULL AND (r.worker_id IS NULL OR main.is_our_worker(r.worker_id)))))"""
_WITHIN_REACH = """
DECLARE
    children int[] := $1;
    workers int[] := $2;
    left_over boolean := EXISTS (SELECT 1 FROM main.left_over);
BEGIN
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
_PLACE_CHILDREN = """
DELETE FROM main.child_place WHERE child_id = ANY($1);
INSERT INTO main.child_place (child_id, team_id, worker_id, first_day, last_day)
SELECT c.id, held.team_id, held.worker_id, held.first_day, held.last_day
FROM main.child c LEFT JOIN (
    SELECT e.child_id, coalesce(a.team_id, w.team_id) AS team_id, a.allocated_worker_id AS worker_id,
        CASE WHEN row_number() OVER in_order > 1 THEN main.day_of(e.happened_on, e.recorded_at) END AS first_day,
        lead(main.day_of(e.happened_on, e.recorded_at)) OVER in_order AS last_day
    FROM main.entry_in_force e JOIN main.allocation a ON a.entry_id = e.id
    LEFT JOIN main.worker_place w ON w.worker_id = a.allocated_worker_id AND w.last_day IS NULL
    WHERE e.kind = 'allocation' AND e.child_id = ANY($1) AND a.role = 'lead'
    WINDOW in_order AS (PARTITION BY e.child_id ORDER BY main.day_of(e.happened_on, e.recorded_at), e.root_id)
) held ON held.child_id = c.id WHERE c.id = ANY($1)"""
_PLACE_WORKERS = """
DELETE FROM main.worker_place WHERE worker_id = ANY($1);
INSERT INTO main.worker_place (worker_id, team_id, supervisor, first_day, last_day)
SELECT w.id, known.team_id, known.supervisor, known.first_day, known.last_day
FROM main.worker w LEFT JOIN (
    SELECT e.worker_id, d.team_id, main.matched(d.supervisor) AS supervisor,
        CASE WHEN row_number() OVER in_order > 1 THEN main.day_of(e.happened_on, e.recorded_at) END AS first_day,
        lead(main.day_of(e.happened_on, e.recorded_at)) OVER in_order AS last_day
    FROM main.entry_in_force e JOIN main.worker_details d ON d.entry_id = e.id
    WHERE e.kind = 'worker' AND e.worker_id = ANY($1)
    WINDOW in_order AS (PARTITION BY e.worker_id ORDER BY main.day_of(e.happened_on, e.recorded_at), e.root_id)
) known ON known.worker_id = w.id WHERE w.id = ANY($1)"""

FUNCTIONS: dict[str, Function] = {
    "today": Function("", "text", f"SELECT {_TODAY}"),
    "matched": Function("text", "text", "SELECT nullif(lower(btrim($1)), '')"),
    "day_of": Function("text, text", "text", "SELECT coalesce($1, left($2, 10))"),
    "my_name": Function("", "text", _MY_NAME),
    "my_logins": Function("", "text[]", _MY_LOGINS),
    "is_member": Function("", "boolean", "SELECT main.my_name() IS NOT NULL"),
    "is_here": Function("", "boolean", "SELECT cardinality(main.my_logins()) > 0"),
    "my_name_here": Function("", "text", "SELECT CASE WHEN main.is_here() THEN main.my_name() END"),
    "sees_all": Function("", "boolean", _SEES_ALL),
    "carries": Function(
        "", "boolean", "SELECT EXISTS (SELECT 1 FROM main.member WHERE login = session_user AND active AND carries)"
    ),
    "writes": Function(
        "",
        "boolean",
        "SELECT main.is_here() AND EXISTS (SELECT 1 FROM main.member"
        " WHERE login = session_user AND role IN ('manager', 'deputy'))",
    ),
    "audits": Function(
        "",
        "boolean",
        "SELECT EXISTS (SELECT 1 FROM main.member WHERE login = session_user AND active AND role = 'auditor')",
    ),
    "my_teams": Function("", "int[]", _MY_TEAMS),
    "is_our_child": Function("int", "boolean", _is_ours("child_place", "child_id")),
    "is_our_worker": Function("int", "boolean", _is_ours("worker_place", "worker_id", _OR_HOLDS)),
    "knew_child": Function("int", "boolean", _knew("child_place", "child_id")),
    "knew_worker": Function("int", "boolean", _knew("worker_place", "worker_id")),
    "was_our_child": Function("int, text, text", "boolean", _was_ours("child_place", "child_id")),
    "was_our_worker": Function("int, text, text", "boolean", _was_ours("worker_place", "worker_id")),
    "my_children": Function("", "int[]", _mine("child_id", "child_place"), "plpgsql"),
    "my_workers": Function("", "int[]", _mine("worker_id", "worker_place", _HOLDERS), "plpgsql"),
    "my_own_files": Function("", "int[]", _MY_OWN_FILES),
    "lists_ours": Function("int", "boolean", _LISTS_OURS),
    "reaches": Function("int, text, int, int, text, text, text, int", "boolean", _REACHES, "plpgsql"),
    "sees_entry": Function("int", "boolean", _SEES_ENTRY),
    "may_correct": Function("int", "boolean", _MAY_CORRECT),
    "within_reach": Function("int[], int[]", "TABLE (about text, id int)", _WITHIN_REACH, "plpgsql", changes=True),
    "place_children": Function("int[]", "void", _PLACE_CHILDREN, changes=True, asked=False),
    "place_workers": Function("int[]", "void", _PLACE_WORKERS, changes=True, asked=False),
}


def statements() -> Iterator[str]:
    """What makes each of them, also where it stands already; as the owner, after the tables. They name each other."""
    yield "SET check_function_bodies = off"
    for name, one in FUNCTIONS.items():
        yield (
            f"CREATE OR REPLACE FUNCTION main.{name}({one.arguments}) RETURNS {one.returns}"
            f" LANGUAGE {one.language} {'VOLATILE' if one.changes else 'STABLE'} SECURITY DEFINER"
            f" SET search_path = pg_catalog AS $${one.text}$$"
        )
        yield f"REVOKE ALL ON FUNCTION main.{name}({one.arguments}) FROM PUBLIC"
        if one.asked:
            yield f"GRANT EXECUTE ON FUNCTION main.{name}({one.arguments}) TO {EVERYBODY}, oversight_eraser"
    yield "RESET check_function_bodies"
