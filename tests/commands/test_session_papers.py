"""What a worker has before a session, what both have after it, and what became of that record."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from db import open_store
from oversight_tui.practice.ids import AboutWorker
from oversight_tui.practice.outgoing import SendOut
from oversight_tui.services.exporting.sending import Sending, send_out
from oversight_tui.services.find import find_worker
from tests.commands.saying import Says, commands_for, told

# Ten working days after Friday 2 October are over on Friday 16 October.
LAST_DAY, DAY_AFTER = "2026-10-16", "2026-10-17"


@pytest.fixture
def on_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Says]:
    return {day: commands_for(tmp_path / "team.oversight", day, capsys) for day in (LAST_DAY, DAY_AFTER)}


def a_session(says: Says) -> str:
    told(says, "children", "name", "C-1", "Rosie")
    talk = ("--text", "He sleeps through", "--decision", "See dad", "--because", "He asks for him")
    told(says, "supervision", "talk", "amira", "C-1", *talk, "--action", "Ring dad; Amira Khan; 9/10/2026")
    return str(told(says, "worker", "amira")["sessions"][-1]["id"])


def test_an_old_record_says_its_time_and_the_session_that_came_next(says: Says, on_day: dict[str, Says]) -> None:
    told(says, "supervision", "plan", "amira", "--on", "2/10/2026", "--at", "15.00")
    session, later = a_session(says), on_day[LAST_DAY]
    assert "Supervision on Fri 2 Oct 2026 at 15:00" in says("supervision", "record", session)[1]
    assert told(says, "supervision", "record", session)["next_on"] is None
    told(later, "supervision", "hold", "amira")
    told(later, "supervision", "plan", "amira", "--on", "30/10/2026")
    assert told(later, "supervision", "record", session)["next_on"] == LAST_DAY
    assert told(later, "supervision", "record", "amira")["next_on"] == "2026-10-30"


def test_a_record_is_written_as_text_from_the_screen_too(says: Says, tmp_path: Path) -> None:
    a_session(says)
    with closing(open_store(tmp_path / "team.oversight")) as store:
        amira = AboutWorker(find_worker(store, "amira"))
        for what in ("sheet", "record"):
            asked = SendOut(what, tmp_path / f"{what}.txt", amira)
            assert "Written to" in send_out(Sending(store, date(2026, 10, 2), "OFFICIAL"), asked)
            assert "Ring dad" in (tmp_path / f"{what}.txt").read_text()


def own_file_row(says: Says) -> list[str]:
    return [row["state"] for row in told(says, "today")["attention"] if row["kind"] == "own_file"]


def test_after_a_session_both_have_one_text(says: Says, tmp_path: Path) -> None:
    session = a_session(says)
    told(says, "personal", "amira", "wellbeing", "Not sleeping well")
    text = says("supervision", "record", session)[1]
    for words in ("C-1 Rosie", "He sleeps through", "Decided: See dad. Because: He asks for him"):
        assert words in text
    assert "Ring dad. Amira Khan, by Fri 9 Oct 2026" in text
    assert "sleeping well" not in text
    assert "Not sleeping well" in says("supervision", "record", "amira", "--personal")[1]
    for ending in ("txt", "html"):
        assert says("supervision", "record", session, "--into", tmp_path / f"r.{ending}")[0] == 0
        written = (tmp_path / f"r.{ending}").read_text()
        assert "Ring dad" in written
        assert "sleeping well" not in written


def test_before_the_next_one_the_worker_has_what_was_agreed_and_what_is_open(
    says: Says, on_day: dict[str, Says]
) -> None:
    a_session(says)
    told(says, "personal", "ben", "goal", "Ben wants to chair")
    told(says, "personal", "amira", "goal", "Amira wants to chair")
    later = on_day[LAST_DAY]
    sheet = told(later, "supervision", "sheet", "amira", "--on", "today")
    assert [one["decided"][0]["text"] for one in sheet["agreed_last_time"]] == ["See dad"]
    assert [(one["text"], one["owner"], one["by"]) for one in sheet["actions"]] == [
        ("Ring dad", "Amira Khan", "2026-10-09")
    ]
    text = later("supervision", "sheet", "amira", "--on", "today")[1]
    assert "Amira Khan, by Fri 9 Oct 2026, which has passed" in text
    assert not any(word in text for word in ("point", "chair", "must", "+"))
    with_own = later("supervision", "sheet", "amira", "--on", "today", "--personal")[1]
    assert "Amira wants to chair" in with_own
    assert "Ben wants" not in with_own


@pytest.mark.parametrize("settled", ["--agreed", "--otherwise"])
def test_a_record_that_was_never_agreed_comes_back_with_none_of_its_words(
    says: Says, on_day: dict[str, Says], settled: str
) -> None:
    session = a_session(says)
    assert own_file_row(on_day[LAST_DAY]) == ["due"]
    assert own_file_row(on_day[DAY_AFTER]) == ["overdue"]
    told(says, "supervision", "record", session, "--sent", "2/10/2026")
    assert own_file_row(on_day[DAY_AFTER]) == ["overdue"]
    told(
        on_day[DAY_AFTER],
        "supervision",
        "record",
        "amira",
        settled,
        "I said otherwise" if "oth" in settled else "today",
    )
    assert own_file_row(on_day[DAY_AFTER]) == []
    assert "otherwise" not in on_day[DAY_AFTER]("worker", "amira")[1]
    assert on_day[DAY_AFTER]("undo")[0] == 0
    assert own_file_row(on_day[DAY_AFTER]) == ["overdue"]


def test_of_a_record_it_is_said_what_is_wrong(says: Says) -> None:
    session = a_session(says)
    for typed, complaint in (
        (("--agreed", "tomorrow"), "still to come"),
        (("--sent", "1/10/2026"), "before the session"),
        (("--otherwise", " "), "is empty"),
    ):
        assert complaint in says("supervision", "record", session, *typed)[2]
    assert "No session with Ben Ortiz" in says("supervision", "record", "ben")[2]
