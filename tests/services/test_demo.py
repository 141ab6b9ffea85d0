"""The made-up team: a manager opens it and sees a team like theirs, with something of each kind waiting."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from db import open_store
from db.derived import differences
from db.engine import Store
from db.verification import verify
from oversight_tui.made_up_team import MANAGER, TEAM, DemoProblem, write_demo
from oversight_tui.made_up_team.wording import Wording, spoken_of
from oversight_tui.practice.board import Board
from oversight_tui.practice.calendar import is_working_day
from oversight_tui.practice.day import day_of
from oversight_tui.practice.personal import SAID_OF_SUPERVISION
from oversight_tui.practice.records import every_kind
from oversight_tui.services.board import load_board
from oversight_tui.services.files import child_page, worker_page
from oversight_tui.services.identity import whose
from tests.engines import make_whole
from tests.made_once import MONDAY

AFTER_EASTER = date(2027, 3, 30)
HARD_DAYS = (date(2028, 2, 29), AFTER_EASTER)
WAITS_EACH_MORNING = {
    ("supervision", "overdue"),
    ("supervision", "due"),
    ("supervision", "never"),
    ("coverage", "overdue"),
    ("coverage", "due"),
    ("coverage", "never"),
    ("worry", "overdue"),
    ("worry", "due"),
    ("worry", "open"),
    ("action", "overdue"),
    ("action", "due"),
    ("review", "overdue"),
    ("decision_without_because", "open"),
    ("discussion_not_on_file", "overdue"),
    ("discussion_not_on_file", "open"),
    ("discussion_open", "due"),
    ("escalation", "overdue"),
    ("consultation", "overdue"),
    ("own_file", "due"),
    ("unallocated", "open"),
    ("new_worker", "open"),
    ("not_in_latest_list", "open"),
    ("session_not_rebooked", "overdue"),
    ("uncovered", "open"),
    ("import_conflict", "open"),
    ("to_write_up", "overdue"),
    ("sign_off", "open"),
    ("visit", "overdue"),
    ("visit", "open"),
    ("conference", "open"),
    ("review", "open"),
    ("booking", "open"),
    ("work_due", "due"),
    ("referral", "due"),
    ("worker_date", "open"),
}
# What people wrote, by table and column.
TEXTS = (
    ("discussion", "text"),
    ("decision", "text"),
    ("action", "text"),
    ("worry", "text"),
    ("worry_close", "reason"),
    ("worry_review", "reason"),
    ("risk_rating", "reason"),
    ("escalation", "text"),
    ("escalation_answer", "text"),
    ("consultation", "text"),
    ("consultation_answer", "text"),
    ("session_cancelled", "reason"),
    ("personal_record", "text"),
)

# What the program writes itself in such a table.
NOT_TYPED = {
    "discussion": " WHERE setting != 'opening'",
    "personal_record": " WHERE personal_kind NOT IN ('record', 'appraisal', 'probation')",
}


def written(folder: Path, today: date, *, seed: int = 1, workers: int = 8) -> Store:
    """A team written by the program in a store of this run's engine, record by record."""
    store = open_store(folder / f"{today}-{seed}-{workers}.oversight")
    write_demo(store, today, seed=seed, workers=workers)
    return store


def carried(folder: Path, today: date, *, seed: int = 1, workers: int = 8) -> Store:
    """A team that was written where it is fastest and is then in a store of this run's engine."""
    path = folder / f"{today}-{seed}-{workers}.oversight"
    make_whole(path, None, lambda store: write_demo(store, today, seed=seed, workers=workers))
    return open_store(path)


def rows(store: Store, question: str) -> list[tuple[object, ...]]:
    with store.reading():
        return store.rows(question)


@pytest.fixture(scope="module")
def demo(made_up_team: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(shutil.copy(made_up_team, tmp_path_factory.mktemp("demo") / "team.oversight"))
    yield store
    store.close()


@pytest.fixture(scope="module")
def board(demo: Store) -> Board:
    return load_board(demo, MONDAY)


def told(store: Store) -> list[tuple[object, ...]]:
    """Everything a reader could see, without the moments at which it was typed."""
    tables = ("worker_details", "child", "child_details", "allocation", "status_episode", "session_plan", "absence")
    found = [row for table in tables for row in rows(store, f"SELECT * FROM {table}")]
    found += [row for table, column in TEXTS for row in rows(store, f"SELECT entry_id, {column} FROM {table}")]
    return found + rows(store, "SELECT id, kind, child_id, worker_id, happened_on, happened_at FROM entry")


def test_the_same_seed_and_day_make_the_same_team(tmp_path: Path) -> None:
    one, again, other = (
        told(written(tmp_path / str(number), MONDAY, seed=seed, workers=1)) for number, seed in enumerate((1, 1, 2))
    )
    assert again == one
    assert other != one


def test_eight_workers_hold_about_130_children_and_the_manager_is_known(demo: Store, board: Board) -> None:
    assert len(board.workers) == 8
    assert 120 <= len(board.children) <= 140
    mine = whose(demo)
    assert (mine.name, mine.confirmed, mine.teams) == (MANAGER, True, (TEAM,))
    assert board.manager is not None
    assert board.manager.supervision.last is not None
    assert MANAGER not in {row.worker.name for row in board.workers}
    assert board.counts.families is not None
    assert board.counts.families < len(board.children)


def test_most_are_in_time_and_the_list_is_one_that_can_be_read(board: Board) -> None:
    states = Counter(row.discussion.state for row in board.children)
    assert states["in_time"] >= 0.9 * len(board.children)
    assert len(WAITS_EACH_MORNING) <= len(board.attention) <= 42
    assert Counter(row.supervision.state for row in board.workers) == {
        "in_time": 4,
        "due": 1,
        "overdue": 1,
        "never": 1,
        "paused": 1,
    }


def test_the_data_is_of_the_last_working_day(board: Board) -> None:
    assert board.data_as_at == date(2026, 11, 20)


@pytest.mark.parametrize("today", HARD_DAYS, ids=str)
def test_on_any_day_something_of_each_kind_waits(tmp_path: Path, today: date) -> None:
    shown = load_board(carried(tmp_path, today), today)
    waits = {(row.kind, row.state) for row in shown.attention if row.kind != "assessment"}  # that depends on the day
    assert waits == WAITS_EACH_MORNING
    assert len(shown.attention) <= 44
    assert shown.data_as_at is not None
    assert is_working_day(shown.data_as_at)
    assert any(session.state == "planned" for session in shown.diary.sessions)
    assert [talk.at for talk in shown.talks if talk.state == "open"] == ["11:00"]
    day = day_of(shown)
    assert len(day.on_duty_today) == 1
    assert len(day.to_go_to) == 1
    assert all(row.appointments for row in day.workers if not row.away and row.name != MANAGER)


@pytest.mark.parametrize(("seed", "workers"), [(7, 1), (11, 5)])
def test_a_team_of_any_size_can_be_made(tmp_path: Path, seed: int, workers: int) -> None:
    shown = load_board(carried(tmp_path, MONDAY, seed=seed, workers=workers), MONDAY)
    assert len(shown.workers) == workers
    assert 11 * workers <= len(shown.children) <= 24 * workers
    assert len({row.worker.name for row in shown.workers}) == workers


@pytest.mark.parametrize("workers", [0, -1, 201])
def test_a_number_of_workers_that_is_no_team_is_refused(tmp_path: Path, workers: int) -> None:
    store = open_store(tmp_path / "none.oversight")
    with pytest.raises(DemoProblem, match="from 1 to 200 workers"):
        write_demo(store, MONDAY, workers=workers)
    assert rows(store, "SELECT count(*) FROM entry") == [(0,)]


def test_a_store_that_holds_records_is_left_alone(demo: Store) -> None:
    before = rows(demo, "SELECT count(*) FROM journal")
    with pytest.raises(DemoProblem, match="holds records already"):
        write_demo(demo, MONDAY)
    assert rows(demo, "SELECT count(*) FROM journal") == before


def test_there_is_a_record_of_every_kind(demo: Store) -> None:
    found = {str(row[0]) for row in rows(demo, "SELECT DISTINCT kind FROM entry")}
    assert found == {content.kind.name for content in every_kind()} - {
        *("import_undone", "not_discussed", "work_again", "child_alias", "not_covered", "list_answer")
    }
    personal = {row[0] for row in rows(demo, "SELECT DISTINCT personal_kind FROM personal_record")}
    assert len(personal) >= 6
    assert {row[0] for row in rows(demo, "SELECT DISTINCT session_kind FROM session_held")} == {
        "one_to_one",
        "group",
        "observation",
    }


def test_the_year_is_full(demo: Store) -> None:
    first = rows(demo, "SELECT min(as_at) FROM snapshot")[0][0]
    assert date.fromisoformat(str(first)) <= MONDAY - timedelta(days=360)
    months = rows(demo, "SELECT count(DISTINCT substr(happened_on, 1, 7)) FROM entry WHERE kind = 'discussion'")
    assert months >= [(12,)]


def test_the_journal_and_what_is_kept_are_sound(demo: Store) -> None:
    with demo.reading():
        assert verify(demo).faults == ()
        assert differences(demo) == ()


def test_nothing_took_place_in_the_future_or_before_a_child_was_born(demo: Store) -> None:
    done = "('discussion', 'decision', 'action', 'worry', 'worry_close', 'session_held', 'filing', 'risk', 'personal')"
    late = rows(demo, f"SELECT kind FROM entry WHERE kind IN {done} AND happened_on > '{MONDAY}'")
    assert late == []
    unborn = rows(
        demo,
        "SELECT e.kind FROM entry e JOIN child_now c ON c.child_id = e.child_id WHERE e.happened_on < c.date_of_birth",
    )
    assert unborn == []


def test_only_care_leavers_are_grown_up(board: Board) -> None:
    for row in board.children:
        born = row.child.date_of_birth
        assert born is not None
        eighteenth = born.replace(year=born.year + 18, day=min(born.day, 28))
        assert (eighteenth <= MONDAY) == (row.child.status == "care_leaver"), row.child.reference


def test_references_look_like_references_and_half_of_the_children_have_a_name_here(board: Board) -> None:
    assert all(re.fullmatch(r"C-\d{4}", row.child.reference) for row in board.children)
    named = [row for row in board.children if row.child.name]
    assert 0.3 <= len(named) / len(board.children) <= 0.7
    first_names = {str(row.child.name).split()[0] for row in named}
    assert first_names.isdisjoint({row.worker.name.split()[0] for row in board.workers})


def test_what_is_written_is_plain_kind_and_never_the_same_twice(demo: Store) -> None:
    seen: Counter[str] = Counter()
    for table, column in TEXTS:
        also = NOT_TYPED.get(table, "")
        seen.update(str(row[0]) for row in rows(demo, f"SELECT {column} FROM {table}{also}"))
    for text in SAID_OF_SUPERVISION.values():  # not what people wrote, but what stands there where they wrote no word
        del seen[text]
    cancelled = {str(row[0]) for row in rows(demo, "SELECT reason FROM session_cancelled")}  # some reasons come again
    assert [text for text, times in seen.items() if times > 1 and text not in cancelled] == []
    for text in seen:
        assert not re.search(r"[\[\]{}|]|  | ,|\.\.", text), text
        assert text[0].isupper(), text
        assert not re.search(r"\b(case|cases|placement|siblings|contact|LAC|respite|absconded)\b", text, re.I), text


def test_a_childs_page_tells_their_year_and_a_workers_page_their_sessions(demo: Store, board: Board) -> None:
    row = max(board.children, key=lambda each: each.worries_open)
    page = child_page(demo, row.child.id, MONDAY)
    assert {"allocation", "status", "worry"} <= {entry.kind for entry in page.entries}
    late = next(each for each in board.workers if each.supervision.state == "overdue")
    states = Counter(session.state for session in worker_page(demo, late.worker.id, MONDAY).sessions)
    assert states["held"] >= 8
    assert states["planned"] == 1


def test_a_child_is_spoken_of_by_name_only_where_the_manager_knows_it() -> None:
    pattern = "{n} told {worker} that school helps {o}; {ns} mum [agrees|agrees]"
    known = {**spoken_of("Seren", True), "worker": "Owain"}
    unknown = {**spoken_of(None, False), "worker": "Owain"}
    wording = Wording(Random(1))
    assert wording.of((pattern,), known) == "Seren told Owain that school helps Seren; Seren's mum agrees"
    assert wording.of((pattern,), unknown) == "He told Owain that school helps him; his mum agrees"
