"""What everything does that is done to a server: a connection of who keeps it, and SQL that is printed or done."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from oversight_tui.commands.passwords import opened_with_password
from oversight_tui.commands.printing import print_json
from oversight_tui.words.text import safe

if TYPE_CHECKING:
    from db.engines.postgres import PostgresServer
    from oversight_tui.commands.which_store import OnServer


def keeper_of(options: argparse.Namespace, at: OnServer) -> PostgresServer:
    """A connection of who keeps the server, closed when the command ends."""
    from db.server.preparing import keeper

    server = opened_with_password(options, lambda password: keeper(at.address, password))
    options.at_end.callback(server.close)
    return server


def print_sql(statements: Iterable[str], *, as_json: bool) -> None:
    """What would be done, in the order in which it would, as one transaction."""
    written = [f"{one.strip().rstrip(';')};" for one in statements]
    if as_json:
        print_json({"sql": written})
    else:
        sys.stdout.write("".join(f"{safe(one)}\n" for one in ("BEGIN;", *written, "COMMIT;")))
