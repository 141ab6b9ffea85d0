"""`oversight child REFERENCE`: one child's page."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.printing import print_json, print_lines, print_marking
from oversight_tui.commands.shapes import child_shape
from oversight_tui.practice.facts import Entry
from oversight_tui.practice.pages import ChildPage
from oversight_tui.services.files import child_page
from oversight_tui.services.find import find_child
from oversight_tui.words.dates import count, long_day, short_day
from oversight_tui.words.labels import BUCKET, RISK, SETTING, STATE, STATUS, words_for


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which child."""
    parser.add_argument("reference", metavar="REFERENCE", help="the child's reference in the case system")


def run(options: argparse.Namespace) -> int:
    """Print the page; 0."""
    store, today = store_of(options), day_of(options)
    page = child_page(store, str(find_child(store, options.reference)), today)
    if options.json:
        print_json(child_shape(page))
    else:
        print_marking()
        print_lines(_page(page, today))
    return 0


def _page(page: ChildPage, today: date) -> Iterator[str]:
    child, clock = page.row.child, page.row.discussion
    holder = page.row.worker or words_for(BUCKET, child.bucket, "no worker")
    name = f" {child.name}" if child.name else ""
    team = f", {child.team}" if child.team else ""
    yield f"{child.reference}{name}: {holder}{team}"
    if not child.open:
        yield "Closed."
    since = f" since {short_day(child.status_since, today)}" if child.status_since else ""
    yield f"Status: {words_for(STATUS, child.status)}{since}. Risk: {words_for(RISK, child.risk, 'not rated')}."
    last = f"last {short_day(clock.last, today)}, {count(clock.days_since or 0, 'day')} ago" if clock.last else "never"
    limit = f", limit {short_day(clock.limit_by, today)}" if clock.limit_by else ""
    yield f"Discussed: {last}{limit} ({words_for(STATE, clock.state)})."
    yield ""
    yield "Allocations"
    for one in page.allocations:
        seen = f"seen by {long_day(one.seen_by)}" if one.seen_by else "from an unknown date"
        start = f"from {long_day(one.starts)}" if one.starts else seen
        end = f" to {long_day(one.ends)}" if one.ends else ""
        yield f"  {one.worker or words_for(BUCKET, one.bucket, 'no worker')} {start}{end}"
    yield ""
    yield "Entries"
    for entry in page.entries:
        yield f"  {_entry(entry)}"
    if not page.entries:
        yield "  Nothing recorded yet."


def _entry(entry: Entry) -> str:
    day = long_day(entry.happened_on) if entry.happened_on else "No date"
    at = f" {entry.happened_at}" if entry.happened_at else ""
    setting = f" ({words_for(SETTING, entry.setting)})" if entry.setting else ""
    because = f" Because: {entry.because}" if entry.because else ""
    withdrawn = f" WITHDRAWN: {entry.withdrawn_because}" if entry.withdrawn else ""
    return f"{day}{at} {entry.kind}{setting}, {entry.by}: {entry.text}{because}{withdrawn} (id {entry.id})"
