"""The record of a session at the screen: read as one text, agreed or seen otherwise, and what waits of it."""

from datetime import timedelta

from db.engine import Store
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.requests import HoldSession
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.personal import personal_file
from oversight_tui.services.session_told import session_record
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.present.rows import attention_key
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting

DAY = timedelta(days=1)
LATER = MONDAY + 21 * DAY


def held(team: Store) -> WorkerId:
    """A session that was held on Monday, with whom it was."""
    worker = next(row.worker.id for row in load_board(team, MONDAY).workers if row.absence is None)
    record.hold(team, HoldSession(worker, MONDAY, minutes=60), MONDAY)
    return worker


async def on_the_own_file_line(manager: Manager, team: Store, worker: WorkerId) -> None:
    rows = load_board(team, LATER).attention
    row = next(one for one in rows if one.kind == "own_file" and one.worker_id == worker)
    await manager.presses("1")
    manager.pane("today").select(attention_key(row))
    await manager.settles()


def waiting(team: Store, worker: WorkerId) -> int:
    return len(personal_file(team, worker, LATER).waiting)


async def test_a_record_that_was_not_agreed_is_settled_from_its_line_with_the_words_of_the_worker(team: Store) -> None:
    worker = held(team)
    async with sitting(team, LATER) as manager:
        await on_the_own_file_line(manager, team, worker)
        manager.sees_not("2 children  ")
        for key in ("e", "x"):
            await manager.presses(key)
            manager.sees("What it is stands in the worker's own file. K opens it.")
        await manager.presses("W")
        manager.sees("Record of the session", "Earlier too")
        manager.puts(step="otherwise", text="Zorblax was mine", before="yes")
        await manager.presses("ctrl+s")
        manager.sees("seen otherwise")
        manager.sees_not("Zorblax")
    assert waiting(team, worker) == 0


async def test_the_own_file_says_which_record_waits_and_shows_it_as_one_text(team: Store) -> None:
    worker = held(team)
    async with sitting(team, LATER, (120, 35)) as manager:
        await manager.presses("2")
        manager.pane("team").select(key_of(worker))
        await manager.presses("K")
        manager.sees("Record waits", "Not sent on yet")
        await manager.presses("e")
        manager.sees("This is a session. W says what became of its record.")
        await manager.presses("r")
        manager.sees("Record of supervision", "Children who were talked about: 0", "Length: 60 minutes")
        await manager.presses("W", "a", "ctrl+s", "escape")
    assert waiting(team, worker) == 0


async def test_who_was_talked_about_in_a_session_cut_short_is_written_up_the_next_day(team: Store) -> None:
    board = load_board(team, MONDAY)
    worker = next(row.worker for row in board.workers if row.absence is None and row.children > 3)
    async with sitting(team, MONDAY) as manager:
        await manager.presses("2")
        manager.pane("team").select(key_of(worker.id))
        await manager.presses("V", "V", "1", "enter", "f")
        left = manager.app.screen.left[0]  # type: ignore[attr-defined]
        reference = next(row.child.reference for row in board.children if row.child.id == left)
        manager.puts(minutes="20", counts="yes", later=reference)
        await manager.presses("ctrl+s")
        manager.sees("1 to be written up")
    (row,) = [
        one
        for one in load_board(team, MONDAY + DAY).attention
        if one.kind == "to_write_up" and one.id is not None and one.worker_id == worker.id
    ]
    async with sitting(team, MONDAY + DAY) as manager:
        await manager.presses("1")
        manager.pane("today").select(attention_key(row))
        await manager.presses("t")
        manager.puts(children=reference, text="She asked for her sister", action_1="Ring gran; Me; fri")
        await manager.presses("ctrl+s")
        manager.sees("written, 1 action")
    assert row.id is not None
    told = session_record(team, row.id, MONDAY + DAY, {})
    (child,) = [one for one in told.children if one.child.startswith(reference)]
    assert child.said == ("What was said: She asked for her sister",)
    assert [one.text for one in child.agreed] == ["Ring gran"]
