"""The brief of a day on the screen: made to be shared, and what is booked in it given, moved and called off there."""

from datetime import timedelta

import pytest

from db.engine import Store
from oversight_tui.practice.board import Board
from oversight_tui.practice.facts import Child, Worker
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.requests import Book, DutyRequest, EndBooking, PlanSession
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.pages_then import child_then
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.dialogs.absence import AbsenceForm
from oversight_tui.ui.dialogs.booking import BookForm, BookingForm, GiveForm
from oversight_tui.ui.dialogs.field import FieldInput
from oversight_tui.ui.dialogs.which import line_of
from oversight_tui.ui.present.glyphs import UNICODE
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.present.rows import attention_key
from oversight_tui.ui.present.since_last_time import since_last_time
from oversight_tui.ui.present.standing import child_standing
from oversight_tui.ui.screens.day import DayScreen
from oversight_tui.ui.widgets.line_list import LineList
from tests.made_once import MONDAY
from tests.ui.manager import SIZES, Manager, sitting

DAY = timedelta(days=1)


class Ill:
    """Somebody who is away today with four visits of which nobody has said who goes, and somebody who is here."""

    def __init__(self, store: Store) -> None:
        board = load_board(store, MONDAY)
        self.store = store
        self.away = next(row.worker for row in board.workers if row.absence is not None and row.covered_by is None)
        self.here = next(row.worker for row in board.workers if row.absence is None)
        for item in board.open_items:  # the day of the made-up team is another story
            if item.kind == "booking" and item.owner_id == self.away.id:
                record.record(store, called_off(item.id), MONDAY)
        self.children = self.children_of(board, self.away)
        self.visits = [
            record.book(store, Book("visit", MONDAY, at, child.id, minutes=45, place="Her school"), MONDAY).entry
            for child, at in zip(self.children, ("09:15", "11:00", "13:30", "16:00"), strict=False)
        ]

    @staticmethod
    def children_of(board: Board, worker: Worker) -> list[Child]:
        return [row.child for row in board.children if row.child.worker_id == worker.id]

    def goes(self, booking: EntryId) -> str | None:
        items = load_board(self.store, MONDAY).open_items
        return next((item.who for item in items if item.id == booking), None)


def called_off(booking: EntryId) -> EndBooking:
    return EndBooking(booking, False, MONDAY, "Another story")


@pytest.fixture
def ill(team: Store) -> Ill:
    return Ill(team)


def stands_on(manager: Manager, words: str) -> None:
    """Put the cursor of the brief on the row that says so."""
    listed = manager.app.screen.query_one("#list", LineList)
    listed.select(next(line.key for line in listed.lines if words in " ".join(cell.text for cell in line.cells)))


async def test_the_brief_tells_the_day_worker_by_worker_at_every_size_and_hides_names(team: Store, ill: Ill) -> None:
    record.duty(team, DutyRequest(ill.here.id, MONDAY, MONDAY + 2 * DAY), MONDAY)
    record.plan(team, PlanSession(ill.here.id, MONDAY, at="15.00"), MONDAY)
    child = ill.children[0].reference
    async with sitting(team, MONDAY, (120, 35)) as manager:
        await manager.presses("6")
        for size in SIZES:
            await manager.resizes(*size)
            await manager.presses("g")
            manager.sees("Today, Mon 23 Nov 2026", "On duty", "on duty", "15:00", "Supervision")
            await manager.presses("n")
            manager.sees(f"09:15-10:00 Visit {child}", "who goes?", "away, return not known, nobody stands in")
        for judged in ("overdue", "never", "d ago"):
            manager.sees_not(judged)
        await manager.presses("h")
        manager.sees(f"Visit {child}", "who goes?")
        manager.sees_not(ill.here.name.split()[-1], ill.away.name.split()[-1], "Her school")


async def test_the_visits_of_somebody_who_rang_in_sick_are_given_in_one_form(team: Store, ill: Ill) -> None:
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await manager.presses("6")
        stands_on(manager, f"09:15-10:00 Visit {ill.children[0].reference}")
        await manager.presses("a")
        assert isinstance(manager.app.screen, BookingForm)
        assert manager.here == "who"
        manager.puts(who=ill.here.name, others="yes", because="Rang in sick")
        await manager.presses("ctrl+s")
        manager.sees("goes to 4 bookings")
        assert {ill.goes(one) for one in ill.visits} == {ill.here.name}
        await manager.presses("u")
        await manager.presses("y")  # more than one entry is asked about
        assert {ill.goes(one) for one in ill.visits} == {ill.away.name}


async def test_marked_bookings_are_given_together_from_the_brief_and_from_the_board(team: Store, ill: Ill) -> None:
    async with sitting(team, MONDAY, (120, 35)) as manager:
        await manager.presses("6")
        stands_on(manager, f"Visit {ill.children[0].reference}")
        await manager.presses("space", "space")
        manager.sees("2 bookings marked")
        await manager.presses("m")
        manager.sees("this is about one row")
        await manager.presses("a")
        assert isinstance(manager.app.screen, GiveForm)
        manager.puts(who=ill.here.name)
        await manager.presses("ctrl+s", "escape")
        assert [ill.goes(one) for one in ill.visits[:2]] == [ill.here.name] * 2
        rows = [row for row in load_board(team, MONDAY).attention if row.id in ill.visits]
        assert {row.tier for row in rows} == {"urgent"}
        for row in rows:
            manager.pane("today").select(attention_key(row))
            await manager.presses("space")
        await manager.presses("at")
        manager.sees("Who goes to 2 bookings")
        manager.puts(who="outside: Deputy")
        await manager.presses("ctrl+s")
        assert [ill.goes(one) for one in ill.visits[2:]] == ["Deputy"] * 2


async def test_a_visit_is_booked_and_moved_from_the_board_in_a_few_keys(team: Store, ill: Ill) -> None:
    child = ill.children_of(load_board(team, MONDAY), ill.here)[0]
    async with sitting(team, MONDAY, (120, 35)) as manager:
        await manager.presses("2")
        manager.pane("team").select(key_of(ill.here.id))
        await manager.presses("5")
        manager.pane("caseload").select(key_of(child.id))
        await manager.presses("at")
        assert isinstance(manager.app.screen, BookForm)
        manager.puts(on="today", at="15.00")
        await manager.presses("ctrl+s")
        manager.sees(f"Visit to {child.reference} booked for Mon 23 Nov 2026 at 15:00: {ill.here.name} goes.")
        await manager.presses("1")
        row = next(one for one in load_board(team, MONDAY).attention if one.id == ill.visits[0])
        manager.pane("today").select(attention_key(row))
        await manager.presses("at")
        manager.puts(becomes="move", at="16.30")
        await manager.presses("ctrl+s")
        manager.sees("moved to 16:30.")
        await manager.presses("at")
        manager.puts(becomes="off")
        await manager.presses("ctrl+s")
        manager.sees("Why it was called off")


async def test_another_day_is_a_key_away_and_keys_wait_for_it(team: Store, ill: Ill) -> None:
    child = ill.children[0]
    record.book(team, Book("meeting", MONDAY + DAY, "10:00", child.id, text="Core group"), MONDAY)
    async with sitting(team, MONDAY, (80, 24)) as manager:
        await manager.presses("6", "right_square_bracket")
        manager.sees("Tomorrow, Tue 24 Nov 2026", f"10:00       Meeting {child.reference}")
        stands_on(manager, f"Meeting {child.reference}")
        await manager.presses("m")
        manager.puts(at="11")
        await manager.presses("ctrl+s")
        manager.sees("moved to 11:00", "Tomorrow", f"11:00       Meeting {child.reference}")
        await manager.presses("left_square_bracket", "left_square_bracket")
        manager.sees("Yesterday")
        screen = manager.app.screen
        assert isinstance(screen, DayScreen)
        assert screen.board.as_of == MONDAY - DAY


async def test_who_is_on_duty_stands_at_the_top_of_the_board_once_it_is_said(team: Store, ill: Ill) -> None:
    async with sitting(team, MONDAY, (200, 50)) as manager:
        await manager.presses("6")
        stands_on(manager, ill.away.name)
        await manager.presses("D")
        manager.puts(last="fri")
        await manager.presses("ctrl+s", "escape")
        assert any(
            f"{ill.away.name[0]} {ill.away.name.split()[-1]}" in line and "On duty:" in line
            for line in manager.screen[:3]
        )


async def test_a_session_that_goes_to_three_in_the_afternoon_has_moved(team: Store, ill: Ill) -> None:
    record.plan(team, PlanSession(ill.here.id, MONDAY + 3 * DAY), MONDAY)
    async with sitting(team, MONDAY, (120, 35)) as manager:
        await manager.presses("Z")
        grid = manager.app.screen.query_one("#weeks")
        planned = next(
            one
            for one in load_board(team, MONDAY).planned
            if one.due_on == MONDAY + 3 * DAY and one.worker_id == ill.here.id
        )
        grid.select(key_of(planned.id))  # type: ignore[attr-defined]
        await manager.presses("m")
        assert manager.app.screen.query_one("#to", FieldInput).text == "2026-11-26"
        await manager.presses("ctrl+s")
        manager.sees("It is planned for Thu 26 Nov 2026 already.")
        manager.puts(at="15.00")
        await manager.presses("ctrl+s")
        manager.sees("moved to 15:00.", f"15:00 {ill.here.name.split()[0]}")


async def test_what_else_who_goes_has_then_is_said_while_it_is_booked_and_in_the_answer(team: Store, ill: Ill) -> None:
    child = ill.children_of(load_board(team, MONDAY), ill.here)[0]
    record.book(team, Book("court", MONDAY + DAY, "14:00", child.id, minutes=120), MONDAY)
    async with sitting(team, MONDAY, (120, 35)) as manager:
        await manager.presses("at")
        manager.puts(on="tomorrow", at="15.00", child=child.reference, who="")
        await manager.settles()
        says = f"{ill.here.name} has Court ({child.reference}) 14:00 to 16:00 then."
        manager.sees(says)
        manager.puts(at="16.00")
        await manager.settles()
        manager.sees_not("has Court")
        manager.puts(at="15.00")
        await manager.presses("ctrl+s")
        manager.sees(f"{ill.here.name} has Court ({child.reference})")


async def test_what_is_booked_to_come_stands_under_booked_and_the_agenda_says_what_it_is(team: Store, ill: Ill) -> None:
    child = ill.children_of(load_board(team, MONDAY), ill.here)[0]
    record.book(team, Book("meeting", MONDAY + 3 * DAY, "10:00", child.id, text="Review conference"), MONDAY)
    record.book(team, Book("visit", MONDAY + DAY, "09:00", child.id), MONDAY)
    page, names = child_then(team, child.id, MONDAY), Names(UNICODE)
    lines = [one.text for one in child_standing(page, MONDAY, names)]
    assert lines.index("Booked") < lines.index(
        f"Meeting: Review conference ({ill.here.name}, booked for 26 Nov at 10:00)"
    )
    told = [one.text for one in since_last_time(page, page.waiting, MONDAY, names)]
    assert told[told.index("Visit booked for 24 Nov at 09:00") + 1] == f"{ill.here.name} goes"
    visit = next(one for one in page.waiting if one.at == "09:00")
    assert (
        line_of(visit, About(child.id, None, child.reference, None, ""), names, MONDAY).cells[-1].text
        == "Visit at 09:00"
    )


async def test_the_brief_is_copied_as_it_is_shown_and_a_worker_is_said_to_be_away_in_it(
    team: Store, ill: Ill, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = ill.children[0]
    async with sitting(team, MONDAY, (120, 35)) as manager:
        put: list[str] = []
        monkeypatch.setattr(manager.app, "copy_to_clipboard", put.append)
        await manager.presses("6", "c")
        assert f"09:15 to 10:00 Visit {child.reference}" in put[-1]
        assert "Her school" in put[-1]
        await manager.presses("h", "c")
        assert f"09:15 to 10:00 Visit {child.reference}" in put[-1]
        assert not any(word in put[-1] for word in ("Her school", ill.away.name, child.name or "Her school"))
        await manager.presses("h")
        await manager.presses("escape", "J")
        manager.sees("Copied the brief of the day")
        manager.sees_not("for the case system")
        await manager.presses("escape", "6")
        stands_on(manager, ill.here.name)
        await manager.presses("A")
        assert isinstance(manager.app.screen, AbsenceForm)


async def test_what_it_counts_as_is_asked_of_a_meeting_alone_and_the_kind_is_chosen_first(
    team: Store, ill: Ill
) -> None:
    async with sitting(team, MONDAY, (120, 35)) as manager:
        await manager.presses("6")
        stands_on(manager, ill.children[0].reference)
        await manager.presses("at")
        assert manager.here == "kind"
        manager.sees_not("Counts as")
        await manager.presses("m")
        manager.sees("Counts as")
