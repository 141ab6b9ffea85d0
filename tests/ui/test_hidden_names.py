"""Somebody stands behind the manager: h hides names on every screen at once.

References of children stay, since one could not work without them and they say nothing to whoever has no case system.
"""

from collections.abc import Collection

from db.engine import Store
from oversight_tui.services.board import load_board
from oversight_tui.ui.present.row_keys import key_of
from tests.made_once import MONDAY
from tests.ui.every_screen import Walk
from tests.ui.laden_team import names_on
from tests.ui.manager import SIZES, Manager, sitting

FILTER = "llewellyn"


def among(text: str, names: Collection[str]) -> list[str]:
    told = text.casefold()
    return sorted(name for name in names if name.casefold() in told)


def shown(manager: Manager, names: set[str]) -> list[str]:
    return among(manager.text, names)


def test_no_screen_shows_a_name_while_names_are_hidden(every_page_without_names: Walk, every_page: Walk) -> None:
    """Neither one that opens then, nor one that stood there with them; not beyond its edges either."""
    for walked in (every_page, every_page_without_names):
        assert len(walked.names) > 20
        hidden = [page for page in walked.pages if page.names_hidden]
        assert len(hidden) > 25
        showing = {page.where: named for page in hidden if (named := among(page.painted + page.in_sight, walked.names))}
        assert showing == {}


def test_screens_show_names_while_they_are_not_hidden(every_page: Walk) -> None:
    shown = {
        page.screen for page in every_page.pages if not page.names_hidden and among(page.painted, every_page.names)
    }
    assert len(shown) > 20


async def test_names_go_from_a_screen_that_is_open_and_from_those_under_it(laden: Store) -> None:
    names = names_on(laden)
    async with sitting(laden, MONDAY, SIZES[2]) as manager:
        board, app = manager.app.board_screen, manager.app
        for key in ("J", "L", "Z", "C", "V", "K", "o", "M", "enter"):
            await manager.presses("2", "g", key)
            await manager.settles()
            there = app.screen
            assert there is not board, key
            await manager.presses("h")
            assert app.screen is there, key
            assert shown(manager, names) == [], key
            await manager.presses("escape")
            await manager.settles()
            assert app.screen is board, key
            assert shown(manager, names) == [], f"the board under {key}"
            await manager.presses("down")
            manager.sees("h Show names")
            await manager.presses("h")
            assert shown(manager, names), key


async def test_a_filter_that_is_a_name_goes_with_the_names(laden: Store) -> None:
    async with sitting(laden, MONDAY) as manager:
        await manager.presses("2", "slash", *FILTER, "enter")
        manager.sees(f"/{FILTER}")
        await manager.presses("h")
        manager.sees_not(FILTER)
        assert len(manager.pane("team").lines) == len(load_board(laden, MONDAY).workers)


async def test_what_was_recorded_is_said_without_names(laden: Store) -> None:
    names = names_on(laden)
    async with sitting(laden, MONDAY) as manager:
        await manager.presses("2", "g", "h", "s", "ctrl+s")
        await manager.settles()
        manager.sees("held on")
        assert shown(manager, names) == []


async def test_an_answer_repeats_none_of_the_words_that_were_typed(laden: Store) -> None:
    async with sitting(laden, MONDAY) as manager:
        await manager.presses("2", "g", "h", "F")
        manager.puts(reference="C-7001", from_whom="Aunt Josephine", matter="Noise from Quentin", at="9.10")
        await manager.presses("ctrl+s")
        await manager.settles()
        manager.sees("C-7001: referral from ••• of Mon 23 Nov 2026")
        manager.sees_not("Josephine")


async def test_who_does_it_is_known_though_it_is_not_shown(laden: Store) -> None:
    board = load_board(laden, MONDAY)
    child = next(row for row in board.children if row.worker)
    async with sitting(laden, MONDAY) as manager:
        await manager.presses("h", "5")
        manager.app.board_screen.panes.pane("team").select(key_of(child.child.worker_id or 0))
        await manager.presses("5", "g", "p")
        manager.sees("An action for")
        await manager.types("Ring")
        await manager.presses("tab")
        manager.sees("Left empty it is")
        await manager.presses("tab", *"fri", "ctrl+s")
        await manager.settles()
        manager.sees("Action for")
    owners = {row.item.who for row in load_board(laden, MONDAY).actions if row.item.text == "Ring"}
    assert owners == {child.worker}


async def test_a_form_that_would_show_what_was_written_does_not_open(laden: Store) -> None:
    async with sitting(laden, MONDAY) as manager:
        await manager.presses("2", "h", "E")
        manager.sees("Names are hidden, and this form would show what was written. h shows them.")
        await manager.presses("h", "n", "d", "k", *"Mine", "escape", "h", "full_stop")
        manager.sees("Names are hidden, and this form")
        manager.sees_not("Mine")
        await manager.presses("h", "full_stop")
        manager.sees("Mine")


async def test_a_letter_that_chooses_a_kind_of_decision_still_does(laden: Store) -> None:
    async with sitting(laden, MONDAY) as manager:
        await manager.presses("n", "d", "h")
        manager.sees("Challenge")
        assert manager.here == "text"
        assert not manager.app.names.hidden
