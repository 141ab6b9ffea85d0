"""`oversight today`: the morning list, or what falls due in the days to come."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from oversight_tui.commands.looking_back import store_looking_back
from oversight_tui.commands.options import day_of
from oversight_tui.commands.printing import print_json, print_lines, print_long_json, print_marking
from oversight_tui.commands.shapes import ahead_shape, board_shape
from oversight_tui.practice.ahead import AheadRow
from oversight_tui.practice.board import AttentionRow, Board
from oversight_tui.practice.day_told import without_worker_words
from oversight_tui.services.board import load_ahead, load_board
from oversight_tui.services.openings import note_printed
from oversight_tui.services.paper import about_whom, by_tier, page_to_carry, planned_today, said_counts, who_is_away
from oversight_tui.words.dates import count, long_day, short_day, weekday_day
from oversight_tui.words.labels import KIND, STATE, words_for
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.then import as_at_words
from oversight_tui.words.typed import whole_number

MOST_DAYS_AHEAD = 366


class NotADayCount(PlainProblem):
    """--ahead was given something that is no number of days."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """For paper, with points, or how many days ahead where what is to come is asked for."""
    parser.add_argument("--print", action="store_true", dest="paper", help="laid out for a page to carry")
    parser.add_argument("--points", action="store_true", help="with each row the points that its score is the sum of")
    parser.add_argument("--ahead", metavar="N", help="what falls due in the next N days, instead of the list of today")


def run(options: argparse.Namespace) -> int:
    """Print the list; 0."""
    store, today = store_looking_back(options), day_of(options)
    if options.ahead is None:
        board = load_board(store, today, options.team, all_teams=options.all_teams)
        if options.json:
            print_long_json(board_shape(board))
            return 0
        print_marking()
        if options.paper:
            end = note_printed(store, board)
            sys.stdout.write("".join(f"{line}\n" for line in page_to_carry(board, end)))
            print_marking()
        else:
            print_lines(_morning(board, points=options.points))
        return 0
    days = _days(options.ahead)
    board, rows = load_ahead(store, today, days, options.team, all_teams=options.all_teams)
    if options.json:
        print_json(ahead_shape(board, rows, days))
    else:
        print_marking()
        print_lines(_to_come(board, rows, days))
    return 0


def _days(text: str) -> int:
    days = whole_number(text)
    if days is not None and 1 <= days <= MOST_DAYS_AHEAD:
        return days
    raise NotADayCount(f"--ahead takes a number of days from 1 to {MOST_DAYS_AHEAD}.")


def _heading(board: Board) -> str:
    then = board.then
    day = as_at_words(board.as_of, then.recorded_by) if then is not None else long_day(board.as_of)
    return f"{', '.join(board.teams) or 'No team yet'}, {day}"


def _morning(board: Board, *, points: bool) -> Iterator[str]:
    """What the top line counts, today's diary, then under a heading for each tier its rows, each with why it is there
    and, if they are asked for, its points.
    """
    counts = board.counts
    age = f"data as at {short_day(board.data_as_at, board.as_of)}" if board.data_as_at else "no data imported"
    yield _heading(board)
    yield (
        f"{said_counts(counts)}. {count(counts.workers, 'worker')}, "
        f"{count(counts.children, 'child', 'children')}; {age}."
    )
    yield f"Without a worker: {without_worker_words(counts)}."
    yield from _diary(board)
    yield ""
    for heading, rows in by_tier(board.attention):
        yield heading
        for row in rows:
            yield _line(row, about_whom(board, row))
            yield f"  Why: {row.reason}"
            if points:
                factors = ", ".join(f"{one.factor} {one.points:+g}" for one in row.because)
                yield f"  Points: {factors}, together {row.score:g}"
    if not board.attention:
        yield "Nothing needs you now." if board.workers or board.children else "No team yet. Import a list first."


def _diary(board: Board) -> Iterator[str]:
    planned = planned_today(board)
    if planned:
        yield f"Supervision today: {planned}."
    away = who_is_away(board)
    if away:
        yield f"Away: {away}."


def _line(row: AttentionRow, about: str) -> str:
    kind = words_for(KIND, row.kind)
    late = f", {count(row.days_over, 'day')} over" if row.days_over else ""
    decided = ", decided today" if row.decided_today else ""
    head = f"{kind} {about}" if about else kind
    return f"{row.rank}. {head}: {row.summary} ({words_for(STATE, row.state)}{late}{decided})"


def _to_come(board: Board, rows: tuple[AheadRow, ...], days: int) -> Iterator[str]:
    yield f"{_heading(board)}: what falls due in the next {count(days, 'day')}"
    yield ""
    day = None
    for row in rows:
        if row.on != day:
            day = row.on
            yield weekday_day(day)
        about = " ".join(filter(None, (row.child, row.worker)))
        yield f"  {row.called.capitalize()} {about}: {row.text}"
    if not rows:
        yield "Nothing falls due."
