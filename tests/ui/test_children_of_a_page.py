"""The children on a worker's page are reached with keys: into their list, to a page, and back to where one was."""

import re

import pytest

from db.engine import Store
from oversight_tui.practice.board import WorkerRow
from oversight_tui.practice.ids import WorkerId
from oversight_tui.services.board import load_board
from oversight_tui.ui.screens.page import PageScreen
from oversight_tui.ui.screens.page_body import PageBody
from oversight_tui.ui.widgets.text_block import TextBlock
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting

EVERY_SIZE = ((80, 24), (120, 35), (200, 50), (40, 12))


def comfort(store: Store) -> WorkerRow:
    return next(row for row in load_board(store, MONDAY).workers if row.worker.name == "Comfort Asante")


async def opened(manager: Manager, worker: WorkerId) -> None:
    manager.app.worker.pages.read_worker(worker)
    await manager.settles()


def chosen(manager: Manager) -> str:
    """What stands at the left of the line under the cursor, of whichever block it is in; there is one cursor alone."""
    blocks = manager.app.screen.query_one(PageBody).query(TextBlock)
    found = [line for block in blocks for line in block._lines if block.selected and line.of == block.selected]
    assert len({line.of for line in found}) <= 1
    return "".join(text for text, _ in found[0].passage.left) if found else ""


@pytest.mark.parametrize("size", EVERY_SIZE, ids=str)
async def test_tab_goes_to_the_children_and_esc_back_to_the_page_where_one_was(
    team: Store, size: tuple[int, int]
) -> None:
    async with sitting(team, MONDAY, size) as manager:
        await opened(manager, comfort(team).worker.id)
        await manager.presses("n", "n")
        entry = chosen(manager)
        await manager.presses("tab")
        first = chosen(manager)
        assert "C-2034" in first
        manager.sees("C-2034", "enter Open", "esc Back")
        await manager.presses("down", "down")
        third = chosen(manager)
        assert third not in (first, entry)
        reference = re.findall(r"C-\d{4}", third)[0]
        await manager.presses("enter")
        manager.sees(f"Child {reference}")
        await manager.presses("escape")
        manager.sees("Worker Comfort Asante", "enter Open")
        assert chosen(manager) == third, "back at the child one came from"
        await manager.presses("G")
        last = chosen(manager)
        await manager.presses("j")
        assert chosen(manager) == last
        await manager.presses("g", "escape")
        assert chosen(manager) == entry, "and back at the entry that was selected before"
        manager.sees("V Supervise")
        await manager.presses("tab", "tab")
        assert chosen(manager) == entry, "Tab goes out of the list as well"
        await manager.presses("escape")
        assert not isinstance(manager.app.screen, PageScreen)


async def test_the_list_is_kept_over_another_size_and_an_action_is_still_about_the_worker(team: Store) -> None:
    async with sitting(team, MONDAY, (120, 35)) as manager:
        await opened(manager, comfort(team).worker.id)
        manager.sees("tab Children")
        await manager.presses("tab", "j")
        child = re.findall(r"C-\d{4}", chosen(manager))
        for size in ((80, 24), (200, 50)):
            await manager.resizes(*size)
            assert re.findall(r"C-\d{4}", chosen(manager)) == child
        await manager.presses("e")
        manager.sees("chooses the entry first")
        await manager.presses("S")
        manager.sees("Comfort Asante", "Plan")
        await manager.presses("escape", "n")
        manager.sees("V Supervise")
        assert "C-" not in chosen(manager)


async def test_when_a_child_was_discussed_and_how_late_that_is_stay_on_one_line_at_every_size(team: Store) -> None:
    async with sitting(team, MONDAY, (200, 50)) as manager:
        await opened(manager, comfort(team).worker.id)
        for size in EVERY_SIZE:
            await manager.resizes(*size)
            await manager.presses("tab", "down")
            line = next(line for line in manager.screen if "C-3202" in line and "d ago" in line)
            assert re.search(r"\d+d ago \d+d over", line), line
            await manager.presses("tab")


async def test_a_worker_without_children_says_so(team: Store) -> None:
    nobody = next(row for row in load_board(team, MONDAY).everybody if not row.children)
    async with sitting(team, MONDAY) as manager:
        await opened(manager, nobody.worker.id)
        await manager.presses("tab")
        manager.sees("No child is with this worker.")


@pytest.mark.parametrize("size", [(120, 35), (200, 50)], ids=str)
async def test_beside_the_rest_every_child_of_a_full_caseload_is_in_sight(team: Store, size: tuple[int, int]) -> None:
    worker = comfort(team)
    async with sitting(team, MONDAY, size) as manager:
        await opened(manager, worker.worker.id)
        manager.sees("Where things stand", "Sessions ", "unless named", "14 Oct   One-to-one")
        children = load_board(team, MONDAY).children_with(worker.worker.id)
        assert len(children) > 15
        manager.sees(f"Children {len(children)}, when last discussed", *(row.child.reference for row in children))


@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=str)
async def test_on_a_small_terminal_the_children_are_shown_from_the_first_on(team: Store, size: tuple[int, int]) -> None:
    async with sitting(team, MONDAY, size) as manager:
        await opened(manager, comfort(team).worker.id)
        await manager.presses("tab")
        shown = [line for line in manager.screen if "C-" in line or "Children 19" in line]
        assert "Children 19" in shown[0]
        assert len(shown) > size[1] / 2
