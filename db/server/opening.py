"""Opening a store on a server: the way there, whether it is a store of this version, and whether its guards stand."""

from __future__ import annotations

from pathlib import Path

from db.engine import Store
from db.engines.postgres import PostgresServer
from db.engines.postgres_connections import SCHEMAS
from db.errors import StoreError
from db.migrations import SCHEMA_VERSION, refuse_newer
from db.outside import Outside
from db.server.address import address_of


def open_on_server(
    target: str, password: str | None = None, anchors: Path | None = None, schemas: str = SCHEMAS
) -> Store:
    """Open the store at an address; `anchors` is the folder in which its end is remembered, `schemas` where its tables
    are looked for. Raises StoreError with what to do; NeedsPassword is one of its kinds.
    """
    server = PostgresServer(address_of(target), password, schemas)
    server.connect()
    store = Store(server, Outside(anchors, Path(f"//{server.place}"), encrypted=True, on_a_server=True))
    try:
        with store.reading():
            _refuse_who_was_not_let_in(store, server.address.user)
            _refuse_another_version(store)
            missing = server.disturbed()
            store.look_whether_moved()
            store.outside.compare(store, left_behind=store.moved is not None)
    except BaseException:
        store.close()
        raise
    if missing:
        store.close()
        raise StoreError(
            f"The guards of the store {server.place} are not as they should be, in {len(missing)} "
            f"{'place' if len(missing) == 1 else 'places'}. Nothing was read. Tell whoever keeps the server: "
            "`oversight server check` says which, and `oversight server init` puts them right."
        )
    return store


def _refuse_who_was_not_let_in(store: Store, login: str | None) -> None:
    row = store.row(
        "SELECT pg_catalog.has_schema_privilege(oid, 'USAGE') FROM pg_catalog.pg_namespace WHERE nspname = 'main'"
    )
    if row is not None and not row[0]:
        raise StoreError(
            f"The login {login or 'of this account'} was not let in at the store {store.engine.place}. Nothing was "
            "read; ask who keeps the server, who does it with `oversight server add-user`."
        )


def _refuse_another_version(store: Store) -> None:
    row = store.row("SELECT max(number) FROM schema_step")
    version = int(row[0]) if row and row[0] is not None else 0
    refuse_newer(version)
    if version < SCHEMA_VERSION:
        raise StoreError(
            f"The store {store.engine.place} is of an older version of Oversight (schema {version}, this program has "
            f"{SCHEMA_VERSION}). Nothing was changed; whoever keeps the server brings it up to date with `oversight "
            "server init`."
        )
