"""`oversight doctor`: whether store, backups and machine are well, on one page."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import StoreError
from db.key import NeedsKey, is_encrypted, is_there
from oversight_tui.clock import now
from oversight_tui.commands.asking import NoPassphrase
from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.commands.unlocking import passphrase_given
from oversight_tui.commands.which_store import NotInAFile, OnServer, StoreAt, store_at
from oversight_tui.config import Config, anchor_folder, backup_folder, config_path, load_config
from oversight_tui.config_values import ConfigProblem
from oversight_tui.own_process import dumps
from oversight_tui.services.doctor.lines import Line
from oversight_tui.services.doctor.page import Patient, PatientElsewhere, page, page_elsewhere
from oversight_tui.services.typed_key import UnreadPassphrase
from oversight_tui.words.problems import PlainProblem

if TYPE_CHECKING:
    from db.engine import Store
    from db.key import Key

WELL, TO_LOOK_AT, NOT_ASKED = 0, 1, 2
_WORDS = {
    "ok": "ok",
    "look": "look at this",
    "broken": "broken",
    "not_asked": "not asked",
    "unchecked": "not checked here",
}
_SYMBOLS = {
    "unicode": {"ok": "✓", "look": "!", "broken": "✗", "not_asked": "?", "unchecked": "-"},
    "ascii": {"ok": "+", "look": "!", "broken": "x", "not_asked": "?", "unchecked": "-"},
}
_NOT_WRONG = ("ok", "unchecked")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whether to rehearse a restore too."""
    parser.add_argument("--rehearse", action="store_true", help="restore the newest backup to a file of its own, too")


def run(options: argparse.Namespace) -> int:
    """Print the page; 0 where all is well, 1 where there is something to look at, 2 where the store stayed shut."""
    config, settings_problem = _settings()
    at = _place(options, settings_problem)
    if isinstance(at, OnServer) and options.rehearse:
        raise NotInAFile(
            f"A restore is rehearsed with a backup of a file, and the store {at} is on a server: whoever keeps the "
            "server rehearses it there. Leave --rehearse out."
        )
    store, problem, asked = _opened(options, settings_problem)
    try:
        if isinstance(at, OnServer):
            lines = page_elsewhere(
                PatientElsewhere(
                    stays_here=at.address.stays_here,
                    store=store,
                    problem=problem,
                    asked=asked,
                    config=config,
                    settings_problem=settings_problem,
                    environment=os.environ,
                    size=_terminal_size(),
                    dumps=dumps(),
                    moment=now(),
                )
            )
        else:
            lines = page(_patient(options, at, config, settings_problem, store, problem, asked=asked))
    finally:
        if store is not None:
            store.close()
    if options.json:
        print_json([{"subject": one.subject, "state": one.state, "says": one.says, "do": one.do} for one in lines])
    else:
        print_lines(_lines(lines, _SYMBOLS[config.glyphs]))
    return code_of(lines)


def code_of(lines: Sequence[Line]) -> int:
    """0 where all is well, 1 where there is something to look at, 2 where something could not be asked."""
    states = {one.state for one in lines}
    return NOT_ASKED if "not_asked" in states else TO_LOOK_AT if states - set(_NOT_WRONG) else WELL


def _patient(
    options: argparse.Namespace,
    path: Path,
    config: Config,
    settings_problem: str | None,
    store: Store | None,
    problem: str | None,
    *,
    asked: bool,
) -> Patient:
    named = getattr(options, "passphrase_file", None)
    return Patient(
        path=path,
        folder=backup_folder(config, path),
        anchors=anchor_folder(config),
        store=store,
        problem=problem,
        asked=asked,
        key_of=lambda backup: _key_of(options, backup, store),
        config=config,
        settings_problem=settings_problem,
        passphrase_file=Path(named).expanduser() if named else None,
        environment=os.environ,
        size=_terminal_size(),
        dumps=dumps(),
        moment=now(),
        today=day_of(options),
        rehearse=options.rehearse,
    )


def _terminal_size() -> tuple[int, int] | None:
    if not sys.stdout.isatty():
        return None
    found = shutil.get_terminal_size()
    return found.columns, found.lines


def _settings() -> tuple[Config, str | None]:
    try:
        return load_config(), None
    except ConfigProblem as problem:
        return Config(config_path()), str(problem)


def _place(options: argparse.Namespace, settings_problem: str | None) -> StoreAt:
    """Where the store is; the default one where the settings that may name another cannot be read."""
    if settings_problem is None or options.store or os.environ.get("OVERSIGHT_STORE"):
        return store_at(options)
    from oversight_tui.config import default_store_path

    return default_store_path()


def _opened(options: argparse.Namespace, settings_problem: str | None) -> tuple[Store | None, str | None, bool]:
    """The store, why it is not open, and whether that was tried."""
    if settings_problem is not None:
        return None, "Not opened, since the settings that say how cannot be read.", True
    at = _place(options, None)
    try:
        if not isinstance(at, OnServer) and is_there(at) and at.is_file() and not at.stat().st_size:
            return None, f"The store {at} is an empty file.", True  # opening it would make a new store of it
        return store_of(options, without_team=True), None, True
    except (NoPassphrase, UnreadPassphrase) as problem:
        return None, str(problem), False
    except (StoreError, PlainProblem) as problem:
        return None, str(problem), True
    except OSError as problem:
        return None, f"The store cannot be read: {problem.strerror}.", True


def _key_of(options: argparse.Namespace, backup: Path, store: Store | None) -> Key | None:
    """The store's key, else what was typed for the backup. Raises NeedsKey where nothing was."""
    if store is not None:
        return store.key
    if not is_encrypted(backup):
        return None
    typed = passphrase_given(options)
    if typed is None:
        raise NeedsKey(f"The backup {backup} is encrypted.")
    from oversight_tui.services.passphrase import key_for

    return key_for(backup, typed)


def shown_lines(lines: Sequence[Line]) -> Iterator[str]:
    """The page as it is printed, with the signs of the settings."""
    return _lines(lines, _SYMBOLS[_settings()[0].glyphs])


def _lines(lines: Sequence[Line], symbols: dict[str, str]) -> Iterator[str]:
    """Each line with its symbol and word; what to do stands under it."""
    for one in lines:
        word = _WORDS[one.state]
        yield f"{symbols[one.state]} {one.subject}, {word}: {one.says}"
        if one.do:
            yield f"  To do: {one.do}"
    wrong = _subjects(one for one in lines if one.state not in _NOT_WRONG)
    unseen = _subjects(one for one in lines if one.state == "unchecked")
    if wrong:
        yield f"Look at: {wrong}."
    else:
        yield "All is well." if not unseen else f"All that could be checked here is well; not checked: {unseen}."


def _subjects(lines: Iterable[Line]) -> str:
    return ", ".join(dict.fromkeys(one.subject for one in lines))
