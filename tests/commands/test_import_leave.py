"""Coming leave brought in from a calendar: whose it is, which days, and nothing of any title."""

from datetime import date
from pathlib import Path

import pytest

from tests.commands.test_import import Desk
from tests.exchange.true_shapes import all_day, calendar, table

TODAY = date(2026, 11, 23)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    made = Desk(tmp_path, capsys)
    made.today = TODAY
    rows = (("Amira Khan", "SW"), ("Ben Osei", "SW"))
    made.does("import", table(tmp_path / "roster.csv", ("Name", "Role"), rows), "--yes")
    return made


def away(desk: Desk, *words: object) -> list[tuple[str, str | None]]:
    """What an import brings of whom, as it tells it."""
    said = desk.reads("import", *words, "--yes")
    return sorted((one["worker"], one["new"]) for one in said["workers"] if one["field"] == "absence")


def test_leave_of_a_team_calendar_is_each_workers_by_the_days_it_names(desk: Desk) -> None:
    file = calendar(
        desk.folder / "team.ics",
        all_day("Amira Khan - Annual leave", "20261207", "20261212"),
        all_day("AL Ben", "20261224", "20261225"),
        all_day("Ben Osei: sick", "20261120", "20261121"),
        all_day("Core group for Ines Berg at 14 Mill Lane", "20261208", "20261209"),
        all_day("Dana Fox - A/L", "20261207", "20261212"),
        all_day("Amira Khan - Annual leave", "20270101", "20270103", "STATUS:CANCELLED"),
        "SUMMARY:Amira Khan - training\nDTSTART;TZID=GMT Standard Time:20261215T090000\n"
        "DTEND;TZID=GMT Standard Time:20261215T103000",
        "SUMMARY:Amira Khan - training\nDTSTART:20270630T230000Z\nDTEND:20270701T225900Z",
    )
    _, shown, _ = desk.does("import", file, "--dry-run", "--full")
    assert shown.startswith("team.ics is a calendar of leave.")
    assert "Dana Fox" in shown
    assert "entry of Mon 7 Dec 2026 (Dana Fox): nobody here has this name" in shown
    assert ", row" not in shown
    assert "Mill Lane" not in shown
    assert away(desk, file) == [
        ("Amira Khan", "leave 2026-12-07 to 2026-12-11"),
        ("Amira Khan", "training 2027-07-01 to 2027-07-01"),
        ("Ben Osei", "leave 2026-12-24 to 2026-12-24"),
        ("Ben Osei", "sickness 2026-11-20 to 2026-11-20"),
    ]
    assert b"Mill" not in Path(desk.store).read_bytes()
    assert desk.does("import", file, "--dry-run")[0] == 0, "the second time there is nothing to do"


def test_a_calendar_that_names_nobody_is_asked_about_and_said_by_an_option(desk: Desk) -> None:
    file = calendar(
        desk.folder / "mine.ics",
        all_day("Annual leave", "20261207", "20261209"),
        all_day("Leave", "20261209", "20261212"),
        all_day("Study day", "20261203", "20261204", "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;VALUE=DATE:20261210"),
    )
    code, _, wrong = desk.does("import", file, "--yes")
    assert code == 2
    assert "Whose calendar is it?" in wrong
    assert "For Amira Khan: --of 'Amira Khan'" in wrong
    assert away(desk, file, "--of", "amira khan") == [
        ("Amira Khan", "leave 2026-12-07 to 2026-12-11"),
        ("Amira Khan", "training 2026-12-03 to 2026-12-03"),
        ("Amira Khan", "training 2026-12-17 to 2026-12-17"),
    ]


def test_who_is_invited_or_what_the_calendar_is_called_says_whose_it_is(desk: Desk) -> None:
    invited = all_day("Annual leave", "20261207", "20261209", 'ORGANIZER;CN="Khan, Amira":mailto:a.k@council.example')
    address = all_day("Annual leave", "20261207", "20261209", "ORGANIZER:mailto:ben.osei@council.example")
    assert away(desk, calendar(desk.folder / "invited.ics", invited, address)) == [
        ("Amira Khan", "leave 2026-12-07 to 2026-12-08"),
        ("Ben Osei", "leave 2026-12-07 to 2026-12-08"),
    ]
    owner = calendar(desk.folder / "of ben.ics", all_day("Annual leave", "20270107", "20270109"), called="Ben Osei")
    assert away(desk, owner) == [("Ben Osei", "leave 2027-01-07 to 2027-01-08")]


def test_leave_that_is_here_already_is_not_brought_twice_and_what_overlaps_is_said(desk: Desk) -> None:
    desk.does("absence", "Amira Khan", "--from", "2026-12-01", "--to", "2026-12-10", "--because", "leave")
    file = calendar(
        desk.folder / "amira.ics",
        all_day("Annual leave", "20261203", "20261206"),
        all_day("Annual leave", "20261209", "20261216"),
        called="Amira Khan",
    )
    said = desk.reads("import", file, "--yes")
    assert ["away then already" in one["reason"] for one in said["not_taken"]] == [True]
    assert [
        "overlaps leave Tue 1 Dec 2026 to Thu 10 Dec 2026; both stand" in one["reason"] for one in said["warnings"]
    ] == [True]


@pytest.mark.parametrize(
    "rule", ["FREQ=SECONDLY", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=WEEKLY;BYDAY=XX"]
)
def test_a_rule_made_to_keep_the_program_busy_does_not(desk: Desk, rule: str) -> None:
    file = calendar(desk.folder / "odd.ics", all_day("Amira Khan - leave", "20200101", "20200102", f"RRULE:{rule}"))
    code, _, wrong = desk.does("import", file, "--yes")
    assert code == 2 or not wrong
    assert "Traceback" not in wrong
