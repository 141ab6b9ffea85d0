"""A child whom a list has closed, at the screen: their lines, their page, and handing them over."""

from db import writes
from db.engine import Store
from oversight_tui.practice.changes import ChildChange, ExtractChange, ImportWrite, SnapshotFacts
from oversight_tui.practice.facts import Child
from oversight_tui.practice.requests import WorryRequest
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.ui.present.rows import attention_key
from oversight_tui.words.text import match_key
from tests.made_once import MONDAY
from tests.ui.manager import sitting


def closed_by_a_list(store: Store) -> Child:
    """A child on a plan, whom the list of today closes."""
    child = next(row.child for row in load_board(store, MONDAY).children if row.child.status == "protection_plan")
    gone = ChildChange(
        child.reference,
        child.id,
        extract=ExtractChange(False, None, None, "{}", "closed"),
        closed=True,
        closed_on=MONDAY,
    )
    snapshot = SnapshotFacts("annex_a", "a.xlsx", "2" * 64, MONDAY, ("6",), (child.team or "",), {})
    writes.apply_import(store, ImportWrite(snapshot, (), (gone,)), "Me", match_key)
    return child


async def test_a_worry_about_a_closed_child_is_a_line_that_says_so_and_the_child_is_handed_over_only_when_asked(
    team: Store,
) -> None:
    child = closed_by_a_list(team)
    worry = record.raise_worry(team, WorryRequest(child.id, "Zeppelin", MONDAY, severity=5), MONDAY).entry
    (line,) = load_board(team, MONDAY).attention_to_entry(worry)
    assert line.tier == "urgent"
    async with sitting(team, MONDAY) as manager:
        await manager.presses("1")
        manager.pane("today").select(attention_key(line))
        await manager.settles()
        manager.sees("Zeppelin", "(closed on 23 Nov)", "in no caseload")
        await manager.presses("enter")
        manager.sees("Closed on 23 Nov")
        await manager.presses("a")
        manager.sees(f"Hand over {child.reference}")
        for field, text in (("to", "Comfort"), ("because", "Came back")):
            manager.puts(**{field: text})
        await manager.presses("ctrl+s")
        manager.sees("was closed on Mon 23 Nov 2026")
        await manager.presses("n")
        assert child.id not in {row.child.id for row in load_board(team, MONDAY).children}
        await manager.presses("ctrl+s", "y")
        manager.sees("is open again, child protection")
    found = next(row for row in load_board(team, MONDAY).children if row.child.id == child.id)
    assert (found.worker, found.child.status) == ("Comfort Asante", "protection_plan")
