"""Making an empty database a store, and putting the guards and rights of one in order; by who keeps the server."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from db.engines.postgres import PostgresServer
from db.errors import StoreError
from db.migrations import SCHEMA_VERSION, refuse_newer
from db.server.about import ENCODING, OLDEST, About, about
from db.server.setting_up import OLDEST_STEP, statements

if TYPE_CHECKING:
    from db.server.address import Address
    from db.server.members import Statement

OWN_SCHEMA = "main"
_STEP = "SELECT to_regclass('main.schema_step') IS NOT NULL"
_OTHERS = (  # what an extension brings is nobody's record
    "SELECT (SELECT count(*) FROM pg_catalog.pg_namespace WHERE nspname IN ('main', 'rollup')) + count(*)"
    " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
    " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND n.nspname NOT LIKE 'pg\\_%'"
    " AND n.nspname <> 'information_schema' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d"
    " WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')"
)


class Found(Struct, frozen=True):
    """What there is in a database: the server, the step of the schema of a store (None where there is no store), and
    how many tables and views it has, schemas of our names counted in.
    """

    about: About
    step: int | None
    tables: int


def keeper(address: Address, password: str | None = None) -> PostgresServer:
    """A connection of who keeps the server, which looks at the store's own tables alone. Raises StoreError."""
    server = PostgresServer(address, password, schemas=OWN_SCHEMA)
    server.connect()
    return server


def found_in(server: PostgresServer) -> Found:
    """Look, in one transaction."""
    with server.transaction(writing=False):
        step = None
        if server.row(_STEP, ())[0]:
            step = server.row("SELECT coalesce(max(number), 0) FROM main.schema_step", ())[0]
        return Found(about(server), step, server.row(_OTHERS, ())[0])


def to_do(found: Found, place: str) -> tuple[str, ...]:
    """The statements that make it a store, or put one in order. Raises StoreError where it can be none."""
    if found.about.version < OLDEST:
        raise StoreError(
            f"The server of {place} is PostgreSQL {found.about.version_shown}; Oversight needs {OLDEST} or newer. "
            "Nothing was changed."
        )
    if found.about.encoding != ENCODING:
        raise StoreError(
            f"The database {place} has the encoding {found.about.encoding}, which cannot hold every name. Nothing was "
            f"changed; make it anew with ENCODING '{ENCODING}'."
        )
    if found.step is None:
        if found.tables:
            raise StoreError(
                f"The database {place} holds something else. Nothing was changed; Oversight takes a database of its "
                "own."
            )
        return tuple(statements())
    refuse_newer(found.step)
    if found.step < OLDEST_STEP:
        raise StoreError(
            f"The store {place} has schema {found.step}, from which this version cannot bring it to {SCHEMA_VERSION}. "
            "Nothing was changed."
        )
    return tuple(statements())


def written(statement: Statement) -> str:
    """A statement as it is sent."""
    return statement if isinstance(statement, str) else statement.as_string(None)


def do(server: PostgresServer, what: Iterable[str]) -> None:
    """Do all of it or none."""
    with server.transaction(writing=True):
        for statement in what:
            server.execute(statement)
