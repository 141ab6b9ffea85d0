"""The palette: whoever and whatever one can name in a few letters, and everything that was ever said."""

from functools import partial

import pytest

from db.engine import Store
from oversight_tui.practice.ids import AboutChild, AboutWorker
from oversight_tui.practice.requests import (
    DecisionRequest,
    DiscussionRequest,
    MarkEntry,
    NoteRequest,
    PersonalRequest,
    Withdraw,
)
from oversight_tui.services import journal, record
from oversight_tui.services.board import load_board
from oversight_tui.ui.actions import BOARD
from oversight_tui.ui.other_words import called_otherwise
from oversight_tui.ui.present.offers import Offer, meant
from oversight_tui.ui.screens.page import PageScreen
from oversight_tui.ui.screens.palette import PaletteScreen
from oversight_tui.ui.widgets.line_list import LineList
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting


def first(manager: Manager) -> str:
    """The key of the row that Enter would take."""
    assert isinstance(manager.app.screen, PaletteScreen)
    return manager.app.screen.query_one("#found", LineList).key or ""


async def test_a_worker_and_a_child_by_a_few_letters_with_a_slip_of_the_finger_and_without_accents(team: Store) -> None:
    child = load_board(team, MONDAY).children[3].child
    async with sitting(team, MONDAY) as manager:
        await manager.types(":sian")
        manager.sees("Siân Llewellyn")
        await manager.presses("enter")
        manager.sees("Siân Llewellyn")
        assert isinstance(manager.app.screen, PageScreen)
        await manager.presses("escape", "ctrl+p", *child.reference.lower(), "enter")
        manager.sees(child.reference)
        await manager.presses("escape")
        for slip, name in (("yvone", "Yvonne Clarke"), ("llewelyn", "Siân Llewellyn"), ("nadai", "Nadia Rehman")):
            await manager.types(f":{slip}")
            manager.sees(name)
            assert first(manager).startswith("worker")
            await manager.presses("escape")


def words_marked(manager: Manager) -> set[str]:
    """What is underlined in what was found."""
    found = manager.app.screen.query_one("#found", LineList)
    lines = [found.render_line(y) for y in range(found.size.height)]
    return {part.text for line in lines for part in line if part.style and part.style.underline and part.style.bold}


WORDS = {
    "help": "help",
    "leave": "quit",
    "undo": "undo",
    "quit": "quit",
    "exit": "quit",
    "cover": "cover",
    "hand over": "hand_over",
    "handover": "hand_over",
    "theme": "theme",
    "backup": "back_up",
    "print": "print_today",
    "import": "import_lists",
    "settings": "settings",
    "delete": "withdraw",
    "search": "filter",
    "late": "next_overdue",
    "overdue": "next_overdue",
    "calendar": "calendar",
    "diary": "calendar",
    "lock": "lock",
    "passphrase": "lock",
    "sick": "absence",
    "holiday": "absence",
    "edit": "correct",
    "erase": "retention",
    "task": "add_action",
    "tasks": "all_actions",
    "concern": "worry",
    "audit": "journal",
    "refresh": "reload",
    "unod": "undo",
    "calender": "calendar",
    "sent": "look_again",
    "agreed": "look_again",
    "share": "day",
    "clash": "book",
    "close": "look_again",
}


def test_every_action_of_the_board_is_found_by_its_name_and_by_the_words_of_a_newcomer() -> None:
    offered = [action for action in BOARD if action.id not in ("palette", "back")]
    offers = [Offer(one.id, "do", partial(str, f"{one.help} {one.label}"), called_otherwise(one.id)) for one in offered]
    for one in offered:
        assert meant(offers, one.id.replace("_", " "))[0].key == one.id
    found = {typed: [offer.key for offer in meant(offers, typed)][:3] for typed in WORDS}
    assert {typed: keys for typed, keys in found.items() if WORDS[typed] not in keys} == {}


async def test_any_key_by_its_words_and_one_that_cannot_act_here_says_why_and_stays(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("n", "colon", *"same-day", "space", *"record", "enter")
        manager.sees("Same-day discussion C-")
        await manager.presses("escape", "colon")
        assert first(manager) == "lately do talk"
        await manager.types("reply senior")
        manager.sees("This row is no escalation or consultation that waits for its answer.")
        await manager.presses("enter")
        assert first(manager) == "do escalation_answer"
        await manager.presses("escape", "colon", *"qqqq")
        manager.sees("Nothing and nobody goes by that")
        await manager.presses("enter")
        assert manager.here == "today"


async def test_what_was_said_is_found_and_opened_where_it_was_said(team: Store) -> None:
    board = load_board(team, MONDAY)
    child, other = board.children[3].child, board.children[4].child
    said = record.record(team, DiscussionRequest((child.id,), "He had a zebra finch in his pocket", MONDAY), MONDAY)
    hidden = record.record(team, DecisionRequest("No zebra here", MONDAY, AboutChild(other.id), because="x"), MONDAY)
    record.record(team, MarkEntry(hidden[0].id, "sensitive"), MONDAY)  # type: ignore[arg-type]
    gone = record.record(team, DecisionRequest("Zebra crossing", MONDAY, AboutChild(other.id), because="x"), MONDAY)
    record.record(team, Withdraw(gone[0].id, "Not hers", MONDAY), MONDAY)  # type: ignore[arg-type]
    record.record(team, PersonalRequest(board.workers[0].worker.id, "goal", "Wants to run a marathon", MONDAY), MONDAY)
    record.record(team, NoteRequest("Ask about the zebra", AboutWorker(board.workers[0].worker.id)), MONDAY)
    async with sitting(team, MONDAY) as manager:
        await manager.types(":zebr fin")
        manager.sees("Said", "He had a zebra finch in his pocket", child.reference)
        await manager.presses("enter")
        page = manager.app.screen
        assert isinstance(page, PageScreen)
        assert (page.page.about, page._selected() and page._selected().id) == (AboutChild(child.id), said[0].id)  # type: ignore[union-attr]
        manager.sees("zebra finch")
        await manager.types(":as the child")
        assert first(manager) == "do page_as_child"
        await manager.presses("ctrl+p")
        await manager.types(":zebra finch")
        await manager.presses("enter")
        assert manager.app.screen is page
        await manager.presses("escape")
        manager.sees("Find anything · said 1 of 1", ": zebra finch")  # what was looked for last, and found
        assert first(manager) == f"said {said[0].id}"
        await manager.presses("escape")
        await manager.types(":zebra")  # what is typed stands in its place
        manager.sees(": zebra", "said 1 of 2", "zebra finch", "Ask about the zebra")
        manager.sees_not(": zebra finch")
        assert words_marked(manager) == {"zebra"}
        manager.sees_not("Zebra crossing", "No zebra here")
        await manager.presses("ctrl+o")
        manager.sees("Zebra crossing")
        manager.sees_not("No zebra here")
        await manager.presses("escape")
        await manager.types(":ask zebra\n".rstrip())
        await manager.presses("enter")
        manager.sees("Notes to yourself", "Ask about the zebra")
        await manager.presses("escape", "escape", "colon", "backspace", "ctrl+f")
        manager.sees("Type what to look for")
        await manager.types("marathon")
        manager.sees_not("Find anything · said")
        await manager.presses("ctrl+f")
        opened = len(board.everybody)
        manager.sees("Own files", "Wants to run a marathon", f"said 1 of 1 · {opened} own files opened")
        assert [row.what for row in journal.rows(team, personal=True)].count("opened_personal") == opened
        await manager.presses("enter")
        manager.sees("Own file of", "Wants to run a marathon")
        await manager.presses("escape")
        manager.sees(": marathon")
        await manager.presses("escape", "h")
        await manager.types(":zebra")
        manager.sees(child.reference)
        manager.sees_not("zebra finch", "Ask about the zebra")


async def test_enter_waits_for_what_is_only_being_looked_for(team: Store) -> None:
    child = load_board(team, MONDAY).children[3].child
    record.record(team, DiscussionRequest((child.id,), "Quicksand behind the shed", MONDAY), MONDAY)
    async with sitting(team, MONDAY) as manager:
        await manager.presses("colon")
        await manager.types("quicksand")
        await manager.presses("enter")
        assert isinstance(manager.app.screen, PageScreen)


async def test_names_that_are_hidden_are_hidden_here_too(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("h", "colon", *"worker")
        manager.sees_not("Llewellyn")


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 50)])
async def test_it_can_be_read_in_every_size(team: Store, size: tuple[int, int]) -> None:
    async with sitting(team, MONDAY, size=size) as manager:
        await manager.types(":decide")
        manager.sees("Record a decision")
