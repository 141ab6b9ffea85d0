"""What is decided, to be done and taken further about a worker is read in their own file and nowhere else."""

import json
from typing import Any

from tests.commands.saying import Says, told

WORDS = ("formal capability", "occupational health", "grievance")


def people(says: Says) -> tuple[str, str]:
    """A worker of the team, and the reference of a child whom that worker holds."""
    found = told(says, "today")
    worker = found["workers"][0]["name"]
    return worker, next(one["reference"] for one in found["children"] if one["worker"] == worker)


def said_about(says: Says, worker: str) -> list[str]:
    """A decision, an action and an escalation about the worker; their ids."""
    return [
        told(says, "decide", worker, "Start formal capability", "--review", "1 Oct 2026", "--on", "2026-09-20")["id"],
        told(says, "action", "add", worker, "Refer to occupational health", "--owner", worker, "--by", "2026-10-02")[
            "id"
        ],
        told(says, "escalate", worker, "A grievance was raised", "--to", "Occupational health", "--on", "2026-09-01")[
            "id"
        ],
    ]


def rows_about(says: Says, worker: str, ids: list[str]) -> list[Any]:
    return [row for row in told(says, "today")["attention"] if row["id"] in ids]


def test_the_list_says_no_more_than_that_something_about_the_worker_is_due(says: Says) -> None:
    worker, _ = people(says)
    ids = said_about(says, worker)
    rows = rows_about(says, worker, ids)
    assert {row["id"] for row in rows} == set(ids)
    assert {row["worker"] for row in rows} == {worker}
    assert any(row["summary"].startswith(f"A decision about {worker}") for row in rows)
    for printed in (
        ("today",),
        ("today", "--print"),
        ("today", "--ahead", "9"),
        ("action", "list"),
        ("worker", worker),
    ):
        for form in ((), ("--json",)):
            said = says(*printed, *form)[1].casefold()
            assert not [words for words in WORDS if words in said], (printed, form)


def test_an_action_about_a_worker_that_somebody_else_owns_is_said_of_whom_it_is_about(says: Says) -> None:
    worker, _ = people(says)
    owner = next(one["name"] for one in told(says, "today")["workers"] if one["name"] != worker)
    for who in (owner, "me", "outside: Jo Reed"):
        action = told(says, "action", "add", worker, "A plan with HR", "--owner", who, "--by", "2026-10-02")["id"]
        (row,) = rows_about(says, worker, [action])
        assert row["summary"].startswith(f"An action about {worker}, by 2 Oct"), who


def test_the_page_of_a_worker_names_who_else_owns_an_action_about_their_child(says: Says) -> None:
    worker, child = people(says)
    told(says, "action", "add", child, "Ring the GP", "--owner", "outside: Dr Lowe", "--by", "2026-10-05")
    told(says, "action", "add", child, "See the school", "--owner", worker, "--by", "2026-10-05")
    page = says("worker", worker)[1]
    assert f"{child}: Dr Lowe: Ring the GP by 5 Oct" in page
    assert f"{child}: See the school by 5 Oct" in page


def test_a_peer_who_stands_in_reads_nothing_of_it(says: Says) -> None:
    worker, _ = people(says)
    ids = said_about(says, worker)
    told(says, "absence", worker, "--from", "2026-10-02", "--to", "2026-10-09", "--because", "leave")
    page = says("cover", worker, "--open")[1]
    assert f"about {worker}" not in page
    assert not set(ids) & {row["id"] for row in told(says, "cover", worker, "--open")["now"]}


def test_the_own_file_has_the_words_and_its_reading_is_in_the_journal(says: Says) -> None:
    worker, _ = people(says)
    said_about(says, worker)
    own = json.dumps(told(says, "worker", worker, "--personal")["about_worker"]).casefold()
    assert all(words in own for words in WORDS)
    assert "opened_personal" in says("journal", "--json", "--personal")[1]
    assert f"opened_personal {worker}" in says("journal", "--personal")[1]


def test_why_a_worker_is_away_in_the_managers_words_is_printed_where_the_own_file_is(says: Says) -> None:
    worker, _ = people(says)
    told(says, "absence", worker, "--from", "2026-10-02", "--because", "an operation on her knee")
    for words in (("journal", "--json"), ("journal",), ("worker", worker), ("worker", worker, "--json"), ("changes",)):
        assert "knee" not in says(*words)[1]
    assert "knee" in says("journal", "--json", "--personal")[1]


def test_an_entry_of_the_own_file_can_be_corrected(says: Says) -> None:
    worker, _ = people(says)
    entry = told(says, "personal", worker, "reflection", "Thought about cuort work")["id"]
    told(says, "correct", entry, "--text", "Thought about court work", "--on", "2026-09-30")
    (one,) = told(says, "worker", worker, "--personal")["personal"]
    assert (one["text"], one["on"]) == ("Thought about court work", "2026-09-30")
    assert "court work" not in says("worker", worker)[1] + says("journal", "--json")[1]


def test_a_worry_as_the_child_reads_it_does_not_name_who_came_with_it(says: Says) -> None:
    _, child = people(says)
    told(says, "worry", "raise", child, "Cries at the gate", "--who", "Mrs Ives next door", "--severity", "3")
    assert "Mrs Ives" in says("child", child)[1]
    as_child = says("child", child, "--as-child")[1]
    assert "Cries at the gate" in as_child
    assert "Mrs Ives" not in as_child


def test_an_agreement_that_is_to_be_renewed_is_due_in_the_own_file_and_no_word_of_it_is_on_the_list(says: Says) -> None:
    worker, _ = people(says)
    signed = ("--signed-by-worker", "2026-09-01", "--signed-by-manager", "2026-09-02")
    asked = ("--on", "2026-09-01", "--renew", "2026-10-01", *signed)
    first = told(says, "personal", worker, "agreement", "Mondays at ten", *asked)["id"]
    (row,) = rows_about(says, worker, [first])
    assert (row["kind"], row["state"], row["worker"], row["days_over"]) == ("own_file", "overdue", worker, 1)
    assert "Mondays" not in says("today")[1] + says("today", "--print")[1]
    told(says, "personal", worker, "agreement", "Tuesdays at ten", "--follows", first, "--renew", "2027-10-01")
    assert rows_about(says, worker, [first]) == []


def test_the_json_of_a_page_as_the_child_reads_it_holds_no_more_than_that_page(says: Says) -> None:
    _, child = people(says)
    told(says, "worry", "raise", child, "Cries at the LAC gate", "--who", "ZQV Ives next door", "--severity", "3")
    page, letter = says("child", child, "--as-child")[1], says("child", child, "--as-child", "--json")[1]
    for as_child in (page, letter):
        assert "Cries at the LAC gate" in as_child
        assert "'LAC' without its words" in as_child
        assert "ZQV" not in as_child  # nor in a hint
    *_, last = told(says, "child", child, "--as-child")["entries"]
    assert set(last) == {"id", "happened_on", "by", "text", "because", "hints"}


def test_a_remark_about_a_worker_is_hinted_at_on_the_page_as_the_child_reads_it(says: Says) -> None:
    worker, child = people(says)
    told(says, "discuss", child, "--text", f"{worker} was late with her paperwork again")
    assert "is about the worker: own file" in says("child", child, "--as-child")[1]


def test_the_json_of_a_childs_significant_entries_holds_only_those(says: Says) -> None:
    _, child = people(says)
    told(says, "discuss", child, "--text", "Talked about shoes")
    told(says, "decide", child, "See her on Friday", "--because", "She asked for it")
    entries = told(says, "child", child, "--significant")["entries"]
    assert [one["kind"] for one in entries] == ["decision"]


def test_one_decision_is_never_about_a_worker_and_a_child(says: Says) -> None:
    worker, child = people(says)
    for first, other in ((worker, child), (child, worker)):
        code, _, err = says("decide", first, "Start formal capability", "--because", "Three visits", "--also", other)
        assert code == 2
        assert "own file" in err
        assert "Nothing was recorded" in err
    assert "capability" not in says("child", child)[1]


def test_a_peer_who_stands_in_reads_nothing_of_the_workers_own_supervision(says: Says) -> None:
    worker, _ = people(says)
    told(says, "supervision", "plan", worker, "--on", "2026-10-05")
    told(says, "supervision", "cancel", worker, "--on", "2026-10-05", "--because", "Went home in tears")
    told(says, "absence", worker, "--from", "2026-10-12", "--to", "2026-11-20", "--because", "leave")
    page, found = says("cover", worker, "--open")[1], told(says, "cover", worker, "--open")
    assert "in tears" not in page + json.dumps(found)
    assert {row["kind"] for row in found["now"]}.isdisjoint({"supervision", "session_not_rebooked"})
    assert {row["what"] for row in found["ahead"]}.isdisjoint({"supervision_ideal", "supervision_limit"})
