"""What waits for somebody, answered at the screen from its line."""

from datetime import timedelta

from db.engine import Store
from oversight_tui.practice.ids import AboutChild, EntryId
from oversight_tui.practice.requests import DecisionRequest
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.ui.present.rows import attention_key
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting

DAY = timedelta(days=1)


async def on_entry(manager: Manager, store: Store, entry: EntryId) -> None:
    """Put the cursor on the line of an entry."""
    row = next(one for one in load_board(store, MONDAY).attention if one.id == entry)
    await manager.presses("1")
    manager.pane("today").select(attention_key(row))
    await manager.settles()


async def test_a_late_review_without_a_reason_can_be_reviewed_and_be_given_its_reason(team: Store) -> None:
    child = load_board(team, MONDAY).children[0].child.id
    before = MONDAY - 21 * DAY
    made = record.decide(team, DecisionRequest("Visit", before, AboutChild(child), review_on=MONDAY - 7 * DAY), before)
    async with sitting(team, MONDAY) as manager:
        await on_entry(manager, team, made.entry)
        manager.sees("Review, and say why: Visit")
        await manager.presses("W")
        await manager.types("Seen twice")
        await manager.presses("tab")
        await manager.types("+1w")
        await manager.presses("enter")
        manager.sees("is reviewed, next on Mon 30 Nov 2026. It still has no reason.")
        await on_entry(manager, team, made.entry)
        await manager.presses("b")
        await manager.types("Nobody had seen her")
        await manager.presses("enter")
        manager.sees("has its because")
