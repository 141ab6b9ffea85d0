"""`oversight absence`: a worker away, from a day to a day, with a category of reason and no more."""

from __future__ import annotations

import argparse
from typing import cast

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.facts import AbsenceReason
from oversight_tui.practice.requests import AbsenceRequest, EndAbsence
from oversight_tui.services.find import find_worker, outside
from oversight_tui.words.absences import category_of
from oversight_tui.words.meant_days import day_meant
from oversight_tui.words.problems import PlainProblem


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Who, from when to when, and the reason."""
    parser.add_argument("worker", metavar="WORKER", help="a name, a part of one that only one worker has, or an id")
    parser.add_argument("--from", metavar="DATE", dest="first_day", help="the first day away")
    parser.add_argument("--to", metavar="DATE", dest="last_day", help="the last day away; left out while not known")
    parser.add_argument("--because", metavar="TEXT", help="leave, sickness, training, or other words for these")
    parser.add_argument("--covered-by", metavar="NAME", help="who sees to the children meanwhile")
    parser.add_argument("--outside", action="store_true", help="whoever stands in is nobody of the team")
    parser.add_argument("--ends", metavar="DATE", help="instead of these: the last day of the absence they are in")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0.

    Words that are none of a category are kept beside the category "other".
    """
    store, today = store_of(options), day_of(options)
    if options.ends:
        worker, last_day = find_worker(store, options.worker), day_meant(options.ends, today, "either")
        return record_and_print(store, EndAbsence(worker, last_day), today, as_json=options.json)
    if not options.first_day or not options.because:
        raise PlainProblem("Say from when and why: --from DATE --because TEXT; or with --ends DATE when it ends.")
    category = category_of(options.because)
    first_day = day_meant(options.first_day, today, "either")
    request = AbsenceRequest(
        find_worker(store, options.worker),
        first_day,
        day_meant(options.last_day, today, "either", first_day) if options.last_day else None,
        cast(AbsenceReason, category or "other"),
        because=None if category else options.because,
        covered_by=outside(options.covered_by) if options.outside and options.covered_by else options.covered_by,
    )
    return record_and_print(store, request, today, as_json=options.json)
