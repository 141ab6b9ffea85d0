"""A day that may not be meant is asked about in the form, and nothing is recorded before y."""

from datetime import date

from db.engine import Store
from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.requests import DiscussionRequest
from oversight_tui.services import record
from oversight_tui.services.files import child_page
from oversight_tui.ui.dialogs.field import FieldInput
from tests.made_once import MONDAY
from tests.ui.manager import SIZES, Manager, sitting

A_YEAR_BEFORE = date(2025, 11, 30)  # what 30/11 is on Mon 23 Nov 2026, read back


def decisions(store: Store, child: ChildId) -> list[date | None]:
    return [one.happened_on for one in child_page(store, child, MONDAY).entries if one.kind == "decision"]


async def types_a_decision_of(manager: Manager, day: str) -> FieldInput:
    """A decision with its reason, whose day is typed; the field for the day."""
    await manager.presses("d", "v")
    manager.puts(because="Not seen for two weeks")
    on = manager.app.screen.query_one("#on", FieldInput)
    on.focus()
    await manager.settles()
    await manager.presses("ctrl+u")
    await manager.types(day)
    await manager.presses("ctrl+s")
    return on


async def test_a_day_that_would_be_last_year_is_asked_and_any_key_but_y_goes_back(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        child = manager.child
        before = decisions(team, child)
        on = await types_a_decision_of(manager, "30/11")
        for size in SIZES:
            await manager.resizes(*size)
            manager.sees("Sun 30 Nov 2025, more than a month ago", "y says yes", "Any other", "goes back")
        await manager.presses("enter")
        assert (on.has_focus, on.text) == (True, "30/11")
        assert manager.app.screen.query_one("#because", FieldInput).text == "Not seen for two weeks"
        await manager.presses("ctrl+s")
        manager.sees("more than a month ago")
        await manager.presses("n")
        assert (on.has_focus, on.text) == (True, "30/11")
        await manager.presses("ctrl+s", "escape")
        assert (on.has_focus, on.text) == (True, "30/11")
        assert decisions(team, child) == before
        await manager.presses("ctrl+s")
        manager.app.screen.query_one("#because", FieldInput).focus()  # as a click does
        await manager.settles()
        await manager.types(" nor heard")
        manager.sees_not("[ Yes ]")  # which would record the words as they were before
        await manager.presses("ctrl+s", "y")
        manager.sees("Decision recorded for", "on Sun 30 Nov 2025")
        assert "Not seen for two weeks nor heard" in [
            one.because for one in child_page(team, child, MONDAY).entries if one.kind == "decision"
        ]
    assert sorted(map(str, decisions(team, child))) == sorted(map(str, [*before, A_YEAR_BEFORE]))


async def test_a_day_far_behind_is_asked_with_its_year_too_and_a_day_of_this_month_is_not(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        await types_a_decision_of(manager, "2026-10-22")
        manager.sees("Thu 22 Oct 2026, more than a month ago")
        await manager.presses("escape", "ctrl+u")
        await manager.types("23/10")
        await manager.presses("ctrl+s")
        manager.sees("Decision recorded for", "on Fri 23 Oct 2026")


async def test_a_first_day_away_of_last_week_is_not_taken_for_one_of_next_year(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("3", "g", "A")
        first = manager.app.screen.query_one("#first", FieldInput)
        await manager.presses("ctrl+u")
        await manager.types("20/11")
        await manager.presses("ctrl+s")
        manager.sees("Sat 20 Nov 2027, nearly a year ahead")
        await manager.presses("n")
        assert (first.has_focus, first.text) == (True, "20/11")


async def test_each_of_two_doubtful_days_is_named_before_y_says_yes_to_both(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g", "d", "v")
        manager.puts(review="20/11")
        manager.puts(because="Not seen for two weeks")
        manager.puts(on="30/11")
        await manager.presses("ctrl+s")
        for size in SIZES:
            await manager.resizes(*size)
            manager.sees("Look again: Sat 20 Nov 2027", "Sun 30 Nov 2025", "Are these")
        await manager.presses("n")
        assert manager.app.screen.query_one("#review", FieldInput).has_focus


async def test_a_day_that_nobody_can_mean_is_refused_in_the_form(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        on = await types_a_decision_of(manager, "1/1/1900")
        manager.sees("no day before")
        assert (on.has_focus, on.text) == (True, "1/1/1900")


async def test_a_first_day_away_of_this_spring_is_not_taken_for_one_of_next_year(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        for keys, field in (("A", "first"), ("H", "first")):
            await manager.presses("3", "g", keys)
            if keys == "H":
                manager.puts(by="outside: Ada Lind")
            manager.puts(**{field: "3/2"})
            await manager.presses("ctrl+s")
            manager.sees("Wed 3 Feb 2027, which is next year")
            await manager.presses("n", "escape")


async def test_a_leap_day_to_come_is_asked_about(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("3", "g", "S")
        await manager.types("29/2")
        await manager.presses("ctrl+s")
        manager.sees("Tue 29 Feb 2028, more than a year ahead")


async def test_leave_over_new_year_is_not_asked_about(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("3", "g", "A")
        manager.puts(first="21/12")
        manager.puts(last="3/1")
        await manager.presses("ctrl+s")
        manager.sees("from Mon 21 Dec 2026 to Sun 3 Jan 2027")


async def test_the_day_of_a_talk_asked_for_is_corrected_to_a_day_to_come(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        asked = DiscussionRequest((manager.child,), "Mum not seen", MONDAY, asked_for=True)
        record.discuss(team, asked, MONDAY)
        await manager.presses("r", "enter", "n", "e")
        manager.sees("Mum not seen")
        manager.puts(on="fri")
        await manager.presses("ctrl+s", "enter")
        entries = child_page(team, manager.child, MONDAY).entries
    assert date(2026, 11, 27) in {one.happened_on for one in entries if one.text.endswith("Mum not seen")}


async def test_a_day_on_which_nobody_works_is_said_while_it_is_typed(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("3", "g", "S")
        await manager.types("in 2 weeks")
        manager.sees("→ Mon 7 Dec")
        manager.sees_not("no working day")
        await manager.presses("ctrl+u")
        await manager.types("25/12")
        manager.sees("→ Fri 25 Dec", "Fri 25 Dec is no working day.")
