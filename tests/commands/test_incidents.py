"""The list of serious incidents: those in hand first, and what became of each."""

from tests.commands.saying import Says, told


def test_those_in_hand_stand_first_with_what_is_still_to_be_done(says: Says) -> None:
    told(says, "incident", "record", "C-1", "Hurt at school", "--on", "yesterday", "--no-hold")
    told(says, "incident", "record", "C-2", "Found on the roof", "--at", "9.10", "--told", "Director@9.25")
    _, first = told(says, "incident", "list")["incidents"]
    assert first["text"] == "Hurt at school"
    for step in ("notified", "reviewed", "closed"):
        told(says, "incident", "step", str(first["id"]), step, "--because", "It is done")
    told(says, "incident", "record", "C-1", "Older, and open", "--on", "1/8/2026", "--no-hold")
    listed = told(says, "incident", "list")["incidents"]
    assert [(one["text"], one["closed"]) for one in listed] == [
        ("Found on the roof", False),
        ("Older, and open", False),
        ("Hurt at school", True),
    ]
    assert [one["what"] for one in listed[0]["to_do"]] == ["notify", "hold the rapid review"]
    assert (listed[0]["told"][0]["who"], listed[0]["told"][0]["at"]) == ("Director", "09:25")
    lines = says("incident", "list", "--from", "today")[1]
    assert "2 serious incidents in hand; closed of " in lines
    assert "  Told: Director, " in lines
    assert "Hurt" not in lines


def test_a_step_is_said_once_and_an_incident_is_withdrawn_with_all_that_was_said_of_it(says: Says) -> None:
    what = str(told(says, "incident", "record", "C-1", "Fell", "--told", "Director@9.25", "--no-hold")[0]["id"])
    told(says, "incident", "step", what, "notified")
    not_held = str(told(says, "incident", "step", what, "no_review", "--because", "An accident")["id"])
    for again in ("notified", "not_notifiable", "reviewed"):
        code, _, complaint = says("incident", "step", what, again, "--because", "x")
        assert code
        assert "already: " in complaint
        assert "Withdraw that first. Nothing was recorded." in complaint
    told(says, "withdraw", not_held, "--because", "Typed by mistake")
    told(says, "incident", "step", what, "reviewed")
    gone = told(says, "withdraw", what, "--because", "Another child")["says"]
    assert gone.endswith("So is what followed it: 3 entries.")
    assert [one["withdrawn"] for one in _of_incidents(says)] == [True] * 5
    told(says, "undo", "--yes")
    assert [one["withdrawn"] for one in _of_incidents(says)].count(True) == 1


def _of_incidents(says: Says) -> list[dict[str, object]]:
    return [one for one in told(says, "child", "C-1")["entries"] if one["kind"] == "incident"]
