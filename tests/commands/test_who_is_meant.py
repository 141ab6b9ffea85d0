"""Whoever is named in a command is found the same way everywhere, or is said to be of no team."""

import pytest

from tests.commands.saying import Says, told


@pytest.fixture
def two_amiras(says: Says) -> Says:
    """A second worker of the first name of one."""
    told(says, "workers", "add", "Amira Begum")
    told(says, "decide", "C-1", "Visit", "--because", "Not seen")
    return says


def named(says: Says, name: str) -> tuple[tuple[str, ...], ...]:
    """Every command in which somebody is named, with this name in it."""
    page = told(says, "child", "C-1")["entries"]
    decision = next(one["id"] for one in page if one["kind"] == "decision")
    return (
        ("workers", "edit", "Ben Ortiz", "--supervisor", name),
        ("workers", "edit", "Ben Ortiz", "--second-supervisor", name),
        ("workers", "add", "Zoe Adams", "--supervisor", name),
        ("disagree", decision, "Too soon", "--who", name),
        ("absence", "Ben Ortiz", "--from", "today", "--because", "leave", "--covered-by", name),
        ("cover", "Ben Ortiz", "--by", name),
        ("supervision", "hold", "Ben Ortiz", "--yes", "--supervisor", name),
        ("action", "add", "C-1", "Ring school", "--owner", name, "--by", "+3d"),
        ("worry", "raise", "C-1", "Weight", "--owner", name),
        ("work", "hand-in", "C-1", "Assessment", "--by", name),
    )


def test_a_name_of_two_is_refused_with_both(two_amiras: Says) -> None:
    for typed in named(two_amiras, "amira"):
        code, out, complaint = two_amiras(*typed)
        assert (code, out) == (2, ""), typed
        assert ("Amira Khan" in complaint, "Amira Begum" in complaint) == (True, True), typed


def test_a_name_of_nobody_is_refused_with_what_to_write_for_somebody_else(two_amiras: Says) -> None:
    for typed in named(two_amiras, "zzzz"):
        code, out, complaint = two_amiras(*typed)
        assert (code, out) == (2, ""), typed
        assert "outside: zzzz" in complaint, typed


def test_a_name_of_one_is_written_whole_and_somebody_else_as_typed(two_amiras: Says) -> None:
    for typed in (*named(two_amiras, "khan"), *named(two_amiras, "outside: Priya Lead")):
        if typed[0] != "absence" and typed[:2] != ("workers", "add"):  # which are recorded once
            assert two_amiras(*typed)[0] == 0, typed
    page = told(two_amiras, "worker", "Ben Ortiz")
    assert (page["supervisor"], page["second_supervisor"]) == ("Priya Lead", "Priya Lead")


def test_whole_words_of_a_name_are_meant_before_a_part_of_another(two_amiras: Says) -> None:
    told(two_amiras, "workers", "add", "Joanna Khan")
    told(two_amiras, "workers", "add", "Anna Reid")
    assert told(two_amiras, "worker", "anna")["name"] == "Anna Reid"
    code, _, complaint = two_amiras("absence", "khan", "--from", "today", "--because", "leave")
    assert (code, "Joanna Khan" in complaint, "Amira Khan" in complaint) == (2, True, True)


OF_ME = (
    ("worker", "me"),
    ("agenda", "me"),
    ("supervision", "hold", "me", "--supervisor", "outside: Ada Lind"),
    ("supervision", "plan", "me", "--on", "+7d", "--supervisor", "outside: Ada Lind"),
    ("opening", "me", "--on", "2026-08-01"),
    ("absence", "me", "--from", "+10d", "--because", "leave"),
    ("handover", "C-1", "--to", "me"),
    ("discuss", "C-2", "--text", "He is well", "--worker", "Myself"),
    ("decide", "me", "Training", "--because", "Asked for it"),
    ("action", "add", "me", "Book it", "--owner", "me", "--by", "+3d"),
    ("personal", "me", "reflection", "Calm"),
    ("workers", "edit", "me", "--fte", "0.8"),
    ("cover", "me", "--by", "Ben Ortiz"),
)


def test_me_is_the_manager_wherever_a_worker_is_named_if_they_are_one(says: Says) -> None:
    told(says, "workers", "add", "Mia Boss")
    told(says, "workers", "add", "James Meadows")
    told(says, "mine", "Mia Boss")
    for typed in OF_ME:
        code, out, complaint = says(*typed)
        assert (code, complaint) == (0, ""), (typed, complaint)
        assert "Mia Boss" in out or typed[0] in ("agenda", "discuss"), (typed, out)
    assert says("verify")[0] == 0


def test_me_is_no_part_of_somebody_elses_name(says: Says) -> None:
    told(says, "workers", "add", "James Meadows")
    told(says, "mine", "Mia Boss")
    for typed in OF_ME:
        if typed[0] not in ("opening", "decide", "action"):
            code, out, complaint = says(*typed)
            assert (code, out, "You are no worker of this store yourself" in complaint) == (2, "", True), typed
