"""A talk that turns out to be about another child: what it answered, and on whose file it was put."""

from typing import Any

from tests.commands.saying import Says, told


def lines(says: Says, kind: str) -> list[str]:
    return [row["child"] for row in told(says, "today")["attention"] if row["kind"] == kind]


def talks(says: Says, child: str) -> list[dict[str, Any]]:
    return [one for one in told(says, "child", child)["entries"] if one["kind"] == "discussion"]


def test_a_talk_that_was_asked_for_is_open_again_when_its_answer_was_about_another_child(says: Says) -> None:
    asked = told(says, "discuss", "C-1", "--asked", "--text", "Mum not seen")["id"]
    answer = told(says, "discuss", "C-1", "--text", "Mum was seen", "--answers", asked)["id"]
    assert lines(says, "discussion_open") == []
    moved = told(says, "correct", answer, "--child", "C-3")
    assert "The talk that was asked for about C-1 is open again." in moved["hint"]
    assert lines(says, "discussion_open") == ["C-1"]
    assert says("verify")[0] == 0
    told(says, "undo", "--yes")
    assert lines(says, "discussion_open") == []
    told(says, "redo")
    assert lines(says, "discussion_open") == ["C-1"]
    told(says, "discuss", "C-1", "--text", "Now indeed", "--answers", asked)
    assert lines(says, "discussion_open") == []
    assert says("verify")[0] == 0


def test_a_talk_that_was_asked_for_about_another_child_is_open_until_it_was_held_about_that_one(says: Says) -> None:
    asked = told(says, "discuss", "C-1", "--asked", "--text", "Mum not seen")["id"]
    answer = told(says, "discuss", "C-1", "--text", "Mum was seen", "--answers", asked)["id"]
    assert "still to be held about C-3" in told(says, "correct", asked, "--child", "C-3")["hint"]
    assert lines(says, "discussion_open") == ["C-3"]
    told(says, "correct", answer, "--child", "C-3")
    assert lines(says, "discussion_open") == []
    assert says("verify")[0] == 0


def test_what_was_put_on_one_childs_file_is_not_on_that_of_the_child_it_was_about(says: Says) -> None:
    talk = told(says, "discuss", "C-1", "--text", "Mum was seen")["id"]
    told(says, "filed", talk)
    assert lines(says, "discussion_not_on_file") == []
    moved = told(says, "correct", talk, "--child", "C-3")
    assert "It was put on C-1's file on Fri 2 Oct 2026: take it off that file" in moved["hint"]
    assert lines(says, "discussion_not_on_file") == ["C-3"]
    assert [one["on_file"] for one in talks(says, "C-3")] == [None]
    assert says("verify")[0] == 0
    told(says, "undo", "--yes")
    assert lines(says, "discussion_not_on_file") == []
    assert [one["on_file"] for one in talks(says, "C-1")][-1] == "2026-10-02"
    told(says, "redo")
    told(says, "filed", talk)
    assert lines(says, "discussion_not_on_file") == []
    assert [one["on_file"] for one in talks(says, "C-3")] == ["2026-10-02"]
    assert says("verify")[0] == 0
