"""Run a command and say how much memory it had at most: `python peak.py COMMAND...`, its output goes nowhere.

Prints seconds and KB. It loads next to nothing itself, since what Linux says of a process is never less than what
started it had.
"""

import os
import sys
import time

began = time.perf_counter()
process = os.fork()
if process == 0:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.execvp(sys.argv[1], sys.argv[1:])
_, status, usage = os.wait4(process, 0)
print(time.perf_counter() - began, usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
