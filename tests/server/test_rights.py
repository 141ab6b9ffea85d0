"""What each login may do, tried past the program over a real connection: whatever is not its own is not there."""

from __future__ import annotations

import hashlib
from contextlib import closing
from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from db.journal import canonical, digest_of, link
from db.server.rights import secured
from tests.server.own_server import OwnServer, programs
from tests.server.small_authority import as_login

pytestmark = pytest.mark.skipif(programs() is None, reason="no PostgreSQL is installed here")
NOW = "to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.USZ')"
ENTRY = (
    "INSERT INTO main.entry (id, kind, child_id, worker_id, happened_on, recorded_at, recorded_by, source, sensitive)"
    f" VALUES (900, '{{kind}}', {{child}}, {{worker}}, '2026-11-20', {NOW}, '{{by}}', 'manager', false)"
)
ANNS = ENTRY.format(kind="seen", child=1, worker="NULL", by="Ann Able")
ANNS_ABOUT_NOBODY = ENTRY.format(kind="withdrawal", child="NULL", worker="NULL", by="Ann Able") + ";; "
REFUSED = ("42501", "23514")  # insufficient_privilege; check_violation: the same words whatever is there


def _answers(server: OwnServer, database: str, login: str, sql: str) -> object:
    """What a statement answers with, or how many rows it did something to, or the server's code for a refusal."""
    with as_login(server, database, login) as connection:
        try:
            done = None
            for statement in sql.split(";; "):
                done = connection.execute(statement.encode())
            assert done is not None
            if done.description is not None:
                row = done.fetchone()
                return row[0] if row else None
            return done.rowcount
        except psycopg.Error as error:
            return error.sqlstate


SEES = [
    # what of North and of South each sees: North has 2 workers and 2 children, South 1 and 2 (M-1 came from North)
    ("ann", "SELECT count(*) FROM main.child_now", 2),
    ("bea", "SELECT count(*) FROM main.child_now", 2),
    ("rob", "SELECT count(*) FROM main.child_now", 2),
    ("eve", "SELECT count(*) FROM main.child_now", 4),
    ("dee", "SELECT count(*) FROM main.child_now", 0),
    ("pat", "SELECT count(*) FROM main.child_now", 0),
    ("ann", "SELECT count(*) FROM main.worker_now WHERE worker_id = 3", 0),
    ("ann", "SELECT count(*) FROM main.child WHERE reference = 'S-1'", 0),
    ("ann", "SELECT count(*) FROM main.team", 1),
    ("ann", "SELECT count(*) FROM main.discussion WHERE text = 'words of South'", 0),
    ("ann", "SELECT count(*) FROM main.said WHERE words LIKE '%south%'", 0),
    # M-1: what happened while in North stays North's to see, and nothing since
    ("ann", "SELECT count(*) FROM main.discussion WHERE text = 'while in North'", 1),
    ("ann", "SELECT count(*) FROM main.discussion WHERE text = 'since in South'", 0),
    ("ann", "SELECT count(*) FROM main.entry WHERE child_id = 4 AND kind = 'allocation_end'", 1),
    ("bea", "SELECT count(*) FROM main.discussion WHERE text = 'while in North'", 1),
    ("bea", "SELECT count(*) FROM main.session_held", 1),
    # a worker's own file, and notes to oneself
    ("ann", "SELECT count(*) FROM main.personal_record", 1),
    ("ann", "SELECT count(*) FROM main.personal_record WHERE text = 'own file of 3'", 0),
    ("rob", "SELECT count(*) FROM main.personal_record", 0),
    ("pat", "SELECT text FROM main.personal_record", "own file of 1"),
    ("eve", "SELECT count(*) FROM main.personal_record", 2),
    ("eve", "SELECT count(*) FROM main.own_note", 0),
    ("ann", "SELECT count(*) FROM main.own_note", 1),
    ("eve", "SELECT count(*) FROM main.journal_content WHERE after LIKE '%note of%'", 0),
    ("rob", "SELECT count(*) FROM main.journal_content WHERE after LIKE '%own file%'", 0),
    ("ann", "SELECT count(*) FROM main.journal_content WHERE after LIKE '%South%'", 0),
    (
        "ann",
        "SELECT count(*) FROM main.journal WHERE who = 'Bea Bold' AND entry_id IN"
        " (SELECT entry_id FROM main.escalation)",
        0,
    ),
    # SET ROLE changes nothing of whose rows they are
    ("eve", "SET ROLE oversight_eraser;; SELECT count(*) FROM main.child_now", 4),
    ("ann", "SET ROLE oversight_app;; SELECT count(*) FROM main.child_now", 2),
    ("ann", "SET TimeZone = 'Pacific/Kiritimati';; SELECT count(*) FROM main.child_now", 2),
    # what an auditor reads: the lines, and none of their contents
    ("aud", "SELECT count(*) > 40 FROM main.journal", True),
    ("aud", "SELECT count(*) FROM main.journal_content", 0),
]


@pytest.mark.parametrize(("login", "sql", "answer"), SEES)
def test_each_sees_what_is_theirs_and_of_the_rest_not_that_it_is_there(
    server: OwnServer, authority: str, login: str, sql: str, answer: object
) -> None:
    assert _answers(server, authority, login, sql) == answer


SERVICE_SEES = [
    ("SELECT count(*) FROM child_now", 4),
    ("SELECT reference FROM child_now WHERE child_id = 1", "1"),
    ("SELECT name FROM child_now WHERE child_id = 1", None),
    ("SELECT name FROM worker_now WHERE worker_id = 1", "Worker 1"),
    ("SELECT text FROM discussion WHERE entry_id = (SELECT min(entry_id) FROM discussion)", ""),
    ("SELECT count(*) FROM escalation WHERE text LIKE 'a matter of %'", 2),
    ("SELECT count(*) FROM entry_in_force WHERE kind = 'personal'", 0),
    ("SELECT text FROM main.discussion", "42501"),
    ("SELECT name FROM main.child_now", "42501"),
    ("SELECT reference FROM main.child", "42501"),
    ("SELECT recorded_by FROM main.entry", "42501"),
    ("SELECT count(*) FROM main.personal_record", "42501"),
    ("SELECT count(*) FROM main.said", "42501"),
    ("SELECT count(*) FROM main.journal WHERE who <> 'Sam Service'", 0),
    ("INSERT INTO main.seen (entry_id) VALUES (1)", "42501"),
]


@pytest.mark.parametrize(("sql", "answer"), SERVICE_SEES)
def test_a_service_manager_reads_numbers_and_escalations_and_no_other_words(
    server: OwnServer, authority: str, sql: str, answer: object
) -> None:
    assert _answers(server, authority, "sam", sql) == answer


@pytest.mark.parametrize(
    "table", sorted(table for table in secured() if not table.startswith(("journal", "draft", "seen_mark", "setting")))
)
def test_an_auditor_finds_no_row_of_any_record(server: OwnServer, authority: str, table: str) -> None:
    assert _answers(server, authority, "aud", f"SELECT count(*) FROM main.{table}") in (0, "42501")


FORBIDDEN = [
    ("ann", ENTRY.format(kind="seen", child=3, worker="NULL", by="Ann Able")),  # South's child
    ("ann", ENTRY.format(kind="seen", child=4, worker="NULL", by="Ann Able")),  # who was North's once
    ("ann", ENTRY.format(kind="seen", child=999, worker="NULL", by="Ann Able")),  # who is not there at all
    ("ann", ENTRY.format(kind="absence", child="NULL", worker=3, by="Ann Able")),  # South's worker
    ("ann", ENTRY.format(kind="seen", child=1, worker="NULL", by="Bea Bold")),  # in another's name
    ("rob", ENTRY.format(kind="seen", child=1, worker="NULL", by="Rob Reader")),  # only reads
    ("dee", ENTRY.format(kind="seen", child=1, worker="NULL", by="Dee Deputy")),  # acts for nobody today
    ("ann", ANNS.replace(NOW, "'2026-01-02T03:04:05.000000Z'")),  # as of another day
    # what follows an entry that is still seen, of a child who has gone to another team
    ("ann", ANNS_ABOUT_NOBODY + "INSERT INTO main.withdrawal (entry_id, withdrawn_id, reason) VALUES (900, 18, 'r')"),
    ("ann", ANNS + ";; INSERT INTO main.mark (entry_id, marked_id, mark) VALUES (900, 18, 'sensitive')"),
    ("ann", ANNS + ";; INSERT INTO main.allocation_end (entry_id, allocation_id, ends) VALUES (900, 23, '2026-11-20')"),
    ("ann", ANNS + ";; INSERT INTO main.action_outcome (entry_id, action_id, done) VALUES (900, 20, true)"),
    ("aud", "INSERT INTO main.setting (key, content) VALUES ('made_up', 'true')"),
    ("ann", "UPDATE main.discussion SET text = ''"),
    ("ann", "DELETE FROM main.entry WHERE child_id = 1"),
    ("ann", "DELETE FROM main.journal"),
    ("ann", "TRUNCATE main.entry"),
    ("ann", "SELECT count(*) FROM main.member"),
    ("ann", "UPDATE main.member SET all_teams = true"),
    ("ann", "INSERT INTO main.member_team VALUES ('ann', 2)"),
    (
        "ann",
        "INSERT INTO main.acting (deputy_login, for_login, first_day, last_day) VALUES ('ann', 'bea', '2026', '2027')",
    ),
    ("ann", "SELECT count(*) FROM main.child_place"),
    ("ann", "SELECT * FROM rollup.escalation"),
    ("ann", "SET ROLE bea"),
    ("ann", "SET ROLE oversight_owner"),
    ("ann", "SET ROLE oversight_all"),
    ("ann", "SET ROLE oversight_carrier"),
    ("ann", "SET ROLE oversight_eraser"),
    ("ann", "SET SESSION AUTHORIZATION bea"),
    ("ann", "SET row_security = off;; SELECT count(*) FROM main.child"),
    ("ann", "ALTER TABLE main.entry DISABLE TRIGGER ALL"),
    ("ann", "CREATE TABLE main.mine (id int)"),
    ("ann", "UPDATE main.number_given SET number = 1"),
    ("ann", "SELECT main.place_children(ARRAY[3])"),
    ("ann", "INSERT INTO main.team (id, name, name_key) VALUES (9, 'Third', 'third')"),
    ("ann", "INSERT INTO main.draft (login, form, content, saved_at) VALUES ('bea', 'f', '', '')"),
    (
        "ann",
        "INSERT INTO main.child_now (child_id, reference, open, shown, team_id, came_from_another_worker,"
        " came_on_a_list) VALUES (3, 'S-1', true, true, 1, false, false)",
    ),
    ("eve", "SET ROLE oversight_eraser;; DELETE FROM main.action;; SET CONSTRAINTS ALL IMMEDIATE"),
    ("eve", "SET ROLE oversight_eraser;; SELECT text FROM main.own_note"),
]


@pytest.mark.parametrize(("login", "sql"), FORBIDDEN)
def test_what_is_forbidden_is_refused(server: OwnServer, authority: str, login: str, sql: str) -> None:
    assert _answers(server, authority, login, sql) in REFUSED


OWN_TYPE = b"""
    CREATE FUNCTION pg_temp.look(pg_catalog.text) RETURNS boolean LANGUAGE plpgsql AS
    $$ BEGIN PERFORM set_config('seen.by', current_user, false); RETURN true; END $$;
    CREATE DOMAIN pg_temp.text AS pg_catalog.text CHECK (pg_temp.look(VALUE))"""


def test_nothing_of_a_login_is_done_with_the_rights_of_the_owner(server: OwnServer, authority: str) -> None:
    with as_login(server, authority, "ann") as connection:
        connection.execute("SET search_path = pg_catalog; SET seen.by = ''")
        connection.execute(OWN_TYPE)
        connection.execute(ANNS)
        connection.execute("SELECT main.reaches(1, 'seen', 3, NULL, '2026-11-01', '', '', NULL), main.my_own_files()")
        connection.execute("SELECT * FROM main.within_reach(ARRAY[1, 3], ARRAY[1])")
        assert connection.execute("SELECT current_setting('seen.by')").fetchone() == ("",)


def test_a_manager_may_record_of_their_own_child(server: OwnServer, authority: str) -> None:
    assert _answers(server, authority, "ann", f"{ANNS};; SELECT count(*) FROM main.entry WHERE id = 900") == 1


def _refusal(server: OwnServer, database: str, sql: str) -> tuple[str | None, str]:
    *before, last = sql.split(";; ")
    with as_login(server, database, "ann") as connection:
        for statement in before:
            connection.execute(statement.encode())
        with pytest.raises(psycopg.Error) as refused:
            connection.execute(last.encode())
    return refused.value.sqlstate, str(refused.value)


def test_a_refusal_does_not_tell_whether_what_was_named_is_there(server: OwnServer, authority: str) -> None:
    south, nobody = (
        _refusal(server, authority, ENTRY.format(kind="seen", child=child, worker="NULL", by="Ann Able"))
        for child in (3, 999)
    )
    assert south == nobody
    points = f"{ANNS};; INSERT INTO main.decision_reason (entry_id, decision_id, because) VALUES (900, {{}}, 'b')"
    with closing(server.connect(authority)) as past:
        row = past.execute("SELECT id FROM main.entry WHERE kind = 'decision' AND child_id = 3").fetchone()
    assert row is not None
    assert _refusal(server, authority, points.format(row[0])) == _refusal(server, authority, points.format(5000))
    whose = "INSERT INTO main.child (id, reference) VALUES ({}, '{}')"
    taken = _refusal(server, authority, whose.format(901, "S-1"))
    own = _refusal(server, authority, whose.format(901, "N-1"))
    assert taken == own
    assert "S-1" not in taken[1]
    assert "violates row-level security" in taken[1]


@pytest.mark.parametrize("what", ["true", "who", "at", "seq", "previous", "hash", "content"])
def test_a_line_of_the_journal_is_the_next_of_the_chain_in_ones_own_name_or_it_is_refused(
    server: OwnServer, authority: str, what: str
) -> None:
    with as_login(server, authority, "ann") as connection:
        seq, previous = connection.execute("SELECT seq, hash FROM main.chain ORDER BY seq DESC LIMIT 1").fetchone() or (
            0,
            "",
        )
        who = "Bea Bold" if what == "who" else "Ann Able"
        at = (datetime.now(UTC) - timedelta(days=what == "at")).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        number = seq + 2 if what == "seq" else seq + 1
        before = hashlib.sha256(b"another").hexdigest() if what == "previous" else previous
        text = canonical({"note": 'a "quoted" \\ line\n\tof Zoë 🙂 \x07 and \x7f'}).decode()
        digest = digest_of("salt", None, text)
        own = link(before, number, at, who, "seen", None, digest)
        row = (number, at, who, "seen", None, digest, before, own)
        if what == "hash":
            row = (*row[:-1], "0" * 64)
        try:
            connection.execute("INSERT INTO main.journal VALUES (%s, %s, %s, %s, %s, %s, %s, %s)", row)
            said = text if what != "content" else '{"note":"another"}'
            connection.execute("INSERT INTO main.journal_content VALUES (%s, 'salt', NULL, %s)", (number, said))
            refused = None
        except psycopg.Error as error:
            refused = error.sqlstate
    assert (refused is None) == (what == "true"), refused
    assert refused in (None, *REFUSED)


def test_words_that_went_to_the_right_page_in_another_team_are_not_seen_from_a_page_that_was_ours_once(
    server: OwnServer, authority: str
) -> None:
    database = server.new_database(authority)
    about_s1 = ENTRY.format(kind="discussion", child=3, worker="NULL", by="Bea Bold")
    said = "INSERT INTO main.discussion (entry_id, setting, asked_for, text) VALUES (900, 'same_day', false, 'of S-1')"
    with closing(server.connect(database, "bea")) as bea:  # what was said of M-1 while in South was about S-1
        bea.execute(about_s1.replace("sensitive)", "sensitive, corrects_id)").replace("false)", "false, 24)").encode())
        bea.execute(said.encode())
    assert _answers(server, database, "eve", "SELECT text FROM main.discussion WHERE entry_id = 900") == "of S-1"
    assert _answers(server, database, "ann", "SELECT text FROM main.discussion WHERE entry_id = 900") is None
    assert _answers(server, database, "ann", "SELECT count(*) FROM main.entry WHERE id = 900") == 0
    server.drop(database)


def test_nobody_takes_a_worker_to_themselves_to_read_their_own_file(server: OwnServer, authority: str) -> None:
    database = server.new_database(authority)
    with closing(server.connect(database)) as keeper:
        keeper.execute("INSERT INTO main.acting VALUES (DEFAULT, 'bea', 'ann', '2020-01-01', '2999-01-01')")
        keeper.execute("UPDATE main.child_place SET worker_id = 3 WHERE child_id = 1")  # Sara holds a child of North
        keeper.execute("UPDATE main.team_reach SET workers = workers || 3 WHERE team_id = 1")
    details = (
        ";; INSERT INTO main.worker_details (entry_id, name, name_key, team_id, supervisor)"
        " VALUES (900, 'W', 'w', {team}, {supervisor})"
    )

    def said_by(login: str, by: str, worker: int, team: str, supervisor: str) -> object:
        entry = ENTRY.format(kind="worker", child="NULL", worker=worker, by=by)
        return _answers(server, database, login, entry + details.format(team=team, supervisor=supervisor))

    assert said_by("bea", "Bea Bold", 1, "1", "'bea bold '") == "42501"  # for whom she acts
    assert said_by("bea", "Bea Bold", 1, "2", "NULL") == "42501"
    assert said_by("bea", "Bea Bold", 1, "1", "NULL") == 1
    assert said_by("ann", "Ann Able", 3, "NULL", "'Ann Able'") == "42501"  # who is another team's
    assert said_by("ann", "Ann Able", 3, "1", "NULL") == "42501"
    assert said_by("ann", "Ann Able", 1, "1", "'Ann Able'") == 1
    server.drop(database)


def test_settings_and_drafts_are_each_ones_own(server: OwnServer, authority: str) -> None:
    database = server.new_database(authority)
    with closing(server.connect(database, "bea")) as bea:
        bea.execute("INSERT INTO main.draft (form, content, saved_at) VALUES ('f', 'words of Bea', '')")
        bea.execute("INSERT INTO main.setting (key, content) VALUES ('manager', '1')")
    with closing(server.connect(database, "ann")) as ann:
        ann.execute("INSERT INTO main.draft (form, content, saved_at) VALUES ('f', 'words of Ann', '')")
        ann.execute("DELETE FROM main.setting WHERE key = 'manager'")
        assert ann.execute("SELECT content FROM main.draft").fetchall() == [("words of Ann",)]
    with closing(server.connect(database, "bea")) as bea:
        assert bea.execute("SELECT content FROM main.setting").fetchall() == [("1",)]
    server.drop(database)


def test_how_many_rows_the_server_expects_tells_no_names_of_others(server: OwnServer, authority: str) -> None:
    database = server.new_database(authority)
    with closing(server.connect(database)) as keeper:
        keeper.execute("SET session_replication_role = replica")
        keeper.execute(
            "INSERT INTO main.child_details (entry_id, name) SELECT 1000 + n, chr(65 + n % 26) || n"
            " FROM generate_series(1, 2000) n"
        )
        keeper.execute("ANALYZE main.child_details")
    expected = {
        str(_answers(server, database, "ann", f"EXPLAIN SELECT * FROM main.child_details WHERE name < '{one}'"))
        for one in "AGMTZ"
    }
    assert len(expected) == 1
    server.drop(database)
