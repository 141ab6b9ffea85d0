"""One manager at work on a server: reads a board every two seconds and records every twenty, each in a process of its
own, as on a machine of their own; and what of that was spent waiting for the server.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from random import Random
from time import perf_counter, process_time, sleep
from typing import Any, NamedTuple

from benchmarks.insides import Store, board, children_shown, decide, opened_at, talk

BOARD_EVERY, RECORD_EVERY = 2.0, 20.0  # seconds
FIRST_BOARDS = 3


class Desk(NamedTuple):
    """Who works where: the address of the store, and the team whose board they read."""

    address: str
    team: str
    number: int


class Work(NamedTuple):
    """What came of it: seconds of each board and each record, of each of these waiting for the server; the numbers of
    the entries that were said to be recorded, with the words of each; and what did not work.
    """

    boards: list[float]
    boards_at_server: list[float]
    records: list[float]
    records_at_server: list[float]
    recorded: list[tuple[int, str]]
    errors: list[str]
    processor: float


class Clock:
    """Seconds spent waiting for the server since it was last asked."""

    def __init__(self) -> None:
        self.seconds = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Inside, the server is waited for."""
        began = perf_counter()
        try:
            yield
        finally:
            self.seconds += perf_counter() - began

    def taken(self) -> float:
        """The seconds, which then begin anew."""
        seconds, self.seconds = self.seconds, 0.0
        return seconds


def timed_at_server(store: Store, clock: Clock) -> None:
    """Let the clock run whenever the store waits for its server."""
    connection: Any = store.engine
    execute, begin, commit = connection._execute, connection._begin, connection._commit

    def ask(sql: str, values: Sequence[object], *, kept: bool | None = None) -> Any:
        with clock.running():
            return execute(sql, values, kept=kept)

    def begun(*given: Any, **named: Any) -> Any:
        with clock.running():
            return begin(*given, **named)

    def committed(*given: Any) -> None:
        with clock.running():
            commit(*given)

    connection._execute, connection._begin, connection._commit = ask, begun, committed


def work(desk: Desk, seconds: float, today: Any, reads: bool) -> Work:
    """Work for so long; without `reads` nothing but recording. The first boards of a connection are read before the
    time begins: the server thinks then how each question is best answered, once for the day.
    """
    store, clock, draw = opened_at(desk.address), Clock(), Random(f"desk {desk.number}")
    timed_at_server(store, clock)
    found = Work([], [], [], [], [], [], 0.0)
    children = children_shown(store, desk.team)
    for _ in range(FIRST_BOARDS):
        board(store, today, (desk.team,))
    busy_before, begins = process_time(), perf_counter() + 1
    clock.taken()
    for at, what in _appointments(draw, begins, seconds, reads):
        sleep(max(0.0, at - perf_counter()))
        began = perf_counter()
        try:
            if what == "board":
                board(store, today, (desk.team,))
            else:
                said = f"Desk {desk.number}, the {len(found.recorded) + 1}th"
                does = decide if len(found.recorded) % 2 else talk
                found.recorded.append((does(store, draw.choice(children), said, today), said))
        except Exception as error:  # whatever it is, it is what is counted
            found.errors.append(f"{what}: {type(error).__name__}: {error}")
            continue
        taken, waited = perf_counter() - began, clock.taken()
        times, at_server = (
            (found.boards, found.boards_at_server) if what == "board" else (found.records, found.records_at_server)
        )
        times.append(taken)
        at_server.append(waited)
    busy = process_time() - busy_before
    store.close()
    return found._replace(processor=busy)


def _appointments(draw: Random, begins: float, seconds: float, reads: bool) -> Iterable[tuple[float, str]]:
    """When there is what to do, by the clock, each manager's beginning somewhere of their own."""
    found = [(at, "record") for at in _every(RECORD_EVERY, draw, begins, seconds)]
    if reads:
        found += [(at, "board") for at in _every(BOARD_EVERY, draw, begins, seconds)]
    return sorted(found)


def _every(period: float, draw: Random, begins: float, seconds: float) -> Iterator[float]:
    at = begins + draw.random() * period
    while at < begins + seconds:
        yield at
        at += period
