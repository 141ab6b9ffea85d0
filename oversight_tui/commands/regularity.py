"""`oversight regularity`: how regularly each worker was supervised, with every gap and what lay in it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import to_builtins

from oversight_tui.commands.looking_back import store_looking_back
from oversight_tui.commands.options import day_of
from oversight_tui.commands.printing import print_json, print_lines, print_marking
from oversight_tui.commands.span_options import add_span_options, span_of
from oversight_tui.practice.gap_words import STRIP_SAYS, counted_said, gap_said, months_said, reasons_said
from oversight_tui.practice.gaps import WorkerRegularity
from oversight_tui.practice.span import Span
from oversight_tui.services.regularity import team_regularity


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Over which days."""
    add_span_options(parser)


def run(options: argparse.Namespace) -> int:
    """Print it; 0."""
    today = day_of(options)
    span = span_of(options, today)
    workers = team_regularity(store_looking_back(options), span, today, options.team, all_teams=options.all_teams)
    if options.json:
        print_json(
            {"as_of": today.isoformat(), "from": span.first.isoformat(), "to": span.last.isoformat()}
            | {"workers": to_builtins(workers)}
        )
    else:
        print_marking()
        print_lines(_lines(workers, span, today))
    return 0


def _lines(workers: Sequence[WorkerRegularity], span: Span, today: date) -> Iterator[str]:
    yield f"Supervision from {span.says()}, by name"
    if not workers:
        yield "No worker was here in these days."
        return
    yield STRIP_SAYS
    for one in workers:
        yield f"{one.worker}: {counted_said(one)}"
        yield f"  {months_said(one)}"
        for gap in one.gaps:
            yield f"  {gap_said(gap, today)}. {' '.join(reasons_said(gap, today))}"
