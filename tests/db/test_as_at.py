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
from tests.made_once import MONDAY


@pytest.fixture
def team(made_up_team: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The made-up team."""
    monkeypatch.setenv("OVERSIGHT_ANCHORS", str(tmp_path / "anchors"))
    store = open_store(Path(shutil.copy(made_up_team, tmp_path / "team.oversight")))
    yield store
    store.close()


KEPT = (ChildNow, WorkerNow, OpenItem, Unwritten)
LAST_DAY = date(2999, 12, 31)


def kept(store: Store, schema: str) -> dict[str, list[Any]]:
    found = {}
    for table in KEPT:
        columns = ", ".join(f'"{field.column_name}"' for field in fields_of(table))
        found[name_of(table)] = sorted(store.rows(f'SELECT {columns} FROM {schema}."{name_of(table)}"'), key=str)
    return found


def test_as_at_a_day_after_everything_what_is_kept_is_what_it_is(team: Store) -> None:
    with team.reading():
        assert not is_past(team, LAST_DAY)
        with as_at(team, LAST_DAY, everybody(team)):
            assert kept(team, "temp") == kept(team, "main")


def test_who_is_passed_over_had_nothing_open(team: Store) -> None:
    """The board of a past day is the same whether only those are worked out of whom anything can have stood."""
    day = MONDAY - timedelta(days=60)
    with team.reading():
        assert is_past(team, day)
        all_of_them, fewer = everybody(team), everybody(team, day)
        assert len(fewer.children) < len(all_of_them.children)
        with as_at(team, day, all_of_them):
            expected = kept(team, "temp")
        with as_at(team, day, fewer):
            found = kept(team, "temp")
        open_or_shown = [row for row in expected["child_now"] if row[5] or row[6]]
        assert [row for row in found["child_now"] if row[5] or row[6]] == open_or_shown
        assert {name: rows for name, rows in found.items() if name != "child_now"} == {
            name: rows for name, rows in expected.items() if name != "child_now"
        }


def test_inside_nothing_can_be_written_and_afterwards_everything_is_as_it_was(team: Store) -> None:
    with team.writing():
        before = kept(team, "main")
        with as_at(team, MONDAY - timedelta(days=60), everybody(team)):
            with pytest.raises(Exception, match="readonly"):
                team.run("DELETE FROM main.child_now")
            with (
                pytest.raises(ValueError, match="as it stood already"),
                as_at(team, MONDAY, Reach((), ())),
            ):
                pass
            assert kept(team, "temp")["child_now"]
        assert kept(team, "main") == before
        assert not team.rows("SELECT name FROM temp.sqlite_master")
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
