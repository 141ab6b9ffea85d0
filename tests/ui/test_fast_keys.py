"""A manager types faster than screens open: no key is lost, and none acts on another row than it was meant for."""

import asyncio

from textual import events
from textual.widget import Widget

from db.engine import Store
from oversight_tui.practice.ids import ChildId, WorkerId
from oversight_tui.practice.requests import SessionTalk
from oversight_tui.services.files import child_page
from oversight_tui.ui import forms
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.dialogs.session_talk import SessionTalkForm
from oversight_tui.ui.messages import Done
from oversight_tui.ui.page_messages import DraftKept, PageLoaded
from oversight_tui.ui.screens.page import PageScreen
from oversight_tui.ui.widgets.text_block import Passage
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting
from tests.ui.quiet import press


async def bursts(manager: Manager, keys: str) -> None:
    """All of these keys at once, before the program has seen the first."""
    for key in keys:
        named = {"\r": "enter", "\t": "tab", "\x13": "ctrl+s"}.get(key, key)
        manager.app.post_message(events.Key(named, key))
    waited = 0
    while waited < 12 or manager.app.key_queue.waiting or manager.app.key_queue.holding:
        await manager.settles()
        waited += 1
        assert waited < 200


def decided(store: Store) -> list[tuple[str, str, str]]:
    """(whom it is about, what, because) of every decision of today."""
    with store.reading():
        rows = store.rows(
            "SELECT COALESCE('child ' || e.child_id, 'worker ' || e.worker_id), d.text, d.because"
            f" FROM entry e JOIN decision d ON d.entry_id = e.id WHERE e.happened_on = '{MONDAY}' ORDER BY e.id"
        )
    return [(row[0], row[1], row[2]) for row in rows]


async def test_three_decisions_typed_in_one_breath_are_about_three_rows(team: Store) -> None:
    before = len(decided(team))
    async with sitting(team, MONDAY) as manager:
        await manager.presses("v")
        await bursts(manager, "ndk1\r" * 3)
        made = decided(team)[before:]
    assert len(made) == 3
    assert len({about for about, _, _ in made}) == 3
    assert {what for _, what, _ in made} == {"Keep the plan"}
    assert all(because.startswith("Looked at again today") for _, _, because in made)


async def test_a_talk_typed_in_one_breath(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        child = manager.child
        await bursts(manager, "tMoved to his aunt\x13")
        page = child_page(team, child, MONDAY)
    assert [one.text for one in page.entries if one.happened_on == MONDAY] == ["Moved to his aunt"]


async def test_what_the_store_says_while_a_screen_is_on_its_way_breaks_nothing(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        manager.app.board_screen.forms.decide()
        form = manager.app.screen
        assert isinstance(form, Form)
        manager.app.take_answer(Done("Recorded a moment before."))
        manager.app.take_answer(DraftKept(form.draft_key, "The disk is full."))
        manager.app.take_answer(PageLoaded(child_page(team, ChildId(2), MONDAY), beside_board=True))
        await manager.settles()
        manager.sees("Decide about")
        await manager.presses("escape")
        manager.sees("The disk is full.")


async def test_a_file_that_is_read_while_its_form_is_on_its_way_stands_in_it(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        about = About(ChildId(2), None, "C-1", None, "C-1")
        form = SessionTalkForm(about, (), {}, (), SessionTalk(WorkerId(1), (), MONDAY), MONDAY)
        manager.app.open(form)
        form.show_since(ChildId(2), (Passage("She was home again"),))
        await manager.settles()
        manager.sees("She was home again")


async def test_a_key_whose_turn_is_near_waits_too_when_the_one_before_it_opens_something(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        keys = manager.app.key_queue
        before = manager.app.board_screen.selection
        keys.waiting.append(events.Key("down", None))
        keys.let_go()
        held = keys.hold()
        for _ in range(5):
            await manager.pilot.pause()
        assert manager.app.board_screen.selection == before
        assert len(keys.waiting) == 1
        held()
        await manager.settles()
        assert manager.app.board_screen.selection != before
        press(manager.app, "enter")
        press(manager.app, "d")
        await manager.settles()
        assert [type(one).__name__ for one in manager.app.screen_stack] == ["BoardScreen", "PageScreen", "DecideForm"]


async def test_the_end_of_one_wait_is_not_the_end_of_the_next(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        keys = manager.app.key_queue
        first, second = keys.hold(), keys.hold()
        first()
        assert keys.holding is not None
        second()
        assert keys.holding is None


async def test_a_screen_that_is_closed_before_it_stands_is_closed_and_no_more(team: Store) -> None:
    about = About(ChildId(2), WorkerId(1), "C-1", "Amira Khan", "C-1")
    draft = {"text": "Half a sentence", "kind": "other"}
    async with sitting(team, MONDAY) as manager:
        for make in forms.ABOUT_SOMEBODY.values():
            form = make(about)
            manager.app.drafts.keep(form.draft_key, draft)
            manager.app.push_screen(form)
            await closed_while_mounting(manager, form)
        page = PageScreen(child_page(team, ChildId(2), MONDAY))
        manager.app.push_screen(page)
        await closed_while_mounting(manager, page)
        assert manager.app.return_code in (None, 0)


async def closed_while_mounting(manager: Manager, screen: Widget) -> None:
    """Take a screen away when its widgets are made and it has not been told yet that they stand."""
    for _ in range(100):
        if screen.query("*"):
            break
        await asyncio.sleep(0)
    manager.app.pop_screen()
    await manager.settles()
    assert manager.app.screen is manager.app.board_screen
