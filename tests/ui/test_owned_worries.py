"""Who owns a worry and how old it is, in the worries pane and in the detail of its row."""

from datetime import timedelta

from db.engine import Store
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.requests import ReviewWorry, WorryRequest
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.ui.present.row_keys import key_of
from tests.made_once import MONDAY
from tests.ui.manager import SIZES, sitting

RAISED = MONDAY - timedelta(days=67)


async def test_a_late_worry_keeps_its_age_and_shows_its_owner(team: Store) -> None:
    child = load_board(team, MONDAY).children[0].child.id
    said = WorryRequest(child, "Gran is worried about the stairs", RAISED, severity=5, owner="Comfort Asante")
    worry = record.raise_worry(team, said, RAISED)
    assert worry.id is not None
    record.review_worry(team, ReviewWorry(EntryId(worry.id), MONDAY - timedelta(days=9), RAISED), RAISED)
    async with sitting(team, MONDAY, SIZES[2]) as manager:
        await manager.presses("3")
        manager.pane("worries").select(key_of(worry.id))
        await manager.settles()
        manager.sees("9d over")
        manager.sees("67 days ago, owner", "severity 5 of 5")
        await manager.presses("plus")
        manager.sees("9d over", "67d ago", "C Asante")
        await manager.presses("enter")
        manager.sees(
            "Gran is worried about the stairs, severity 5 of 5", "owner Comfort Asante", "review was due 14 Nov"
        )


async def test_another_owner_is_named_where_an_entry_is_corrected(team: Store) -> None:
    child = load_board(team, MONDAY).children[0].child.id
    worry = record.raise_worry(team, WorryRequest(child, "The stairs", RAISED, owner="Comfort Asante"), RAISED)
    async with sitting(team, MONDAY) as manager:
        await manager.presses("3")
        manager.pane("worries").select(key_of(worry.entry))
        await manager.settles()
        await manager.presses("e")
        manager.sees("Sees to it", "Comfort Asante")
        manager.puts(owner="Marek Nowicki")
        await manager.presses("ctrl+s")
        manager.sees("Marek Nowicki sees to it now")
    owner = next(one.item.owner for one in load_board(team, MONDAY).worries if one.item.id == worry.entry)
    assert owner == "Marek Nowicki"
