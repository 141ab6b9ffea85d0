"""One history typed and asked about: which dates, what differs, whether the store still verifies."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from tests.oracle.compare import Difference, compare
from tests.oracle.desk import Beginnings, Desk, Refused
from tests.oracle.events import events, is_leap, seen
from tests.oracle.expected.board import board
from tests.oracle.history import History
from tests.oracle.told import Told
from tests.oracle.typed import Away, Covered, Typed

MONTH_LATER, MONTHS_LATER, YEAR_LATER = timedelta(days=31), timedelta(days=100), timedelta(days=366)


@dataclass(frozen=True)
class Asked:
    """A day asked about when so many things had been typed."""

    typed: int
    day: date


@dataclass
class Played:
    """What came of one history."""

    said: list[str] = field(default_factory=list)
    asked: int = 0
    fields: int = 0
    differences: dict[Difference, Asked] = field(default_factory=dict)
    refused: Counter[str] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)

    def sorts(self) -> set[str]:
        """The kinds of difference that were seen."""
        return {difference.sort for difference in self.differences}


def play(history: History, beginnings: Beginnings, store: Path, asked: Iterable[Asked] | None = None) -> Played:
    """Type the history into a fresh store and ask on these days, else on some of its own choice; then verify."""
    played = Played()
    beginnings.copy(history.typed[: history.begun], store)
    desk = Desk(store, list(history.typed[: history.begun]))
    if asked is None:
        asked = [Asked(place, history.typed[place - 1].day) for place in _places(history)]
        asked.append(Asked(len(history.typed), history.last_day))
        later = True
    else:
        asked, later = list(asked), False
    for place, one in enumerate(history.typed[history.begun :], start=history.begun + 1):
        try:
            desk.types(one)
        except Refused as why:
            played.refused[f"{type(one.what).__name__}: {_without_names(str(why))}"] += 1
        for ask in asked:
            if ask.typed == place:
                _ask(desk, ask, played)
    if later:
        for day in _days_around_limits(history, desk.typed):
            _ask(desk, Asked(len(history.typed), day), played)
    try:
        desk.run(["verify"], history.last_day)
    except Refused as why:
        difference = Difference("verify", "the store", "every record as the journal has it", str(why))
        played.differences.setdefault(difference, Asked(len(history.typed), history.last_day))
    played.said = desk.said
    played.events += events(desk.typed)
    return played


def _ask(desk: Desk, ask: Asked, played: Played) -> None:
    expected = board(desk.typed, ask.day)
    comparison = compare(expected, desk.today(ask.day))
    played.asked += 1
    played.fields += comparison.fields
    played.events.update(seen(Told(desk.typed), expected))
    for difference in comparison.found:
        played.differences.setdefault(difference, ask)


def _places(history: History) -> list[int]:
    """Two places on the way, always after the beginning; one right after an absence or a cover, where there is any."""
    chance, left = random.Random(len(history.typed)), range(history.begun + 1, len(history.typed))
    about_cover = [place for place in left if isinstance(history.typed[place - 1].what, Away | Covered)]
    chosen = {chance.choice(places) for places in (left, about_cover) if places}
    return sorted(chosen)


def _days_around_limits(history: History, typed: list[Typed]) -> list[date]:
    """A day to come and the day after it, of a limit or of something that was typed, twice; months or a year later."""
    last = history.last_day
    now = board(typed, last)
    limits = {worker.clock.limit_by for worker in now.workers} | {worker.clock.ideal_by for worker in now.workers}
    limits |= {child.limit_by for child in now.children}
    limits |= {day for one in typed for day in vars(one.what).values() if isinstance(day, date)}
    ahead = sorted(day for day in limits if last < day)
    chance = random.Random(len(typed))
    chosen = chance.sample(ahead, min(2, len(ahead)))
    days = {day for limit in chosen for day in (limit, limit + timedelta(days=1))}
    leap = {day for number in range(1, MONTHS_LATER.days) if is_leap(day := last + timedelta(days=number))}
    return sorted(days | leap | {last + MONTH_LATER, last + chance.choice((MONTHS_LATER, YEAR_LATER))})


def _without_names(words: str) -> str:
    """The same words for whoever and whatever day they are about."""
    return re.sub(
        r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ \w+ \d+|\b(?:Ann Bell|Bo Carr|Cass Dunn|Dee Frost)|\bH?\d+", "…", words
    )
