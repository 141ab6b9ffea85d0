"""Random histories against the program: `python -m tests.oracle.campaign --histories 1000 --seed 1`.

Prints each sort of difference once, with the shortest history found that shows it, and the totals.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections import Counter
from pathlib import Path

from tests.oracle.desk import Beginnings
from tests.oracle.history import random_history
from tests.oracle.minimise import minimised
from tests.oracle.play import play

REFUSALS_SHOWN = 15


def main() -> int:
    """Run the campaign; 1 where the program and the oracle differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--histories", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1, help="the first seed; the others follow it")
    parser.add_argument("--quick", action="store_true", help="do not look for the shortest history")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="oracle-") as folder:
        return _run(Path(folder), range(asked.seed, asked.seed + asked.histories), quick=asked.quick)


def _run(folder: Path, seeds: range, *, quick: bool) -> int:
    os.environ.update(OVERSIGHT_PLAIN="1")
    beginnings, store = Beginnings(folder), folder / "history.oversight"
    sorts: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    events: Counter[str] = Counter()
    shown: set[str] = set()
    days = fields = typed = 0
    for seed in seeds:
        history = random_history(seed)
        played = play(history, beginnings, store)
        days, fields, typed = days + played.asked, fields + played.fields, typed + len(history.typed)
        refused.update(played.refused)
        events.update(played.events)
        for difference, ask in played.differences.items():
            if difference.sort not in shown:
                shown.add(difference.sort)
                print(f"\n# seed {seed}, {ask.day}: {difference}", flush=True)
                if not quick:
                    shortest = minimised(history, difference.sort, ask, beginnings, store)
                    shown |= shortest.sorts()
                    print("\n".join([*shortest.said, *(f"-> {one}" for one in shortest.differences)]), flush=True)
            sorts[difference.sort] += 1
    print(
        f"\n{len(seeds)} histories, {typed} things typed, {days} days asked, {fields} fields, "
        f"{sorts.total()} differences"
    )
    for sort, times in sorts.most_common():
        print(f"{times:6} {sort}")
    print("\nAmong what was typed and taken, and asked:")
    for what, times in sorted(events.items()):
        print(f"{times:6} {what}")
    print("\nNot taken by the program:")
    for why, times in refused.most_common(REFUSALS_SHOWN):
        print(f"{times:6} {why}")
    return 1 if sorts else 0


if __name__ == "__main__":
    raise SystemExit(main())
