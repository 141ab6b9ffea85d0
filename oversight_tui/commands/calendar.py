"""`oversight calendar`: the sessions planned for the next weeks, who is away, bank holidays."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from oversight_tui.commands.looking_back import store_looking_back
from oversight_tui.commands.options import day_of
from oversight_tui.commands.printing import print_json, print_lines, print_marking, printed_id
from oversight_tui.practice.weeks import AwayInWeek, DayPlan, away_by_week, days_ahead
from oversight_tui.services.board import load_board
from oversight_tui.services.record import RecordProblem
from oversight_tui.words.dates import weekday_day
from oversight_tui.words.labels import SESSION, words_for

MOST_WEEKS = 52


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How far ahead."""
    parser.add_argument("--weeks", type=int, default=8, metavar="N", help="how many weeks; 8 unless said")


def run(options: argparse.Namespace) -> int:
    """Print it; 0."""
    if not 1 <= options.weeks <= MOST_WEEKS:
        raise RecordProblem(f"--weeks takes a number from 1 to {MOST_WEEKS}.")
    board = load_board(store_looking_back(options), day_of(options), options.team, all_teams=options.all_teams)
    days = days_ahead(board, options.weeks)
    if options.json:
        print_json(
            [
                {
                    "on": day.on.isoformat(),
                    "holiday": day.holiday,
                    "sessions": [
                        {
                            "id": printed_id(one.entry_id),
                            "worker": one.worker,
                            "kind": one.kind,
                            "while_away": one.while_away,
                        }
                        for one in day.sessions
                    ],
                    "away": list(day.away),
                }
                for day in days
            ]
        )
    else:
        print_marking()
        print_lines(_lines(days))
    return 0


def _lines(days: tuple[DayPlan, ...]) -> Iterator[str]:
    away = away_by_week(days)
    for day in days:
        if day.on.weekday() == 0:
            yield f"Week of {weekday_day(day.on)}"
            who = ", ".join(f"{one.who} ({_when(one)})" for one in away.get(day.on, ()))
            if who:
                yield f"  Away: {who}"
        said = [
            f"{one.worker} ({words_for(SESSION, one.kind)}{', but away' if one.while_away else ''})"
            for one in day.sessions
        ]
        said += ["bank holiday"] if day.holiday else []
        if said:
            yield f"  {weekday_day(day.on)}: {', '.join(said)}"


def _when(away: AwayInWeek) -> str:
    if away.all_week:
        return "all week"
    if away.first == away.last:
        return weekday_day(away.first)
    return f"{weekday_day(away.first)} to {weekday_day(away.last)}"
