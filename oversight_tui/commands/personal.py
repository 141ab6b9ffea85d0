"""`oversight personal`: an entry in a worker's own file. `oversight worker NAME --personal` reads it."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.personal import PERSONAL
from oversight_tui.practice.requests import PersonalRequest
from oversight_tui.services import record
from oversight_tui.services.find import find_worker
from oversight_tui.words.meant_days import day_meant


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whose file, what kind, the words."""
    parser.add_argument("worker", metavar="WORKER", help="a name, a part of one that only one worker has, or an id")
    parser.add_argument("kind", choices=tuple(PERSONAL), help="what it is about")
    parser.add_argument("text", metavar="TEXT", help="the words")
    parser.add_argument("--on", metavar="DATE", help="the day; today unless said")
    parser.add_argument("--support", metavar="TEXT", help="the support that is offered")
    parser.add_argument("--next-step", metavar="TEXT", help="what is done next")
    parser.add_argument("--follows", metavar="ID", help="the goal, course or concern it tells more of")
    parser.add_argument("--signed-by-worker", metavar="DATE", help="of an agreement, or of the one that it follows")
    parser.add_argument("--signed-by-manager", metavar="DATE", help="of an agreement, or of the one that it follows")
    parser.add_argument("--changed", choices=("yes", "no"), help="of feedback: whether supervision changed something")
    parser.add_argument("--look-again", metavar="DATE", help="the day on which it comes back: 'in 6 weeks', fri, 3/4")
    parser.add_argument("--renew", metavar="DATE", help="when an agreement is to be renewed")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    request = PersonalRequest(
        find_worker(store, options.worker),
        options.kind,
        options.text,
        day_meant(options.on, today) if options.on else today,
        support_offered=options.support,
        next_step=options.next_step,
        follows=record.entry_typed(options.follows, "entry of this file") if options.follows is not None else None,
        signed_by_worker=day_meant(options.signed_by_worker, today) if options.signed_by_worker else None,
        signed_by_manager=day_meant(options.signed_by_manager, today) if options.signed_by_manager else None,
        renew_on=day_meant(options.renew, today, "to_come") if options.renew else None,
        look_again_on=day_meant(options.look_again, today, "to_come") if options.look_again else None,
        changed=None if options.changed is None else options.changed == "yes",
    )
    return record_and_print(store, request, today, as_json=options.json)
