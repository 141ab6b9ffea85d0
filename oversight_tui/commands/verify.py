"""`oversight verify`: whether anything in the store was edited, dropped, moved or cut off."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from db.seal import digest_of_file
from db.verification import Verification
from oversight_tui.commands.options import store_of
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.commands.which_store import file_of
from oversight_tui.services import journal
from oversight_tui.words.dates import count

_AS_THE_JOURNAL_HAS_IT = "every record is as the journal has it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What it is held against besides itself."""
    parser.add_argument("--printed", metavar="END", help="the end of the journal at the foot of a printed list")
    parser.add_argument(
        "--accept",
        action="store_true",
        help="take the store as it is, whatever was seen of it here; the journal says so",
    )


def run(options: argparse.Namespace) -> int:
    """Print what was found; 0 where all is well, 1 where not."""
    path = file_of(options)
    digest = digest_of_file(path) if path is not None else None  # before it is opened, which may mend it
    store = store_of(options, without_team=True)
    broken = store.outside.broken_seal(digest)
    accepted = journal.accept(store, broken) if options.accept else ()
    if options.accept and journal.sees_a_part(store):
        return _accepted_in_part(accepted, as_json=options.json)
    found = journal.verify(store, options.printed)
    faults = (broken, *found.faults) if broken is not None and not accepted else found.faults
    if options.json:
        said = {"rows": found.rows, "head": found.head, "anchored": found.anchored, "faults": list(faults)}
        print_json(said)
    else:
        print_lines(_accepted(accepted))
        print_lines(faults or _all_well(found))
    return 1 if faults else 0


def _accepted_in_part(accepted: Sequence[str], *, as_json: bool) -> int:
    """Print what a login took as it is that cannot look through the rest; 0."""
    if as_json:
        print_json({"accepted": list(accepted)})
        return 0
    print_lines(_accepted(accepted) if accepted else ["The store is the one that was seen here: nothing to accept."])
    print_lines(["Your login sees a part of the store: an auditor, and who keeps the server, verify the rest of it."])
    return 0


def _accepted(doubts: Sequence[str]) -> Iterator[str]:
    return (f"Accepted, and in the journal: {doubt}" for doubt in doubts)


def _all_well(found: Verification) -> Iterator[str]:
    records = "the records are for who keeps the server to verify" if found.journal_alone else _AS_THE_JOURNAL_HAS_IT
    yield f"{count(found.rows, 'row')} of the journal, each as it was written; {records}."
    yield f"The journal ends with row {found.rows}, {found.head}."
    if found.anchored is not None:
        yield f"The anchor outside the store has seen row {found.anchored}."
