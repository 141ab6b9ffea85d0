"""Whoever is to do something by a day is said not to be here on it, and who has room stands in columns."""

from datetime import date, timedelta

from oversight_tui.practice.facts import Absence, Child, TeamFacts, Worker
from oversight_tui.practice.ids import ChildId, WorkerId
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import DEFAULT
from oversight_tui.practice.room import room_for
from oversight_tui.ui.completions import Completions
from oversight_tui.ui.present.glyphs import UNICODE
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.room import room_lines

TODAY = date(2026, 11, 27)
DAY = timedelta(days=1)
BEN = Worker(WorkerId(2), "Ben Ortiz", team="North", fte=1.0, leaves=TODAY + 30 * DAY)
AMIRA = Worker(WorkerId(1), "Amira Khan", team="North", fte=0.5)
LEAVE = Absence(BEN.id, "leave", TODAY + 5 * DAY, TODAY + 8 * DAY)
MIA = Child(ChildId(7), "C-7", team="North", bucket="unallocated")
BOARD = build_board(TeamFacts(("North",), None, (AMIRA, BEN), (MIA,), absences=(LEAVE,)), DEFAULT, TODAY)
SHOWN, HIDDEN = Names(UNICODE), Names(UNICODE, hidden=True)


def test_who_is_away_on_the_day_of_an_action_or_has_left_by_it_is_said_and_who_is_here_is_not() -> None:
    here = Completions(lambda: BOARD)
    said = {ahead: here.not_here("ben", TODAY + ahead * DAY, SHOWN) for ahead in (4, 5, 8, 9, 30, 31)}
    assert {ahead: says for ahead, says in said.items() if says} == {
        5: "Ben Ortiz is away on Wed 2 Dec.",
        8: "Ben Ortiz is away on Sat 5 Dec.",
        31: "Ben Ortiz has left by Mon 28 Dec.",
    }
    assert here.not_here("Ben Ortiz", TODAY + 5 * DAY, HIDDEN) == "BO is away on Wed 2 Dec."
    assert here.not_here("Head of service", TODAY + 5 * DAY, SHOWN) == ""


def test_a_worker_is_chosen_among_those_with_room_by_arrows_or_letters_also_while_names_are_hidden() -> None:
    room = room_for(BOARD, [MIA.id], DEFAULT)
    among = room_lines(room, TODAY, SHOWN)
    assert [one.shown for one in among.meant("", "")] == [
        "Amira Khan      0   0%  0.5",
        "Ben Ortiz       0   0%    1  leaves 27 Dec",
    ]
    assert [one.puts for one in among.meant("ort", "")] == ["Ben Ortiz"]
    assert among.meant("Ben Ortiz", "Ben Ortiz") == ()
    assert [one.shown[:3] + one.puts for one in room_lines(room, TODAY, HIDDEN).known] == ["AK 1", "BO 2"]
