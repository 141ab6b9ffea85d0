"""Hints on wording. Those that were dismissed are kept with the store, so that they stay so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from db.queries.settings import setting
from db.queries.single import worker_names
from oversight_tui.practice.language import Hint, hints
from oversight_tui.services.identity import author

if TYPE_CHECKING:
    from db.engine import Store

_SETTING = "dismissed_hints"


def dismissed(store: Store) -> frozenset[str]:
    """The words about which no hint is given any more."""
    with store.reading():
        return frozenset(setting(store, _SETTING) or ())


def wording_of(store: Store, own: Mapping[str, str]) -> Callable[[str], tuple[Hint, ...]]:
    """What says what might be said otherwise in a text for a child's file, remarks about any worker of the store among
    it; `own` are the authority's own words.
    """
    with store.reading():
        workers = [one.name for one in worker_names(store)]
        gone = dismissed(store)
    return partial(hints, workers=workers, own=own, dismissed=gone)


def dismiss(store: Store, word: str) -> None:
    """No more hints about this word."""
    from db.writes import set_setting

    with store.writing():
        known = dismissed(store)
        if word not in known:
            set_setting(store, _SETTING, sorted(known | {word}), author(store))


def restore(store: Store, word: str) -> None:
    """Hints about this word again."""
    from db.writes import set_setting

    with store.writing():
        known = dismissed(store)
        if word in known:
            set_setting(store, _SETTING, sorted(known - {word}), author(store))
