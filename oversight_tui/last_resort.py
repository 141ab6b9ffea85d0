"""What is said when the program itself breaks: the kind of fault, its file and its line, and never a value.

Python's own report prints the text of the error, and Textual's every local variable with it: a child's name would
stand in the terminal, and in whatever keeps what terminals and scheduled tasks print.
"""

from __future__ import annotations

import logging
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

BROKEN = 70  # what sysexits.h gives a program that found a fault of its own
STOPPED = (
    "Oversight stopped because of a fault of its own. What was recorded is safe. "
    "Start it again; no record's content is in this message."
)
_OWN = ("oversight_tui", "db")


def sentence_for(fault: BaseException) -> str:
    """The sentence of a fault that ends the program: where it is, and nothing of what was in hand."""
    return STOPPED.replace("its own", f"its own ({_named(fault)})")


def watch() -> None:
    """From now on nothing in this process reports a fault with values: no thread, no clean-up, no library's log."""
    sys.excepthook = _uncaught
    threading.excepthook = lambda told: _say(told.exc_value)
    sys.unraisablehook = lambda told: _say(told.exc_value)
    logging.lastResort = _Placeless(logging.WARNING)


def _uncaught(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    if not isinstance(fault, KeyboardInterrupt):
        write_to_stderr(sentence_for(fault))


def _say(fault: BaseException | None) -> None:
    if fault is not None:
        write_to_stderr(f"A part of Oversight broke off ({_named(fault)}). What was recorded is safe.")


def write_to_stderr(sentence: str) -> None:
    """Say it where errors are said; a terminal that is gone is nobody to tell."""
    with suppress(OSError, ValueError):
        sys.stderr.write(f"{sentence}\n")


def _named(fault: BaseException) -> str:
    return f"{type(fault).__name__} in {_place(fault.__traceback__)}"


def _place(trace: TracebackType | None) -> str:
    """The innermost line of this program, and the library's where it broke in one."""
    own, last = "", "a library"
    while trace is not None:
        last = f"{Path(trace.tb_frame.f_code.co_filename).name} line {trace.tb_lineno}"
        if str(trace.tb_frame.f_globals.get("__name__", "")).split(".")[0] in _OWN:
            own = last
        trace = trace.tb_next
    return last if own in ("", last) else f"{last}, called from {own}"


class _Placeless(logging.Handler):
    """What a library logs where nobody has asked for a log: that it did, without its words."""

    def emit(self, record: logging.LogRecord) -> None:
        """Say the fault of the record; a mere remark is dropped."""
        fault: Any = record.exc_info[1] if record.exc_info else None
        _say(fault)
