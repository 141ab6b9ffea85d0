"""How to begin where there is no store yet: asked on the first screen, before anything is made or any passphrase asked.

A passphrase that is given by an option, and a store that is to be plain, are choices already: then the store is made at
once, and the same ways stand on its empty board.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from oversight_tui.commands.unlocking import passphrase_named
from oversight_tui.config import load_config
from oversight_tui.services.problems import SAID_PLAINLY
from oversight_tui.ui.passphrases import Passphrases, Strength

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from db.key import Key
    from oversight_tui.ui.after_leaving import Beginning


def is_to_be_asked(options: argparse.Namespace, path: Path) -> bool:
    """Whether there is no store at this path and nothing was said about the key of a new one."""
    from db.key import is_there

    said_plain = getattr(options, "plain", False) or os.environ.get("OVERSIGHT_PLAIN") == "1"
    return not (passphrase_named(options) or said_plain or (is_there(path) and path.stat().st_size))


def ask_how_to_begin(path: Path, today: Callable[[], date]) -> Beginning | None:
    """Show the first screen; None where it was left. Raises StoreError where somebody else's file lies there."""
    from db.ownership import refuse_others_files
    from oversight_tui.ui.first_app import show_first

    refuse_others_files(path)
    return show_first(load_config(), PASSPHRASES, today)


def _strength(typed: str) -> Strength:
    from oversight_tui.services.passphrase import STEPS, judged

    try:
        found = judged(typed)
    except SAID_PLAINLY as problem:
        return Strength(0.0, str(problem), is_weak=True, is_refused=True)
    return Strength(found.steps / STEPS, str(found), found.is_weak, found.is_refused)


def _key_for(typed: str) -> Key | str:
    from oversight_tui.services.typed_key import key_for_new

    try:
        return key_for_new(typed)
    except SAID_PLAINLY as problem:
        return str(problem)


def _phrase_of(key: Key) -> tuple[str, ...]:
    from oversight_tui.services.typed_key import recovery_phrase

    return tuple(recovery_phrase(key).split())


PASSPHRASES = Passphrases(_strength, _key_for, _phrase_of)
