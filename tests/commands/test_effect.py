"""A manager asks what came of it: for the team in numbers, for one worker in the worker's own file."""

import pytest

from tests.commands.saying import Says, told


@pytest.fixture
def amira(says: Says) -> str:
    return str(told(says, "today")["workers"][0]["name"])


def test_a_decision_is_looked_at_again_and_whether_it_changed_something_counts(says: Says) -> None:
    """Today is Friday 2 October 2026."""
    first, second, third = (
        told(says, "decide", "C-1", what, "--because", "It helps", "--on", "2026-09-01", "--review", "2026-09-25")["id"]
        for what in ("Visit at tea time", "Ring the school", "Ask gran")
    )
    says_it = told(says, "review", first, "--because", "Tea is calm now", "--changed", "yes")["says"]
    assert says_it.endswith("settled. It changed something.")
    told(says, "review", second, "--because", "No answer", "--changed", "no", "--next", "2026-10-30")
    (team,) = told(says, "effect")["teams"]
    assert team["of"]["decisions"] == 2
    figures = team["figures"]
    assert (figures["decisions_changed"], figures["decisions_nothing"]) == (1, 1)
    assert figures["decisions_not_reviewed"] == 1
    (rows,) = told(says, "effect", "--rows", "decisions_not_reviewed")["teams"]
    (row,) = rows["rows"]
    assert (row["child"], row["about"]) == ("C-1", third)
    assert [one["what"] for one in row["evidence"]] == ["decided", "to_be_reviewed"]
    told_again = says("child", "C-1")[1]
    assert "Looked at again and settled: it changed something" in told_again
    _, out, _ = says("effect")
    assert "1 of 2 changed something for the child [decisions_changed]" in out
    assert "Tea is calm" not in out


def test_a_review_taken_back_counts_no_more(says: Says) -> None:
    made = told(says, "decide", "C-1", "Visit", "--because", "x", "--on", "2026-09-01", "--review", "2026-09-25")["id"]
    told(says, "review", made, "--because", "Good", "--changed", "yes")
    assert told(says, "effect")["teams"][0]["figures"]["decisions_changed"] == 1
    assert says("undo")[0] == 0
    assert told(says, "effect")["teams"][0]["of"]["decisions"] == 0
    _, out, _ = says("effect")
    assert "No decision was looked at again." in out


def test_where_nothing_is_known_that_is_said(says: Says) -> None:
    worry = told(says, "worry", "raise", "C-2", "Nobody answers the door", "--on", "2026-09-01")["id"]
    told(says, "worry", "close", worry, "--because", "They moved in with gran")
    _, out, _ = says("effect")
    assert "1 of 1 not known: nobody gave a second number [worries_not_known]" in out
    assert "So of none of them is known what came of it." in out
    assert "%" not in out


def test_what_a_worker_says_of_supervision_is_in_their_own_file_alone(says: Says, amira: str) -> None:
    held = ("supervision", "hold", amira, "--on", "2026-09-10", "--changed", "yes", "--said", "Quokka asked dad")
    assert told(says, *held)["says"].endswith("What they said of it is in their own file.")
    told(says, "supervision", "hold", amira, "--on", "2026-09-24")
    told(says, "personal", amira, "feedback", "Too many lists", "--changed", "no", "--on", "2026-09-25")
    told(says, "supervision", "hold", amira, "--on", "2026-10-01")
    course = told(says, "personal", amira, "learning", "Direct work, two days", "--on", "2026-06-01")["id"]
    told(says, "personal", amira, "learning", "Drew the house with C-1", "--follows", course)
    told(says, "personal", amira, "goal", "Leads a core group")
    own = told(says, "effect", amira, "--personal")
    assert [one["text"] for one in own["changed"]] == ["Quokka asked dad"]
    assert [one["text"] for one in own["nothing"]] == ["Too many lists"]
    assert (own["held"], own["not_asked"]) == (["2026-09-10", "2026-09-24", "2026-10-01"], ["2026-10-01"])
    (learnt,) = own["learning"]
    assert [one["text"] for one in learnt["after"]] == ["Drew the house with C-1"]
    assert [one["after"] for one in own["goals"]] == [[]]
    _, out, _ = says("effect", amira, "--personal")
    assert "1 of 2: it changed something" in out
    assert "Asked after 2 of 3 one-to-ones" in out
    assert "Nothing is recorded of what came of it." in out
    opened = [one for one in told(says, "journal", "--personal") if one["what"] == "opened_personal"]
    assert len(opened) == 2
    for asked in (("effect",), ("worker", amira), ("journal",), ("changes",), ("search", "quokka")):
        assert "Quokka" not in says(*asked)[1]
    assert "It changed something" not in says("journal")[1]


def test_feedback_goes_with_the_session_when_that_is_undone(says: Says, amira: str) -> None:
    told(says, "supervision", "hold", amira, "--on", "2026-09-10", "--changed", "no")
    assert [one["text"] for one in told(says, "effect", amira, "--personal")["nothing"]] == ["It changed nothing"]
    code, _, asked = says("undo")
    assert code == 2
    assert "1 more entry" in asked
    assert says("undo", "--yes")[0] == 0
    own = told(says, "effect", amira, "--personal")
    assert (own["nothing"], own["held"]) == ([], [])
    assert says("redo")[0] == 0
    own = told(says, "effect", amira, "--personal")
    assert (len(own["nothing"]), len(own["held"])) == (1, 1)


def test_nobody_is_asked_after_a_group_or_an_observation(says: Says, amira: str) -> None:
    for kind in ("group", "observation"):
        code, _, complained = says("supervision", "hold", amira, "--kind", kind, "--changed", "yes")
        assert (code, complained.split(".")[0]) == (
            2,
            "Only after a one-to-one is the worker asked whether it changed something",
        )
    assert told(says, "worker", amira)["sessions"] == []
    code, _, complained = says("personal", amira, "reflection", "A hard week", "--changed", "yes")
    assert (code, complained.split(".")[0]) == (2, "Whether supervision changed something is said of feedback")


def test_one_worker_is_asked_for_with_their_own_file_or_not_at_all(says: Says, amira: str) -> None:
    code, out, complained = says("effect", amira)
    assert (code, out) == (2, "")
    assert "--personal opens it" in complained
    assert says("effect", "--personal")[0] == 2
    assert says("effect", amira, "--personal", "--rows", "drift_actions")[0] == 2
    assert [one for one in told(says, "journal", "--personal") if one["what"] == "opened_personal"] == []
    assert says("effect", "--from", "2026-10-05")[0] == 2
    assert says("effect", "--team", "Nowhere")[0] == 2
