"""What a server says of itself and of the login that asks: its version, whether the way to it is encrypted, how much
the login may do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from msgspec import Struct

OLDEST = 15
ENCODING = "UTF8"
_ABOUT = (
    "SELECT pg_catalog.current_setting('server_version_num')::int, pg_catalog.current_setting('server_version'),"
    " pg_catalog.pg_encoding_to_char(d.encoding), (SELECT s.version FROM pg_catalog.pg_stat_ssl s"
    " WHERE s.pid = pg_catalog.pg_backend_pid() AND s.ssl), session_user::text, r.rolsuper,"
    " (SELECT bool_or(pg_catalog.pg_has_role(session_user, o.oid, 'MEMBER')) FROM pg_catalog.pg_roles o"
    " WHERE o.rolname = 'oversight_owner'),"
    " (SELECT bool_or(pg_catalog.pg_has_role(session_user, o.oid, 'MEMBER')) FROM pg_catalog.pg_roles o"
    " WHERE o.rolname = 'oversight_carrier'),"
    " EXISTS (SELECT 1 FROM pg_catalog.pg_namespace n WHERE n.nspname = 'main')"
    " FROM pg_catalog.pg_database d, pg_catalog.pg_roles r"
    " WHERE d.datname = pg_catalog.current_database() AND r.rolname = session_user"
)


class Asked(Protocol):
    """A server that is asked."""

    def rows(self, sql: str, values: Sequence[object]) -> list[Any]:
        """The rows that a statement answers with."""


class About(Struct, frozen=True):
    """The server's version in one number (its first part) and in its own words, the encoding of the database, the
    version of TLS (None where nothing is encrypted), the login and whether it is a superuser, may do what the owner of
    the store may, or is let in to carry a store over; and whether there is a store in the database.
    """

    version: int
    version_shown: str
    encoding: str
    tls: str | None
    login: str
    superuser: bool
    owner: bool
    carrier: bool
    is_a_store: bool

    @property
    def sees_every_row(self) -> bool:
        """Whether no row of the store is kept from the login."""
        return self.superuser or self.owner or self.carrier


def about(server: Asked) -> About:
    """Ask it."""
    ((number, shown, encoding, tls, login, superuser, owner, carrier, is_a_store),) = server.rows(_ABOUT, ())
    return About(
        version=number // 10_000,
        version_shown=shown.split()[0],
        encoding=encoding,
        tls=tls,
        login=login,
        superuser=bool(superuser),
        owner=bool(owner),
        carrier=bool(carrier),
        is_a_store=bool(is_a_store),
    )
