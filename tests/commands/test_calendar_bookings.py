"""Visits and meetings out of a calendar: booked once, moved and called off by what the calendar calls them."""

from datetime import date
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from db import derived, open_store
from oversight_tui.cli import main
from oversight_tui.practice.day import day_of
from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.requests import Book, TakeCalendar
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.calendar_bookings import plan_of
from oversight_tui.services.record.checks import RecordProblem
from tests.db.test_board_facts import import_team

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def event(uid: str, title: str, starts: str, *more: str) -> str:
    lines = ("BEGIN:VEVENT", f"UID:{uid}", f"DTSTART;TZID=Europe/London:{starts}", f"SUMMARY:{title}", *more)
    return "\r\n".join((*lines, "END:VEVENT"))


class Desk:
    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path, self.ics, self.capsys = folder / "team.oversight", folder / "diary.ics", capsys
        store = open_store(self.path)
        import_team(store)
        store.close()

    def brings_in(self, *events: str, code: int = 0, **more: str) -> str:
        head = ("BEGIN:VCALENDAR", "VERSION:2.0", f"X-WR-CALNAME:{more.get('owner', 'Team diary')}")
        self.ics.write_text("\r\n".join((*head, *events, "END:VCALENDAR", "")), "utf-8")
        return self.says("import", str(self.ics), code=code)

    def says(self, *asked: str, code: int = 0) -> str:
        assert main(["book", *asked, "--store", str(self.path), "--today", MONDAY.isoformat()]) == code
        out = self.capsys.readouterr()
        return out.err if code else out.out

    def booked(self) -> list[OpenItem]:
        store = open_store(self.path)
        found = [item for item in load_board(store, MONDAY).open_items if item.kind == "booking"]
        store.close()
        return found


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("OVERSIGHT_PLAIN", "1")
    return Desk(tmp_path, capsys)


def test_an_entry_is_booked_once_moved_with_the_calendar_and_called_off_with_it(desk: Desk) -> None:
    core = "Core group C-2"
    long = "DTEND;TZID=Europe/London:20261124T103000"
    assert "1 booked" in desk.brings_in(event("one", core, "20261124T093000", long, "LOCATION:Civic Centre"))
    (booked,) = desk.booked()
    assert (booked.which, booked.due_on, booked.at, booked.minutes) == ("meeting", TUESDAY, "09:30", 60)
    assert (booked.place, booked.text) == ("Civic Centre", "Core group")
    assert "1 as they were" in desk.brings_in(event("one", core, "20261124T093000"))
    assert "moved to 15:00." in desk.brings_in(event("one", core, "20261124T150000", "SEQUENCE:1"))
    assert [(one.id, one.at) for one in desk.booked()] == [(booked.id, "15:00")]
    assert "was called off" in desk.brings_in(event("one", core, "20261124T150000", "STATUS:CANCELLED"))
    assert desk.booked() == []
    assert "1 as they were" in desk.brings_in(event("one", core, "20261124T150000", "STATUS:CANCELLED"))


def test_who_is_invited_goes_and_what_nobody_is_named_in_is_said_and_not_booked(desk: Desk) -> None:
    said = desk.brings_in(
        event("one", "Panel", "20261124T093000", 'ATTENDEE;CN="Khan, Amira":mailto:amira.khan@example.org'),
        event("two", "Dentist", "20261124T120000"),
        event("three", "Meeting C-404", "20261125T120000"),
        event("four", "Gift", "20261125T120000", "CLASS:PRIVATE"),
        event("five", "Annual leave", "20261125T090000"),
        event("past", "Visit C-2", "20261101T090000"),
    )
    assert [(one.who, one.text, one.child_id) for one in desk.booked()] == [("Amira Khan", "Panel", None)]
    nobody = "neither a child's reference nor the name of a worker here stands in it."
    assert f"Not taken: Tue 24 Nov 2026 at 12:00 Dentist: {nobody}" in said
    assert f"Meeting C-404: {nobody}" in said
    assert "a private entry" in said
    assert "Gift" not in said
    assert "Annual leave: it is leave, which `oversight import` takes." in said
    assert "4 not taken, 1 entry of days that have passed left out." in said


def test_what_comes_again_is_booked_for_weeks_and_a_day_that_is_taken_out_is_called_off(desk: Desk) -> None:
    weekly = ("RRULE:FREQ=WEEKLY", "ATTENDEE:mailto:amira.khan@example.org")
    desk.brings_in(event("panel", "Panel", "20261103T100000", *weekly))
    days = [one.due_on for one in desk.booked()]
    assert days[:2] == [TUESDAY, date(2026, 12, 1)]
    assert len(days) == 8
    desk.brings_in(
        event("panel", "Panel", "20261103T100000", *weekly, "EXDATE;TZID=Europe/London:20261201T100000"),
        event("panel", "Panel", "20261208T140000", "RECURRENCE-ID;TZID=Europe/London:20261208T100000", *weekly[1:]),
    )
    left = {one.due_on: one.at for one in desk.booked()}
    assert date(2026, 12, 1) not in left
    assert (left[TUESDAY], left[date(2026, 12, 8)]) == ("10:00", "14:00")


def test_a_dry_run_books_nothing_and_a_file_that_is_no_calendar_is_a_sentence(desk: Desk) -> None:
    desk.brings_in()
    desk.ics.write_text(
        desk.ics.read_text("utf-8").replace(
            "END:VCALENDAR", event("a", "Visit C-2", "20261124T093000") + "\r\nEND:VCALENDAR"
        )
    )
    assert "Would be: 1 booked" in desk.says("import", str(desk.ics), "--dry-run")
    assert desk.booked() == []
    desk.ics.write_bytes(b"PK\x03\x04 no calendar")
    assert "diary.ics is no calendar." in desk.says("import", str(desk.ics), code=2)
    desk.ics.write_text("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:soon", "utf-8")
    assert "diary.ics" in desk.says("import", str(desk.ics), code=2)
    assert "cannot be read" in desk.says("import", str(desk.ics.with_name("none.ics")), code=2)
    store = open_store(desk.path)
    assert day_of(load_board(store, MONDAY)).elsewhere == ()
    store.close()


def test_of_a_private_entry_the_time_is_booked_and_no_word_of_it(desk: Desk) -> None:
    asked = 'ATTENDEE;CN="Khan, Amira":mailto:amira.khan@example.org'
    said = desk.brings_in(
        event("one", "Court C-2 affair", "20261124T093000", asked, "LOCATION:Clinic C-2", "CLASS:private"),
        event("two", "Visit C-2 grievance", "20261125T093000", asked, "CLASS:CONFIDENTIAL"),
        event("three", "Hearing C-2", "20261126T093000", "CLASS:PRIVATE"),
    )
    kept = [(one.which, one.text, one.place, one.child_id, one.who, one.at) for one in desk.booked()]
    assert kept == [("other", "Private", None, None, "Amira Khan", "09:30")] * 2
    assert not any(word in said for word in ("affair", "Clinic", "grievance", "C-2", "Hearing"))


def test_a_word_without_end_keeps_nobody_waiting(desk: Desk) -> None:
    began = process_time()
    for word in ("a" * 200_000, "a/" * 100_000, f"{'1' * 200_000}!"):
        assert "1 booked" in desk.brings_in(event(word[:3], f"Meeting C-2 {word}", "20261124T093000"))
    assert process_time() - began < 5, "seconds of processor time, of which it takes one"


def test_two_who_take_one_calendar_at_once_book_it_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def while_another_takes_it(*given: Any) -> Any:
        plan = plan_of(*given)
        record.record(given[0], plan.asks, MONDAY)
        return plan

    monkeypatch.setattr("oversight_tui.commands.book_calendar.plan_of", while_another_takes_it)
    assert "0 booked, 0 moved, 0 called off, 1 as they were" in desk.brings_in(
        event("a", "Visit C-2", "20261124T093000")
    )
    assert len(desk.booked()) == 1


def test_what_cannot_be_read_is_said_entry_by_entry_and_keeps_nothing_else_from_being_booked(desk: Desk) -> None:
    started = "DTSTART;TZID=Europe/London:20261124T093000"
    whole_days = event("days", "Meeting C-2", "X", "DTEND;VALUE=DATE:20261127")
    said = desk.brings_in(
        event("a", "Visit C-2", "20261345T093000"),
        event("b", "Visit C-2", "20261124T240000"),
        event("c", "No day C-2", "20261124T093000").replace(f"{started}\r\n", ""),
        event("", "No name C-2", "20261124T093000"),
        event("e", "Visit C-2", "20261124T093000", "RRULE:FREQ=SOMETIMES"),
        event("f", "Secret C-2", "20261124T093000", "RRULE:FREQ=HOURLY", "CLASS:PRIVATE"),
        event("g", "Core group C-2", "20261124T093000", "RDATE;TZID=Europe/London:20261202T093000"),
        whole_days.replace("DTSTART;TZID=Europe/London:X", "DTSTART;VALUE=DATE:20261124"),
        event("i", "Visit C-2", "20261126T093000", "SEQUENCE:" + "9" * 5_000),
    )
    for line in (
        "entry 1 of the file (Visit C-2): its day (DTSTART) cannot be read.",
        "entry 2 of the file (Visit C-2): its day (DTSTART) cannot be read.",
        "entry 3 of the file (No day C-2): it has no day (DTSTART).",
        "entry 4 of the file (No name C-2): it has no UID, by which it would be known again.",
        "entry 5 of the file (Visit C-2): it comes again by a rule (RRULE) that cannot be read.",
        "entry 6 of the file (a private entry): it comes again by a rule that cannot be followed.",
        "entry 7 of the file (Core group C-2): the days that are listed beside its first (RDATE) are not taken.",
        "Tue 24 Nov 2026 Meeting C-2: only the first of its 3 days is booked.",
    ):
        assert f"Not taken: {line}" in said
    assert "3 booked, 0 moved, 0 called off, 0 as they were, 8 not taken." in said
    broken = event("a", "Visit C-2", "20261124T093000"), "BEGIN:VEVENT\r\nUID:b"
    assert "its entry 2 has no end. Export it again as .ics. Nothing was" in desk.brings_in(*broken, code=2)


def test_of_two_copies_of_an_entry_in_a_calendar_the_newer_counts(desk: Desk) -> None:
    newer = event("a", "Visit C-2", "20261126T093000", "DTSTAMP:20261120T100000Z")
    desk.brings_in(newer, event("a", "Visit C-2", "20261124T093000", "DTSTAMP:20261101T100000Z"))
    assert [one.due_on for one in desk.booked()] == [date(2026, 11, 26)]


def test_of_very_many_it_is_worked_out_once_what_follows_and_counted_what_is_at_one_time(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked_out: list[Any] = []
    refresh = derived.refresh

    def noted(*given: Any) -> None:
        worked_out.append(given)
        refresh(*given)

    monkeypatch.setattr(derived, "refresh", noted)
    said = desk.brings_in(*(event(f"v{number}", "Visit C-2", "20261124T093000") for number in range(41)))
    assert said.count("has 40 other things then.") == 41
    assert len([children for _, children, *_ in worked_out if children]) == 1


def test_an_entry_that_is_refused_is_named_and_one_without_a_title_is_said(desk: Desk) -> None:
    asked = "ATTENDEE:mailto:amira.khan@example.org"
    untitled = desk.brings_in(event("a", "", "20261124T093000", asked))
    assert "0 booked" in untitled
    assert "1 not taken" in untitled
    store = open_store(desk.path)
    bad = Book("court", TUESDAY, "09:30", None, "Nobody Here", "Hearing", outside_id="b")
    with pytest.raises(RecordProblem, match=r"^Tue 24 Nov 2026 at 09:30 Hearing: .*othing was recorded"):
        record.record(store, TakeCalendar((bad,)), MONDAY)
    store.close()
