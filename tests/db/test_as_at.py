"""What is kept beside the records, worked out as at a day, is what it would be; nothing of the store is written."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from db import open_store
from db.as_at import Reach, as_at, everybody, is_past, of_teams
from db.engine import Store
from db.models import ChildNow, OpenItem, Unwritten, WorkerNow, fields_of, name_of
from db.writes.children import add_about
from oversight_tui.practice.ids import AboutChild
from oversight_tui.practice.records import Escalation
from oversight_tui.services.pages_then import child_then
from tests.made_once import MONDAY


@pytest.fixture
def team(made_up_team: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The made-up team."""
    monkeypatch.setenv("OVERSIGHT_ANCHORS", str(tmp_path / "anchors"))
    store = open_store(Path(shutil.copy(made_up_team, tmp_path / "team.oversight")))
    yield store
    store.close()


_LONG_CLOSED = """SELECT child_id FROM child_now n WHERE NOT n.open AND NOT n.shown
  AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.child_id = n.child_id AND e.happened_on > ?) ORDER BY child_id"""
KEPT = (ChildNow, WorkerNow, OpenItem, Unwritten)
LAST_DAY = date(2999, 12, 31)


def kept(store: Store, schema: str) -> dict[str, list[Any]]:
    found = {}
    for table in KEPT:
        columns = ", ".join(f'"{field.column_name}"' for field in fields_of(table))
        found[name_of(table)] = sorted(store.rows(f'SELECT {columns} FROM {schema}."{name_of(table)}"'), key=str)
    return found


def over(store: Store) -> str:
    """The schema of what lies over the store's own for a while."""
    return "pg_temp" if store.on_a_server else "temp"


def test_as_at_a_day_after_everything_what_is_kept_is_what_it_is(team: Store) -> None:
    with team.reading():
        assert not is_past(team, LAST_DAY)
        with as_at(team, LAST_DAY, everybody(team)):
            assert kept(team, over(team)) == kept(team, "main")


@pytest.mark.parametrize("days", [1, 60])
def test_who_is_passed_over_had_nothing_open(team: Store, days: int) -> None:
    """The board of a past day is the same whether only those are worked out of whom anything can have stood."""
    day = MONDAY - timedelta(days=days)
    with team.reading():
        closed = team.rows(_LONG_CLOSED, (MONDAY.replace(month=8).isoformat(),))
    waiting = Escalation("Nobody answered", "Head of service")  # with one who was closed long before
    add_about(team, waiting, AboutChild(closed[0][0]), MONDAY.replace(month=8), "Mary Hall")
    with team.reading():
        assert is_past(team, day)
        all_of_them, fewer = everybody(team), everybody(team, day)
        assert len(fewer.children) < len(all_of_them.children)
        with as_at(team, day, all_of_them):
            expected = kept(team, over(team))
        with as_at(team, day, fewer):
            found = kept(team, over(team))
        open_or_shown = [row for row in expected["child_now"] if row[5] or row[6]]
        assert [row for row in found["child_now"] if row[5] or row[6]] == open_or_shown
        assert {name: rows for name, rows in found.items() if name != "child_now"} == {
            name: rows for name, rows in expected.items() if name != "child_now"
        }


def test_inside_nothing_can_be_written_and_afterwards_everything_is_as_it_was(team: Store) -> None:
    with team.writing():
        before = kept(team, "main")
        with as_at(team, MONDAY - timedelta(days=60), everybody(team)):
            with (
                pytest.raises(ValueError, match="as it stood already"),
                as_at(team, MONDAY, Reach((), ())),
            ):
                pass
            assert kept(team, over(team))["child_now"]
            with pytest.raises(Exception, match=r"read-?only"):
                team.run("DELETE FROM main.child_now")
        assert kept(team, "main") == before
        if not team.on_a_server:
            assert not team.rows("SELECT name FROM temp.sqlite_master")
        assert not team.rows("SELECT 1 FROM child_now WHERE child_id NOT IN (SELECT child_id FROM main.child_now)")
        team.run("DELETE FROM main.unwritten WHERE 1 = 0")


def test_a_teams_reach_shows_of_the_team_what_everybodys_does(team: Store) -> None:
    day = MONDAY - timedelta(days=60)
    with team.reading():
        (number, _), *_ = team.rows("SELECT id, name FROM team")
        asked = "SELECT * FROM child_now WHERE shown AND (team_id = ? OR team_id IS NULL) ORDER BY child_id"
        workers = "SELECT * FROM worker_now WHERE team_id = ? ORDER BY worker_id"
        with as_at(team, day, everybody(team)):
            expected = team.rows(asked, (number,)), team.rows(workers, (number,))
        with as_at(team, day, of_teams(team, [number], day)):
            assert (team.rows(asked, (number,)), team.rows(workers, (number,))) == expected
        assert expected[0]
        assert expected[1]


def test_the_page_of_a_past_day_names_who_held_the_child_before(team: Store) -> None:
    """Also a worker who has left, and whom nothing that is still open names."""
    with team.reading():
        ((child, name),) = team.rows(
            "SELECT e.child_id, w.name FROM entry e JOIN allocation a ON a.entry_id = e.id"
            " JOIN worker_now w ON w.worker_id = a.allocated_worker_id JOIN child_now c ON c.child_id = e.child_id"
            " WHERE c.open AND w.leaves IS NOT NULL AND c.worker_id <> w.worker_id ORDER BY e.id LIMIT 1"
        )
    held = child_then(team, child, MONDAY - timedelta(days=1)).allocations
    assert name in {one.worker for one in held}
