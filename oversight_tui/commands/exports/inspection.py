"""`oversight export inspection`: regularity of supervision, and oversight of a sample of children."""

from __future__ import annotations

import argparse

from oversight_tui.commands.exports.target import path_of, refuse_ours
from oversight_tui.commands.looking_back import store_looking_back
from oversight_tui.commands.options import day_of
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.commands.span_options import add_span_options, span_of
from oversight_tui.practice.sample import CHILDREN, MOST_CHILDREN, SEED


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which days, which sample, which file."""
    add_span_options(parser)
    parser.add_argument(
        "--to", metavar="FILE", required=True, help="the file to write: .html, .docx, .pdf, .txt, .json"
    )
    parser.add_argument("--replace", action="store_true", help="write over the file where it is there already")
    parser.add_argument(
        "--children",
        type=int,
        default=CHILDREN,
        metavar="N",
        help=f"how many children are drawn; {CHILDREN} unless said",
    )
    parser.add_argument(
        "--seed",
        type=int,
        default=SEED,
        metavar="N",
        help=f"by which number: the same draws the same; {SEED} unless said",
    )


def run(options: argparse.Namespace) -> int:
    """Write it and say so; 0."""
    from oversight_tui.config import load_config
    from oversight_tui.services.exporting.inspection import Sampling, export_inspection, said_of
    from oversight_tui.services.record import RecordProblem

    if not 0 <= options.children <= MOST_CHILDREN:
        raise RecordProblem(f"--children takes a number from 0 to {MOST_CHILDREN}. Nothing was written.")
    today, path = day_of(options), path_of(options)
    refuse_ours((path,), options)
    pack = export_inspection(
        store_looking_back(options),
        path,
        span_of(options, today),
        Sampling(options.children, options.seed),
        today,
        marking=load_config().marking,
        teams=options.team or (),
        all_teams=options.all_teams,
        replace=options.replace,
    )
    children = [one.reference for one in pack.children]
    if options.json:
        print_json(
            {
                "file": path.name,
                "from": pack.first.isoformat(),
                "to": pack.last.isoformat(),
                "workers": len(pack.workers),
                "children": children,
                "of": pack.of,
                "seed": pack.seed,
            }
        )
    else:
        print_lines([said_of(pack, path)])
    return 0
