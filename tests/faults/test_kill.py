"""Killed with -9 while recording: the short form of the campaign in `kill.py`."""

import sys

import pytest

from tests.faults.kill import campaign


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
def test_what_was_acknowledged_is_there_and_nothing_is_half() -> None:
    acknowledged, wrong = campaign(5)
    assert acknowledged > 5
    assert wrong == []
