"""Line of sight at the command line: what a service manager reads, and what each number opens."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from db import open_store
from oversight_tui.commands.sight import KEYS
from oversight_tui.words.text import match_key
from tests.commands.saying import Says, commands_for, told
from tests.made_once import MONDAY

DAY = MONDAY.isoformat()
WIDTH = 80
WORKERS = ("sight", "--rows", "workers", "--team", "South Team")
HELD_ANYWHERE = {"Ben Ortiz": 2, "Zara Malik": 1}


@pytest.fixture
def store(with_its_months: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(with_its_months, tmp_path / "harbour.oversight"))


@pytest.fixture
def team(store: Path, capsys: pytest.CaptureFixture[str]) -> Says:
    return commands_for(store, DAY, capsys)


def page(says: Says, *typed: str) -> str:
    code, out, _ = says("sight", *typed)
    assert code == 0
    assert max(len(line) for line in out.splitlines()) <= WIDTH
    return out


def sight(says: Says, *typed: str) -> Any:
    (found,) = told(says, "sight", *typed)["teams"]
    return found


def opened(says: Says, key: str) -> list[Any]:
    (found,) = told(says, "sight", "--rows", key)["teams"]
    assert found["count"] == len(found["rows"])
    rows: list[Any] = found["rows"]
    return rows


def test_the_page_says_where_each_share_stands_and_why_each_late_worker_is(team: Says) -> None:
    said = page(team)
    assert "8 workers, 7.4 FTE." in said
    assert "workers supervised in time    ##############......       5 of 7   71 %" in said
    assert "! below the floor of 80 %; the target is 95 %" in said
    assert "- Comfort Asante: no session was booked in time, none was held since 14 Oct;" in said
    assert said.index("- Comfort Asante") < said.index("- Siân Llewellyn")
    assert "- Unallocated for 11 days, medium risk." in said
    assert "Oct 2026" in said
    assert "November 2026 so far" in said


def test_each_number_opens_the_rows_it_counts(team: Says) -> None:
    seen = sight(team)
    for key, of in (("supervised", seen["in_time"]["supervised"]), ("visited", seen["in_time"]["visited"])):
        assert len(opened(team, key)) == of["in_time"]
    for key, number in (
        ("children", seen["children"]),
        ("discussed_overdue", seen["coverage"]["overdue"]),
        ("worries_review_late", seen["worries_review_overdue"]),
        ("actions_late", seen["actions_overdue"]),
        ("new", seen["month_so_far"]["new"]),
        ("spare", seen["bands"]["spare"]),
    ):
        assert len(opened(team, key)) == number > 0, key


def test_workers_stand_by_name_and_nothing_typed_is_there(team: Says) -> None:
    whole = page(team) + json.dumps(told(team, "sight"))
    for key in KEYS:
        rows = opened(team, key)
        names = [row["worker"] for row in rows if "child" not in row]
        assert names == sorted(names)
        whole += json.dumps(rows, ensure_ascii=False)
    today = told(team, "today")
    typed = [
        row["summary"] for row in today["attention"] if row["kind"] in ("worry", "escalation", "discussion_not_on_file")
    ]
    assert len(typed) > 3
    for words in typed:
        said = words.partition(": ")[2].partition(" (")[0] or words.partition(" (")[0]
        assert said not in whole, said


def test_posts_that_were_put_in_show_what_is_vacant(team: Says, says: Says) -> None:
    assert sight(says)["vacancy_fte"] is None
    assert "Vacancies not known" in page(says)
    assert team("posts", "Harbour Team", "10.5")[0] == 0
    found = sight(team)
    assert (found["posts_fte"], found["vacancy_fte"]) == (10.5, 3.1)
    assert "10.5 FTE of posts, 3.1 FTE vacant." in page(team)


def test_a_session_that_is_held_changes_the_number_and_takes_the_reason_away(team: Says) -> None:
    assert [one["worker"] for one in sight(team)["late"]] == ["Comfort Asante", "Siân Llewellyn"]
    assert team("supervision", "hold", "Comfort Asante", "--on", "today")[0] == 0
    found = sight(team)
    assert [one["worker"] for one in found["late"]] == ["Siân Llewellyn"]
    assert found["in_time"]["supervised"]["in_time"] == 6
    assert found["in_time"]["supervised"]["standing"] == "above_floor"


def test_a_day_that_has_passed_is_looked_at_as_it_stood(
    team: Says, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    then = sight(commands_for(store, "2026-06-30", capsys))
    assert then["children"] < sight(team)["children"]
    assert len(opened(commands_for(store, "2026-06-30", capsys), "children")) == then["children"]
    june = next(one for one in sight(team)["trend"] if one["month"] == "2026-06")
    assert june["children"] == then["children"] == then["coverage"]["of"]
    of = then["in_time"]["discussed"]["of"]
    assert (june["discussed"]["in_time"], june["discussed"]["of"]) == (then["in_time"]["discussed"]["in_time"], of)
    assert of == then["children"] - then["not_yet"]["discussed"] < then["children"]


def test_supervisors_are_shown_with_what_they_have_of_their_own(team: Says) -> None:
    assert team("programme", "Fiona Kilbride", "Practice Supervisor Development Programme")[0] == 0
    found = {one["name"]: one for one in told(team, "sight")["supervisors"]}
    assert list(found) == sorted(found, key=match_key)
    manager, educator = found["Angela Brathwaite"], found["Helen Garforth"]
    assert (manager["workers"], manager["sessions_to_hold"], manager["sessions_held"]) == (7, 45, 32)
    assert (educator["id"], educator["own_last_held"]) == (None, None)
    assert found["Fiona Kilbride"]["programme"] == {
        "name": "Practice Supervisor Development Programme",
        "from": DAY,
        "until": None,
        "completed": None,
    }
    assert "Practice Supervisor Development Programme from 23 Nov, under way" in " ".join(page(team).split())


def test_of_a_small_team_nothing_is_made_up(says: Says) -> None:
    """No list said anybody's FTE, and nobody was supervised yet."""
    found = sight(says)
    assert (found["fte"], found["fte_not_known"], found["agency"], found["families"]) == (None, 2, None, None)
    assert found["children_per_fte"] == {"mean": None, "min": None, "max": None}
    assert found["in_time"]["supervised"] == {
        **{"in_time": 0, "of": 2, "percent": 0.0, "target": 95, "floor": 80},
        "standing": "below_floor",
    }
    assert [one["why"] for one in found["late"]] == ["never_supervised", "never_supervised"]
    assert "FTE not known" in page(says)


def test_a_key_that_is_none_is_refused(says: Says) -> None:
    code, out, complained = says("sight", "--rows", "happiness")
    assert (code, out) == (2, "")
    assert "happiness" in complained


def test_where_there_is_no_team_the_page_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    open_store(tmp_path / "new.oversight").close()
    says = commands_for(tmp_path / "new.oversight", DAY, capsys)
    assert "No team yet. Import a list first." in page(says)
    assert told(says, "sight")["teams"] == []


def test_a_team_has_the_same_numbers_whichever_others_it_is_shown_with(
    says: Says, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ben went to the South Team and kept his children of the North Team; Amira of the North Team is to do something
    for a child of the South Team.
    """
    (tmp_path / "roster.csv").write_text("name,team,fte\nZara Malik,South Team,0.5\n", "utf-8")
    assert says("import", tmp_path / "roster.csv", "--as-at", "1/10/2026", "--yes")[0] == 0
    assert says("children", "add", "C-9", "--worker", "Zara Malik")[0] == 0
    assert says("workers", "edit", "Ben Ortiz", "--home", "South Team", "--fte", "1")[0] == 0
    assert says("action", "add", "C-9", "Ring the school", "--owner", "Amira Khan", "--by", "3/10/2026")[0] == 0
    later = commands_for(tmp_path / "team.oversight", "2026-10-05", capsys)
    together = {one["team"]: one for one in told(later, "sight", "--all-teams")["teams"]}
    assert list(together) == ["North Team", "South Team"]
    for team, seen in together.items():
        (alone,) = told(later, "sight", "--team", team)["teams"]
        assert alone == seen
    north, south = together.values()
    assert (north["workers"], north["children"], south["workers"], south["children"]) == (1, 5, 2, 1)
    assert south["children_per_fte"] == {"mean": 0.7, "min": 0.0, "max": 2.0}
    assert {row["worker"]: row["children"] for row in told(says, *WORKERS)["teams"][0]["rows"]} == HELD_ANYWHERE
    assert (north["actions_overdue"], south["actions_overdue"]) == (1, 1)
    said = page(says, "--all-teams")
    assert "North Team" in said
    assert "- Amira" not in said
