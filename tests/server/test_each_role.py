"""The morning of everybody who is let in, on one store that was carried to the server: each by the same commands."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db import open_store
from db.server.acting import Acting, act_for
from db.server.members import Member, put_member
from oversight_tui.cli import main
from oversight_tui.words.text import match_key
from tests.commands.saying import Says, commands_for, told
from tests.server.own_server import SUPERUSER, OwnServer

pytestmark = pytest.mark.xdist_group("each role")
TODAY = "2026-11-23"
TEAM = "Harbour Team"
EVERYBODY = (
    Member("manager", "Angela Brathwaite", "manager", (TEAM,)),
    Member("deputy", "Sam Okafor", "deputy"),
    Member("tomorrow", "Mira Osei", "deputy"),
    Member("service", "Head of Service", "service", (TEAM,)),
    Member("auditor", "Internal Audit", "auditor"),
    Member("reader", "Rita Reader", "reader", (TEAM,)),
)
As = Callable[..., Says]


@pytest.fixture(scope="module")
def there(server: OwnServer, a_year_of_two: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of the database of a year of two workers, with everybody in it."""
    folder = tmp_path_factory.mktemp("carried")
    file, database = Path(shutil.copy(a_year_of_two, folder / "team.oversight")), server.new_database()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OVERSIGHT_ANCHORS", str(folder / "anchors"))
        to = server.address(database, SUPERUSER)
        assert main(["move", "--store", str(file), "--today", TODAY, "--to", to, "--login", "manager"]) == 0
    tomorrow = datetime.now(UTC).date() + timedelta(days=2)
    acting = act_for(Acting("tomorrow", "manager", tomorrow, tomorrow + timedelta(days=7)))
    with closing(server.connect(database)) as connection:
        for statement in (
            *(one for member in EVERYBODY for one in put_member(member, match_key(member.name))),
            *acting,
        ):
            connection.execute(statement.encode() if isinstance(statement, str) else statement)
    yield database
    server.drop(database)


@pytest.fixture
def as_(server: OwnServer, there: str, own_places: None, capsys: pytest.CaptureFixture[str]) -> As:
    """Commands of a login, on a day."""
    return lambda login, day=TODAY: commands_for(server.address(there, login), day, capsys)


def same_figures(one: Says, other: Says) -> int:
    """The children that both are shown; a manager is none of their own workers, and one of everybody else's."""
    mine, theirs = (told(says, "today")["counts"] for says in (one, other))
    for figure in ("children", "unallocated", "urgent"):
        assert mine[figure] == theirs[figure], figure
    return int(mine["children"])


def test_a_service_manager_reads_the_same_figures_and_no_word_of_anybody(
    server: OwnServer, there: str, as_: As, tmp_path: Path
) -> None:
    manager, service = as_("manager"), as_("service")
    assert same_figures(service, manager) > 10
    says = [
        service(*typed.split()) for typed in ("today", "sight", "sight --all-teams", "outlook", "effect", "journal")
    ]
    says.append(service("export", "sight", "--to", tmp_path / "sight.html"))
    assert [(code, err) for code, _, err in says] == [(0, "")] * len(says)
    said = "".join(out for _, out, _ in says) + (tmp_path / "sight.html").read_text("utf-8")
    store = open_store(server.address(there, "manager"))
    with closing(store):
        words = [
            one for row in store.rows("SELECT name FROM worker_now UNION SELECT reference FROM child") for one in row
        ]
        words += [text for (text,) in store.rows("SELECT text FROM worry UNION SELECT text FROM decision") if text]
    assert len(words) > 30
    assert [word for word in words if word in said] == []


def test_a_service_managers_past_day_is_refused_in_a_sentence(as_: As) -> None:
    for what in ("today", "sight"):
        code, out, err = as_("service", "2026-09-15")(what)
        assert (code, out) == (2, "")
        assert "figures of today and of the months that are kept" in err


def test_an_auditor_reads_the_whole_journal_and_is_told_that_nothing_else_is_theirs(as_: As) -> None:
    auditor = as_("auditor")
    assert len(told(auditor, "journal")) > len(told(as_("manager"), "journal")) > 300
    assert not any(row.get("before") or row.get("after") for row in told(auditor, "journal"))
    assert auditor("verify")[0] == 0
    for typed in ("today", "sight", "search mum", "retention list"):
        code, out, err = auditor(*typed.split())
        assert (code, out) == (2, "")
        assert "an auditor's: it reads the journal (`oversight journal`" in err
    assert "Your teams: none." in auditor("mine")[1]


def test_a_deputy_is_told_when_it_is_their_turn_and_not_that_there_is_no_team(as_: As) -> None:
    code, out, err = as_("deputy")("today")
    assert (code, out) == (2, "")
    assert "You act for nobody today" in err
    assert "who keeps the server says for whom" in err
    assert "you do from " in as_("tomorrow")("today")[2]
    assert "Your teams: none." in as_("deputy")("mine")[1]


def test_a_reader_has_the_managers_morning_and_their_look_back(as_: As) -> None:
    manager, reader = as_("manager"), as_("reader")
    assert same_figures(reader, manager) > 10
    assert same_figures(as_("reader", "2026-09-15"), as_("manager", "2026-09-15")) > 10
    assert f"Your teams: {TEAM}." in reader("mine")[1]
    worker = next(row["worker"] for row in told(manager, "today")["attention"] if row["worker"])
    assert manager("worker", worker, "--personal")[0] == 0
    code, out, err = reader("worker", worker, "--personal")
    assert (code, out) == (2, "")
    assert "own file is for who supervises them" in err


def test_who_keeps_the_server_records_in_nobodys_name(as_: As) -> None:
    keeper = as_(SUPERUSER)
    child = next(row["child"] for row in told(keeper, "today")["attention"] if row["child"])
    before = told(keeper, "child", child)
    code, out, err = keeper("discuss", child, "--text", "Seen at school")
    assert (code, out) == (2, "")
    assert "keeps the server and has no name of its own" in err
    assert told(keeper, "child", child) == before


def test_a_login_that_nobody_let_in_is_told_so_and_not_that_there_is_no_store(
    server: OwnServer, there: str, as_: As
) -> None:
    with closing(server.connect(there)) as connection:
        connection.execute("CREATE ROLE passer_by LOGIN")
    code, out, err = as_("passer_by")("today")
    assert (code, out) == (2, "")
    assert "The login passer_by was not let in at the store" in err
