"""The key of the store a command opens: from a file or a file descriptor, the system's keyring, or a person.

At a terminal a person is asked, three times at the most; where there is none, a sentence names the option to give. A
new store is encrypted unless it was said to be plain. A passphrase that is given is used or refused, never passed over.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from oversight_tui.commands.asking import (
    TRIES,
    ask,
    needs_somebody,
    new_passphrase,
    say_marking,
    say_strength,
    show_recovery_phrase,
    somebody_is_here,
)
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from db.engine import Store
    from db.key import Key


class UnusedKey(PlainProblem):
    """A passphrase was given where there is nothing that it could open or encrypt, or two were."""


def add_key_options(parser: argparse.ArgumentParser) -> None:
    """--passphrase-file, --passphrase-fd and --plain."""
    absent = argparse.SUPPRESS
    parser.add_argument(
        "--passphrase-file", metavar="FILE", default=absent, help="the first line of this file is the passphrase"
    )
    parser.add_argument(
        "--passphrase-fd",
        metavar="N",
        type=int,
        default=absent,
        help="the passphrase is read from this file descriptor",
    )
    parser.add_argument(
        "--plain", action="store_true", default=absent, help="a new store is not encrypted (or OVERSIGHT_PLAIN=1)"
    )


def opened_with_key(options: argparse.Namespace, path: Path, open_with: Callable[[Key | None], Store]) -> Store:
    """Open the store at a path with the key that belongs to it. Raises StoreError, NoPassphrase and UnusedKey."""
    from db.key import WrongKey, is_encrypted, is_there

    if not is_there(path) or not path.stat().st_size:
        return open_with(_key_of_new(options, path))
    if not is_encrypted(path):
        refuse_key(
            options,
            f"The store {path} is not encrypted, and a passphrase was given for it. Nothing was done. If it should be "
            "encrypted, find out who put it there; if it is meant to be plain, leave the passphrase out.",
        )
        return open_with(None)
    if getattr(options, "plain", False):
        raise UnusedKey(f"The store {path} is encrypted; --plain is for a new one. Nothing was done; leave it out.")
    from oversight_tui.services.passphrase import key_for

    given = passphrase_given(options)
    if given is not None:
        return open_with(key_for(path, given))
    kept = kept_in_keyring(path)
    if kept is not None:
        with suppress(WrongKey):  # the store has another key since
            return open_with(key_for(path, kept))
    needs_somebody(f"The store {path} is encrypted.")
    say_marking()
    for _ in range(TRIES - 1):
        try:
            return open_with(key_for(path, ask(f"Passphrase of {path.name}: ")))
        except WrongKey as problem:
            sys.stderr.write(f"{one_line(str(problem))}\n")
    return open_with(key_for(path, ask(f"Passphrase of {path.name}, the last try: ")))


def passphrase_given(options: argparse.Namespace) -> str | None:
    """The passphrase of the options, None where neither was given. Raises UnreadPassphrase and UnusedKey."""
    return passphrase_in(getattr(options, "passphrase_file", None), getattr(options, "passphrase_fd", None))


def passphrase_in(file: str | None, descriptor: int | None) -> str | None:
    """The first line of a file or a file descriptor, None where neither was named. Raises UnreadPassphrase, and
    UnusedKey where both were.
    """
    if file is None and descriptor is None:
        return None
    from oversight_tui.services.typed_key import read_descriptor, read_file

    if descriptor is None:
        return read_file(Path(os.path.expanduser(file or "")))
    if file is not None:
        raise UnusedKey("A passphrase was given by a file and by a file descriptor. Nothing was done; give one.")
    return read_descriptor(descriptor)


def passphrase_named(options: argparse.Namespace) -> bool:
    """Whether a passphrase was given, by a file or a file descriptor."""
    return hasattr(options, "passphrase_file") or hasattr(options, "passphrase_fd")


def refuse_key(options: argparse.Namespace, says: str) -> None:
    """Raise UnusedKey where a passphrase was given."""
    if passphrase_named(options):
        raise UnusedKey(says)


def new_key_given(options: argparse.Namespace) -> Key | None:
    """The key of a new store by the passphrase of the options, with a word on its strength; None where none was given.

    Raises BadPassphrase, and UnusedKey where it was also said to be plain.
    """
    given = passphrase_given(options)
    if given is None:
        return None
    if getattr(options, "plain", False):
        raise UnusedKey(
            "A passphrase was given for a store that is to be plain. Nothing was done; leave one of the two out."
        )
    from oversight_tui.services.typed_key import key_for_new

    key = key_for_new(given)
    say_strength(given)
    return key


def _key_of_new(options: argparse.Namespace, path: Path) -> Key | None:
    key = new_key_given(options)
    if key is not None:
        if sys.stdin.isatty() and sys.stdout.isatty():
            show_recovery_phrase(key)
        return key
    if getattr(options, "plain", False) or os.environ.get("OVERSIGHT_PLAIN") == "1":
        return None
    needs_somebody(f"The new store {path} is encrypted and needs a passphrase.")
    sys.stderr.write(f"The new store {path} is encrypted. Choose a passphrase for it: four or more words.\n")
    _, key = new_passphrase()
    show_recovery_phrase(key)
    return key


def kept_in_keyring(path: Path) -> str | None:
    """What the system's keyring keeps for a store, where the settings have it asked; None where it keeps nothing.

    Raises NoKeyring; where somebody can type the passphrase instead, that is only said.
    """
    from oversight_tui.config import load_config

    if not load_config().keyring:
        return None
    from oversight_tui.services.system_keyring import NoKeyring, look_up

    try:
        return look_up(path)
    except NoKeyring as problem:
        if not somebody_is_here():
            raise
        sys.stderr.write(f"{one_line(str(problem))}\n")
        return None
