"""Whether a store on a server is as it should be: its version, the way to it, its shape, its guards and its roles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from db.migrations import SCHEMA_VERSION
from db.server.about import ENCODING, OLDEST, carriers, too_mighty
from db.server.preparing import Found, found_in
from oversight_tui.services.doctor.lines import Line, examined
from oversight_tui.words.dates import count

if TYPE_CHECKING:
    from db.engines.postgres import PostgresServer

_INIT = "`oversight server init` puts it right."


def looked_at(server: PostgresServer, *, stays_here: bool) -> list[Line]:
    """A line for each thing. `stays_here` says that nothing goes over a network."""
    found = found_in(server)
    lines = [*_of_server(found), _way(found, stays_here=stays_here), _store(found)]
    if found.step is None:
        return lines
    lines += examined("Tables", lambda: _shape(server))
    lines += examined("Guards", lambda: _guards(server))
    lines += examined("Logins", lambda: _logins(server))
    return lines


def _of_server(found: Found) -> Iterator[Line]:
    about = found.about
    says = f"PostgreSQL {about.version_shown}"
    if about.version < OLDEST:
        yield Line("Server", "broken", says, f"Oversight needs {OLDEST} or newer.")
    else:
        yield Line("Server", "ok", says)
    if about.encoding == ENCODING:
        yield Line("Encoding", "ok", about.encoding)
    else:
        yield Line("Encoding", "broken", about.encoding, f"Make the database anew with ENCODING '{ENCODING}'.")


def _way(found: Found, *, stays_here: bool) -> Line:
    if found.about.tls is not None:
        return Line("Network", "ok", f"Encrypted, {found.about.tls}")
    if stays_here:
        return Line("Network", "ok", "This machine: nothing goes over a network")
    return Line("Network", "broken", "Not encrypted", "Turn on TLS (`ssl = on`), and take `hostssl` in pg_hba.conf.")


def _store(found: Found) -> Line:
    if found.step is None:
        return Line("Store", "broken", "There is no store in this database", "`oversight server init` makes it one.")
    if found.step != SCHEMA_VERSION:
        return Line("Store", "broken", f"Schema {found.step}, and this program has {SCHEMA_VERSION}")
    return Line("Store", "ok", f"Schema {found.step}")


def _shape(server: PostgresServer) -> Iterator[Line]:
    with server.transaction(writing=False):
        faults = server.misshapen()
    if faults:
        more = f" And {count(len(faults) - 1, 'more', 'more')}." if len(faults) > 1 else ""
        yield Line("Tables", "broken", f"{faults[0]}{more}", "Restore the database from a backup of the server.")
    else:
        yield Line("Tables", "ok", "Every table has its columns")


def _guards(server: PostgresServer) -> Iterator[Line]:
    with server.transaction(writing=False):
        names = sorted(server.disturbed())
    if names:
        yield Line("Guards", "broken", f"Not as they should be: {', '.join(names)}", f"Ask who changed them. {_INIT}")
    else:
        yield Line("Guards", "ok", "Records can only be added to: every guard stands")


def _logins(server: PostgresServer) -> Iterator[Line]:
    with server.transaction(writing=False):
        mighty, carrying = too_mighty(server), carriers(server)
    if mighty:
        do = "Nobody works with the rights of a superuser or of the owner: give each a login of their own without."
        yield Line("Logins", "look", f"May change the store past the program: {', '.join(mighty)}", do)
    else:
        yield Line("Logins", "ok", "Nobody who works with the store may change it past the program")
    if carrying:
        do = "When the store is carried over: `oversight server retire`, or `add-user` without --carries."
        yield Line("Logins", "look", f"May carry the store over, and see every row: {', '.join(carrying)}", do)
