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
