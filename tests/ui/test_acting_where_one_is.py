"""What is in front of one is acted on there: on a page, in a session, on the line of a worker or a child."""

from datetime import timedelta

from db.engine import Store
from oversight_tui.practice.ids import AboutChild, ChildId
from oversight_tui.practice.requests import (
    ActionRequest,
    AddChild,
    DecisionRequest,
    DiscussionRequest,
    EscalationRequest,
    HandInWork,
    HoldSession,
    WorryRequest,
)
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.files import child_page, worker_page
from oversight_tui.ui.dialogs.form import Form
from oversight_tui.ui.dialogs.which import WhichDialog
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.present.rows import attention_key
from oversight_tui.ui.screens.page import PageScreen
from oversight_tui.ui.screens.session import SessionScreen
from oversight_tui.ui.widgets.line_list import LineList
from tests.made_once import MONDAY
from tests.ui.manager import sitting

DAY = timedelta(days=1)


def on_page(store: Store, child: ChildId, record_kind: str) -> list[str]:
    """What stands on a child's page of one kind of record, of today."""
    return [
        one.text
        for one in child_page(store, child, MONDAY).entries
        if one.record == record_kind and one.happened_on == MONDAY
    ]


def says_of_open(store: Store, child: ChildId) -> set[str]:
    return {one.kind for one in child_page(store, child, MONDAY).open_items}


async def test_what_is_recorded_about_a_child_is_recorded_on_their_page(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        child = manager.child
        await manager.presses("enter")
        manager.sees("d Decide", "t Talk", "w Worry")
        for key, typed, kind in (
            ("d", {"text": "Xylograph", "because": "Seen"}, "decision"),
            ("t", {"text": "Quokka"}, "discussion"),
            ("w", {"text": "Zeppelin", "severity": "3"}, "worry"),
            ("R", {"rating": "high", "because": "Ocarina"}, "risk"),
            ("p", {"text": "Ring school", "owner": "me", "by": "fri"}, "action"),
            ("i", {"to": "Legal", "text": "Bandicoot"}, "escalation"),
            ("greater_than_sign", {"what": "Assessment", "by": "me"}, "work"),
        ):
            await manager.presses(key)
            form = manager.app.screen
            assert isinstance(form, Form), key
            manager.puts(**typed)
            form.entered()
            await manager.settles()
            assert isinstance(manager.app.screen, PageScreen), manager.text
            assert len(on_page(team, child, kind)) >= 1, (key, manager.text)
        manager.sees("Bandicoot")  # the page was read again
        await manager.presses("a")
        manager.sees("Hand over")


async def test_a_key_that_cannot_act_on_a_page_says_why(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g", "enter")
        for key, says in (
            ("A", "This page is about a child."),
            ("K", "This page is about a child."),
            ("L", "L is a key of the board: the list of all open actions"),
            ("slash", "/ is a key of the board"),
            ("5", "5 is a key of the board"),
        ):
            await manager.presses(key)
            manager.sees(says)
            assert isinstance(manager.app.screen, PageScreen)
        await manager.presses("escape", "2", "enter")
        for key in ("w", "R", "a", "y", "r", "v"):
            await manager.presses(key)
            manager.sees("This page is about a worker.")
        await manager.presses("A")
        assert isinstance(manager.app.screen, Form)
        await manager.presses("escape", "S")
        assert isinstance(manager.app.screen, Form)
        await manager.presses("escape", "V")
        assert isinstance(manager.app.screen, SessionScreen)
        await manager.presses("z")
        manager.sees("z is a key of the board")


async def test_what_is_open_on_a_page_is_answered_there(team: Store) -> None:
    shown = load_board(team, MONDAY)
    child = next(row.child for row in shown.children if not says_of_open(team, row.child.id) and row.child.worker_id)
    worry = record.raise_worry(team, WorryRequest(child.id, "Zeppelin", MONDAY - DAY), MONDAY).entry
    record.add_action(team, ActionRequest(AboutChild(child.id), "Ring school", "me", MONDAY, MONDAY - DAY), MONDAY)
    record.hand_in(team, HandInWork(child.id, "Assessment", "outside: Amira", MONDAY), MONDAY)
    async with sitting(team, MONDAY) as manager:
        manager.app.worker.pages.open_child(child.id)
        await manager.settles()
        await manager.presses("I")
        manager.sees("No escalation or consultation here waits for its answer.")
        await manager.presses("d", "k", "1", "enter")
        said = " ".join(manager.text.split())
        assert "The worry stays open: W answers it. u undoes it." in said, said
        await manager.presses("W")
        assert isinstance(manager.app.screen, WhichDialog)
        manager.sees("Zeppelin", "Ring school", "Assessment")
        manager.app.screen.query_one("#open", LineList).select(key_of(worry))
        await manager.presses("enter")
        manager.sees("The worry about")
        manager.puts(because="Both are safe", next="+1w")
        await manager.presses("ctrl+s")
        assert isinstance(manager.app.screen, PageScreen)
        await manager.presses("P", "enter")
        manager.sees("The action for")
        await manager.presses("ctrl+s")
        assert isinstance(manager.app.screen, PageScreen)
    assert says_of_open(team, child.id) == {"worry", "sign_off"}


async def test_what_is_open_is_answered_in_the_session_where_it_stands(team: Store) -> None:
    shown = load_board(team, MONDAY)
    worker = next(row.worker for row in shown.workers if row.children > 3 and row.absence is None)
    child = next(row.child for row in shown.children_with(worker.id) if not says_of_open(team, row.child.id))
    about, before = AboutChild(child.id), MONDAY - 14 * DAY
    record.raise_worry(team, WorryRequest(child.id, "Zeppelin", before, review_on=MONDAY), MONDAY)
    record.decide(team, DecisionRequest("Xylograph", before, about, "Seen", review_on=MONDAY), MONDAY)
    record.decide(team, DecisionRequest("Quokka", before, about), MONDAY)
    record.escalate(team, EscalationRequest("Ocarina", "Legal", before, about), MONDAY)
    async with sitting(team, MONDAY) as manager:
        await manager.presses("2")
        manager.pane("team").select(key_of(worker.id))
        await manager.presses("V")
        manager.app.screen.query_one("#agenda", LineList).select(key_of(child.id))
        await manager.settles()
        for key, words, typed in (
            ("b", "Quokka", {"because": "Nobody had seen him"}),
            ("I", "Ocarina", {"text": "Go on"}),
            ("W", "Zeppelin", {"because": "Both are safe", "next": "+1w"}),
            ("W", "Xylograph", {"because": "It holds"}),
        ):
            await manager.presses(key)
            which = manager.app.screen
            assert isinstance(which, WhichDialog), key
            item = next(item for item, _ in which.items if item.text == words)
            which.query_one("#open", LineList).select(key_of(item.id))
            await manager.presses("enter")
            manager.puts(**typed)
            await manager.presses("ctrl+s")
            assert isinstance(manager.app.screen, SessionScreen), manager.text
        await manager.presses("b")
        manager.sees("No decision here waits for its reason.")
        await manager.presses("S")
        manager.puts(on="+5w")
        await manager.presses("ctrl+s")
        assert isinstance(manager.app.screen, SessionScreen), manager.text
        await manager.presses("w")
        manager.puts(text="Bandicoot", severity="3")
        await manager.presses("ctrl+s")
        assert isinstance(manager.app.screen, SessionScreen), manager.text
    assert says_of_open(team, child.id) == {"worry"}
    assert on_page(team, child.id, "worry") == ["Bandicoot\nSeverity 3 of 5"]
    planned = [one.planned_for for one in worker_page(team, worker.id, MONDAY).sessions if one.state == "planned"]
    assert MONDAY + 35 * DAY in planned


async def test_the_row_of_a_worker_opens_the_lines_of_the_morning_list_that_are_theirs(team: Store) -> None:
    shown = load_board(team, MONDAY)
    async with sitting(team, MONDAY) as manager:
        for row in shown.workers:
            await manager.presses("2")
            manager.pane("team").select(key_of(row.worker.id))
            await manager.presses("l")
            theirs = {attention_key(one) for one in shown.attention_of_worker(row.worker.id)}
            today = manager.pane("today")
            assert {line.key for line in today.lines} == theirs
            manager.sees(f"Today {len(theirs)} of {len(shown.attention)} · {row.worker.name}")
            assert manager.here == "today"
            await manager.presses("2", "h")
            manager.sees_not(row.worker.name)
            await manager.presses("h", "1", "escape")
            manager.sees(f"Today {len(shown.attention)}")
        await manager.presses("2", "l", "v")
        manager.sees("· urgent")  # one narrowing at a time: the count at the top is that of its rows


async def test_a_child_nobody_holds_is_opened_and_assigned_from_their_line(team: Store) -> None:
    record.add_child(team, AddChild("C-0042", "Quillon"), MONDAY)
    (line,) = [one for one in load_board(team, MONDAY).attention if one.child == "C-0042" and one.kind == "unallocated"]
    async with sitting(team, MONDAY) as manager:
        await manager.presses("1")
        manager.pane("today").select(attention_key(line))
        await manager.presses("enter")
        manager.sees("Child C-0042 Quillon")
        await manager.presses("V")
        manager.sees("Nobody holds this child")
        await manager.presses("escape", "a")
        manager.sees("Hand over C-0042")
        manager.puts(to="Comfort", because="Knows the family")
        await manager.presses("ctrl+s")
        manager.sees("C-0042")
    found = next(row for row in load_board(team, MONDAY).children if row.child.reference == "C-0042")
    assert found.worker == "Comfort Asante"


async def test_work_is_handed_in_and_a_child_taken_off_a_session_at_the_screen(team: Store) -> None:
    shown = load_board(team, MONDAY)
    worker = next(row.worker for row in shown.workers if row.children > 1 and row.absence is None)
    one, other = (row.child for row in shown.children_with(worker.id)[:2])
    held = record.hold(team, HoldSession(worker.id, MONDAY - DAY, children=(one.id, other.id)), MONDAY).entry
    (line,) = load_board(team, MONDAY).attention_to_entry(held)
    async with sitting(team, MONDAY) as manager:
        await manager.presses("1")
        manager.pane("today").select(attention_key(line))
        await manager.presses("W")
        manager.sees("Not talked about in the session with", one.reference, other.reference)
        await manager.types(one.reference)
        await manager.presses("tab")
        await manager.types("There was no time")
        await manager.presses("ctrl+s")
        manager.sees(f"{one.reference} is off the list of the session")
        await manager.presses("5", "g", "greater_than_sign")
        child = manager.child
        manager.sees("Work about")
        manager.puts(what="The assessment")
        await manager.presses("ctrl+s")
        manager.sees("it waits to be signed off")
    (left,) = load_board(team, MONDAY).attention_to_entry(held)
    assert left.count == 1
    assert "sign_off" in says_of_open(team, child)


async def test_a_talk_that_was_asked_for_says_on_the_board_that_it_is_still_to_be_held(team: Store) -> None:
    child = next(row.child for row in load_board(team, MONDAY).children if row.child.worker_id)
    record.discuss(team, DiscussionRequest((child.id,), "Quokka", MONDAY, asked_for=True), MONDAY)
    async with sitting(team, MONDAY) as manager:
        await manager.presses("4", "g", "f")
        manager.sees("This talk was asked for and is still to be held.")


async def test_a_talk_that_was_asked_for_is_held_on_the_page_where_it_stands(team: Store) -> None:
    shown = load_board(team, MONDAY)
    child = next(row.child for row in shown.children if not says_of_open(team, row.child.id) and row.child.worker_id)

    def asks(words: str) -> None:
        record.discuss(team, DiscussionRequest((child.id,), words, MONDAY, asked_for=True), MONDAY)

    asks("Quokka")
    async with sitting(team, MONDAY) as manager:
        manager.app.worker.pages.open_child(child.id)
        await manager.settles()
        await manager.presses("n", "f")
        manager.sees("This talk was asked for and is still to be held.")
        await manager.presses("t")
        manager.sees("Asked for", "Quokka")
        manager.puts(text="Xylograph")
        await manager.presses("ctrl+s")
        assert isinstance(manager.app.screen, PageScreen), manager.text
        assert "discussion_open" not in says_of_open(team, child.id)
        asks("Bandicoot")
        await manager.presses("t")  # the talk that was held is selected, or none
        manager.puts(text="Zeppelin")
        await manager.presses("ctrl+s")
        manager.sees("is still to be held.")
        await manager.presses("W", "enter")
        manager.sees("Asked for", "Bandicoot")
        manager.puts(text="Ocarina")
        await manager.presses("ctrl+s")
    assert "discussion_open" not in says_of_open(team, child.id)


async def test_a_talk_that_was_asked_for_is_held_in_the_session_too(team: Store) -> None:
    shown = load_board(team, MONDAY)
    worker = next(row.worker for row in shown.workers if row.children > 3 and row.absence is None)
    child = next(row.child for row in shown.children_with(worker.id) if not says_of_open(team, row.child.id))
    record.discuss(team, DiscussionRequest((child.id,), "Quokka", MONDAY, asked_for=True), MONDAY)
    async with sitting(team, MONDAY) as manager:
        await manager.presses("2")
        manager.pane("team").select(key_of(worker.id))
        await manager.presses("V")
        manager.app.screen.query_one("#agenda", LineList).select(key_of(child.id))
        await manager.settles()
        await manager.presses("W", "enter")
        manager.sees("Asked for", "Quokka")
        manager.puts(text="Xylograph")
        await manager.presses("ctrl+s")
        assert isinstance(manager.app.screen, SessionScreen), manager.text
    assert "discussion_open" not in says_of_open(team, child.id)


async def test_the_only_decision_without_a_reason_is_given_one_without_being_chosen_first(team: Store) -> None:
    async with sitting(team, MONDAY) as manager:
        await manager.presses("5", "g")
        child = manager.child
        await manager.presses("d", "v", "ctrl+s")
        manager.sees("No reason yet")
        await manager.presses("enter", "b")
        await manager.types("Not seen alone yet")
        await manager.presses("ctrl+s")
    (because,) = [one.because for one in child_page(team, child, MONDAY).entries if one.text == "Visit"]
    assert because == "Not seen alone yet"
