"""The key of the store a command opens: from a file or a file descriptor, the system's keyring, or a person.

At a terminal a person is asked, three times at the most; where there is none, a sentence names the option to give. A
new store is encrypted unless it was said to be plain.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from db.engine import Store
    from db.key import Key

TRIES = 3
LONGEST_BYTES = 10_000
ASKED_FOR = "Give the name of a file that holds it with --passphrase-file, or a file descriptor with --passphrase-fd."


class NoPassphrase(PlainProblem):
    """A passphrase is needed and nobody is there to type it."""


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
    """Open the store at a path with the key that belongs to it. Raises StoreError and NoPassphrase."""
    from db.key import WrongKey, is_encrypted, is_there

    if not is_there(path) or not path.stat().st_size:
        return open_with(_key_of_new(options, path))
    if not is_encrypted(path):
        return open_with(None)
    from oversight_tui.services.passphrase import key_for

    given = passphrase_given(options)
    if given is not None:
        return open_with(key_for(path, given))
    kept = kept_in_keyring(path)
    if kept is not None:
        with suppress(WrongKey):  # the store has another key since
            return open_with(key_for(path, kept))
    needs_somebody(f"The store {path} is encrypted.")
    for _ in range(TRIES - 1):
        try:
            return open_with(key_for(path, ask(f"Passphrase of {path.name}: ")))
        except WrongKey as problem:
            sys.stderr.write(f"{one_line(str(problem))}\n")
    return open_with(key_for(path, ask(f"Passphrase of {path.name}, the last try: ")))


def passphrase_given(options: argparse.Namespace) -> str | None:
    """The passphrase of the options, None where neither was given. Raises NoPassphrase."""
    return passphrase_in(getattr(options, "passphrase_file", None), getattr(options, "passphrase_fd", None))


def passphrase_in(file: str | None, descriptor: int | None) -> str | None:
    """The first line of a file or a file descriptor, None where neither was named. Raises NoPassphrase."""
    if file is None and descriptor is None:
        return None
    named = Path(os.path.expanduser(file)) if file is not None else None
    try:
        if named is not None:
            with named.open("rb") as opened:
                read = opened.read(LONGEST_BYTES)
        else:
            with os.fdopen(os.dup(descriptor or 0), "rb") as opened:
                read = opened.read(LONGEST_BYTES)
        return read.decode("utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError):
        where = f"the file {named}" if named is not None else f"file descriptor {descriptor}"
        raise NoPassphrase(f"The passphrase cannot be read from {where}. It takes one line of text in UTF-8.") from None


def new_passphrase() -> str:
    """A new passphrase, typed twice, with a sentence on its strength. Raises NoPassphrase and BadPassphrase."""
    from db.key import usable
    from oversight_tui.services.passphrase import strength

    for _ in range(TRIES):
        typed = ask("New passphrase: ")
        usable(typed)
        if ask("The same again: ") == typed:
            sys.stderr.write(f"{strength(typed)}\n")
            return typed
        sys.stderr.write("These two are not the same.\n")
    raise NoPassphrase("No passphrase was chosen. Nothing was changed.")


def show_recovery_phrase(key: Key) -> None:
    """Show the recovery phrase once, on the screen of which most terminals keep nothing once it is left."""
    from oversight_tui.services.passphrase import recovery_phrase

    words = recovery_phrase(key).split()
    lines = ["  ".join(f"{at + 1:>2} {words[at]:<9}" for at in range(row, row + 4)) for row in range(0, len(words), 4)]
    said = [
        "Recovery phrase: it opens the store where the passphrase is lost.",
        "There is no other way back.",
        "Write it down now and keep it in a sealed place, apart from this machine.",
        "Another passphrase makes another one.",
        "",
        *(f"    {line}" for line in lines),
        "",
    ]
    sys.stdout.write("\x1b[?1049h\x1b[2J\x1b[H" + "\n".join(said) + "\n")
    sys.stdout.flush()
    try:
        ask("Press Enter when it is written down. ")
    finally:
        sys.stdout.write("\x1b[?1049l")
        sys.stdout.flush()


def ask(question: str) -> str:
    """Ask without showing what is typed."""
    from getpass import getpass

    try:
        return getpass(question)
    except EOFError:
        raise NoPassphrase("Nothing was typed. Nothing was changed.") from None


def needs_somebody(says: str) -> None:
    """Raise NoPassphrase where nobody is there to be asked."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise NoPassphrase(f"{says} {ASKED_FOR}")


def _key_of_new(options: argparse.Namespace, path: Path) -> Key | None:
    if getattr(options, "plain", False) or os.environ.get("OVERSIGHT_PLAIN") == "1":
        return None
    from oversight_tui.services.passphrase import key_for_new

    given = passphrase_given(options)
    if given is not None:
        key = key_for_new(given)
        if sys.stdin.isatty() and sys.stdout.isatty():
            show_recovery_phrase(key)
        return key
    needs_somebody(f"The new store {path} is encrypted and needs a passphrase.")
    sys.stderr.write(f"The new store {path} is encrypted. Choose a passphrase for it: four or more words.\n")
    key = key_for_new(new_passphrase())
    show_recovery_phrase(key)
    return key


def kept_in_keyring(path: Path) -> str | None:
    from oversight_tui.config import load_config

    if not load_config().keyring:
        return None
    from oversight_tui.services.system_keyring import look_up

    return look_up(path)
