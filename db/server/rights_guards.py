"""Triggers that hold what no policy can: that the journal stays one chain, that places follow from the records, that a
reference is there once, and that nothing is erased without a line that says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.ends import GENESIS
from db.journal import ERASED

# The canonical JSON of db.journal: what is escaped, and how, is the same on both sides for every text.
_CHAINED = f"""
DECLARE
    last_seq bigint;
    last_hash text;
    wrong boolean;
BEGIN
    SELECT j.seq, j.hash INTO last_seq, last_hash FROM main.journal j
    WHERE j.seq < (SELECT min(seq) FROM added) ORDER BY j.seq DESC LIMIT 1;
    SELECT bool_or(
        a.seq <> coalesce(last_seq, 0) + a.place
        OR a.previous <> coalesce(a.before_it, last_hash, '{GENESIS}')
        OR a.hash <> encode(sha256(convert_to('[' || to_json(a.previous) || ',' || a.seq || ',' || to_json(a.at) || ','
            || to_json(a.who) || ',' || to_json(a.what) || ',' || coalesce(a.entry_id::text, 'null') || ','
            || to_json(a.digest) || ']', 'UTF8')), 'hex')
    ) INTO wrong
    FROM (SELECT added.*, row_number() OVER by_seq AS place, lag(hash) OVER by_seq AS before_it
          FROM added WINDOW by_seq AS (ORDER BY seq)) a;
    IF wrong THEN
        RAISE EXCEPTION 'the journal is one chain' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END"""
_TRUE_TO_DIGEST = """
BEGIN
    IF EXISTS (
        SELECT 1 FROM added a LEFT JOIN main.journal j ON j.seq = a.seq
        WHERE j.digest IS DISTINCT FROM encode(sha256(convert_to('[' || to_json(a.salt) || ','
            || coalesce(to_json(a.before)::text, 'null') || ',' || coalesce(to_json(a.after)::text, 'null') || ']',
            'UTF8')), 'hex')
    ) THEN
        RAISE EXCEPTION 'a content is what its line says' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END"""
_PLACES = """
DECLARE
    children int[];
    workers int[];
BEGIN
    CASE TG_ARGV[0]
    WHEN 'child' THEN SELECT array_agg(a.id) INTO children FROM added a;
    WHEN 'worker' THEN SELECT array_agg(a.id) INTO workers FROM added a;
    WHEN 'entry' THEN
        SELECT array_agg(DISTINCT a.child_id) INTO children FROM added a WHERE a.kind = 'allocation';
        SELECT array_agg(DISTINCT a.worker_id) INTO workers FROM added a WHERE a.kind = 'worker';
    ELSE
        SELECT array_agg(DISTINCT e.child_id) FILTER (WHERE e.child_id IS NOT NULL),
            array_agg(DISTINCT e.worker_id) FILTER (WHERE e.child_id IS NULL AND e.worker_id IS NOT NULL)
        INTO children, workers FROM added a JOIN main.entry e ON e.id = a.entry_id;
    END CASE;
    IF workers IS NOT NULL THEN
        PERFORM main.place_workers(workers);
        SELECT children || array_agg(DISTINCT p.child_id) INTO children
        FROM main.child_place p WHERE p.last_day IS NULL AND p.worker_id = ANY(workers);
    END IF;
    IF children IS NOT NULL THEN
        PERFORM main.place_children(children);
    END IF;
    RETURN NULL;
END"""
_ONCE = """
BEGIN
    IF EXISTS (SELECT 1 FROM main.child c WHERE c.reference = NEW.reference) THEN
        RAISE EXCEPTION 'new row violates row-level security policy for table "child"'
        USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END"""
# Months of teams of others: rather too many go than one too few, since they are worked out again when asked for.
_MONTHS = """
BEGIN
    DELETE FROM main.team_month m USING (
        SELECT p.team_id, min(CASE WHEN e.corrects_id IS NOT NULL OR e.happened_on IS NULL
            OR e.kind IN ('withdrawal', 'session_cancelled', 'not_discussed') THEN '' ELSE e.happened_on END) AS since
        FROM added e JOIN main.child_place p ON p.child_id = e.child_id
        WHERE e.child_id IS NOT NULL AND p.team_id <> ALL(main.my_teams()) GROUP BY p.team_id
        UNION ALL
        SELECT p.team_id, min(CASE WHEN e.corrects_id IS NOT NULL OR e.happened_on IS NULL
            OR e.kind IN ('withdrawal', 'session_cancelled', 'not_discussed') THEN '' ELSE e.happened_on END)
        FROM added e JOIN main.worker_place p ON p.worker_id = e.worker_id
        WHERE e.worker_id IS NOT NULL AND p.team_id <> ALL(main.my_teams()) GROUP BY p.team_id
        UNION ALL
        SELECT t.id, min(coalesce(e.happened_on, '')) FROM added e CROSS JOIN main.team t
        WHERE e.kind = 'policy' AND t.id <> ALL(main.my_teams()) GROUP BY t.id
    ) gone WHERE m.team_id = gone.team_id AND m.last_day >= gone.since;
    RETURN NULL;
END"""
_SAID_SO = f"""
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM main.journal j WHERE j.what = '{ERASED}'
        AND j.xmin::text = (pg_current_xact_id()::text::numeric % 4294967296)::text
    ) THEN
        RAISE EXCEPTION 'nothing is erased without a line that says so' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END"""
_PLACED = ("allocation", "withdrawal", "worker_details")


def functions() -> dict[str, str]:
    """The text of each function that a trigger calls, by its name."""
    return {
        "hold_chain": _CHAINED,
        "hold_content": _TRUE_TO_DIGEST,
        "note_places": _PLACES,
        "refuse_second": _ONCE,
        "forget_months": _MONTHS,
        "refuse_unsaid": _SAID_SO,
    }


def triggers(guarded: tuple[str, ...]) -> dict[str, str]:
    """Each trigger by its name, with what makes it; `guarded` are the tables of which rows go only by an erasure."""
    added = "REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION main."
    gone = "REFERENCING OLD TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION main."
    found = {
        "journal_chained": f"AFTER INSERT ON main.journal {added}hold_chain()",
        "journal_content_whole": f"AFTER INSERT ON main.journal_content {added}hold_content()",
        "child_once": "BEFORE INSERT ON main.child FOR EACH ROW EXECUTE FUNCTION main.refuse_second()",
        "entry_months": f"AFTER INSERT ON main.entry {added}forget_months()",
        "child_placed": f"AFTER INSERT ON main.child {added}note_places('child')",
        "child_unplaced": f"AFTER DELETE ON main.child {gone}note_places('child')",
        "worker_placed": f"AFTER INSERT ON main.worker {added}note_places('worker')",
        "worker_unplaced": f"AFTER DELETE ON main.worker {gone}note_places('worker')",
        "entry_placed": f"AFTER UPDATE ON main.entry {added}note_places('entry')",
    }
    for table in _PLACED:
        found[f"{table}_placed"] = f"AFTER INSERT ON main.{table} {added}note_places('detail')"
        found[f"{table}_unplaced"] = f"AFTER DELETE ON main.{table} {gone}note_places('detail')"
    return found | dict(_said_so(guarded))


def constraints(guarded: tuple[str, ...]) -> dict[str, str]:
    """Those of the triggers that wait for the end of the transaction, which the server keeps as constraints."""
    return dict(_said_so(guarded))


def _said_so(guarded: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for table in guarded:
        yield (
            f"{table}_said_so",
            f'AFTER UPDATE OR DELETE ON main."{table}" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW'
            " EXECUTE FUNCTION main.refuse_unsaid()",
        )
