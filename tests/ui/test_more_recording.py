"""More of the manager's word on the screen: many at once, put right, handed over, noted, looked at again."""

import asyncio
import re
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from db import open_store
from db.engine import Store
from oversight_tui.config import Config
from oversight_tui.practice.facts import Entry
from oversight_tui.practice.ids import AboutChild, ChildId, EntryId
from oversight_tui.practice.requests import DecisionRequest, WorryRequest
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.files import child_page
from oversight_tui.services.identity import choose
from oversight_tui.services.notes import notes
from oversight_tui.ui.app import OversightApp
from oversight_tui.ui.keymap import KeymapProblem, keymap_of
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.present.rows import attention_key
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting


def entries(store: Store, child: ChildId | None, kind: str) -> list[Entry]:
    assert child is not None
    page = child_page(store, child, MONDAY)
    return [one for one in page.entries if one.kind == kind and one.happened_on == MONDAY]


async def on_row(manager: Manager, store: Store, kind: str) -> EntryId:
    """Put the cursor on the first row of a kind; the entry it is about."""
    row = next(one for one in load_board(store, MONDAY).attention if one.kind == kind and one.count is None)
    await manager.presses("1")
    manager.pane("today").select(attention_key(row))
    assert row.id is not None
    return row.id


async def test_the_same_decision_for_every_marked_row(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        await manager.presses("space", "space", "space")
        marked = [about.child for about in manager.app.board_screen.marks]
        references = [str(about.reference) for about in manager.app.board_screen.marks]
        manager.sees("3 marked", "◆")
        await manager.presses("D")
        manager.sees("Decide about 3 at once")
        await manager.presses("k", "1", "enter")
        manager.sees("Decision recorded for 3")
        manager.sees_not("◆")
        assert [len(entries(team, child, "decision")) for child in marked] == [1, 1, 1]
        await manager.presses("u")
        manager.sees("Take back the decision", "That is 3 entries,")
        asked = " ".join(manager.text.split())
        assert all(f"about {one}" in asked for one in references), "each that would be taken back is named"
        await manager.presses("escape")
        assert [entries(team, child, "decision")[-1].withdrawn for child in marked] == [False, False, False]
        await manager.presses("u", "y")
        assert [entries(team, child, "decision")[-1].withdrawn for child in marked] == [True, True, True]
        await manager.presses("escape", "U")
        brought = " ".join(manager.text.split())
        assert "Brought back: the decision" in brought
        assert all(f"about {one}" in brought for one in references)


async def test_a_talk_that_was_asked_for_waits_and_is_answered_by_the_talk_that_is_held(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        child = manager.app.board_screen.selection.child_id
        await manager.presses("T")
        await manager.types("Ten minutes about school")
        await manager.presses("tab", *"9.30", "ctrl+s")
        manager.sees("Talk asked for about")
        asked = next(row for row in load_board(team, MONDAY).talks if row.child and row.child.id == child)
        assert (asked.state, asked.at) == ("open", "09:30")
        await manager.presses("4")
        manager.pane("talks").select(key_of(asked.id))
        await manager.presses("t")
        manager.sees("Ten minutes about school")
        await manager.types("He goes back on Monday")
        await manager.presses("ctrl+s")
        manager.sees("Discussion recorded")
    held = [row for row in load_board(team, MONDAY).talks if row.child and row.child.id == child]
    assert [row.state for row in held] == ["held"]


async def test_a_child_is_handed_over_and_an_afternoons_referral_added(team: Store) -> None:
    board = load_board(team, MONDAY)
    to = next(row.worker for row in board.workers if row.supervision.state == "in_time")
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        child = manager.app.board_screen.selection.child_id
        await manager.presses("a")
        await manager.types(to.name.split()[-1])
        await manager.presses("tab")
        await manager.types("Too many for one")
        await manager.presses("ctrl+s")
        manager.sees(f"to {to.name}")
        await manager.presses("F")
        await manager.types("C-0001")
        manager.puts(name="Jo", born="2/11/2026")
        await manager.presses("ctrl+s")
        manager.sees("C-0001 was added on Mon 23 Nov 2026: unallocated, born Mon 2 Nov 2026")
    rows = {row.child.reference: row for row in load_board(team, MONDAY).children}
    assert next(row.worker for row in rows.values() if row.child.id == child) == to.name
    assert (rows["C-0001"].child.name, rows["C-0001"].child.bucket) == ("Jo", "unallocated")


async def test_a_worker_is_added_and_changed_and_a_child_named(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("colon")
        await manager.types("add a worker")
        await manager.presses("enter")
        await manager.types("Zadie Quill")
        await manager.presses("tab", "tab", *"0.6", "ctrl+s")
        manager.sees("Zadie Quill is a worker here")
        await manager.presses("2", "G", "k", "E")
        manager.puts(role="Student", since="fri")
        await manager.presses("ctrl+s")
        manager.sees("Nadia Rehman: role Student from Fri 20 Nov 2026")
        await manager.presses("5", "g", "E")
        manager.puts(name="Robin")
        await manager.presses("ctrl+s")
        manager.sees("goes by Robin here")
    workers = {row.worker.name: row.worker for row in load_board(team, MONDAY).workers}
    assert workers["Zadie Quill"].fte == 0.6
    assert "Student" in {worker.role for worker in workers.values()}


@pytest.mark.parametrize("size", [(80, 24), (120, 35), (200, 50)])
async def test_all_that_is_known_of_a_worker_is_read_without_scrolling(team: Store, size: tuple[int, int]) -> None:
    async with sitting(team, MONDAY, size) as manager:
        await manager.presses("2", "g", "E")
        manager.sees("Role  ", "Team  ", "Last day  ", "Supervisor  ", "Own limit  ", "until  ")


async def test_who_helps_out_is_said_with_the_absence_or_later(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        away = next(row for row in load_board(team, MONDAY).workers if row.absence)
        await manager.presses("2")
        manager.pane("team").select(key_of(away.worker.id))
        await manager.presses("H")
        await manager.types("Gurdeep Bains")
        await manager.presses("ctrl+s")
        manager.sees("sees to the children of")
        row = next(one for one in load_board(team, MONDAY).workers if one.worker.id == away.worker.id)
        assert row.covered_by == "Gurdeep Bains"
        await manager.presses("A")
        manager.sees("up to which day?")
        await manager.presses("ctrl+s")
        manager.sees("up to and including Sun 22 Nov 2026")
    row = next(one for one in load_board(team, MONDAY).workers if one.worker.id == away.worker.id)
    assert row.absence is None


async def test_an_entry_is_chosen_on_the_page_corrected_and_withdrawn_with_y(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        child = manager.child
        record.raise_worry(team, WorryRequest(child, "Lost wieght", MONDAY), MONDAY)
        await manager.presses("r", "enter", "e")
        manager.sees("chooses the entry first")
        await manager.presses("n", "e")
        manager.sees("Lost wieght", "Correct a worry of Mon 23 Nov 2026")
        manager.puts(text="Lost weight")
        await manager.presses("ctrl+s")
        manager.sees("corrected", "Lost weight", "An earlier version")
        await manager.presses("x")
        await manager.types("Not hers")
        await manager.presses("x", "ctrl+s", "x")
        assert not entries(team, child, "worry")[0].withdrawn
        await manager.presses("ctrl+s", "y")
        manager.sees("withdrawn")
        assert all(one.withdrawn for one in entries(team, child, "worry"))
        await manager.presses("escape")
        assert manager.here == "caseload"


async def test_what_is_on_the_wrong_childs_page_leaves_it(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        here = manager.child
        await manager.presses("j")
        there = manager.child
        await manager.presses("k")
        other = child_page(team, there, MONDAY).row.child.reference
        record.raise_worry(team, WorryRequest(here, "His uncle is back", MONDAY), MONDAY)
        await manager.presses("r", "enter", "n", "e")
        manager.puts(child=other)
        await manager.presses("ctrl+s")
        manager.sees("Written here by mistake: it is about")
        manager.sees_not("His uncle is back")
    assert [one.text for one in entries(team, there, "worry")] == ["His uncle is back"]


async def test_sensitive_words_are_opened_on_purpose_and_a_significant_event_is_marked(team: Store) -> None:
    async with sitting(team, MONDAY, (120, 90)) as manager:
        await manager.presses("5", "g")
        child = manager.child
        record.raise_worry(team, WorryRequest(child, "What she told us", MONDAY), MONDAY)
        await manager.presses("r", "enter", "n", "o")
        manager.sees("is not sensitive")
        await manager.presses("s")
        manager.sees_not("What she told us")
        manager.sees("Sensitive. Its words are shown when it is")
        await manager.presses("r")
        manager.sees("as the child will read it", "Something was written here that is kept private.")
        manager.sees_not("What she told us", "the journal")
        await manager.presses("escape", "n")
        await manager.presses("o")
        manager.sees("What she told us")
        await manager.presses("asterisk")
        manager.sees("◆")


async def test_esc_leaves_another_reading_of_the_page_before_the_page(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g", "enter")
        for key, title in (("r", "as the child will read it"), ("v", "significant events and decisions")):
            await manager.presses(key)
            manager.sees(title)
            await manager.presses("escape")
            manager.sees("Child C-", "Who has worked with the child")
            manager.sees_not(title)
        await manager.presses("escape")
        assert manager.here == "caseload"


async def test_a_worker_sees_a_decision_otherwise(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await on_row(manager, team, "review")
        await manager.presses("exclamation_mark")
        await manager.types("We should go on")
        await manager.presses("ctrl+s")
        manager.sees("stands beside the decision about")


async def test_a_decision_is_looked_at_again_and_settled(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        entry = await on_row(manager, team, "review")
        await manager.presses("W")
        await manager.types("It has worked")
        await manager.presses("ctrl+s")
        manager.sees("reviewed on Mon 23 Nov 2026, settled")
    assert entry not in {row.id for row in load_board(team, MONDAY).attention}


async def test_an_entry_is_copied_without_names_showing_by_accident(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await on_row(manager, team, "discussion_not_on_file")
        await manager.presses("h", "c")
        manager.sees("Names are hidden")
        await manager.presses("h", "c")
        manager.sees("sent to the terminal's clipboard. Not there? oversight copy ")  # no terminal says what it took
        manager.sees_not("Copied")
        assert "Same-day talk" in manager.app.clipboard
    async with sitting(team, MONDAY, made_up=True) as manager:
        await on_row(manager, team, "discussion_not_on_file")
        await manager.presses("c")
        manager.sees("sent to the terminal's clipboard.")
        manager.sees_not("oversight copy")  # which finds no made-up team


async def test_all_open_actions_late_first_and_done_from_there(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        actions = load_board(team, MONDAY).actions
        await manager.presses("L")
        manager.sees(f"late first: {len(actions)}", "6d over")
        await manager.presses("P", "ctrl+s")
        manager.sees(f"late first: {len(actions) - 1}")
    assert actions[0].item.id not in {row.item.id for row in load_board(team, MONDAY).actions}


async def test_what_has_changed_is_shown_and_marked_as_seen(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        new = re.search(r"(\d+) new", manager.text)
        assert new is not None
        await manager.presses("C")
        manager.sees(f"Since you last looked: {new[1]}")
        await manager.presses("escape", "C", "C")
        manager.sees("All is marked as seen")
        assert " changes " not in manager.screen[-1]
        await manager.presses("j")
        manager.sees_not(" changes ")
        await manager.presses("C")
        manager.sees("Nothing has changed")


async def test_the_journal_shows_who_did_what_before_and_after(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("J")
        for _ in range(40):
            if "Words: Ring the dentist" not in manager.text:
                await manager.presses("j")
        manager.sees(
            "Journal, newest first",
            "A Brathwaite",
            "Corrected an action",
            "Words: Ring the dentist",
            "Words: Ring the opt",
        )


async def test_notes_to_self_say_what_the_law_says(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g", "o", "o")
        await manager.types("Ask Helen")
        await manager.presses("ctrl+s")
        manager.sees("Ask Helen", "The law can still ask for them")
    assert notes(team)[0].text == "Ask Helen"


async def test_a_vague_action_draws_a_hint_while_it_is_typed(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g", "p")
        await manager.types("Monitor")
        manager.sees("'monitor' may say too little")


async def test_the_help_says_why_a_key_cannot_act_here(team: Store) -> None:
    async with sitting(team, MONDAY, (120, 60)) as manager:
        await manager.presses("2", "question_mark")
        await manager.types("rate the")
        manager.sees("Not here, and why", "about no one")
        await manager.presses("ctrl+u")
        await manager.types("same decision")
        manager.sees("Nothing is marked")
        manager.sees_not("No key here has to do")


async def test_the_help_finds_a_key_by_what_else_it_may_be_called(team: Store) -> None:
    async with sitting(team, MONDAY, (120, 60)) as manager:
        await manager.presses("question_mark")
        for word in ("delete", "remove", "erase"):
            await manager.types(word)
            manager.sees("Take back the last thing", "Withdraw the entry", "erase it for good")
            manager.sees_not("No key here has to do")
            await manager.presses("ctrl+u")
        await manager.presses("escape", "enter", "question_mark")
        await manager.types("delete")
        manager.sees("ithdraw")


async def test_another_program_writes_and_the_board_shows_it_within_two_seconds(
    made_up_team: Path, tmp_path: Path
) -> None:
    path = tmp_path / "shared.oversight"
    shutil.copy(made_up_team, path)
    async with sitting(path, MONDAY) as manager:
        await asyncio.sleep(1.2)
        await manager.presses("5", "G")
        at = manager.pane("caseload").key
        other = open_store(path)
        record.raise_worry(other, WorryRequest(manager.child, "From the other room", MONDAY, severity=5), MONDAY)
        other.close()
        await asyncio.sleep(2)
        await manager.settles()
        manager.sees("Worries 5" if manager.app.size.width < 100 else "From the other room")
        assert (manager.here, manager.pane("caseload").key) == ("caseload", at)


async def test_a_draft_about_an_entry_is_gone_on_with(made_up_team: Path, tmp_path: Path) -> None:
    path = tmp_path / "again.oversight"
    shutil.copy(made_up_team, path)
    store = open_store(path)
    async with sitting(store, MONDAY) as manager:
        await on_row(manager, store, "escalation")
        await manager.presses("I")
        await manager.types("They said")
        await manager.presses("escape")
    async with sitting(path, MONDAY) as manager:
        await manager.presses("full_stop")
        manager.sees("They said", "as you left it")


def test_a_key_is_changed_by_the_id_of_its_action() -> None:
    keymap = keymap_of({"talk": ("f3", "f2")})
    assert keymap.shown("talk") == "f3"
    for changes, words in (
        ({"talk": ("d",)}, "stand for both"),
        ({"tlak": ("y",)}, "no such action"),
        ({"talk": ("j",)}, "moves within lists"),
        ({"talk": ("hello",)}, "is no key"),
        ({"back": ("y",)}, "cannot be changed"),
    ):
        with pytest.raises(KeymapProblem, match=words):
            keymap_of(changes)


async def test_a_changed_key_acts_and_shows_everywhere(team: Store) -> None:
    app = OversightApp(
        team, lambda: MONDAY, config=Config(Path("none")), keymap=keymap_of({"talk": ("f2",), "changes": ("f3",)})
    )
    async with app.run_test(size=(160, 60)) as pilot:
        manager = Manager(app, pilot)
        await manager.settles()
        manager.sees("f2 Talk")
        assert re.search(r"f3 \d+ new", manager.text)
        await manager.presses("5", "g", "t")
        manager.sees_not("Same-day discussion C-")
        await manager.presses("f2")
        manager.sees("Same-day discussion C-")
        await manager.presses("escape", "question_mark")
        assert "f2 Record a same-day discussion" in " ".join(manager.text.split())


async def test_a_made_up_decision_by_a_deputy_shows_as_new(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        before = re.search(r"(\d+) new", manager.text)
    assert before is not None
    choose(team, "The Deputy", None)
    child = load_board(team, MONDAY).children[0].child
    record.decide(team, DecisionRequest("Hold", MONDAY - timedelta(days=1), AboutChild(child.id), because="x"), MONDAY)
    choose(team, "Angela Brathwaite", None)
    async with sitting(team, MONDAY) as manager:
        manager.sees(f"{int(before[1]) + 1} new")


async def test_a_hint_on_wording_is_shown_and_dismissed_for_good(team: Store) -> None:
    async with sitting(open_store(team.path), MONDAY) as manager:
        await manager.presses("5", "g", "w")
        await manager.types("Her placement")
        manager.sees("'placement': home; where they live?")
        await manager.presses("f2")
        manager.sees_not("where they live")
        await manager.types(" ends")
        manager.sees_not("where they live")
    async with sitting(open_store(team.path), MONDAY) as manager:
        await manager.presses("5", "g", "w")
        await manager.types("A placement, siblings")
        manager.sees("brothers and sisters")
        manager.sees_not("where they live")


async def test_three_children_handed_over_are_one_message(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g", "space", "j", "space", "j", "space", "a")
        await manager.types("Daniel Hepworth")
        await manager.presses("tab")
        await manager.types("Too many for one")
        await manager.presses("ctrl+s")
        manager.sees("3 children to Daniel Hepworth from Mon 23 Nov 2026")
        assert manager.text.count("from Mon 23 Nov 2026") == 1
