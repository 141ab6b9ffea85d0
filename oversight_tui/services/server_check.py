"""Whether a store on a server is as it should be: its version, the way to it, its shape, its guards and its roles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from db.migrations import SCHEMA_VERSION
from db.server.about import ENCODING, OLDEST
from db.server.preparing import Found, found_in
from db.server.rights_check import faults
from oversight_tui.services.doctor.lines import Line, examined
from oversight_tui.words.dates import count

if TYPE_CHECKING:
    from db.engines.postgres import PostgresServer

_INIT = "`oversight server init` puts it right."
_CHECK_AGAIN = "Look at the server's own log, and run this again."


def looked_at(server: PostgresServer, *, stays_here: bool) -> list[Line]:
    """A line for each thing. `stays_here` says that nothing goes over a network."""
    found = found_in(server)
    lines = [*_of_server(found), _way(found, stays_here=stays_here), _store(found)]
    if found.step is None:
        return lines
    lines += examined("Tables", lambda: _shape(server), _CHECK_AGAIN)
    lines += examined("Guards", lambda: _guards(server), _CHECK_AGAIN)
    lines += examined("Rights", lambda: _rights(server), _CHECK_AGAIN)
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


def _rights(server: PostgresServer) -> Iterator[Line]:
    with server.transaction(writing=False):
        found = list(faults(server))
    do = "Ask who did that; `oversight server init` puts policies, functions and grants right."
    for fault in found:
        yield Line("Rights", "look", fault.rstrip("."), do)
    if not found:
        yield Line("Rights", "ok", "Each login sees and writes what it may, and nobody can change a record past that")
