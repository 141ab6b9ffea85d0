"""A child was seen, came back, was not heard: typed on the screen, and ended there."""

import pytest

from db.engine import Store
from oversight_tui.practice.child_dates import DateWhat
from oversight_tui.practice.requests import ChildDateRequest
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.ui.dialogs.child_date import read_what
from oversight_tui.ui.present.row_keys import key_of
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting


def in_one_line(manager: Manager) -> str:
    """What stands on the screen, without the frames that break its lines."""
    return " ".join(" ".join(manager.screen).replace("│", " ").split())


async def says_of(manager: Manager, **typed: str) -> None:
    """Fill the form that `Y` opens, and save it."""
    await manager.presses("Y")
    for field, text in typed.items():
        manager.puts(**{field: text})
    await manager.presses("ctrl+s")


async def test_a_child_was_seen_and_the_return_interview_is_ended_on_the_screen(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        child = manager.app.board_screen.selection.child_id
        await manager.presses("y", "ctrl+s")
        manager.sees("seen Mon 23 Nov 2026")
        await says_of(manager, what="came", day="today")
        manager.sees("is not recorded as missing on Mon 23 Nov 2026")
        await manager.presses("escape")
        await says_of(manager, what="missing", day="today")
        await says_of(manager, what="came", day="today")
        manager.sees("came back Mon 23 Nov 2026")
        kinds = {row.kind for row in load_board(team, MONDAY).attention_to_child(child)}
        assert "missing_child" in kinds
        ended = {"what": "return interview declined", "day": "today", "because": "She wants it left", "who": "Herself"}
        await says_of(manager, **ended)
        manager.sees("return interview declined Mon 23 Nov 2026")
        assert "missing_child" not in {row.kind for row in load_board(team, MONDAY).attention_to_child(child)}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("section", "section_47_ended"),
        ("interview held", "interview_held"),
        ("47", "section_47_ended"),
        ("held interview", "interview_held"),
        ("conf", "conference"),
        ("review conf", "review_conference"),
    ],
)
def test_what_a_date_is_of_is_found_by_words_inside_its_name(typed: str, meant: str) -> None:
    assert read_what(typed) == meant


@pytest.mark.parametrize("size", [(80, 24), (120, 35)])
async def test_what_could_be_meant_by_a_date_is_said_in_full(team: Store, size: tuple[int, int]) -> None:
    async with sitting(team, MONDAY, size=size) as manager:
        await manager.presses("5", "g")
        await says_of(manager, what="interview", day="today")
        assert "return interview offered, return interview held or return interview declined?" in in_one_line(manager)
        manager.puts(what="zzz")
        await manager.presses("ctrl+s")
        assert "pre-proceedings or proceedings ended." in in_one_line(manager)


async def test_who_declined_is_typed_where_it_is_asked_for(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        for what in ("missing", "came"):
            await says_of(manager, what=what, day="today")
        await says_of(manager, what="declined", day="today", because="Wants it left")
        manager.sees("Say who declined the interview. Nothing was recorded.")
        assert manager.here == "who"
        await manager.types("Herself")
        await manager.presses("ctrl+s")
        manager.sees("return interview declined Mon 23 Nov 2026")


async def test_the_row_of_a_caseload_says_that_a_child_is_missing_or_that_an_enquiry_is_in_hand(team: Store) -> None:
    shown = load_board(team, MONDAY)
    worker = next(row.worker for row in shown.workers if row.children > 3)
    held = [row.child for row in shown.children_with(worker.id)]
    said: tuple[tuple[DateWhat, ...], ...] = (
        ("missing_from",),
        ("strategy_discussion",),
        ("missing_from", "strategy_discussion"),
        (),
    )
    for child, dates in zip(held, said, strict=False):
        for what in dates:
            record.child_date(team, ChildDateRequest(child.id, what, MONDAY), MONDAY)
    async with sitting(team, MONDAY) as manager:
        for size in ((80, 24), (120, 35), (200, 50)):
            await manager.resizes(*size)
            await manager.presses("2")
            manager.pane("team").select(key_of(worker.id))
            await manager.presses("5")
            lines = {line.key: [cell.text for cell in line.cells] for line in manager.pane("caseload").lines}
            words = ["missing", "section 47", "missing, s47"]
            assert [lines[key_of(child.id)][2] for child in held[:3]] == words
            assert lines[key_of(held[3].id)][2] not in words
