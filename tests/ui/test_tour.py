"""A newcomer takes the tour: each thing is noticed when it is done, and the board is everybody's as before."""

from __future__ import annotations

from db.engine import Store
from oversight_tui.services.board import load_board
from oversight_tui.ui.panes.tour_panel import TourPanel
from oversight_tui.ui.present.row_keys import key_of
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting
from tests.ui.quiet import press


async def chooses_the_tour(manager: Manager) -> None:
    await manager.presses("colon")
    await manager.types("the tour")
    await manager.presses("enter")


async def test_the_tour_notices_a_mornings_acts_and_can_be_left_and_taken_up(team: Store) -> None:
    async with sitting(team, MONDAY, (80, 24), made_up=True, kept=False) as manager:
        manager.sees_not("Tour 1")
        await chooses_the_tour(manager)
        manager.sees("OFFICIAL-SENSITIVE", "Tour 1 of 9. Who needs you?", "F9 skips this")
        assert "OFFICIAL-SENSITIVE" in manager.screen[0]
        assert "Tour 1 of 9" in manager.screen[1]  # as on every other screen
        await manager.presses("j")
        manager.sees("Tour 1 of 9")
        await manager.presses("n")
        manager.sees("Tour 2 of 9. Enter opens the page")
        await manager.presses("enter")
        manager.sees("Tour 3 of 9. Now decide.", "which says what too")
        assert "Tour 3 of 9" in manager.screen[1]
        await manager.presses("escape", "d")
        manager.sees("Tour 3 of 9", "Decide about")
        await manager.presses("v", "1", "enter")
        manager.sees("Tour 4 of 9", "ten minutes about a child")

        await manager.presses("f10")
        manager.sees_not("Tour")
        await chooses_the_tour(manager)
        manager.sees("Tour 4 of 9")
        await manager.presses("f9", "k", "w")
        manager.sees("Tour 5 of 9", "orry about")
        await manager.types("Lost weight")
        manager.puts(severity="3")
        await manager.presses("ctrl+s")
        manager.sees(
            "Tour 6 of 9. Hold supervision: 2 goes to the team, V opens",
            "held today with V again",
            "f ends it",
            ": and the word tour",
        )
        late = next(row for row in load_board(team, MONDAY).workers if row.supervision.state == "overdue")
        await manager.presses("2")
        manager.pane("team").select(key_of(late.worker.id))
        await manager.presses("V", "V", "1", "enter")
        manager.sees("Tour 7 of 9")
        await manager.presses("escape", "O")
        await manager.types("28 Apr")
        await manager.presses("enter", "escape")
        manager.sees("Tour 8 of 9. Anything you record can be taken back")
        await manager.presses("u", "y")
        manager.sees("Tour 9 of 9. That was a morning.", "F9 ends it")
        assert await manager.pilot.click("#tour-keys")
        await manager.settles()
        manager.sees_not("Tour")
        assert not manager.app.board_screen.query(TourPanel)
        if not (team.encrypted or team.on_a_server):
            await manager.presses("Q")
            manager.sees("Nobody here is real, so nothing is locked.")
        await manager.presses("q")
        manager.sees("Nothing of this made-up team is kept. q again leaves.")
        assert not manager.app._exit
        press(manager.app, "q")
        await manager.pilot.pause()
        assert manager.app._exit


async def test_nobody_practises_on_real_records(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await chooses_the_tour(manager)
        manager.sees("oversight demo --tour")
        manager.sees_not("Tour 1 of 9")
