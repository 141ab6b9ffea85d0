"""What each login is told of a store of which it sees a part: that it is the one that was seen here before, or, after
the server went back to an earlier moment, that it is not; and how it takes that as it is.
"""

from collections.abc import Callable, Iterator

import pytest

from tests.commands.saying import Says, commands_for, told
from tests.server.own_server import OwnServer

pytestmark = pytest.mark.usefixtures("own_places")
As = Callable[[str], Says]
IN_PART = ("ann", "dee", "rob", "sam", "eve")


@pytest.fixture
def database(server: OwnServer, authority: str) -> Iterator[str]:
    copy = server.new_database(authority)
    yield copy
    server.drop(copy)


@pytest.fixture
def as_(server: OwnServer, database: str, capsys: pytest.CaptureFixture[str]) -> As:
    return lambda login: commands_for(server.address(database, login), "2026-11-23", capsys)


def looked_at(says: Says) -> str:
    """The doctor's page, on which nothing about the store is wrong."""
    out = says("doctor")[1]
    wrong = out.rpartition("Look at:")[2]
    assert not any(one in wrong for one in ("Server", "Login", "Guards", "Journal", "Board"))
    return out


def test_the_doctor_finds_nothing_wrong_where_a_login_sees_a_part(as_: As) -> None:
    for login in IN_PART:
        out = looked_at(as_(login))
        assert "Journal, not checked here: It is the one that was seen here before." in out
        assert "Guards, ok" in out
        assert "oversight restore" not in out


def test_the_doctor_looks_through_the_journal_with_an_auditor(as_: As) -> None:
    out = looked_at(as_("aud"))
    assert "each as it was written" in out
    assert "Records, not checked here" in out
    assert "Board" not in out


def test_after_going_back_each_is_told_and_takes_the_store_as_it_is_once(
    server: OwnServer, authority: str, database: str, as_: As
) -> None:
    assert as_("eve")("note", "add", "Ring the head")[0] == 0
    server.drop(database)
    server.new_database(authority, named=database)
    for login in ("ann", "sam"):  # whose anchors are one, on this machine
        code, out, _ = as_(login)("doctor")
        assert code == 1
        assert "Journal, broken: This store is older than what was seen here" in out
        code, _, err = as_(login)("verify")
        assert code == 2
        assert "This store is older than what was seen here" in err
    code, out, _ = as_("ann")("verify", "--accept")
    assert code == 0
    assert "Accepted, and in the journal: This store is older" in out
    assert "verify the rest" in out
    assert told(as_("aud"), "journal")[-1]["who"] == "Ann Able"
    for login in ("ann", "sam"):
        looked_at(as_(login))
        assert told(as_(login), "verify", "--accept") == {"accepted": []}


@pytest.mark.parametrize("login", [*IN_PART, "aud"])
def test_each_may_accept(server: OwnServer, authority: str, database: str, as_: As, login: str) -> None:
    assert as_("ann")("note", "add", "Ring the head")[0] == 0
    server.drop(database)
    server.new_database(authority, named=database)
    code, out, _ = as_(login)("verify", "--accept")
    assert code == 0
    assert "Accepted, and in the journal: This store is older" in out
