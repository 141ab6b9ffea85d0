"""`oversight verify`: whether any row of the journal was edited, dropped, moved or cut off."""

from __future__ import annotations

import argparse

from oversight_tui.commands.options import store_of
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.services import journal
from oversight_tui.words.dates import count


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing but the common options."""


def run(options: argparse.Namespace) -> int:
    """Print what was found; 0 where all is well, 1 where not."""
    found = journal.verify(store_of(options))
    if options.json:
        print_json({"rows": found.rows, "head": found.head, "faults": list(found.faults)})
    else:
        print_lines(found.faults or [f"{count(found.rows, 'row')} of the journal, each as it was written."])
    return 1 if found.faults else 0
