"""`oversight child REFERENCE`: one child's page."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from oversight_tui.commands.looking_back import looked_back_at
from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.printing import print_json, print_lines, print_marking, printed_id
from oversight_tui.commands.shapes import Shape, child_shape
from oversight_tui.config import load_config
from oversight_tui.practice.accountable import Accountable
from oversight_tui.practice.as_child import Letter, letters
from oversight_tui.practice.attention.unallocated import look_called
from oversight_tui.practice.board import AttentionRow
from oversight_tui.practice.facts import Entry, OpenItem
from oversight_tui.practice.limit_words import limit_said, set_for
from oversight_tui.practice.pages import ChildPage
from oversight_tui.practice.worry_words import worry_said
from oversight_tui.services.find import find_child
from oversight_tui.services.openings import open_child
from oversight_tui.services.wording import wording_of
from oversight_tui.words.dates import count, last_seen, listed_since, long_day, short_day
from oversight_tui.words.labels import BUCKET, RISK, SETTING, STATE, STATUS, words_for
from oversight_tui.words.lacking import lacking_words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which child."""
    parser.add_argument("reference", metavar="REFERENCE", help="the child's reference in the case system")
    parser.add_argument("--significant", action="store_true", help="only significant events and decisions")
    parser.add_argument("--as-child", action="store_true", help="as the child will read it, with hints on the wording")


def run(options: argparse.Namespace) -> int:
    """Print the page; 0."""
    store, today = store_of(options, looking_back=True), day_of(options)
    page = open_child(store, find_child(store, options.reference), today)
    if options.as_child:
        written = tuple(letters(page.entries, wording_of(store, load_config().language)))
        if options.json:
            print_json({"reference": page.row.child.reference, "entries": [_letter(one) for one in written]})
        else:
            print_marking()
            print_lines(_letters(written))
        return 0
    if options.significant:
        page = page.__replace__(entries=tuple(one for one in page.entries if one.significant or one.kind == "decision"))
    if options.json:
        print_json(child_shape(page))
    else:
        print_marking()
        print_lines(looked_back_at(page, today))
        print_lines(_page(page, today))
    return 0


def _letter(one: Letter) -> Shape:
    return {
        "id": printed_id(one.id),
        "happened_on": one.on.isoformat() if one.on else None,
        "by": one.by,
        "text": one.text,
        "because": one.because,
        "hints": [{"word": hint.word, "says": hint.says} for hint in one.hints],
    }


def _letters(written: Iterable[Letter]) -> Iterator[str]:
    for one in written:
        yield f"{long_day(one.on) if one.on else 'On a day that is not recorded'}. {one.by} wrote:"
        yield f"  {one.text}"
        if one.because:
            yield f"  Because: {one.because}"
        yield from (f"  Hint: {hint.says}" for hint in one.hints)
        yield ""


def _page(page: ChildPage, today: date) -> Iterator[str]:
    child, clock = page.row.child, page.row.discussion
    holder = page.row.worker or words_for(BUCKET, child.bucket, "no worker")
    name = f" {child.name}" if child.name else ""
    team = f", {child.team}" if child.team else ""
    yield f"{child.reference}{name}: {holder}{team}"
    if not child.open:
        yield f"Closed on {long_day(child.closed_on)}." if child.closed_on else "Closed."
    if page.hold is not None:
        yield f"Legal hold, {page.hold.by}: {page.hold.because}"
    since = f" since {short_day(child.status_since, today)}" if child.status_since else ""
    yield f"Status: {words_for(STATUS, child.status)}{since}. Risk: {words_for(RISK, child.risk, 'not rated')}."
    last = (
        f"last {short_day(clock.last, today)}, {count(clock.days_since or 0, 'day')} ago"
        if clock.last
        else lacking_words(clock.lacking)
    )
    limit = f", {limit_said(clock.limit_by, today)}" if clock.limit_by and child.open else ""
    stands = f" ({words_for(STATE, clock.state)})" if clock.last and child.open else ""
    yield f"Discussed: {last}{limit}{stands}."
    if page.waits is not None and child.open:
        yield from _without_worker(page, page.waits, today)
    if child.open:
        yield f"Last seen: {last_seen(child.last_seen, child.last_seen_source, today)}."
    if child.listed_on:
        yield f"As the list of {short_day(child.listed_on, today)} had the child: no newer one does."
    yield from page.timescales
    for heading, lines in (
        ("What has not moved", page.drift),
        ("Why we are worried", [f"{worry_said(one, today)} (id {one.id})" for one in page.worries]),
        ("To be done", [_action(one, today) for one in page.actions]),
    ):
        if lines:
            yield ""
            yield heading
            yield from (f"  {line}" for line in lines)
    yield from _allocations(page)
    yield from accountable_lines(page.accountable)
    yield ""
    yield "Entries"
    for entry in page.entries:
        yield f"  {entry_line(entry)}"
    if not page.entries:
        yield "  Nothing recorded yet."


def _allocations(page: ChildPage) -> Iterator[str]:
    yield ""
    yield "Allocations"
    for one in page.allocations:
        seen = listed_since(long_day(one.seen_by)) if one.seen_by else "from an unknown date"
        start = f"from {long_day(one.starts)}" if one.starts else seen
        end = f" to {long_day(one.ends)}" if one.ends else ""
        because = f": {one.because}" if one.because else ""
        by = f", {one.manager}," if one.manager else ""
        given = f" ({one.given_because})" if one.given_because else ""
        yield f"  {one.worker or words_for(BUCKET, one.bucket, 'no worker')}{by} {start}{given}{end}{because}"


def _without_worker(page: ChildPage, waits: AttentionRow, today: date) -> Iterator[str]:
    """For how long no worker has held the child, and the weekly look: by when, how late, and the last one's words."""
    yield f"Without a worker: {waits.summary[:1].lower()}{waits.summary[1:]}."
    if waits.due_on is not None:
        due = (
            f"{count(waits.days_over, 'day')} over, was due {short_day(waits.due_on, today)}" if waits.days_over else ""
        )
        yield f"{look_called(page.row.child).capitalize()}: {due or f'due {short_day(waits.due_on, today)}'}."
    if page.last_look is not None:
        yield f"Looked at last: {entry_line(page.last_look)}"


def accountable_lines(found: Sequence[Accountable]) -> Iterator[str]:
    """Which manager was accountable when, under a heading of its own."""
    yield ""
    yield "Manager accountable"
    yield from (f"  {one.says()}" for one in found)
    if not found:
        yield "  Not recorded."


def _action(one: OpenItem, today: date) -> str:
    due = f" {set_for(one.due_on, today)}" if one.due_on else ""
    carried = f", carried over {count(one.carried_over, 'time')}" if one.carried_over else ""
    return f"{one.who or 'Nobody'}{due}{carried}: {one.shown} (id {one.id})"


def entry_line(entry: Entry) -> str:
    """An entry of a child's or worker's page on one line."""
    day = long_day(entry.happened_on) if entry.happened_on else "No date"
    at = f" {entry.happened_at}" if entry.happened_at else ""
    setting = f" ({words_for(SETTING, entry.setting)})" if entry.setting else ""
    because = f" Because: {entry.because}" if entry.because else ""
    why = f": {entry.withdrawn_because}" if entry.withdrawn_because else ""
    withdrawn = f" WITHDRAWN{why}" if entry.withdrawn else ""
    kind = f"significant {entry.kind}" if entry.significant else entry.kind
    return f"{day}{at} {kind}{setting}, {entry.by}: {entry.text}{because}{withdrawn} (id {entry.id})"
