"""The program itself is killed with -9 while a manager records at its screen, again and again.

What the screen had said was recorded must be there; nothing may be half; what was being typed may lack the last half
second and no more; and what was recorded is not offered again as a draft.

python -m tests.faults.kill_screen --rounds 200
"""

from __future__ import annotations

import argparse
import os
import random
import re
import signal
import tempfile
import time
from collections import Counter
from pathlib import Path

from db import open_store
from db.engine import Store
from db.verification import verify
from oversight_tui.made_up_team import write_demo
from oversight_tui.services import drafts
from tests.faults.stores import asked
from tests.made_once import MONDAY
from tests.ui.terminal import Terminal

HALF_A_SECOND = 0.5
_SAID = re.compile(r"Decision recorded for ((?:C-\d+|[A-Z][^:]+)) on [^:]+: (agree the plan|visit|keep the plan)")
_LAST_LINES = 5  # what is said takes up to four, and the keys stand under it


def decides(terminal: Terminal, kind: str) -> None:
    """Enter is pressed by itself, once the sentence is seen: with the other keys in one burst it would be text."""
    terminal.types(f"nd{kind}1")
    until = time.monotonic() + 2
    while not terminal.sees("Enter saves it") and time.monotonic() < until:
        terminal.reads(0.02)
    terminal.types("\r")


def one_round(path: Path, moments: random.Random) -> tuple[int, list[str]]:
    """Decide at the screen until killed, then type until killed; (decisions acknowledged, what is wrong)."""
    before = decisions(path)
    terminal = Terminal("--store", str(path), "--today", MONDAY.isoformat())
    acknowledged: set[str] = set()
    typed: list[tuple[float, str]] = []
    try:
        terminal.waits_for("Why:")
        if moments.random() < 0.5:  # else it is killed over the first decision too
            decides(terminal, "k")
            acknowledged |= wait_for_said(terminal, time.monotonic() + 10)
        until = time.monotonic() + moments.uniform(0.1, 1.6)
        at_rest = bool(acknowledged)  # what is typed over one that is being recorded would be for its form
        while time.monotonic() < until:
            decides(terminal, moments.choice("avk"))
            said = wait_for_said(terminal, until)
            acknowledged |= said
            at_rest = bool(said)
            if not said:
                break
        if moments.random() < 0.5 and at_rest:
            typed = type_on(terminal, moments)
    finally:
        killed = time.monotonic()
        os.kill(terminal.process.pid, signal.SIGKILL)
        terminal.process.wait()
        os.close(terminal.master)
    wrong = faults(path)
    there = decisions(path) - before
    if there < len(acknowledged):
        wrong.append(f"decisions about {sorted(acknowledged)} were acknowledged and {there} are there")
    due = "".join(letter for at, letter in typed if at < killed - HALF_A_SECOND)
    if due and not any(due in text for text in kept_words(path)):
        wrong.append(f"of what was typed {due!r} should be in a draft")
    return len(acknowledged), wrong


def wait_for_said(terminal: Terminal, until: float) -> set[str]:
    """About whom the screen said that a decision is recorded, before the time is up; nobody where it did not.

    `n` passes over who was decided about today, so that nobody is said twice in a round but by a line shown again.
    """
    while time.monotonic() < until:
        terminal.reads(0.02)
        if said := what_is_said(terminal):
            terminal.types("g")  # the next key takes the words away, so that the next ones are new
            while what_is_said(terminal) and time.monotonic() < until:
                terminal.reads(0.02)
            return said
    return set()


def what_is_said(terminal: Terminal) -> set[str]:
    """About whom the last lines say that a decision is recorded."""
    found = _SAID.search(" ".join(" ".join(terminal.screen.display[-_LAST_LINES:]).split()))
    return {found[1]} if found else set()


def type_on(terminal: Terminal, moments: random.Random) -> list[tuple[float, str]]:
    """Letters typed into the reason of a decision, each with the moment at which the screen showed it."""
    terminal.types("nd")
    terminal.waits_for("Decide about")
    # What was typed here in an earlier round is offered again, with its kind: it is wiped out, to be typed anew.
    if terminal.sees("(as you left it)"):
        terminal.types("\x15")
    else:
        terminal.types("v")
        terminal.waits_for("[v Visit]")
        terminal.types("\t")
    terminal.waits_for("Why;")  # the reason has the focus: from now on every letter is its
    found: list[tuple[float, str]] = []
    for letter in "abcdefghijklmnopqrstuvwxyz"[: moments.randint(4, 26)]:
        terminal.types(letter)
        terminal.waits_for("".join(one for _, one in found) + letter)
        found.append((time.monotonic(), letter))
        terminal.reads(0.05)
    return found


def decisions(path: Path) -> int:
    """How many decisions of today there are."""
    store = open_store(path)
    try:
        with store.reading():
            sql = f"SELECT count(*) FROM entry WHERE kind = 'decision' AND happened_on = '{MONDAY}'"
            return int(asked(store, sql)[0][0])
    finally:
        store.close()


def kept_words(path: Path) -> list[str]:
    """What stands in drafts."""
    store = open_store(path)
    try:
        return [text for form in drafts.kept(store).values() for text in form.values()]
    finally:
        store.close()


def faults(path: Path) -> list[str]:
    """What is wrong with the store."""
    store = open_store(path)
    try:
        with store.reading():
            wrong = list(verify(store).faults)
            wrong += [str(row) for row in asked(store, "PRAGMA foreign_key_check")]
            half = "SELECT 1 FROM entry e WHERE e.kind = 'decision' AND NOT EXISTS"
            if asked(store, f"{half} (SELECT 1 FROM decision d WHERE d.entry_id = e.id)"):
                wrong.append("a decision is half")
            wrong += [f"the decision about child {child} is recorded and a draft too" for child in in_both(store)]
        return wrong
    finally:
        store.close()


def in_both(store: Store) -> list[int]:
    """The children about whom a decision is recorded whose words are offered again, though typed before it was."""
    sql = (
        "SELECT e.child_id FROM entry e JOIN decision d ON d.entry_id = e.id"
        " JOIN draft f ON f.form = 'decide:child:' || e.child_id"
        f" WHERE e.happened_on = '{MONDAY}' AND f.saved_at <= e.recorded_at"
        " AND f.content ->> 'text' = d.text AND f.content ->> 'because' = d.because"
    )
    return [int(child) for (child,) in asked(store, sql)]


def campaign(path: Path, rounds: int, seed: int = 1) -> tuple[int, list[str]]:
    """So many rounds on the made-up team in this store."""
    moments = random.Random(seed)
    total: Counter[str] = Counter()
    wrong = []
    for _ in range(rounds):
        acknowledged, found = one_round(path, moments)
        total["acknowledged"] += acknowledged
        wrong += found
    return total["acknowledged"], wrong


def main() -> None:
    """Print how many were acknowledged and what was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=200)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "team.oversight")
        write_demo(store, MONDAY)
        store.close()
        total, wrong = campaign(store.path, rounds)
    print(f"{rounds} rounds, {total} decisions acknowledged at the screen, {len(wrong)} faults")
    for fault in wrong[:20]:
        print(fault)


if __name__ == "__main__":
    main()
