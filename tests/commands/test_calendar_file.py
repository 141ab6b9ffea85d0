"""A manager puts the team's supervision into Outlook, and again after sessions were moved; read by another library."""

import re
from datetime import date
from pathlib import Path

import pytest
import vobject
from msgspec import Struct

from oversight_tui.services.exporting import to_file
from tests.commands.saying import Says, told


class Event(Struct, frozen=True):
    """What a program for calendars sees of an event."""

    uid: str
    sequence: int
    title: str
    on: date
    status: str
    visible_to: str


def events_in(path: Path) -> dict[str, Event]:
    """The events of a file by their titles, each once."""
    calendar = vobject.readOne(path.read_bytes().decode("utf-8"))
    found = [
        Event(
            uid=one.uid.value,
            sequence=int(one.sequence.value),
            title=one.summary.value,
            on=one.dtstart.value,
            status=one.status.value,
            visible_to=getattr(one, "class").value,
        )
        for one in calendar.vevent_list
    ]
    assert len({one.uid for one in found}) == len(found)
    assert (calendar.method.value, [one.name for one in calendar.components()]) == (
        "PUBLISH",
        ["VEVENT"] * len(found),
    )
    return {one.title: one for one in found}


@pytest.fixture
def exported(says: Says, tmp_path: Path) -> Path:
    says("supervision", "plan", "Amira Khan", "--on", "2026-10-14")
    says("decide", "C-1", "Core group", "--because", "Nobody has met", "--review", "2026-10-20")
    says("decide", "C-2", "Visit", "--because", "Not seen", "--review", "2026-10-20")
    assert says("export", "calendar", "--to", tmp_path / "team.ics")[0] == 0
    return tmp_path / "team.ics"


def again(says: Says, path: Path, *more: str) -> dict[str, Event]:
    assert says("export", "calendar", "--to", path, "--replace", *more)[0] == 0
    return events_in(path)


def test_a_session_is_a_day_of_its_own_and_names_the_worker_and_no_child(exported: Path) -> None:
    events = events_in(exported)
    session = events["Supervision: Amira Khan"]
    assert (session.on, type(session.on), session.sequence) == (date(2026, 10, 14), date, 0)
    assert (session.status, session.visible_to) == ("CONFIRMED", "PRIVATE")
    assert (events["Reviews due: 2"].on, len(events)) == (date(2026, 10, 20), 2)
    text = exported.read_text("utf-8")
    assert re.findall(r"C-\d|Core group|Visit|Nobody has met", text) == []
    assert "OFFICIAL-SENSITIVE. As at Fri 2 Oct 2026" in text


def test_a_moved_session_has_the_same_uid_and_a_higher_sequence(says: Says, exported: Path) -> None:
    first = events_in(exported)["Supervision: Amira Khan"]
    says("supervision", "move", "Amira Khan", "--on", "2026-10-14", "--to", "2026-10-15")
    moved = again(says, exported)["Supervision: Amira Khan"]
    assert (moved.uid, moved.sequence > first.sequence, moved.on) == (first.uid, True, date(2026, 10, 15))
    assert again(says, exported)["Supervision: Amira Khan"] == moved
    says("undo")
    back = again(says, exported)["Supervision: Amira Khan"]
    assert (back.uid, back.sequence > moved.sequence, back.on) == (first.uid, True, first.on)


@pytest.mark.parametrize(
    "off",
    [("supervision", "cancel", "Amira Khan", "--on", "2026-10-14", "--because", "Strike"), ("undo",)],
    ids=["cancelled", "taken back"],
)
def test_a_session_that_is_off_is_taken_out_of_every_calendar(says: Says, tmp_path: Path, off: tuple[str, ...]) -> None:
    says("supervision", "plan", "Amira Khan", "--on", "2026-10-14")
    first = again(says, tmp_path / "team.ics")["Supervision: Amira Khan"]
    says(*off)
    gone = again(says, tmp_path / "team.ics")["Supervision: Amira Khan"]
    assert (gone.uid, gone.status, gone.sequence > first.sequence) == (first.uid, "CANCELLED", True)
    assert "Strike" not in (tmp_path / "team.ics").read_text("utf-8")


def test_a_day_on_which_fewer_reviews_are_due_says_so_and_one_without_is_cancelled(says: Says, exported: Path) -> None:
    first = events_in(exported)["Reviews due: 2"]
    says("undo")
    fewer = again(says, exported)["Review due"]
    assert (fewer.uid, fewer.sequence, fewer.status) == (first.uid, 1, "CONFIRMED")
    says("undo")
    none = again(says, exported)["Reviews due: 0"]
    assert (none.uid, none.sequence, none.status) == (first.uid, 2, "CANCELLED")
    assert again(says, exported)["Reviews due: 0"] == none


def test_without_names_it_says_supervision_and_not_whose(says: Says, exported: Path) -> None:
    assert set(again(says, exported, "--without-names")) == {"Supervision", "Reviews due: 2"}
    assert re.findall("Amira|Khan|North Team|made by", exported.read_text("utf-8")) == []


def test_of_one_worker_it_has_that_workers_alone(says: Says, exported: Path) -> None:
    says("supervision", "plan", "Ben Ortiz", "--on", "2026-10-15", "--kind", "group")
    assert {one for one in again(says, exported) if "Khan" in one or "Ortiz" in one} == {
        "Supervision: Amira Khan",
        "Group supervision: Ben Ortiz",
    }
    assert "Group supervision: Ben Ortiz" not in again(says, exported, "--worker", "Amira Khan")


def test_it_is_laid_out_as_calendars_ask_for_whatever_the_name_is(says: Says, tmp_path: Path) -> None:
    name = "Zoë; Ælfgifu, \\n “the long” " + "Ω" * 60
    says("workers", "add", name, "--team", "North Team")
    says("supervision", "plan", name, "--on", "2026-10-14")
    assert name in [one.removeprefix("Supervision: ") for one in again(says, tmp_path / "team.ics")]
    written = (tmp_path / "team.ics").read_bytes()
    lines = written.split(b"\r\n")
    assert (b"\n" in b"".join(lines), lines[-1], max(map(len, lines)) <= 75) == (False, b"", True)


def test_it_is_in_the_journal_before_the_file_is_there_and_goes_over_no_file_unasked(
    says: Says, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [row["after"]["export"] for row in told(says, "journal") if row["what"] == "exported"] == ["calendar"]
    before = exported.read_bytes()
    code, _, complaint = says("export", "calendar", "--to", exported)
    assert (code, "--replace" in complaint, exported.read_bytes() == before) == (2, True, True)
    code, _, complaint = says("export", "calendar", "--to", exported.parent / "none" / "team.ics")
    assert (code, "There is no folder " in complaint) == (2, True)

    def is_full(*written: object, **how: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(to_file, "write_whole_in_pieces", is_full)
    code, _, _ = says("export", "calendar", "--to", exported.parent / "full.ics")
    assert (code, [row["what"] for row in told(says, "journal")].count("exported")) == (2, 2)
