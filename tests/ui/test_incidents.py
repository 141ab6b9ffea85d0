"""A serious incident at 14.10: one form, on the list at once; what follows is said on its line. Dates of a worker."""

from datetime import date, timedelta

import pytest

from db.engine import Store
from oversight_tui.practice.ids import AboutChild
from oversight_tui.practice.requests import IncidentRequest, ToldOfIncident
from oversight_tui.services.board import load_board
from oversight_tui.services.record import RecordProblem, record
from oversight_tui.services.retention import kept_rows
from tests.made_once import MONDAY
from tests.ui.manager import sitting


def state_of(store: Store, on: date) -> tuple[str, str, date | None]:
    (row,) = (row for row in load_board(store, on).attention if row.kind == "incident")
    return row.tier, row.state, row.due_on


async def test_one_form_pins_the_child_and_its_line_records_what_follows(small: Store) -> None:
    async with sitting(small, MONDAY) as manager:
        await manager.presses("5", "g", "semicolon")
        manager.sees("A serious incident: C-")
        child = manager.child
        manager.puts(what="Found on the roof", at="14.10", told_1_who="Head of service", told_1_at="14.25")
        await manager.presses("ctrl+s")
        manager.sees("notify by Mon 30 Nov 2026, rapid review by Mon 14 Dec 2026", "Mon 23 Nov 2026 at 14:25")
        assert [row.state for row in kept_rows(small, MONDAY) if row.about == AboutChild(child)] == ["held"]
        assert state_of(small, MONDAY) == ("urgent", "open", date(2026, 11, 30))
        await manager.presses("1", "g", "slash", *"roof", "enter", "W")
        manager.sees("The incident: C-", "So far", "14:25 Told: Head of service  ")
        manager.puts(step="closed")
        await manager.presses("ctrl+s")
        manager.sees("Say why")
        manager.puts(text="All done")
        await manager.presses("ctrl+s")
        manager.sees("It cannot be closed yet")
        manager.puts(step="", text="")
        manager.app.screen.query_one("#step").focus()
        await manager.presses("t", *"Police")
        manager.puts(at="14.05")
        await manager.presses("ctrl+s")
        manager.sees("Nobody can have been told at 14:05")
        manager.puts(at="15.00")
        await manager.presses("ctrl+s", "W")
        manager.sees("15:00 Told: Police")
        manager.sees_not("cannot be closed")
        manager.puts(step="notified")
        await manager.presses("ctrl+s")
        assert state_of(small, MONDAY) == ("urgent", "open", date(2026, 12, 14))
        for step, why in (("no_review", "The partners agree: no"), ("closed", "Nothing is left to do")):
            await manager.presses("W")
            manager.puts(step=step, text=why)
            await manager.presses("ctrl+s")
        manager.sees("The legal hold stays (The serious incident of Mon 23 Nov 2026 at 14:10)", "retention lift")
        await manager.presses("5", "g", "enter")
        manager.sees("15:00 Told: Police", "14:10 Found on the roof")
    assert not [row for row in load_board(small, MONDAY).attention if row.kind == "incident"]


async def test_what_runs_out_of_a_worker_comes_back_in_time_and_an_appraisal_behind_the_wall_alone(
    small: Store,
) -> None:
    def listed(on: date) -> dict[str, str]:
        kinds = ("worker_date", "own_file")
        return {row.kind: row.summary for row in load_board(small, on).attention if row.kind in kinds}

    async with sitting(small, MONDAY) as manager:
        for what, day in (("registration", "1 Feb 2027"), ("appraisal", "5 Feb 2027"), ("appraisal", "8 Feb 2027")):
            await manager.presses("2", "g", "Y")
            manager.puts(what=what, day=day)
            await manager.presses("ctrl+s")
        await manager.presses("2", "g", "Y")
        manager.puts(what="contract_end", day="5 jan")
        await manager.presses("ctrl+s")
        manager.sees("end of contract Tue 5 Jan 2027")
        await manager.presses("2", "g", "Y")
        manager.puts(what="contract_end")
        await manager.presses("ctrl+s")
        await manager.presses("enter")
        manager.sees("Registration: Mon 1 Feb 2027")
        manager.sees_not("ppraisal")
        await manager.presses("escape", "K")
        manager.sees("Appraisal: Mon 8 Feb 2027")
    first = date(2027, 1, 2)
    assert listed(first - timedelta(days=1)) == {}
    assert listed(first).keys() == {"worker_date"}
    assert listed(date(2027, 1, 8)).keys() == {"worker_date"}
    assert listed(date(2027, 1, 9))["own_file"] == "Something in Amira Khan's own file will soon be due"
    assert listed(date(2027, 2, 8))["own_file"] == "Something in Amira Khan's own file is due"
    async with sitting(small, date(2027, 1, 29)) as manager:
        await manager.presses("1", "g", "slash", *"Registration", "enter", "W")
        manager.sees("A date of Amira Khan", "[r registration]", "2027-02-01")


def test_told_on_the_day_it_is_recorded_unless_another_is_said(small: Store) -> None:
    child, thursday = load_board(small, MONDAY).children[0].child.id, MONDAY - timedelta(days=4)
    told = (ToldOfIncident("Police", "09:00"), ToldOfIncident("Director", "15:00", on=thursday))
    asked = IncidentRequest(child, "Hurt at school", thursday, "14:10", told)
    says = [one.says for one in record(small, asked, MONDAY)]
    assert says[1:3] == ["Told: Police, Mon 23 Nov 2026 at 09:00.", "Told: Director, Thu 19 Nov 2026 at 15:00."]
    early = asked.__replace__(told=(ToldOfIncident("Police", "14:05", on=thursday),))
    with pytest.raises(RecordProblem, match="the incident was at 14:10"):
        record(small, early, MONDAY)
    (late,) = (row for row in load_board(small, date(2026, 12, 15)).attention if row.kind == "incident")
    assert "notify by 26 Nov, hold the rapid review by 10 Dec" in late.summary
    assert (late.state, late.due_on) == ("overdue", date(2026, 11, 26))
