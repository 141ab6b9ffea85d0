"""What every campaign shares: rounds of one kind of case, each within its time, and the faults found in them."""

from __future__ import annotations

import argparse
import io
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from types import FrameType
from typing import NoReturn
from unittest.mock import patch

from oversight_tui.cli import main as run_command
from oversight_tui.last_resort import BROKEN

# One round: what was wrong in it, in words that are the same for the same fault.
Case = Callable[[random.Random], Sequence[str]]
LONGEST_ROUND_SECONDS = 30
SHOWN = 20
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class TookTooLong(BaseException):
    """A round that did not end; no part of the program may swallow it."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TookTooLong where it is not done in time."""

    def stop(number: int, frame: FrameType | None) -> NoReturn:
        raise TookTooLong

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def campaign(case: Case, rounds: int, seed: int = 1, seconds: float = LONGEST_ROUND_SECONDS) -> Counter[str]:
    """So many rounds; each fault with how often it was met, and the first round that met it."""
    found: Counter[str] = Counter()
    first: dict[str, int] = {}
    with patch.dict(os.environ):  # a round may have a place of its own for what is seen
        for number in range(rounds):
            try:
                with within(seconds):
                    faults = case(random.Random(f"{seed}:{number}"))
            except TookTooLong as hang:
                faults = [f"took longer than {seconds:g} seconds, {where(hang)}"]
            except Exception as fault:
                faults = [f"{type(fault).__name__} {where(fault)}: {str(fault)[:120]!r}"]
            for one in faults:
                found[one] += 1
                first.setdefault(one, number)
    return Counter({f"{fault} (first in round {first[fault]})": times for fault, times in found.items()})


def where(fault: BaseException) -> str:
    """The innermost lines of a fault."""
    frames = traceback.extract_tb(fault.__traceback__)[-3:]
    return " < ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in reversed(frames))


def long_form(case: Case, told: str | None, seconds: float = LONGEST_ROUND_SECONDS) -> None:
    """The campaign as a command: rounds, faults found, and how long it took."""
    parser = argparse.ArgumentParser(description=told, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    began = time.monotonic()
    found = campaign(case, options.rounds, options.seed, seconds)
    took = time.monotonic() - began
    print(f"{options.rounds} rounds of seed {options.seed} in {took:.0f} s, {len(found)} distinct faults")
    for fault, times in found.most_common(SHOWN):
        print(f"{times:6d}  {fault}")


def clear(folder: Path, names: str = "team.oversight*") -> None:
    """Remove a store, what lies beside it and its backups, or what has another name; the next was seen nowhere yet."""
    for one in folder.glob(names):
        shutil.rmtree(one) if one.is_dir() else one.unlink()
    os.environ["OVERSIGHT_ANCHORS"] = tempfile.mkdtemp(prefix=f"{names.removesuffix('*')}.seen-", dir=folder)


def steers(sign: str) -> bool:
    """Whether a sign could command a terminal, or turn the order of what stands in it."""
    return (unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\t") or sign in _BIDI


def told(*words: str) -> tuple[int, str, str]:
    """(exit code, stdout, stderr) of a command, run in this process."""
    out, err = io.StringIO(), io.StringIO()
    stdin, sys.stdin = sys.stdin, io.StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(err):
            try:
                code = run_command(words)
            except SystemExit as left:
                code = left.code if isinstance(left.code, int) else 0
    finally:
        sys.stdin = stdin
    return code, out.getvalue(), err.getvalue()


def wrong_with(code: int, out: str, err: str, *, as_json: bool = False) -> list[str]:
    """What is wrong with how a command ended: a fault of its own, more than two lines, signs that steer a terminal."""
    wrong = []
    if code == BROKEN:
        wrong.append(err.partition("of its own ")[2].partition(".  ")[0].split(". What")[0])
    elif code not in (0, 1, 2):
        wrong.append(f"exit code {code}")
    elif code == 2 and not (err.strip() and err.count("\n") <= 2):
        wrong.append(f"a refusal of {err.count(chr(10))} lines")
    elif code != 2 and err:
        wrong.append(f"said on stderr although it went well: {err[:80]!r}")
    if "Traceback" in out + err:
        wrong.append("a traceback")
    wrong += [f"{sign!a} was printed" for sign in sorted(set(out + err)) if steers(sign)]
    if as_json and code in (0, 1):
        try:
            json.loads(out)
        except ValueError:
            wrong.append("its JSON cannot be read")
    return wrong
