"""A server that is stopped as if the power went, and started again, while several programs record: what was
acknowledged must be there, once; what was refused must not; the journal is one chain.

python -m tests.server.restarts --rounds 100
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from contextlib import closing

from db.server.opening import open_on_server
from tests.db.test_board_facts import import_team
from tests.server.own_server import OwnServer, own_server
from tests.server.writers import Outcomes, writing, wrong_in

# As an authority has it: what is acknowledged was flushed.
SAFE = ("fsync=on", "synchronous_commit=on", "full_page_writes=on")
MOST_BETWEEN, LONGEST_SECONDS = 30, 20.0  # records from a start to the next stop, and how long they are waited for
CLOCKS = (0, 180, -7200, 0)  # of the machines that record, in seconds ahead


def campaign(rounds: int, seed: int, clocks: tuple[int, ...] = CLOCKS) -> tuple[Outcomes, list[str]]:
    """Stop and start a server so often; what the programs were told, and what is wrong."""
    chance = random.Random(seed)
    with own_server(*SAFE) as server:
        address = server.address(server.new_database())
        with closing(open_on_server(address)) as store:
            import_team(store)
        with writing(address, clocks) as outcomes:
            for number in range(1, rounds + 1):
                _round(server, outcomes, chance)
                if number % 10 == 0:
                    print(f"round {number} of {rounds}", flush=True)
        with closing(open_on_server(address)) as store:
            return outcomes, wrong_in(store, outcomes)


def _round(server: OwnServer, outcomes: Outcomes, chance: random.Random) -> None:
    """Stop it in the middle of the work: at a random moment after some records more."""
    enough, latest = outcomes.saved + chance.randint(1, MOST_BETWEEN), time.monotonic() + LONGEST_SECONDS
    while outcomes.saved < enough and time.monotonic() < latest:
        time.sleep(0.005)
    time.sleep(chance.uniform(0, 0.1))
    server.stop("immediate")
    server.start()


def main() -> int:
    """Run it, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    outcomes, wrong = campaign(given.rounds, given.seed)
    told = ", ".join(f"{number} {what}" for what, number in sorted(outcomes.count().items()))
    print(f"{given.rounds} rounds: {told}; {len(wrong)} wrong")
    print("\n".join(wrong[:20]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
