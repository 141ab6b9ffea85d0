"""A recorder is killed with -9 at a random moment, again and again; what it had acknowledged must be there, whole.

python -m tests.faults.kill --rounds 200
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

from db import open_store
from db.engine import Store
from db.verification import verify
from tests.db.test_board_facts import import_team

TODAY = date(2026, 10, 2)
# Every recording path in turn; a line is printed only after the store has said that it is kept.
RECORDER = """
import sys
from datetime import date
from db import open_store
from oversight_tui.practice.requests import *
from oversight_tui.services import drafts, record
store, today, n = open_store(sys.argv[1]), date(2026, 10, 2), 0
while True:
    n += 1
    child = str(n % 5 + 1)
    talk = DiscussionRequest((child,), f"talk {n}", today, decision="Visit", because="Why",
                             actions=(AgreedAction("Ring school", "Amira Khan", today),))
    done = [*record.discuss(store, talk, today),
            record.decide(store, DecisionRequest(f"decision {n}", today, child_id=child), today),
            record.raise_worry(store, WorryRequest(child, f"worry {n}", today, severity=3), today),
            record.add_action(store, ActionRequest(child, f"action {n}", "Amira Khan", today, today), today),
            record.rate_risk(store, RiskRequest(child, "high", f"risk {n}", today), today),
            record.hold(store, HoldSession("1", today, children=(child,)), today)]
    drafts.keep(store, "decide:child:1", {"because": f"draft {n}"})
    for one in done:
        print(one.id, flush=True)
"""


def one_round(path: Path, wait: float) -> tuple[int, list[str]]:
    """Record until killed; (how many entries were acknowledged, what is wrong afterwards)."""
    recorder = subprocess.Popen([sys.executable, "-c", RECORDER, str(path)], stdout=subprocess.PIPE, text=True)
    assert recorder.stdout is not None
    first = recorder.stdout.readline()
    time.sleep(wait)
    os.kill(recorder.pid, signal.SIGKILL)
    acknowledged = [int(line) for line in (first + recorder.stdout.read()).split("\n") if line.strip()]
    recorder.wait()
    store = open_store(path)
    try:
        with store.reading():
            there = {row[0] for row in asked(store, "SELECT id FROM entry")}
            wrong = [f"entry {one} is lost" for one in acknowledged if one not in there]
            wrong += list(verify(store).faults)
            for kind in ("discussion", "decision", "action"):
                whole = f"SELECT 1 FROM {kind} d WHERE d.entry_id = e.id"
                if asked(store, f"SELECT 1 FROM entry e WHERE e.kind = '{kind}' AND NOT EXISTS ({whole})"):
                    wrong.append(f"a {kind} is half")
            ((talks,),) = asked(store, "SELECT count(*) FROM discussion")
            ((decided,),) = asked(store, "SELECT count(*) FROM decision WHERE discussion_id IS NOT NULL")
            if talks != decided:
                wrong.append(f"{talks} talks and {decided} of their decisions")
            wrong += [str(row) for row in asked(store, "PRAGMA foreign_key_check")]
    finally:
        store.close()
    return len(acknowledged), wrong


def asked(store: Store, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a question, inside a transaction."""
    rows: list[tuple[Any, ...]] = store.database.execute_sql(sql).fetchall()
    return rows


def campaign(rounds: int, seed: int = 1) -> tuple[int, list[str]]:
    """So many rounds on one store."""
    moments = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "team.oversight"
        store = open_store(path)
        import_team(store)
        store.close()
        total, wrong = 0, []
        for _ in range(rounds):
            acknowledged, found = one_round(path, moments.uniform(0, 0.15))
            total += acknowledged
            wrong += found
    return total, wrong


def main() -> None:
    """Print how many were acknowledged and what was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=200)
    rounds = parser.parse_args().rounds
    total, wrong = campaign(rounds)
    print(f"{rounds} rounds, {total} entries acknowledged, {len(wrong)} faults")
    for fault in wrong[:20]:
        print(fault)


if __name__ == "__main__":
    main()
