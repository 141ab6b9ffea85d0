"""Programs that record in one store on a server at once, each in a process of its own, and what became of each record.

python -m tests.server.writers ADDRESS NAME CLOCK: records on and on until its input ends, by a clock that is that many
seconds ahead, and says of each record in a line what it was told of it.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta, tzinfo
from itertools import pairwise
from pathlib import Path
from typing import Self

from msgspec import Struct

import db.engine
import db.engines.postgres
from db.engine import Store
from db.errors import StoreError
from db.server.opening import open_on_server
from oversight_tui.practice.ids import AboutChild
from oversight_tui.practice.requests import DecisionRequest
from oversight_tui.services import journal, record
from tests.made_once import C1, MONDAY

ROOT = Path(__file__).parents[2]
SAVED, REFUSED, UNKNOWN = "saved", "refused", "unknown"


class Outcomes(Struct):
    """What the writers were told of each record, by its words; how many were saved by now."""

    of: dict[str, str]
    saved: int = 0

    def count(self) -> Counter[str]:
        """How many of each."""
        return Counter(self.of.values())


@contextmanager
def writing(address: str, clocks: Sequence[int]) -> Iterator[Outcomes]:
    """Inside, one writer for each clock records; afterwards it is known what each was told."""
    outcomes = Outcomes({})
    writers = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.server.writers", address, f"writer {number}", str(clock)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number, clock in enumerate(clocks, 1)
    ]
    for one in writers:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    listening = [threading.Thread(target=_listen, args=(one, outcomes)) for one in writers]
    for thread in listening:
        thread.start()
    try:
        yield outcomes
    finally:
        for one, thread in zip(writers, listening, strict=True):
            assert one.stdin is not None
            one.stdin.close()
            thread.join(60)
            assert one.wait(60) == 0, "a writer broke off"


def _listen(writer: subprocess.Popen[str], outcomes: Outcomes) -> None:
    assert writer.stdout is not None
    for line in writer.stdout:
        text, _, told = line.rstrip().partition(": ")
        outcomes.of[text] = told
        outcomes.saved += told == SAVED


def wrong_in(store: Store, outcomes: Outcomes) -> list[str]:
    """What is not as it was told, or not sound, each in a sentence."""
    with store.reading():
        there = Counter(text for (text,) in store.rows("SELECT text FROM decision"))
        times = [at for (at,) in store.rows("SELECT recorded_at FROM entry WHERE kind = 'decision' ORDER BY id")]
        numbers = [number for (number,) in store.rows("SELECT seq FROM journal ORDER BY seq")]
    found = [f"{text} was acknowledged and is not there" for text, told in outcomes.of.items() if told == SAVED]
    found = [one for one in found if one.split(" was ")[0] not in there]
    found += [
        f"{text} was refused and is there" for text, told in outcomes.of.items() if told == REFUSED and there[text]
    ]
    found += [f"{text} is there {number} times" for text, number in there.items() if number > 1]
    found += [f"{late} is not after {early}" for early, late in pairwise(times) if late <= early]
    if numbers != list(range(1, len(numbers) + 1)):
        found.append("The numbers of the journal have a gap")
    return found + list(journal.verify(store).faults)


def _write(address: str, name: str, seconds: int) -> None:
    db.engine.datetime = db.engines.postgres.datetime = clock(lambda: timedelta(seconds=seconds))  # type: ignore
    store = _opened(address)
    print("ready", flush=True)
    ends = threading.Event()
    threading.Thread(target=_wait_for_the_end, args=(ends,), daemon=True).start()
    number = 0
    while not ends.is_set():
        number += 1
        text = f"{name} {number}"
        try:
            record.decide(store, DecisionRequest(text, MONDAY, AboutChild(C1)), MONDAY)
            told = SAVED
        except StoreError as problem:
            told = UNKNOWN if "Whether it was saved is not known" in str(problem) else REFUSED
            time.sleep(0.1)
        print(f"{text}: {told}", flush=True)


def _wait_for_the_end(ends: threading.Event) -> None:
    sys.stdin.readline()
    ends.set()


def _opened(address: str) -> Store:
    while True:
        try:
            return open_on_server(address)
        except StoreError:
            time.sleep(0.05)


def clock(ahead: Callable[[], timedelta]) -> type[datetime]:
    """The clock of another machine, in the place of this one's."""

    class Clock(datetime):
        """It goes by that much before."""

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return super().now(tz) + ahead()

    return Clock


if __name__ == "__main__":
    _write(sys.argv[1], sys.argv[2], int(sys.argv[3]))
