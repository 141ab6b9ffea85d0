"""How whoever records tells the others, and what: the numbers of the teams that it concerns, and nothing besides, since
every login of a database can listen; and by which lock they have something in hand.

What a board shows of a child or a worker is worked out again with whatever is recorded about them, so that the rows
that go and the rows that come name the teams: both, where a child moves. What is about neither a child nor a worker
concerns everybody, and so does who may see what.
"""

from __future__ import annotations

CHANNEL = "oversight"
EVERYBODY = ""
SESSION_IN_HAND = 0x4F565331  # the kind of lock that whoever has the session of a worker open holds: "OVS1"
BY_TEAM = "tell_teams"
TO_EVERYBODY = "tell_everybody"

_BY_TEAM = f"""
BEGIN
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        PERFORM pg_notify('{CHANNEL}', COALESCE(team_id::text, '{EVERYBODY}')) FROM come GROUP BY team_id;
    END IF;
    IF TG_OP IN ('DELETE', 'UPDATE') THEN
        PERFORM pg_notify('{CHANNEL}', COALESCE(team_id::text, '{EVERYBODY}')) FROM gone GROUP BY team_id;
    END IF;
    RETURN NULL;
END"""
_TO_EVERYBODY = f"""
BEGIN
    IF TG_TABLE_NAME <> 'entry' THEN
        PERFORM pg_notify('{CHANNEL}', '{EVERYBODY}');
    ELSIF EXISTS (SELECT FROM come WHERE child_id IS NULL AND worker_id IS NULL AND kind <> 'own_note') THEN
        PERFORM pg_notify('{CHANNEL}', '{EVERYBODY}');
    END IF;
    RETURN NULL;
END"""
_WHO_MAY_WHAT = ("member", "member_team", "acting")
_TELLING = (("child_now", BY_TEAM), ("worker_now", BY_TEAM), ("snapshot_team", BY_TEAM))
_COME, _GONE = "NEW TABLE AS come", "OLD TABLE AS gone"
_ON = {"insert": _COME, "update": f"{_COME} {_GONE}", "delete": _GONE}


def functions() -> dict[str, str]:
    """The text of each function that a trigger calls, as the server keeps it."""
    return {BY_TEAM: _BY_TEAM, TO_EVERYBODY: _TO_EVERYBODY}


def triggers() -> dict[str, str]:
    """Every trigger by its name, with what makes it."""
    found = {
        f"{table}_{event}_told": (
            f'AFTER {event.upper()} ON main."{table}" REFERENCING {rows} FOR EACH STATEMENT'
            f" EXECUTE FUNCTION main.{function}()"
        )
        for table, function in _TELLING
        for event, rows in _ON.items()
    }
    for table in ("entry", "setting", "team"):
        found[f"{table}_told"] = (
            f'AFTER INSERT ON main."{table}" REFERENCING {_COME} FOR EACH STATEMENT'
            f" EXECUTE FUNCTION main.{TO_EVERYBODY}()"
        )
    for table in _WHO_MAY_WHAT:
        found[f"{table}_told"] = (
            f'AFTER INSERT OR UPDATE OR DELETE ON main."{table}" FOR EACH STATEMENT'
            f" EXECUTE FUNCTION main.{TO_EVERYBODY}()"
        )
    return found
