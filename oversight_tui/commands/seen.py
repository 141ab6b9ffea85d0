"""`oversight seen`: a child was seen, from which the next visit is counted; or was not, and why."""

from __future__ import annotations

import argparse
from typing import get_args

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.requests import NotSeenRequest, SeenRequest
from oversight_tui.practice.seen import NotSeenWhy, SeenPlace
from oversight_tui.services.find import find_child
from oversight_tui.services.record import RecordProblem
from oversight_tui.words.meant_days import day_meant


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which children, when, where and whether alone; or why not."""
    parser.add_argument("children", metavar="CHILD", nargs="+", help="the child's reference")
    parser.add_argument("--on", metavar="DATE", help="the day; today unless said")
    parser.add_argument("--alone", choices=("yes", "no"), help="whether the child was seen alone")
    parser.add_argument("--where", choices=get_args(SeenPlace), help="where the child was seen")
    parser.add_argument("--not", choices=get_args(NotSeenWhy), dest="why_not", help="not seen, and why")
    parser.add_argument("--text", metavar="TEXT", help="of a visit without the child: more about why")
    parser.add_argument("--who", metavar="NAME", help="of a visit without the child: who tried; the worker unless said")


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded; 0."""
    store, today = store_of(options), day_of(options)
    on = day_meant(options.on, today) if options.on else today
    children = tuple(find_child(store, one) for one in options.children)
    if options.why_not is not None:
        if options.alone is not None or options.where is not None:
            raise RecordProblem("Nobody was seen alone, or anywhere, who was not seen. Leave out --alone and --where.")
        unseen = NotSeenRequest(children, on, options.why_not, options.text, options.who)
        return record_and_print(store, unseen, today, as_json=options.json)
    if options.text is not None or options.who is not None:
        raise RecordProblem("--text and --who are said of a visit without the child, with --not and why.")
    alone = {"yes": True, "no": False}.get(options.alone or "")
    return record_and_print(store, SeenRequest(children, on, alone, options.where), today, as_json=options.json)
