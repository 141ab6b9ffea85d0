"""The protective marking stands on every screen and every printed page, whole, at every size."""

from concurrent.futures import Future
from pathlib import Path

import pytest

from db.engine import Store
from oversight_tui.cli import main
from oversight_tui.config import Config
from oversight_tui.practice.board import Board
from oversight_tui.services.board import load_board
from oversight_tui.ui.app import OversightApp
from tests.engines import PLAIN, chosen
from tests.made_once import MONDAY
from tests.ui.every_screen import Walk
from tests.ui.manager import SIZES, Manager, sitting

NOT_ENCRYPTED = ("not encrypted",) if chosen() == PLAIN else ()  # said of a plain store beside the marking
MARKING = "OFFICIAL-SENSITIVE"
PRINTED = (
    ("today",),
    ("today", "--print"),
    ("today", "--ahead", "30"),
    ("child", "{child}"),
    ("child", "{child}", "--as-child"),
    ("cover", "{worker}", "--open"),
    ("worker", "{worker}"),
    ("worker", "{worker}", "--personal"),
    ("agenda", "{worker}"),
    ("calendar",),
    ("action", "list"),
    ("changes",),
    ("note", "list"),
    ("journal",),
    ("copy", "{entry}"),
)


def test_it_stands_on_every_screen(every_page: Walk, every_page_without_names: Walk) -> None:
    """On a small terminal and on the smallest."""
    for walked in (every_page, every_page_without_names):
        assert [page.where for page in walked.pages if MARKING not in page.painted] == []


async def test_it_stands_there_on_the_first_morning(tmp_path: Path) -> None:
    async with sitting(tmp_path / "empty.oversight", MONDAY) as manager:
        for size in SIZES:
            await manager.resizes(*size)
            manager.sees(MARKING, *NOT_ENCRYPTED, "no team in this store yet")


async def test_a_store_that_is_not_as_it_was_left_says_so_on_every_screen_and_why_at_the_start(team: Store) -> None:
    team.outside.doubts = ("This store is older than what was seen here.",)
    app = OversightApp(team, lambda: MONDAY, config=Config(Path("none")), first_board=read_now(team))
    async with app.run_test(size=SIZES[0]) as pilot:
        manager = Manager(app, pilot)
        await manager.settles()
        manager.sees(MARKING, "not as it was left: run oversight verify", "older than what was seen here")
        await manager.presses("J")
        manager.sees("not as it was left: run oversight verify")
        app.worker.close()


def read_now(store: Store) -> Future[Board]:
    """The first board, as it is read while the screen is still being made."""
    first: Future[Board] = Future()
    first.set_result(load_board(store, MONDAY))
    return first


@pytest.mark.file_store("a made-up team is never kept otherwise")
async def test_it_takes_nothing_from_what_is_overdue(team: Store) -> None:
    """The longest marking there can be, on a plain store with a made-up team."""
    long = "OFFICIAL-SENSITIVE PERSONAL, CHILDREN X1"
    counts = load_board(team, MONDAY).counts
    app = OversightApp(team, lambda: MONDAY, config=Config(Path("none"), marking=long), made_up=True)
    async with app.run_test() as pilot:
        manager = Manager(app, pilot)
        for size in SIZES:
            await manager.resizes(*size)
            manager.sees(long, "not encrypted", "made-up team")
            manager.sees(f"{counts.overdue} overdue", f"{counts.due} due", f"{counts.never} never", "Harbour Team")


async def test_another_word_or_none_is_a_setting(team: Store) -> None:
    for marking in ("RESTRICTED", ""):
        app = OversightApp(team, lambda: MONDAY, config=Config(Path("none"), marking=marking))
        async with app.run_test(size=SIZES[0]) as pilot:
            manager = Manager(app, pilot)
            await manager.settles()
            manager.sees_not(MARKING)
            manager.sees(marking, *NOT_ENCRYPTED)
            await manager.presses("question_mark")
            manager.sees(marking)
            manager.sees_not(MARKING)
            app.worker.close()


async def test_a_copied_entry_carries_it(team: Store) -> None:
    copied: list[str] = []
    async with sitting(team, MONDAY) as manager:
        manager.app.copy_to_clipboard = copied.append  # type: ignore[assignment,method-assign]
        await manager.presses("3", "c")
        await manager.settles()
    assert [text.splitlines()[0] for text in copied] == [MARKING]


@pytest.mark.parametrize("words", PRINTED, ids=" ".join)
def test_it_stands_over_every_printed_page_and_not_in_json(
    team: Store,
    words: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    board = load_board(team, MONDAY)
    child = next(row.child for row in board.children if row.worker)
    worker = board.workers[0].worker.name
    entry = board.worries[0].item.id
    filled = [word.format(child=child.reference, worker=worker, entry=entry) for word in words]
    command = [*filled, "--store", str(team.path), "--today", "2026-11-23"]
    assert main(command) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == MARKING
    assert (lines[-1] == MARKING) is ("--print" in words)
    main([*command, "--json"])
    assert MARKING not in capsys.readouterr().out
    settings = tmp_path / "config.toml"
    settings.write_text('marking = ""\n', "utf-8")
    monkeypatch.setenv("OVERSIGHT_CONFIG", str(settings))
    main(command)
    assert capsys.readouterr().out.splitlines()[0] not in ("", MARKING)
