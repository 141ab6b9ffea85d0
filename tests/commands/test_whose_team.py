"""Whose team it was and since when, as the manager says it, and what was decided in it."""

import pytest

from tests.commands.saying import Says, told


@pytest.mark.any_file_store("on a server nobody reads who else sat where")
def test_who_takes_a_team_over_says_since_when_and_the_page_says_who_was_accountable_before(says: Says) -> None:
    told(says, "mine", "Angela Brathwaite", "--team", "North Team", "--from", "1 Sep")
    told(says, "mine", "Jo Hale", "--from", "28 Sep")
    told(says, "workers", "edit", "Amira", "--home", "North Team", "--on", "1 Sep")
    said = told(says, "worker", "Amira")["accountable"]
    assert [(one["manager"], one["from"], one["to"]) for one in said if one["manager"]] == [
        ("Angela Brathwaite", "2026-09-01", "2026-09-27"),
        ("Jo Hale", "2026-09-28", None),
    ]
    told(says, "mine", "Ann Lee", "--from", "20 Sep")
    said = told(says, "worker", "Amira")["accountable"]
    assert [(one["manager"], one["to"]) for one in said if one["manager"]] == [
        ("Angela Brathwaite", "2026-09-19"),
        ("Ann Lee", None),
    ]
    assert says("mine", "--from", "28 Sep")[0] == 2
    assert says("mine", "Jo Hale", "--from", "1 Dec 2026")[0] == 2


def test_a_kind_of_decision_is_named_as_the_screen_or_the_policy_does(says: Says) -> None:
    told(says, "decide", "C-1", "See her before Friday", "--kind", "visit", "--because", "Nobody has")
    for kind in ("visit", "Visit"):
        assert [one["text"] for one in told(says, "decisions", "--kind", kind)["decisions"]] == [
            "See her before Friday"
        ]
    code, _, complaint = says("decisions", "--kind", "visits")
    assert (code, "There is no decision kind 'visits'. There are agree, visit," in complaint) == (2, True)
