"""IT lets people in, says what each may do, lets one act for another, and ends it when somebody leaves."""

from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from tests.commands.saying import Says, commands_for, told
from tests.server.own_server import LOGIN, SUPERUSER, OwnServer

pytestmark = pytest.mark.usefixtures("own_places")
AMIRA = ("server", "add-user", "Amira Khan", "--login", "amira", "--role", "manager")
BEN = ("server", "add-user", "Ben Osei", "--login", "ben", "--role", "deputy")


@pytest.fixture
def database(server: OwnServer) -> str:
    return server.new_database()


@pytest.fixture
def says(server: OwnServer, database: str, capsys: pytest.CaptureFixture[str]) -> Says:
    with closing(server.connect(database)) as connection:
        connection.execute("INSERT INTO main.team (id, name, name_key) VALUES (1, 'Harbour Team', 'harbour team')")
    return commands_for(server.address(database, SUPERUSER), "2026-10-02", capsys)


def people(says: Says) -> list[dict[str, object]]:
    """Who may use the store, besides the login of the tests themselves."""
    return [one for one in told(says, "server", "users") if one["login"] != LOGIN]


def test_a_manager_is_let_in_and_again_without_harm(says: Says, server: OwnServer, database: str) -> None:
    for _ in range(2):
        code, out, err = says(*AMIRA, "--team", "Harbour Team", "--reads-own-files")
        assert (code, err) == (0, "")
        assert out == "amira: Amira Khan, manager, Harbour Team, reads workers' own files.\n"
    (one,) = people(says)
    assert (one["login"], one["teams"], one["reads_own_files"], one["active"]) == (
        "amira",
        ["Harbour Team"],
        True,
        True,
    )
    says(*AMIRA, "--team", "Harbour Team")
    assert not people(says)[0]["reads_own_files"]
    with closing(server.connect(database, "amira")) as connection:
        assert connection.execute("SELECT pg_has_role('oversight_app', 'USAGE')").fetchone() == (True,)
        assert connection.execute("SELECT pg_has_role('oversight_owner', 'USAGE')").fetchone() == (False,)


def test_what_would_be_done_is_printed_and_nothing_is(says: Says, tmp_path: Path) -> None:
    held = tmp_path / "held"
    held.write_text("wet hens\n")
    code, out, _ = says(*AMIRA, "--all-teams", "--dry-run", "--new-password-file", held)
    assert code == 0
    assert "INSERT INTO main.member" in out
    assert "hens" not in out
    assert people(says) == []


def test_a_password_is_set_and_is_in_no_statement_that_the_server_may_log(
    says: Says, server: OwnServer, database: str, tmp_path: Path
) -> None:
    held = tmp_path / "held"
    held.write_text("wet hens\n")
    with closing(server.connect(database)) as connection:
        connection.execute(f"ALTER ROLE postgres IN DATABASE {database} SET log_statement = 'all'".encode())
    code, out, err = says(*AMIRA, "--all-teams", "--new-password-file", held)
    assert (code, err) == (0, "")
    assert "The password is set." in out
    with closing(server.connect(database)) as connection:
        row = connection.execute("SELECT rolpassword FROM pg_authid WHERE rolname = 'amira'").fetchone()
    assert row is not None
    assert row[0].startswith("SCRAM-SHA-256$")
    logged = (server.folder / "log").read_text()
    assert 'ALTER ROLE "amira" PASSWORD' in logged
    assert "hens" not in logged


def test_one_acts_for_another_for_some_days(says: Says) -> None:
    says(*AMIRA, "--all-teams")
    assert "ben may not use this store" in says("server", "act-for", "ben", "amira", "--from", "+1d", "--to", "+8d")[2]
    says(*BEN)
    code, out, err = says("server", "act-for", "ben", "amira", "--from", "5/10/2026", "--to", "9/10/2026")
    assert (code, err) == (0, "")
    assert out == "ben acts for amira from Mon 5 Oct 2026 to Fri 9 Oct 2026.\n"
    code, _, err = says("server", "act-for", "ben", "amira", "--from", "9/10/2026", "--to", "5/10/2026")
    assert code == 2
    assert "before the first" in err


def test_who_leaves_may_not_come_in_any_more(says: Says, server: OwnServer, database: str) -> None:
    says(*AMIRA, "--all-teams")
    assert "INSERT" not in says("server", "retire", "amira", "--dry-run")[1]
    assert says("server", "retire", "amira")[0] == 0
    assert "retired" in says("server", "users")[1]
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        server.connect(database, "amira")
    assert says(*AMIRA, "--all-teams")[0] == 0
    server.connect(database, "amira").close()


def test_who_leaves_is_sent_away_also_by_a_keeper_who_is_no_superuser(
    says: Says, server: OwnServer, database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(server.connect(database)) as connection:
        connection.execute("CREATE ROLE keeper LOGIN CREATEROLE IN ROLE oversight_owner")
    keeper = commands_for(server.address(database, "keeper"), "2026-10-02", capsys)
    assert keeper(*AMIRA, "--all-teams")[0] == 0
    with server.connect(database, "amira") as standing:
        code, out, err = keeper("server", "retire", "amira")
        assert (code, err) == (0, "")
        assert out.startswith("amira may not use the store any more.")
        with pytest.raises(psycopg.OperationalError):
            standing.execute("SELECT 1")
    with closing(server.connect(database)) as connection:
        lent = "SELECT pg_has_role('keeper', 'amira', 'MEMBER')"
        assert connection.execute(lent).fetchone() == (False,)
        connection.execute("DROP OWNED BY keeper; DROP ROLE keeper")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ((*AMIRA, "--team", "Quay"), "There is no team 'Quay' in this store. It has Harbour Team."),
        ((*AMIRA, "--reports-to", "nobody"), "nobody may not use this store"),
        ((*BEN[:4], "ben", "--role", "deputy", "--may-erase"), "Only a manager of every team may erase"),
        ((*AMIRA, "--team", "Harbour Team", "--may-erase"), "Only a manager of every team may erase"),
        (("server", "retire", "nobody"), "nobody may not use this store"),
        (("server", "add-user", "Amira Khan", "--login", "pg_x", "--role", "reader"), "A login is needed"),
    ],
)
def test_what_cannot_be_is_a_sentence_and_changes_nothing(says: Says, typed: tuple[str, ...], why: str) -> None:
    code, out, err = says(*typed)
    assert (code, out) == (2, "")
    assert why in err
    assert people(says) == []


def test_two_logins_never_share_a_name(says: Says) -> None:
    says(*AMIRA)
    for name in ("Amira Khan", "AMIRA KHAN"):
        code, _, err = says("server", "add-user", name, "--login", "amira2", "--role", "reader")
        assert code == 2
        assert "is the name of the login amira" in err
