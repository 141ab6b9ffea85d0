"""What is urgent stands above all else: which rows belong to that tier, and from which day to which."""

from datetime import date, timedelta

import pytest

from oversight_tui.practice.board import AttentionRow, Board
from oversight_tui.practice.child_dates import ChildDate, ChildDateWhat
from oversight_tui.practice.facts import Absence, Bucket, Child, OpenItem, OpenKind, Risk, Status, TeamFacts, Worker
from oversight_tui.practice.ids import AboutChild, ChildId, EntryId, WorkerId
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import DEFAULT, Policy, PolicyProblem, parse_policy, policy_as_toml

TODAY = date(2026, 11, 20)
DAY = timedelta(days=1)
LONG_AGO = date(2025, 1, 1)
AMIRA = Worker(WorkerId(1), "Amira Khan", team="North", last_held=TODAY, seen_by=LONG_AGO)
CHILD = Child(ChildId(7), "C-7", team="North", worker_id=AMIRA.id, risk="low", last_discussed=TODAY, seen_by=LONG_AGO)
LATE_THINGS: tuple[OpenKind, ...] = ("worry", "action", "decision_review")
# An action that has waited for most of a year about a child at very high risk: as late as a line can be.
LATEST = OpenItem(
    EntryId(90), "action", "New shoes", LONG_AGO, child_id=ChildId(8), due_on=TODAY - 300 * DAY, severity=None
)
OTHER = CHILD.__replace__(id=ChildId(8), reference="C-8", risk="very_high", status="protection_plan", last_seen=TODAY)


def board(*items: OpenItem, child: Child = CHILD, policy: Policy = DEFAULT, **others: object) -> Board:
    facts = TeamFacts(("North",), None, (AMIRA,), (child, OTHER), open_items=(*items, LATEST))
    return build_board(facts.__replace__(**others), policy, TODAY)  # type: ignore[arg-type]


def only(shown: Board, kind: str) -> AttentionRow:
    (row,) = (one for one in shown.attention if one.kind == kind and not one.summary.startswith("Last looked-after"))
    return row


def stands_first(shown: Board, kind: str) -> bool:
    """Whether the row of this kind is urgent, and so above the latest of the others."""
    row = only(shown, kind)
    above = row.rank < only(shown, "action").rank
    assert above is (row.tier == "urgent")
    return above


@pytest.mark.parametrize(("severity", "urgent"), [(None, False), (1, False), (3, False), (4, True), (5, True)])
def test_a_new_worry_is_urgent_from_severity_four(severity: int | None, urgent: bool) -> None:
    worry = OpenItem(EntryId(9), "worry", "A bruise", TODAY, child_id=CHILD.id, severity=severity)
    assert stands_first(board(worry), "worry") is urgent
    reviewed = worry.__replace__(carried_over=1)
    assert not stands_first(board(reviewed), "worry")


@pytest.mark.parametrize(("days", "urgent"), [(-1, False), (0, True), (1, True), (9, True)])
def test_a_talk_that_was_asked_for_is_urgent_from_its_day_on(days: int, urgent: bool) -> None:
    asked = OpenItem(EntryId(9), "discussion_open", "Mum", TODAY, child_id=CHILD.id, due_on=TODAY - days * DAY)
    assert stands_first(board(asked), "discussion_open") is urgent


@pytest.mark.parametrize(
    ("status", "ago", "urgent"),
    [
        ("protection_plan", 10, False),
        ("protection_plan", 11, True),
        ("looked_after", 10, False),
        ("looked_after", 11, True),
        ("in_need", 11, False),
        (None, 30, False),
    ],
)
def test_an_overdue_visit_is_urgent_for_a_child_on_a_plan_or_looked_after(
    status: Status | None, ago: int, urgent: bool
) -> None:
    child = CHILD.__replace__(status=status, last_seen=TODAY - ago * DAY)
    every = ChildDate(child.id, "visit_interval", None, 10, LONG_AGO)
    assert stands_first(board(child=child, child_dates=(every,)), "visit") is urgent


def test_a_missing_child_is_urgent_on_the_first_day_and_until_the_child_was_heard() -> None:
    gone = ChildDate(CHILD.id, "missing_from", TODAY, None, TODAY)
    assert stands_first(board(child_dates=(gone,)), "missing_child")
    went, back = gone.__replace__(day=TODAY - 5 * DAY), ChildDate(CHILD.id, "returned", TODAY, None, TODAY)
    unheard = CHILD.__replace__(last_discussed=TODAY - 9 * DAY)
    assert stands_first(board(child=unheard, child_dates=(went, back)), "missing_child")


def test_children_without_a_worker_and_children_of_somebody_away_are_urgent() -> None:
    assert stands_first(board(child=CHILD.__replace__(worker_id=None)), "unallocated")
    away = Absence(AMIRA.id, "sickness", TODAY - 2 * DAY, None)
    assert stands_first(board(absences=(away,)), "uncovered")


@pytest.mark.parametrize(
    ("since", "bucket", "team", "says", "points"),
    [
        (0, "unallocated", "North", "Since today, high risk, child protection plan", 0),
        (1, "unallocated", "North", "1 day, high risk, child protection plan", 1),
        (12, "unallocated", "North", "12 days, high risk, child protection plan", 12),
        (12, None, None, "No team, 12 days, high risk, child protection plan", 12),
        (90, "duty", "North", "On duty, 90 days, high risk, child protection plan; escalate it", 60),
    ],
)
def test_the_line_of_a_child_without_a_worker_has_the_days_the_status_and_the_risk(
    since: int, bucket: Bucket | None, team: str | None, says: str, points: float
) -> None:
    waits = CHILD.__replace__(
        worker_id=None,
        bucket=bucket,
        team=team,
        status="protection_plan",
        risk="high",
        allocated_since=TODAY - since * DAY,
    )
    row = only(board(child=waits), "unallocated")
    assert (row.child, row.summary) == ("C-7", says)
    weights = DEFAULT.weights
    least = weights["unallocated"] + weights["at_once"] + weights["protection_plan"] + weights["risk_high"]
    unlooked = [one.points for one in row.because if one.part == "late"]
    assert row.score == least + points * weights["day_over"] + sum(unlooked)


@pytest.mark.parametrize(
    ("since", "discussed", "state", "over"),
    [
        (6, None, "open", None),
        (7, None, "due", None),
        (8, None, "overdue", 1),
        (30, 6, "open", None),
        (30, 7, "due", None),
        (30, 9, "overdue", 2),
        (3, 30, "open", None),
    ],
)
def test_a_child_without_a_worker_comes_back_weekly(
    since: int, discussed: int | None, state: str, over: int | None
) -> None:
    waits = CHILD.__replace__(
        worker_id=None,
        allocated_since=TODAY - since * DAY,
        last_discussed=TODAY - discussed * DAY if discussed is not None else None,
    )
    row = only(board(child=waits), "unallocated")
    assert (row.state, row.days_over) == (state, over)
    assert (row.due_on is not None, row.tier) == (True, "urgent")


def test_a_missing_child_stands_above_a_child_whose_weekly_look_is_weeks_late() -> None:
    missing = CHILD.__replace__(status="looked_after")
    dates = (ChildDate(missing.id, "missing_from", TODAY - 22 * DAY, None, TODAY),)
    waits = OTHER.__replace__(
        worker_id=None, status="assessment", risk="medium", allocated_since=TODAY - 30 * DAY, last_discussed=None
    )
    facts = TeamFacts(("North",), None, (AMIRA,), (missing, waits), child_dates=dates)
    first, second = (row.kind for row in build_board(facts, DEFAULT, TODAY).attention[:2])
    assert (first, second) == ("missing_child", "unallocated")


@pytest.mark.parametrize(("away", "line"), [(-1, False), (0, True), (1, True)])
def test_children_whom_nobody_covers_are_a_line_from_the_first_day_above_every_late_visit(
    away: int, line: bool
) -> None:
    late = OTHER.__replace__(last_seen=LONG_AGO)
    absence = Absence(AMIRA.id, "sickness", TODAY - away * DAY, None)
    facts = TeamFacts(("North",), None, (AMIRA,), (CHILD, late), absences=(absence,))
    kinds = [row.kind for row in build_board(facts, DEFAULT, TODAY).attention if row.tier == "urgent"]
    assert kinds == (["uncovered", "visit"] if line else ["visit"])


@pytest.mark.parametrize(("starts", "line"), [(1, True), (0, False), (-1, False)])
def test_children_of_somebody_who_has_not_started_are_uncovered_until_then(starts: int, line: bool) -> None:
    to_come = AMIRA.__replace__(starts=TODAY + starts * DAY)
    facts = TeamFacts(("North",), None, (to_come,), (CHILD,))
    found = [row.summary for row in build_board(facts, DEFAULT, TODAY).attention if row.kind == "uncovered"]
    assert found == (["Not here until 21 Nov: 1 child uncovered"] if line else [])


@pytest.mark.parametrize("ago", [0, 1, 8, 30])
def test_a_severe_worry_nobody_planned_to_look_at_stands_above_the_same_with_a_review(ago: int) -> None:
    planned = OpenItem(
        EntryId(9), "worry", "A bruise", TODAY - ago * DAY, CHILD.id, severity=5, due_on=TODAY - (ago - 7) * DAY
    )
    unplanned = planned.__replace__(id=EntryId(10), due_on=None)
    first, second = (row for row in board(planned, unplanned).attention if row.kind == "worry")
    assert (first.id, second.id) == (unplanned.id, planned.id)
    assert "no day to look again is set" in first.reason


def test_an_old_list_stands_above_what_may_not_be_so_any_more() -> None:
    late = CHILD.__replace__(status="in_need", last_seen=TODAY - 60 * DAY)
    facts = TeamFacts(("North",), None, (AMIRA,), (late,), data_as_at=TODAY - 22 * DAY)
    in_order = [row.kind for row in build_board(facts, DEFAULT, TODAY).attention if row.tier == "in_order"]
    assert in_order[:2] == ["stale_data", "visit"]


def test_each_child_without_a_worker_has_a_line_of_its_own() -> None:
    shown = board(child=CHILD.__replace__(worker_id=None, risk=None))
    assert shown.counts.unallocated == sum(row.kind == "unallocated" for row in shown.attention) == 1
    assert only(shown, "unallocated").summary.endswith("risk not rated, status not recorded; escalate it")


def test_what_is_urgent_is_counted_whatever_its_state() -> None:
    worry = OpenItem(EntryId(9), "worry", "A bruise", TODAY, child_id=CHILD.id, severity=5)
    shown = board(worry, child=CHILD.__replace__(worker_id=None))
    assert shown.counts.urgent == 2
    assert [row.tier for row in shown.attention[:3]] == ["urgent", "urgent", "in_order"]


def test_a_severity_is_worth_its_size() -> None:
    def score(severity: int) -> float:
        late = OpenItem(
            EntryId(9), "worry", "Said", TODAY, child_id=CHILD.id, severity=severity, due_on=TODAY, carried_over=1
        )
        return only(board(late), "worry").score

    steps = [score(severity + 1) - score(severity) for severity in range(1, 5)]
    assert steps == [DEFAULT.weights["severity"]] * 4
    assert score(5) - score(1) > DEFAULT.weights["overdue"]


@pytest.mark.parametrize("kind", sorted(DEFAULT.urgent))
def test_which_kinds_are_urgent_is_policy(kind: str) -> None:
    changed = parse_policy(f"[urgent]\n{kind} = false\n")
    assert [key for key, value in changed.urgent.items() if not value] == [kind]
    written = policy_as_toml(changed)
    assert f"\n{kind} = false  # " in written
    assert parse_policy(written) == changed


def test_a_kind_that_policy_leaves_out_keeps_its_place_by_its_score() -> None:
    worry = OpenItem(EntryId(9), "worry", "A bruise", TODAY, child_id=CHILD.id, severity=5)
    assert not stands_first(board(worry, policy=parse_policy("[urgent]\nworry = false")), "worry")
    assert not stands_first(board(worry, policy=parse_policy("[limits]\nurgent_severity = 6")), "worry")
    slight = worry.__replace__(severity=3)
    assert stands_first(board(slight, policy=parse_policy("[limits]\nurgent_severity = 3")), "worry")


@pytest.mark.parametrize("text", ['worry = "yes"', "worry = 1", "worry = 0.5"])
def test_urgent_or_not_is_said_with_true_or_false(text: str) -> None:
    with pytest.raises(PolicyProblem, match=r"'worry' in \[urgent\] takes true or false"):
        parse_policy(f"[urgent]\n{text}")


def coverage_of(child: Child, policy: Policy = DEFAULT) -> str:
    return only(board(child=child, policy=policy), "coverage").reason


def test_the_reason_is_a_sentence_of_whom_what_and_how_late() -> None:
    never = CHILD.__replace__(status="protection_plan", risk=None, last_discussed=None, here_since=date(2026, 10, 6))
    assert coverage_of(never) == (
        "On a child protection plan, not rated, taken as high risk, never discussed, 14 days past the limit"
    )
    late = CHILD.__replace__(status="looked_after", risk="very_high", last_discussed=TODAY - 15 * DAY)
    assert coverage_of(late) == "Looked after, very high risk, last discussed 5 Nov, 1 day past the limit"
    due = late.__replace__(last_discussed=TODAY - 14 * DAY)
    assert coverage_of(due) == "Looked after, very high risk, last discussed 6 Nov, due today"
    soon = late.__replace__(last_discussed=TODAY - 13 * DAY)
    assert (
        coverage_of(soon) == "Looked after, very high risk, last discussed 7 Nov, due by Fri 20 Nov (limit Sat 21 Nov)"
    )
    later = late.__replace__(last_discussed=TODAY - 11 * DAY)
    assert coverage_of(later) == "Looked after, very high risk, last discussed 9 Nov, due by 23 Nov"


def test_the_reason_of_a_limit_on_a_day_nobody_works_names_the_working_day_before_and_a_chosen_day_stays() -> None:
    worker = AMIRA.__replace__(last_held=date(2026, 10, 22))  # a month later is Sunday 22 November
    shown = only(board(workers=(worker,)), "supervision")
    assert shown.reason == "Last supervised 22 Oct, due by Fri 20 Nov (limit Sun 22 Nov)"
    worry = OpenItem(EntryId(9), "worry", "A bruise", TODAY, child_id=CHILD.id, due_on=date(2026, 11, 22))
    assert only(board(worry), "worry").reason.endswith("due by 22 Nov")


@pytest.mark.parametrize(
    ("item", "says"),
    [
        (
            OpenItem(EntryId(9), "worry", "A bruise", TODAY, severity=5),
            "New worry of severity 5 of 5, no day to look again is set",
        ),
        (
            OpenItem(EntryId(9), "worry", "A bruise", TODAY, severity=2, carried_over=1, due_on=TODAY - DAY),
            "Worry of severity 2 of 5, 1 day past its review",
        ),
        (OpenItem(EntryId(9), "worry", "A bruise", TODAY, due_on=TODAY + 2 * DAY), "New worry, due by 22 Nov"),
        (OpenItem(EntryId(9), "action", "Shoes", TODAY, due_on=TODAY), "Action, due today"),
        (
            OpenItem(EntryId(9), "action", "Shoes", TODAY, due_on=TODAY - 3 * DAY, carried_over=2),
            "Action carried over 2 times, 3 days past its day",
        ),
        (OpenItem(EntryId(9), "decision_without_because", "Visit", TODAY), "No reason recorded"),
    ],
)
def test_the_reason_of_what_waits_holds_nothing_that_was_typed(item: OpenItem, says: str) -> None:
    facts = TeamFacts(("North",), None, (AMIRA,), (CHILD,), open_items=(item.__replace__(child_id=CHILD.id),))
    (row,) = (one for one in build_board(facts, DEFAULT, TODAY).attention if one.id == item.id)
    assert row.reason == says


def said_of_dates(*dates: tuple[ChildDateWhat, int], status: Status | None = None) -> list[str]:
    """The reasons of the urgent rows of a child of whom these happened so many days ago."""
    happened = tuple(ChildDate(CHILD.id, what, TODAY - ago * DAY, None, TODAY) for what, ago in dates)
    shown = board(child=CHILD.__replace__(status=status, risk=None), child_dates=happened)
    return [row.reason for row in shown.attention if row.tier == "urgent" and row.child == CHILD.reference]


@pytest.mark.parametrize(
    ("dates", "says"),
    [
        ([("missing_from", 0)], "Missing since today, looked after, not rated, taken as medium risk"),
        ([("missing_from", 1)], "Missing for 1 day, looked after, not rated, taken as medium risk"),
        ([("missing_from", 3)], "Missing for 3 days, looked after, not rated, taken as medium risk"),
        (
            [("missing_from", 9), ("returned", 5)],
            "Back from missing and not heard, looked after, not rated, taken as medium risk, 2 days past the 72 hours",
        ),
        (
            [("strategy_discussion", 0)],
            "Section 47 enquiry, looked after, not rated, taken as medium risk, conference due by 11 Dec",
        ),
    ],
)
def test_the_reason_begins_with_what_cannot_wait(dates: list[tuple[ChildDateWhat, int]], says: str) -> None:
    assert said_of_dates(*dates, status="looked_after") == [says]


def test_the_reason_of_a_child_without_a_worker_begins_with_that() -> None:
    waits = CHILD.__replace__(worker_id=None, risk="medium", allocated_since=TODAY - 31 * DAY)
    row = only(board(child=waits.__replace__(last_discussed=None)), "unallocated")
    assert row.reason == "No worker for 31 days, medium risk, to be escalated, 24 days past the weekly check"


def test_a_day_to_come_is_called_what_it_is() -> None:
    new = CHILD.__replace__(worker_id=None, risk=None, allocated_since=TODAY, last_discussed=None)
    assert only(board(child=new), "unallocated").reason.endswith("weekly check due by 27 Nov")
    leaving = AMIRA.__replace__(leaves=TODAY + 3 * DAY)
    assert only(board(workers=(leaving,)), "leaver").reason == "Worker leaves 23 Nov, 2 children"
    last = AMIRA.__replace__(leaves=TODAY)
    assert only(board(workers=(last,)), "leaver").reason == "Worker leaves today, 2 children"


@pytest.mark.parametrize("status", ["protection_plan", "looked_after"])
@pytest.mark.parametrize("days", [1, 60, 400])
def test_no_number_of_late_visits_sinks_what_cannot_wait(status: Status, days: int) -> None:
    seen = TODAY - (days + 42) * DAY
    owed = OTHER.__replace__(status=status, last_seen=seen)
    for item, gone in (
        (OpenItem(EntryId(9), "discussion_open", "Mum", TODAY, child_id=CHILD.id, due_on=TODAY), ()),
        (OpenItem(EntryId(9), "worry", "A bruise", TODAY, child_id=CHILD.id, severity=4), ()),
        (None, (ChildDate(CHILD.id, "missing_from", TODAY, None, TODAY),)),
        (None, (ChildDate(CHILD.id, "strategy_discussion", TODAY, None, TODAY),)),
    ):
        items = (item,) if item is not None else ()
        facts = TeamFacts(("North",), None, (AMIRA,), (CHILD, owed), open_items=items, child_dates=gone)
        rows = build_board(facts, DEFAULT, TODAY).attention
        assert rows[0].child == CHILD.reference
        assert rows[1].kind == "visit"


def test_how_often_an_action_was_carried_over_stands_in_its_line() -> None:
    def line(times: int) -> str:
        action = OpenItem(
            EntryId(9), "action", "Ring school", TODAY, child_id=CHILD.id, due_on=TODAY, who="Bo", carried_over=times
        )
        facts = TeamFacts(("North",), None, (AMIRA,), (CHILD,), open_items=(action,))
        return only(build_board(facts, DEFAULT, TODAY), "action").summary

    assert [line(times) for times in (0, 1, 3)] == [
        "Bo: Ring school",
        "Bo: Ring school (carried over 1 time)",
        "Bo: Ring school (carried over 3 times)",
    ]


@pytest.mark.parametrize(
    ("kind", "marked"),
    [("coverage", True), ("worry", False), ("action", False), ("review", False), ("visit", False)],
)
def test_a_decision_of_today_marks_the_clock_and_nothing_that_has_a_day_of_its_own(kind: str, marked: bool) -> None:
    late = TODAY - 5 * DAY
    child = CHILD.__replace__(status="looked_after", last_discussed=TODAY - 200 * DAY, last_seen=TODAY - 40 * DAY)
    items = tuple(
        OpenItem(EntryId(number), waits, "Said", late, child_id=child.id, due_on=late)
        for number, waits in enumerate(LATE_THINGS, 1)
    )
    facts = TeamFacts(
        ("North",),
        None,
        (AMIRA,),
        (child,),
        open_items=items,
        child_dates=(ChildDate(child.id, "visit_interval", None, 10, LONG_AGO),),
        decided_today=frozenset((AboutChild(child.id),)),
    )
    row = only(build_board(facts, DEFAULT, TODAY), kind)
    assert (row.state, row.decided_today) == ("overdue", marked)


@pytest.mark.parametrize(
    ("status", "taken_as"), [("in_need", "medium"), ("looked_after", "medium"), ("protection_plan", "high")]
)
@pytest.mark.parametrize("kind", ["worry", "discussion_open", "discussion_not_on_file", "escalation", "sign_off"])
def test_a_child_who_is_not_rated_weighs_in_every_row_as_what_the_child_is_taken_as(
    kind: OpenKind, status: Status, taken_as: Risk
) -> None:
    waits = OpenItem(EntryId(9), kind, "A bruise", TODAY, child_id=CHILD.id, severity=5, who="Ben")
    unrated, rated = (
        only(board(waits, child=CHILD.__replace__(status=status, risk=risk)), kind) for risk in (None, taken_as)
    )
    assert unrated.score == rated.score
    assert f"not rated, taken as {taken_as} risk" in unrated.reason.casefold()


@pytest.mark.parametrize(
    ("on", "at", "says"),
    [(0, "11:00", "11:00 Mum"), (0, None, "Mum"), (1, "11:00", "21 Nov: Mum"), (-2, "11:00", "18 Nov: Mum")],
)
def test_a_talk_that_was_asked_for_on_another_day_says_the_day_and_no_hour_of_today(
    on: int, at: str | None, says: str
) -> None:
    asked = OpenItem(EntryId(9), "discussion_open", "Mum", TODAY, child_id=CHILD.id, due_on=TODAY + on * DAY, at=at)
    assert only(board(asked), "discussion_open").summary == says


@pytest.mark.parametrize(
    ("kind", "ago", "says"),
    [
        ("action", 0, "An action about Amira Khan, by 20 Nov: its words are in their own file"),
        ("action", 1, "An action about Amira Khan, was due by 19 Nov: its words are in their own file"),
        ("decision_review", 0, "A decision about Amira Khan, review 20 Nov: its words are in their own file"),
        ("decision_review", 1, "A decision about Amira Khan, review was due 19 Nov: its words are in their own file"),
    ],
)
def test_of_what_is_about_a_worker_a_day_that_has_passed_is_not_said_as_one_to_come(
    kind: OpenKind, ago: int, says: str
) -> None:
    item = OpenItem(EntryId(9), kind, "Capability", TODAY, worker_id=AMIRA.id, due_on=TODAY - ago * DAY)
    assert says in [row.summary for row in board(item).attention]
