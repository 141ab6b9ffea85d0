"""`oversight outlook`: one page for the case for resources: what moved, where it goes if nothing changes, what if."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import date

from oversight_tui.commands.looking_back import store_looking_back
from oversight_tui.commands.options import day_of
from oversight_tui.commands.outlook_shapes import outlook_shape
from oversight_tui.commands.printing import print_json, print_lines, print_marking
from oversight_tui.practice.sight.outlook_words import Section, page_of
from oversight_tui.practice.sight.team_outlook import TeamOutlook
from oversight_tui.practice.sight.what_if_asked import NamedDay, NamedWhatIf
from oversight_tui.services.sight.outlook import CannotAsk, load_outlooks, what_if_named
from oversight_tui.words.dates import as_at_said, long_day
from oversight_tui.words.meant_days import day_meant
from oversight_tui.words.then import passed_words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What if: who leaves, who is back, how many more children come."""
    parser.add_argument(
        "--leaves",
        metavar="WORKER[=DATE]",
        action="append",
        default=[],
        help="what if this worker's last day is DATE, today unless said; may be given several times",
    )
    parser.add_argument(
        "--back",
        metavar="WORKER[=DATE]",
        action="append",
        default=[],
        help="what if this worker, who is away, is back on DATE, today unless said; may be given several times",
    )
    parser.add_argument("--more", metavar="N", help="what if N children a week more come than now; fewer: --more=-N")


def run(options: argparse.Namespace) -> int:
    """Print a page for each team; 0."""
    store, today = store_looking_back(options), day_of(options)
    typed = NamedWhatIf(_named(options.leaves, today), _named(options.back, today), _more(options.more))
    asked = what_if_named(store, typed)
    found = load_outlooks(store, today, options.team, all_teams=options.all_teams, what_if=asked)
    if options.json:
        print_json({"as_of": today.isoformat(), "teams": [outlook_shape(one) for one in found]})
        return 0
    print_marking()
    if not found:
        print_lines(["No team yet. Import a list first."])
    for place, one in enumerate(found):
        print_lines([""] if place else [])
        print_lines(_page(one))
    return 0


def _named(said: Sequence[str], today: date) -> tuple[NamedDay, ...]:
    """Each worker with the day, typed as `WORKER=DATE`."""
    parts = (one.partition("=") for one in said)
    return tuple(NamedDay(name, day_meant(day, today, "to_come") if day.strip() else today) for name, _, day in parts)


def _more(typed: str | None) -> int:
    if typed is None:
        return 0
    try:
        return int(typed)
    except ValueError:
        raise CannotAsk("--more takes a whole number of children a week, such as 2, or --more=-1 for fewer.") from None


def _page(found: TeamOutlook) -> Iterator[str]:
    yield f"{found.team}, {long_day(found.as_of)}: the case for resources"
    yield as_at_said(found.as_of, found.sight.data_as_at)
    if found.then is not None:
        yield passed_words(found.then.recorded_by)
    for section in page_of(found):
        yield ""
        yield section.heading
        yield from (f"  {line}" for line in section.lines)
        yield from _table(section)


def _table(section: Section) -> Iterator[str]:
    """Its rows, each cell after the name of its column: a line that is read aloud says what each number is."""
    for worker, fte, *cells in section.rows:
        said = "; ".join(f"{column} {cell}" for column, cell in zip(section.columns[2:], cells, strict=True))
        yield f"  {worker}, {fte}: {said}."
