"""The password of a login of a server, where the server asks for one and libpq's own places hold none.

Those are the file that PGPASSFILE names, ~/.pgpass and a service file. It stands in no address, title, log or error.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from oversight_tui.commands.asking import TRIES, NoPassphrase, ask, say_marking, somebody_is_here
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import one_line

Opened = TypeVar("Opened")
GIVE_IT = (
    "Give the name of a file that holds it with --password-file, or keep it where PGPASSFILE says (or in ~/.pgpass)."
)
SHORTEST_NEW = 8  # https://pages.nist.gov/800-63-3/sp800-63b.html, 5.1.1.1; the authority's own rule may ask for more


class NoPassword(PlainProblem):
    """What was given as a new password would protect nothing."""


def add_password_option(parser: argparse.ArgumentParser) -> None:
    """--password-file."""
    parser.add_argument(
        "--password-file",
        metavar="FILE",
        default=argparse.SUPPRESS,
        help="the first line of this file is the password of the login, for a store on a server",
    )


def password_named(options: argparse.Namespace) -> bool:
    """Whether a file with a password was named."""
    return hasattr(options, "password_file")


def password_in(named: str) -> str:
    """The first line of a file. Raises UnreadPassphrase."""
    from oversight_tui.services.typed_key import read_file

    return read_file(Path(os.path.expanduser(named)), "password")


def new_password_in(named: str) -> str:
    """The same of one that a login is to have. Raises UnreadPassphrase and NoPassword."""
    found = password_in(named)
    if len(found) < SHORTEST_NEW or found != found.strip():
        raise NoPassword(
            f"The first line of the file {named} is no password: it takes {SHORTEST_NEW} letters or more, and no space "
            "at either end. Nothing was changed."
        )
    return found


def opened_with_password(options: argparse.Namespace, open_with: Callable[[str | None], Opened]) -> Opened:
    """Open something on a server: with the password that was given, else as libpq finds it, else a person is asked,
    three times at the most. Raises StoreError and NoPassphrase.
    """
    from db.server.address import NeedsPassword

    if password_named(options):
        return open_with(password_in(options.password_file))
    try:
        return open_with(None)
    except NeedsPassword as problem:
        if not somebody_is_here():
            raise NoPassphrase(f"{problem} {GIVE_IT}") from None
        says = one_line(str(problem))
    say_marking()
    for _ in range(TRIES - 1):
        sys.stderr.write(f"{says}\n")
        try:
            return open_with(ask("Password: "))
        except NeedsPassword as problem:
            says = one_line(str(problem))
    sys.stderr.write(f"{says}\n")
    return open_with(ask("Password, the last try: "))
