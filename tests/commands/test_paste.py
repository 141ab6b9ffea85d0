"""A manager pastes what was recorded into the case system: child by child, the worker apart, and marks it filed."""

from pathlib import Path

import pytest

from tests.commands.saying import Says, told


@pytest.fixture
def session(says: Says) -> str:
    """A session with Amira of Friday 2 October 2026 in which both of her children were written about; its id."""
    about = ("supervision", "talk", "Amira")
    heads = ("--going-well", "Gran helps", "--analysis", "She is safer", "--childs-view", "I like gran")
    agreed = ("--decision", "See her alone", "--because", "Vapes", "--action", "Ring school; Amira; fri")
    told(says, *about, "C-1", "--text", "Xylograph", *heads, *agreed)
    told(says, *about, "C-2", "--text", "Quokka")
    told(says, "personal", "Amira", "wellbeing", "Ferrule")
    held = [one for one in told(says, "worker", "Amira")["sessions"] if one["children"]]
    return str(held[-1]["id"])


def test_a_session_is_pasted_child_by_child_and_the_workers_part_apart(says: Says, session: str) -> None:
    document = told(says, "copy", session)
    own, first, second = document["parts"]
    assert (own["worker"], own["child"]) == ("Amira Khan", None)
    assert own["text"].splitlines()[:2] == [
        "One-to-one: Amira Khan, Fri 2 Oct 2026",
        f"Present: Amira Khan, {told(says, 'journal')[-1]['who']}",
    ]
    assert not [word for word in ("Xylograph", "Quokka", "Vapes", "Ferrule") if word in own["text"]]
    assert (first["child"], second["child"]) == ("C-1", "C-2")
    lines = first["text"].splitlines()
    assert lines[:2] == ["Child C-1", "In supervision, Fri 2 Oct 2026"]
    assert [line.split(":")[0] for line in lines[2:-1]] == [
        *("Present", "Discussed", "Going well", "The child's view", "Analysis", "Decision", "Because", "Action"),
    ]
    assert "Action: Ring school. Owner: Amira Khan. By: Fri 9 Oct 2026" in lines
    assert ", written " in lines[-1]
    assert not [word for word in ("Quokka", "C-2", "Ferrule") if word in first["text"]]
    assert "The child's view: not recorded" in second["text"]
    assert "Decision: none in this talk" in second["text"]
    decision = next(one for one in told(says, "child", "C-1")["entries"] if one["kind"] == "decision")
    says("withdraw", decision["id"], "--because", "Typed on the wrong page")
    _, out, _ = says("copy", session)
    assert "See her alone" not in out
    assert [line for line in out.splitlines() if line.startswith("====")] == [
        "======== For the file of child C-1 ========",
        "======== For the file of child C-2 ========",
    ]


def test_what_was_pasted_of_a_session_is_marked_as_filed_at_once_and_undone_at_once(says: Says, session: str) -> None:
    waiting = told(says, "copy", session)["to_file"]
    assert len(waiting) == 2
    says_it = told(says, "filed", session)["says"]
    assert says_it == "2 discussions about C-1, C-2 are on the children's files, put there on Fri 2 Oct 2026."
    assert told(says, "copy", session)["to_file"] == []
    assert says("filed", session)[::2] == (2, "Nothing written in this session waits to be put on a child's file.\n")
    assert says("undo", "--yes")[0] == 0
    assert told(says, "copy", session)["to_file"] == waiting
    assert says("filed", *waiting)[0] == 0
    assert told(says, "copy", session)["to_file"] == []


def test_all_of_a_child_since_a_day_without_what_is_sensitive(says: Says) -> None:
    for on, text in (("2026-09-20", "Too early"), ("2026-09-21", "In time")):
        told(says, "discuss", "C-2", "--text", text, "--on", on)
    hidden = told(says, "discuss", "C-2", "--text", "Ferrule", "--sensitive", "--decision", "Ferrule too")
    told(says, "worry", "raise", "C-2", "Out late", "--severity", "2")
    told(says, "risk", "C-2", "high", "--because", "Older men")
    code, out, complained = says("copy", "--child", "C-2", "--since", "2026-09-21")
    assert code == 0
    assert "2 entries are sensitive and left out." in complained
    blocks = out.split("Child C-2\n")[1].split("\n\n")
    assert [block.splitlines()[0].split(" Fri")[0] for block in blocks] == [
        "Same-day talk, Mon 21 Sep 2026",
        "Worry",
        "Risk rating",
    ]
    assert "Too early" not in out
    assert "Ferrule" not in out
    assert "Ferrule" in says("copy", hidden["id"])[1]
    assert "Allocat" not in says("copy", "--child", "C-2")[1], "what came on a list is in the case system already"
    assert says("copy", "--child", "C-1", "--since", "today")[::2] == (
        2,
        "Nothing is recorded of child C-1 from Fri 2 Oct 2026 on that could be copied.\n",
    )
    for wrong in ((), ("1", "--child", "C-2"), ("1", "--since", "today")):
        assert says("copy", *wrong)[0] == 2


def test_a_workers_supervision_holds_no_word_about_a_child_and_none_of_their_own_file(says: Says, session: str) -> None:
    told(says, "decide", "Amira", "Ferrule", "--because", "Late again")
    told(says, "supervision", "plan", "Amira", "--on", "2026-10-09")
    told(says, "supervision", "cancel", "Amira", "--on", "2026-10-09", "--because", "Court")
    _, out, _ = says("copy", "--worker", "Amira", "--since", "2026-09-25")
    assert "Children discussed: C-1, C-2" in out
    assert not [word for word in ("Xylograph", "Quokka", "Ferrule", "Late again") if word in out]
    assert "Court" not in out, "its day is still to come"
    assert says("copy", "--worker", "Ben", "--since", "today")[0] == 2


def test_it_can_be_written_to_a_file_which_says_what_it_is(says: Says, session: str, tmp_path: Path) -> None:
    path = tmp_path / "paste.txt"
    assert says("copy", session, "--to", path)[1] == "Written: paste.txt, 3 parts to paste.\n"
    lines = path.read_text("utf-8").splitlines()
    assert lines[0] == lines[-1] == "OFFICIAL-SENSITIVE"
    assert lines[1].startswith("As at Fri 2 Oct 2026; lists as at ")
    assert "Discussed: Xylograph" in lines
    assert says("copy", session, "--to", path)[0] == 2
    assert says("copy", "--child", "C-2", "--to", path, "--replace")[0] == 0
    assert "Xylograph" not in path.read_text("utf-8")
    assert [one["what"] for one in told(says, "journal")][-1] == "exported"
