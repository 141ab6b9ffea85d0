"""The everyday commands, as they are typed."""

import sqlite3
from pathlib import Path

import pytest

from db.library import library
from tests.commands.saying import Says, told


def test_a_session_is_planned_held_and_on_the_workers_page(says: Says) -> None:
    assert says("supervision", "plan", "amira", "--on", "+3d")[0] == 0
    code, out, _ = says("supervision", "hold", "amira", "--child", "C-1", "--minutes", "90")
    assert (code, "held on Fri 2 Oct 2026, 1 child discussed" in out) == (0, True)
    page = told(says, "worker", "Amira Khan")
    assert page["supervision"]["days_since"] == 0
    assert [row["state"] for row in page["sessions"]] == ["held"]


def test_a_cancelled_session_needs_its_reason(says: Says) -> None:
    says("supervision", "plan", "amira", "--on", "tomorrow")
    code, out, _ = says("supervision", "cancel", "amira", "--on", "tomorrow", "--because", "Court")
    assert (code, "No clock was set back" in out) == (0, True)
    assert says("supervision", "cancel", "amira", "--on", "tomorrow", "--because", "Court")[0] == 2


def test_opening_dates_of_a_worker_and_of_a_child(says: Says) -> None:
    assert says("opening", "Ben Ortiz", "--on", "20/9")[0] == 0
    assert says("opening", "C-1", "--on", "20 Sep")[0] == 0
    assert told(says, "worker", "Ben Ortiz")["supervision"]["days_since"] == 12
    child = told(says, "child", "c-1")
    assert child["last_discussed"] == "2026-09-20"


def test_whose_board_it_is_is_remembered(says: Says) -> None:
    code, out, _ = says("mine", "Mary Okoro", "--team", "north team")
    assert (code, "Mary Okoro" in out, "North Team" in out) == (0, True, True)
    assert told(says, "today")["teams"] == ["North Team"]


def test_what_falls_due_in_the_next_days(says: Says) -> None:
    says("opening", "Amira Khan", "--on", "2026-09-10")
    code, out, _ = says("today", "--ahead", "14")
    assert code == 0
    assert "Amira Khan" in out


def test_the_numbers_go_out_and_come_in(says: Says, tmp_path: Path) -> None:
    path = tmp_path / "numbers.toml"
    assert says("policy", "export", str(path))[0] == 0
    written = path.read_text("utf-8")
    path.write_text(written.replace('limit = "1 month"', 'limit = "6 weeks"', 1), "utf-8")
    assert says("policy", "check", str(path))[0] == 0
    assert says("policy", "import", str(path))[0] == 0
    assert 'limit = "6 weeks"' in says("policy", "show")[1]
    path.write_text(written.replace('limit = "1 month"', 'limit = "soon"', 1), "utf-8")
    code, _, err = says("policy", "import", str(path))
    assert (code, "'soon' is not a length of time" in err) == (2, True)


@pytest.mark.any_file_store("it says where the file is")
def test_where_says_where(says: Says, tmp_path: Path) -> None:
    assert str(tmp_path / "team.oversight") in says("where")[1]


@pytest.mark.any_file_store("it names the library that keeps files")
def test_where_names_the_engine_whether_or_not_there_is_a_store(says: Says, tmp_path: Path) -> None:
    engine = library()
    assert f"Engine: SQLite {engine.sqlite} in SQLCipher {engine.cipher}\n" in says("where")[1]
    assert told(says, "where")["versions"] == {"sqlite": engine.sqlite, "sqlcipher": engine.cipher}
    (tmp_path / "team.oversight").unlink()
    assert told(says, "where")["versions"]["sqlite"] == engine.sqlite


@pytest.mark.file_store("it is about who opens a plain file")
def test_a_days_work_on_a_plain_store_asks_nothing_of_pythons_own_sqlite(
    says: Says, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a store was opened by another SQLite")

    monkeypatch.setattr(sqlite3, "connect", refused)
    monkeypatch.setenv("OVERSIGHT_ANCHORS", str(tmp_path / "anchors"))
    (tmp_path / "words").write_text("seven grey herons wading", "utf-8")
    key = ("--passphrase-file", str(tmp_path / "words"))
    for typed in (
        ("discuss", "C-1", "--text", "Moved in with their aunt"),
        ("today",),
        ("backup",),
        ("verify",),
        ("doctor", "--rehearse"),
        ("passphrase", "set", "--new-passphrase-file", str(tmp_path / "words")),
        ("today", *key),
    ):
        code, out, err = says(*typed)
        assert code == (1 if typed[0] == "doctor" else 0), (typed, out, err)  # it is told to look at the encryption


def ids(says: Says, kind: str) -> list[str]:
    return [row["id"] for row in told(says, "today")["attention"] if row["kind"] == kind]


def test_a_talk_is_recorded_for_each_child_and_filed(says: Says) -> None:
    code, out, _ = says("discuss", "C-1", "C-2", "--text", "Moved in with their aunt", "--worker", "amira")
    assert (code, out.count("Discussion recorded for")) == (0, 2)
    waiting = ids(says, "discussion_not_on_file")
    assert len(waiting) == 2
    for one in waiting:
        assert says("filed", one)[0] == 0
    assert ids(says, "discussion_not_on_file") == []
    assert says("discuss", "C-1", "--text", "Ten minutes", "--asked", "--at", "14:00")[0] == 0
    assert len(ids(says, "discussion_open")) == 1
    (asked,) = ids(says, "discussion_open")
    told(says, "discuss", "C-1", "--text", "We talked", "--answers", asked)
    assert "What is put on the child's file is the talk that was held." in says("filed", asked)[2]


def test_a_decision_and_the_reason_that_came_later(says: Says) -> None:
    code, out, _ = says("decide", "C-1", "Visit today", "--kind", "visit", "--review", "mon")
    assert (code, "No reason yet" in out) == (0, True)
    (waiting,) = ids(says, "decision_without_because")
    assert says("because", waiting, "Nobody has seen her")[0] == 0
    assert ids(says, "decision_without_because") == []
    assert says("decide", "Ben Ortiz", "Fewer children until June", "--because", "Two courts at once")[0] == 0


def test_a_worry_from_raised_to_closed(says: Says) -> None:
    assert says("worry", "raise", "C-1", "Weight", "--severity", "4", "--owner", "amira", "--review", "today")[0] == 0
    (worry,) = ids(says, "worry")
    assert says("worry", "review", worry, "--next", "+1w")[0] == 0
    assert says("worry", "close", worry, "--because", "She has gained two kilos")[0] == 0
    assert ids(says, "worry") == []


def test_an_action_from_added_to_settled(says: Says) -> None:
    made = told(says, "action", "add", "C-1", "Ring school", "--owner", "amira", "--by", "today")
    assert ids(says, "action") == [made["id"]]
    assert says("action", "carry", made["id"], "--to", "tomorrow", "--because", "Closed today")[0] == 0
    assert says("action", "done", made["id"])[0] == 0
    assert says("action", "drop", made["id"], "--because", "x")[0] == 2


def test_a_rating_an_escalation_and_an_absence(says: Says) -> None:
    assert "high risk" in says("risk", "C-1", "high", "--because", "Threats at the door")[1]
    sent = told(says, "escalate", "C-1", "No placement", "--to", "Service manager", "--on", "20/9")
    assert ids(says, "escalation") == [sent["id"]]
    answer = told(says, "answered", sent["id"], "Found one")
    assert ids(says, "escalation") == []
    assert says("withdraw", answer["id"], "--because", "It fell through")[0] == 0
    assert ids(says, "escalation") == [sent["id"]]
    assert says("absence", "amira", "--from", "today", "--to", "+3d", "--because", "sick leave")[0] == 0
    (worker,) = [row for row in told(says, "today")["workers"] if row["name"] == "Amira Khan"]
    assert worker["absence"] == {"reason": "sickness", "from": "2026-10-02", "to": "2026-10-05"}


def test_undo_takes_back_one_thing_after_the_other(says: Says) -> None:
    says("decide", "C-1", "Visit", "--because", "Nobody has seen her")
    says("discuss", "C-1", "C-2", "--text", "Moved", "--decision", "Ring school", "--because", "They asked")
    code, _, err = says("undo")
    assert (code, "a discussion and 3 more entries" in err, "Moved" in err) == (2, True, False)
    assert "`oversight undo --yes` takes all of it back" in err
    assert "Taken back: the discussion 'Moved' about C-1" in says("undo", "--yes")[1]
    assert ids(says, "discussion_not_on_file") == []
    assert "Taken back: the decision 'Visit' about C-1" in says("undo")[1]
    code, _, err = says("undo")
    assert (code, "nothing of yours to undo" in err) == (2, True)
    assert [row["withdrawn"] for row in told(says, "child", "C-1")["entries"] if row["kind"] == "decision"] == [
        True
    ] * 2


def test_the_journal_says_who_did_what_and_holds_together(says: Says) -> None:
    says("mine", "Mary Okoro")
    made = told(says, "decide", "C-1", "Visit", "--because", "Nobody has seen her")
    last = told(says, "journal")[-1]
    assert (last["who"], last["what"], last["id"]) == ("Mary Okoro", "decision", made["id"])
    assert (last["before"], last["after"]["text"]) == (None, "Visit")
    assert told(says, "verify")["faults"] == []
    assert "each as it was written" in says("verify")[1]


def test_a_worker_comes_takes_children_over_and_leaves(says: Says) -> None:
    says("mine", "Mary Okoro", "--team", "North Team")
    assert says("workers", "add", "Zoë Adeyemi", "--fte", "0.6", "--starts", "1/10", "--agency", "yes")[0] == 0
    assert "already" in says("workers", "add", "zoe adeyemi")[2]
    code, out, _ = says("handover", "C-1", "C-2", "--to", "zoe")
    assert (code, out.count("to Zoë Adeyemi from Fri 2 Oct 2026")) == (0, 2)
    assert "holds C-1 already" in says("handover", "C-1", "--to", "zoe")[2]
    shown = told(says, "today")
    (worker,) = [row for row in shown["workers"] if row["name"] == "Zoë Adeyemi"]
    assert (worker["children"], worker["fte"], worker["agency"]) == (2, 0.6, True)
    assert {row["child"] for row in shown["attention"] if row["kind"] == "new_worker"} == {"C-1", "C-2"}
    page = told(says, "child", "C-1")
    assert [row["worker"] for row in page["allocations"]] == ["Amira Khan", "Zoë Adeyemi"]
    assert says("workers", "edit", "zoe", "--own-limit", "2 weeks", "--own-until", "2027-01-31")[0] == 0
    assert told(says, "worker", "zoe")["supervision"]["limit_by"] == "2026-10-15"
    assert "a length of time" in says("workers", "edit", "zoe", "--own-limit", "soon")[2]
    assert says("handover", "C-1", "C-2", "--bucket", "duty")[0] == 0
    assert told(says, "today")["counts"]["unallocated"] == 3


def test_a_referral_of_this_afternoon_and_a_family(says: Says) -> None:
    says("mine", "Mary Okoro", "--team", "North Team")
    assert says("children", "add", "C-77", "--name", "Maja", "--worker", "amira")[0] == 0
    assert "already" in says("children", "add", "C-77")[2]
    added = says("children", "add", "C-78", "--born", "2/9/2026")[1]
    assert "C-78 was added on Fri 2 Oct 2026: unallocated, born Wed 2 Sep 2026." in added
    page = told(says, "child", "C-78")
    assert not any("Allocated to unallocated" in one["text"] for one in page["entries"])
    assert "Under one year old: born 2 Sep" in says("child", "C-78")[1]
    unborn = says("children", "add", "C-79", "--born", "2/12/2026")[1]
    assert "C-79 was added on Fri 2 Oct 2026: unallocated, unborn, due Wed 2 Dec 2026." in unborn
    assert "Unborn: due 2 Dec" in says("child", "C-79")[1]
    code, _, complaint = says("children", "add", "C-80", "--born", "2/10/2027")
    assert (code, "A birth is expected no further ahead" in complaint) == (2, True)
    assert says("children", "name", "C-1", "Tomasz")[0] == 0
    assert says("children", "family", "C-77", "C-1", "--family", "Nowak")[0] == 0
    shown = told(says, "today")
    (child,) = [row for row in shown["children"] if row["reference"] == "C-77"]
    assert (child["name"], child["worker"], child["state"]) == ("Maja", "Amira Khan", "never")
    assert (shown["counts"]["children"], shown["counts"]["families"]) == (8, 7)
    assert told(says, "child", "C-1")["name"] == "Tomasz"


def test_the_brief_for_a_wall_names_nobody_as_text_and_as_json(says: Says) -> None:
    says("children", "name", "C-1", "Rosie Miller")
    booked = ("--on", "today", "--at", "9.15", "--where", "Rosie's school")
    assert says("book", "meeting", "C-1", *booked, "--text", "About Rosie")[0] == 0
    (meeting,) = told(says, "brief")["workers"][0]["appointments"]
    assert (meeting["text"], meeting["where"], meeting["who"]) == ("About Rosie", "Rosie's school", "Amira Khan")
    (meeting,) = told(says, "brief", "--without-names")["workers"][0]["appointments"]
    assert (meeting["at"], meeting["child"], meeting["who"], meeting["text"]) == ("09:15", "C-1", "AK", None)
    for as_json in ((), ("--json",)):
        printed = says("brief", "--without-names", *as_json)[1]
        assert not any(word in printed for word in ("Rosie", "Amira", "Khan", "Ben", "Ortiz"))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["child", "C-99"], "no child with the reference 'C-99'"),
        (["worker", "Nobody"], "no worker 'Nobody'"),
        (["worker", "r"], "could be"),
        (["opening", "Nobody", "--on", "today"], "neither a child's reference nor a worker's name"),
        (["opening", "C-1", "--on", "tomorrow"], "still to come"),
        (["supervision", "hold", "amira", "--on", "31/02/2026"], "31/02/2026"),
        (["supervision", "cancel", "amira", "--on", "tomorrow", "--because", "x"], "None is planned"),
        (["mine", "Mary", "--team", "South"], "no team 'South'"),
        (["policy", "check", "/nowhere.toml"], "/nowhere.toml"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistake_is_a_sentence(says: Says, typed: list[str], words: str) -> None:
    code, out, err = says(*typed)
    assert (code, out) == (2, "")
    assert words in err
    assert "Traceback" not in err


def test_an_action_with_a_worker_is_on_their_page_and_in_the_list(says: Says) -> None:
    made = told(says, "decide", "amira", "Book the course", "--because", "x", "--action", "Ring them; ben; fri")
    assert made["says"] == "Decision recorded for Amira Khan on Fri 2 Oct 2026: other decision, 1 action."
    told(says, "action", "add", "amira", "Ring the school nurse", "--owner", "ben", "--by", "tomorrow")
    listed = [(one["child"], one["worker"], one["owner"]) for one in told(says, "action", "list")]
    assert listed == [(None, "Amira Khan", "Ben Ortiz")] * 2
    kinds = [one["kind"] for one in told(says, "worker", "amira")["entries"]]
    assert (kinds.count("action"), kinds.count("decision")) == (2, 1)
    assert "Ring the school nurse" in says("worker", "amira", "--personal")[1]


def test_who_is_meant_is_named_whole_and_a_parent_is_said_to_be_outside_the_team(says: Says) -> None:
    asked = ("decide", "C-1", "Visit", "--because", "x", "--action")
    assert "write 'outside: Mum'" in says(*asked, "Ring; Mum; fri")[2]
    for who, named in (("amira", "Amira Khan"), ("outside: Mum", "Mum"), ("outside: school nurse", "school nurse")):
        told(says, "decide", "C-1", "Visit", "--because", "x", "--action", f"Ring; {who}; fri")
        assert told(says, "action", "list")[-1]["owner"] == named


@pytest.mark.parametrize(
    ("limit", "until", "words"),
    [
        ("2 weeks", "yesterday", "which has passed"),
        ("2 weeks", None, "needs the last day"),
        ("5 weeks", "+8w", "tighter than everybody's"),
    ],
)
def test_an_own_limit_is_tighter_and_ends(says: Says, limit: str, until: str | None, words: str) -> None:
    given = ["--own-until", until] if until else []
    code, _, complaint = says("workers", "edit", "amira", "--own-limit", limit, *given)
    assert (code, words in complaint) == (2, True)
    assert says("workers", "edit", "amira", "--own-limit", "2 weeks", "--own-until", "+8w")[0] == 0
    assert says("workers", "edit", "amira", "--fte", "0.5")[0] == 0


def test_who_is_uncovered_is_said_on_the_first_day(says: Says) -> None:
    told(says, "absence", "amira", "--from", "today", "--because", "leave")
    assert "Away: Amira Khan (no cover arranged)." in says("today")[1]
    told(says, "cover", "amira", "--by", "ben")
    assert "Away: Amira Khan (Ben Ortiz helps out)." in says("today")[1]


HOSTILE = "[/] [red]x[/red] {} %s emoji 👩‍👧 عربي देवनागरी\n\tsecond line " + "a" * 100_000


def test_hostile_text_goes_in_and_comes_out_the_same_less_control_signs(says: Says) -> None:
    typed = HOSTILE.replace("emoji", "\x1b[2J\u202eemoji\x00\x07")
    told(says, "worry", "raise", "C-1", typed)
    (worry,) = [one for one in told(says, "child", "C-1")["entries"] if one["kind"] == "worry"]
    assert worry["text"] == HOSTILE.replace("emoji", "[2Jemoji")
    for command in (["child", "C-1"], ["today"], ["today", "--print"], ["copy", worry["id"]], ["journal", "--json"]):
        assert not set(says(*command)[1]) & set("\x1b\x00\x07\u202e")


def test_a_worker_is_back_sooner_than_was_thought(says: Says) -> None:
    told(says, "absence", "amira", "--from", "-5d", "--because", "leave")
    assert "is away from" in says("absence", "amira", "--from", "-5d", "--because", "leave")[2]
    assert "away up to and including Thu 1 Oct 2026" in told(says, "absence", "amira", "--ends", "yesterday")["says"]
    assert told(says, "worker", "amira")["absence"] is None
    assert "was not away on" in says("absence", "amira", "--ends", "+2w")[2]
    assert "from when and why" in says("absence", "amira")[2]
    told(says, "undo")
    assert told(says, "worker", "amira")["absence"]["to"] is None
