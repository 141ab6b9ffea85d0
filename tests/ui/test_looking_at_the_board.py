"""What a manager sees of the board at each size, and opens from the numbers of the team."""

import re

from db.engine import Store
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.requests import WorryRequest
from oversight_tui.services.board import load_board
from oversight_tui.services.record import raise_worry
from oversight_tui.ui.panes.pane import Pane
from oversight_tui.ui.present.narrowing import OnlyAtRisk, OnlyOfWorker
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.screens.page import PageScreen
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting


def somebody_late(store: Store) -> tuple[WorkerId, str, int]:
    """A worker with rows that cannot wait: who, the surname, how many rows."""
    board = load_board(store, MONDAY)
    found = [(len(OnlyOfWorker(row.worker.id, late=True).keys(board)), row.worker) for row in board.workers]
    number, worker = max(found, key=lambda one: one[0])
    assert number > 1
    return worker.id, worker.name.split()[-1], number


def line_of(manager: Manager, words: str) -> int:
    return next(y for y, line in enumerate(manager.screen) if words in line)


async def test_left_and_right_go_over_the_numbers_of_a_worker_and_enter_opens_what_one_counts(team: Store) -> None:
    worker, surname, late = somebody_late(team)
    board = load_board(team, MONDAY)
    urgent = sum(row.tier == "urgent" for row in board.attention)
    async with sitting(team, MONDAY) as manager:
        await manager.presses("2")
        manager.pane("team").select(key_of(worker))
        await manager.presses("right", "enter")
        assert manager.here == "caseload"
        assert len(manager.pane("caseload").lines) == len(board.children_with(worker))
        await manager.presses("2", "right", "enter")
        assert (manager.here, len(manager.pane("today").lines)) == ("today", late)
        manager.sees(f"{late} of {len(board.attention)} · urgent or late for ", f"{late} rows. Esc shows all again.")
        await manager.presses("escape")
        assert len(manager.pane("today").lines) == len(board.attention)
        for again in ("urgent", "1 Today"):  # a second click on the count, or one on the title, shows all as Esc does
            await manager.clicks(f"{urgent} urgent")
            assert len(manager.pane("today").lines) == urgent
            await manager.clicks(f"{urgent} urgent" if again == "urgent" else again)
            assert len(manager.pane("today").lines) == len(board.attention)
        await manager.presses("2")
        manager.sees(f"{late} urgent or late (the number under late)")
        await manager.presses("left", "left", "enter")
        manager.sees(surname, "Sessions")


async def test_a_click_on_a_number_opens_it_and_the_risks_stand_there_where_there_is_room(team: Store) -> None:
    worker, _, late = somebody_late(team)
    board = load_board(team, MONDAY)
    async with sitting(team, MONDAY, (200, 50)) as manager:
        heading = manager.screen[line_of(manager, "supervised")]
        pane = manager.pane("team")
        y = pane.content_region.y + 1 + [line.key for line in pane.lines].index(key_of(worker))
        await manager.pilot.click(offset=(heading.index("late") + 3, y))
        await manager.settles()
        assert (manager.here, len(manager.pane("today").lines)) == ("today", late)
        medium = len(OnlyAtRisk(worker, "medium").keys(board))
        assert medium
        await manager.pilot.click(offset=(heading.index("med") + 2, y))
        await manager.settles()
        assert (manager.here, len(manager.pane("caseload").lines)) == ("caseload", medium)
        manager.sees("medium risk")
        await manager.presses("2", "plus")
        manager.sees("not rated", "worries", "next session")


async def test_the_morning_list_has_two_thirds_and_what_is_empty_folds_to_a_line(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        today, rail = manager.pane("today").region, manager.pane("team").region
        assert today.width >= 76
        assert today.height >= 20
        assert rail.right <= today.x
        manager.sees("what", "child", "worker", "late", "why", "supervised")
        for name in ("worries", "talks"):
            pane = manager.pane(name)
            assert pane.region.height <= len(pane.lines) + 3, "no more than it needs"
        first = load_board(team, MONDAY).attention[0]
        manager.sees("OFFICIAL-SENSITIVE", first.reason.split(",")[0])
        assert "never" in manager.screen[0], "one strip, with the marking in it"
        manager.pane("worries").show_rows(())
        await manager.settles()
        assert manager.pane("worries").region.height == 1
        manager.sees("3 Worries: none is flagged")
        await manager.presses("3")
        assert manager.here == "worries"


def unfolds_more(pane: Pane, place: int, other: int) -> bool:
    """Whether the row at this place unfolds more lines than another."""
    lines = []
    for one in (place, other):
        pane.select(pane.lines[one].key)
        lines.append(sum(shown == one for shown, _ in pane.window.sight().lines))
    return lines[0] > lines[1]


async def test_on_the_smallest_screen_lateness_is_whole_and_the_selected_row_says_why(team: Store) -> None:
    board = load_board(team, MONDAY)
    async with sitting(team, MONDAY, (40, 12)) as manager:
        late = [row for row in board.attention if row.tier != "urgent" and row.days_over]
        await manager.presses("n")
        for row in late[:3]:
            while board.attention[manager.pane("today").cursor] is not row and manager.pane("today").cursor < row.rank:
                await manager.presses("j")
            manager.sees(f"{row.days_over}d over", row.reason.split(",")[0])
        today = manager.pane("today")
        shorter = next(place for place in range(1, len(today.lines)) if unfolds_more(today, place - 1, place))
        today.select(today.lines[shorter - 1].key)
        today.scroll_lines_to(shorter - 1)
        sight = today.window.sight()
        line = [place for place, _ in sight.lines].index(shorter)
        below = (5, today.content_region.y + sight.titled + line)
        await manager.pilot.click(offset=below, times=2)  # what the row above it unfolds folds with the first
        await manager.settles()
        assert today.cursor == shorter
        # Its page, or why there is none of a row that is about several.
        assert manager.app.flashed or isinstance(manager.app.screen, PageScreen)


async def test_the_words_of_the_story_beside_the_board_stand_under_their_day_and_have_its_width(team: Store) -> None:
    async with sitting(team, MONDAY, (200, 50)) as manager:
        await manager.presses("1")
        await manager.pilot.pause(0.3)  # the story comes a moment after the cursor
        await manager.settles()
        beside = manager.app.screen.query_one("#detail").content_region
        lines = [line[beside.x : beside.right].strip() for line in manager.screen]
        day = next(place for place, line in enumerate(lines) if re.fullmatch(r"\d+ \w{3} +[A-Z]\w+", line))
        assert len(lines[day + 1]) > beside.width // 2


async def test_no_pane_under_the_team_is_cut_while_the_team_has_lines_to_spare(team: Store) -> None:
    child = load_board(team, MONDAY).children[0].child.id
    for number in range(9):
        raise_worry(team, WorryRequest(child, f"Quokka {number}", MONDAY, severity=1), MONDAY)
    async with sitting(team, MONDAY, (120, 40)) as manager:
        worries, workers = manager.pane("worries"), manager.pane("team")
        assert len(worries.lines) >= 13
        for pane in (worries, workers):
            assert pane.size.height >= len(pane.lines) + 1
        manager.sees(*(f"Quokka {number}" for number in range(9)))
        await manager.presses("3", "plus")
        assert worries.region.height > 20, "alone it has all of it"
        await manager.presses("minus")
        await manager.resizes(120, 35)
        assert workers.size.height >= len(workers.lines) + 1
        assert worries.region.bottom <= manager.pane("talks").region.y
        await manager.resizes(80, 24)
        assert worries.region.height >= 10, "all that one pane has there"
