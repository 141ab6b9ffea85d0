"""A day that has passed, against the independent calculation: what had happened by then, and what had been recorded.

A random history is typed day by day, with entries that are typed late, put right and taken back, and is then asked for
days of its past.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import msgspec
import pytest

from tests.engines import so_many
from tests.oracle.answer import Today
from tests.oracle.compare import compare
from tests.oracle.desk import Beginnings, Refused
from tests.oracle.expected.board import board
from tests.oracle.history import History, random_history
from tests.oracle.past import ClockOfTheDay, DatedDesk, by_then, is_past, use_clock

SEEDS = (1, 5, 32, 61)[: so_many(4)]


def played(seed: int, beginnings: Beginnings, store: Path) -> tuple[History, DatedDesk]:
    """A history, typed into a store of its own; what the program does not take is left out."""
    history = random_history(seed)
    begun = history.typed[: history.begun]
    ClockOfTheDay.at = begun[0].day
    beginnings.copy(begun, store)
    desk = DatedDesk(store, list(begun))
    for one in history.typed[history.begun :]:
        try:
            desk.types(one)
        except Refused:
            continue
    return history, desk


def days_of(history: History, seed: int) -> list[date]:
    """Two days on the way."""
    first = history.typed[0].day
    length = (history.last_day - first).days
    return [first + timedelta(days=random.Random(seed + place).randint(1, max(1, length - 1))) for place in range(2)]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_past_day_shows_what_had_happened_and_what_had_been_recorded_by_then(
    seed: int, beginnings: Beginnings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_clock(monkeypatch)
    history, desk = played(seed, beginnings, tmp_path / "team.oversight")
    for day in filter(partial(is_past, desk.typed), days_of(history, seed)):
        happened = compare(board(by_then(desk.typed, day), day), desk.today(day))
        assert (day, [str(one) for one in happened.found]) == (day, [])
        asked = desk.run(["today", "--json", "--recorded-by", day.isoformat()], day)
        recorded = compare(
            board([one for one in desk.typed if one.day <= day], day), msgspec.json.decode(asked, type=Today)
        )
        assert (day, [str(one) for one in recorded.found]) == (day, [])
