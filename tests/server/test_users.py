"""IT lets people in, says what each may do, lets one act for another, and ends it when somebody leaves."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest

from db.server.members import Member, put_member
from db.server.preparing import written
from oversight_tui.words.text import match_key, one_line
from tests.commands.saying import Says, commands_for, told
from tests.server.own_server import LOGIN, SUPERUSER, OwnServer

pytestmark = pytest.mark.usefixtures("own_places")
AMIRA = ("server", "add-user", "Amira Khan", "--login", "amira", "--role", "manager")
# A role is the whole server's: whoever has a password has it in each test, so that this login is one test's alone.
PEN = ("server", "add-user", "Pen Nash", "--login", "pen", "--role", "manager")
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
        assert out.startswith(
            "amira: Amira Khan, manager, Harbour Team, reads workers' own files. They have no password"
        )
    (one,) = people(says)
    assert (one["login"], one["teams"], one["reads_own_files"], one["active"]) == (
        "amira",
        ["Harbour Team"],
        True,
        True,
    )
    assert (
        "Until now: Amira Khan, manager, Harbour Team, reads workers' own files."
        in says(*AMIRA, "--team", "Harbour Team")[1]
    )
    assert not people(says)[0]["reads_own_files"]
    assert "Until now" not in says(*AMIRA, "--team", "Harbour Team")[1]
    assert "Until now: Amira Khan, manager, Harbour Team." in says(*AMIRA)[1]
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
    code, out, err = says(*PEN, "--all-teams", "--new-password-file", held)
    assert (code, err) == (0, "")
    assert out == "pen: Pen Nash, manager, every team. The password is set.\n"
    assert says(*PEN, "--all-teams")[1] == "pen: Pen Nash, manager, every team.\n"
    with closing(server.connect(database)) as connection:
        row = connection.execute("SELECT rolpassword FROM pg_authid WHERE rolname = 'pen'").fetchone()
    assert row is not None
    assert row[0].startswith("SCRAM-SHA-256$")
    logged = (server.folder / "log").read_text()
    assert 'ALTER ROLE "pen" PASSWORD' in logged
    assert "hens" not in logged


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
        ((*BEN, "--team", "Harbour Team"), "A deputy has no teams of their own"),
        ((*BEN, "--reads-own-files"), "Only a manager or a reader reads workers' own files."),
        ((*AMIRA[:-1], "auditor", "--all-teams"), "An auditor reads the journal of every team."),
        (("server", "retire", "nobody"), "nobody may not use this store"),
        (("server", "add-user", "Amira Khan", "--login", "pg_x", "--role", "reader"), "A login is needed"),
    ],
)
def test_what_cannot_be_is_a_sentence_and_changes_nothing(says: Says, typed: tuple[str, ...], why: str) -> None:
    code, out, err = says(*typed)
    assert (code, out) == (2, "")
    assert why in err
    assert people(says) == []


@pytest.mark.parametrize("spelled", ["Amira Khan", "amira  KHAN", "ＡＭＩＲＡ Khan "])
def test_two_logins_never_share_a_name(says: Says, server: OwnServer, database: str, spelled: str) -> None:
    says(*AMIRA)
    code, _, err = says("server", "add-user", spelled, "--login", "amira2", "--role", "reader")
    assert code == 2
    assert "Amira Khan is the name of the login amira" in err
    # As what `--dry-run` printed before the other was let in.
    other = ";".join(map(written, put_member(Member("amira2", one_line(spelled), "reader"), match_key(spelled))))
    with closing(server.connect(database)) as past, pytest.raises(psycopg.errors.UniqueViolation):
        past.execute(other.encode())
    assert says("server", "add-user", "AMIRA Khan", "--login", "amira", "--role", "manager")[0] == 0


def test_it_is_said_that_a_login_has_no_password_and_how_it_gets_one(says: Says) -> None:
    assert "They have no password" in says(*AMIRA, "--all-teams")[1]
    assert "--new-password-file FILE" in says(*AMIRA, "--all-teams")[1]


@pytest.mark.parametrize(("held", "why"), [("", "is no password"), ("short", "is no password"), (None, "The password")])
def test_what_is_no_password_is_refused_and_lets_nobody_in(
    says: Says, tmp_path: Path, held: str | None, why: str
) -> None:
    if held is not None:
        (tmp_path / "held").write_text(f"{held}\nfour wet hens\n")
    code, out, err = says(*AMIRA, "--all-teams", "--new-password-file", tmp_path / "held")
    assert (code, out) == (2, "")
    assert why in err
    assert people(says) == []


def test_it_is_said_where_somebody_is_let_in_who_sees_nothing(says: Says) -> None:
    assert "They have no team, and are shown nothing of any" in says(*AMIRA)[1]
    assert "They have no team" in says("server", "add-user", "Head", "--login", "amira2", "--role", "service")[1]
    assert "no team" not in says(*AMIRA, "--team", "Harbour Team")[1]
    assert "no team" not in says(*BEN)[1]


@pytest.fixture(params=["SUPERUSER", "CREATEROLE", "BYPASSRLS", "REPLICATION", "IN ROLE oversight_owner"])
def mighty(request: pytest.FixtureRequest, server: OwnServer, database: str) -> Iterator[psycopg.Connection[Any]]:
    """A connection past the program, on which a login of this name keeps the server in one way or another."""
    with closing(server.connect(database)) as past:
        past.execute(f"CREATE ROLE mighty LOGIN {request.param}".encode())
        yield past
        past.execute("DROP OWNED BY mighty; DROP ROLE mighty")


@pytest.mark.usefixtures("mighty")
def test_who_keeps_the_server_is_let_in_by_no_name(says: Says) -> None:
    code, _, err = says("server", "add-user", "Amira Khan", "--login", "mighty", "--role", "manager")
    assert (code, people(says)) == (2, [])
    assert "mighty keeps the server" in err


def test_who_keeps_the_server_is_never_locked_out(says: Says, mighty: psycopg.Connection[Any]) -> None:
    mighty.execute("INSERT INTO main.member (login, name, role) VALUES ('mighty', 'Amira Khan', 'manager')")
    assert "left as it is" in says("server", "retire", "mighty")[1]
    assert not people(says)[0]["active"]
    assert mighty.execute("SELECT rolcanlogin FROM pg_roles WHERE rolname = 'mighty'").fetchone() == (True,)


@pytest.mark.parametrize("what", [("users",), ("check",), ("retire", "amira"), (*AMIRA[1:],)])
def test_whoever_does_not_keep_the_server_is_told_whose_login_it_takes(
    says: Says, server: OwnServer, database: str, capsys: pytest.CaptureFixture[str], what: tuple[str, ...]
) -> None:
    says(*AMIRA, "--all-teams")
    code, out, err = commands_for(server.address(database, "amira"), "2026-10-02", capsys)("server", *what)
    assert (code, out) == (2, "")
    assert "The login amira does not keep the server" in err
    assert "saved" not in err
    assert "restore" not in err
