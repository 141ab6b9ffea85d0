"""Eight weeks as weeks: arrows go over days and what is in them, with the mouse as with keys, at every size."""

from datetime import timedelta

from db.engine import Store
from oversight_tui.practice.requests import HoldSession, PlanSession
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.ui.dialogs.field import FieldInput
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.screens.page import PageScreen
from oversight_tui.ui.widgets.week_grid import WeekGrid
from tests.made_once import MONDAY
from tests.ui.manager import sitting
from tests.ui.quiet import press

DAY = timedelta(days=1)


async def test_the_weeks_are_walked_over_with_arrows_and_the_mouse(team: Store) -> None:
    worker = next(row.worker for row in load_board(team, MONDAY).workers if row.worker.name == "Comfort Asante")
    for on in (MONDAY + 15 * DAY, MONDAY + 16 * DAY, MONDAY + 19 * DAY):
        record.plan(team, PlanSession(worker.id, on, "observation"), MONDAY)
    other = next(row.worker for row in load_board(team, MONDAY).workers if row.worker.id != worker.id)
    record.hold(team, HoldSession(other.id, MONDAY), MONDAY)
    async with sitting(team, MONDAY, (120, 35)) as manager:
        await manager.presses("2")
        manager.pane("team").select(key_of(other.id))
        await manager.presses("Z")
        manager.sees(f"{other.name.split()[-1]} held")  # what was held today stays in its day
        manager.app.screen.query_one(WeekGrid).select(str(MONDAY))
        await manager.presses("S")
        assert manager.app.screen.query_one("#worker", FieldInput).text == ""  # and nobody is asked for a second one
        await manager.presses("escape")
        grid = manager.app.screen.query_one(WeekGrid)
        manager.sees("Today 23 Nov", "25 Dec holiday", "28 Dec bank holiday", "n Next  S Plan")
        for _ in range(3):  # the cursor begins on the next session, and n goes on from there
            day = grid.day
            await manager.presses("n")
            assert grid.day >= day
        grid.select(str(MONDAY + 15 * DAY))
        await manager.presses("right")
        assert grid.day == str(MONDAY + 16 * DAY)
        await manager.presses("right", "right")
        assert grid.day == str(MONDAY + 18 * DAY)  # Friday, with what is planned on the Saturday after it
        manager.sees("Sat C Asante", "Sat 12 Dec", "Observation of practice with Comfort Asante")
        await manager.presses("right")
        assert grid.day == str(MONDAY + 21 * DAY)
        await manager.presses("up")
        assert grid.day == str(MONDAY + 14 * DAY)
        place = next(y for y, line in enumerate(manager.screen) if "Tue 8 Dec" in line)
        await manager.pilot.click(offset=(manager.screen[place].index("Tue 8 Dec"), place))
        await manager.settles()
        assert grid.day == str(MONDAY + 15 * DAY)
        await manager.resizes(40, 24)
        await manager.presses("down", "down")
        manager.sees("Tue 8 Dec", "Comfort Asante obs")
        press(manager.app, "enter")
        press(manager.app, "x")  # in the same breath: for the page, and cancels no session
        await manager.settles()
        assert isinstance(manager.app.screen, PageScreen)
        assert len(manager.app.screen_stack) == 3
        manager.sees("chooses the entry first")


async def test_sessions_weigh_most_and_who_is_away_is_told_from_a_day_by_its_shape(team: Store) -> None:
    """Also where there are no colours; a day has a line after it, and what goes across days has dots."""
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await manager.presses("Z", "v")
        lines = manager.screen
        day = next(line for line in lines if "Today 23 Nov" in line)
        away = next(line for line in lines if "» N Rehman" in line)
        assert "──" in day
        assert " · · ·" in away
        assert "─" not in away
        await manager.resizes(120, 60)
        assert manager.text.count("N Rehman away with no day of return") == 1, "in the first week"
        assert manager.text.count("» N Rehman") > 2, "in those after it only who"
        grid = manager.app.screen.query_one(WeekGrid)
        tones = {piece.tone for line in grid._lines for piece in line if piece.item.isdigit()}
        assert tones == {"block"}  # a ground of their own and bold, which nothing else in the weeks has


async def test_every_key_of_the_calendar_has_room_at_eighty_columns_and_the_way_out_at_forty(team: Store) -> None:
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await manager.presses("Z")
        foot = manager.screen[-1]
        for key in ("n Next", "S Plan", "m Move", "x Cancel", "l Schedule", "v Due", ": Find", "? Keys", "esc Back"):
            assert key in foot, key
        await manager.resizes(40, 12)
        manager.sees("n Next", "m Move", "? Keys", "esc Back")
        await manager.presses("escape")
        manager.sees("n Next overdue", "? Keys")
