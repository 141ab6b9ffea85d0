"""Killed with -9 while recording: the short forms of the campaigns in `kill.py` and `kill_screen.py`."""

import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.faults import day_path, every_path, kill
from tests.services.test_kinds import every_request

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")


@pytest.mark.parametrize("encrypted", [True, False], ids=["encrypted", "plain"])
def test_what_was_acknowledged_is_there_and_nothing_is_half(encrypted: bool) -> None:
    done = kill.campaign(2, encrypted=encrypted)
    assert done.counted["rounds"] == 2
    assert done.wrong == []


def test_the_campaigns_take_every_way_of_recording() -> None:
    text = "".join(Path(used).read_text("utf-8") for used in (every_path.__file__, day_path.__file__))
    assert [kind for kind in every_request() if not re.search(rf"\b{kind.__name__}\(", text)] == []


def test_what_the_screen_said_was_recorded_is_there_and_what_was_typed_is_kept(
    made_up_team: Path, tmp_path: Path
) -> None:
    from tests.faults import kill_screen

    acknowledged, wrong = kill_screen.campaign(Path(shutil.copy(made_up_team, tmp_path / "team.oversight")), 1)
    assert acknowledged > 0
    assert wrong == []


def test_a_restore_that_is_killed_leaves_the_old_store_or_the_new_one() -> None:
    from tests.faults import kill_restore

    rounds, wrong = kill_restore.campaign(19, encrypted=True)
    assert rounds > 5
    assert wrong == []


def test_no_plain_file_of_an_encrypted_store_is_left_where_the_restore_of_a_plain_backup_is_killed() -> None:
    from tests.faults import kill_restore

    rounds, wrong = kill_restore.campaign(23, encrypted=True, backup_is_plain=True)
    assert rounds > 5
    assert wrong == []


@pytest.mark.parametrize("way", ["changed", "set", "removed"])
def test_a_change_of_the_passphrase_that_is_killed_is_finished_at_the_next_start(way: str) -> None:
    from tests.faults import kill_passphrase

    rounds, wrong = kill_passphrase.by_line(way, 149)
    assert rounds > 3
    assert wrong == []
