"""The power is cut while recording: the short form of the campaign in `power_cut.py`, and that it can find a loss."""

import sys

import pytest

from tests.faults import power_cut

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="SQLite's own library is found as Linux does it")


@pytest.mark.parametrize("encrypted", [True, False], ids=["encrypted", "plain"])
def test_what_was_acknowledged_outlives_a_power_cut(encrypted: bool) -> None:
    done = power_cut.campaign(3, encrypted=encrypted)
    assert done.counted["events acknowledged"] > 0
    assert done.counted["events lost"] == 0
    assert done.wrong == []


def test_with_fewer_flushes_something_is_lost_so_that_a_loss_is_found() -> None:
    seeds = (power_cut.campaign(2, encrypted=True, synchronous="normal", seed=seed) for seed in range(20))
    assert any(done.counted["events lost"] for done in seeds)
