"""Why four visits are red: said in a few keys when it happens, and answered in one key when it is asked."""

from datetime import timedelta

import pytest

from db.engine import Store
from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.requests import ChildDateRequest, NotSeenRequest, SeenRequest
from oversight_tui.practice.seen import NotSeenWhy
from oversight_tui.practice.visit_reasons import reasons_counted
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.sight import load_sight, rows_of
from oversight_tui.services.visits import visits_late
from oversight_tui.ui.keymap import keymap_of
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.present.rows import attention_key
from tests.made_once import AMIRA, BEN, C1, C2, C3, C4, MONDAY
from tests.ui.manager import SIZES, sitting

DAY = timedelta(days=1)
LATER = MONDAY + 30 * DAY


def four_red(store: Store) -> None:
    """Each of four children was to be visited every five days, and has not been since."""
    for child in (C1, C2, C3, C4):
        asked = ChildDateRequest(child, "visit_interval", days=5, reason="A plan")
        record.record(store, asked, MONDAY)


async def test_not_seen_is_said_with_two_keys_and_the_red_figure_opens_into_its_reasons(small: Store) -> None:
    four_red(small)
    record.record(small, NotSeenRequest((C2,), LATER - 9 * DAY, "refused"), LATER)
    async with sitting(small, LATER) as manager:
        await manager.presses("2")
        manager.pane("team").select(key_of(AMIRA))
        await manager.presses("5", "g", "y")
        child = manager.child
        await manager.presses("n", "ctrl+s")
        manager.sees("nobody in. No clock was set back")
        await manager.presses("2", "9")
        manager.sees("Why of Amira Khan: 2 visits late", "1 nobody in")
        await manager.presses("v")
        manager.sees("4 visits late: 2 no attempt recorded")
        await manager.presses("y", "ctrl+s")
        manager.sees("3 visits late")
    assert child in (C1, C2)


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_names_a_worker_of_whom_none_is_late_and_counts_reasons_as_far_as_there_is_room(
    small: Store, size: tuple[int, int]
) -> None:
    four_red(small)
    tried: tuple[tuple[ChildId, NotSeenWhy], ...] = (
        (C1, "child_away"),
        (C2, "worker_away"),
        (C3, "called_off"),
        (C4, "refused"),
    )
    for child, why in tried:
        record.record(small, NotSeenRequest((child,), LATER - 9 * DAY, why), LATER)
    counted = reasons_counted(visits_late(small, load_board(small, LATER)), 2)
    assert counted == "4 visits late: 1 called off by us, 1 refused, 2 for other reasons"
    record.record(small, SeenRequest((C3, C4), LATER), LATER)
    async with sitting(small, LATER, size=size) as manager:
        await manager.presses("2")
        manager.pane("team").select(key_of(BEN))
        await manager.presses("9")
        manager.sees("Why of Ben Ortiz: 0 visits late", "No visit of Ben Ortiz is late. v shows those of all.")
        await manager.presses("v")
        manager.sees("Why: 2 visits late: 1 the child was away, 1 the worker was away")
        await manager.presses("slash", *"worker", "enter")
        manager.sees("Why: 1 visit late: 1 the worker was away")


async def test_a_late_visit_of_the_morning_list_says_how_often_it_was_tried_and_which_key_says_why(
    small: Store,
) -> None:
    four_red(small)
    for days in (9, 4):
        record.record(small, NotSeenRequest((C2,), LATER - days * DAY, "refused"), LATER)
    keymap = keymap_of({"visit_reasons": ("ctrl+w",)})
    async with sitting(small, LATER, keymap=keymap) as manager:
        rows = {row.child_id: row for row in load_board(small, LATER).attention if row.kind == "visit"}
        manager.pane("today").select(attention_key(rows[C2]))
        await manager.settles()
        manager.sees("2 attempts on record; ctrl+w lists why visits are late")
        manager.pane("today").select(attention_key(rows[C1]))
        await manager.settles()
        manager.sees("No attempt recorded; ctrl+w lists")


async def test_that_nobody_not_seen_was_seen_alone_is_read_whole_on_a_small_terminal(small: Store) -> None:
    async with sitting(small, LATER, (80, 24)) as manager:
        await manager.presses("5", "g", "y", "n", "tab", "tab", "y", "ctrl+s")
        assert manager.here == "alone"
        beside = [line.partition("→")[2].partition("Alone")[2] or line[56:] for line in manager.screen]
        said = " ".join(" ".join(line.strip(" │▅▂▇") for line in beside).split())
        assert "This is of a child who was seen: Backspace clears it." in said
        await manager.presses("backspace", "ctrl+s")
        manager.sees("nobody in. No clock was set back")


def test_an_attempt_before_the_child_was_seen_explains_nothing(small: Store) -> None:
    four_red(small)
    tried: tuple[tuple[ChildId, int, NotSeenWhy], ...] = (
        (C1, 1, "refused"),
        (C2, 28, "refused"),
        (C3, 20, "not_at_home"),
    )
    for child, days, why in tried:
        record.record(small, NotSeenRequest((child,), LATER - days * DAY, why), LATER)
    record.record(small, SeenRequest((C2,), LATER - 25 * DAY), LATER)
    sight = load_sight(small, LATER, all_teams=True)
    figure = sight.teams[0].figures["visits_late"]
    assert {row.says.partition("; ")[2] for row in rows_of(small, figure, LATER)} == {
        "not seen 22 Dec refused",
        "not seen 3 Dec nobody in",
        "no attempt recorded",
    }
    late = visits_late(small, load_board(small, LATER))
    assert {one.child.id: one.reason for one in late} == {
        C1: "refused",
        C2: "no attempt recorded",
        C3: "nobody in",
        C4: "no attempt recorded",
    }
    assert reasons_counted(late) == "4 visits late: 2 no attempt recorded, 1 nobody in, 1 refused"
