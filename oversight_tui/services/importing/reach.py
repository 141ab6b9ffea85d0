"""Whom lists would show if they were still there: of the others nothing is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from oversight_tui.exchange.caseload.columns import CASELOAD
from oversight_tui.exchange.extract import ExtractChild
from oversight_tui.exchange.held_files import CALLED
from oversight_tui.practice.changes import KnownChild
from oversight_tui.words.text import match_key

OF_CHILDREN = ("annex_a", "caseload", *CALLED)  # formats that show who holds whom on a day
_EVERY_CHILD = "List 6"  # of Annex A: a child of any kind who is open is in it


def covers(lists: Collection[str], shown_in: Collection[str]) -> bool:
    """Whether one of these lists would show a child whom those showed before: a caseload table shows every child of its
    teams, and so does list 6; the other lists of Annex A each show their own.
    """
    if CASELOAD in lists or not set(lists).isdisjoint(shown_in):
        return bool(shown_in)
    return CASELOAD in shown_in and _EVERY_CHILD in lists


def in_reach(
    known: Iterable[KnownChild], children: Collection[ExtractChild], lists: Collection[str]
) -> tuple[KnownChild, ...]:
    """The children whom these lists may miss: of a caseload table of one worker those of that worker alone."""
    workers = {match_key(child.worker) for child in children if child.worker}
    is_of_one = set(lists) == {CASELOAD} and len(workers) == 1 and all(child.worker for child in children)
    return tuple(child for child in known if not is_of_one or _keys(child) & workers)


def _keys(child: KnownChild) -> set[str]:
    return {key for key in (child.worker_key, match_key(child.worker_name or "")) if key}
