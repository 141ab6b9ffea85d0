"""What everything does that is done to a server: a connection of who keeps it, and SQL that is printed or done."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from oversight_tui.commands.passwords import opened_with_password
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import one_line, safe

if TYPE_CHECKING:
    from db.engines.postgres import PostgresServer
    from db.server.members import Member, Statement
    from oversight_tui.commands.which_store import OnServer


class NotTheKeeper(PlainProblem):
    """Somebody asks of a server what only who keeps it can do."""


class NoSuchLogin(PlainProblem):
    """A login was named that may not use the store, or is somebody else's, or is not one to work with."""


def connected(options: argparse.Namespace, at: OnServer) -> PostgresServer:
    """A connection that looks at the store's own tables alone, closed when the command ends."""
    from db.server.preparing import keeper

    server = opened_with_password(options, lambda password: keeper(at.address, password))
    options.at_end.callback(server.close)
    return server


def keeper_of(options: argparse.Namespace, at: OnServer) -> PostgresServer:
    """The same of who keeps the server. Raises NotTheKeeper for anybody else's login."""
    from db.server.about import about

    server = connected(options, at)
    with server.transaction(writing=False):
        found = about(server)
    if found.is_a_store and not (found.superuser or found.owner):
        raise NotTheKeeper(
            f"The login {one_line(found.login)} does not keep the server of {at}. `oversight server` needs the login "
            "of who does, in the address; ask them."
        )
    return server


def members_there(server: PostgresServer) -> list[Member]:
    """Who may use the store, and who might once."""
    from db.server.members import members

    with server.transaction(writing=False):
        return members(server)


def refuse_unknown(login: str, there: Iterable[Member]) -> None:
    """Raise NoSuchLogin for a login that may not use the store."""
    logins = [one.login for one in there if one.active]
    if login not in logins:
        raise NoSuchLogin(
            f"{one_line(login)} may not use this store. Nothing was changed; those who may: "
            f"{', '.join(logins) or 'nobody yet'}."
        )


def done(
    options: argparse.Namespace,
    server: PostgresServer,
    statements: Iterable[Statement],
    says: str,
    secret: Iterable[str] = (),
) -> int:
    """Do what statements say, or print them; `secret` are those that are never printed. 0."""
    from db.server.preparing import do, written

    texts = [written(one) for one in statements]
    if options.dry_run:
        print_sql(texts, as_json=options.json)
        return 0
    do(server, (*texts, *secret))
    if options.json:
        print_json({"says": says})
    else:
        print_lines([says])
    return 0


def print_sql(statements: Iterable[str], *, as_json: bool) -> None:
    """What would be done, in the order in which it would, as one transaction."""
    written = [f"{one.strip().rstrip(';')};" for one in statements]
    if as_json:
        print_json({"sql": written})
    else:
        sys.stdout.write("".join(f"{safe(one)}\n" for one in ("BEGIN;", *written, "COMMIT;")))
