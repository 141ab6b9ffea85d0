"""Hints on wording that were dismissed: kept with the store, so that they stay so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import writes
from db.queries.settings import setting
from oversight_tui.services.identity import author

if TYPE_CHECKING:
    from db.engine import Store

_SETTING = "dismissed_hints"


def dismissed(store: Store) -> frozenset[str]:
    """The words about which no hint is given any more."""
    with store.reading():
        return frozenset(setting(store, _SETTING) or ())


def dismiss(store: Store, word: str) -> None:
    """No more hints about this word."""
    with store.writing():
        known = dismissed(store)
        if word not in known:
            writes.set_setting(store, _SETTING, sorted(known | {word}), author(store))


def restore(store: Store, word: str) -> None:
    """Hints about this word again."""
    with store.writing():
        known = dismissed(store)
        if word in known:
            writes.set_setting(store, _SETTING, sorted(known - {word}), author(store))
