"""The wall: nothing of a worker's own file is on any page, in any export, in any figure but where it is asked for."""

from pathlib import Path

import pytest

from db import open_store
from db.engine import Store
from oversight_tui.cli import COMMANDS, main
from oversight_tui.practice.personal import PERSONAL, PersonalRequest
from oversight_tui.services import record
from oversight_tui.services.agenda import session_in_hand
from oversight_tui.services.board import load_board
from oversight_tui.services.brief import brief_for
from oversight_tui.services.changes import changes
from oversight_tui.services.files import child_page, worker_page
from oversight_tui.services.journal import newest
from oversight_tui.services.personal import personal_file
from oversight_tui.ui.actions import BOARD, PAGE
from oversight_tui.ui.dialogs.form import Typing
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.text_block import TextBlock
from tests.ui.conftest import MONDAY
from tests.ui.manager import SIZES, Manager, sitting

WORDS = ("Xylograph", "Quokka", "Zeppelin")  # in the text, the support and the next step of every entry
# Commands that print, with what they need; {child} and {worker} are filled in.
PRINTING = (
    ("today",),
    ("today", "--print"),
    ("today", "--ahead", "30"),
    ("child", "{child}"),
    ("child", "{child}", "--as-child"),
    ("child", "{child}", "--significant"),
    ("worker", "{worker}"),
    ("agenda", "{worker}"),
    ("agenda", "{manager}"),
    ("calendar",),
    ("cover", "{worker}", "--open"),
    ("cover", "{manager}", "--open"),
    ("wording",),
    # What the id of an entry of that file is given to.
    ("copy", "{own}"),
    ("correct", "{own}", "--child", "{child}"),
    ("because", "{own}", "x"),
    ("mark", "{own}", "significant"),
    ("withdraw", "{own}", "--because", "x"),
    ("action", "list"),
    ("changes",),
    ("journal",),
    ("note", "list"),
    ("undo",),
    ("redo",),
    ("mine",),
    ("policy", "show"),
    ("verify",),
    ("retention", "list", "--all"),
    ("backup",),
    ("restore",),
    ("doctor", "--rehearse"),
)
SILENT = {  # what only records, or prints nothing of the store
    *("demo", "import", "supervision", "discuss", "filed", "decide", "review", "disagree", "worry", "risk", "escalate"),
    *("answered", "absence", "workers", "children", "handover", "personal", "opening", "keys", "where", "passphrase"),
}


@pytest.fixture
def walled(team: Store) -> Store:
    worker = load_board(team, MONDAY).workers[0].worker
    for kind in PERSONAL:
        text, support, step = (f"{word} {kind}" for word in WORDS)
        request = PersonalRequest(worker.id, kind, text, MONDAY, support_offered=support, next_step=step)
        record.personal(team, request, MONDAY)
    return team


def everything(manager: Manager) -> str:
    """What is painted, and what the lists and texts of the screen hold beyond its edges."""
    screen = manager.app.screen
    told = [passage.text for block in screen.query(TextBlock) for passage in block._passages]
    listed = [cell.text for lines in screen.query(LineList) for line in lines.lines for cell in line.cells]
    typed = [field.text for field in screen.query(Typing)]
    return "\n".join((manager.text, *told, *listed, *typed))


def leaks(text: str) -> list[str]:
    return [word for word in WORDS if word in text]


def test_every_command_is_looked_at() -> None:
    assert {words[0] for words in PRINTING} | SILENT == set(COMMANDS)


@pytest.mark.parametrize("words", PRINTING, ids=" ".join)
@pytest.mark.parametrize("as_json", [False, True])
def test_no_command_prints_it(
    walled: Store, words: tuple[str, ...], as_json: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    board = load_board(walled, MONDAY)
    worker = board.workers[0].worker
    child = next(row.child for row in board.children if row.child.worker_id == worker.id)
    assert board.manager is not None
    own = personal_file(walled, int(worker.id))[-1].id
    given = {"child": child.reference, "worker": worker.name, "manager": board.manager.manager.name, "own": own}
    filled = [word.format(**given) for word in words]
    main([*filled, "--store", str(walled.path), "--today", "2026-11-23", *(["--json"] if as_json else [])])
    said = capsys.readouterr()
    assert leaks(said.out + said.err) == []


def test_no_page_holds_it_that_a_screen_or_an_export_is_drawn_from(walled: Store) -> None:
    board = load_board(walled, MONDAY)
    worker = board.workers[0].worker
    pages: list[object] = [
        board,
        worker_page(walled, worker.id, MONDAY),
        session_in_hand(walled, int(worker.id), MONDAY),
    ]
    pages += [child_page(walled, row.child.id, MONDAY) for row in board.children if row.child.worker_id == worker.id]
    pages += [brief_for(walled, int(row.worker.id), MONDAY) for row in board.everybody]
    pages += [changes(walled), newest(walled)]
    assert [leaks(repr(page)) for page in pages] == [[] for _ in pages]


def test_it_is_read_where_it_is_asked_for_and_the_journal_says_so(
    walled: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    worker = load_board(walled, MONDAY).workers[0].worker
    main(["worker", worker.name, "--personal", "--store", str(walled.path), "--today", "2026-11-23"])
    assert leaks(capsys.readouterr().out) == list(WORDS)
    main(["journal", "--personal", "--store", str(walled.path)])
    assert "opened_personal" in capsys.readouterr().out


@pytest.mark.parametrize("size", [SIZES[0], SIZES[2]])
async def test_no_screen_shows_it_but_its_own(walled: Store, size: tuple[int, int]) -> None:
    """Every pane; every key of the board and of a page, from a row of the worker and of one of their children."""
    worker = load_board(walled, MONDAY).workers[0].worker
    leave = {"quit", "own_file", "undo", "redo", "reload", "hide_names", "only_mine", "filed", "copy", "mark"}
    async with sitting(walled, MONDAY, size) as manager:
        for pane in ("1", "3", "4", "2", "5"):
            await manager.presses(pane)
            assert leaks(everything(manager)) == [], pane
            if pane not in ("2", "5"):
                continue
            if pane == "2":
                manager.pane("team").select(worker.id)
            for action in BOARD:
                if action.id in leave or not action.keys:
                    continue
                await manager.presses(action.keys[0])
                assert leaks(everything(manager)) == [], action.id
                for _ in range(3):
                    if manager.app.screen is not manager.app._board_screen:
                        await manager.presses("escape")
                        assert leaks(everything(manager)) == [], action.id
            await manager.presses(pane)
        for pane in ("2", "5"):
            await manager.presses(pane)
            manager.pane("team").select(worker.id)
            for action in PAGE:
                if action.id not in ("page_quit", "page_copy", "page_filed"):
                    await manager.presses(pane, "enter", action.keys[0])
                    assert leaks(everything(manager)) == [], action.id
                    for _ in range(3):
                        if manager.app.screen is not manager.app._board_screen:
                            await manager.presses("escape")
        await manager.presses("2")
        manager.pane("team").select(worker.id)
        await manager.presses("K")
        manager.sees("Own file of", "Xylograph")


def test_no_table_but_its_own_holds_it(walled: Store) -> None:
    """Nor does what is kept beside the records."""
    store = open_store(Path(walled.path))
    with store.reading():
        tables = [
            row[0]
            for row in store.database.execute_sql("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            if row[0] not in ("personal_record", "journal_content")
        ]
        for table in tables:
            assert leaks(repr(store.database.execute_sql(f'SELECT * FROM "{table}"').fetchall())) == [], table
    store.close()
