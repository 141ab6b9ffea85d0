"""Documents for another office: what goes out, what stays, and that the journal says so first."""

import csv
import re
import shutil
from collections.abc import Callable
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from oversight_tui.practice.story import MOVED
from oversight_tui.services.exporting import documents
from tests.commands.saying import Says, commands_for, told

EACH = (["child", "C-1"], ["worker", "Amira"], ["subject-access", "child", "C-1"], ["handover", "Amira"])


class _Text(HTMLParser):
    def __init__(self, content: str) -> None:
        super().__init__()
        self.said = ""
        self.feed(content)

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is None:  # not the letters of a style
            self.said += data


@pytest.fixture
def export(says: Says, tmp_path: Path) -> Callable[..., str]:
    """Export something as HTML and read what a browser shows of it."""

    def run(*typed: str) -> str:
        path = tmp_path / "out.html"
        code, out, err = says("export", *typed, "--to", path, "--replace")
        assert (code, err) == (0, "")
        assert out.startswith(f"Written to {path}: ")
        return _Text(path.read_text("utf-8")).said

    return run


def exported(says: Says) -> list[dict[str, Any]]:
    """What the journal says went out."""
    return [one["after"] for one in told(says, "journal") if one["what"] == "exported"]


def done(says: Says, *typed: str) -> None:
    """Give a command that must go well."""
    code, _, err = says(*typed)
    assert code == 0, err


def recorded(says: Says, *typed: str) -> str:
    """Record something; its id."""
    return str(told(says, *typed)["id"])


def test_a_child_s_file_tells_what_was_talked_about_decided_and_why(says: Says, export: Callable[..., str]) -> None:
    recorded(says, "discuss", "C-1", "--text", "Home late #let x <b>twice</b>", "--on", "2026-09-20")
    recorded(says, "decide", "C-1", "Visit this week", "--because", "She asked", "--on", "2026-09-21")
    recorded(says, "risk", "C-1", "high", "--because", "It got worse", "--on", "2026-09-22")
    done(says, "handover", "C-1", "--to", "Ben", "--because", "Amira leaves", "--on", "2026-09-25")
    text = export("child", "C-1")
    places = [
        text.index(said)
        for said in (
            "Child's file: C-1",
            "child protection plan",
            "Amira Khan",
            "Home late #let x <b>twice</b>",
            "Visit this week",
            "She asked",
            "It got worse",
            "Amira leaves",
        )
    ]
    assert places == sorted(places)
    assert "Fri 2 Oct 2026" in text
    assert "OFFICIAL-SENSITIVE" in text


def test_what_was_corrected_and_what_was_withdrawn_stays_to_be_seen(says: Says, export: Callable[..., str]) -> None:
    first = recorded(says, "discuss", "C-1", "--text", "Seen on Monday")
    second = recorded(says, "correct", first, "--text", "Seen on Tuesday")
    gone = recorded(says, "worry", "raise", "C-1", "Not at school")
    done(says, "withdraw", gone, "--because", "It was the holidays")
    moved = recorded(says, "discuss", "C-1", "--text", "About somebody else")
    done(says, "correct", moved, "--child", "C-2")
    text = export("child", "C-1")
    assert "Seen on Monday" in text
    assert f"Replaced by no. {second}, written " in text
    assert f"Corrected: takes the place of no. {first}." in text
    assert "Withdrawn: it stays readable and counts no more." in text
    assert "Withdrawn because: It was the holidays" in text
    assert "About somebody else" not in text
    assert MOVED in text
    assert "About somebody else" in export("child", "C-2")


def test_third_parties_are_marked_in_the_file_and_withheld_from_who_asks(
    says: Says, export: Callable[..., str]
) -> None:
    done(says, "children", "name", "C-1", "Aisha Bhatti")
    done(says, "children", "name", "C-2", "Imran Bhatti")
    done(says, "children", "family", "C-1", "C-2", "--family", "Bhatti")
    recorded(says, "worry", "raise", "C-1", "Imran and C-3 were out with Aisha; Amira knows", "--who", "Mr Green")
    text = export("child", "C-1")
    assert "[third party: Imran] and [third party: C-3] were out with Aisha; Amira knows" in text
    assert "Worried: [third party: Mr Green]" in text
    assert "3 found and marked" in text
    given = export("subject-access", "child", "C-1")
    assert "[third party] and [third party] were out with Aisha; Amira knows" in given
    assert not {"Imran", "C-3", "Green"} & set(given.replace("[", " ").split())
    assert "Worried" not in given
    assert "Who came to us with a worry" in given
    assert "A brother's or sister's name, 1 time" in given
    assert "UK GDPR Article 15(4)" in given
    assert "A person who may decide it reads it" in given


def test_a_sensitive_entry_leaves_its_place_unless_it_is_asked_for_and_that_is_in_the_journal(
    says: Says, export: Callable[..., str]
) -> None:
    for number, on in enumerate(("2026-09-10", "2026-09-11")):
        done(
            says, "mark", recorded(says, "discuss", "C-1", "--text", f"Very private {number}", "--on", on), "sensitive"
        )
    text = export("child", "C-1")
    assert "Very private" not in text
    assert text.count("A sensitive entry was left out here.") == 2
    assert "2 sensitive entries were left out" in text
    given = export("subject-access", "child", "C-1")
    assert "Very private" not in given
    assert "Social work data, serious harm: DPA Schedule 3, paragraph 11" in given
    opened = export("child", "C-1", "--sensitive")
    assert "Very private 0" in opened
    assert "A sensitive entry was left out here." not in opened
    assert [one["sensitive"] for one in exported(says)] == [False, False, True]


def test_a_worker_s_file_says_how_regular_supervision_was_and_no_more_of_an_absence_than_its_kind(
    says: Says, export: Callable[..., str]
) -> None:
    for on in ("2026-08-03", "2026-08-31", "2026-09-28"):
        done(says, "supervision", "hold", "Amira", "--on", on, "--child", "C-1")
    done(says, "supervision", "plan", "Amira", "--on", "2026-10-02")
    done(says, "supervision", "cancel", "Amira", "--on", "2026-10-02", "--because", "The car broke down")
    done(says, "absence", "Amira", "--from", "2026-09-01", "--to", "2026-09-02", "--because", "sickness")
    done(says, "personal", "Amira", "performance", "Reports come late", "--support", "A day", "--next-step", "Talk")
    done(says, "decide", "Amira", "A plan for her reports", "--because", "Four were late")
    text = export("worker", "Amira")
    (amira,) = (one for one in told(says, "regularity")["workers"] if one["worker"] == "Amira Khan")
    assert (len(amira["held"]), len(amira["cancelled"])) == (3, 1)
    assert [one["over_limit"] for one in amira["gaps"]] == [0, 0]
    assert "3 held, 1 cancelled; 2 gaps over the ideal, none over the limit" in text
    assert "3 Aug to 31 Aug: 28 days, 7 days over the ideal (3 weeks, to 24 Aug)" in text
    assert "Away 1 Sep to 2 Sep (sickness)" in text
    assert "The car broke down" in text
    assert "sickness" in text
    assert "C-2" in text
    assert "late" not in text
    own = export("worker", "Amira", "--personal")
    assert "Reports come late" in own
    assert "A plan for her reports" in own
    assert [one["personal"] for one in exported(says)] == [False, True]
    assert [one["what"] for one in told(says, "journal")][-2:] == ["opened_personal", "exported"]


def test_who_is_named_in_why_a_session_was_cancelled_is_withheld_where_its_gap_is_told_too(
    says: Says, export: Callable[..., str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    then = commands_for(tmp_path / "team.oversight", "2026-09-10", capsys)
    done(then, "supervision", "plan", "Amira", "--on", "2026-09-14")
    done(then, "supervision", "cancel", "Amira", "--on", "2026-09-14", "--because", "Looked for C-1 all day")
    for on in ("2026-08-03", "2026-09-28"):
        done(says, "supervision", "hold", "Amira", "--on", on)
    assert "The session of 14 Sep was cancelled: Looked for C-1 all day." in export("worker", "Amira")
    given = export("subject-access", "worker", "Amira")
    assert "The session of 14 Sep was cancelled: Looked for [third party] all day." in given
    assert "C-1" not in given


def test_a_worker_who_asks_gets_no_child_and_is_told_of_their_own_file(says: Says, export: Callable[..., str]) -> None:
    done(says, "supervision", "hold", "Amira", "--on", "2026-09-28", "--child", "C-1")
    done(says, "personal", "Amira", "reflection", "We went over the visit to C-1")
    text = export("subject-access", "worker", "Amira")
    assert "C-1" not in text
    assert "No exemption: not asked for" in text
    own = export("subject-access", "worker", "Amira", "--personal")
    assert "We went over the visit to [third party]" in own
    assert "C-1" not in own


def test_nothing_about_a_worker_reaches_a_child_s_file_or_a_handover(says: Says, export: Callable[..., str]) -> None:
    done(says, "personal", "Amira", "performance", "Reports come late", "--support", "A day", "--next-step", "Talk")
    done(says, "decide", "Amira", "A plan for her reports", "--because", "Four were late")
    for typed in (["child", "C-1"], ["subject-access", "child", "C-1"], ["handover", "Amira"]):
        assert "eports" not in export(*typed)


def test_a_handover_pack_says_what_waits_for_whoever_takes_over(says: Says, export: Callable[..., str]) -> None:
    done(says, "action", "add", "C-1", "Ring the school", "--owner", "Amira", "--by", "2026-10-05")
    done(says, "worry", "raise", "C-2", "Bruise on the arm", "--severity", "4", "--who", "Nursery")
    done(says, "risk", "C-2", "high", "--because", "The bruise")
    done(says, "supervision", "plan", "Amira", "--on", "2026-10-07")
    text = export("handover", "Amira", "--for", "Ben Ortiz", "--until", "2026-10-09")
    assert "Handover: 2 children of Amira Khan, for Ben Ortiz" in text
    for said in ("Ring the school", "Worry 4/5: Bruise on the arm (Nursery)", "high", "CP plan", "Wed 7 Oct", "9 Oct"):
        assert said in text
    assert "action: C-1\n" in text  # its words stand with the child
    assert text.count("Ring the school") == 1
    assert "C-3" not in text


def test_what_a_list_said_is_not_told_as_written_by_who_brought_it_in(says: Says, export: Callable[..., str]) -> None:
    done(says, "decide", "C-1", "See her", "--because", "Nobody has")
    for typed in (("child", "C-1"), ("subject-access", "child", "C-1")):
        text = export(*typed)
        by_lists = re.findall(r"From a list, brought in by (.+?) \w{3} \d+ \w{3} \d{4} \d\d:\d\d, no\. \d+", text)
        assert len(by_lists) > 1
        assert len(re.findall(r", written \w{3} ", text)) == 1, "the decision alone was typed"


def test_what_lacks_a_day_goes_out_in_the_words_of_the_board(
    small_team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The team came on a list, and when each child was last discussed is still to be entered."""
    early = commands_for(Path(shutil.copy(small_team, tmp_path / "early.oversight")), "2026-09-15", capsys)
    assert "not known" in early("child", "C-1")[1]
    assert "discussion not known" in early("worker", "Amira")[1]
    done(early, "export", "handover", "Amira", "--to", str(tmp_path / "pack.html"))
    pack = _Text((tmp_path / "pack.html").read_text("utf-8")).said
    assert "disc. not known" in pack
    assert "disc. never" not in pack
    for name, column in (("children", "discussion_state"), ("workers", "supervision_state")):
        done(early, "export", "tables", "--list", name, "--to", str(tmp_path / f"{name}.csv"))
        with (tmp_path / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            assert "not_known" in {row[column] for row in csv.DictReader(file)}


def test_a_handover_pack_keeps_back_the_words_of_what_is_sensitive(says: Says, export: Callable[..., str]) -> None:
    done(says, "mark", recorded(says, "worry", "raise", "C-1", "Very private", "--review", "2026-10-05"), "sensitive")
    action = recorded(says, "action", "add", "C-1", "Quite private", "--owner", "Amira", "--by", "2026-10-05")
    done(says, "mark", action, "sensitive")
    text = export("handover", "Amira")
    assert "private" not in text
    assert "Sensitive: open it on the page" in text


@pytest.mark.parametrize("typed", EACH, ids=" ".join)
def test_it_says_what_it_wrote_and_never_over_a_file_unasked(
    typed: list[str], says: Says, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.pdf"
    path.write_text("mine")
    code, _, err = says("export", *typed, "--to", path)
    assert (code, path.read_text()) == (2, "mine")
    assert "--replace" in err
    assert exported(says) == []
    said = told(says, "export", *typed, "--to", str(path), "--replace")
    reader = PdfReader(BytesIO(path.read_bytes()))
    assert (said["file"], said["form"], said["pages"]) == (str(path), "pdf", len(reader.pages))
    assert path.stat().st_mode & 0o77 == 0

    def dies(path: Path, content: bytes) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(documents, "write_file", dies)
    assert says("export", *typed, "--to", tmp_path / "never.pdf")[0] == 130
    assert len(exported(says)) == 2  # the journal says so before the file is there
    assert not (tmp_path / "never.pdf").exists()


def test_the_ending_says_the_form_or_the_form_does(says: Says, tmp_path: Path) -> None:
    assert says("export", "child", "C-1", "--to", tmp_path / "out.doc")[0] == 2
    assert exported(says) == []
    assert says("export", "child", "C-1", "--to", tmp_path / "out.doc", "--form", "docx")[0] == 0
    assert "word/document.xml" in ZipFile(tmp_path / "out.doc").namelist()
    assert says("export", "child", "C-1", "--to", tmp_path / "OUT.HTM")[0] == 0


def test_an_option_that_is_for_the_other_is_refused(says: Says, tmp_path: Path) -> None:
    for typed in (["child", "C-1", "--personal"], ["worker", "Amira", "--sensitive"]):
        code, _, err = says("export", "subject-access", *typed, "--to", tmp_path / "out.pdf")
        assert code == 2
        assert "Nothing was written" in err
    assert exported(says) == []


@pytest.mark.parametrize("name", ["Comfort Asante", "Siân Llewellyn"])
def test_a_usual_caseload_is_handed_over_on_two_pages(
    name: str, made_up_team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    says = commands_for(Path(shutil.copy(made_up_team, tmp_path / "made-up.oversight")), "2026-11-23", capsys)
    said = told(says, "export", "handover", name, "--to", str(tmp_path / "out.pdf"))
    assert said["children"] >= 18
    assert said["pages"] <= 2
