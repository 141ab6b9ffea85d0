"""IT lets one act for another for days ahead, sees who does, changes the days, and takes them back."""

from contextlib import closing

import pytest

from tests.commands.saying import Says, commands_for, told
from tests.server.own_server import OwnServer

pytestmark = pytest.mark.usefixtures("own_places")
ACT = ("server", "act-for", "ben", "amira")


@pytest.fixture(scope="module")
def database(server: OwnServer) -> str:
    return server.new_database()


@pytest.fixture
def says(server: OwnServer, database: str, capsys: pytest.CaptureFixture[str]) -> Says:
    """On Saturday 28 November; Ben is a deputy, Amira and Cleo are managers, and nobody acts for anybody."""
    with closing(server.connect(database)) as past:
        past.execute("DELETE FROM main.acting; DELETE FROM main.member WHERE login <> 'tester'")
        for login, role in (("amira", "manager"), ("cleo", "manager"), ("ben", "deputy"), ("aud", "auditor")):
            past.execute("INSERT INTO main.member (login, name, role) VALUES (%s, %s, %s)", (login, login, role))
    return commands_for(server.address(database, "postgres"), "2026-11-28", capsys)


def acting(says: Says, login: str = "ben") -> list[tuple[str, str, str]]:
    (one,) = (one for one in told(says, "server", "users") if one["login"] == login)
    return [(other["login"], other["from"], other["to"]) for other in one["acts_for"]]


@pytest.mark.parametrize(
    ("first", "last", "from_day", "to_day"),
    [
        ("1/12", "11/12", "2026-12-01", "2026-12-11"),
        ("today", "fri", "2026-11-28", "2026-12-04"),
        ("sat", "sat", "2026-11-28", "2026-11-28"),
        ("14/12", "fri", "2026-12-14", "2026-12-18"),
        ("28 Dec", "3 Jan", "2026-12-28", "2027-01-03"),
        ("1/12/2027", "11/12", "2027-12-01", "2027-12-11"),
        ("tomorrow", "+8d", "2026-11-29", "2026-12-06"),
        ("20/11/2026", "1/12", "2026-11-20", "2026-12-01"),
    ],
)
def test_the_days_are_ahead_however_they_are_typed(
    says: Says, first: str, last: str, from_day: str, to_day: str
) -> None:
    code, _, err = says(*ACT, "--from", first, "--to", last)
    assert (code, err) == (0, "")
    assert acting(says) == [("amira", from_day, to_day)]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (("1/11/2026", "27/11/2026"), "Sun 1 Nov 2026 to Fri 27 Nov 2026 has passed"),
        (("14/12/2026", "11/12/2026"), "The last day, Fri 11 Dec 2026, is before the first, Mon 14 Dec 2026"),
        (("14/12", "tomorrow"), "The last day, Sun 29 Nov 2026, is before the first, Mon 14 Dec 2026"),
        (("27/11", "4/12"), "write it with its year, 2026-11-27 or 2027-11-27"),
    ],
)
def test_days_on_which_nobody_could_act_are_refused_as_they_were_understood(
    says: Says, typed: tuple[str, str], why: str
) -> None:
    code, out, err = says(*ACT, "--from", typed[0], "--to", typed[1])
    assert (code, out) == (2, "")
    assert why in err
    assert acting(says) == []


def test_who_acts_for_whom_is_listed_as_long_as_it_is_not_over(says: Says) -> None:
    says(*ACT, "--from", "1/12", "--to", "11/12")
    says("server", "act-for", "ben", "cleo", "--from", "today", "--to", "today")
    assert (
        "ben: ben, deputy, acts for cleo from Sat 28 Nov 2026 to Sat 28 Nov 2026, "
        "acts for amira from Tue 1 Dec 2026 to Fri 11 Dec 2026.\n"
    ) in says("server", "users")[1]
    assert [one[0] for one in acting(says)] == ["cleo", "amira"]


def test_days_that_overlap_are_replaced_and_others_added(says: Says) -> None:
    says(*ACT, "--from", "1/12", "--to", "11/12")
    code, out, _ = says(*ACT, "--from", "1/12", "--to", "4/12")
    assert code == 0
    assert out.endswith("the place of what was said before, from Tue 1 Dec 2026 to Fri 11 Dec 2026.\n")
    assert acting(says) == [("amira", "2026-12-01", "2026-12-04")]
    assert "place" not in says(*ACT, "--from", "7/12", "--to", "8/12")[1]
    assert len(acting(says)) == 2
    says(*ACT, "--from", "4/12", "--to", "7/12")
    assert acting(says) == [("amira", "2026-12-04", "2026-12-07")]


def test_acting_is_taken_back_and_what_has_passed_of_it_stays(says: Says, server: OwnServer, database: str) -> None:
    says(*ACT, "--from", "20/11/2026", "--to", "4/12")
    says(*ACT, "--from", "7/12", "--to", "8/12")
    says("server", "act-for", "ben", "cleo", "--from", "7/12", "--to", "8/12")
    assert "DELETE" in says(*ACT, "--end", "--dry-run")[1]
    code, out, err = says(*ACT, "--end")
    assert (code, err) == (0, "")
    assert out.startswith("ben does not act for amira any more, from now on. It was from Fri 20 Nov 2026")
    assert [one[0] for one in acting(says)] == ["cleo"]
    with closing(server.connect(database)) as past:
        rows = past.execute("SELECT first_day, last_day FROM main.acting WHERE for_login = 'amira'").fetchall()
    assert rows == [("2026-11-20", "2026-11-27")]
    code, _, err = says(*ACT, "--end")
    assert code == 2
    assert "ben does not act for amira, neither today nor on a day to come" in err


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (("ben", "amira"), "--from DAY --to DAY"),
        (("ben", "amira", "--end", "--to", "4/12"), "--end takes back all days"),
        (("ben", "ben", "--from", "1/12", "--to", "4/12"), "Nobody acts for themselves"),
        (("ben", "nobody", "--from", "1/12", "--to", "4/12"), "nobody may not use this store"),
        (("ben", "aud", "--from", "1/12", "--to", "4/12"), "only for a manager can somebody act"),
        (("aud", "amira", "--from", "1/12", "--to", "4/12"), "only a deputy or another manager acts"),
    ],
)
def test_what_cannot_be_is_a_sentence_and_changes_nothing(says: Says, typed: tuple[str, ...], why: str) -> None:
    code, out, err = says("server", "act-for", *typed)
    assert (code, out) == (2, "")
    assert why in err
    assert acting(says) == []
