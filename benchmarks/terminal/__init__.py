"""An instrument that starts a program in a terminal of its own, presses keys and says what a person would have seen.

It knows nothing of the program. `python -m benchmarks.terminal` checks it against delays that are known.
It needs Linux, and pyte to know what stands on the screen.
"""
