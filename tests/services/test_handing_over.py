"""Who holds a child is the latest by the day it happened, and no handing over starts a child's clock anew."""

from datetime import date, timedelta

import pytest

from db import derived, writes
from db.engine import Store
from oversight_tui.practice.board import Board
from oversight_tui.practice.changes import (
    AllocationChange,
    ChildChange,
    ExtractChange,
    ImportWrite,
    SnapshotFacts,
    StatusChange,
    WorkerChange,
)
from oversight_tui.practice.facts import Bucket
from oversight_tui.practice.ids import AboutChild, AboutWorker, EntryId, SnapshotId
from oversight_tui.practice.requests import (
    AbsenceRequest,
    ActionRequest,
    AddChild,
    Correction,
    EditWorker,
    HandOver,
    KnownOfWorker,
    LinkFamily,
    PlanHandOver,
    RiskRequest,
    Undo,
    WorryRequest,
)
from oversight_tui.services import record
from oversight_tui.services.board import load_board
from oversight_tui.services.files import child_page
from oversight_tui.services.record.missing import close_by_hand
from oversight_tui.words.text import match_key
from tests.made_once import AMIRA, BEN, C1, C2, C3

LISTED = date(2026, 9, 1)  # the day of the list that brought the five children
TODAY = date(2026, 12, 20)


def board(store: Store, today: date = TODAY) -> Board:
    with store.reading():
        assert derived.differences(store) == ()
    return load_board(store, today, all_teams=True)


def holder(store: Store) -> str | None:
    return next(row.worker for row in board(store).children if row.child.id == C2)


def to(store: Store, whom: AboutWorker | Bucket, on: date, *, reopens: bool = False) -> str:
    (done,) = record.hand_over(store, HandOver((C2,), whom, on, reopens=reopens), TODAY)
    return done.says


def listed(
    store: Store, as_at: date, whom: str | None, *, closed: bool = False, last_seen: date | None = None
) -> SnapshotId:
    """The next list, which has the child with another worker, or closed."""
    bucket: Bucket | None = None if whom else "unallocated"
    child = ChildChange(
        "C-2",
        C2,
        allocation=None if closed else AllocationChange(whom, "North Team", bucket),
        extract=ExtractChange(not closed, last_seen, "list 6" if last_seen else None, "{}", as_at.isoformat()),
        closed=closed,
    )
    workers = (WorkerChange("amira khan", AMIRA, None), WorkerChange("ben ortiz", BEN, None))
    return writes.apply_import(store, ImportWrite(_list_of(as_at), workers, (child,)), "Me", match_key)


def _list_of(as_at: date) -> SnapshotFacts:
    return SnapshotFacts("annex_a", "next.xlsx", as_at.isoformat(), as_at, ("6",), ("North Team",), {})


@pytest.mark.parametrize(
    ("typed", "holds"),
    [
        ((("Ben", 10), ("Amira", 20)), "Amira Khan"),
        ((("Ben", 20), ("Amira", 10)), "Ben Ortiz"),
        ((("Ben", 20), ("nobody", 10)), "Ben Ortiz"),
        ((("nobody", 20), ("Ben", 10)), None),
        ((("Ben", 20), ("Amira", 20)), "Amira Khan"),
        ((("Ben", 20), ("nobody", 10), ("Amira", 15)), "Ben Ortiz"),
    ],
)
def test_the_latest_handing_over_by_its_day_holds_in_whatever_order_it_is_typed(
    team: Store, typed: tuple[tuple[str, int], ...], holds: str | None
) -> None:
    whom: dict[str, AboutWorker | Bucket] = {
        "Ben": AboutWorker(BEN),
        "Amira": AboutWorker(AMIRA),
        "nobody": "unallocated",
    }
    for name, day in typed:
        says = to(team, whom[name], date(2026, 10, day))
    assert holder(team) == holds
    late = typed[-1][1] < max(day for _, day in typed)
    assert ("and stays so" in says) is late


def test_the_page_tells_who_held_the_child_from_when_to_when(team: Store) -> None:
    to(team, AboutWorker(BEN), date(2026, 10, 20))
    to(team, "duty", date(2026, 10, 10))
    page = child_page(team, C2, TODAY)
    assert page is not None
    assert [(one.worker or one.bucket, one.ends) for one in page.allocations] == [
        ("Amira Khan", date(2026, 10, 10)),
        ("duty", date(2026, 10, 20)),
        ("Ben Ortiz", None),
    ]


def test_a_handing_over_of_an_earlier_day_opens_no_child_that_was_closed_after_it(team: Store) -> None:
    listed(team, date(2026, 10, 20), None, closed=True)
    assert "stays closed" in to(team, AboutWorker(BEN), date(2026, 10, 10))
    assert C2 not in {row.child.id for row in board(team).children}
    to(team, AboutWorker(BEN), date(2026, 10, 21), reopens=True)
    assert holder(team) == "Ben Ortiz"


def test_an_older_list_takes_nothing_back_that_a_newer_one_says(team: Store) -> None:
    listed(team, date(2026, 10, 20), "ben ortiz", last_seen=date(2026, 10, 18))
    listed(team, date(2026, 10, 10), "amira khan", last_seen=date(2026, 10, 2))
    child = next(row for row in board(team).children if row.child.id == C2)
    assert (child.worker, child.child.last_seen) == ("Ben Ortiz", date(2026, 10, 18))
    listed(team, date(2026, 10, 12), None, closed=True)
    assert holder(team) == "Ben Ortiz"


def test_a_list_that_does_not_say_when_a_child_was_seen_leaves_what_was_known(team: Store) -> None:
    listed(team, date(2026, 10, 10), "amira khan", last_seen=date(2026, 10, 2))
    listed(team, date(2026, 10, 20), "ben ortiz")
    child = next(row.child for row in board(team).children if row.child.id == C2)
    assert (child.last_seen, child.last_seen_source) == (date(2026, 10, 2), "list 6")


@pytest.mark.parametrize("how", ["by hand", "to nobody", "by a list", "all three"])
def test_no_handing_over_starts_the_clock_of_a_child_never_discussed_anew(team: Store, how: str) -> None:
    """C-2 is not rated and in need: three months from the list of 1 September, and so late from 2 December on."""
    for month in (10, 11, 12):
        on = date(2026, month, 1)
        if how in ("by hand", "all three"):
            to(team, AboutWorker(BEN if month != 11 else AMIRA), on)
        if how in ("to nobody", "all three"):
            to(team, "unallocated", on)
        if how in ("by a list", "all three"):
            listed(team, on, "ben ortiz" if month != 11 else "amira khan")
    for today, late in ((date(2026, 12, 1), False), (date(2026, 12, 2), True)):
        shown = board(team, today)
        clock = next(row.discussion for row in shown.children if row.child.id == C2)
        assert (clock.state, clock.limit_by) == ("never", date(2026, 12, 1))
        assert bool([row for row in shown.attention if row.kind == "coverage" and row.child == "C-2"]) is late


def test_the_clock_of_a_child_added_by_hand_runs_from_that_day_and_a_list_moves_it_nowhere(team: Store) -> None:
    day = date(2026, 9, 10)
    record.add_child(team, AddChild("C-9", worker_id=AMIRA), day)
    clock = next(row.discussion for row in board(team, day).children if row.child.reference == "C-9")
    assert clock.limit_by == date(2026, 12, 10)


def test_a_handing_over_dated_back_before_the_first_list_moves_the_clock_nowhere(team: Store) -> None:
    to(team, AboutWorker(BEN), date(2026, 6, 1))
    assert next(row.discussion.limit_by for row in board(team).children if row.child.id == C2) == date(2026, 12, 1)


def test_a_handing_over_that_is_taken_back_leaves_who_held_the_child_before(team: Store) -> None:
    to(team, AboutWorker(BEN), date(2026, 10, 20))
    to(team, "duty", date(2026, 10, 10))
    record.undo(team, Undo(), TODAY)
    assert holder(team) == "Ben Ortiz"
    assert C1 in {row.child.id for row in board(team).children}


def test_a_word_put_right_in_an_earlier_rating_of_a_day_makes_it_no_later_one(team: Store) -> None:
    first = record.rate_risk(team, RiskRequest(C2, "high", "Not sene", TODAY), TODAY)
    record.rate_risk(team, RiskRequest(C2, "medium", "Seen at school", TODAY), TODAY)
    record.correct(team, Correction(EntryId(first.id or 0), because="Not seen"), TODAY)
    assert next(row.child.risk for row in board(team).children if row.child.id == C2) == "medium"


def test_a_child_on_an_older_list_is_not_back_on_the_newest(team: Store) -> None:
    gone = ImportWrite(_list_of(date(2026, 10, 20)), (), (ChildChange("C-2", C2, missing=True),))
    writes.apply_import(team, gone, "Me", match_key)
    listed(team, date(2026, 10, 10), "amira khan")
    assert next(row.child.missing_since for row in board(team).children if row.child.id == C2) == date(2026, 10, 20)
    listed(team, date(2026, 10, 21), "amira khan")
    assert next(row.child.missing_since for row in board(team).children if row.child.id == C2) is None


def test_a_status_of_an_older_list_takes_no_newer_one_back(team: Store) -> None:
    newer, older = date(2026, 10, 20), date(2026, 10, 10)
    for as_at, status in (
        (newer, StatusChange("looked_after", newer)),
        (older, StatusChange("protection_plan", older)),
    ):
        change = ChildChange("C-2", C2, status=status)
        writes.apply_import(team, ImportWrite(_list_of(as_at), (), (change,)), "Me", match_key)
    assert next(row.child.status for row in board(team).children if row.child.id == C2) == "looked_after"


def test_a_handing_over_says_why_and_what_stays_behind(team: Store) -> None:
    record.link_family(team, LinkFamily((C1, C2), "Mason"), TODAY)
    action = ActionRequest(AboutChild(C2), "Ring the school", "Amira Khan", TODAY, TODAY)
    record.add_action(team, action, TODAY)
    (done,) = record.hand_over(team, HandOver((C2,), AboutWorker(BEN), TODAY, "Amira goes on leave"), TODAY)
    assert done.hint is not None
    assert "1 open action about C-2 stays with Amira Khan." in done.hint
    assert "C-1 of the same family stays with Amira Khan" in done.hint
    told = [one.text for one in child_page(team, C2, TODAY).entries]
    assert any("Amira goes on leave" in text for text in told)
    record.undo(team, Undo(yes=True), TODAY)
    both = HandOver((C1, C2), AboutWorker(BEN), TODAY, "Amira goes on leave", with_actions=True)
    first, *_ = record.hand_over(team, both, TODAY)
    assert first.together is not None
    assert "2 children to Ben Ortiz" in first.together
    assert "1 open action of Amira Khan went with C-2." in first.together
    (row,) = [row for row in board(team).actions if row.child and row.child.id == C2]
    assert (row.item.who, row.item.owner_id, row.worker) == ("Ben Ortiz", BEN, "Ben Ortiz")


def test_what_stays_behind_with_several_is_said_once_and_of_whom(team: Store) -> None:
    for reference in ("C-8", "C-9"):
        record.add_child(team, AddChild(reference, worker_id=AMIRA), TODAY)
    known = {row.child.reference: row.child.id for row in board(team).children}
    record.link_family(team, LinkFamily((C1, C2, known["C-8"], known["C-9"]), "Mason"), TODAY)
    for text in ("Ring the school", "Write to the landlord"):
        record.add_action(team, ActionRequest(AboutChild(C2), text, "Amira Khan", TODAY, TODAY), TODAY)
    first, second = record.hand_over(team, HandOver((C2, C1), AboutWorker(BEN), TODAY, "Time"), TODAY)
    assert "2 open actions about C-2 stay with Amira Khan." in (first.hint or "")
    assert "C-8, C-9 of the same family stay with Amira Khan" in (first.hint or "")
    assert second.hint is None
    assert (first.together or "").count("of the same family") == 1


def test_a_handing_over_that_is_planned_says_who_of_the_family_stays(team: Store) -> None:
    record.link_family(team, LinkFamily((C1, C2), "Mason"), TODAY)
    thursday = TODAY + timedelta(days=3)
    (alone,) = record.record(team, PlanHandOver((C2,), AboutWorker(BEN), thursday), TODAY)
    assert "C-1 of the same family stays with Amira Khan" in (alone.hint or "")
    record.undo(team, Undo(yes=True), TODAY)
    both = record.record(team, PlanHandOver((C1, C2), AboutWorker(BEN), thursday), TODAY)
    assert not any(one.hint for one in both)


def test_a_handing_over_without_a_reason_says_that_it_has_none(team: Store) -> None:
    first, second = record.hand_over(team, HandOver((C2, C1), AboutWorker(BEN), TODAY), TODAY)
    assert "No reason was said for it." in (first.hint or "")
    assert "No reason" not in (second.hint or "")
    (back,) = record.hand_over(team, HandOver((C2,), "duty", TODAY, "Ben is full"), TODAY)
    assert back.says == "C-2 on duty from Sun 20 Dec 2026."
    assert "No reason" not in (back.hint or "")


def test_brothers_and_sisters_of_the_same_worker_go_too_where_that_is_said(team: Store) -> None:
    record.link_family(team, LinkFamily((C1, C2), "Mason"), TODAY)
    handed = HandOver((C2,), AboutWorker(BEN), TODAY, "One worker for the family", with_siblings=True)
    first, _ = record.hand_over(team, handed, TODAY)
    assert "2 children to Ben Ortiz" in (first.together or "")
    assert {row.worker for row in board(team).children if row.child.id in (C1, C2)} == {"Ben Ortiz"}
    record.undo(team, Undo(yes=True), TODAY)
    assert {row.worker for row in board(team).children if row.child.id in (C1, C2)} == {"Amira Khan"}


def test_brothers_and_sisters_who_are_with_somebody_else_are_said_also_where_all_of_the_worker_go(team: Store) -> None:
    record.link_family(team, LinkFamily((C1, C2, C3), "Mason"), TODAY)
    (alone,) = record.hand_over(team, HandOver((C1,), "held_by_manager", TODAY, "Time"), TODAY)
    assert "C-2 of the same family stays with Amira Khan" in (alone.hint or "")
    assert "Of the same family with somebody else still: C-3 (Ben Ortiz)." in (alone.hint or "")
    record.hand_over(team, HandOver((C2,), "duty", TODAY, "Time"), TODAY)
    (both,) = record.hand_over(team, HandOver((C1,), AboutWorker(BEN), TODAY, "Time"), TODAY)
    assert "Of the same family with somebody else still: C-2 (no worker)." in (both.hint or "")


def test_the_reason_stands_with_a_child_whom_nobody_held(team: Store) -> None:
    record.add_child(team, AddChild("C-9"), TODAY)
    child = next(row.child.id for row in board(team).children if row.child.reference == "C-9")
    handed = HandOver((child,), AboutWorker(BEN), date(2026, 12, 1), "He knows the aunt")  # before the child came
    (done,) = record.hand_over(team, handed, TODAY)
    assert "stands nowhere" not in (done.hint or "")
    told = [one.text for one in child_page(team, child, TODAY).entries]
    assert any("Allocated to Ben Ortiz" in text and "He knows the aunt" in text for text in told)


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (KnownOfWorker(leaves=date(2026, 12, 19)), "Ben Ortiz left on Sat 19 Dec 2026."),
        (KnownOfWorker(leaves=TODAY), None),
        (KnownOfWorker(starts=date(2026, 12, 21)), "Ben Ortiz starts on Mon 21 Dec 2026."),
        (KnownOfWorker(starts=TODAY), None),
    ],
)
def test_whoever_gives_something_to_somebody_who_is_not_here_is_told(
    team: Store, known: KnownOfWorker, said: str | None
) -> None:
    record.edit_worker(team, EditWorker(BEN, known), LISTED)
    action = ActionRequest(AboutChild(C1), "Ring school", "Ben Ortiz", TODAY, TODAY)
    worry = WorryRequest(C1, "Bruise", TODAY, owner="Ben Ortiz", review_on=TODAY)
    recorded = [
        *record.hand_over(team, HandOver((C2,), AboutWorker(BEN), TODAY), TODAY),
        record.add_child(team, AddChild("C-9", "", BEN), TODAY),
        record.add_action(team, action, TODAY),
        record.raise_worry(team, worry, TODAY),
    ]
    for told in (f"{one.says} {one.hint or ''}" for one in recorded):
        if said is not None:
            assert said in told
        else:
            assert "left on" not in told
            assert "starts on" not in told


def test_what_is_given_for_a_day_after_somebody_leaves_or_in_their_leave_is_said(team: Store) -> None:
    record.edit_worker(team, EditWorker(BEN, KnownOfWorker(leaves=date(2026, 12, 31))), TODAY)
    record.absence(team, AbsenceRequest(BEN, TODAY, date(2026, 12, 29), "leave"), TODAY)
    (handed,) = record.hand_over(team, HandOver((C2,), AboutWorker(BEN), TODAY), TODAY)
    assert "Ben Ortiz is away" in (handed.hint or "")
    action = ActionRequest(AboutChild(C1), "Ring school", "Ben Ortiz", date(2027, 1, 4), TODAY)
    assert "Thu 31 Dec 2026." in record.add_action(team, action, TODAY).says


def test_the_reason_of_a_handing_over_is_told_of_who_has_the_child_from_then_on(team: Store) -> None:
    record.hand_over(team, HandOver((C2,), AboutWorker(BEN), LISTED, "He knows the school"), TODAY)
    record.hand_over(team, HandOver((C2,), "duty", TODAY, "He is away"), TODAY)
    told = [(one.given_because, one.because) for one in child_page(team, C2, TODAY).allocations[-2:]]
    assert told == [("He knows the school", None), ("He is away", None)]


def test_a_child_who_goes_from_list_to_list_waits_on(team: Store) -> None:
    def goes(to: Bucket | AboutWorker, days: int) -> date | None:
        day = TODAY + timedelta(days)
        record.hand_over(team, HandOver((C1,), to, day, "There is nobody", reopens=True), day)
        return next(row.child.no_worker_since for row in load_board(team, day).children if row.child.id == C1)

    moves: tuple[tuple[int, Bucket], ...] = ((0, "unallocated"), (10, "duty"), (20, "held_by_manager"))
    assert {goes(bucket, days) for days, bucket in moves} == {TODAY}
    assert goes("unallocated", 22) == TODAY
    waits = next(row for row in load_board(team, TODAY + timedelta(22)).attention_to_child(C1) if row.id is None)
    assert (waits.days_over, "to be escalated" in waits.reason) == (15, True)
    assert goes(AboutWorker(BEN), 30) is None
    assert goes("duty", 40) == TODAY + timedelta(40)
    close_by_hand(team, C1, None, TODAY + timedelta(41), "Moved away", None)
    assert goes("unallocated", 50) == TODAY + timedelta(50)
