"""Whom leaders turn to, on the screen: asked and answered with two keys; what is due in a worker's own file."""

from __future__ import annotations

import re
from datetime import timedelta

from db.engine import Store
from db.queries.posts import posts_of
from db.queries.programmes import programmes_of
from db.queries.settings import team_names
from oversight_tui.made_up_team import TEAM
from oversight_tui.practice.board import AttentionRow
from oversight_tui.practice.ids import AboutWorker
from oversight_tui.practice.requests import ConsultRequest, PersonalRequest
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.files import child_page, worker_page
from oversight_tui.ui.present.rows import attention_key
from oversight_tui.ui.screens.personal import PersonalScreen
from tests.made_once import MONDAY
from tests.ui.manager import Manager, sitting

DAY = timedelta(days=1)


def rows(store: Store, kind: str, at: int = 0) -> list[AttentionRow]:
    """What waits of a kind so many days later."""
    return [row for row in load_board(store, MONDAY + at * DAY).attention if row.kind == kind]


async def stands_on(manager: Manager, row: AttentionRow) -> None:
    await manager.presses("1")
    manager.pane("today").select(attention_key(row))
    await manager.settles()


async def test_a_question_and_its_answer_take_two_keys_and_stand_on_the_childs_page(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        child = manager.child
        await manager.presses("ampersand", "h", "enter", "enter")
        await manager.types("Could they follow this plan?")
        await manager.presses("ctrl+s")
        manager.sees("Head of quality assurance asked about")
        (asked,) = [row for row in rows(team, "consultation") if row.child_id == child]
        await stands_on(manager, asked)
        await manager.presses("I")
        manager.puts(text="In two steps, yes", changed="We leave out step three")
        await manager.presses("ctrl+s")
        manager.sees("was answered on")
    said = [one.text for one in child_page(team, child, MONDAY).entries if one.kind == "consultation"]
    assert said[-2:] == [
        "Asked Head of quality assurance: Could they follow this plan?",
        "Heard: In two steps, yes\nIt changed: We leave out step three",
    ]
    assert asked.id not in {row.id for row in rows(team, "consultation")}


async def test_somebody_else_has_a_name_and_who_is_kept_sighted_owes_nothing(team: Store) -> None:
    before = rows(team, "consultation")
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        child = manager.child
        await manager.presses("ampersand", "o")
        manager.puts(text="Two of us leave in March")
        await manager.presses("ctrl+s")
        manager.sees("Say who it is.")
        manager.puts(of="Dr Amin", answer="no")
        await manager.presses("ctrl+s")
        manager.sees("Dr Amin kept sighted about")
    assert rows(team, "consultation") == before
    assert "Dr Amin kept sighted: Two of us leave in March" in [
        one.text for one in child_page(team, child, MONDAY).entries
    ]


async def test_a_question_about_a_worker_is_answered_on_their_page_and_its_words_stay_in_the_own_file(
    team: Store,
) -> None:
    worker = load_board(team, MONDAY).workers[1].worker
    record.consult(team, ConsultRequest("Xylograph", "Dr Ocarina", MONDAY, AboutWorker(worker.id)), MONDAY)
    async with sitting(team, MONDAY) as manager:
        manager.app.worker.pages.open_worker(worker.id)
        await manager.settles()
        manager.sees_not("Xylograph", "Ocarina")
        await manager.presses("I", "enter")
        manager.puts(text="Zeppelin")
        await manager.presses("ctrl+s")
        manager.sees("was answered on")
        manager.sees_not("Zeppelin")
        await manager.presses("K")
        manager.sees("Xylograph", "Zeppelin")
    assert [row for row in rows(team, "consultation") if row.worker_id == worker.id and row.child is None] == []


async def test_the_line_of_an_own_file_leads_into_it_to_the_entry_and_what_goes_on_from_it_settles_it(
    team: Store,
) -> None:
    worker = load_board(team, MONDAY).workers[1].worker
    asked = PersonalRequest(worker.id, "wellbeing", "Xylograph", MONDAY - 42 * DAY, look_again_on=MONDAY)
    record.personal(team, asked, MONDAY - 42 * DAY)
    async with sitting(team, MONDAY) as manager:
        (row,) = [one for one in rows(team, "own_file") if one.worker_id == worker.id]
        await stands_on(manager, row)
        manager.sees_not("Xylograph")
        await manager.presses("enter")
        screen = manager.app.screen
        assert isinstance(screen, PersonalScreen)
        manager.sees("Xylograph", "Look again")
        await manager.presses("m")
        manager.puts(text="Ocarina", look_again="in 6 weeks")
        await manager.presses("ctrl+s", "escape")
        assert manager.here == "today"
    assert [one for one in rows(team, "own_file") if one.worker_id == worker.id] == []
    assert [one.state for one in rows(team, "own_file", 42) if one.worker_id == worker.id] == ["due"]


async def test_another_day_to_look_again_is_put_in_by_correcting_the_entry(team: Store) -> None:
    worker = load_board(team, MONDAY).workers[1].worker
    record.personal(team, PersonalRequest(worker.id, "goal", "Xylograph", MONDAY, look_again_on=MONDAY), MONDAY)
    async with sitting(team, MONDAY) as manager:
        (row,) = [one for one in rows(team, "own_file") if one.worker_id == worker.id]
        await stands_on(manager, row)
        await manager.presses("enter", "e")
        manager.puts(look_again="in 2 weeks")
        await manager.presses("ctrl+s")
        manager.sees("corrected")
    assert [one for one in rows(team, "own_file") if one.worker_id == worker.id] == []
    assert [one.state for one in rows(team, "own_file", 14) if one.worker_id == worker.id] == ["due"]


async def test_posts_and_programmes_are_found_in_the_palette(team: Store) -> None:
    worker = load_board(team, MONDAY).workers[2].worker
    async with sitting(team, MONDAY) as manager:
        await manager.presses("colon", *"vacanc", "enter")
        assert re.search(r"Team +▌ Harbour Team", manager.text)
        manager.puts(fte="501")
        await manager.presses("ctrl+s")
        manager.sees("from 0 to 500")
        manager.puts(fte="9.5")
        await manager.presses("ctrl+s")
        manager.sees("9.5 posts")
        await manager.presses("2", "g", "down", "down")
        chosen = manager.app.board_screen.selection.worker_id
        assert chosen is not None
        await manager.presses("colon", *"psdp", "enter")
        manager.puts(until="30 Jul 2027")
        await manager.presses("ctrl+s")
        manager.sees("is on it from")
        await manager.presses("colon", *"psdp", "enter", "c", "ctrl+s")
        manager.sees("completed it on")
        await manager.presses("colon", *"psdp", "enter", "c", "ctrl+s")
        manager.sees("is on no programme")
    assert worker_page(team, chosen, MONDAY).entries[-1].text.startswith("Completed: Practice Supervisor")
    with team.reading():
        number = next(number for number, name in team_names(team).items() if name == TEAM)
        assert posts_of(team, [number], MONDAY) == {number: 9.5}
        assert posts_of(team, [number], MONDAY - DAY)[number] < 9.5 or worker.team is None
        found = programmes_of(team, [chosen])[chosen]
    assert (found.begun_on, found.ended_on, found.completed) == (MONDAY, MONDAY, True)
