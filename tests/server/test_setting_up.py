"""IT makes an empty database a store, looks whether it is well, and does either again without harm."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.commands.saying import Says, commands_for
from tests.server.own_server import SUPERUSER, OwnServer

pytestmark = pytest.mark.usefixtures("own_places")
Asks = Callable[[str], Says]


@pytest.fixture
def it(server: OwnServer, capsys: pytest.CaptureFixture[str]) -> Asks:
    """Commands of whoever keeps the server, for a database."""
    return lambda database: commands_for(server.address(database, SUPERUSER), "2026-10-02", capsys)


def empty_database(server: OwnServer, name: str, more: str = "") -> str:
    with closing(server.connect("postgres")) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 {more} STRATEGY file_copy".encode())
    return name


def test_an_empty_database_becomes_a_store_and_again_without_harm(server: OwnServer, it: Asks) -> None:
    says = it(empty_database(server, "fresh"))
    assert says("server", "check")[0] == 1
    code, out, _ = says("server", "init", "--dry-run")
    assert code == 0
    assert out.startswith("BEGIN;")
    assert "CREATE TABLE" in out
    assert "There is no store in this database" in says("server", "check")[1]
    code, out, err = says("server", "init")
    assert (code, err) == (0, "")
    assert "is a store now" in out
    code, out, _ = says("server", "check")
    assert code == 0, out
    assert says("today")[0] == 0
    code, out, _ = says("server", "init")
    assert code == 0
    assert "was a store already" in out


COLUMNS = (
    "SELECT table_name, column_name, data_type, is_nullable, collation_name FROM information_schema.columns"
    " WHERE table_schema = 'main' ORDER BY 1, 2"
)
RULES = (
    "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE connamespace = 'main'::regnamespace AND contype IN ('c', 'f', 'p', 'u') ORDER BY 1, 2"
)
INDEXES = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'main' ORDER BY 1"


def test_a_store_of_an_earlier_version_is_brought_to_this_one(server: OwnServer, it: Asks) -> None:
    """The tables as the first version with a server left them become the very tables of a new store."""
    first, new = it(empty_database(server, "of_before")), it(empty_database(server, "of_today"))
    assert new("server", "init")[0] == 0
    with closing(server.connect("of_before")) as connection:
        connection.execute("CREATE SCHEMA main AUTHORIZATION oversight_owner; SET ROLE oversight_owner")
        connection.execute("SET search_path = main")
        connection.execute((Path(__file__).parent / "s0016.sql").read_bytes())
        connection.execute("INSERT INTO schema_step (number) VALUES (16)")
        connection.execute(
            "INSERT INTO entry (id, kind, recorded_at, recorded_by, source, sensitive)"
            " VALUES (1, 'list_answer', '2026-05-01T09:00:00.000000Z', 'Me', 'manager', false)"
        )
    assert "older version" in first("today")[2]
    code, out, err = first("server", "init")
    assert (code, err) == (0, "")
    assert "of an earlier version and is one of this" in out
    shapes = []
    for name in ("of_before", "of_today"):
        with closing(server.connect(name)) as connection:
            connection.execute("SET search_path = main")
            shapes.append([connection.execute(asked).fetchall() for asked in (COLUMNS, RULES, INDEXES)])
    assert shapes[0] == shapes[1]
    assert first("server", "check")[0] == 0
    assert "was a store already" in first("server", "init")[1]


def test_what_is_printed_can_be_given_to_psql(server: OwnServer, it: Asks) -> None:
    says = it(empty_database(server, "by_hand"))
    _, written, _ = says("server", "init", "--dry-run")
    with closing(server.connect("by_hand")) as connection:
        connection.execute(written.encode())
    assert says("server", "check")[0] == 0


@pytest.mark.parametrize("holds", ["CREATE TABLE wages (pence integer)", "CREATE SCHEMA main"])
def test_a_database_with_something_else_in_it_is_left_alone(server: OwnServer, it: Asks, holds: str) -> None:
    says = it(empty_database(server, name := f"payroll_{len(holds)}"))
    with closing(server.connect(name)) as connection:
        connection.execute(holds)
    code, out, err = says("server", "init")
    assert (code, out) == (2, "")
    assert "holds something else" in err


def test_a_database_that_cannot_hold_every_name_is_refused(server: OwnServer, it: Asks) -> None:
    says = it(empty_database(server, "latin", "ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'"))
    code, out, err = says("server", "init")
    assert (code, out) == (2, "")
    assert "LATIN1" in err
    assert says("server", "check", "--json")[0] == 1


def test_who_could_do_too_much_is_named(server: OwnServer, it: Asks) -> None:
    says = it(empty_database(server, "who"))
    says("server", "init")
    says("server", "add-user", "Ina Roth", "--login", "ina", "--role", "manager", "--all-teams", "--carries")
    with closing(server.connect("who")) as connection:
        connection.execute("ALTER ROLE ina CREATEROLE")
    code, out, _ = says("server", "check")
    assert code == 1
    assert "The login ina of a member is a superuser, makes roles" in out
    assert "The login ina still sees and writes every row" in out
    with closing(server.connect("who")) as connection:
        connection.execute("ALTER ROLE ina NOCREATEROLE")
    says("server", "add-user", "Ina Roth", "--login", "ina", "--role", "manager", "--all-teams")
    assert says("server", "check")[0] == 0


def test_a_guard_that_was_taken_away_is_named_and_put_back(server: OwnServer, it: Asks) -> None:
    database = server.new_database()
    says = it(database)
    with closing(server.connect(database)) as connection:
        connection.execute("ALTER TABLE main.entry DISABLE TRIGGER entry_no_change")
        connection.execute("DROP TRIGGER journal_no_change ON main.journal")
        connection.execute(
            "CREATE FUNCTION main.of_another() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'"
        )
        connection.execute(
            "CREATE TRIGGER anothers BEFORE INSERT ON main.worry FOR EACH ROW EXECUTE FUNCTION main.of_another()"
        )
    assert says("today")[0] == 2
    code, out, _ = says("server", "check")
    assert code == 1
    assert "anothers, entry_no_change, journal_no_change, of_another" in out
    assert says("server", "init")[0] == 0
    assert "Guards, ok" in says("server", "check")[1]
    assert says("today")[0] == 0


def test_a_store_of_a_newer_version_is_left_alone(server: OwnServer, it: Asks) -> None:
    database = server.new_database()
    with closing(server.connect(database)) as connection:
        connection.execute("UPDATE main.schema_step SET number = 999")
    code, _, err = it(database)("server", "init")
    assert code == 2
    assert "newer" in err


def test_a_login_that_may_make_nothing_is_told_so(server: OwnServer, capsys: pytest.CaptureFixture[str]) -> None:
    says = commands_for(server.address(empty_database(server, "not_mine")), "2026-10-02", capsys)
    code, out, err = says("server", "init")
    assert (code, out) == (2, "")
    assert "may not do that" in err


def test_a_file_is_no_server(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = commands_for("team.oversight", "2026-10-02", capsys)("server", "check")
    assert (code, out) == (2, "")
    assert "is a file" in err


def test_the_check_as_json_names_each_thing(server: OwnServer, it: Asks) -> None:
    _, out, _ = it(server.new_database())("server", "check", "--json")
    found = {one["subject"]: one["state"] for one in json.loads(out)}
    assert found.items() >= {"Server": "ok", "Encoding": "ok", "Network": "ok", "Tables": "ok", "Guards": "ok"}.items()
