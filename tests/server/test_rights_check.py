"""Whoever keeps the server is told of every right that is not as this version makes it."""

from __future__ import annotations

from contextlib import closing

import pytest

from db.server import rights_check
from db.server.setting_up import statements
from tests.server.own_server import OwnServer, programs

pytestmark = pytest.mark.skipif(programs() is None, reason="no PostgreSQL is installed here")
CARRIER = "The login tester still sees and writes every row: retire it when the store is carried over."


def _faults(server: OwnServer, database: str, *changes: str) -> list[str]:
    with closing(server.connect(database)) as connection:
        for change in changes:
            connection.execute(change.encode())
        return list(rights_check.faults(connection))


def test_made_twice_it_is_as_made_once(server: OwnServer) -> None:
    database = server.new_database()
    assert _faults(server, database) == [CARRIER]
    assert _faults(server, database, *statements()) == [CARRIER]


CHANGED = [
    ("ALTER TABLE main.entry DISABLE ROW LEVEL SECURITY", "security of the table entry is off"),
    ("DROP POLICY seen ON main.worker", "policy seen of the table worker is missing"),
    ("ALTER POLICY seen ON main.child USING (true)", "policy seen of the table child says something else"),
    (
        "CREATE POLICY more ON main.child USING (true)",
        "policy more of the table child is missing, changed, or of an",
    ),
    ("GRANT SELECT ON main.member TO PUBLIC", "PUBLIC may SELECT in member"),
    ("REVOKE SELECT ON main.child FROM oversight_app", "oversight_app may not SELECT in child"),
    ("ALTER FUNCTION main.my_teams() SECURITY INVOKER", "function my_teams is missing, changed"),
    (
        "CREATE OR REPLACE FUNCTION main.sees_all() RETURNS boolean LANGUAGE sql AS 'SELECT true'",
        "function sees_all is missing, changed",
    ),
    ("ALTER FUNCTION main.note_places() SET search_path = pg_catalog", "function note_places takes what it names"),
    ("ALTER TABLE main.child_details ALTER COLUMN name SET STATISTICS -1", "gathers figures of words in child_details"),
    ("INSERT INTO main.team_reach VALUES (1, '{7}', '{}')", "table team_reach, which tells whose rows are whose"),
    ("INSERT INTO main.child_place VALUES (7, 1)", "table child_place, which tells whose rows are whose"),
    ("ALTER ROLE tester BYPASSRLS", "login tester of a member is a superuser"),
]


def test_what_was_changed_is_said_and_put_right_by_setting_up_again(server: OwnServer) -> None:
    database = server.new_database()
    found = _faults(server, database, *(change for change, _ in CHANGED))
    assert [says for _, says in CHANGED if not any(says in one for one in found)] == []
    assert _faults(server, database, "ALTER ROLE tester NOBYPASSRLS", *statements()) == [CARRIER]
