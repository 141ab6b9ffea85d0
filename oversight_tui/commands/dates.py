"""`oversight dates`: the days on which something of a worker runs out, or is due in their own file."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import OwnFileDateRequest, Request, WorkerDateRequest
from oversight_tui.services.find import find_worker
from oversight_tui.services.record import RecordProblem
from oversight_tui.words.day_labels import WORKER_DATE
from oversight_tui.words.meant_days import day_meant

_NONE = "none"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whose, which, and when."""
    parser.add_argument("worker", metavar="WORKER", help="a name, a part of one that only one worker has, or an id")
    parser.add_argument(
        "what", choices=tuple(WORKER_DATE), help="what it is; appraisal and probation are in the own file"
    )
    parser.add_argument("day", metavar="DATE", help=f"the day; '{_NONE}' where it runs out no more")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    worker = find_worker(store, options.worker)
    is_none = options.day.strip().casefold() == _NONE
    if options.what in ("appraisal", "probation"):
        if is_none:
            raise RecordProblem("Say on which day; what is settled is recorded in the own file (`oversight personal`).")
        asked: Request = OwnFileDateRequest(worker, options.what, day_meant(options.day, today, "to_come"))
    else:
        asked = WorkerDateRequest(worker, options.what, None if is_none else day_meant(options.day, today, "to_come"))
    return record_and_print(store, asked, today, as_json=options.json)
