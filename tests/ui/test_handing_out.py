"""What leaves the screen, each with a key: today's list on paper, a whole session as text; and several talks filed."""

import sys
from datetime import timedelta
from pathlib import Path

import pytest

from db.engine import Store
from oversight_tui.practice.requests import DiscussionRequest, SessionTalk, Withdraw
from oversight_tui.services import journal, record
from oversight_tui.services.board import load_board
from oversight_tui.services.copying import plain_text, waiting_in
from oversight_tui.services.files import child_page, worker_page
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.widgets.text_block import TextBlock
from tests.made_once import MONDAY
from tests.ui.manager import sitting

DAY = timedelta(days=1)


@pytest.mark.skipif(sys.platform == "win32", reason="a printer that is a script")
async def test_todays_list_is_printed_with_a_key_and_several_talks_are_filed_with_one(
    team: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    children = [row.child.id for row in load_board(team, MONDAY).children if row.child.worker_id][:2]
    for child in children:
        record.discuss(team, DiscussionRequest((child,), "Quokka", MONDAY - DAY), MONDAY)
    waiting = sum(row.state == "not_on_file" for row in load_board(team, MONDAY).talks)
    monkeypatch.setenv("PATH", str(tmp_path))
    async with sitting(team, MONDAY) as manager:
        await manager.presses("vertical_line")
        manager.sees("Print today's list", "y Print it")
        await manager.presses("p")
        manager.sees("p does nothing here", "y Print it")
        await manager.presses("y")
        manager.sees("this computer has no command that prints")
        printer = tmp_path / "lp"
        printer.write_text(f"#!/bin/sh\n/bin/cat > {tmp_path}/page\n")
        printer.chmod(0o700)
        await manager.presses("vertical_line", "y")
        manager.sees("Sent to the printer: ")
        page = (tmp_path / "page").read_text("utf-8")
        assert page.startswith("OFFICIAL-SENSITIVE\nMorning list: Harbour Team, Mon 23 Nov 2026")
        await manager.presses("vertical_line", "escape", "4", "slash")
        await manager.types("Quokka")
        await manager.presses("enter", "space", "space", "f")
        manager.sees("2 discussions about", "are on the children's files", "u undoes it")
        assert sum(row.state == "not_on_file" for row in load_board(team, MONDAY).talks) == waiting - 2
        await manager.presses("u", "y")
        assert sum(row.state == "not_on_file" for row in load_board(team, MONDAY).talks) == waiting
        await manager.presses("1", "g", "space", "f")
        manager.sees("No discussion about those marked waits to be put on a file.")
    assert [row.what for row in journal.rows(team)].count("printed") == 1


async def test_a_whole_session_is_copied_where_it_is_held_and_on_the_workers_page(team: Store) -> None:
    row = next(row for row in load_board(team, MONDAY).workers if not row.absence and row.children > 2)
    held = [one.child for one in load_board(team, MONDAY).children if one.child.worker_id == row.worker.id][:2]
    for number, child in enumerate(held):
        talk = SessionTalk(
            row.worker.id, (child.reference,), MONDAY, text=f"Quokka {number}", decision="Visit", because="Mum asked"
        )
        record.talk_in_session(team, talk, MONDAY)
    session = next(one.id for one in worker_page(team, row.worker.id, MONDAY).sessions if one.held_on == MONDAY)
    text = plain_text(team, session, MONDAY)
    assert text.startswith(f"One-to-one: {row.worker.name}, Mon 23 Nov 2026")
    assert [line for line in text.splitlines() if line.startswith("Child ")] == [
        f"Child {one}" for one in sorted(child.reference for child in held)
    ]
    assert text.count("Because: Mum asked") == 2
    async with sitting(team, MONDAY) as manager:
        manager.app.worker.pages.open_worker(row.worker.id)
        await manager.settles()
        await manager.presses("n")
        for _ in range(12):  # past what is planned, to what was held today
            if manager.app.screen.query_one("#page", TextBlock).selected == key_of(session):
                break
            await manager.presses("n")
        for keys in (("c",), ("V", "c")):
            await manager.presses(*keys)
            manager.sees("sent to the terminal's clipboard", f"oversight copy {session}")
            manager.sees("put 2 discussions of this session on file?", "They are on file")
            await manager.presses("n")
        assert len(waiting_in(team, session, MONDAY)) == 2
        await manager.presses("c", "y")
        manager.sees("2 discussions about", "are on the children's files")
        assert waiting_in(team, session, MONDAY) == ()
        await manager.presses("c")
        manager.sees_not("on file?")
        await manager.presses("escape", "u", "y")
        assert len(waiting_in(team, session, MONDAY)) == 2, "one undo for both"
    copied = [row for row in journal.rows(team) if row.what == "copied"]
    assert len([row for row in copied if row.after and "worker" in row.after]) == 5  # and of each child
    talk_of = next(one.id for one in child_page(team, held[0].id, MONDAY).entries if one.text == "Quokka 0")
    record.withdraw(team, Withdraw(talk_of, "Typed on the wrong page", MONDAY), MONDAY)
    text = plain_text(team, session, MONDAY)
    assert "Quokka 0" not in text  # what was taken back is no part of what was said
    assert "Quokka 1" in text
