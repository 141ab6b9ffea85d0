"""Asking a person at the terminal for a passphrase, without showing what is typed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from oversight_tui.words.problems import PlainProblem

if TYPE_CHECKING:
    from db.key import Key

TRIES = 3
ASKED_FOR = "Give the name of a file that holds it with --passphrase-file, or a file descriptor with --passphrase-fd."
_NO_CHARACTER = "\ufffd"  # what stands for bytes that are no text


class NoPassphrase(PlainProblem):
    """A passphrase is needed and nobody is there to type it, or what was typed is none."""


def say_marking() -> None:
    """Say the protective marking of the settings over what is asked, as over every page."""
    from oversight_tui.config import load_config

    if marking := load_config().marking:
        sys.stderr.write(f"{marking}\n")


def ask(question: str) -> str:
    """Ask without showing what is typed. Raises NoPassphrase."""
    from getpass import getpass

    try:
        typed = getpass(question)
        typed.encode()
    except EOFError:
        raise NoPassphrase("Nothing was typed. Nothing was changed.") from None
    except UnicodeError:
        typed = _NO_CHARACTER
    if _NO_CHARACTER in typed:
        raise NoPassphrase("What was typed is not text in UTF-8. Nothing was changed; type it again.")
    return typed


def somebody_is_here() -> bool:
    """Whether there is a person to be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def needs_somebody(says: str) -> None:
    """Raise NoPassphrase where nobody is there to be asked."""
    if not somebody_is_here():
        raise NoPassphrase(f"{says} {ASKED_FOR}")


def new_passphrase() -> tuple[str, Key]:
    """A new passphrase, typed twice, and its key. One that is easily guessed is not taken, one that is weak is asked
    about, before anything is made of it. Raises NoPassphrase and BadPassphrase.
    """
    from oversight_tui.services.passphrase import judged
    from oversight_tui.services.typed_key import key_for_new

    say_marking()
    for _ in range(TRIES):
        typed = ask("New passphrase: ")
        key = key_for_new(typed)
        found = judged(typed)
        sys.stderr.write(f"{found}\n")
        if found.is_refused or (found.is_weak and not _takes_it_all_the_same()):
            sys.stderr.write("Not taken. Choose another.\n")
        elif ask("The same again: ") == typed:
            return typed, key
        else:
            sys.stderr.write("These two are not the same.\n")
    raise NoPassphrase("No passphrase was chosen. Nothing was changed.")


def _takes_it_all_the_same() -> bool:
    return ask("Take it all the same? y or n: ").strip().casefold() in ("y", "yes")


def say_strength(passphrase: str) -> None:
    """Say how hard a new passphrase is to guess. Raises TooWeak for one that is not taken."""
    from oversight_tui.services.passphrase import refuse_weak

    sys.stderr.write(f"{refuse_weak(passphrase)}\n")


def show_recovery_phrase(key: Key) -> None:
    """Show the recovery phrase once, on the screen of which most terminals keep nothing once it is left."""
    from oversight_tui.config import load_config
    from oversight_tui.services.typed_key import recovery_phrase

    words = recovery_phrase(key).split()
    lines = ["  ".join(f"{at + 1:>2} {words[at]:<9}" for at in range(row, row + 4)) for row in range(0, len(words), 4)]
    marking = load_config().marking
    said = [
        *([marking, ""] if marking else ()),
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
