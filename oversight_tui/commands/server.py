"""`oversight server`: what whoever keeps the server does: prepare a database, look whether all is well."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from oversight_tui.commands.doctor import code_of, shown_lines
from oversight_tui.commands.options import add_common_options
from oversight_tui.commands.passwords import opened_with_password
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.commands.which_store import OnServer, server_of
from oversight_tui.words.text import safe

if TYPE_CHECKING:
    from db.engines.postgres import PostgresServer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is to be done."""
    chosen = parser.add_subparsers(metavar="WHAT", required=True)
    for name, (purpose, do) in _WHAT.items():
        one = chosen.add_parser(name, help=purpose)
        one.set_defaults(do=do)
        add_common_options(one)
        if do is not _check:
            add_dry_run(one)


def add_dry_run(parser: argparse.ArgumentParser) -> None:
    """--dry-run."""
    parser.add_argument("--dry-run", action="store_true", help="print the SQL and change nothing")


def run(options: argparse.Namespace) -> int:
    """Do it; 0 where it went well."""
    return int(options.do(options))


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


def _init(options: argparse.Namespace) -> int:
    from db.server.preparing import do, found_in, to_do

    at = server_of(options)
    server = keeper_of(options, at)
    found = found_in(server)
    statements = to_do(found, str(at))
    if options.dry_run:
        print_sql(statements, as_json=options.json)
        return 0
    do(server, statements)
    is_new = found.step is None
    says = (
        f"{at} is a store now, with nothing in it. `oversight server add-user` lets people in."
        if is_new
        else f"{at} was a store already: its guards and rights were put in order."
    )
    if options.json:
        print_json({"store": at.typed, "made": is_new, "says": says})
    else:
        print_lines([says])
    return 0


def _check(options: argparse.Namespace) -> int:
    from oversight_tui.services.server_check import looked_at

    at = server_of(options)
    lines = looked_at(keeper_of(options, at), stays_here=at.address.stays_here)
    if options.json:
        print_json([{"subject": one.subject, "state": one.state, "says": one.says, "do": one.do} for one in lines])
    else:
        print_lines(shown_lines(lines))
    return code_of(lines)


_WHAT = {
    "init": ("make an empty database a store, or put the guards and rights of one in order", _init),
    "check": ("whether all is well: version, encryption, tables, guards and roles", _check),
}
