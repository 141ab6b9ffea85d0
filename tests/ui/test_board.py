"""A morning at the board, key by key."""

import re
from contextlib import closing
from datetime import date, timedelta

import pytest
from rich.color import Color
from rich.style import Style
from textual import events

from db import open_store
from db.engine import Store
from oversight_tui.practice.ids import AboutChild, ChildId, WorkerId
from oversight_tui.practice.requests import ChildDateRequest, DecisionRequest, DiscussionRequest, HoldSession
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.ui.palettes import LOOKS
from oversight_tui.ui.panes.pane import Pane
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.present.rows import attention_key
from oversight_tui.ui.themes import theme_of
from tests.made_once import MONDAY
from tests.ui.manager import SIZES, Manager, sitting


def counts_of(manager: Manager) -> str:
    """The line that counts."""
    return next(line for line in manager.screen if " overdue" in line and " never" in line)


async def test_counts_panes_and_keys_are_in_sight_at_every_size(team: Store) -> None:
    counts = load_board(team, MONDAY).counts
    async with sitting(team, MONDAY, SIZES[0]) as manager:
        for size in SIZES:
            await manager.resizes(*size)
            top = counts_of(manager)
            for state in ("urgent", "overdue", "due", "never"):
                assert f"{getattr(counts, state)} {state}" in top
            assert "data 3 days old" in top
            manager.sees("Not discussed", "Worry", "Why", "Next overdue")
            assert manager.screen[-1].rstrip().endswith("Quit")
            for key, pane in (("2", "team"), ("3", "worries"), ("4", "talks"), ("5", "caseload"), ("1", "today")):
                await manager.presses(key)
                assert manager.here == pane
                assert manager.pane(pane).region.height > 3


async def test_each_number_opens_exactly_the_rows_it_counts(team: Store) -> None:
    board = load_board(team, MONDAY)
    async with sitting(team, MONDAY) as manager:
        for state in ("urgent", "overdue", "due", "never"):
            place = counts_of(manager).index(f" {state}") - 1
            await manager.pilot.click("#top", offset=(place, 0))
            await manager.settles()
            assert len(manager.pane("today").lines) == getattr(board.counts, state)
            manager.sees(f"{getattr(board.counts, state)} of {len(board.attention)} · {state}")
            await manager.presses("escape")
            assert len(manager.pane("today").lines) == len(board.attention)


async def test_n_goes_through_what_is_overdue_and_begins_again(team: Store) -> None:
    board = load_board(team, MONDAY)
    late = sum(row.tier == "urgent" or row.state in ("overdue", "never") for row in board.attention)
    both = sum(row.tier == "urgent" and row.state == "overdue" for row in board.attention)
    assert both
    assert late == board.counts.urgent + board.counts.overdue + board.counts.never - both
    async with sitting(team, MONDAY) as manager:
        await manager.presses("2", "n")
        assert manager.here == "today"
        manager.sees(f"of {late} urgent, overdue or never")
        start = manager.pane("today").key
        await manager.presses(*["n"] * late)
        assert manager.pane("today").key == start
        await manager.presses("N", "n")
        assert manager.pane("today").key == start


async def test_n_passes_over_what_was_decided_today_and_the_row_says_so(team: Store) -> None:
    late = load_board(team, MONDAY).attention
    first = next(row for row in late if row.kind == "coverage" and row.state in ("overdue", "never"))
    assert first.child_id is not None
    request = DecisionRequest("Visit today", MONDAY, AboutChild(first.child_id), because="Not seen")
    record.decide(team, request, MONDAY)
    async with sitting(team, MONDAY) as manager:
        (line,) = [one for one in manager.pane("today").lines if one.key == attention_key(first)]
        assert line.cells[-2].text == f"{first.days_over}d over", "a decision settles nothing but itself"
        manager.sees("✓ Not discussed", "Decided today. ")
        await manager.presses("n")
        manager.sees("; 1 decided today is passed over.")
        seen = set()
        for _ in range(30):
            await manager.pilot.press("n")
            seen.add(manager.pane("today").key)
        assert not any((key or "").startswith(f"coverage::{first.child_id}:") for key in seen)


async def test_a_row_about_many_names_each_of_them_by_who_holds_them(team: Store) -> None:
    board = load_board(team, MONDAY)
    (many,) = [row for row in board.attention if "Last looked-after review not recorded" in row.summary]
    assert len(many.children) == many.count
    held: dict[str, list[str]] = {}
    for row in board.children:
        if row.child.id in many.children:
            held.setdefault(row.worker or "No worker", []).append(row.child.reference)
    assert sum(map(len, held.values())) == many.count
    async with sitting(team, MONDAY, (200, 50)) as manager:
        manager.pane("today").select(attention_key(many))
        await manager.settles()
        told = " ".join(manager.text.split())
        for worker, children in held.items():
            manager.sees(f"{worker}: ")
            assert all(reference in told for reference in children)


async def test_a_row_says_whom_it_is_about_and_the_title_what_no_number_counts(team: Store) -> None:
    board = load_board(team, MONDAY)
    many = next(row for row in board.attention if row.child_id is None and row.worker is None and row.count)
    late = sum(row.tier == "urgent" or row.state in ("overdue", "never") for row in board.attention)
    rest = sum(row.tier != "urgent" and row.state not in ("overdue", "never", "due") for row in board.attention)
    named = {row.child.id for row in board.children if row.child.name and row.worker}
    at, row = next((at, row) for at, row in enumerate(board.attention) if row.child_id in named)
    first = board.child_row(row.child_id)
    assert first is not None
    assert first.child.name
    given, _, family = first.child.name.partition(" ")
    async with sitting(team, MONDAY) as manager:
        both = sum(row.tier == "urgent" and row.state == "overdue" for row in board.attention)
        added = f"{late} urgent or late ({both} both), {len(board.attention) - late - rest} more due, {rest} not due"
        manager.sees(f"1 Today {len(board.attention)}: {added}", "4 Discussions today and to file 3")
        manager.pane("today").select(attention_key(many))
        await manager.settles()
        assert any("Review " in line and f" {many.count} children " in line for line in manager.screen)
        await manager.presses("g", *"j" * at)
        manager.sees(f"{first.child.reference} {first.child.name} · worker {first.worker}")
        await manager.presses("enter")
        manager.sees(f"Child {first.child.reference} {first.child.name} · worker {first.worker}")
        await manager.presses("escape")
        await manager.resizes(200, 50)
        assert any(
            f" {first.child.reference} {given} {family[0]} " in " ".join(line.split()) for line in manager.screen
        )


async def test_what_is_said_stands_over_the_keys_until_the_next_click(team: Store) -> None:
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await manager.presses("space")
        said = "1 marked."
        assert any(said in line for line in manager.screen[:-1])
        assert "d Decide" in manager.screen[-1]
        assert ": Find" in manager.screen[-1]
        pressed = (None, 10, 12, 0, 0, 1, False, False, False)
        for event in (events.MouseDown(*pressed), events.MouseUp(*pressed)):
            manager.app.post_message(event)  # as a terminal sends them
        await manager.settles()
        manager.sees_not(said)
        await manager.presses("space")
        manager.sees("2 marked.")
        await manager.pilot.click(offset=(manager.screen[-1].index("Decide"), 23))
        await manager.settles()
        manager.sees("Decide about 2")


async def test_after_a_decision_it_is_said_where_one_is_and_that_a_worry_stays_open(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        assert (manager.pane("today").key or "").startswith("worry:")
        await manager.presses("d", "k", "1", "enter")
        at = manager.pane("today").lines[manager.pane("today").cursor]
        where = f"Now on {at.cells[1].text}, {at.cells[2].text}: 2 of "
        said = " ".join(" ".join(manager.screen[-4:]).split())
        assert "The worry stays open (W)." in said
        assert where in said
        await manager.presses("d", "k", "1", "enter")
        await manager.presses("d", "k", "1", "enter")
        manager.sees("Decision recorded")
        manager.sees_not("The worry stays open")


async def test_the_caseload_is_that_of_the_selected_worker(team: Store) -> None:
    board = load_board(team, MONDAY)
    async with sitting(team, MONDAY, (200, 50)) as manager:
        await manager.presses("2", "g")
        worker = manager.app.board_screen.selection.worker_id
        expected = {key_of(row.child.id) for row in board.children if row.child.worker_id == worker}
        assert {line.key for line in manager.pane("caseload").lines} == expected
        await manager.presses("j")
        assert {line.key for line in manager.pane("caseload").lines} != expected


@pytest.mark.parametrize("width", [60, 72, 80])
async def test_the_pane_that_is_shown_is_named_however_long_its_name_is(team: Store, width: int) -> None:
    async with sitting(team, MONDAY, size=(width, 24)) as manager:
        for row in range(len(manager.pane("team").lines)):
            await manager.presses("2", "g", *"j" * row, "5")
            manager.sees(manager.pane("caseload").heading)


async def test_a_filter_narrows_as_one_types_and_esc_clears_it(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        every = len(manager.pane("today").lines)
        await manager.presses("slash", *"llewellyn")
        assert 0 < len(manager.pane("today").lines) < every
        await manager.presses("enter")
        assert manager.here == "today"
        manager.sees("/llewellyn")
        await manager.presses("escape")
        assert len(manager.pane("today").lines) == every
        await manager.presses("slash", *"LLÉWELLYN")
        assert 0 < len(manager.pane("today").lines) < every, "accents and capitals do not count"
        await manager.presses("slash", "escape", "slash", *"nobody at all".replace(" ", ""))
        manager.sees("No match for")


async def test_a_list_that_is_narrowed_begins_at_its_first_row(team: Store) -> None:
    """Where the cursor was does not put what is urgent about the one who is looked for out of sight."""
    rows = load_board(team, MONDAY).attention
    whose = [row.worker.split()[-1].lower() for row in rows if row.worker]
    looked_for = next(name for name in whose if whose.count(name) > 1 and name not in (whose[0], whose[-1]))
    async with sitting(team, MONDAY, (80, 24)) as manager:
        pane = manager.pane("today")
        for elsewhere in ("g", "G"):
            await manager.presses(elsewhere, "slash", *looked_for, "enter")
            assert len(pane.lines) > 1
            assert (pane.cursor, pane.top) == (0, 0)
            await manager.presses("escape")
        for state in ("due", "urgent"):
            await manager.presses("g")
            await manager.pilot.click("#top", offset=(counts_of(manager).index(f" {state}") - 1, 0))
            await manager.settles()
            assert (pane.cursor, pane.top) == (0, 0), state
            await manager.presses("escape")
        await manager.presses("j", "j")
        third = pane.key
        await manager.presses("slash", *(third or "").split(":")[0][:1], "backspace", "enter")
        assert pane.key == third, "a row that is still there keeps the cursor"


async def test_enter_opens_the_page_and_esc_comes_back_to_the_same_row(team: Store) -> None:
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await manager.presses("j", "j")
        row = manager.pane("today").key
        await manager.presses("enter")
        manager.sees("Child C-", "Next entry")
        await manager.presses("escape")
        assert manager.pane("today").key == row
        await manager.presses("2", "enter")
        manager.sees("Worker ", "Sessions")


async def test_cursor_and_focus_stay_through_refresh_and_resize(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("3", "j")
        row = manager.pane("worries").key
        for width, height in ((200, 50), (80, 24), (60, 20), (40, 12), (120, 35)):
            await manager.resizes(width, height)
            assert (manager.here, manager.pane("worries").key) == ("worries", row)
        record.hold(team, HoldSession(WorkerId(2), MONDAY), MONDAY)
        await manager.presses("r")
        assert (manager.here, manager.pane("worries").key) == ("worries", row)


async def test_what_another_program_writes_appears_by_itself(team: Store) -> None:
    async with sitting(team, MONDAY, (200, 50)) as manager:
        manager.app.worker.look_for_changes()
        await manager.settles()
        before = load_board(team, MONDAY)
        late = next(row for row in before.workers if row.supervision.state == "overdue")
        with closing(open_store(team.path)) as other:
            record.hold(other, HoldSession(late.worker.id, MONDAY), MONDAY)
        says = f"{before.counts.overdue - 1} overdue"
        for _ in range(100):  # the word of a server may take a moment
            manager.app.worker.look_for_changes()
            await manager.settles()
            if says in manager.text:
                break
        manager.sees(says)


async def test_names_are_hidden_everywhere_at_once(team: Store) -> None:
    board = load_board(team, MONDAY)
    names = {row.worker.name.split()[-1] for row in board.workers}
    names |= {row.child.name for row in board.children if row.child.name}
    async with sitting(team, MONDAY) as manager:
        await manager.presses("h")
        for key in "12345":
            await manager.presses(key)
            manager.sees_not(*names)
        await manager.presses("1", "enter")
        manager.sees_not(*names)
        await manager.presses("h")
        assert any(name in manager.text for name in names)


async def test_only_whom_i_supervise(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("m")
        manager.sees("only whom you supervise")
        await manager.presses("m")
        manager.sees_not("only whom you supervise")


async def test_the_keys_are_a_key_away(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("question_mark")
        manager.sees("About this child", "Record a decision about the child or worker of this row", "esc Close")
        await manager.types("undo")
        manager.sees("Take back the last thing you recorded")
        manager.sees_not("About this child")
        await manager.clicks("Close")
        manager.sees_not("Find a key")


async def test_on_the_narrowest_terminal_the_words_of_a_key_begin_right_beside_it(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("question_mark")
        await manager.resizes(40, 24)
        manager.sees("d Record a decision about the", "w Raise a worry about the child of")
        await manager.types("bring in")
        manager.sees("Ctrl+O Bring in Annex A lists,")
        await manager.resizes(120, 35)
        manager.sees("Ctrl+O  Bring in Annex A lists")


async def test_one_pane_alone_and_back(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("2", "plus")
        assert manager.pane("team").region.width > 110
        await manager.presses("minus")
        assert manager.pane("team").region.width < 60


async def test_the_wheel_and_the_thumb_move_what_is_seen_a_click_selects_and_a_second_click_opens(team: Store) -> None:
    async with sitting(team, MONDAY, (200, 50)) as manager:
        today = manager.pane("today")
        last_line, column = today.content_size.height - 1, today.content_size.width

        def thumb() -> list[int]:
            left = today.content_region.right - 1
            return [y for y in range(last_line + 1) if manager.screen[today.content_region.y + y][left] == "▐"]

        whole = thumb()
        assert whole[0] <= 1
        today.post_message(events.MouseScrollDown(today, 5, 5, 0, 1, 0, False, False, False))
        await manager.settles()
        assert (today.top, today.cursor) == (3, 0)
        today.post_message(events.MouseScrollUp(today, 5, 5, 0, 1, 0, False, False, False))
        await manager.settles()
        assert (today.top, today.cursor) == (0, 0)
        await manager.pilot.mouse_down("#today", offset=(column, last_line + 1))
        await manager.settles()
        assert thumb()[-1] == last_line  # of rows that are several lines high it goes all the way as well
        assert today.window.sight().lines[-1][0] == len(today.lines) - 1
        assert today.cursor == 0
        await manager.pilot.hover("#today", offset=(column, 1))
        await manager.pilot.mouse_up("#today", offset=(column, 1))
        await manager.settles()
        assert (today.top, thumb()) == (0, whole)
        sight = today.window.sight()
        second = (5, 1 + sight.titled + [place for place, _ in sight.lines].index(1))
        await manager.pilot.click("#today", offset=second)
        await manager.settles()
        assert manager.pane("today").cursor == 1
        await manager.pilot.click("#today", offset=second, times=2)
        await manager.settles()
        manager.sees("Child C-", "Next entry")


async def test_tomorrow_the_day_turns_by_itself(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        manager.sees("Mon 23 Nov")
        manager.app.worker.look_for_changes()
        manager.app.worker.scope.now = lambda: MONDAY + timedelta(days=1)
        manager.app.worker.look_for_changes()
        await manager.settles()
        manager.sees("Tue 24 Nov")


async def test_from_the_last_line_the_next_urgent_one_is_a_child_who_went_missing_today(team: Store) -> None:
    child = next(row.child for row in load_board(team, MONDAY).children if row.discussion.state == "in_time")
    record.child_date(team, ChildDateRequest(child.id, "missing_from", MONDAY), MONDAY)
    (missing,) = [row for row in load_board(team, MONDAY).attention if row.kind == "missing_child"]
    assert (missing.child_id, missing.state) == (child.id, "due")
    async with sitting(team, MONDAY) as manager:
        await manager.presses("G", "n")
        assert manager.pane("today").key == attention_key(missing)


async def test_no_day_is_cut_in_a_column_in_the_first_days_of_a_year(team: Store) -> None:
    """A talk asked for in December and children who were seen in autumn say so without the year, which has no room."""
    new_year = date(2027, 1, 5)
    december = date(2026, 12, 28)
    record.discuss(team, DiscussionRequest((ChildId(1),), "Gran rang", december, asked_for=True), december)
    async with sitting(team, new_year, (120, 35)) as manager:
        manager.sees("28 Dec C-")
        for size in SIZES:
            await manager.resizes(*size)
            for pane in ("talks", "team", "caseload"):
                cells = [cell.text for line in manager.pane(pane).lines for cell in line.cells]
                assert not [cell for cell in cells if re.search(r"\d [A-Z][a-z]{2} \d{4}$", cell)]


async def test_only_one_row_of_the_board_has_a_ground_and_where_the_keys_would_go_in_the_others_is_a_line(
    team: Store,
) -> None:
    """In every theme, of however many colours, and in none: two rows with a ground would look like two chosen ones."""
    async with sitting(team, MONDAY, (200, 50)) as manager:
        for looks in LOOKS:
            for depth, palette in looks.palettes.items():
                theme = theme_of(looks, palette)
                theme.name = f"{theme.name} {depth}"
                manager.app.register_theme(theme)
                manager.app.theme = theme.name
                await manager.presses("2")
                team_pane, list_pane = manager.pane("team"), manager.pane("today")
                assert {style.bgcolor for style in cursor_row(team_pane)} == {Color.parse(palette.cursor)}
                resting = cursor_row(list_pane)
                assert {style.bgcolor for style in resting} == {Color.parse(palette.ground)}
                assert [style.underline for style in resting if style.underline] == [True]
                assert {style.underline for style in cursor_row(team_pane)} <= {None, False}


def cursor_row(pane: Pane) -> list[Style]:
    """In what the row at the cursor of a pane is painted."""
    strip = pane.window.strip(pane.at.place, 0, pane.window.sight().width)
    return [segment.style for segment in strip if segment.style is not None]
