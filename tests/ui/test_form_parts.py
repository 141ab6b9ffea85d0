"""What one fills forms in with: choices, days, names, actions; with keys and with the mouse, and nothing is lost."""

from types import SimpleNamespace
from typing import cast

from textual import events
from textual.widget import Widget

from db.engine import Store
from oversight_tui.services import drafts
from oversight_tui.services.board import load_board
from oversight_tui.services.files import child_page
from oversight_tui.ui.bursts import Burst, BurstsAsMeant
from oversight_tui.ui.dialogs.drawer import Drawer
from oversight_tui.ui.dialogs.field import FieldInput
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.widgets.button_row import ButtonRow
from oversight_tui.ui.widgets.chips import Chips, Choice
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting


def line_of(manager: Manager, words: str) -> int:
    return next(y for y, line in enumerate(manager.screen) if words in line)


async def clicks(manager: Manager, words: str, within: str = "") -> None:
    """Click where these words are on the screen, in the first line that has others too."""
    y = next(y for y, line in enumerate(manager.screen) if words in line and within in line)
    await manager.pilot.click(offset=(manager.screen[y].index(words) + 1, y))
    await manager.settles()


async def test_a_form_leaves_its_row_in_sight_and_says_why_it_is_there_and_what_there_was_last(team: Store) -> None:
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await manager.presses(*["n"] * 9)
        before = manager.pane("today").key
        row = next(one for one in load_board(team, MONDAY).attention if one.child)
        assert row.reason
        await manager.presses("d")
        selected = manager.app.board_screen.selection.about_row
        assert manager.pane("today").key == before
        drawer = line_of(manager, "Decide about")
        name = selected.reference or selected.shown.split()[-1]
        assert any(name in line for line in manager.screen[:drawer]), manager.text
        manager.sees("Why", "Last", "[ Save ]", "[ Close ]")
        await manager.presses("escape", "3", "g", "w")
        manager.sees("A worry about")
        form = manager.app.screen
        assert isinstance(form, Form)
        form.saver.ask(" ".join(f"word{number}" for number in range(120)), lambda: None)
        await manager.settles()
        manager.sees("word0 ")
        manager.sees_not("word119")
        await manager.presses("pagedown", "pagedown", "pagedown", "pagedown")
        manager.sees("word119", "[ Yes ]")
        await manager.presses("x")
        manager.sees_not("word119")
        await manager.resizes(200, 50)
        assert form.query_one(Drawer).region.height == 49, "beside the board it is as high as that"
    async with sitting(team, MONDAY, (40, 12)) as manager:
        await manager.presses("n", "d", "v")
        manager.sees("Decide about", "What ", "[ Save ]")  # a small terminal is all form
        await manager.settles()
        named_at = line_of(manager, "│ What ")
        assert "▌" not in manager.screen[named_at], "its fields have all the width, under their names"
        assert "▌" in manager.screen[named_at + 1]
        await manager.presses("escape")
        for size in ((120, 35), (200, 50)):
            await manager.resizes(*size)
            await manager.presses("3", "g")
            reference = manager.app.board_screen.selection.about_row.reference or ""
            await manager.presses("w")
            manager.sees("A worry about", "Why")
            worry = manager.app.board_screen.selection.entry.text
            told = " ".join(manager.text.split("A worry about")[1].replace("│", " ").split())
            assert worry
            assert worry[:40] in told
            page = child_page(team, manager.child, MONDAY)
            said = [one for one in page.entries if one.kind == "discussion"][-1].text
            assert "Said" in told, manager.text
            assert said[:40] in told, manager.text
            assert ("Last time" in told) is (size[0] > 160)
            rows = [line for line in manager.screen if reference in line]
            assert any("A worry about" not in line for line in rows), manager.text
            await manager.presses("escape", "1", "d")
            below = manager.screen[line_of(manager, "What ") + 1]
            assert "▌" not in below, "fields stand apart"
            side_by_side = "Sensitive" in manager.screen[line_of(manager, "Day  ")]
            assert side_by_side is (size[0] < 160)
            assert " late " in manager.screen[line_of(manager, " what ")], "beside the form no row is cut through"
            await manager.presses("escape")
            assert " why " in manager.screen[line_of(manager, " what ")]


async def test_five_keys_decide_and_a_key_that_does_nothing_says_so(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        child = manager.child
        await manager.presses("d", "1")
        manager.sees("First the kind, by its letter")
        await manager.presses("z")
        manager.sees("Press a, v, m")
        await manager.presses("v", "1", "enter")
        manager.sees("Decision recorded")
        (made,) = [one for one in child_page(team, child, MONDAY).entries if one.happened_on == MONDAY]
        assert made.text.startswith("Visit")
        await manager.presses("d", "v")
        await manager.types("2 of them")  # what was decided goes on behind its kind, also where it begins with a digit
        what = manager.app.screen.query_one("#text", FieldInput)
        assert what.text == "Visit: 2 of them"
        await manager.presses("tab")
        await manager.types("Not seen")
        await manager.presses("enter", "enter")
        await manager.types("Twice")
        await manager.presses("tab", "shift+tab")
        because = manager.app.screen.query_one("#because", FieldInput)
        assert because.text == "Not seen\n\nTwice"
        manager.sees("Enter makes a line")
        await manager.resizes(80, 24)
        manager.sees("Enter: a line, Tab: on", "[ Throw away ]")
        await manager.presses("ctrl+s")
        manager.sees("Decision recorded")


async def test_a_number_is_a_number_and_no_sentence_comes_that_was_not_in_sight(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g", "d", "m")
        manager.sees("a digit gives the reason", "1 Looked at again")
        because = manager.app.screen.query_one("#because", FieldInput)
        await manager.presses("1")
        assert because.text.startswith("Looked at again")
        assert manager.here == "because"
        manager.sees("Enter saves it")
        for typed in ("14 days of vapes", "2nd time", "3/4 of them", "2 weeks without a visit"):
            because.begin("")
            await manager.types(typed)
            assert because.text == typed
        because.begin("")
        await manager.presses("1", "end")
        await manager.types(" and ")
        assert because.text.endswith("still right. and ")
        because.begin("")
        await manager.presses("1")
        await manager.pilot.click(because)
        await manager.types(".")
        assert "Looked at again" in because.text
        because.begin("")
        await manager.presses("shift+tab", "shift+tab", "o")
        assert manager.here == "text"
        manager.sees("Enter goes on", "needed")
        await manager.types("Wait")
        manager.sees_not("needed")
        await manager.presses("tab")
        manager.sees_not("a digit puts in a sentence", "1 Looked at again")
        await manager.types("1 worker knows them")
        assert because.text == "1 worker knows them"
        await manager.presses("ctrl+s")
    async with sitting(team, MONDAY, (40, 12)) as manager:
        await manager.presses("5", "g", "d", "v")
        what = manager.app.screen.query_one("#text", FieldInput)
        await manager.presses("4")
        assert what.text == "Visit: 4", "what is not in sight is put in by no digit"


async def test_what_is_wrong_is_said_all_at_once_at_its_field_and_days_as_they_are_understood(team: Store) -> None:
    async with sitting(team, MONDAY, (200, 50)) as manager:
        await manager.presses("5", "g", "w")
        manager.puts(review="31/2", scales="Mum")
        await manager.presses("ctrl+s")
        manager.sees("Write a few words.", "has no day 31", "a number from 0 to 10", "3 fields above are")
        assert manager.here == "text"
        await manager.types("Lost weight")
        manager.sees_not("Write a few words.")
        manager.puts(review="fri", scales="")
        await manager.settles()
        manager.sees("→ Fri 27 Nov", "not said yet")
        manager.puts(owner="Nadia Rehman", review="mon")
        await manager.settles()
        manager.sees("Nadia Rehman is away", "nobody covers", "→ Mon 30 Nov")
        manager.puts(owner="Daniel Hepworth")
        await manager.presses("tab", "tab")
        manager.sees_not("is away, and")
        assert manager.here == "severity"
        await manager.presses("4", "enter")
        manager.sees_not("not said yet")
        assert manager.here == "who"
        await manager.presses("ctrl+s")
        manager.sees("Worry raised for", "severity 4 of 5")
        await manager.presses("a")
        assert manager.here == "to"
        await manager.presses(*"nobody", "ctrl+s")
        manager.sees("Write a few words.")
        assert manager.here == "because"


async def test_actions_as_many_as_one_wants_and_the_last_enter_saves(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        child = manager.child
        await manager.presses("d", "a", "1", "tab", "tab")
        manager.puts(action_1="Ring gran;;")
        await manager.settles()
        manager.puts(action_2="Ring school; Comfort Asante; fri")
        manager.puts(action_1=";;")
        await manager.presses("escape", "d")
        assert manager.app.screen.query_one("#action_1_text", FieldInput).text == "Ring school"
        manager.puts(action_1=";;")
        await manager.presses("tab", "tab")
        for what in ("Ring school", "Ask gran", "Book the review"):
            await manager.types(what)
            await manager.presses("enter")
            await manager.types("comf")
            manager.sees("Comfort Asante")
            manager.sees_not("comfort Asante")
            await manager.presses("enter")
            await manager.presses("shift+tab", "ctrl+u", *"comfort", "space", *"asante", "tab")
            manager.sees("Comfort Asante")
            await manager.types("fri")
            manager.sees("→ Fri 27 Nov")
            await manager.presses("enter")
        await manager.types("No day")
        await manager.presses("ctrl+s")
        manager.sees("Say who it is.", "Give a day.")
        await manager.presses("shift+tab", "ctrl+u", *["tab"] * 6)
        assert manager.here == "childs_view"
        await manager.presses("enter", "enter", "enter")
        assert manager.here == "buttons"
        await manager.presses("x")
        manager.sees("Enter presses this button")
        await manager.presses("enter")
        manager.sees("Decision recorded", "3 actions")
    made = [
        one for one in child_page(team, child, MONDAY).entries if one.kind == "action" and one.happened_on == MONDAY
    ]
    assert len(made) == 3
    assert all(one.text.startswith("Comfort Asante, by Fri 27 Nov 2026") for one in made)


async def test_all_of_it_with_the_mouse(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g", "d")
        await clicks(manager, "k Keep the plan")
        assert manager.here == "text"
        await clicks(manager, "1 Looked at again")
        assert manager.app.screen.query_one("#because", FieldInput).text.startswith("Looked at again")
        await clicks(manager, "Look again")
        assert manager.here == "review"
        await manager.presses("tab", "tab", "down")
        manager.sees("Comfort Asante", "Marek Nowicki")
        await clicks(manager, "Marek Nowicki")
        owner = manager.app.screen.query_one("#action_1_owner", FieldInput)
        assert owner.text == "Marek Nowicki"
        owner.text = ""
        await manager.pilot.click(owner)
        await manager.settles()
        manager.sees("Comfort Asante", "Marek Nowicki")
        await manager.pilot.click(offset=(60, manager.app.size.height - 3))
        await manager.settles()
        assert manager.app.screen is manager.app.board_screen
        assert [one["text"] for one in drafts.kept(team).values()] == ["Keep the plan"]
        await manager.presses("d")
        manager.sees("(as you left it)")
        await clicks(manager, "Throw away")
        manager.sees("y throws away", "[ Yes ]", "[ Back ]")
        await clicks(manager, "[ Back ]")
        await clicks(manager, "Close")
        assert len(drafts.kept(team)) == 1
        await manager.presses("d", "f8", "y")
        manager.sees("What was typed was thrown away.")
        assert drafts.kept(team) == {}
        await manager.presses("d")
        await clicks(manager, "v Visit")
        await clicks(manager, "1 Looked at again")
        await clicks(manager, "Save")
        manager.sees("Decision recorded")
        await manager.resizes(80, 24)
        await manager.presses("escape", "5", "g", "d")
        manager.app.screen.query_one("#action_1_by").focus()
        await manager.types("fri")
        manager.sees("By when → Fri 27 Nov")  # of three fields beside each other it is said which the day is of
        await manager.presses("escape", "w")
        fields, worry = manager.app.screen.query_one("#fields"), manager.app.screen.query_one("#text", FieldInput)
        fields.scroll_end(animate=False)  # as with the wheel
        await manager.settles()
        assert worry.cursor_screen_offset.y not in fields.region.line_range
        await manager.types("x")
        assert worry.cursor_screen_offset.y in fields.region.line_range  # what is typed is seen


def test_a_paste_without_marks_presses_nothing_on_choices_and_buttons() -> None:
    said: list[str] = []
    meant = BurstsAsMeant(cast("object", SimpleNamespace()), said.append)  # type: ignore[arg-type]
    keys = tuple(events.Key("enter" if sign == "\r" else sign, sign) for sign in "v1\r")
    chips, buttons = Chips((Choice("visit", "Visit", "v"),)), ButtonRow()
    for focused in (chips, buttons):
        assert meant.first_of(Burst(keys, "v1\r", pasted=False), cast(Widget, focused)) == (None, None)
    assert len(said) == 2
    assert meant.first_of(Burst(keys, "v1\r", pasted=False).rest, buttons) == (None, None)
