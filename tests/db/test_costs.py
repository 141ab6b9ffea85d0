"""What a board costs, in what can be counted: statements, SQLite's steps and plans. Never in seconds."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from msgspec import Struct

from db import writes
from db.engine import Store
from db.queries.notes import own_notes
from oversight_tui.practice import records
from oversight_tui.practice.changes import (
    AllocationChange,
    ChildChange,
    ExtractChange,
    ImportWrite,
    SnapshotFacts,
    WorkerChange,
    WorkerDetail,
)
from oversight_tui.practice.ids import AboutChild
from oversight_tui.practice.requests import DecisionRequest, DiscussionRequest, HoldSession
from oversight_tui.services.board import load_board
from oversight_tui.services.changes import changes, mark_seen
from oversight_tui.words.text import match_key
from tests.db.test_board_facts import AMIRA, AS_AT, FIRST, ME, SECOND, TEAM, import_team
from tests.db.test_records import about

TODAY = date(2026, 10, 2)
SMALL_TABLES = "team|setting|policy|snapshot|json_each|manager|CONSTANT"


class Cost(Struct, frozen=True):
    statements: tuple[str, ...]
    steps: int


def cost_of_a_board(store: Store) -> Cost:
    """One board, with every statement and every step of SQLite's machine counted."""
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    statements: list[str] = []
    load_board(store, TODAY, (TEAM,))
    with store.reading():
        connection = store.database.connection()
        connection.set_trace_callback(statements.append)
        connection.set_progress_handler(step, 1)
        load_board(store, TODAY, (TEAM,))
        connection.set_progress_handler(None, 1)
        connection.set_trace_callback(None)
    return Cost(tuple(statements), steps)


def steps_of_a_decision(store: Store) -> int:
    """SQLite's steps from a decision to everything that is worked out from it."""
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    with store.writing():
        connection = store.database.connection()
        connection.set_progress_handler(step, 1)
        writes.decide(store, DecisionRequest("Visit", TODAY, AboutChild(SECOND), because="Not seen"), ME)
        connection.set_progress_handler(None, 1)
    return steps


@pytest.fixture
def team(store: Store) -> Store:
    import_team(store)
    return store


def years_of_history(store: Store) -> None:
    """Five years of sessions and of discussions, each written up and put on its file."""
    with store.writing():
        for month in range(60):
            day = AS_AT - timedelta(days=30 * month + 1)
            writes.hold_session(store, HoldSession(AMIRA, day, children=(FIRST, SECOND)), ME)
            for entry in writes.discuss(store, DiscussionRequest((FIRST, SECOND), "Talked about", day), ME):
                writes.follow_up(store, about(store, entry), records.Filing(entry), day, ME)


def a_hundred_teams(store: Store) -> None:
    """Lists of a hundred other teams."""
    many_teams(store, 100)


def many_teams(store: Store, number_of_teams: int) -> None:
    """Lists of other teams, each of two workers and forty children."""
    workers, children = [], []
    for team in range(number_of_teams):
        for half in range(2):
            name = f"Worker {team} {half}"
            workers.append(WorkerChange(match_key(name), None, WorkerDetail(name, seen_by=AS_AT)))
            for number in range(20):
                children.append(
                    ChildChange(
                        f"T{team}-{half}-{number}",
                        None,
                        allocation=AllocationChange(match_key(name), f"Team {team}", None),
                        extract=ExtractChange(True, None, None, "{}", f"{team}{half}{number}"),
                    )
                )
    teams = tuple(f"Team {team}" for team in range(number_of_teams))
    snapshot = SnapshotFacts("annex_a", "all.xlsx", "1" * 64, AS_AT, ("6",), teams, {})
    writes.apply_import(store, ImportWrite(snapshot, tuple(workers), tuple(children)), ME, match_key)


@pytest.mark.parametrize("grow", [years_of_history, a_hundred_teams])
def test_a_board_costs_the_same_whatever_else_the_store_holds(team: Store, grow: Callable[[Store], None]) -> None:
    one_session(team)
    before = cost_of_a_board(team)
    grow(team)
    after = cost_of_a_board(team)
    assert len(after.statements) == len(before.statements) <= 23
    # The sessions of a quarter are asked for their records.
    assert after.steps <= before.steps * 1.08


def test_a_decision_costs_the_same_whatever_is_recorded_about_others(team: Store) -> None:
    steps_of_a_decision(team)
    before = steps_of_a_decision(team)
    many_teams(team, 30)
    after = steps_of_a_decision(team)
    assert after <= before * 1.1, (before, after)


def test_a_decision_costs_the_same_however_much_is_marked_about_others(team: Store) -> None:
    steps_of_a_decision(team)
    before = steps_of_a_decision(team)
    decision = writes.decide(team, DecisionRequest("Visit", TODAY, AboutChild(FIRST), because="Not seen"), ME)
    entry = about(team, decision)
    with team.writing():
        for _ in range(50):
            writes.mark(team, entry, "sensitive", TODAY, ME)
    after = steps_of_a_decision(team)
    assert after <= before * 1.1, (before, after)


def test_ones_own_notes_are_not_looked_for_among_everything_else(team: Store) -> None:
    def steps() -> int:
        counted: list[int] = []
        with team.reading():
            connection = team.database.connection()
            connection.set_progress_handler(lambda: counted.append(1), 1)
            own_notes(team, (ME,))
            connection.set_progress_handler(None, 1)
        return len(counted)

    steps()  # what is made once and kept is not counted
    before = steps()
    years_of_history(team)
    assert steps() == before


def one_session(store: Store) -> None:
    """As the board stands after `years_of_history`, so that both boards show the same."""
    writes.hold_session(store, HoldSession(AMIRA, AS_AT, children=(FIRST, SECOND)), ME)


def test_no_statement_of_a_board_reads_a_whole_table_that_grows(team: Store) -> None:
    years_of_history(team)
    cost = cost_of_a_board(team)
    with team.reading():
        for statement in cost.statements:
            plan = team.database.execute_sql(f"EXPLAIN QUERY PLAN {statement}").fetchall()
            for *_, step in plan:
                scanned = re.match(r"SCAN (\S+)", step)
                assert scanned is None or re.match(SMALL_TABLES, scanned[1]) or "t1" in scanned[1], (statement, step)


def steps_of_what_is_new(store: Store) -> int:
    """SQLite's steps to find what others recorded since somebody last looked."""
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    with store.reading():
        connection = store.database.connection()
        connection.set_progress_handler(step, 1)
        changes(store, (TEAM,))
        connection.set_progress_handler(None, 1)
    return steps


@pytest.mark.parametrize("grow", [years_of_history, a_hundred_teams])
def test_what_is_new_costs_the_same_whatever_was_seen_before(team: Store, grow: Callable[[Store], None]) -> None:
    mark_seen(team)
    before = steps_of_what_is_new(team)
    grow(team)
    mark_seen(team)
    assert steps_of_what_is_new(team) <= before * 1.05 < 260
