"""`oversight search WORDS`: where something was said or typed. Reads only."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.printing import print_json, print_lines, print_marking, printed_id
from oversight_tui.practice.hits import Hit, Hits
from oversight_tui.practice.searching import excerpt
from oversight_tui.services.find import find_worker
from oversight_tui.services.search import search, search_own_files
from oversight_tui.words.dates import short_day

_LONGEST = 110  # characters of what was said that stand in a line


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What for, and where besides the pages."""
    parser.add_argument("words", metavar="WORD", nargs="+", help="words or their beginnings; all of them must be there")
    parser.add_argument("--old", action="store_true", help="also what was corrected or taken back since")
    parser.add_argument(
        "--personal", metavar="WORKER", help="in this worker's own file instead; the journal says that it was opened"
    )


def run(options: argparse.Namespace) -> int:
    """Print what was found; 0."""
    store, today, text = store_of(options), day_of(options), " ".join(options.words)
    if options.personal:
        found = search_own_files(store, [find_worker(store, options.personal)], text)
    else:
        found = search(store, text, options.team, all_teams=options.all_teams, also_old=options.old)
    if options.json:
        print_json([_shape(hit) for hit in found.hits])
    else:
        print_marking()
        print_lines(_lines(found, today))
    return 0


def _shape(hit: Hit) -> dict[str, object]:
    return {
        "id": printed_id(hit.entry),
        "what": hit.heading,
        "child": hit.reference,
        "worker": hit.worker or None,
        "on": hit.on.isoformat() if hit.on else None,
        "by": hit.by,
        "text": hit.text,
        "read_in": hit.read_in,
        "stands": hit.stands,
    }


def _lines(found: Hits, today: date) -> Iterator[str]:
    for hit in found.hits:
        whom = ", ".join(
            filter(None, (hit.reference and " ".join(filter(None, (hit.reference, hit.name))), hit.worker))
        )
        old = "" if hit.stands else " (corrected or taken back since)"
        day = short_day(hit.on, today) if hit.on else ""
        said = excerpt(hit.text, found.looked_for, _LONGEST)
        yield f"{day} {hit.heading}{old}{f', {whom}' if whom else ''}: {said} (id {hit.entry})".strip()
    if not found.hits:
        yield "Nothing that was said or typed has all of these words."
    if found.more:
        yield "There is more. Add a word to find less."
