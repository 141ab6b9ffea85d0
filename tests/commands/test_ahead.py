"""What comes due in the days ahead is told before it does, under the name of whoever is to do it."""

import pytest

from tests.commands.saying import Says, told


def ahead(says: Says, what: str) -> list[tuple[str, str | None, str | None]]:
    rows = told(says, "today", "--ahead", "14")["ahead"]
    return [(row["on"], row["worker"], row["child"]) for row in rows if row["what"] == what]


@pytest.mark.parametrize(
    ("typed", "what", "on"),
    [
        (("discuss", "C-1", "--asked", "--text", "Mum rang", "--on", "2026-10-06"), "discussion_open", "2026-10-06"),
        (("escalate", "C-1", "No reply", "--to", "Head"), "escalation", None),
        (("discuss", "C-1", "--text", "Mum rang"), "discussion_not_on_file", None),
        (("children", "add", "C-9"), "unallocated", "2026-10-09"),
        (("workers", "edit", "Amira", "--leaves", "2026-10-12"), "last day", "2026-10-12"),
    ],
)
def test_what_is_on_the_list_before_its_day_is_ahead_on_its_day(
    says: Says, typed: tuple[str, ...], what: str, on: str | None
) -> None:
    before = ahead(says, what)
    told(says, *typed)
    (new,) = [one for one in ahead(says, what) if one not in before]
    listed = [
        row["due_on"] for row in told(says, "today")["attention"] if row["kind"] == what and row["child"] == new[2]
    ]
    assert new[0] == (on or listed[0])


def test_an_action_is_ahead_under_the_name_of_whom_it_is_late_for(says: Says) -> None:
    told(says, "action", "add", "C-1", "Ring school", "--owner", "Ben", "--by", "2026-10-06")
    told(says, "action", "add", "C-1", "Write", "--owner", "outside: School nurse", "--by", "2026-10-07")
    assert ahead(says, "action") == [("2026-10-06", "Ben Ortiz", "C-1"), ("2026-10-07", "Amira Khan", "C-1")]
