"""The laws of the morning list, over made-up teams."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from oversight_tui.practice.board import AttentionRow, Board
from oversight_tui.practice.child_dates import ChildDate, ChildDateWhat, DateWhat, EndWhat
from oversight_tui.practice.facts import Absence, Child, OpenItem, OpenKind, Risk, Status, TeamFacts, Worker
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import DEFAULT

TODAY = date(2026, 11, 23)
TEAM = "North Team"
DAY = timedelta(days=1)
RISKS: tuple[Risk, ...] = ("low", "medium", "high", "very_high")
STATUSES: tuple[Status, ...] = ("looked_after", "protection_plan", "in_need", "assessment", "care_leaver")
KINDS: tuple[OpenKind, ...] = (
    "worry",
    "action",
    "decision_without_because",
    "decision_review",
    "discussion_not_on_file",
    "discussion_open",
    "escalation",
    "session_not_rebooked",
    "import_conflict",
)
DATES: tuple[ChildDateWhat, ...] = (*get_args(DateWhat), *get_args(EndWhat))

past = st.dates(TODAY - 400 * DAY, TODAY)
perhaps_past = st.none() | past
near = st.dates(TODAY - 90 * DAY, TODAY + 30 * DAY)


@st.composite
def teams(draw: st.DrawFn) -> TeamFacts:
    workers = tuple(
        Worker(
            WorkerId(number),
            f"Worker {number}",
            team=TEAM,
            starts=draw(perhaps_past),
            seen_by=draw(past),
            last_held=draw(perhaps_past),
            newly_qualified_from=draw(perhaps_past),
        )
        for number in range(draw(st.integers(0, 3)))
    )
    holders = st.sampled_from([None, *(worker.id for worker in workers)])
    children = tuple(
        Child(
            ChildId(number),
            f"C-{number}",
            team=TEAM,
            worker_id=draw(holders),
            status=draw(st.sampled_from(STATUSES)),
            risk=draw(st.none() | st.sampled_from(RISKS)),
            here_since=draw(past),
            came_on_a_list=draw(st.booleans()),
            last_discussed=draw(perhaps_past),
            came_from_another_worker=draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, 4)))
    )
    about = st.sampled_from([None, *(child.id for child in children)])
    items = tuple(
        OpenItem(
            EntryId(number),
            draw(st.sampled_from(KINDS)),
            "What it is",
            draw(past),
            child_id=draw(about),
            due_on=draw(st.none() | near),
            severity=draw(st.none() | st.integers(1, 5)),
            carried_over=draw(st.integers(0, 2)),
        )
        for number in range(draw(st.integers(0, 4)))
    )
    dates = tuple(
        ChildDate(
            child.id,
            what,
            draw(near if what == "next_review" else past),
            draw(st.integers(5, 60)) if what == "visit_interval" else None,
            TODAY,
        )
        for child in children
        for what in draw(st.sets(st.sampled_from(DATES)))
    )
    away = tuple(Absence(worker.id, "leave", draw(past), None) for worker in workers if draw(st.booleans()))
    as_at = draw(st.none() | past)
    return TeamFacts(
        (TEAM,), None, workers, children, absences=away, child_dates=dates, open_items=items, data_as_at=as_at
    )


def by_thing(board: Board) -> Mapping[tuple[str, EntryId | None, WorkerId | None, ChildId | None], AttentionRow]:
    """The lines by what each is about: an entry, whatever it waits as by now, else whom and what."""
    return {
        ("" if row.id is not None else row.kind, row.id, row.worker_id, row.child_id): row for row in board.attention
    }


@given(teams(), st.integers(1, 40))
def test_time_that_passes_never_takes_a_line_down_nor_off_the_list(facts: TeamFacts, days: int) -> None:
    before = by_thing(build_board(facts, DEFAULT, TODAY))
    after = by_thing(build_board(facts, DEFAULT, TODAY + days * DAY))
    for thing, row in before.items():
        if thing[0] == "opening_dates":
            continue  # it gives way to a line for each once the first limit has passed
        assert after[thing].score >= row.score, (row, after[thing])


@given(teams())
def test_a_score_is_the_sum_of_its_reasons_and_the_ranks_follow_it(facts: TeamFacts) -> None:
    rows = build_board(facts, DEFAULT, TODAY).attention
    assert [row.rank for row in rows] == list(range(1, len(rows) + 1))
    places = [(row.tier == "in_order", -row.score) for row in rows]
    assert places == sorted(places)
    for row in rows:
        assert abs(row.score - sum(factor.points for factor in row.because)) < 0.01


@given(teams())
def test_no_line_outside_the_urgent_tier_stands_above_one_inside(facts: TeamFacts) -> None:
    rows = build_board(facts, DEFAULT, TODAY).attention
    urgent = [row.rank for row in rows if row.tier == "urgent"]
    others = [row.rank for row in rows if row.tier == "in_order"]
    assert max(urgent, default=0) < min(others, default=len(rows) + 1)


@given(teams())
def test_each_count_at_the_top_is_the_number_of_its_lines(facts: TeamFacts) -> None:
    board = build_board(facts, DEFAULT, TODAY)
    assert board.counts.urgent == sum(row.tier == "urgent" for row in board.attention)
    for state in ("overdue", "due", "never"):
        assert getattr(board.counts, state) == sum(row.state == state for row in board.attention)
    for row in board.attention:
        if row.state == "overdue":
            assert row.days_over is not None
            assert row.days_over > 0
            assert row.due_on is not None
            assert row.due_on < TODAY
        elif row.state == "due":
            assert row.days_over is None


@given(teams(), st.randoms(use_true_random=False))
def test_the_order_in_which_the_store_answers_changes_nothing(facts: TeamFacts, random: object) -> None:
    turned = facts.__replace__(
        workers=tuple(reversed(facts.workers)),
        children=tuple(reversed(facts.children)),
        open_items=tuple(reversed(facts.open_items)),
    )
    assert build_board(turned, DEFAULT, TODAY).attention == build_board(facts, DEFAULT, TODAY).attention


def coverage(*children: Child) -> list[str | None]:
    worker = Worker(WorkerId(1), "Amira Khan", team=TEAM, last_held=TODAY, seen_by=TODAY - 300 * DAY)
    board = build_board(TeamFacts((TEAM,), None, (worker,), children), DEFAULT, TODAY)
    return [row.child for row in board.attention if row.kind == "coverage"]


def child(reference: str, *, risk: Risk = "high", ago: int | None = 60) -> Child:
    last = TODAY - ago * DAY if ago is not None else None
    since = TODAY - 300 * DAY
    number = ChildId(int(reference[2:]))
    holder = WorkerId(1)
    return Child(number, reference, team=TEAM, worker_id=holder, risk=risk, here_since=since, last_discussed=last)


@given(st.sampled_from(RISKS), st.integers(100, 140), st.integers(1, 20))
def test_of_two_like_children_the_later_comes_first(risk: Risk, ago: int, more: int) -> None:
    assert coverage(child("C-1", risk=risk, ago=ago), child("C-2", risk=risk, ago=ago + more)) == ["C-2", "C-1"]


@given(st.integers(0, 2), st.integers(100, 300))
def test_of_two_like_children_the_higher_risk_comes_first(step: int, ago: int) -> None:
    lower, higher = RISKS[step], RISKS[step + 1]
    assert coverage(child("C-1", risk=lower, ago=ago), child("C-2", risk=higher, ago=ago)) == ["C-2", "C-1"]


@given(st.sampled_from(RISKS), st.integers(100, 299))
def test_of_two_like_children_the_one_never_discussed_comes_first(risk: Risk, ago: int) -> None:
    assert coverage(child("C-1", risk=risk, ago=ago), child("C-2", risk=risk, ago=None)) == ["C-2", "C-1"]
