"""Every speed there is an aim for, one table after the other; the exit code is 1 where an aim was missed.

    .venv/bin/python -m benchmarks [--folder FOLDER] [--write FILE]

It takes about ten minutes, and some more the first time, for a store of a whole authority is written. With --folder
that is kept. One part alone: `-m benchmarks.screen`, `.board`, `.authority`, `.searching`,
`.counts`.
"""

from __future__ import annotations

from benchmarks import authority, board, counts, screen, searching
from benchmarks.options import run

PARTS = {
    "The screen": screen.figures,
    "A board": board.figures,
    "The whole authority": authority.figures,
    "Finding what was said": searching.figures,
    "What can be counted": counts.figures,
}

if __name__ == "__main__":
    raise SystemExit(run(PARTS, __doc__))
