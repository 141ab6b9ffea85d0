"""What every form holds to, and what they record: read whole on any terminal, and nothing typed is lost."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from db import open_store
from db.engine import Store
from oversight_tui.config import Config
from oversight_tui.practice.facts import Entry
from oversight_tui.practice.ids import EntryId, WorkerId
from oversight_tui.practice.requests import LinkFamily
from oversight_tui.services import drafts, record
from oversight_tui.services.board import load_board
from oversight_tui.services.files import child_page, worker_page
from oversight_tui.services.personal import personal_file
from oversight_tui.services.policy import import_policy
from oversight_tui.ui.dialogs.field import FieldInput
from oversight_tui.ui.dialogs.field_row import FieldRow
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.forms import ABOUT_AN_ENTRY, ABOUT_SOMEBODY
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.present.rows import attention_key
from tests.engines import named
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting
from tests.ui.terminal import Terminal


async def on_worker(manager: Manager, store: Store, name: str) -> WorkerId:
    """Put the cursor on a worker of the team pane; their id."""
    worker = next(row.worker.id for row in load_board(store, MONDAY).workers if row.worker.name == name)
    await manager.presses("2")
    manager.pane("team").select(key_of(worker))
    return worker


def written(store: Store, worker: WorkerId, kind: str) -> list[Entry]:
    page = worker_page(store, worker, MONDAY)
    return [one for one in page.entries if one.kind == kind and one.happened_on == MONDAY]


async def test_every_field_of_every_form_is_in_sight_on_a_small_terminal(team: Store) -> None:
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await manager.presses("5", "g")
        about = manager.app.board_screen.selection.about_row
        opened = {name: make(about) for name, make in ABOUT_SOMEBODY.items()}
        opened |= {name: make(EntryId(1), about) for name, make in ABOUT_AN_ENTRY.items()}
        for kind, form in opened.items():
            assert form.draft_key.form is kind
            manager.app.open(form)
            await manager.settles()
            assert manager.app.screen is form
            for field_input in form.query(FieldInput):
                field_input.focus()
                await manager.settles()
                assert field_input.region.bottom <= 24, kind
                assert field_input.region.y >= 0, kind
                rows = (one for one in field_input.ancestors if isinstance(one, FieldRow))
                shown = next(row.field.label for row in rows)
                label = next(line for line in manager.screen if "▌" in line.partition(shown)[2])
                assert label.rstrip().endswith("│"), kind
            await manager.presses("escape")


async def test_what_is_typed_is_read_whole_and_the_fields_stay_where_they_are(team: Store) -> None:
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await manager.presses("5", "g", "t", *["tab"] * 8)
        view = manager.app.screen.query_one("#childs_view", FieldInput)
        above = manager.app.screen.query_one("#children", FieldInput)
        place = above.region.y
        view.text = (
            "She wants to stay with her aunt and see her brother on Saturdays, and to have her own bed there too."
        )
        await manager.settles()
        manager.sees("She wants to stay with her aunt", "to have her own bed", "there too.")
        await manager.presses("tab")
        assert above.region.y <= place


async def test_what_was_recorded_is_said_whole_with_the_key_that_takes_it_back(team: Store) -> None:
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await manager.presses("n", "d", "n", "ctrl+s")
        assert "No reason yet: it stays listed. u undoes it. The worry stays open (W). Now" in " ".join(
            manager.text.split()
        )
        [begins] = [number for number, line in enumerate(manager.screen) if "Decision recorded" in line]
        assert len(manager.screen) - 1 - begins == 2, "two lines over the keys"
        await manager.presses("u")
        manager.sees("(as you left it)")
        await manager.presses("escape")
        manager.sees("Taken back: the decision", "U brings it back.")


async def test_the_authoritys_own_questions_are_shown_and_never_pressed_for(team: Store) -> None:
    asked = Config(Path("none"), questions={"text": ("What has changed for her?", "Who has seen her?")})
    async with sitting(team, MONDAY, config=asked) as manager:
        await manager.presses("5", "t")
        manager.sees("What has changed for her? Who has seen her?")
        await manager.types("A calm week")
        await manager.presses("ctrl+s")
        manager.sees("u undoes it")
    async with sitting(team, MONDAY, config=asked) as manager:
        await manager.presses("5", "d")
        manager.sees_not("What has changed for her?")


async def test_a_kind_of_the_authoritys_own_has_its_letter(team: Store, tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_text('[decision_kinds]\nlegal_planning = "Go to the legal planning meeting"\n', "utf-8")
    import_policy(team, path, MONDAY)
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        child = manager.child
        await manager.presses("d")
        manager.sees("l Go to the legal planning meeting")
        await manager.presses("l", "1", "enter")
        manager.sees("go to the legal planning meeting")
        (made,) = [one for one in child_page(team, child, MONDAY).entries if one.happened_on == MONDAY]
    assert made.text.startswith("Go to the legal planning meeting")


async def test_a_decision_about_a_worker_with_an_action_that_is_late_and_done(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        worker = await on_worker(manager, team, "Marek Nowicki")
        await manager.presses("d", "a", "1")
        manager.puts(action_1="Book the course; marek; fri")
        await manager.presses("ctrl+s")
        manager.sees("Decision recorded for Marek Nowicki", "1 action")
        (action,) = [one for one in personal_file(team, worker).about if one.kind == "action"]
        assert action.text.startswith("Marek Nowicki, by Fri 27 Nov 2026")
        assert [one.child for one in load_board(team, MONDAY).actions if one.item.id == action.id] == [None]
        await manager.presses("L", "G")
        manager.app.screen.query_one("#list").select(key_of(action.id))  # type: ignore[attr-defined]
        await manager.presses("P")
        manager.puts(later="+2w")
        await manager.presses("ctrl+s")
        manager.sees("A day is for an action that is carried over")
        manager.puts(later="")
        await manager.presses("ctrl+s")
        manager.sees("The action for Marek Nowicki was done on", "u undoes it")
        await manager.presses("u")
        manager.sees("(as you left it)")
    board = load_board(team, MONDAY + timedelta(days=7))
    assert next(row.actions_overdue for row in board.workers if row.worker.id == worker) > 0
    assert action.id in {row.id for row in board.attention if row.worker_id == worker}


async def test_an_action_is_put_right_and_withdrawn_from_the_list(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        first, second = (row.item for row in load_board(team, MONDAY).actions[:2])
        await manager.presses("L", "e")
        manager.puts(text="Finish the family tree")
        await manager.presses("ctrl+s", "j", "x")
        await manager.types("Not needed")
        await manager.presses("ctrl+s", "y")
        manager.sees("withdrawn")
        await manager.presses("g", "enter")
        manager.sees("Finish the")
    texts = {row.item.id: row.item.text for row in load_board(team, MONDAY).actions}
    assert texts[first.id] == "Finish the family tree"
    assert second.id not in texts


async def test_a_row_about_a_child_is_about_their_worker_too(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("3", "g", "S")
        manager.sees("Plan supervision with")
        await manager.presses("escape", "4", "g", "A")
        manager.sees("is away")


async def test_a_talk_is_with_whoever_came_and_asks_first_which_child(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await on_worker(manager, team, "Marek Nowicki")
        child = load_board(team, MONDAY).children[0].child
        await manager.presses("t")
        assert manager.here == "children"
        await manager.types(child.reference)
        await manager.presses("tab")
        await manager.types("Seen at school")
        manager.puts(worker="gurdeep")
        await manager.presses("ctrl+s")
        manager.sees("Discussion recorded for")
    with team.reading():
        came = team.row(
            "SELECT w.name FROM entry e JOIN worker_now w ON w.worker_id = e.worker_id WHERE e.kind = 'discussion'"
            " ORDER BY e.id DESC LIMIT 1"
        )
    assert came == ("Gurdeep Bains",)


async def test_a_rating_and_a_matter_for_somebody_senior_have_their_own_day(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        child = manager.child
        await manager.presses("i", "3", "tab")
        await manager.types("How to go on")
        await manager.presses("tab", *"fri", "ctrl+s")
        manager.sees("Escalated to Principal social worker")
        await manager.presses("R", *"high", "tab")
        await manager.types("Threats")
        await manager.presses("tab", *"tomorrow", "ctrl+s")
        manager.sees("still to come")
        await manager.presses("ctrl+u", *"yesterday", "ctrl+s")
        manager.sees("high risk")
        made = {one.kind: one.happened_on for one in child_page(team, child, MONDAY).entries}
    assert made["escalation"] == MONDAY - timedelta(days=3)
    assert made["risk"] == MONDAY - timedelta(days=1)


async def test_children_are_handed_to_the_duty_desk_and_back_with_one_key(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        await manager.presses("space", "space")
        children = [about.child for about in manager.app.board_screen.marks]
        await manager.presses("a", *"duty", "tab", *"Moved", "ctrl+s")
        manager.sees("2 children on duty from")
        assert "to on duty" not in manager.text
        held = {row.child.id: row.child for row in load_board(team, MONDAY).children}
        assert [held[child].bucket for child in children] == ["duty", "duty"]
        await manager.presses("u")
        manager.sees("Take back", "entries, recorded on")
        await manager.presses("y")
    held = {row.child.id: row.child for row in load_board(team, MONDAY).children}
    assert [held[child].bucket for child in children] == [None, None]


async def test_undo_and_redo_on_a_page(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g", "w")
        await manager.types("Lost weight")
        manager.puts(severity="3")
        await manager.presses("ctrl+s", "enter", "u")
        manager.sees("(as you left it)", "Lost weight")
        await manager.presses("escape")
        manager.sees("Withdrawn")
        await manager.presses("U")
        manager.sees("Brought back: the worry 'Lost weight'")


async def test_a_kind_alone_is_no_draft(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("n", "d", "v", "escape")
        assert drafts.kept(team) == {}
        await manager.presses("d", "m", "x", "escape")
        assert [one["text"] for one in drafts.kept(team).values()] == ["Call a meeting: x"]
        assert isinstance(manager.app.screen, Form) is False


async def test_a_save_that_fails_is_said_aloud_and_the_words_stay(team: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.connections.BUSY_SECONDS", 0)
    monkeypatch.setattr("db.engines.postgres_connections.BUSY_SECONDS", 0.01)
    async with sitting(team.path, MONDAY) as manager:
        await manager.presses("5", "g", "w")
        await manager.types("Lost weight")
        manager.puts(severity="3")
        with closing(open_store(team.path)) as other, other.writing():
            await manager.presses("ctrl+s")
            said = " ".join(manager.text.replace("│", " ").split())  # where it breaks depends on the store's path
            assert "Nothing was saved; try again" in said
            manager.sees("Lost weight")
        await manager.presses("ctrl+s")
        manager.sees("Worry raised for")


@pytest.mark.parametrize("leaving", [1, 15, "\x11"], ids=["the terminal is closed", "a shutdown", "Ctrl+Q"])
def test_what_is_being_typed_is_kept_on_leaving(team: Store, leaving: int | str) -> None:
    team.close()
    terminal = Terminal(*named(team.path), "--today", "2026-11-23")
    terminal.waits_for("Why:")
    terminal.types("nt")
    terminal.waits_for("Same-day discussion ")
    terminal.types("The telephone rings")
    terminal.waits_for("telephone rings")
    if isinstance(leaving, int):
        terminal.process.send_signal(leaving)
    else:
        terminal.types(leaving)
    assert terminal.ends() == 0
    store = open_store(team.path)
    assert [one["text"] for one in drafts.kept(store).values()] == ["The telephone rings"]
    store.close()


async def test_a_talk_is_about_the_child_whose_name_is_typed(team: Store) -> None:
    named = next(row.child for row in load_board(team, MONDAY).children if row.child.name)
    async with sitting(team, MONDAY) as manager:
        await on_worker(manager, team, "Marek Nowicki")
        await manager.presses("t")
        await manager.types(named.name or "")
        await manager.presses("tab")
        await manager.types("Seen at school")
        await manager.presses("ctrl+s")
        manager.sees("Discussion recorded for")
    texts = [one.text for one in child_page(team, named.id, MONDAY).entries if one.kind == "discussion"]
    assert "Seen at school" in texts


async def test_one_text_about_two_children_of_no_known_family_asks_whether_they_are_of_one(team: Store) -> None:
    marek = [row.child for row in load_board(team, MONDAY).children if row.worker == "Marek Nowicki"]
    one, other = [child for child in marek if child.family is None][:2]
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await on_worker(manager, team, "Marek Nowicki")
        await manager.presses("t")
        await manager.types(f"{one.reference} {other.reference}")
        await manager.presses("tab")
        await manager.types("Both were seen")
        await manager.presses("ctrl+s")
        manager.sees("No family is known here", "y says that they are of one family")
        assert "Both were seen" not in [each.text for each in child_page(team, other.id, MONDAY).entries]
        await manager.presses("y")
        manager.sees("Discussion recorded for")
    assert "Both were seen" in [each.text for each in child_page(team, other.id, MONDAY).entries]


async def test_brothers_and_sisters_are_named_before_a_child_is_handed_over_and_go_too(team: Store) -> None:
    one, other = [row.child for row in load_board(team, MONDAY).children if row.worker == "Marek Nowicki"][:2]
    record.link_family(team, LinkFamily((one.id, other.id), "Marsh"), MONDAY)
    async with sitting(team, MONDAY) as manager:
        await on_worker(manager, team, "Marek Nowicki")
        await manager.presses("5")
        manager.pane("caseload").select(key_of(one.id))
        await manager.presses("a", *"marek")
        to = manager.app.screen.query_one("#to", FieldInput)
        assert "Marek Nowicki" not in [one.shown for one in to.meant()], "who holds the child is not offered"
        manager.puts(to="Marek Nowicki", because="One worker for both")
        await manager.presses("ctrl+s")
        manager.sees(f"Marek Nowicki holds {one.reference} already.")
        assert manager.here == "to"
        manager.puts(to="")
        await manager.presses(*"gurdeep", "tab")
        assert to.text == "Gurdeep Bains", "a name that can be one alone is written out"
        manager.sees(f"{other.reference}", "unless yes")
        await manager.presses("tab", "tab", "y", "ctrl+s")
        manager.sees("2 children to Gurdeep Bains")
    held = {row.child.id: row.worker for row in load_board(team, MONDAY).children}
    assert (held[one.id], held[other.id]) == ("Gurdeep Bains", "Gurdeep Bains")


async def test_a_name_is_completed_while_it_is_typed(team: Store) -> None:
    child = next(row.child for row in load_board(team, MONDAY).children if row.child.name)
    assert child.name is not None
    async with sitting(team, MONDAY) as manager:
        await on_worker(manager, team, "Marek Nowicki")
        await manager.presses("H")
        await manager.types("comf")
        manager.sees("Comfort Asante")
        manager.sees_not("comfort Asante")
        await manager.presses("right")
        assert manager.app.screen.query_one("#by", FieldInput).text == "Comfort Asante"
        await manager.presses("ctrl+s")
        manager.sees("Comfort Asante sees to the children of Marek Nowicki")
        await manager.presses("5", "t")
        manager.app.screen.query_one("#children", FieldInput).focus()
        await manager.types(child.name[:-1])
        manager.sees(f"{child.reference} {child.name}")


async def test_paragraphs_are_typed_with_enter_and_an_empty_line_between(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g", "w")
        await manager.types("Mum rang at nine")
        await manager.presses("enter", "enter")
        await manager.types("Taylor was not at school")
        manager.puts(severity="3")
        await manager.presses("f4")
        manager.sees("Worry raised for")
    (raised,) = [row.item.text for row in load_board(team, MONDAY).worries if "Taylor" in row.item.text]
    assert raised == "Mum rang at nine\n\nTaylor was not at school"


async def test_the_newest_draft_is_the_one_that_was_left_last(team: Store) -> None:
    asked = next(row for row in load_board(team, MONDAY).attention if row.kind == "discussion_open")
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g", "w")
        await manager.types("Lost weight")
        await manager.presses("escape", "1")
        holder = manager.app.board_screen.panes.holder
        assert holder is not None
        manager.pane("today").select(attention_key(asked))
        await manager.presses("t")
        await manager.types("He asked for his gran")
        await manager.presses("escape", "2", "full_stop")
        manager.sees("Same-day discussion", "(as you left it)", "He asked for his gran")
        await manager.presses("escape", "2")
        manager.pane("team").select(key_of(holder))
        await manager.presses("5", "g", "w", "escape", "full_stop")
        manager.sees("Lost weight", "(as you left it)")
        await manager.presses("escape")
    assert list(drafts.kept(team).values())[-1]["text"] == "Lost weight"
