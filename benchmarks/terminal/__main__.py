"""Check the instrument: a program with known delays goes in, the same delays must come out.

.venv/bin/python -m benchmarks.terminal
"""

from __future__ import annotations

import random
import statistics
import sys

from benchmarks.terminal.emulator import Emulator
from benchmarks.terminal.keys import keys_of
from benchmarks.terminal.trial import Press, Program, run

_KNOWN = r"""
import os, time, tty
tty.setraw(0)
say = lambda text: os.write(1, text.encode())
say("\x1b[?1049h\x1b[?25l\x1b[2J\x1b[6n")
while b"R" not in os.read(0, 100): pass
time.sleep(0.150)
say("\x1b[1;1Hloading")
say("\x1b[?2026h\x1b[1;1HREADY   \x1b[5;5H\x1b[<u\x1b[38:2::10:20:30mx\x1bPjunk\x1b\\\x1b_Gjunk\x1b\\")
time.sleep(0.030)
say("\x1b[?2026l")
pressed = 0
while b"q" not in os.read(0, 64):
    pressed += 1
    time.sleep(0.020); say(f"\x1b[3;1Hkey {pressed}")
    time.sleep(0.010); say(f"\x1b[4;1Hdone {pressed}")
    say("\x1b[3;1H\x1b[3;1H")
say("\x1b[?25h\x1b[?1049l")
"""
_MISCHIEF = (
    b"\x1b[2J\x1b[1;1Hab\x1b[3bX\x1b[<u\x1bPz\x1b\\\x1b]0;title\x07",
    b"\xe2\x94",
    b"\x80\x1b[58;2;1;2;3;38:2::9:9:9m!",
)


def main() -> int:
    """Say of each check whether it holds; 1 where one does not."""
    emulator = Emulator(20, 5)
    for part in _MISCHIEF:
        for _ in emulator.feed(part):
            pass
    for _ in emulator.look():
        pass
    program = Program("known", (sys.executable, "-S", "-c", _KNOWN), "READY", (Press("k", ("k",), 20),))
    trial = run(program, random.Random(1), keys=True, idle_seconds=1)
    answered = statistics.median(one.milliseconds or 0 for one in trial.answers["k"])
    idle = trial.idle.percent if trial.idle else 100
    kitty = b"".join(key.sent(25) for key in keys_of("aA<Esc><C-q><Enter>"))
    checks = {
        "what stands on the screen": emulator.text.splitlines()[0] == "abbbbX─!",
        "keys as they always were": b"".join(key.sent(0) for key in keys_of("a<Esc><C-q><Down><S-Tab>"))
        == b"a\x1b\x11\x1b[B\x1b[Z",
        "keys of kitty": kitty == b"\x1b[97;;97u\x1b[97;2;65u\x1b[27u\x1b[113;5u\x1b[13u",
        f"the end of a synchronised frame, {trial.ready:.1f} ms": 180 <= trial.ready < 260,
        f"the last change after a key, 30 ms: {answered:.1f}": abs(answered - 30) < 3,
        f"nothing done when idle: {idle:.2f} percent": idle < 1,
        f"stamps late by at most 4 ms: {trial.late_by:.2f}": trial.late_by < 4,
        f"a tidy end {trial.problems}": not trial.problems,
    }
    for what, holds in checks.items():
        print(f"{'holds' if holds else 'FAILS'}  {what}")
    return 0 if all(checks.values()) else 1


if __name__ == "__main__":
    raise SystemExit(main())
