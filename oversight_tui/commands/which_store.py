"""Which store a command is about: a file of this machine, or a database of a server."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from oversight_tui.commands.passwords import password_named
from oversight_tui.commands.unlocking import UnusedKey, refuse_key
from oversight_tui.words.problems import PlainProblem

if TYPE_CHECKING:
    from db.server.address import Address


class OnServer(Struct, frozen=True):
    """A store on a server: its address as it was typed, and as it was read."""

    typed: str
    address: Address

    def __str__(self) -> str:
        """The names of server and database."""
        return self.address.shown


StoreAt: TypeAlias = Path | OnServer


class NotInAFile(PlainProblem):
    """Something was asked of a store on a server that is only done with a store in a file."""


class NotOnAServer(PlainProblem):
    """Something was asked of a store in a file that is only done with one on a server."""


def named_store(options: argparse.Namespace) -> str | Path:
    """The store that was named, else that of the settings file, else the one in the person's own data folder."""
    from oversight_tui.config import default_store_path, load_config

    return options.store or os.environ.get("OVERSIGHT_STORE") or load_config().store or default_store_path()


def at_named(named: str | Path) -> StoreAt:
    """Where that is: a path, absolute and with `~` written out, or a server. Raises StoreError."""
    from db.server.address import address_of, is_address

    if is_address(named):
        return OnServer(str(named), address_of(str(named)))
    return Path(os.path.abspath(os.path.expanduser(named)))


def store_at(options: argparse.Namespace) -> StoreAt:
    """Where the store of this command is. Raises StoreError for an address that is none, and UnusedKey where what was
    given to open it is of the other kind.
    """
    at = at_named(named_store(options))
    refuse_other_keys(options, at)
    return at


def refuse_other_keys(options: argparse.Namespace, at: StoreAt) -> None:
    """Raise UnusedKey for a passphrase of a store on a server, and for a password of one in a file."""
    if isinstance(at, OnServer):
        refuse_key(
            options,
            f"The store {at} is on a server and has no passphrase. Nothing was done; a login's password is given with "
            "--password-file.",
        )
        if getattr(options, "plain", False):
            raise UnusedKey(f"The store {at} is on a server; --plain is for a file. Nothing was done; leave it out.")
    elif password_named(options):
        raise UnusedKey(
            f"The store {at} is a file, and a server's password was given for it. Nothing was done; leave it out, or "
            "name the server with --store."
        )


def store_path(options: argparse.Namespace, what: str = "That is done") -> Path:
    """The path of a store that has to be in a file. Raises NotInAFile for one on a server: `what` is done with files
    alone.
    """
    at = store_at(options)
    if isinstance(at, OnServer):
        raise NotInAFile(
            f"{what} with a store in a file, and {at} is on a server: whoever keeps the server does it there. Nothing "
            "was done."
        )
    return at


def server_of(options: argparse.Namespace) -> OnServer:
    """The server of a command that is about one. Raises NotOnAServer where the store is a file."""
    at = store_at(options)
    if isinstance(at, OnServer):
        return at
    raise NotOnAServer(f"The store {at} is a file. Name the server with --store postgresql://NAME@SERVER/DATABASE.")


def file_of(options: argparse.Namespace) -> Path | None:
    """The path of the store, None for one on a server."""
    at = store_at(options)
    return None if isinstance(at, OnServer) else at
