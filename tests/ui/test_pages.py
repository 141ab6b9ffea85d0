"""A child's page is a story, with what one has to know beside it; the mouse scrolls and chooses."""

import re
from datetime import date, timedelta

from textual.events import MouseScrollDown

from db.engine import Store
from oversight_tui.practice.ids import AboutChild, ChildId
from oversight_tui.practice.requests import DecisionRequest, DiscussionRequest, HandInWork, HoldSession, RiskRequest
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.files import child_page
from oversight_tui.ui.widgets.text_block import TextBlock
from tests.made_once import MONDAY
from tests.ui.manager import SIZES, Manager, sitting

DAY = timedelta(days=1)


def busiest(store: Store) -> ChildId:
    """A child with a worker and much to tell."""
    return next(row.child.id for row in load_board(store, MONDAY).children if row.worker and row.child.last_discussed)


def talked(store: Store, child: ChildId, on: date, marek: int) -> None:
    asked = DiscussionRequest((child,), f"A word about home {marek}", on, scales=(("Marek", marek),))
    record.discuss(store, asked, MONDAY)


async def opened(manager: Manager, child: ChildId) -> None:
    manager.app.worker.pages.open_child(child)
    await manager.settles()


async def test_a_childs_page_tells_days_and_kinds_beside_the_words_and_what_comes_next(team: Store) -> None:
    child = busiest(team)
    for back, number in ((60, 3), (30, 5), (9, 7)):
        talked(team, child, MONDAY - back * DAY, number)
    record.rate_risk(team, RiskRequest(child, "very_high", "Quokka", MONDAY - DAY), MONDAY)
    again = DecisionRequest("Zebrafinch", MONDAY, AboutChild(child), because="x", review_on=MONDAY)
    record.decide(team, again, MONDAY)
    record.hand_in(team, HandInWork(child, "Assessment", "outside: Amira", MONDAY), MONDAY)
    async with sitting(team, MONDAY, (200, 50)) as manager:
        await opened(manager, child)
        manager.sees("Where things stand", "▃▅▆", "Marek, 0 to 10", "Handed in: Assessment", "Because Quokka")
        manager.sees("Look again today: Zebrafinch")
        assert "by Angela Brathwaite unless named" in manager.text
        story = manager.app.screen.query_one("#page", TextBlock)
        assert all(len(line.text.strip()) <= 22 + 90 for line in story._lines)
        told = [line.partition("││")[0] for line in manager.screen]
        said = [line for line in told if "A word about home" in line]
        assert len({line.index("A word about home") for line in said}) == 1  # days and kinds are a column
        assert "Talk" in said[0]
        await manager.resizes(80, 24)
        manager.sees_not("Where things stand")
        manager.sees("Next", "In numbers")
        await manager.presses("pagedown")
        manager.sees("Story ", "A word about home")


async def test_a_limit_on_a_day_off_is_named_once_and_how_children_stand_is_said_in_the_words_of_a_child(
    team: Store,
) -> None:
    row = next(row for row in load_board(team, MONDAY).children if row.child.reference == "C-4046")
    assert row.discussion.limit_by == date(2026, 12, 20)
    assert row.child.worker_id is not None
    async with sitting(team, MONDAY, (200, 50)) as manager:
        await opened(manager, row.child.id)
        manager.sees("20 Dec  Discussion limit, so by Fri 18 Dec")
        manager.sees_not("limit: limit")
        await manager.presses("escape")
        manager.app.worker.pages.read_worker(row.child.worker_id)
        await manager.settles()
        manager.sees("Discussed, of ")
        manager.sees_not("0 never", "0 due", "0 overdue")


def test_the_end_of_a_plan_says_what_has_ended(team: Store) -> None:
    pages = (child_page(team, row.child.id, MONDAY) for row in load_board(team, MONDAY).children)
    ends = next(found for page in pages if (found := [one for one in page.entries if one.record == "status_end"]))
    assert re.match(r"[A-Z][a-z ]+ ended \w{3} \d", ends[0].text)


async def test_a_page_scrolls_with_the_wheel_under_its_title_and_a_click_chooses_an_entry(team: Store) -> None:
    child = busiest(team)
    for back in range(2, 40, 2):
        talked(team, child, MONDAY - back * DAY, 4)
    async with sitting(team, MONDAY, (120, 35)) as manager:
        await opened(manager, child)
        title, first = manager.screen[1], manager.screen[3]
        block = manager.app.screen.query_one("#page", TextBlock)
        for _ in range(4):
            block.post_message(MouseScrollDown(block, 5, 5, 0, 1, 0, False, False, False))
        await manager.settles()
        assert manager.screen[1] == title
        assert manager.screen[3] != first
        before = block.top
        await manager.pilot.mouse_down("#page", offset=(block.size.width + 1, 20))
        await manager.pilot.mouse_up("#page", offset=(block.size.width + 1, 20))
        assert block.top > before + 10  # the thumb is held, and no entry is chosen by that
        assert not block.selected
        await manager.presses("g")
        talk = next(y for y, line in enumerate(manager.screen) if "Talk " in line)
        await manager.pilot.click("#page", offset=(30, talk - block.region.y))
        await manager.presses("c")
        manager.sees("sent to the terminal's clipboard")  # and not: choose an entry first
        for _ in range(60):
            await manager.presses("n")
        manager.sees("This is the last entry of the page.")


async def test_a_workers_page_says_which_session_was_cut_short(team: Store) -> None:
    worker = next(row.worker for row in load_board(team, MONDAY).workers if not row.absence)
    record.hold(team, HoldSession(worker.id, MONDAY, minutes=15, counts=False), MONDAY)
    async with sitting(team, MONDAY, (80, 24)) as manager:
        manager.app.worker.pages.open_worker(worker.id)
        await manager.settles()
        await manager.presses("n")
        manager.sees("Cut short, not counted as supervision", "15 minutes")


async def test_the_mouse_brings_the_keys_of_a_page_back_and_leaves_it_on_the_key_itself(team: Store) -> None:
    worker = next(row.worker.id for row in load_board(team, MONDAY).workers if row.worker.last_held)
    async with sitting(team, MONDAY) as manager:
        manager.app.worker.pages.open_worker(worker)
        await manager.settles()
        manager.sees("V Supervise")
        await manager.clicks("Correct")
        manager.sees("chooses the entry first")
        await manager.clicks(" Held, ")
        manager.sees_not("chooses the entry first")
        await manager.clicks("Correct")
        manager.sees("Correct a session held")
        await manager.presses("escape")
        status = next(one for one in ("CP plan ", "In need ", "Looked after ", "LAC ") if one in manager.text)
        await manager.clicks(status)
        manager.sees("Child C-")
        await manager.presses("escape")
        await manager.clicks("esc")
        manager.sees("1 Today")
        await manager.presses("1")
        manager.sees_not("V Supervise")
        await manager.presses("2", "g")
        manager.sees("V Supervise")
        for size in SIZES:
            await manager.resizes(*size)
            manager.sees("V Supervise")
        await manager.clicks("Supervise")
        manager.sees("Supervision with")
