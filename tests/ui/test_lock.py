"""Leaving the desk: the screen locks on a key or by itself, and shows nothing until the passphrase comes."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events

from db import open_store
from db.engine import Store, StoreLocked
from db.key import Key
from oversight_tui.config import Config
from oversight_tui.practice.ids import AboutChild
from oversight_tui.practice.requests import DecisionRequest
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.drafts import kept
from oversight_tui.services.typed_key import recovery_phrase
from oversight_tui.ui.idle import Idle
from oversight_tui.ui.widgets.secret_line import SecretLine
from tests.made_once import MONDAY
from tests.ui.conftest import PASSPHRASE
from tests.ui.desk import MINUTES, AtTheDesk, Hands, at_the_desk, names_of
from tests.ui.manager import SIZES
from tests.ui.terminal import Terminal


@pytest.mark.parametrize("size", [*SIZES[:1], *SIZES[2:], (20, 6)])
async def test_the_lock_covers_everything_and_the_passphrase_brings_it_back(
    secret: Store, size: tuple[int, int]
) -> None:
    names = names_of(secret)
    async with at_the_desk(secret, size) as manager:
        before = [line[:140] for line in manager.screen]  # the story beside the board comes a moment later
        await manager.presses("Q")
        assert secret.locked
        manager.sees("Locked", "Passphrase:")
        manager.sees_not(*names, "overdue", "Today")
        if size[0] > 20:
            manager.sees("harbour.oversight", "OFFICIAL-SENSITIVE")
        await manager.resizes(*SIZES[0])
        manager.sees_not(*names, "overdue")
        await manager.resizes(*size)
        await manager.unlocks()
        assert [line[:140] for line in manager.screen] == before


async def test_the_key_is_gone_while_it_is_locked_and_nothing_can_be_read(secret: Store, key: Key) -> None:
    async with at_the_desk(secret) as manager:
        manager.app.look()  # the connection that watches for others' writing holds a key too
        await manager.presses("Q")
        assert secret.database.connect_params.get("passphrase") is None
        assert secret.file._watching is None
        with pytest.raises(StoreLocked):
            secret.key  # noqa: B018
        with pytest.raises(StoreLocked), secret.reading():
            pass
        await manager.unlocks()
        assert secret.key == key


async def test_a_wrong_passphrase_says_one_plain_line_and_what_was_typed_is_gone(secret: Store) -> None:
    async with at_the_desk(secret) as manager:
        await manager.presses("Q")
        await manager.types("wrong")
        manager.sees("Passphrase: *****")
        manager.sees_not("wrong")
        await manager.presses("enter")
        await manager.settles()
        manager.sees("That does not open it.")
        manager.sees_not("*", str(secret.path.parent))
        assert secret.locked
        assert manager.app.screen.query_one(SecretLine).text == ""
        await manager.presses("enter")  # nothing typed is no try
        assert secret.locked
        await manager.types("half")
        await manager.presses("escape")
        manager.sees_not("*")
        await manager.unlocks()
        assert not secret.locked


async def test_the_recovery_phrase_opens_it_too(secret: Store, key: Key) -> None:
    words = recovery_phrase(key).split()
    async with at_the_desk(secret) as manager:
        await manager.presses("Q")
        await manager.unlocks("\n".join(" ".join(words[at : at + 4]) for at in range(0, 24, 4)) + "\n")
        assert not secret.locked
        manager.sees("overdue")


@pytest.mark.parametrize("away", [False, True], ids=["on the key", "by itself"])
async def test_a_reason_that_is_being_typed_is_kept_and_still_stands_there(
    secret: Store, away: bool, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("oversight_tui.ui.dialogs.draft_keeper.DRAFT_AFTER_SECONDS", 1000)  # typed a moment before
    async with at_the_desk(secret) as manager:
        await manager.presses("n", "d", "k", "tab", *"Seen")
        before = manager.typed
        form = manager.app.screen
        await (manager.is_away(MINUTES) if away else manager.presses("ctrl+l"))
        assert secret.locked
        manager.sees_not("Decide about", "Seen")
        with open_store(secret.path, key=key).reading():
            pass
        beside = open_store(secret.path, key=key)  # what somebody finds who starts the program anew
        (draft,) = kept(beside).values()
        beside.close()
        assert draft["because"] == "Seen"
        await manager.unlocks()
        assert manager.app.screen is form
        assert manager.typed == before
        await manager.presses(*"X", "ctrl+s")
        manager.sees("Decision recorded")
        assert kept(secret) == {}


async def test_it_locks_by_itself_and_any_key_paste_or_touch_of_the_mouse_begins_the_time_anew(secret: Store) -> None:
    async def key(manager: AtTheDesk) -> None:
        await manager.presses("j")

    async def paste(manager: AtTheDesk) -> None:
        await manager.pastes("nothing")

    async def mouse(manager: AtTheDesk) -> None:
        manager.app.post_message(events.MouseMove(None, 5, 5, 1, 0, 0, False, False, False))
        await manager.settles()

    touches: tuple[Callable[[AtTheDesk], object], ...] = (key, paste, mouse)
    async with at_the_desk(secret) as manager:
        for touch in touches:
            await touch(manager)  # type: ignore[misc]
            await manager.is_away(MINUTES - 1)
            assert not secret.locked, touch.__name__
        await manager.is_away(1)
        assert secret.locked


async def test_the_first_key_after_a_laptop_slept_locks_and_does_nothing_else(secret: Store) -> None:
    async with at_the_desk(secret) as manager:
        row = manager.pane("today").key
        manager.hands.wait(MINUTES)
        await manager.presses("j")
        assert secret.locked
        await manager.unlocks()
        assert manager.pane("today").key == row


@pytest.mark.parametrize("minutes", [0, 3])
async def test_how_long_is_a_setting_and_nought_is_never(secret: Store, minutes: int) -> None:
    async with at_the_desk(secret, config=Config(Path("none"), lock_minutes=minutes)) as manager:
        await manager.is_away(2.9)
        assert not secret.locked
        await manager.is_away(60)
        assert secret.locked is bool(minutes)


def test_the_clock_that_says_the_most_is_believed() -> None:
    steady, wall = Hands(), Hands()
    idle = Idle((steady, wall))
    wall.wait(15)  # the laptop slept: the steady clock stood still
    assert idle.seconds == 900
    idle.touched()
    wall.wait(-60)  # somebody set the clock back
    steady.wait(10)
    assert idle.seconds == 600


async def test_it_locks_from_every_screen_and_comes_back_to_it(secret: Store) -> None:
    async with at_the_desk(secret) as manager:
        for key in ("V", "K", "J", "L", "Z", "M", "C", "o", "O", "question_mark", "enter", "2", "d"):
            await manager.presses("n", key)
            await manager.settles()
            there = manager.app.screen
            await manager.presses("ctrl+l" if key in ("O", "question_mark") else "Q")  # something is typed there
            assert secret.locked, key
            manager.sees("Locked")
            await manager.unlocks()
            assert manager.app.screen is there, key
            if key != "2":
                assert there is not manager.app.board_screen, key
                await manager.presses("escape")


async def test_where_letters_are_typed_a_q_is_a_letter_and_ctrl_l_locks(secret: Store) -> None:
    async with at_the_desk(secret) as manager:
        for keys in (("slash",), ("colon",), ("t",), ("d", "k")):
            await manager.presses("n", *keys, "Q")
            manager.sees("Q")
            manager.sees_not("Locked")
            await manager.presses("ctrl+l")
            assert secret.locked, keys
            await manager.unlocks()
            await manager.presses("escape")


async def test_no_key_reaches_what_lies_under_the_lock(secret: Store) -> None:
    before = load_board(secret, MONDAY)
    async with at_the_desk(secret) as manager:
        await manager.presses("n", "Q")
        for sign in ("d", "k", "1", "tab", "f1", "u", "question_mark", "ctrl+p", "ctrl+l", "escape"):
            await manager.presses(sign)
        await manager.pilot.click(offset=(5, 5))
        await manager.presses("h")  # a click elsewhere takes the line away from nobody
        manager.sees("Passphrase: *")
        await manager.presses("escape")
        await manager.unlocks()
        assert manager.app.screen is manager.app.board_screen
        assert not manager.app.names.hidden
    assert load_board(secret, MONDAY) == before


async def test_a_plain_store_says_so_and_that_it_cannot_be_locked(team: Store) -> None:
    async with at_the_desk(team) as manager:
        for size in SIZES:
            await manager.resizes(*size)
            manager.sees("not encrypted")
            await manager.presses("Q")
            manager.sees("No passphrase, so no lock: leave, then `oversight passphrase set`.")
        await manager.is_away(MINUTES * 100)
        manager.sees("overdue")
        await manager.presses("J", "Q")  # a list has no line for it
        manager.sees("passphrase, so no lock")
        await manager.presses("escape", "enter", "Q")
        manager.sees("No passphrase, so no lock")


async def test_the_help_says_how_to_lock_and_why_it_cannot_be(team: Store, secret: Store) -> None:
    for store, says in ((team, "passphrase, so no lock"), (secret, "lock the screen")):
        async with at_the_desk(store, (120, 130)) as manager:
            await manager.presses("question_mark")
            await manager.types("lock the")
            manager.sees("Q  Lock the screen")
            if says == "passphrase, so no lock":
                manager.sees(says)
            else:
                manager.sees_not("passphrase, so no lock")


async def test_one_can_leave_from_the_lock(secret: Store) -> None:
    async with at_the_desk(secret) as manager:
        await manager.presses("Q", "ctrl+q")
        assert not manager.app.is_running or manager.app._exit


@pytest.mark.parametrize("number", [1, 15], ids=["the terminal is closed", "the machine shuts down"])
def test_a_real_terminal_locks_holds_nothing_in_its_title_and_leaves_in_order(
    secret: Store, number: int, tmp_path: Path
) -> None:
    first = next(row for row in load_board(secret, MONDAY).attention if row.child_id and row.state == "overdue")
    assert first.child_id is not None
    record.decide(secret, DecisionRequest("Visit", MONDAY, AboutChild(first.child_id), because="Not seen"), MONDAY)
    names = names_of(secret)
    secret.close()
    (tmp_path / "passphrase").write_text(PASSPHRASE, "utf-8")
    words = ("--store", str(secret.path), "--today", "2026-11-23", "--passphrase-file", str(tmp_path / "passphrase"))
    terminal = Terminal(*words)
    terminal.waits_for("Harbour Team")
    terminal.types("Q")
    terminal.waits_for("Passphrase:")
    assert not any(terminal.sees(name) for name in names)
    terminal.process.send_signal(number)
    assert terminal.ends() == 0
    assert re.findall(rb"\x1b\]([012]);([^\x07\x1b]*)", terminal.raw) == [(b"2", b"Oversight")]
    assert b"\x1b[23;2t" in terminal.raw


async def test_the_lock_says_what_was_copied_and_an_empty_line_clears_it(secret: Store) -> None:
    sent: list[str] = []
    async with at_the_desk(secret) as manager:
        manager.app.copy_to_clipboard = sent.append  # type: ignore[assignment,method-assign]
        await manager.presses("3", "c")
        manager.sees("sent to the terminal's clipboard")
        await manager.presses("ctrl+l")
        manager.sees("may be in the terminal's clipboard still", "empty line clears that")
        await manager.presses("enter")
        manager.sees("The terminal was asked to forget it")
        assert (len(sent), sent[-1]) == (2, "")
        await manager.presses("enter")
        assert len(sent) == 2, "once"
