"""`oversight decisions`: what was decided, narrowed as one wants: three examples of challenge for an inspector."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import get_args

from oversight_tui.commands.looking_back import store_looking_back
from oversight_tui.commands.options import day_of
from oversight_tui.commands.printing import print_json, print_lines, print_marking, printed_id
from oversight_tui.practice.decided import Decided, Narrowed, Only, Said
from oversight_tui.practice.decided_told import told
from oversight_tui.services.board import load_board
from oversight_tui.services.decided import decisions
from oversight_tui.services.find import find_child, find_worker
from oversight_tui.services.policy import policy_in_force
from oversight_tui.words.meant_days import day_meant
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import match_key, one_line


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """To what the list is narrowed."""
    parser.add_argument("--kind", metavar="KIND", help="only decisions of this kind, as the policy names it")
    parser.add_argument("--worker", metavar="WORKER", help="only about children whom this worker holds")
    parser.add_argument("--child", metavar="CHILD", help="only about this child")
    parser.add_argument("--from", metavar="DATE", dest="first", help="from this day")
    parser.add_argument("--to-date", metavar="DATE", dest="last", help="up to this day")
    parser.add_argument(
        "--only",
        choices=get_args(Only),
        action="append",
        default=[],
        help="only those of which this is so; may be given several times",
    )
    parser.add_argument("--most", type=int, metavar="N", help="no more than so many, the newest")


def run(options: argparse.Namespace) -> int:
    """Print the list, the newest first; 0."""
    store, today = store_looking_back(options), day_of(options)
    board = load_board(store, today, options.team, all_teams=options.all_teams)
    with store.reading():
        kinds = policy_in_force(store).decision_kinds
    to = Narrowed(
        kind=_kind(options.kind, kinds) if options.kind else None,
        worker_id=find_worker(store, options.worker) if options.worker else None,
        child_id=find_child(store, options.child) if options.child else None,
        first=day_meant(options.first, today, "looked_at") if options.first else None,
        last=day_meant(options.last, today, "looked_at") if options.last else None,
        only=tuple(options.only),
    )
    found = decisions(store, board, to)
    if to.kind is not None and to.kind not in kinds and not found:
        raise PlainProblem(f"There is no decision kind '{one_line(to.kind)}'. There are {', '.join(kinds)}.")
    shown = found[: options.most] if options.most is not None else found
    if options.json:
        print_json({"decisions": [_shape(one) for one in shown], "of": len(found)})
        return 0
    print_marking()
    print_lines(told(shown, len(found), kinds))
    return 0


def _kind(typed: str, kinds: Mapping[str, str]) -> str:
    """The kind by its key in the policy or as the screen writes it; what is neither may be one of an earlier policy."""
    named = {match_key(name): key for key, words in kinds.items() for name in (key, words)}
    return named.get(match_key(typed), typed)


def _shape(one: Decided) -> dict[str, object]:
    return {
        "id": printed_id(one.entry_id),
        "child": one.child,
        "worker": one.worker,
        "on": one.on.isoformat() if one.on else None,
        "by": one.by,
        "kind": one.kind,
        "text": one.text,
        "because": one.because,
        "lacks_reason": one.lacks_reason,
        "review_on": one.review_on.isoformat() if one.review_on else None,
        "challenged": one.challenged,
        "reviews": list(map(_said, one.reviews)),
        "disagreements": list(map(_said, one.disagreements)),
        "overturned": _said(one.overturned) if one.overturned is not None else None,
    }


def _said(said: Said) -> dict[str, object]:
    return {"on": said.on.isoformat() if said.on else None, "who": said.who, "text": said.text}
