"""The registry of actions tells the truth: each does something on its screen, and its key can be changed anywhere."""

from typing import get_args

from db.engine import Store
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.ui.actions import BOARD, CLICKS, EVERYWHERE, ActionId
from oversight_tui.ui.app import OversightApp
from oversight_tui.ui.keymap import PLACES, Keymap, Place, keymap_of
from oversight_tui.ui.present.reasons import ON_MARKED_ROWS, ON_ONE_ROW, Situation, cannot
from oversight_tui.ui.screens.acting import ActingScreen
from tests.made_once import MONDAY
from tests.ui.manager import sitting

# The keys that lead from a worker's row of the board to each screen that has actions.
LEADS_TO: dict[Place, tuple[str, ...]] = {
    "board": (),
    "page": ("enter",),
    "session": ("V",),
    "actions": ("L",),
    "calendar": ("Z",),
    "day": ("6",),
    "changes": ("C",),
    "journal": ("J",),
    "notes": ("o",),
    "own_file": ("K",),
    "own_effect": ("K", "v"),
    "session_told": ("j", "K", "G", "r"),
    "regularity": ("percent_sign",),
    "decisions": ("7",),
    "audits": ("8",),
    "visits": ("9",),
    "sight": ("circumflex_accent",),
    "sight_rows": ("circumflex_accent", "enter"),
    "retention": ("z",),
    "brief": ("B",),
    "settings": ("comma",),
}


async def test_every_action_has_something_to_do_on_its_screen_and_nothing_is_done_without_one(team: Store) -> None:
    assert LEADS_TO.keys() == PLACES.keys() == set(get_args(Place))
    async with sitting(team, MONDAY) as manager:
        await manager.presses("2")
        for place, keys in LEADS_TO.items():
            await manager.presses(*keys)
            screen = manager.app.screen
            assert isinstance(screen, ActingScreen)
            assert screen.place == place
            clicks = CLICKS if place == "board" else ()
            assert screen.handlers().keys() == {*clicks, *(action.id for action in PLACES[place][1])}, place
            await manager.presses(*("escape" for _ in keys))
    assert [action.id for action in EVERYWHERE if not hasattr(OversightApp, f"action_{action.id}")] == []


def test_the_type_of_an_action_names_every_action_and_no_other() -> None:
    listed = {action.id for _, actions in PLACES.values() for action in actions}
    assert set(get_args(ActionId)) == {*listed, *CLICKS}


def test_no_key_stands_for_two_things_on_one_screen() -> None:
    for place, (_, actions) in PLACES.items():
        keys = [key for action in actions for key in action.keys]
        assert len(keys) == len(set(keys)), place


async def test_the_key_of_a_list_is_changed_and_shows_in_its_line_and_its_help(team: Store) -> None:
    keymap = keymap_of({"calendar_move": ("M",), "withdraw": ("f3",)})
    async with sitting(team, MONDAY, keymap=keymap) as manager:
        await manager.presses("Z")
        manager.sees("M Move")
        await manager.presses("m")
        manager.sees_not("Move the")
        await manager.presses("question_mark")
        assert "M Move this session to another day" in " ".join(manager.text.split())
        await manager.presses("escape", "M")
        manager.sees("Move the")
        await manager.presses("escape", "escape", "L")
        manager.sees("f3 Withdraw")


async def test_a_list_says_why_a_key_cannot_act(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("z", "x")
        manager.sees("No row is here.")
        await manager.presses("question_mark")
        manager.sees("Not here: No row is here.")
        await manager.presses("escape", "escape", "Z", "v", "G", "m")
        manager.sees("This is no session.")


async def test_a_reason_names_the_keys_that_are_in_force(team: Store) -> None:
    keymap = keymap_of(
        {"pane_3": ("f3",), "mark": ("f4",), "whose_board": ("f6",), "all_actions": ("f7",), "next_entry": ("f8",)}
        | {"own_file": ("f9",)}
    )
    async with sitting(team, MONDAY, keymap=keymap) as manager:
        await manager.presses("2", "D")
        manager.sees("Nothing is marked. F4 marks a row.")
        await manager.presses("W")
        manager.sees("F9 opens the worker's own file")
        await manager.presses("P")
        manager.sees("F7 lists them all.")
        await manager.presses("5", "g", "enter", "e")
        manager.sees("F8 chooses the entry first, or a click on it.")


async def test_a_failure_names_the_key_that_reads_the_store_again(team: Store) -> None:
    async with sitting(team, MONDAY, keymap=keymap_of({"reload": ("f5",)})) as manager:
        says = manager.app.worker.thread.sentence_for(ValueError("a name"))
    assert says == "Something went wrong (ValueError). Nothing was saved; press f5 to read the store again."


def test_every_key_of_the_board_says_what_it_does_while_rows_are_marked() -> None:
    about_no_row = {action.id for action in BOARD} - ON_MARKED_ROWS - ON_ONE_ROW
    assert not ON_MARKED_ROWS & ON_ONE_ROW
    assert about_no_row == {
        *("next_overdue", "previous_overdue", "open_page", "hold_session", "calendar", "day", "all_actions", "brief"),
        *("undo", "redo", "go_on", "referral", "add_worker", "own_file", "own_notes", "changes", "journal"),
        "posts",
        *(
            "regularity",
            "decisions",
            "audits",
            "visit_reasons",
            "sight",
            "retention",
            "palette",
            "filter",
            "only",
            "only_mine",
            "pane_1",
            "pane_2",
            "pane_3",
            "pane_4",
            "pane_5",
        ),
        *("points", "worker_rows", "settings", "theme", "back_up", "import_lists", "print_today", "tour", "look_back"),
        *("opening_dates", "whose_board", "zoom", "unzoom", "hide_names", "lock", "reload", "help", "back", "quit"),
    }
    for action_id in ON_ONE_ROW:
        situation = Situation(child_id=ChildId(1), worker_id=WorkerId(1), entry_id=EntryId(1), marked=4)
        assert "4 rows are marked, and this is about one row." in cannot(action_id, situation, Keymap())


async def test_no_key_acts_on_the_row_under_the_cursor_while_others_are_marked(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g", "space", "space")
        for key in ("t", "R", "w", "p", "e"):
            await manager.presses(key)
            manager.sees("2 rows are marked")
            assert manager.app.screen is manager.app.board_screen
        await manager.presses("d")
        manager.sees("Decide about 2 at once")
        await manager.presses("escape", "a")
        manager.sees("Hand over")
        await manager.presses("escape", "escape", "t")
        manager.sees("Same-day discussion")
