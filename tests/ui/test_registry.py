"""The registry of actions tells the truth: each does something on its screen, and its key can be changed anywhere."""

from db.engine import Store
from oversight_tui.ui.actions import EVERYWHERE
from oversight_tui.ui.app import OversightApp
from oversight_tui.ui.keymap import PLACES, keymap_of
from oversight_tui.ui.screens.acting import ActingScreen
from oversight_tui.ui.screens.listing import ListingScreen
from tests.made_once import MONDAY
from tests.ui.manager import sitting
from tests.ui.test_every_screen import screens

# The counts at the top of the board do these, and every list may undo.
NO_KEYS = {"do_only_overdue", "do_only_due", "do_only_never"} | {one for one in dir(ListingScreen) if one[:3] == "do_"}


def test_every_action_has_something_to_do_on_its_screen_and_nothing_is_done_without_one() -> None:
    found = {one.place: one for one in screens() if issubclass(one, ActingScreen)}
    assert found.keys() == PLACES.keys()
    for place, (_, actions) in PLACES.items():
        own = {f"do_{action.id}" for action in actions}
        does = {name for name in dir(found[place]) if name.startswith("do_")}
        assert own - does == set(), place
        assert does - own - NO_KEYS == set(), place
    assert [action.id for action in EVERYWHERE if not hasattr(OversightApp, f"action_{action.id}")] == []


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
        manager.sees("M               Move the session of this row to another day")
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
        manager.sees("This row is no session.")
