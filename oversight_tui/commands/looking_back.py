"""Commands that can be asked about a day that has passed: the store they ask, and what is said while one waits."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.last_resort import write_to_stderr
from oversight_tui.practice.pages import ChildPage, WorkerPage
from oversight_tui.words.then import as_at_words, left_out_words

if TYPE_CHECKING:
    from db.engine import Store


def looked_back_at(page: ChildPage | WorkerPage, today: date) -> Iterator[str]:
    """That a page is of a day that has passed, and what it leaves out."""
    if page.then is not None:
        said = as_at_words(today, page.then.recorded_by)
        left_out = left_out_words(page.left_out, today, page.then.recorded_by)
        yield f"{said[:1].upper()}{said[1:]}. {left_out}".strip()


def store_looking_back(options: argparse.Namespace) -> Store:
    """The store, for a command that shows what had been recorded by a day where it is asked to. Where every child of a
    large authority is to be worked out, that it takes a while is said first.
    """
    from oversight_tui.services.then import takes_long

    store = store_of(options, looking_back=True)
    said = takes_long(store, day_of(options), options.team, all_teams=options.all_teams)
    if said:
        write_to_stderr(said)
    return store
