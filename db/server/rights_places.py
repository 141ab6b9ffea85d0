"""With which team each child and worker is and was, from the records; and whom each team has now, in one row.

Every question that a manager asks asks first which children and workers are theirs: the row of a team answers it at
once, however many years the team has behind it. Those of no team stand in the row of team 0, and are everybody's.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.server.members import EVERY_TEAM

JOINED = "main.joined(int[])"  # lists of numbers, one behind the other
_CHILD_PLACES = """
SELECT c.id AS child_id, held.team_id, held.worker_id, held.first_day, held.last_day
FROM main.child c LEFT JOIN (
    SELECT e.child_id, coalesce(a.team_id, w.team_id) AS team_id, a.allocated_worker_id AS worker_id,
        CASE WHEN row_number() OVER in_order > 1 THEN main.day_of(e.happened_on, e.recorded_at) END AS first_day,
        lead(main.day_of(e.happened_on, e.recorded_at)) OVER in_order AS last_day
    FROM main.entry_in_force e JOIN main.allocation a ON a.entry_id = e.id
    LEFT JOIN main.worker_place w ON w.worker_id = a.allocated_worker_id AND w.last_day IS NULL
    WHERE e.kind = 'allocation' AND a.role = 'lead'{of_these}
    WINDOW in_order AS (PARTITION BY e.child_id ORDER BY main.day_of(e.happened_on, e.recorded_at), e.root_id)
) held ON held.child_id = c.id"""
_WORKER_PLACES = """
SELECT w.id AS worker_id, known.team_id, known.supervisor, known.first_day, known.last_day
FROM main.worker w LEFT JOIN (
    SELECT e.worker_id, d.team_id, main.matched(d.supervisor) AS supervisor,
        CASE WHEN row_number() OVER in_order > 1 THEN main.day_of(e.happened_on, e.recorded_at) END AS first_day,
        lead(main.day_of(e.happened_on, e.recorded_at)) OVER in_order AS last_day
    FROM main.entry_in_force e JOIN main.worker_details d ON d.entry_id = e.id
    WHERE e.kind = 'worker'{of_these}
    WINDOW in_order AS (PARTITION BY e.worker_id ORDER BY main.day_of(e.happened_on, e.recorded_at), e.root_id)
) known ON known.worker_id = w.id"""
# The youngest numbers first: of who was with a team for years most have left it, and a search finds the others sooner.
_REACH = """
SELECT t.team_id,
    coalesce((SELECT array_agg(p.child_id ORDER BY p.child_id DESC) FROM main.child_place p
        WHERE p.last_day IS NULL AND (p.team_id = t.team_id OR (t.team_id = 0 AND p.team_id IS NULL))), '{}')
        AS children,
    coalesce((SELECT array_agg(who ORDER BY who DESC) FROM (
        SELECT p.worker_id AS who FROM main.worker_place p
        WHERE p.last_day IS NULL AND (p.team_id = t.team_id OR (t.team_id = 0 AND p.team_id IS NULL))
        UNION SELECT c.worker_id FROM main.child_place c
        WHERE c.last_day IS NULL AND c.team_id = t.team_id AND c.worker_id IS NOT NULL) these), '{}')
        AS workers
FROM (TEAMS) t (team_id)"""
_EVERY_TEAM = "SELECT id FROM main.team UNION ALL SELECT 0"


def _reach(teams: str) -> str:
    return _REACH.replace("TEAMS", teams)


def _teams_of(table: str, column: str) -> str:
    """The teams that have the children or workers that are placed."""
    return (
        f"(SELECT array_agg(DISTINCT coalesce(p.team_id, 0)) FROM main.{table} p"
        f" WHERE p.last_day IS NULL AND p.{column} = ANY($1))"
    )


def _placed(table: str, column: str, places: str) -> str:
    about = "c.id" if column == "child_id" else "w.id"
    of_these = places.format(of_these=f" AND e.{column} = ANY($1)")
    return f"""
DECLARE
    teams int[] := {_teams_of(table, column)};
BEGIN
    DELETE FROM main.{table} WHERE {column} = ANY($1);
    INSERT INTO main.{table} {of_these}
    WHERE {about} = ANY($1);
    teams := teams || {_teams_of(table, column)};
    DELETE FROM main.team_reach WHERE team_id = ANY(teams);
    INSERT INTO main.team_reach {_reach("SELECT DISTINCT unnest(teams)")};
END"""


PLACE_CHILDREN = _placed("child_place", "child_id", _CHILD_PLACES)
PLACE_WORKERS = _placed("worker_place", "worker_id", _WORKER_PLACES)


def whom(column: str) -> str:
    """The text of what answers with the children or workers of the login's teams now, and of those of no team. A login
    of every team has a policy of its own, and none are named for it.
    """
    return f"""
DECLARE
    logins text[] := main.my_logins();
BEGIN
    IF cardinality(logins) = 0 THEN
        RETURN '{{}}';
    ELSIF EXISTS (SELECT 1 FROM main.member m WHERE m.all_teams AND m.login = ANY(logins)) THEN
        IF pg_has_role(session_user, '{EVERY_TEAM}', 'MEMBER') THEN
            RETURN '{{}}';
        END IF;
        RETURN (SELECT coalesce(main.joined(r.{column}), '{{}}') FROM main.team_reach r);
    END IF;
    RETURN (SELECT coalesce(main.joined(r.{column}), '{{}}') FROM main.team_reach r WHERE r.team_id = ANY(ARRAY(
        SELECT m.team_id FROM main.member_team m WHERE m.login = ANY(logins) UNION ALL SELECT 0)));
END"""


def statements() -> Iterator[str]:
    """What works all of it out anew, also where it stands; as the owner."""
    for table in ("child_place", "worker_place", "team_reach"):
        yield f"DELETE FROM main.{table}"
    yield "SELECT main.place_workers(array_agg(id)) FROM main.worker"
    yield "SELECT main.place_children(array_agg(id)) FROM main.child"


def wrong() -> Iterator[tuple[str, str]]:
    """The name of each table, with the question how many of its rows are not as they follow from the records."""
    anybody = "WHERE (children, workers) <> ('{}', '{}')"
    for table, where, follows in (
        ("worker_place", "", _WORKER_PLACES.format(of_these="")),
        ("child_place", "", _CHILD_PLACES.format(of_these="")),
        ("team_reach", anybody, f"SELECT * FROM ({_reach(_EVERY_TEAM)}) r {anybody}"),
    ):
        kept = f"SELECT * FROM main.{table} {where}"
        yield table, f"SELECT count(*) FROM (({follows} EXCEPT ALL {kept}) UNION ALL ({kept} EXCEPT ALL {follows})) w"
