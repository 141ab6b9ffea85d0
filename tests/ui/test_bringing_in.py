"""A manager brings lists in on the screen: the file, the day, what is asked, what changes, and the way back."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from oversight_tui.cli import main
from oversight_tui.services.board import load_board
from oversight_tui.services.identity import whose
from oversight_tui.services.importing.column_maps import ColumnMap, keep_maps
from oversight_tui.ui.paths import completed, path_typed
from oversight_tui.words.named_days import day_in_name
from tests.exchange.workbooks import invented, write
from tests.ui.manager import Manager, sitting

FIRST, SECOND = date(2026, 11, 20), date(2026, 11, 27)


async def gives(manager: Manager, path: Path, *, tab: bool = False) -> None:
    """Type a file, or as much of it as Tab completes, and go on with it alone."""
    await manager.types(str(path)[:-6] if tab else str(path))
    if tab:
        await manager.presses("tab")
        while path.name not in manager.text:
            await asyncio.sleep(0.01)
            await manager.settles()
    await manager.presses("enter", "enter")


async def test_lists_come_in_are_asked_about_told_in_words_and_taken_back(tmp_path: Path) -> None:
    authority = invented(24, 2, FIRST, seed=4)
    nobodys = next(one.reference for one in authority.open() if one.worker is None)
    authority.change(nobodys, team=None)
    first = write(authority, tmp_path / "Annex A 20-11-2026.xlsx")
    book = load_workbook(first)
    book.create_sheet("Cover")
    book.save(tmp_path / "same.xlsx")
    moved, closes, desk, two = [one for one in authority.open() if one.worker and one.team == "Team A"][:4]
    other = next(one for one in authority.open() if one.worker and one.team == "Team B")
    assert moved.worker
    assert desk.worker
    turned = ", ".join(reversed(moved.worker.split(" ", 1)))
    authority.as_at = date(2026, 11, 26)
    authority.change(moved.reference, worker=turned)
    authority.change(closes.reference, closed=date(2026, 11, 24))
    authority.change(desk.reference, worker="Duty Desk")
    authority.change(two.reference, worker=other.worker)
    second = write(authority, tmp_path / "week two.xlsx")
    strange = tmp_path / "strange" / "a\x1b[31mb\u202e\nc.xlsx"
    strange.parent.mkdir()
    strange.touch()
    (strange.parent / f"{'1' * 200}.xlsx").touch()

    async with sitting(tmp_path / "new.oversight", SECOND, (80, 24)) as manager:
        store = manager.app.worker._store
        await manager.presses("i")
        manager.sees("Bring in a caseload", "Tab completes", "Where lists often are, and")
        await manager.presses("down", "x")
        manager.sees("x does nothing here. Type in the line, which Esc goes back to")
        await manager.presses("up")
        manager.sees_not("does nothing")
        await gives(manager, tmp_path / "nothing.xlsx")
        manager.sees("There is no file nothing.xlsx there.")
        await manager.presses("ctrl+u")
        manager.sees("~/")
        await manager.types(str(tmp_path)[:-3])
        await manager.settles()
        await manager.clicks(f"{tmp_path.name}/")
        manager.sees(f"{tmp_path.name}:", "../", first.name, second.name)
        await manager.clicks(first.name)
        manager.sees(f"✓ {first.name}", "Esc puts the last one back into the line, to be changed or taken off.")
        await manager.clicks("[ Go on ]")
        manager.sees("The day the lists show:")
        await manager.presses("escape")
        await manager.presses("escape", "ctrl+u")
        await manager.types(f"{tmp_path}/")
        await manager.presses("down", "down", "enter")
        manager.sees(f"✓ {first.name}")
        await manager.presses("escape", "ctrl+u")
        await manager.types(f"{strange.parent}")
        await manager.presses("enter")
        manager.sees("strange is a folder.")
        await manager.types("/")
        manager.sees("a[31mb c.xlsx", "1" * 70)
        await manager.presses("down", "down", "enter")
        manager.sees(f"✓ {'1' * 44}…{'1' * 10}.xlsx")
        await manager.presses("escape", "ctrl+u")
        await manager.types(f"{strange.parent}/")
        await manager.presses("down", "down", "down", "enter")
        manager.sees("✓ a[31mb c.xlsx")
        await manager.presses("escape")
        manager.sees("strange/a[31mb c.xlsx")
        await manager.presses("ctrl+u")
        await gives(manager, first, tab=True)
        manager.sees("The day in the name of the file is Fri 20 Nov 2026: Enter takes it")
        await manager.types("tomorrow")
        manager.sees("still to come")
        await manager.presses("enter", "ctrl+u")
        await manager.types("today")
        manager.sees("→ Fri 27 Nov 2026. The day in the name of the file is Fri 20 Nov")
        await manager.presses("enter")
        manager.sees("The day you gave is Fri 27 Nov 2026.")
        await manager.presses("escape", "ctrl+u")
        await manager.clicks("[ Go on ]")
        manager.sees_not("The day you gave")
        manager.sees("list", "as at Fri 20 Nov", "Team A:", "new children", "[ Write it ]")
        assert not load_board(store, SECOND).children
        assert manager.text.count("Team A, new children") == 1
        assert manager.text.count("Team B: ") == 1, "its counts are said once"
        await manager.presses("u")
        manager.sees("u does nothing here. Enter writes it")
        await manager.presses("enter")
        manager.sees("Written as at Fri 20 Nov 2026: Team A:", "u takes it back")
        await manager.presses("y")
        manager.sees("y does nothing here. Enter goes to the board, u takes the import back.")
        here = {row.child.reference for row in load_board(store, SECOND).children}
        assert here == {one.reference for one in authority.children if one.closed is None} | {closes.reference}
        await manager.presses("u")
        manager.sees(f"Take back the list '{first.name}' as at Fri 20 Nov 2026 (")
        await manager.presses("escape")
        assert load_board(store, SECOND).children
        await manager.presses("u", "y")
        manager.sees(f"Taken back: the list '{first.name}' as at")
        assert not load_board(store, SECOND).children
        await gives(manager, first)
        await manager.presses("enter", "enter", "enter")
        manager.sees("Whose board is this?", f"{len(here)} children", "1 child of no team is on every board")
        await manager.presses("enter")
        await manager.types("Mary Okoro")
        await manager.presses("enter")
        manager.sees("Team A ·")
        assert whose(store).teams == ("Team A",)
        await manager.presses("u")
        manager.sees(f"Take back the list '{first.name}' as at Fri 20 Nov 2026 (")
        await manager.presses("escape", "1", "enter")
        manager.sees("by Mary Okoro unless named")
        await manager.presses("escape")

        await manager.presses("ctrl+o")
        await gives(manager, tmp_path / "same.xlsx")
        manager.sees("The newest day in the file itself is Sat 7 Nov 2026: Enter takes it")
        await manager.types("26 nov")
        await manager.presses("enter")
        manager.sees(
            f"{len(authority.children)} children read, nothing about them changes.", f"{nobodys} (List 6, row "
        )
        await manager.presses("enter", "enter", "u")
        manager.sees("Take back the list 'same.xlsx' as at Thu 26 Nov 2026 (1 entry)?")
        await manager.presses("y")
        manager.sees("Taken back: the list 'same.xlsx' as at Thu 26 Nov 2026 (1 entry).")

        await manager.presses("ctrl+o")
        await gives(manager, second)
        await manager.types("thu")
        manager.sees("→ Thu 26 Nov 2026")
        await manager.presses("enter")
        asked = f"The lists say {turned}, and there is a worker {moved.worker}."
        manager.sees(asked, "one person", f"{moved.worker}: known here since Fri 20 Nov 2026, team Team A, holds")
        manager.sees(f"{turned}: not known here, team Team A; in these lists 1 child", f"({moved.reference}).")
        await manager.presses("enter")
        manager.sees(asked, "Enter does nothing here. Press the key of an answer, or click it.")
        await manager.clicks("[ Yes ]")
        manager.sees(f"{other.worker} has children in 2 teams: Team B (10), Team A (1).", "one person?")
        await manager.presses("n")
        manager.sees("Duty Desk reads like a desk")
        await manager.clicks("Esc")
        manager.sees("has children in 2 teams")
        await manager.presses("escape")
        manager.sees(asked)
        await manager.presses("escape")
        manager.sees("The day the lists show: thu", "→ Thu 26 Nov 2026")
        await manager.presses("escape")
        manager.sees("✓ week two.xlsx")
        await manager.presses("enter", "ctrl+u")
        await manager.types("1/11")
        await manager.presses("enter")
        manager.sees("lists of Fri 20 Nov 2026 were", "go back to the day")
        await manager.presses("tab", "tab", "enter", "ctrl+u")
        await manager.types("thu")
        await manager.presses("enter", "y", "n")
        await manager.clicks("[ Yes ]")
        manager.sees("1 closed", "2 moved to another worker", "Write it")
        await manager.presses("enter", "enter")
        board = load_board(store, SECOND)
        holders = {row.child.reference: row.worker for row in board.children}
        assert holders[moved.reference] == moved.worker
        assert holders[desk.reference] is None
        assert holders[two.reference] == f"{other.worker} (Team A)"
        assert closes.reference not in holders


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Annex_A_2026-11-20.xlsx", date(2026, 11, 20)),
        ("annexa 20.11.26.xlsx", date(2026, 11, 20)),
        ("20112026 annex.csv", date(2026, 11, 20)),
        ("List 6 20-11-2026.csv", date(2026, 11, 20)),
        ("List_6_1_11_2026.csv", date(2026, 11, 1)),
        ("List 6 20.11.26.csv", date(2026, 11, 20)),
        ("List 6 20 11 26 v2.csv", date(2026, 11, 20)),
        ("Annex A 3rd Nov 2026.xlsx", date(2026, 11, 3)),
        ("Annex_A_2026-11-28.xlsx", None),
        ("Annex_A_2026-31-12.xlsx", None),
        ("Annex A v2.xlsx", None),
    ],
)
def test_the_day_in_a_files_name_is_understood_unless_it_is_still_to_come(name: str, day: date | None) -> None:
    assert day_in_name(name, SECOND) == day


def test_a_path_is_completed_as_far_as_it_is_plain(tmp_path: Path) -> None:
    (tmp_path / "lists of today").mkdir()
    for name in ("annex one.xlsx", "annex two.xlsx", "notes.docx", ".annex.xlsx"):
        (tmp_path / name).touch()
    found = completed(f"{tmp_path}/AN")
    assert (found.text, found.choices) == (f"{tmp_path}/annex ", ("annex one.xlsx", "annex two.xlsx"))
    assert completed(f"{tmp_path}/li").text == f"{tmp_path}/lists of today/"
    assert completed(f"{tmp_path}/no").choices == ()
    assert completed("/nowhere/at/all").choices == ()
    assert path_typed(f" '{tmp_path}/annex one.xlsx' ") == tmp_path / "annex one.xlsx"
    assert path_typed(f"{tmp_path}/annex\\ one\\ \\(1\\).xlsx") == tmp_path / "annex one (1).xlsx"


async def test_a_list_in_csv_with_a_column_of_names_says_that_it_is_not_read_and_where_names_are_typed(
    tmp_path: Path,
) -> None:
    path = tmp_path / "caseload.csv"
    path.write_text(
        "Child Unique ID,Child’s name,Case status,Risk,Allocated Team,Allocated Worker\n"
        "C-1,Ines,c) Child in need plan,,Quay Team,Amira Khan\n"
    )
    async with sitting(tmp_path / "new.oversight", SECOND, (80, 24)) as manager:
        await manager.presses("i")
        manager.sees("Annex A, or any table of children. First seen, then written.")
        await gives(manager, path)
        await manager.types("today")
        await manager.presses("enter")
        manager.sees("Amira Khan: child C-1 (in need)")
        manager.sees("1 column is not read", "Child’s name: kept by hand, so that no list changes it; E on a child")
        manager.sees_not("Risk:")


async def test_what_a_column_holds_is_asked_with_five_rows_in_sight_and_once(tmp_path: Path) -> None:
    rows = [f"C{number},Ellie\x1b[31m [/] {number},Amira Khan,North,0{number}/09/2026" for number in range(1, 8)]
    table = tmp_path / "north.csv"
    table.write_text("\n".join(("Mosaic ID,Name,Key worker,Team,Start date", *rows)) + "\n", "utf-8")
    async with sitting(tmp_path / "new.oversight", SECOND, (80, 24)) as manager:
        await manager.presses("i")
        await gives(manager, table)
        await manager.types("20/11")
        await manager.presses("enter")
        manager.sees("What is in the column 'Key worker' of north.csv?", "Mosaic ID  Name", "Key worker")
        manager.sees("C1", "Ellie[31m [/] 1", "C5", "Amira Khan")
        manager.sees_not("C6")
        manager.sees("1   the name of the worker who holds the child", "3   nothing of these")
        await manager.presses("h")
        manager.sees("Names are hidden, and these rows may hold some. h shows them.")
        manager.sees_not("Ellie")
        await manager.presses("h", "x")
        manager.sees("x does nothing here. Press the key of an answer")
        await manager.presses("1")
        manager.sees("What is in the column 'Start date' of north.csv?", "05/09/2026")
        await manager.presses("escape")
        manager.sees("What is in the column 'Key worker' of north.csv?")
        await manager.clicks("[ Worker ]")
        await manager.presses("1")
        manager.sees("The table has the names of 7 children who have none here.")
        await manager.presses("n")
        manager.sees("north.csv is a caseload table (what was said of it is kept as 'north'), as", "7 new children")


async def test_columns_that_were_kept_are_enough_for_the_day_of_the_next_list_to_be_asked(tmp_path: Path) -> None:
    headings = "No,Child,Held now,Team name"
    second = tmp_path / "next.csv"
    second.write_text(f"{headings}\nC1,Ellie Birch,Amira Khan,North\n")
    async with sitting(tmp_path / "new.oversight", SECOND, (80, 24)) as manager:
        known = manager.app.worker._store
        assert known is not None
        keep_maps(
            known,
            [ColumnMap("My team", (("child", "heldnow", "no", "teamname"),), {"no": "reference", "heldnow": "worker"})],
            "me",
        )
        await manager.presses("i")
        await gives(manager, second)
        manager.sees("The day the lists show:")
        await manager.types("20/11")
        await manager.presses("enter", "n")
        manager.sees("next.csv is a caseload table, read with the columns of 'My team'")


async def test_two_children_of_one_name_are_each_asked_about_and_hidden_with_the_names(tmp_path: Path) -> None:
    headings = "Mosaic ID,Name,Worker,Team"
    rows = ("C1,Ellie Birch,Amira Khan,North", "C2,Max Lowe,Amira Khan,North", "C3,Max Lowe,Amira Khan,North")
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text("\n".join((headings, *rows)) + "\n")
    second.write_text("\n".join((headings, rows[0])) + "\n")
    store, day = str(tmp_path / "new.oversight"), ("--as-at", "20/11/2026", "--today", SECOND.isoformat())
    assert main(["import", str(first), "--store", store, *day, "--names", "yes", "--yes"]) == 0
    async with sitting(Path(store), SECOND, (80, 24)) as manager:
        await manager.presses("ctrl+o")
        await gives(manager, second)
        await manager.types("27/11")
        await manager.presses("enter")
        manager.sees("C2 Max Lowe, last with Amira Khan, is in no list any more.")
        await manager.presses("h")
        manager.sees("Names are hidden, and this is about one. h shows them.")
        manager.sees_not("Max Lowe")
        await manager.presses("h", "c")
        manager.sees("C3 Max Lowe, last with Amira Khan, is in no list any more.")
