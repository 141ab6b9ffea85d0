"""Days as people and files write them: each is read as a day there is, or refused in one sentence; never a guess.

python -m tests.fuzz.dates --rounds 200000 --seed 1
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from typing import Literal

from oversight_tui.exchange import cells
from oversight_tui.exchange.tables import Value
from oversight_tui.practice.interval import Interval
from oversight_tui.words.dates import EARLIEST, LATEST, DateProblem, parse_date
from tests.fuzz import hostile
from tests.fuzz.campaign import long_form, steers

_SIGNS = "0123456789/.-+ dwmonjafrputyTZ:,"


def one(chance: random.Random) -> Sequence[str]:
    """A typed day, a cell and a length of time."""
    return [*typed(chance), *in_a_cell(chance), *as_a_length(chance)]


def written(chance: random.Random) -> str:
    """A day, something near to one, or anything."""
    kind = chance.random()
    if kind < 0.4:
        return hostile.day(chance)
    if kind < 0.5:
        return hostile.text(chance)
    known = list(chance.choice(hostile.DAYS))
    for _ in range(chance.randint(1, 3)):
        known.insert(chance.randint(0, len(known)), chance.choice(_SIGNS))
    return "".join(known)


def typed(chance: random.Random) -> list[str]:
    """What `parse_date` makes of it."""
    today = date(chance.choice((1900, 2024, 2026, 2999)), chance.choice((1, 2, 12)), chance.choice((1, 28)))
    side: Literal["back", "forward"] = "forward" if chance.random() < 0.5 else "back"
    text = written(chance)
    try:
        found = parse_date(text, today, weekdays=side)
    except DateProblem as problem:
        return [] if str(problem) else ["a refusal without a word"]
    wrong = []
    if type(found) is not date:
        wrong.append("it is no date")
    if text.strip() == found.isoformat() and parse_date(found.isoformat(), today) != found:
        wrong.append("an ISO date is read as another")
    numbers = [int(part) for part in text.strip().replace(".", "/").split("/") if part.isascii() and part.isdigit()]
    if len(numbers) >= 2 and "/" in text and (found.day, found.month) != (numbers[0], numbers[1]):
        wrong.append("the day does not come first")
    if not EARLIEST <= found <= LATEST:
        wrong.append("a year that cannot be right was taken")
    return wrong


def in_a_cell(chance: random.Random) -> list[str]:
    """What a cell of a spreadsheet makes of it."""
    numbers: tuple[Value, ...] = (0, 1, 59, 60, 61, 10_000, 46_000, 2_958_465, 2_958_466, -1, 1e300, True, None)
    value = chance.choice((written(chance), chance.choice(numbers), chance.uniform(-1e6, 3e6), float("nan")))
    try:
        found = cells.day(value, counts_from_1904=chance.random() < 0.5)
    except cells.CellProblem as problem:
        return [] if str(problem) else ["a cell is dropped without a reason"]
    wrong = [] if found is None or type(found) is date else ["a cell gave no date"]
    for read in (cells.text, cells.holder):
        got = read(value)
        if got is not None and any(steers(sign) or sign in "\n\t" for sign in got):
            wrong.append("a cell let a sign through")
    return wrong


def as_a_length(chance: random.Random) -> list[str]:
    """What a length of time makes of it, and the day it ends on."""
    unit = chance.choice(("day", "weeks", "months", "years", ""))
    text = chance.choice((f"{hostile.number(chance)} {unit}", "3 weeks"))
    try:
        length = Interval.parse(text)
    except ValueError:
        return []
    start = date(chance.choice((1900, 2024, 2999)), 1, 31)
    return [] if length.after(start) > start else ["a length of time goes back"]


def main() -> None:
    """Print what was found."""
    long_form(one, __doc__)


if __name__ == "__main__":
    main()
