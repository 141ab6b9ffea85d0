"""The manager's word, typed on the screen and read back from the store."""

import shutil
from pathlib import Path

from db import open_store
from db.engine import Store
from oversight_tui.practice.facts import Entry
from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.requests import HoldSession, LinkFamily
from oversight_tui.services import drafts
from oversight_tui.services.board import load_board
from oversight_tui.services.files import child_page, worker_page
from oversight_tui.services.record import hold, link_family
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.present.rows import attention_key
from oversight_tui.words.text import paragraphs
from tests.made_once import MONDAY
from tests.ui.manager import SIZES, sitting


def entries(store: Store, child: ChildId | None, kind: str) -> list[Entry]:
    """What stands on a child's page of one kind, of today."""
    assert child is not None
    page = child_page(store, child, MONDAY)
    return [one for one in page.entries if one.kind == kind and one.happened_on == MONDAY]


async def test_a_decision_takes_five_keys_and_leads_to_the_next_row(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("v", "v")
        for size in SIZES:
            await manager.resizes(*size)
            await manager.presses("n")
            while manager.app.board_screen.selection.child_id is None:
                await manager.presses("n")
            child = manager.app.board_screen.selection.child_id
            await manager.presses("d", "v", "1", "enter")
            assert manager.app.board_screen.selection.child_id != child
            manager.sees("Decision recorded", "overdue")
            (made,) = entries(team, child, "decision")
            assert made.text == "Visit"
            assert (made.because or "").startswith("Looked at again today")
            assert made.by == "Angela Brathwaite"


async def test_a_talk_about_two_children_with_two_actions(team: Store) -> None:
    board = load_board(team, MONDAY)
    one, other = (row.child for row in board.children[:2])
    link_family(team, LinkFamily((one.id, other.id), "Marsh"), MONDAY)
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g", "t")
        manager.puts(children=f"{one.reference}, {other.reference}")
        await manager.types("Moved to their aunt")
        manager.puts(action_1="Ring school; Siân Llewellyn; fri")
        await manager.settles()
        manager.puts(action_2="Visit both; Siân Llewellyn; tomorrow")
        await manager.presses("ctrl+s")
        manager.sees("Discussion recorded for", "2 actions")
        today = manager.pane("today")
        await manager.resizes(80, 24)
        await manager.presses("1", "g")
        first = today.lines[0].key
        asked = next(line for line in today.lines if line.key.startswith("discussion_open"))
        follows = today.lines[today.lines.index(asked) + 1].key
        today.select(asked.key)
        await manager.presses("t")
        await manager.types("We talked it over")
        await manager.presses("ctrl+s")
        manager.sees("Discussion recorded for", "u undoes it.", "To be put on", "f on its row")
        assert (today.key, today.lines[today.top].key) == (follows, first), "the next row, and the urgent ones in sight"
    for child in (one, other):
        (talk,) = entries(team, child.id, "discussion")
        assert talk.text == "Moved to their aunt"
        assert len(entries(team, child.id, "action")) == 2


async def test_what_cannot_be_recorded_stays_in_the_form_with_the_reason(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("n", "d", "v", "tab", "tab")
        await manager.types("31/02/2027")
        await manager.presses("ctrl+s")
        manager.sees("31/02/2027", "Decide about")
        await manager.presses("ctrl+u")
        await manager.types("yesterday")
        await manager.presses("ctrl+s")
        manager.sees("has passed", "Visit")


async def test_a_worry_is_raised_looked_at_again_and_closed(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        child = manager.app.board_screen.selection.child_id
        await manager.presses("w")
        await manager.types("Lost weight")
        manager.puts(severity="3")
        await manager.presses("ctrl+s")
        manager.sees("Worry raised for")
        raised = next(row for row in load_board(team, MONDAY).worries if row.item.child_id == child)
        await manager.presses("3", "g")
        while manager.pane("worries").key != key_of(raised.item.id):
            await manager.presses("j")
        await manager.presses("W")
        await manager.types("Still losing")
        await manager.presses("tab", *"+2w", "ctrl+s")
        manager.sees("reviewed")
        await manager.presses("W")
        await manager.types("Has gained two kilos")
        manager.puts(scales="Mum 7")
        await manager.presses("ctrl+s")
        manager.sees("for a worry that stays open: give a day")
        manager.puts(scales="")
        await manager.presses("ctrl+s")
        manager.sees("y closes the worry")
        await manager.presses("y")
        manager.sees("closed")
    assert raised.item.id not in {row.item.id for row in load_board(team, MONDAY).worries}


async def test_undo_takes_back_the_whole_of_the_last_thing_and_says_what(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("v", "n")
        child = manager.app.board_screen.selection.child_id
        before = len(entries(team, child, "decision"))
        await manager.presses("d", "k", "1", "enter", "u")
        manager.sees("(as you left it)", "Keep the plan")
        await manager.presses("escape")
        manager.sees("Taken back: the decision 'Keep the plan' about")
        made = entries(team, child, "decision")
    assert (len(made), made[-1].withdrawn) == (before + 1, True)


async def test_a_discussion_is_put_on_file_from_its_row(team: Store) -> None:
    waiting = next(row for row in load_board(team, MONDAY).attention if row.kind == "discussion_not_on_file")
    async with sitting(team, MONDAY) as manager:
        await manager.presses("4", "f")
        manager.sees("asked for and is still to be held")
        await manager.presses("1")
        manager.pane("today").select(attention_key(waiting))
        await manager.presses("f")
        manager.sees("on the child's file")
    assert waiting.id not in {row.id for row in load_board(team, MONDAY).attention}


async def test_what_was_being_typed_is_offered_again_after_the_program_ended(
    made_up_team: Path, tmp_path: Path
) -> None:
    path = tmp_path / "again.oversight"
    shutil.copy(made_up_team, path)
    async with sitting(path, MONDAY) as manager:
        await manager.presses("v", "n")
        about = manager.app.board_screen.selection.child_id
        await manager.presses("d", "m", "enter")
        await manager.types("Her school rang and")
        await manager.pilot.pause(0.6)
        await manager.settles()
        store = open_store(path)
        assert drafts.kept(store)[f"decide:child:{about}"]["because"] == "Her school rang and"
        store.close()
    async with sitting(path, MONDAY) as manager:
        manager.sees("1 draft kept from before")
        await manager.presses("full_stop")
        manager.sees("Her school rang and", "Call a meeting", "as you left it")
        await manager.types(" wants to meet")
        await manager.presses("ctrl+s")
        manager.sees("Decision recorded", "call a meeting")
        (made,) = entries(manager.app.worker._store, about, "decision")
        assert made.because == "Her school rang and wants to meet"
        await manager.presses("full_stop")
        manager.sees("There is no draft")


HOSTILE = "[/] [red]x[/red] emoji 👩‍👧 عربي देवनागरी"


async def test_hostile_text_goes_in_and_comes_out_the_same_less_control_signs(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        child = manager.app.board_screen.selection.child_id
        await manager.presses("w")
        manager.puts(text=f"{HOSTILE}\x1b[2J\u202e\n{'a' * 100_000}", severity="3")
        await manager.presses("ctrl+s")
        manager.sees("Worry raised for")
    worry = next(row.item for row in load_board(team, MONDAY).worries if row.item.child_id == child)
    assert worry.text == paragraphs(f"{HOSTILE}[2J\n{'a' * 100_000}")


def key_of_first(store: Store, kind: str) -> str:
    return next(attention_key(row) for row in load_board(store, MONDAY).attention if row.kind == kind)


async def test_what_waits_is_ended_from_its_row(team: Store) -> None:
    """A decision gets its reason, an action its outcome, an escalation its answer."""
    for kind, key, typed in (
        ("decision_without_because", "b", "Nobody has seen her"),
        ("action", "P", ""),
        ("escalation", "I", "There is a place"),
    ):
        row = key_of_first(team, kind)
        store = open_store(team.path)
        async with sitting(store, MONDAY) as manager:
            await manager.presses("1")
            manager.pane("today").select(row)
            await manager.presses(key)
            await manager.types(typed)
            await manager.presses("ctrl+s")
        assert row not in {attention_key(one) for one in load_board(team, MONDAY).attention}


async def test_supervision_held_planned_and_a_worker_away(team: Store) -> None:
    board = load_board(team, MONDAY)
    worker = next(row for row in board.workers if row.supervision.state == "overdue")
    child = next(row.child for row in board.children if row.child.worker_id == worker.worker.id)
    async with sitting(team, MONDAY) as manager:
        await manager.presses("2")
        manager.pane("team").select(key_of(worker.worker.id))
        await manager.presses("s", "tab", *"90", "tab")
        manager.puts(children=child.reference)
        await manager.presses("ctrl+s")
        manager.sees("1 child discussed")
        await manager.presses("S", *"+2w", "ctrl+s")
        manager.sees("planned for Mon 7 Dec 2026")
        await manager.presses("A", "tab", *"+3d", "tab", *"sick", "ctrl+s")
        manager.sees("away from Mon 23 Nov 2026")
    after = next(row for row in load_board(team, MONDAY).workers if row.worker.id == worker.worker.id)
    assert after.absence is not None
    assert (after.absence.reason, after.supervision.days_since) == ("sickness", 0)


async def test_a_session_saved_twice_is_asked_about(team: Store) -> None:
    worker = next(row for row in load_board(team, MONDAY).workers if row.supervision.state == "overdue").worker
    hold(team, HoldSession(worker.id, MONDAY), MONDAY)

    def held() -> int:
        page = worker_page(team, worker.id, MONDAY)
        assert page is not None
        return sum(one.held_on == MONDAY for one in page.sessions)

    async with sitting(team, MONDAY) as manager:
        await manager.presses("2")
        manager.pane("team").select(key_of(worker.id))
        await manager.presses("s", "ctrl+s")
        manager.sees("was held on Mon 23 Nov 2026 already", "second session of that day")
        await manager.presses("n")
        assert held() == 1
        await manager.presses("ctrl+s", "y")
        manager.sees("held on Mon 23 Nov 2026")
    assert held() == 2


async def test_an_action_a_rating_and_somebody_senior(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        child = manager.app.board_screen.selection.child_id
        await manager.presses("p")
        await manager.types("Ring school")
        await manager.presses("tab", "tab", *"fri", "ctrl+s")
        manager.sees("by Fri 27 Nov 2026")
        await manager.presses("R", *"v", "tab")
        await manager.types("Threats at the door")
        await manager.presses("ctrl+s")
        manager.sees("very high risk")
        await manager.presses("i")
        await manager.types("Service manager")
        await manager.presses("tab")
        await manager.types("No placement")
        await manager.presses("ctrl+s")
        manager.sees("Escalated to Service manager")
    assert [len(entries(team, child, kind)) for kind in ("action", "risk", "escalation")] == [1, 1, 1]


async def test_a_key_that_cannot_act_says_why(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("2")
        for key, words in (
            ("W", "K opens the worker's own file, where records of sessions are said to be"),
            ("b", "no decision"),
            ("P", "no action"),
            ("I", "no escalation"),
            ("R", "one child"),
        ):
            await manager.presses(key)
            manager.sees(words)


async def test_what_is_typed_behind_the_words_of_a_kind_is_told_with_them_once(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        child = manager.child
        await manager.presses("d", "v")
        await manager.types("Amira sees him at home")
        manager.puts(because="He has not been seen alone")
        await manager.presses("ctrl+s")
        manager.sees("Decision recorded")
    (said,) = [one.text for one in child_page(team, child, MONDAY).entries if "at home" in one.text]
    assert said == "Visit: Amira sees him at home"
