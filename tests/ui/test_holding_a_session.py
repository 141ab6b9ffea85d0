"""A whole session held from the keyboard, child by child, and what is left of it in the store."""

from datetime import date, timedelta
from pathlib import Path

from db.engine import Store
from oversight_tui.config import Config
from oversight_tui.practice.ids import AboutChild, ChildId, WorkerId
from oversight_tui.practice.requests import AbsenceRequest, ActionRequest, LinkFamily, PlanSession, WorryRequest
from oversight_tui.services.agenda import agenda_of
from oversight_tui.services.board import load_board
from oversight_tui.services.files import child_page, worker_page
from oversight_tui.services.record import absence, add_action, link_family, plan, raise_worry
from oversight_tui.ui.dialogs.field import FieldInput
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.screens.session import SessionScreen
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.week_grid import WeekGrid
from oversight_tui.words.dates import weekday_day
from tests.made_once import MONDAY
from tests.ui.manager import SIZES, Manager, sitting

DAY = timedelta(days=1)


def session_screen(manager: Manager) -> SessionScreen:
    screen = manager.app.screen
    assert isinstance(screen, SessionScreen)
    return screen


def today(manager: Manager) -> list[ChildId]:
    """The children on the agenda of the session in hand, by id."""
    return [item.child.child_id for item in session_screen(manager).agenda.items]


def select(manager: Manager, reference: str) -> None:
    """Put the cursor on the row of a child."""
    screen = session_screen(manager)
    child = next(row.child for row in screen.session.children if row.child.reference == reference)
    screen.query_one("#agenda", LineList).select(key_of(child.id))


async def open_session(manager: Manager, store: Store) -> WorkerId:
    """Open the session with whoever is longest without supervision, and hold it today; the worker's id."""
    late = next(row for row in load_board(store, MONDAY).workers if row.supervision.state == "overdue")
    await manager.presses("2")
    manager.pane("team").select(key_of(late.worker.id))
    await manager.presses("V", "V")
    return late.worker.id


def called(store: Store, child: ChildId) -> str:
    """A child by reference and name."""
    found = next(row.child for row in load_board(store, MONDAY).children if row.child.id == child)
    return f"{found.reference} {found.name}" if found.name else found.reference


async def test_the_agenda_lists_no_later_session_that_nobody_is_left_for(team: Store) -> None:
    worker = next(row.worker for row in load_board(team, MONDAY).workers if row.children == 11)
    days = [one.slot.on for one in agenda_of(team, worker.id, MONDAY).agenda.sessions]
    async with sitting(team, MONDAY, (200, 50)) as manager:
        await manager.presses("2")
        manager.pane("team").select(key_of(worker.id))
        await manager.presses("V")
        manager.sees(weekday_day(days[1]), "Why, in points: ")
        manager.sees_not(weekday_day(days[2]), "0 in ")
        await manager.presses("l")
        manager.puts(minutes="110", children="11")
        await manager.presses("ctrl+s")
        manager.sees(f"{weekday_day(days[1])} ", "nobody left, not planned")


async def test_a_child_whose_turn_comes_twice_is_named_in_the_later_session_too(team: Store) -> None:
    def again(worker: WorkerId) -> list[str]:
        listed = [[item.child for item in one.items] for one in agenda_of(team, worker, MONDAY).agenda.sessions]
        first = {one.child_id for here in listed[:1] for one in here}
        return [one.reference for later in listed[1:] for one in later if one.child_id in first]

    workers = [row.worker.id for row in load_board(team, MONDAY).workers]
    worker, reference = next((one, twice[0]) for one in workers if (twice := again(one)))
    async with sitting(team, MONDAY, (200, 50)) as manager:
        await manager.presses("2")
        manager.pane("team").select(key_of(worker))
        await manager.presses("V")
        manager.sees(f"and again {reference}")


async def test_a_planned_session_that_will_not_be_held_stands_there_with_why(team: Store) -> None:
    worker = next(row.worker for row in load_board(team, MONDAY).workers if row.children == 11)
    plan(team, PlanSession(worker.id, MONDAY + 8 * DAY), MONDAY)
    absence(team, AbsenceRequest(worker.id, MONDAY + 7 * DAY, MONDAY + 11 * DAY, "leave"), MONDAY)
    async with sitting(team, MONDAY, (200, 50)) as manager:
        await manager.presses("2")
        manager.pane("team").select(key_of(worker.id))
        await manager.presses("V")
        agenda = session_screen(manager).query_one("#agenda", LineList)
        said = [" ".join(cell.text for cell in line.cells[-4:]) for line in agenda.lines]
        assert any("does not count, the worker is away" in one for one in said), said


async def test_a_session_is_held_child_by_child(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        worker = await open_session(manager, team)
        manager.sees(
            "Supervision with",
            "Agenda 6, 0 written",
            "Writing begins it",
            "2 are past the limit already; 1 comes due with no session in time",
        )
        agenda = session_screen(manager).query_one("#agenda", LineList)
        order = today(manager)
        await manager.presses("enter")
        await manager.types("He is home again")
        await manager.presses("tab")
        await manager.types("Visit on Friday")
        await manager.presses("tab", "1", "enter")
        manager.sees("Agenda 6, 1 written", "Written in this")
        assert f"Next is {called(team, order[1])}." in " ".join(manager.text.split())
        assert agenda.key == key_of(order[1])
        await manager.presses("1", "enter", "1", "enter")
        manager.sees("Agenda 6, 3 written")
        assert today(manager) == order
        await manager.presses("x")
        manager.sees("is off the agenda")
        assert "moves up into this session" in " ".join(manager.text.split())
        assert order[3] not in today(manager)
        assert agenda.key == key_of(order[4])
        manager.sees("1 Looked at again today")
        await manager.presses("f", *"90")
        manager.sees("e.g. Mon 14 Dec")  # the day the agenda was made for stands there; it is planned once it is typed
        await manager.presses("tab")
        manager.sees("None is planned; the agenda thinks of Mon 14 Dec.")
        await manager.presses(*"+3w", "ctrl+s")
        manager.sees("not reached, carried over")
        await manager.presses("u")
        manager.sees("Take back the session with Comfort Asante of Mon 23 Nov 2026: 1 planned")
        manager.sees("session, 3 changes of an agenda and its end?")
        await manager.presses("escape")
    (session,) = [one for one in worker_page(team, worker, MONDAY).sessions if one.held_on == MONDAY]
    assert (session.minutes, len(session.children)) == (90, 3)
    (next_one,) = [one for one in worker_page(team, worker, MONDAY).sessions if one.state == "planned"]
    assert str(next_one.planned_for) == "2026-12-14"
    first = child_page(team, order[0], MONDAY)
    assert [(one.kind, one.setting) for one in first.entries if one.happened_on == MONDAY] == [
        ("discussion", "supervision"),
        ("decision", None),
    ]
    board = load_board(team, MONDAY)
    assert next(row for row in board.workers if row.worker.id == worker).supervision.days_since == 0
    assert next(row for row in board.children if row.child.id == order[0]).discussion.days_since == 0
    again = [item for later in agenda_of(team, worker, MONDAY).agenda.sessions for item in later.items]
    why = {item.child.child_id: [one.factor for one in item.child.because] for item in again}
    assert "not reached last time" in why[order[4]]


async def test_a_session_that_reached_one_child_of_six_asks_whether_it_counts(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        worker = await open_session(manager, team)
        manager.sees("Agenda 6, 0 written")
        await manager.presses("1", "enter")
        manager.sees("Agenda 6, 1 written")
        await manager.presses("f", *"85")
        manager.sees("needed")
        await manager.presses("ctrl+s")
        manager.sees("Choose one of these.", "5 were not reached: is it supervision held?")
        manager.sees_not("needed")
        assert manager.here == "counts"
        await manager.presses(*"no", "ctrl+s")
        manager.sees("cut short: it does not count as supervision", "asks for a new date. No next session")
    shown = load_board(team, MONDAY).worker_row(worker)
    assert shown is not None
    assert shown.worker.cut_short_on == MONDAY
    assert shown.supervision.state == "overdue"


async def test_who_must_be_talked_about_and_is_put_off_stays_counted_and_the_end_says_what_is_next(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        worker = await open_session(manager, team)
        screen = session_screen(manager)
        must = screen.agenda.must
        late = next(
            item.child for item in screen.agenda.items if item.must and (item.child.last_day or MONDAY) < MONDAY
        )
        screen.query_one("#agenda", LineList).select(key_of(late.child_id))
        await manager.presses("x")
        manager.sees(f"{late.reference} is off the agenda", "14 days past the limit already, and put off to Mon 14")
        manager.sees(f"▲ {must} must", "1 who cannot wait is put off to Mon 14 Dec")
        select(manager, screen.agenda.items[0].child.reference)
        await manager.presses("1", "enter")
        await manager.presses("f", *"30", "tab", *"today")
        manager.puts(counts="no")
        await manager.presses("ctrl+s")
        manager.sees("The next session cannot be on Mon 23 Nov 2026, the day of this one.")
        manager.puts(next="sat")
        await manager.presses("ctrl+s")
        manager.sees("it does not count as supervision. The", "is on Sat 28 Nov 2026.", "is no working day")
    following = agenda_of(team, worker, MONDAY).agenda.sessions[0]
    assert following.slot.on == date(2026, 11, 28)
    why = {item.child.child_id: [one.factor for one in item.child.because] for item in following.items}
    assert "put off last time" in why[late.child_id]


async def test_the_manager_moves_children_between_the_sessions_with_one_key(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await open_session(manager, team)
        manager.sees("90 minutes, 15 for each child", "Mon 14 Dec", "in 90 min, not planned", "7 in none of these")
        agenda, first = session_screen(manager).query_one("#agenda", LineList), today(manager)
        second = [item.child.child_id for item in session_screen(manager).session.agenda.sessions[1].items]
        later = next(one for one in second if one not in first)
        agenda.select(key_of(later))
        await manager.presses("m")
        manager.sees("is on the agenda", "Agenda 7")
        assert today(manager) == [*first, later]
        await manager.presses("m")
        manager.sees("is on this agenda already")
        agenda.select(key_of(first[0]))
        await manager.presses("x")
        assert first[0] not in today(manager)
        assert first[0] in [item.child.child_id for item in session_screen(manager).session.agenda.sessions[1].items]


async def test_what_is_planned_for_a_day_to_come_is_prepared_today_and_opens_so_on_its_day(team: Store) -> None:
    async with sitting(team.path, MONDAY) as manager:
        late = next(row for row in load_board(team, MONDAY).workers if row.supervision.state == "overdue")
        await manager.presses("2")
        manager.pane("team").select(key_of(late.worker.id))
        await manager.presses("V")
        manager.sees("Supervision with Comfort Asante, Wed 25 Nov 2026 at 10:00, prepared")
        manager.sees("planned for Wed 25 Nov and is prepared today. V holds it today.")
        first, agenda = today(manager), session_screen(manager).query_one("#agenda", LineList)
        await manager.presses("enter")
        manager.sees("planned for Wed 25 Nov and is prepared today. V holds it today.")
        await manager.presses("1")
        manager.sees("is prepared today")
        await manager.presses("f")
        manager.sees("is prepared today")
        beyond = next(
            one.child_id
            for one in session_screen(manager).session.candidates
            if all(
                one.child_id != item.child.child_id
                for s in session_screen(manager).session.agenda.sessions
                for item in s.items
            )
        )
        agenda.select(key_of(beyond))
        await manager.presses("m")
        manager.sees("is on the agenda", "Wed 25 Nov 2026")
        agenda.select(key_of(first[1]))
        await manager.presses("x")
        prepared = set(today(manager))
        assert beyond in prepared
        assert first[1] not in prepared
    assert worker_page(team, late.worker.id, MONDAY).sessions[-1].state == "planned"
    wednesday = MONDAY + timedelta(days=2)
    on_the_day = agenda_of(team, late.worker.id, wednesday).agenda.sessions[0]
    assert on_the_day.slot.on == wednesday
    assert beyond in {item.child.child_id for item in on_the_day.items}
    assert first[1] not in {item.child.child_id for item in on_the_day.items}
    async with sitting(team.path, wednesday) as manager:
        await manager.presses("2")
        manager.pane("team").select(key_of(late.worker.id))
        await manager.presses("V")
        manager.sees("Wed 25 Nov 2026 at 10:00, not begun")
        assert beyond in today(manager)
        assert first[1] not in today(manager)
        await manager.presses("1", "enter", "escape")
        manager.sees("is not ended: V goes on with it, and f in it ends it")
        await manager.presses("j", "k")
        manager.sees("Session not ended: C Asante", "Today's session is begun and not ended: Supervise goes on with it")
        await manager.presses("enter")
        manager.sees("25 Nov   One-to-one", "Begun, not ended")
        await manager.presses("escape")
        await manager.presses("V")
        manager.sees("begun", "1 written")
        assert beyond in today(manager)
        assert first[1] not in today(manager)
        await manager.presses("f", "ctrl+s")
        manager.sees("Give the minutes.")
        manager.puts(minutes="90", counts="yes")
        await manager.presses("ctrl+s")
        manager.sees("ended, 90 minutes")
        await manager.resizes(200, 50)
        manager.sees("held: C Asante")
        manager.sees_not("Session not ended", "begun and not ended")


async def test_the_field_that_is_typed_into_stays_in_sight_under_long_questions(team: Store) -> None:
    asked = ("Who else is worried about this child, and whom have they told so far?",) * 3
    questions = {"worries": asked, "what_changed": ("What is new?",)}
    async with sitting(team, MONDAY, (80, 24), config=Config(Path("none"), questions=questions)) as manager:
        await open_session(manager, team)
        await manager.presses("t")
        for _ in range(12):
            if manager.here == "worries":
                break
            await manager.presses("tab")
        await manager.types("Gran is worried")
        manager.sees("Who else is worried about this child", "Gran is worried")


async def test_thirty_minutes_and_five_children_take_the_best_five(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await open_session(manager, team)
        items = session_screen(manager).session.agenda.sessions[0].items
        needed = {item.child.child_id for item in items if item.must}
        await manager.presses("l", "3", "0", "tab", "4", "0", "ctrl+s")
        manager.sees("There are more children than minutes.")
        await manager.presses("backspace", "backspace", "5", "ctrl+s")
        manager.sees("30 minutes, 6 for each child", "Agenda 5")
        assert len(today(manager)) == 5
        assert needed <= set(today(manager))
        await manager.presses("l", "ctrl+s")
        manager.sees("90 minutes, 15 for each child", "Agenda 6")


async def test_what_was_there_last_time_stays_in_sight_while_one_writes(team: Store) -> None:
    for size in SIZES:
        async with sitting(team.path, MONDAY, size) as manager:
            await open_session(manager, team)
            select(manager, "C-3202")
            await manager.presses("enter")
            manager.sees("In supervision: C-3202", "Last time")


async def test_what_is_half_written_is_gone_on_with_from_the_board(team: Store) -> None:
    async with sitting(team.path, MONDAY) as manager:
        await open_session(manager, team)
        select(manager, "C-3202")
        await manager.presses("enter")
        await manager.types("Half a sentence")
        await manager.presses("escape", "escape")
    async with sitting(team.path, MONDAY) as manager:
        await manager.presses("full_stop")
        manager.sees("Supervision with Comfort Asante", "C-3202 is half written. Enter goes on with it.")
        await manager.presses("enter")
        manager.sees("as you left it", "Half a sentence")


async def test_leaving_in_the_middle_loses_nothing_and_going_on_finds_the_same_session(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        worker = await open_session(manager, team)
        await manager.presses("1", "enter", "escape")
        manager.sees("is not ended: V goes on with it, and f in it ends it")
        await manager.presses("V")
        manager.sees("begun", "1 written")
        await manager.presses("1", "enter")
    held = [one for one in worker_page(team, worker, MONDAY).sessions if one.held_on == MONDAY]
    assert [len(one.children) for one in held] == [2]


async def test_a_second_session_of_a_day_is_held_only_where_it_is_meant_and_the_first_keeps_its_minutes(
    team: Store,
) -> None:
    async with sitting(team, MONDAY) as manager:
        worker = await open_session(manager, team)
        await manager.presses("1", "enter", "f", *"90", "ctrl+s", *"yes", "ctrl+s", "V")
        manager.sees("Supervision with Comfort Asante, Mon 23 Nov 2026, one held already", "0 written")
        for key in ("enter", "1", "a", "f"):
            await manager.presses(key)
            manager.sees("A session was held today and has ended. V holds a second one of today.")
        held = [one for one in worker_page(team, worker, MONDAY).sessions if one.held_on == MONDAY]
        assert [(one.minutes, len(one.children)) for one in held] == [(90, 1)]
        await manager.presses("V")
        manager.sees("Mon 23 Nov 2026, a second one")
        await manager.presses("1", "enter")
        manager.sees("Mon 23 Nov 2026, begun", "1 written")
        await manager.presses("f", *"60", "ctrl+s", *"no", "ctrl+s")
        manager.sees("does not count as supervision")
    held = [one for one in worker_page(team, worker, MONDAY).sessions if one.held_on == MONDAY]
    assert sorted((one.minutes, len(one.children)) for one in held) == [(60, 1), (90, 1)]


async def test_earlier_actions_are_closed_or_carried_over_with_a_word(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        worker = await open_session(manager, team)
        screen = session_screen(manager)
        item = next(one for one in screen.session.open_items if one.kind == "action")
        child = next(row.child for row in screen.session.children if row.child.id == item.child_id)
        await manager.presses("a")
        manager.puts(children=child.reference)
        manager.puts(text="Talked about")
        await manager.presses("ctrl+s")
        manager.sees(f"{child.reference} written")
        agenda = screen.query_one("#agenda", LineList)
        agenda.select(key_of(child.id))
        await manager.presses("enter")
        manager.sees("d done", "g given up", "l later", item.text[:20])
        manager.puts(**{f"earlier_{item.id}_why": "school is closed"})
        await manager.presses("ctrl+s")
        manager.sees("Say what came of it")
        manager.puts(**{f"earlier_{item.id}_how": "done", f"earlier_{item.id}_to": "fri"})
        await manager.presses("ctrl+s")
        manager.sees("A day is for an action that is carried")
        manager.puts(**{f"earlier_{item.id}_to": ""})
        manager.puts(**{f"earlier_{item.id}_how": "later"})
        await manager.presses("ctrl+s")
        assert manager.here == f"earlier_{item.id}_to", "later wants a day"
        manager.puts(**{f"earlier_{item.id}_to": "next fri", f"earlier_{item.id}_why": "school is closed"})
        manager.puts(text="And the bed")
        await manager.presses("ctrl+s")
        manager.sees("1 earlier action looked at")
    carried = next(row for row in load_board(team, MONDAY).actions if row.item.id == item.id)
    assert carried.item.carried_over == item.carried_over + 1
    assert worker


async def test_what_is_open_about_a_child_is_counted_anew_when_it_is_written(team: Store) -> None:
    child_id = next(row.child.id for row in load_board(team, MONDAY).children if row.child.reference == "C-2034")
    add_action(team, ActionRequest(AboutChild(child_id), "Ring", "Comfort Asante", MONDAY, MONDAY), MONDAY)
    async with sitting(team, MONDAY) as manager:
        await open_session(manager, team)
        screen = session_screen(manager)
        on_it = {item.child.child_id: item.child for item in screen.agenda.items}
        item = next(one for one in screen.session.open_items if one.kind == "action" and one.child_id in on_it)
        assert item.child_id is not None
        child = on_it[item.child_id]
        agenda = screen.query_one("#agenda", LineList)
        agenda.select(key_of(child.child_id))

        def said() -> str:
            return next(line.cells[-1].text for line in agenda.lines if line.key == key_of(child.child_id))

        waits = child.open_actions + child.open_worries
        assert said() == f"{waits} open"
        await manager.presses("enter")
        manager.puts(text="The visit was made", **{f"earlier_{item.id}_how": "done"})
        await manager.presses("ctrl+s")
        manager.sees("earlier action looked at")
        assert said() == (f"{waits - 1} open" if waits > 1 else "")


async def test_brothers_and_sisters_together_are_an_entry_each(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await open_session(manager, team)
        one, other = (row.child for row in session_screen(manager).session.children[:2])
        link_family(team, LinkFamily((one.id, other.id), "Marsh"), MONDAY)
        await manager.presses("a")
        manager.puts(children=f"{one.reference} {other.reference}")
        manager.puts(text="Both are well")
        await manager.presses("ctrl+s")
        manager.sees("It was the one planned for Wed 25 Nov 2026.")
        assert f"{one.reference} written. {other.reference} written." in " ".join(manager.text.split())
    for child in (one, other):
        assert any(entry.text == "Both are well" for entry in child_page(team, child.id, MONDAY).entries)


async def test_what_cannot_be_recorded_is_said_and_stays(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await open_session(manager, team)
        await manager.presses("f")
        manager.sees("Nothing is written yet")
        await manager.presses("enter", "ctrl+s")
        manager.sees("Write what was said, or what was decided")
        await manager.presses("tab", "tab", "1", "enter")
        manager.sees("A because was given and no decision")


async def test_the_calendar_moves_cancels_and_lays_down(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        worker = next(row.worker for row in load_board(team, MONDAY).workers if row.worker.name == "Comfort Asante")
        await manager.presses("2")
        manager.pane("team").select(key_of(worker.id))
        await manager.presses("Z")
        manager.sees("The next 8 weeks", "bank holiday", "Comfort Asante")
        manager.sees("N Rehman away with no day of return · ·")  # across the days
        planned_days = [one.due_on for one in load_board(team, MONDAY).planned if one.due_on is not None]
        from_monday = [day for day in planned_days if MONDAY <= day < MONDAY + timedelta(weeks=8)]
        manager.sees(f"The next 8 weeks, sessions: {len(from_monday)}")
        planned = next(one for one in load_board(team, MONDAY).planned if one.worker_id == worker.id)
        grid = manager.app.screen.query_one(WeekGrid)
        grid.select(key_of(planned.id))
        await manager.presses("m", *"2026-11-27", "ctrl+s")
        assert grid.day == "2026-11-27"  # the cursor goes with it
        await manager.presses("l", *"1/12", "tab", "tab", *"2", "tab", *"31/12", "ctrl+s")
        assert sum("Comfort Asante" in line for line in manager.screen) >= 3
        grid.select(key_of(planned.id))
        await manager.presses("x")
        await manager.types("Court")
        await manager.presses("ctrl+s")
        manager.sees("cancelled", "u undoes it")
        await manager.presses("j")
        assert not grid.select(key_of(planned.id))
        manager.sees("S Plan")
        grid.select("2026-12-09")
        await manager.presses("S")
        manager.sees("Plan supervision on Wed 9 Dec 2026", "Comfort Asante")
        manager.puts(worker="nobody here")
        await manager.presses("ctrl+s")
        manager.sees("No one worker of this board is called that.")
        manager.puts(worker="comfort")
        await manager.presses("ctrl+s")
        manager.sees("u undoes it")
    days = sorted(str(one.due_on) for one in load_board(team, MONDAY).planned if one.worker_id == worker.id)
    assert days == ["2026-12-01", "2026-12-09", "2026-12-15", "2026-12-29"]


async def test_the_page_as_the_child_will_read_it_and_only_what_matters(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g", "enter", "r")
        manager.sees("as the child will read it", "wrote about you")
        await manager.presses("r", "v")
        manager.sees("significant events and decisions")


async def test_a_date_that_no_list_carries_and_an_own_file(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g", "Y")
        await manager.types("missing")
        await manager.presses("tab", *"today", "ctrl+s")
        manager.sees("missing from Mon 23 Nov 2026")
        await manager.presses("2", "K", "o")
        manager.puts(kind="perf")
        manager.puts(text="Records are late")
        await manager.presses("ctrl+s")
        manager.sees("needs the support that is offered")
        manager.puts(support="An hour a week")
        manager.puts(next_step="Look again on Friday")
        await manager.presses("ctrl+s")
        manager.sees("Records are late", "nothing of it is on a child's page")
    assert "missing_child" in {row.kind for row in load_board(team, MONDAY).attention}


async def test_a_digit_shows_what_it_would_write_and_writes_nothing_before_enter(team: Store) -> None:
    mine = Config(team.path.with_name("config.toml"), sentences=("Looked at again today", "It works, slowly"))
    async with sitting(team, MONDAY, config=mine) as manager:
        await open_session(manager, team)
        child = today(manager)[0]
        before = len(child_page(team, child, MONDAY).entries)
        await manager.presses("1")
        manager.sees("This would be written", "Talked through; the plan stands.", "Keep the plan")
        manager.sees("Looked at again today")
        await manager.presses("escape")
        assert len(child_page(team, child, MONDAY).entries) == before
        manager.sees("Agenda 6, 0 written")
        await manager.presses("1", "2")
        manager.sees("It works, slowly", "Shift+Tab changes the words")
        await manager.presses("shift+tab")
        await manager.types(", and 2 of them say so")
        await manager.presses("shift+tab", "shift+tab", "ctrl+u")
        await manager.types("We spoke of school")
        await manager.presses("ctrl+s")
        manager.sees("Agenda 6, 1 written")
        page = child_page(team, child, MONDAY)
    written = [one for one in page.entries if one.happened_on == MONDAY]
    assert [one.because for one in written if one.because] == ["It works, slowly, and 2 of them say so"]
    assert any("We spoke of school" in one.text for one in written)


async def test_no_reason_is_offered_for_keeping_a_plan_that_speaks_against_it(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await open_session(manager, team)
        manager.sees_not("has not been seen for too long", "the plan has not kept up")
        await manager.presses("3")
        manager.sees("No reason to keep a plan stands under 3.")
        manager.sees_not("This would be written")
        await manager.presses("enter")
        manager.sees("In supervision")
        await manager.presses("tab", "tab", "3")
        assert manager.app.screen.query_one("#because", FieldInput).text == "3", "no sentence of that digit is in sight"


async def test_the_foot_of_a_session_names_how_it_ends_at_every_size(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await open_session(manager, team)
        manager.sees_not("V Hold today", "m Today")
        await manager.clicks("1 Looked at again today")
        await manager.presses("enter")
        for size in SIZES:
            await manager.resizes(*size)
            await manager.presses("j")
            manager.sees("f End", "? Keys", "esc Back")


async def test_what_is_open_in_a_session_to_come_is_late_only_once_its_day_has_passed(team: Store) -> None:
    worker = next(row.worker for row in load_board(team, MONDAY).workers if row.worker.name == "Comfort Asante")
    child = next(row.child for row in load_board(team, MONDAY).children_with(worker.id))
    raise_worry(team, WorryRequest(child.id, "Zeppelin", MONDAY, severity=5, review_on=MONDAY + DAY), MONDAY)
    async with sitting(team, MONDAY) as manager:
        await manager.presses("2")
        manager.pane("team").select(key_of(worker.id))
        await manager.presses("V")
        manager.sees("Wed 25 Nov 2026 at 10:00, prepared")
        select(manager, child.reference)
        await manager.settles()
        manager.sees("Worry, by 24 Nov", "Zeppelin")


async def test_of_a_child_with_the_sign_it_is_said_in_which_session_they_must_be(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await open_session(manager, team)
        screen = session_screen(manager)
        on, item = next((one, item) for one in screen.session.agenda.sessions for item in one.items if item.must)
        screen.query_one("#agenda", LineList).select(key_of(item.child.child_id))
        await manager.settles()
        manager.sees(f"Must be in the session of {weekday_day(on.slot.on)}")
