"""`oversight sight`: one page over a team, or over many; with --rows what one of its numbers counts."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from time import monotonic
from typing import TYPE_CHECKING, get_args

from oversight_tui.commands.looking_back import store_looking_back
from oversight_tui.commands.options import day_of
from oversight_tui.commands.printing import print_json, print_lines, print_marking
from oversight_tui.commands.sight_shapes import rows_shape, sight_shape
from oversight_tui.last_resort import write_to_stderr
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.sight.page import NO_TEAM, sight_page
from oversight_tui.practice.sight.rows import ChildFigureRow, FigureRow, WorkerFigureRow
from oversight_tui.practice.sight.values import Figure, FigureKey, ShareKey, Sight, TeamSight, figures_of
from oversight_tui.services.sight import load_sight, rows_of, with_months
from oversight_tui.words.dates import count
from oversight_tui.words.labels import RISK, STATUS, words_for
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.sight import FIGURE, SHARE
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from db.engine import Store

KEYS: tuple[FigureKey | ShareKey, ...] = (*get_args(ShareKey), *get_args(FigureKey))
_LONG = 2.0  # seconds after which somebody wants to know what takes so long


class NoSuchNumber(PlainProblem):
    """The rows of a number were asked for that line of sight does not have; the text lists those it has."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The rows of one number."""
    parser.add_argument("--rows", metavar="KEY", help=f"the rows that a number counts, by its key: {', '.join(KEYS)}")


def run(options: argparse.Namespace) -> int:
    """Print the page, or the rows of a number; 0."""
    store, today = store_looking_back(options), day_of(options)
    key = _key_of(options.rows) if options.rows is not None else None
    sight = load_sight(store, today, options.team, all_teams=options.all_teams)
    if key is not None:
        _print_rows(store, sight, key, today, as_json=options.json)
        return 0
    sight = with_months(store, sight, _Telling())
    names = _names_of_the_late(store, sight, today)
    if options.json:
        print_json(sight_shape(sight, names))
        return 0
    print_marking()
    sys.stdout.write("".join(f"{line}\n" for line in sight_page(sight, names)))
    return 0


def _key_of(typed: str) -> FigureKey | ShareKey:
    """The number that was typed. Raises NoSuchNumber."""
    for key in KEYS:
        if key == typed.strip().casefold():
            return key
    raise NoSuchNumber(f"There is no number '{one_line(typed)}' here. The numbers are {', '.join(KEYS)}.")


def _names_of_the_late(store: Store, sight: Sight, today: date) -> Mapping[WorkerId, str]:
    late = Figure("workers", workers=tuple(one.worker for team in sight.teams for one in team.late))
    return {row.worker: row.name for row in rows_of(store, late, today) if isinstance(row, WorkerFigureRow)}


class _Telling:
    """Says what is being done where it takes long."""

    def __init__(self) -> None:
        self._began, self._said = monotonic(), False

    def __call__(self, done: int, of: int) -> None:
        if not self._said and done < of and monotonic() - self._began > _LONG:
            self._said = True
            write_to_stderr(f"Working out {count(of, 'month')} that are over, once; {done} done so far.")


def _print_rows(store: Store, sight: Sight, key: FigureKey | ShareKey, today: date, *, as_json: bool) -> None:
    opened = [(team, _rows(store, team, key, today)) for team in sight.teams]
    if as_json:
        found = [rows_shape(team, rows) for team, rows in opened]
        recorded_by = sight.then.recorded_by if sight.then is not None else None
        print_json(
            {
                "as_of": today.isoformat(),
                "recorded_by": recorded_by.isoformat() if recorded_by is not None else None,
                "key": key,
                "teams": found,
            }
        )
        return
    print_marking()
    called = {**FIGURE, **SHARE}[key]
    for team, rows in opened:
        print_lines(_lines(team, called, rows))


def _rows(store: Store, team: TeamSight, key: FigureKey | ShareKey, today: date) -> Sequence[FigureRow]:
    return [row for one in figures_of(key) for row in rows_of(store, team.figures[one], today)]


def _lines(team: TeamSight, called: str, rows: Sequence[FigureRow]) -> Iterator[str]:
    yield f"{team.team or NO_TEAM}, {called}: {len(rows)}"
    yield from (f"  {_row(row)}" for row in rows)


def _row(row: FigureRow) -> str:
    if isinstance(row, WorkerFigureRow):
        return f"{row.name}: {row.says or count(row.children, 'child', 'children')}"
    child = " ".join(filter(None, (row.reference, row.name)))
    about = f"{child}, {row.worker}" if row.worker else f"{child}, no worker"
    if isinstance(row, ChildFigureRow):
        return f"{about}: {row.says} ({words_for(STATUS, row.status)}, {_risk(row.risk)})"
    days = f", open for {count(row.days, 'day')}" if row.days else ""
    return f"{about}: {row.says}{days}"


def _risk(rating: str | None) -> str:
    return f"{words_for(RISK, rating)} risk" if rating is not None else "not rated"
