"""Killed with -9 while recording: the short forms of the campaigns in `kill.py` and `kill_screen.py`."""

import sys

import pytest

from tests.faults import kill

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")


def test_what_was_acknowledged_is_there_and_nothing_is_half() -> None:
    acknowledged, wrong = kill.campaign(5)
    assert acknowledged > 5
    assert wrong == []


def test_what_the_screen_said_was_recorded_is_there_and_what_was_typed_is_kept() -> None:
    from tests.faults import kill_screen

    acknowledged, wrong = kill_screen.campaign(4)
    assert acknowledged > 0
    assert wrong == []


def test_a_restore_that_is_killed_leaves_the_old_store_or_the_new_one() -> None:
    from tests.faults import kill_restore

    rounds, wrong = kill_restore.campaign(19, encrypted=True)
    assert rounds > 5
    assert wrong == []
