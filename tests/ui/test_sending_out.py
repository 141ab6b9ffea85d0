"""A manager sends out files from the screen: what is offered, what is asked, what is there afterwards."""

import threading
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from db.engine import Store
from oversight_tui.practice.facts import Child
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.requests import DiscussionRequest, MarkEntry
from oversight_tui.services import journal, record
from oversight_tui.services.board import load_board
from oversight_tui.services.exporting import sending
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.present.rows import attention_key
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting
from tests.ui.quiet import press


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which documents usually are."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    folder = tmp_path / "home" / "Documents"
    folder.mkdir(parents=True)
    return folder


def named_child(store: Store) -> Child:
    """A child with a name here."""
    return next(row.child for row in load_board(store, MONDAY).children if row.child.name and row.child.worker_id)


async def opens(manager: Manager, child: Child) -> None:
    """The form about a child, from their page."""
    manager.app.worker.pages.open_child(child.id)
    await manager.settles()
    await manager.presses("ctrl+e")


def sent(store: Store) -> list[dict[str, Any]]:
    """What the journal says went out."""
    return [dict(row.after or {}) for row in journal.rows(store) if row.what == "exported"]


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


def in_pdf(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


async def test_a_childs_file_goes_to_documents_under_a_name_that_names_nobody(team: Store, documents: Path) -> None:
    child = named_child(team)
    assert child.name is not None
    async with sitting(team, MONDAY, made_up=True) as manager:
        await opens(manager, child)
        manager.sees("Send out: ", "[c Child's file]", "[p PDF]", f"~/Documents/child-{child.reference}-2026-11-23.pdf")
        await manager.presses("ctrl+s")
        manager.sees(f"Written to ~/Documents/child-{child.reference}-2026-11-23.pdf: child, ", "The journal says so.")
    (written,) = files_in(documents)
    assert not {part.casefold() for part in child.name.split()} & set(written.name.casefold().split("-"))
    text = in_pdf(written)
    assert child.reference in text
    assert "OFFICIAL-SENSITIVE: made-up team, nobody in it is real" in text
    assert sent(team) == [{"child": child.id, "sensitive": False, "form": "pdf", "export": "child", **_number(team)}]


def _number(store: Store) -> dict[str, Any]:
    return {"entries": sent(store)[0]["entries"]}


async def test_a_file_that_is_there_is_written_over_only_once_that_is_asked(team: Store, documents: Path) -> None:
    child = named_child(team)
    there = documents / f"child-{child.reference}-2026-11-23.pdf"
    there.write_text("of last week")
    async with sitting(team, MONDAY) as manager:
        await opens(manager, child)
        await manager.presses("ctrl+s")
        manager.sees(f"~/Documents/{there.name} is there already. y writes over it.")
        await manager.presses("n")
        manager.sees("Nothing was written.")
        assert there.read_text() == "of last week"
        assert sent(team) == []
        await manager.presses("ctrl+s", "y")
        manager.sees("Written to ~/Documents/")
    assert child.reference in in_pdf(there)


async def test_sensitive_words_stay_unless_yes_is_said_and_the_form_goes_by_the_ending(
    team: Store, documents: Path
) -> None:
    child = named_child(team)
    talk = record.discuss(team, DiscussionRequest((child.id,), "Quokka said it alone", MONDAY), MONDAY)[0].id
    assert talk is not None
    record.mark_entry(team, MarkEntry(EntryId(talk), "sensitive"), MONDAY)
    async with sitting(team, MONDAY) as manager:
        await opens(manager, child)
        manager.sees("Sensitive too", "[n no]")
        await manager.presses("tab", "h")
        manager.sees(f"~/Documents/child-{child.reference}-2026-11-23.html")
        await manager.presses("ctrl+s")
        manager.sees("1 sensitive entry left out")
        await manager.presses("ctrl+e", "tab", "tab")
        await manager.types("with it.docx")
        manager.sees("[w Word]")
        await manager.presses("tab", "y", "ctrl+s")
        manager.sees("Written to ~/Documents/with it.docx")
    assert "Quokka" not in (documents / f"child-{child.reference}-2026-11-23.html").read_text("utf-8")
    assert b"Quokka said it alone" in ZipFile(documents / "with it.docx").read("word/document.xml")
    assert [(one["form"], one["sensitive"]) for one in sent(team)] == [("html", False), ("docx", True)]


async def test_a_workers_own_file_goes_only_where_that_is_asked_for(team: Store, documents: Path) -> None:
    row = next(row for row in load_board(team, MONDAY).workers if row.children > 2 and not row.absence)
    async with sitting(team, MONDAY) as manager:
        manager.app.worker.pages.open_worker(row.worker.id)
        await manager.settles()
        await manager.presses("ctrl+e")
        manager.sees("[w Worker's file]", "Handover pack", "Own file too", "[n no]")
        manager.sees_not("Sensitive too", "Child's file")
        await manager.presses("ctrl+s", "ctrl+e", "s")
        manager.sees(f"~/Documents/subject-access-worker-{row.worker.id}-2026-11-23.pdf")
        await manager.presses("h")
        manager.sees("For", f"~/Documents/handover-{row.worker.id}-2026-11-23.pdf")
        manager.sees_not("Own file too")
        manager.puts(given_to="Quokka Panel")
        await manager.presses("ctrl+s")
        manager.sees("handover, ", "The journal says so.")
    assert [one.get("personal") for one in sent(team)] == [False, None]
    assert "Quokka Panel" in in_pdf(documents / f"handover-{row.worker.id}-2026-11-23.pdf")
    assert "opened_personal" not in {one.what for one in journal.rows(team)}


async def test_a_path_is_completed_and_the_folder_is_offered_again(team: Store, documents: Path) -> None:
    for name in ("Panels", "Police", "notes.txt"):
        (documents / name).mkdir()
    child = named_child(team)
    async with sitting(team, MONDAY) as manager:
        await opens(manager, child)
        await manager.presses("tab", "tab")
        await manager.types("~/Docu")
        await manager.presses("tab")
        await manager.types("P")
        manager.sees("~/Documents/P", "Panels/", "Police/")
        await manager.presses("down", "down", "enter")
        manager.sees("~/Documents/Police/ ")
        await manager.presses("ctrl+s")
        manager.sees(f"Written to ~/Documents/Police/child-{child.reference}-2026-11-23.pdf")
        await manager.presses("ctrl+e")
        manager.sees(f"~/Documents/Police/child-{child.reference}-2026-11-23.pdf")
    assert [one.name for one in files_in(documents / "Police")] == [f"child-{child.reference}-2026-11-23.pdf"]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("~/Documents/Nowhere/x.pdf", "There is no folder "),
        ("~/Documents", "is a folder. Give the file in it"),
        ("~/Documents/x.xlsx.docx.pages", ""),
        pytest.param("{store}", "is the store itself", marks=pytest.mark.any_file_store("a server's is no file")),
        (f"~/Documents/{'long' * 80}", "cannot be written: "),
        ("", "Give a folder and a name."),
    ],
)
async def test_a_path_that_cannot_be_meant_is_refused_where_it_stands(
    team: Store, documents: Path, typed: str, says: str
) -> None:
    (documents.parent / "Documents.pdf").mkdir()
    child = named_child(team)
    ours = team.path.rename(team.path.with_suffix(".pdf")) if "{" in typed else team.path
    if ours != team.path:
        ours.rename(team.path)
        ours.symlink_to(team.path)
    async with sitting(team, MONDAY) as manager:
        await opens(manager, child)
        manager.puts(to=typed.format(store=ours))
        await manager.presses("ctrl+s")
        if says:
            manager.sees(says, "Not saved: 1 field above is to be put right.")
            assert manager.here == "to"
            assert sent(team) == []
        else:
            manager.sees("Written to ~/Documents/x.xlsx.docx.pages.pdf")


async def test_of_the_whole_team_an_inspection_pack_goes_out_from_any_row_of_the_board(
    team: Store, documents: Path
) -> None:
    several = next(row for row in load_board(team, MONDAY).attention if row.child_id is None and row.worker_id is None)
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g", "ctrl+e")
        manager.sees("Child's file", "Inspection pack")
        await manager.presses("i")
        manager.sees("~/Documents/inspection-2026-11-23.pdf", "From", "Children", "Text", "JSON")
        manager.puts(first="1/9/2026", up_to="1/8/2026")
        await manager.presses("ctrl+s")
        manager.sees("The span would end on Sat 1 Aug 2026, before it begins on Tue 1 Sep 2026.")
        manager.puts(up_to="", children="900")
        await manager.presses("ctrl+s")
        manager.sees("Give a number from 0 to 200.")
        manager.puts(children="2", seed="7")
        await manager.presses("ctrl+s")
        manager.sees("Written to ~/Documents/inspection-2026-11-23.pdf: inspection pack, ", "2 of ", "(seed 7)")
        await manager.presses("1")
        manager.pane("today").select(attention_key(several))
        await manager.presses("ctrl+e")
        manager.sees("[t Team tables]", "Inspection pack")
        manager.sees_not("Child's file", "Worker's file")
    text = in_pdf(documents / "inspection-2026-11-23.pdf")
    assert "1 Sep 2026" in text
    assert {one["export"] for one in sent(team)} == {"inspection"}


async def test_tables_a_calendar_and_the_week_go_out_from_the_board(team: Store, documents: Path) -> None:
    row = next(row for row in load_board(team, MONDAY).workers if row.children > 2 and not row.absence)
    async with sitting(team, MONDAY) as manager:
        await manager.presses("2")
        manager.pane("team").select(key_of(row.worker.id))
        await manager.presses("ctrl+e", "t")
        manager.sees("[t Team tables]", "[e Excel]", "~/Documents/tables-2026-11-23.xlsx")
        await manager.presses("ctrl+s")
        manager.sees("Written to ~/Documents/tables-2026-11-23.xlsx: ", " lists, ")
        await manager.presses("ctrl+e", "t", "tab", "c", "ctrl+s")
        manager.sees("Written to ~/Documents/tables-2026-11-23: ")
        await manager.presses("ctrl+e", "t", "tab", "c", "ctrl+s")
        manager.sees("~/Documents/tables-2026-11-23 is there already. y writes over it.")
        await manager.presses("escape", "escape", "ctrl+e", "c", "tab", "tab", "tab", "n", "ctrl+s")
        manager.sees(f"Written to ~/Documents/calendar-{row.worker.id}-2026-11-23.ics: ")
        await manager.presses("ctrl+e")
        manager.puts(what="digest")
        manager.app.screen.sheet.when_chosen("what", "digest", True)  # type: ignore[attr-defined]
        await manager.settles()
        manager.sees("[a as set]", "~/Documents/digest-2026-11-23.txt")
        manager.puts(shows="counts")
        await manager.presses("ctrl+s")
        manager.sees("Written to ~/Documents/digest-2026-11-23.txt: the week to Mon 23 Nov 2026, with nobody in it.")
    sheets = CalamineWorkbook.from_path(documents / "tables-2026-11-23.xlsx").sheet_names
    assert {f"{name}.csv" for name in sheets} == {one.name for one in files_in(documents / "tables-2026-11-23")}
    assert row.worker.name not in (documents / f"calendar-{row.worker.id}-2026-11-23.ics").read_text("utf-8")
    assert "made-up team" in (documents / "digest-2026-11-23.txt").read_text("utf-8")
    assert [one["export"] for one in sent(team)] == ["tables", "tables", "calendar", "digest"]


async def test_all_of_it_with_the_mouse(team: Store, documents: Path) -> None:
    child = named_child(team)
    async with sitting(team, MONDAY, (80, 24)) as manager:
        manager.app.worker.pages.open_child(child.id)
        await manager.settles()
        await manager.presses("ctrl+e")
        await manager.presses_the_mouse("Subject access")
        await manager.presses_the_mouse("w Word")
        manager.sees("[s Subject access]", "[w Word]", f"subject-access-{child.reference}-2026-11-23.docx")
        await manager.presses_the_mouse("Write it")
        manager.sees("Written to ~/Documents/subject-access-")
    assert sent(team)[0]["export"] == "subject access"


async def test_line_of_sight_goes_out_from_the_board(team: Store, documents: Path) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("ctrl+e", "l")
        manager.sees("[l Line of sight]", "[p PDF]", "~/Documents/sight-2026-11-23.pdf")
        await manager.presses("ctrl+s")
        manager.sees("Written to ~/Documents/sight-2026-11-23.pdf: line of sight, 129 children, 2 pages.")
    assert "Line of sight: Harbour Team" in in_pdf(documents / "sight-2026-11-23.pdf")
    assert [one["export"] for one in sent(team)] == ["sight"]


async def test_the_screen_is_not_held_up_while_it_is_written(
    team: Store, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, may_go_on = sending.send_out, threading.Event()
    monkeypatch.setattr(sending, "send_out", lambda *asked: (may_go_on.wait(10), made(*asked))[1])
    async with sitting(team, MONDAY) as manager:
        await opens(manager, named_child(team))
        press(manager.app, "ctrl+s")
        await manager.pilot.pause()
        manager.sees("It is being written.")
        await manager.pilot.resize_terminal(100, 30)
        manager.sees("It is being written.")
        may_go_on.set()
        await manager.settles()
        manager.sees("Written to ~/Documents/")


async def test_it_is_found_by_other_words_and_of_a_row_about_several_it_says_what_to_choose(
    team: Store, documents: Path
) -> None:
    async with sitting(team, MONDAY) as manager:
        for word in ("pdf", "export", "subject access", "xlsx", "ofsted"):
            await manager.types(f":{word}")
            manager.sees("A file for another office")
            await manager.presses("escape")
        await manager.presses("5", "g", "space", "ctrl+e")
        manager.sees("1 row is marked, and this is about one row.")
