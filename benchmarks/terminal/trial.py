"""A program started and measured: its start, its keys, a key held down, its idling, its end."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from benchmarks.terminal.keys import keys_of
from benchmarks.terminal.processes import Usage, usage_of
from benchmarks.terminal.session import MILLISECOND, Ended, Session, now

PATIENCE = 60_000 * MILLISECOND
SETTLED = 300 * MILLISECOND  # so long a silence ends a start
ANSWERED = 50 * MILLISECOND  # so long a silence ends the answer to a key, once anything of it is to be seen
NO_ANSWER = 500 * MILLISECOND  # so long nothing is to be seen of a key that changes nothing
BETWEEN_KEYS_MS, JITTER_MS = 40, 17  # a frame of Textual is 16.7 ms: its timer is met in every state


@dataclass(frozen=True, slots=True)
class Press:
    """Keys pressed so many times, each of `keys` in turn, and measured; `undo` after each and `before` are not."""

    name: str
    keys: tuple[str, ...]
    times: int
    undo: str | None = None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    """A key held down: so many times, so many a second; `before` is pressed first."""

    keys: str
    times: int
    a_second: float
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Program:
    """What to start, what stands on its screen when it is ready, which keys to press, and which quits it."""

    name: str
    command: tuple[str, ...]
    ready: str
    presses: tuple[Press, ...] = ()
    hold: Hold | None = None
    quit: str = "q"
    variables: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Answer:
    """What one key did: milliseconds to the last visible change (None where there was none), and bytes written."""

    milliseconds: float | None
    bytes: int


@dataclass(slots=True)
class Idle:
    """What a program does when nobody does anything: percent of a core, wake-ups a second, bytes written."""

    percent: float
    woken_a_second: float
    bytes: int


@dataclass(slots=True)
class Trial:
    """What was measured in one run, in milliseconds and KB.

    `ready_processor` is the processor time until it was ready, `processor` that of a key with what undoes it; `lag` is
    from the last of the held keys to the last visible change.
    """

    ready: float
    settled: float
    ready_processor: float
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    processor: dict[str, float] = field(default_factory=dict)
    lag: float | None = None
    idle: Idle | None = None
    peak_kb: int = 0
    exit: float = 0.0
    late_by: float = 0.0
    problems: list[str] = field(default_factory=list)


class NeverReady(Exception):
    """A program did not show what it shows when it is ready."""


def run(program: Program, jitter: random.Random, *, keys: bool, idle_seconds: float) -> Trial:
    """Start it, measure, quit it. Raises NeverReady."""
    session = Session(program.command, program.variables)
    ended: Ended | None = None
    try:
        trial = _started(session, program)
        if keys:
            for press in program.presses:
                before_keys = usage_of(session.process).seconds
                trial.answers[press.name] = _pressed(session, press, jitter)
                spent = usage_of(session.process).seconds - before_keys
                trial.processor[press.name] = 1000 * spent / press.times
            if program.hold is not None:
                trial.lag = _held(session, program.hold)
        if idle_seconds:
            trial.idle = _idled(session, idle_seconds)
        trial.peak_kb = usage_of(session.process).peak_kb
    finally:
        ended = session.close(program.quit)
    trial.exit, trial.late_by = ended.milliseconds, session.late_by / MILLISECOND
    trial.problems += [f"{program.name} left on: {what}" for what in ended.left_on]
    if ended.code != 0:
        trial.problems.append(f"{program.name} ended with {ended.code}")
    return trial


def _started(session: Session, program: Program) -> Trial:
    shown = re.compile(program.ready, re.MULTILINE)
    ready = session.until_seen(shown.search, PATIENCE)
    if ready is None:
        raise NeverReady(f"{program.name} never showed {program.ready!r}, but:\n{session.emulator.text}")
    processor = usage_of(session.process).seconds * 1000
    parts = session.parts
    session.until_silent(SETTLED, PATIENCE)
    last = max(session.visible_since(parts), default=ready)
    return Trial((ready - session.began) / MILLISECOND, (last - session.began) / MILLISECOND, processor)


def _pressed(session: Session, press: Press, jitter: random.Random) -> list[Answer]:
    found: list[Answer] = []
    _unmeasured(session, press.before)
    for time in range(press.times):
        session.until_silent(int((BETWEEN_KEYS_MS + jitter.uniform(0, JITTER_MS)) * MILLISECOND), 2_000 * MILLISECOND)
        found.append(_answer(session, press.keys[time % len(press.keys)]))
        _unmeasured(session, press.undo)
    return found


def _unmeasured(session: Session, keys: str | None) -> None:
    for key in keys_of(keys or ""):
        session.until_silent(60 * MILLISECOND, 2_000 * MILLISECOND)
        parts = session.parts
        session.write(key.sent(session.answers.kitty))
        _until_answered(session, parts, 120 * MILLISECOND, 1_000 * MILLISECOND)


def _answer(session: Session, keys: str) -> Answer:
    session.look()
    parts, began = session.parts, now()
    session.write(session.sent(keys))
    changes: list[int] = []
    while not changes and now() < began + NO_ANSWER:
        _until_answered(session, parts, ANSWERED, NO_ANSWER)
        changes = session.visible_since(parts)
    return Answer((changes[-1] - began) / MILLISECOND if changes else None, session.bytes_since(parts))


def _until_answered(session: Session, parts: int, silence: int, patience: int) -> None:
    """Until something was written and then nothing for so long, with so much patience."""
    until = now() + patience
    while session.parts == parts and now() < until and not session.ended:
        session.read(until - now())
    session.until_silent(silence, max(0, until - now()))


def _held(session: Session, hold: Hold) -> float | None:
    _unmeasured(session, hold.before)
    session.until_silent(200 * MILLISECOND, 2_000 * MILLISECOND)
    session.look()
    parts, sent, began = session.parts, session.sent(hold.keys), now()
    for time in range(hold.times):
        due = began + int(time * 1e9 / hold.a_second)
        while now() < due:
            session.read(due - now())
        session.write(sent)
    last = now()
    session.until_silent(250 * MILLISECOND, PATIENCE)
    changes = session.visible_since(parts)
    return (changes[-1] - last) / MILLISECOND if changes else None


def _idled(session: Session, seconds: float) -> Idle:
    session.until_silent(1_000 * MILLISECOND, 3_000 * MILLISECOND)
    parts, before, began = session.parts, usage_of(session.process), now()
    while now() < began + seconds * 1e9 and not session.ended:
        session.read(int(began + seconds * 1e9) - now())
    after, took = usage_of(session.process), (now() - began) / 1e9
    return Idle(100 * _spent(before, after) / took, (after.woken - before.woken) / took, session.bytes_since(parts))


def _spent(before: Usage, after: Usage) -> float:
    return sum(seconds - before.processor.get(thread, 0.0) for thread, seconds in after.processor.items())
