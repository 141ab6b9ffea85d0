"""A manager asks what falls due in the days to come, and reads from it which day it is to be done by."""

import pytest

from tests.commands.saying import Says, told


def due(says: Says, what: str) -> list[str]:
    """What the days ahead say of this, in JSON."""
    return [one["text"] for one in told(says, "today", "--ahead", "60")["ahead"] if one["what"] == what]


@pytest.fixture(autouse=True)
def _held(says: Says) -> None:
    told(says, "supervision", "hold", "Amira Khan", "--on", "2026-10-01")


def test_the_ideal_is_no_limit_and_somebody_away_has_a_clock_that_is_paused(says: Says) -> None:
    (ideal,), (limit,) = due(says, "supervision ideal")[:1], due(says, "supervision limit")[:1]
    assert ("limit" in ideal, "paused" in ideal + limit) == (False, False)
    told(says, "absence", "Amira Khan", "--from", "2026-10-01", "--because", "sickness")
    assert due(says, "supervision ideal")[0].endswith(", paused while away")
    assert due(says, "supervision limit")[0].endswith(", paused while away")
    _, printed, _ = says("today", "--ahead", "60")
    assert "paused while away" in printed


def test_a_reason_that_is_none_of_the_words_is_said_to_be_taken_as_another(says: Says) -> None:
    typed = told(says, "absence", "Amira Khan", "--from", "today", "--because", "flu, chest infection")
    assert "Amira Khan away from Fri 2 Oct 2026" in typed["says"]
    assert "none of leave, sickness or training, so it was taken as another one" in typed["hint"]
    ill = told(says, "absence", "Ben Ortiz", "--from", "today", "--because", "ill")
    assert "taken as another" not in ill["hint"]
    assert "Away (other reason) from 2 Oct" in says("worker", "Amira Khan")[1]
