"""The commands that put right what was recorded, look back, and note: each as it is typed, the store read back."""

import json
from pathlib import Path

import pytest

from oversight_tui.services.paper import WIDTH
from tests.commands.saying import Says, told
from tests.commands.test_import import Desk
from tests.exchange.workbooks import invented, write


def entries(says: Says, child: str, kind: str) -> list[dict[str, object]]:
    return [one for one in told(says, "child", child)["entries"] if one["kind"] == kind]


def test_a_correction_with_text_day_and_child(says: Says) -> None:
    worry = told(says, "worry", "raise", "C-2", "Lost wieght")
    told(says, "correct", worry["id"], "--text", "Lost weight", "--on", "yesterday")
    old, new = sorted(entries(says, "C-2", "worry"), key=lambda one: int(str(one["id"])))
    assert (old["replaced"], new["corrects"], new["happened_on"]) == (True, worry["id"], "2026-10-01")
    told(says, "correct", worry["id"], "--child", "C-3")
    assert "weight" not in json.dumps(told(says, "child", "C-2"))
    assert [one["text"] for one in entries(says, "C-3", "worry")] == ["Lost weight"]
    code, _, complaint = says("correct", worry["id"])
    assert (code, "what is to be corrected" in complaint) == (2, True)


def test_undo_and_redo(says: Says) -> None:
    told(says, "decide", "C-2", "Visit", "--because", "x", "--action", "Ring school; Amira; fri")
    both = "the decision 'Visit' about C-2 and the action 'Ring school' for Amira Khan, of Fri 2 Oct 2026"
    assert both in told(says, "undo", "--yes")["says"]
    assert [one["withdrawn"] for one in entries(says, "C-2", "decision")] == [True]
    assert "Brought back" in told(says, "redo")["says"]
    assert [one["withdrawn"] for one in entries(says, "C-2", "decision")] == [False]
    assert says("redo")[0] == 2


def test_the_same_decision_about_several(says: Says) -> None:
    made = told(says, "decide", "C-2", "Visit", "--because", "x", "--also", "C-3", "--also", "C-4")
    assert len(made) == 3
    assert len(entries(says, "C-3", "decision")) == 1


def test_a_decision_is_reviewed_and_seen_otherwise(says: Says) -> None:
    made = told(says, "decide", "C-2", "Wait", "--because", "Court", "--review", "today")
    told(says, "disagree", made["id"], "We should go", "--who", "amira")
    assert told(says, "review", made["id"], "--because", "It worked")["says"].endswith("settled.")
    assert "Amira Khan sees it otherwise" in json.dumps(told(says, "child", "C-2"))
    assert says("disagree", made["id"], "x", "--who", "nobody")[0] == 2


def test_a_talk_asked_for_is_answered_with_numbers_and_what_changed(says: Says) -> None:
    asked = told(says, "discuss", "C-2", "--text", "Ten minutes", "--asked", "--at", "11:00")
    held = [
        "discuss",
        "C-2",
        "--text",
        "He is home",
        "--answers",
        asked["id"],
        "--scale",
        "Mum 4",
        "--what-changed",
        "Bed",
    ]
    told(says, *held, "--sensitive")
    assert "discussion_open" not in {row["kind"] for row in told(says, "today")["attention"]}
    page = entries(says, "C-2", "discussion")
    assert "He is home" not in json.dumps(page)
    assert says(*held)[0] == 2
    assert says("discuss", "C-2", "--text", "x", "--scale", "Mum eleven")[0] == 2


def test_sensitive_and_significant_marks(says: Says) -> None:
    worry = told(says, "worry", "raise", "C-2", "What he told us", "--scale", "Mum 3")
    told(says, "mark", worry["id"], "sensitive")
    told(says, "mark", worry["id"], "significant")
    (one,) = entries(says, "C-2", "worry")
    assert (one["sensitive"], one["significant"]) == (True, True)
    for shown in (("child", "C-2"), ("today",), ("journal",), ("action", "list")):
        assert "told us" not in json.dumps(told(says, *shown))


SECRET = ("Xylograph", "Quokka", "Zeppelin", "Ferrule")


@pytest.mark.parametrize("later", [False, True], ids=["typed so", "marked later"])
@pytest.mark.parametrize(
    "typed",
    [
        ("discuss", "C-2", "--text", "Quokka", "--decision", "Xylograph", "--because", "Zeppelin"),
        ("supervision", "talk", "Amira", "C-2", "--text", "Quokka", "--decision", "Xylograph", "--because", "Zeppelin"),
        ("decide", "C-2", "Xylograph", "--because", "Zeppelin"),
    ],
    ids=lambda typed: typed[0],
)
def test_what_is_decided_and_agreed_with_what_is_sensitive_is_sensitive_too(
    says: Says, typed: tuple[str, ...], later: bool
) -> None:
    action = ("--action", "Ferrule; Amira; today")
    if later:
        told(says, *typed, *action)
        kind = "decision" if typed[0] == "decide" else "discussion"
        (one,) = entries(says, "C-2", kind)
        marked = told(says, "mark", str(one["id"]), "sensitive")
        assert "what was decided and agreed with it" in marked["says"]
    else:
        told(says, *typed, *action, "--sensitive")
    says("absence", "amira", "--from", "today", "--because", "ill")
    shown = (("child", "C-2"), ("today",), ("today", "--print"), ("action", "list"), ("cover", "amira", "--open"))
    for command in (*shown, ("child", "C-2", "--as-child"), ("worker", "Amira"), ("journal",), ("changes",)):
        _, out, _ = says(*command)
        assert not [word for word in SECRET if word in out], command
    talked = [one for one in told(says, "child", "C-2")["entries"] if one["kind"] in ("discussion", "decision")]
    (first, *_) = sorted(talked, key=lambda one: one["kind"] != "discussion")
    copied = says("copy", first["id"])[1]
    assert "Xylograph" in copied
    assert "Ferrule" in copied
    assert says("verify")[0] == 0
    if later:
        told(says, "undo")
        told(says, "undo", "--yes")
        assert "Xylograph" in says("child", "C-2")[1]


@pytest.mark.parametrize(
    "typed",
    [
        ("discuss", "C-2", "--text", "We talked", "--decision", "Visit"),
        ("supervision", "talk", "Amira", "C-2", "--text", "We talked", "--decision", "Visit"),
        ("decide", "C-2", "Visit"),
    ],
    ids=lambda typed: typed[0],
)
def test_wherever_a_decision_is_made_without_a_reason_it_is_said_that_it_waits(
    says: Says, typed: tuple[str, ...]
) -> None:
    waits = "No reason yet: it stays listed."
    assert waits in says(*typed)[1]
    assert waits not in says(*typed, "--because", "Quiet for a month")[1]


def test_cover_and_notes_and_a_copy(says: Says) -> None:
    says("absence", "amira", "--from", "-3d", "--because", "ill")
    assert "uncovered" in {row["kind"] for row in told(says, "today")["attention"]}
    told(says, "cover", "amira", "--by", "Ben Ortiz", "--to", "+3d")
    assert told(says, "today")["workers"][0]["covered_by"] == "Ben Ortiz"
    told(says, "note", "add", "Ask Helen", "--about", "C-2")
    assert told(says, "note", "list")[0]["about"] == "C-2"
    assert "Ask Helen" not in json.dumps([told(says, "child", "C-2"), told(says, "journal"), told(says, "today")])
    talk = told(says, "discuss", "C-2", "--text", "He is home")
    code, out, _ = says("copy", talk["id"])
    assert (code, "He is home" in out, "Child C-2" in out) == (0, True, True)
    assert told(says, "journal")[-1]["what"] == "copied"


def test_all_open_actions_late_first(says: Says) -> None:
    for by in ("+9d", "today", "+3d"):
        told(says, "action", "add", "C-2", f"Ring by {by}", "--owner", "amira", "--by", by)
    assert [row["text"] for row in told(says, "action", "list")] == ["Ring by today", "Ring by +3d", "Ring by +9d"]
    assert "Ring by today" in says("action", "list")[1].splitlines()[1]


def test_what_has_changed_is_seen_once(says: Says) -> None:
    says("changes", "--seen")
    says("mine", "Somebody Else")
    told(says, "worry", "raise", "C-2", "From somebody else")
    says("mine", "Team Manager")
    assert [row["what"] for row in told(says, "changes")][:1] == ["Worry raised"]
    says("changes", "--seen")
    assert told(says, "changes") == []


def test_the_list_on_paper_has_a_box_a_line_and_fits_the_page(says: Says) -> None:
    code, out, _ = says("today", "--print")
    assert code == 0
    rows = told(says, "today")["attention"]
    assert out.count("[ ]") == len(rows)
    assert max(map(len, out.splitlines())) <= WIDTH
    assert "shred" in out


def test_the_keys_are_printed_as_they_are_in_force(says: Says, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "config.toml"
    path.write_text('[keys]\ntalk = "f3"\n', "utf-8")
    monkeypatch.setenv("OVERSIGHT_CONFIG", str(path))
    assert next(row["shown"] for row in told(says, "keys") if row["id"] == "talk") == "f3"
    path.write_text('[keys]\ntalk = "d"\n', "utf-8")
    code, _, complaint = says("keys")
    assert (code, "stand for both" in complaint) == (2, True)


def test_a_referral_added_by_hand_is_found_by_the_next_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(tmp_path, capsys)
    authority = invented(40, 1, desk.today, seed=4)
    desk.imports(write(authority, tmp_path / "first.xlsx"))
    newcomer = next(child for child in authority.open())
    reference = "R-2026-1"
    assert desk.does("children", "add", reference, "--name", "Jo")[0] == 0
    told_before = desk.reads("child", reference)
    authority.children = [
        one.__replace__(reference=reference) if one is newcomer else one for one in authority.children
    ]
    desk.today = desk.today.replace(day=desk.today.day + 6)
    done = desk.imports(write(authority, tmp_path / "second.xlsx"))
    assert reference not in {line["child"] for line in done["lines"] if line["what"] == "new"}
    after = desk.reads("child", reference)
    assert (told_before["worker"], after["worker"], after["name"]) == (None, newcomer.worker, "Jo")


def test_an_import_is_undone_and_brought_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(tmp_path, capsys)
    authority = invented(40, 2, desk.today, seed=4)
    path = write(authority, tmp_path / "list.xlsx")
    desk.imports(path)
    before = desk.reads("today")
    assert before["counts"]["children"] > 30
    assert "Taken back: the list 'list.xlsx' as at" in desk.does("undo", "--yes")[1]
    empty = desk.reads("today")
    assert (empty["counts"]["children"], empty["workers"], empty["data_as_at"]) == (0, [], None)
    desk.does("redo")
    assert desk.reads("today") == before
    desk.does("undo", "--yes")
    again = desk.imports(path)
    assert again["counts"]["new"] == before["counts"]["children"]
    assert desk.reads("today")["counts"] == before["counts"]
    desk.does("worry", "raise", before["children"][0]["reference"], "Weight")
    assert "Taken back: the worry" in desk.does("undo")[1]


def test_what_was_on_the_wrong_page_is_in_the_journal_of_the_right_one_only(says: Says) -> None:
    worry = told(says, "worry", "raise", "C-1", "His uncle is back", "--scale", "Mum 4")["id"]
    told(says, "correct", worry, "--child", "C-2")
    for options in ([], ["--personal"]):
        rows = [row for row in told(says, "journal", *options) if "His uncle is back" in json.dumps(row)]
        assert [row["after"]["corrects"] for row in rows] == [int(worry)]
        hidden = [row for row in told(says, "journal", *options) if row["id"] == worry]
        assert {row["after"]["text"] for row in hidden} == {
            "Written here by mistake: it is about another child, and stands on their page now."
        }
    told(says, "undo")
    (here,) = [row["after"] for row in told(says, "journal") if row["id"] == worry and row["what"] == "worry"]
    assert here["text"] == "His uncle is back"


def test_who_holds_a_child_since_when_is_said_as_the_list_that_first_showed_it(says: Says) -> None:
    _, out, _ = says("child", "C-1")
    assert "Amira Khan since Tue 1 Sep 2026 or before, when a list first showed it" in out
    assert "seen by" not in out


def test_a_group_session_is_printed_as_one(says: Says) -> None:
    assert says("supervision", "plan", "amira", "--on", "2026-10-02", "--kind", "group")[0] == 0
    for words in (("today",), ("today", "--print")):
        assert "Supervision today: group session with Amira Khan" in says(*words)[1]


def test_work_of_ones_own_is_signed_off_by_whoever_is_named(says: Says) -> None:
    for answer in (("approve", "--because", "It is clear"), ("return", "--missing", "The child's view")):
        work = str(told(says, "work", "hand-in", "C-2", "Report")["id"])
        typed = ("work", answer[0], work, *answer[1:])
        code, out, complaint = says(*typed)
        assert (code, out, "Nobody signs off their own work" in complaint) == (2, "", True)
        code, out, _ = says(*typed, "--who", "outside: Ada Lind")
        assert (code, "by Ada Lind on Fri 2 Oct 2026" in out) == (0, True)
    assert says("verify")[0] == 0
