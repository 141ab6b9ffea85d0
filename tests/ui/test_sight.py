"""Line of sight at the screen: a team's numbers, many teams by name, and every number opening just what it counts."""

from __future__ import annotations

from datetime import date

import pytest

from db.engine import Store
from db.months import forget
from oversight_tui.config import Config
from oversight_tui.services.board import load_board
from oversight_tui.services.sight import load_sight, rows_of
from oversight_tui.services.sight.months import Months
from oversight_tui.ui.present.glyphs import UNICODE
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.screens.sight import SightScreen
from oversight_tui.ui.screens.sight_rows import SightRowsScreen
from oversight_tui.ui.screens.sight_views import SightViews
from oversight_tui.ui.widgets.line_list import LineList
from tests.made_once import MONDAY
from tests.ui.laden_team import names_on
from tests.ui.manager import SIZES, Manager, sitting
from tests.ui.second_team import HARBOUR, OF_QUAY, QUAY
from tests.ui.what_is_held import held

OPENS = "circumflex_accent"
BOTH = (HARBOUR, QUAY)


def listed(manager: Manager) -> LineList:
    return manager.app.screen.query_one("#list", LineList)


def keys(manager: Manager) -> list[str]:
    return [line.key for line in listed(manager).lines]


def opened(manager: Manager) -> SightRowsScreen:
    screen = manager.app.screen
    assert isinstance(screen, SightRowsScreen), manager.text
    return screen


async def goes_to(manager: Manager, key: str) -> None:
    assert listed(manager).select(key), key
    await manager.settles()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_team_in_numbers_each_beside_what_is_to_be_known_of_it(quay: Store, size: tuple[int, int]) -> None:
    async with sitting(quay, MONDAY, size, (HARBOUR,)) as manager:
        await manager.presses(OPENS)
        manager.sees("Line of sight: Harbour Team, Mon 23 Nov 2026", "1 Now", "2 Trends", "5 Supervisors")
        manager.sees("children per FTE, from", "1.0 FTE, 12 % of the team's")
        await goes_to(manager, "supervised_never")
        manager.sees("6 of 8", "75 %: below the floor of 80 %; the target is 95 %")
        await manager.presses("down")
        manager.sees("Comfort Asante", "no session was booked in time, none was held since")


async def test_a_number_opens_as_many_rows_as_it_says_and_esc_leads_back_to_it(quay: Store) -> None:
    async with sitting(quay, MONDAY, teams=(HARBOUR,)) as manager:
        await manager.presses(OPENS)
        for key in ("agency", "supervised", "discussed_due", "decisions_without_because"):
            await goes_to(manager, key)
            (line,) = (one for one in listed(manager).lines if one.key == key)
            await manager.presses("enter")
            assert len(listed(manager).lines) == int(line.cells[2].text.split()[0]) > 0, key
            opened(manager)
            await manager.presses("escape")
            assert isinstance(manager.app.screen, SightScreen)
            assert listed(manager).key == key
        await goes_to(manager, "on_duty")
        await manager.presses("enter")
        manager.sees("There is none, so there is nothing to open.")


@pytest.mark.parametrize("teams", [(HARBOUR,), (QUAY,), BOTH], ids=str)
def test_every_number_that_is_shown_counts_the_rows_that_it_opens(quay: Store, teams: tuple[str, ...]) -> None:
    sight = load_sight(quay, MONDAY, teams)
    views = SightViews(sight, {})
    names = Names(UNICODE)
    seen = 0
    for line in views.lines(names) if views.is_table else ():
        for cell in line.cells:
            if cell.opens:
                figure = views.figure(views.team_at(line.key), cell.opens)
                assert figure is not None
                shown = cell.text.split(" of ")[0].split()[-1]
                assert int(shown) == len(rows_of(quay, figure, MONDAY)) > 0, (line.key, cell.opens)
    for row in ("all", *map(str, range(len(teams)))) if views.is_table else (None,):
        if row is not None:
            views.enter_team(row)
        for line in views.lines(names):
            figure = views.figure(views.chosen, line.key)
            if figure is not None:
                assert int(line.cells[2].text.split()[0]) == len(rows_of(quay, figure, MONDAY)), (row, line.key)
                seen += 1
    assert seen == 38 * (3 if len(teams) > 1 else 1)


async def test_a_row_leads_to_the_page_of_the_child_or_worker_and_esc_back_to_the_number(quay: Store) -> None:
    async with sitting(quay, MONDAY, teams=(HARBOUR,)) as manager:
        await manager.presses(OPENS)
        await goes_to(manager, "waiting")
        await manager.presses("enter")
        manager.sees("Harbour Team: children waiting for a worker: 3", "for 11 days")
        reference = opened(manager).query_one("#list", LineList).lines[0].cells[0].text
        await manager.presses("enter")
        manager.sees(reference)
        assert not isinstance(manager.app.screen, SightRowsScreen)
        await manager.presses("escape", "escape")
        assert listed(manager).key == "waiting"
        await goes_to(manager, "supervised_paused")
        await manager.presses("enter", "enter")
        assert "page" in manager.app.screen.__module__
        await manager.presses("escape", "escape", "escape")
        manager.sees("n Next overdue")


async def test_why_one_worker_is_late_leads_to_the_page_of_that_worker(quay: Store) -> None:
    async with sitting(quay, MONDAY, teams=(HARBOUR,)) as manager:
        await manager.presses(OPENS)
        await goes_to(manager, next(key for key in keys(manager) if key.startswith("late:")))
        await manager.presses("enter")
        manager.sees("Comfort Asante")
        assert "page" in manager.app.screen.__module__


async def test_many_teams_stand_by_name_each_number_of_each_opens_its_rows_and_no_worker_is_named(quay: Store) -> None:
    async with sitting(quay, MONDAY, (200, 50), BOTH) as manager:
        await manager.presses(OPENS)
        manager.sees(
            "Line of sight: all 2 teams",
            "team ",
            "per FTE",
            "waiting",
            "on duty",
            "by manager",
            "supervised",
            "worries",
        )
        waiting, on_duty, held = (
            sum(team.count(key) for team in load_sight(quay, MONDAY, BOTH).teams)
            for key in ("waiting", "on_duty", "held_by_manager")
        )
        counted = f"{waiting} waiting for a worker, {on_duty} on duty, {held} held by a manager."
        manager.sees(f"Children with no worker: {counted}")
        assert [line.cells[0].text for line in listed(manager).lines] == ["all 2 teams", HARBOUR, QUAY]
        manager.sees_not(*names_on(quay) - {"Team"})
        await goes_to(manager, "1")
        for _ in range(3):
            await manager.presses("right")
            cell = listed(manager).at.cell
            assert cell is not None
            shown = listed(manager).lines[2].cells[cell].text
            await manager.presses("enter")
            assert len(listed(manager).lines) == int(shown.split(" of ")[0].split()[-1]), cell
            opened(manager)
            manager.sees("Quay Team: ")
            await manager.presses("escape")
            assert (listed(manager).key, listed(manager).at.cell) == ("1", cell)


async def test_all_teams_together_are_the_sum_of_them(quay: Store) -> None:
    sight = load_sight(quay, MONDAY, BOTH)
    children = sum(team.count("children") for team in sight.teams)
    async with sitting(quay, MONDAY, teams=BOTH) as manager:
        await manager.presses(OPENS, "right", "right", "enter")
        manager.sees(f"all 2 teams: children: {children}")
        await manager.presses("escape")
        cell = listed(manager).at.cell
        await manager.presses("5", "1")
        assert (listed(manager).key, listed(manager).at.cell) == ("all", cell)
        await manager.presses("left", "left", "enter")
        manager.sees("Line of sight: all 2 teams", " Supervision of workers")
        await manager.presses("escape")
        manager.sees("Harbour Team", "Quay Team", "Why workers are late: ")


async def test_enter_on_a_team_opens_its_own_view_and_esc_leads_back_to_its_row(quay: Store) -> None:
    async with sitting(quay, MONDAY, (80, 24), BOTH) as manager:
        await manager.presses(OPENS, "down", "down", "enter")
        manager.sees("Line of sight: Quay Team", "children")
        await goes_to(manager, "workers")
        await manager.presses("enter")
        manager.sees("Quay Team: workers: 2", *OF_QUAY)
        await manager.presses("down", "enter")
        manager.sees("Bob Brown")
        await manager.presses("escape", "escape", "escape")
        assert listed(manager).key == "1"
        await manager.presses("2")
        manager.sees("Line of sight: all 2 teams")
        await manager.presses("1", "enter", "2")
        manager.sees("Line of sight: Quay Team", "Children per FTE")
        await manager.presses("escape")
        manager.sees("Line of sight: all 2 teams", "Quay Team")
        await manager.presses("escape")
        manager.sees("n Next overdue")


async def test_who_supervises_by_name_and_a_row_opens_their_page(quay: Store) -> None:
    async with sitting(quay, MONDAY, teams=(HARBOUR,)) as manager:
        await manager.presses(OPENS, "5")
        manager.sees("supervisor", "own supervision", "programme")
        names = [line.cells[0].text for line in listed(manager).lines]
        assert names == sorted(names)
        await goes_to(manager, str(names.index("Fiona Kilbride")))
        await manager.presses("enter")
        manager.sees("Fiona Kilbride")
        assert "page" in manager.app.screen.__module__


async def test_what_came_of_it_opens_its_evidence_and_a_child(quay: Store) -> None:
    async with sitting(quay, MONDAY, teams=(HARBOUR,)) as manager:
        await manager.presses(OPENS, "4")
        manager.sees("4 Effect", "Children discussed")
        (line,) = (one for one in listed(manager).lines if one.key == "children_seen")
        await goes_to(manager, "children_seen")
        await manager.presses("enter")
        rows = opened(manager).query_one("#list", LineList).lines
        assert len(rows) == int(line.cells[0].text.split()[0])
        await manager.presses("enter")
        manager.sees(rows[0].cells[0].text)
        await manager.presses("escape", "escape")
        assert listed(manager).key == "children_seen"
        await goes_to(manager, next(one.key for one in listed(manager).lines if not one.counted))
        await manager.presses("enter")
        manager.sees("Nothing stands behind this.")


async def test_where_the_team_goes_and_what_if(quay: Store) -> None:
    async with sitting(quay, MONDAY, (80, 24), (HARBOUR,)) as manager:
        await manager.presses(OPENS, "3")
        manager.sees("3 Pressures", "The pressures that moved most", "If nothing changes")
        await manager.presses("w")
        manager.sees("What if, in Harbour Team")
        manager.puts(more="2")
        await manager.presses("ctrl+s")
        assert isinstance(manager.app.screen, SightScreen)
        assert "What if 2 children a week more come" in held(manager.app.screen)


async def test_hidden_names_are_on_no_view_and_in_no_rows(quay: Store) -> None:
    names = names_on(quay) - {"Team"}
    async with sitting(quay, MONDAY, teams=(HARBOUR,)) as manager:
        await manager.presses(OPENS, "h")
        for key in ("1", "2", "3", "4", "5"):
            await manager.presses(key)
            manager.sees_not(*names)
        await manager.presses("1")
        for key in ("workers", "children", "worries_open", "actions_late"):
            await goes_to(manager, key)
            await manager.presses("enter")
            opened(manager)
            manager.sees_not(*names)
            await manager.presses("escape")
        await manager.presses("h")
        manager.sees("children")


async def test_what_is_recorded_on_a_page_is_in_the_number_and_its_rows_at_once(quay: Store) -> None:
    async with sitting(quay, MONDAY, teams=(QUAY,)) as manager:
        await manager.presses(OPENS)
        await goes_to(manager, "worries_open")
        await manager.presses("enter")
        manager.sees("Quay Team: worries open: 1")
        await manager.presses("enter", "w")
        await manager.types("No heating")
        manager.puts(severity="3")
        await manager.presses("ctrl+s", "escape")
        manager.sees("Quay Team: worries open: 2")
        await manager.presses("escape")
        (line,) = (one for one in listed(manager).lines if one.key == "worries_open")
        assert line.cells[2].text == "2"


async def test_a_key_that_cannot_act_says_why(quay: Store) -> None:
    async with sitting(quay, MONDAY, teams=BOTH) as manager:
        await manager.presses(OPENS, "1")
        manager.sees("This view is shown already.")
        await manager.presses("w")
        manager.sees("What if is asked of one team. Enter on a team opens it.")
        await manager.presses("3")
        manager.sees("Where it goes is worked out for one team")
        await manager.presses("d")
        manager.sees("d is a key of the board")
        await manager.presses("2", "question_mark")
        manager.sees("The last thirteen months as plots, each change in words")


async def test_a_store_without_anybody_says_so(tmp_path_factory: pytest.TempPathFactory) -> None:
    from db import open_store

    store = open_store(tmp_path_factory.mktemp("empty") / "empty.oversight")
    assert load_board(store, MONDAY).workers == ()
    async with sitting(store, MONDAY) as manager:
        await manager.presses("escape", OPENS)
        if isinstance(manager.app.screen, SightScreen):
            for key in ("2", "3", "4", "5", "enter"):
                await manager.presses(key)
            manager.sees("no team yet")


async def test_the_last_thirteen_months_as_plots_with_every_number_and_the_size_of_each_change(quay: Store) -> None:
    async with sitting(quay, MONDAY, (80, 24), (HARBOUR,)) as manager:
        await manager.presses(OPENS, "2")
        manager.sees("Children per FTE", "Oct  Nov  Dec  Jan  Feb  Mar  Apr  May  Jun  Jul  Aug  Sep  Oct")
        await manager.presses("pagedown")
        manager.sees("target 95, floor 80", "workers supervised in time", "% in October")
        assert isinstance(manager.app.screen, SightScreen)
        (team,) = load_sight(quay, MONDAY, (HARBOUR,)).teams
        for chart in manager.app.screen.views.plots():
            for series, said in zip(chart.series, chart.says, strict=True):
                assert len(series.said) == 13
                assert f"{series.said[-1]} " in said
        assert len(team.months) == 13
        await manager.presses("enter")
        manager.sees("There is nothing to open here.")
        await manager.presses("g")
        manager.sees("Children per FTE")


async def test_months_that_are_missing_are_worked_out_meanwhile_one_after_the_other(quay: Store) -> None:
    whole = load_sight(quay, MONDAY, (HARBOUR,)).teams[0].months
    with quay.writing():
        forget(quay, date(2026, 9, 1))
    assert len(load_sight(quay, MONDAY, (HARBOUR,)).teams[0].months) == len(whole) - 2
    heard: list[tuple[int, int]] = []
    async with sitting(quay, MONDAY, (80, 24), (HARBOUR,)) as manager:
        go_on = SightViews.go_on

        def hears(views: SightViews, done: int, of: int, months: Months) -> None:
            heard.append((done, of))
            go_on(views, done, of, months)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(SightViews, "go_on", hears)
            await manager.presses(OPENS, "2")
        assert isinstance(manager.app.screen, SightScreen)
        assert manager.app.screen.views.sight.teams[0].months == whole
        manager.sees_not("Working out the months")
    assert heard == [(1, 2), (2, 2)]


def test_while_months_are_being_worked_out_it_is_said_how_far_that_is(quay: Store) -> None:
    sight = load_sight(quay, MONDAY, (HARBOUR,))
    views = SightViews(sight.__replace__(teams=(sight.teams[0].__replace__(months=()),)), {})
    assert views.before_plots()[0][0] == (
        "Not worked out yet in 13 months: October 2025 to October 2026. A gap is not a 0."
    )
    assert all(not any(series.said) for plot in views.plots() for series in plot.series)
    team = sight.teams[0]
    assert team.team_id is not None
    views.go_on(2, 12, {team.team_id: team.months[-2:]})
    assert views.before_plots()[0][0].startswith("Working out the months: 2 of 12. Not worked out yet in 11 months:")
    assert [text for text in views.plots()[0].series[0].said if text] != []


async def test_a_past_day_is_said_at_the_head_and_the_numbers_are_those_of_it(quay: Store) -> None:
    past = date(2026, 10, 30)
    (team,) = load_sight(quay, past, (HARBOUR,)).teams
    async with sitting(quay, past, teams=(HARBOUR,)) as manager:
        await manager.presses(OPENS)
        manager.sees("Line of sight: Harbour Team, as at Fri 30 Oct 2026")
        (line,) = (one for one in listed(manager).lines if one.key == "children")
        assert line.cells[2].text == str(team.count("children"))
        await goes_to(manager, "children")
        await manager.presses("enter")
        assert len(listed(manager).lines) == team.count("children")


async def test_without_colour_and_in_plain_letters_everything_is_said_all_the_same(quay: Store) -> None:
    config = Config(quay.path.with_name("config.toml"), theme="oversight-plain", glyphs="ascii")
    async with sitting(quay, MONDAY, (80, 24), (HARBOUR,), config=config) as manager:
        await manager.presses(OPENS)
        await goes_to(manager, "supervised")
        assert listed(manager).lines[listed(manager).cursor].cells[0].text == "!"
        manager.sees("below the floor of 80 %; the target is 95 %")
        await manager.presses("2")
        assert manager.text.isascii() or not any(0x2800 <= ord(sign) < 0x2900 for sign in manager.text)
        manager.sees("+----", "o per FTE")
