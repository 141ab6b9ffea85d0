"""Numbered steps from an empty file to the schema of this version, each applied once and whole.

A step is SQL as it was written when it shipped, never today's models: a store made by any shipped version can be
opened by the next. The number of the last applied step is SQLite's `user_version`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from db.errors import StoreError

if TYPE_CHECKING:
    from peewee import SqliteDatabase

STEPS = tuple(sorted(found.name for found in iter_modules(__path__)))  # every file here is one, by its number
SCHEMA_VERSION = len(STEPS)
USER_VERSION = "user_version"  # SQLite's word for the number of the last step that was applied
APPLICATION_ID = 0x4F565253  # "OVRS": says whose file this is


def guards_digest() -> str:
    """What `db.guards.digest_of` says of the guards and views a store has after the last step, which tells it."""
    return str(import_module(f"db.migrations.{STEPS[-1]}").GUARDS)


def schema_version(database: SqliteDatabase) -> int:
    """The step the store stands at; 0 for an empty file."""
    return int(database.execute_sql("PRAGMA user_version").fetchone()[0])


def bring_up_to_date(database: SqliteDatabase, finish: Callable[[int], None]) -> None:
    """Apply the steps that are missing, in one exclusive transaction with what `finish` does after them: it is given
    the version that the store had.

    Several programs may start on an old store at once: the version is read again inside, so each step is applied once.
    Foreign keys rest meanwhile, since a table can only be written anew without them; all are looked through before the
    transaction ends. Raises StoreError where the store is newer than the program or belongs to another program.
    """
    database.execute_sql("PRAGMA foreign_keys = OFF")
    try:
        with database.atomic("EXCLUSIVE"):
            version = schema_version(database)
            refuse_newer(version)
            if version == 0 and database.execute_sql("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise StoreError("This file is a database of another program. Name another file with --store.")
            if version < SCHEMA_VERSION:
                _apply(database, version)
                finish(version)
    finally:
        database.execute_sql("PRAGMA foreign_keys = ON")


def _apply(database: SqliteDatabase, version: int) -> None:
    """Every step after `version`, then the numbers that say whose file this is."""
    for step in STEPS[version:]:
        for statement in import_module(f"db.migrations.{step}").STATEMENTS:
            database.execute_sql(statement)
    if database.execute_sql("PRAGMA foreign_key_check").fetchone():
        raise StoreError(
            "This store could not be brought up to date: an entry in it points nowhere. It was left alone."
        )
    database.execute_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
    database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def refuse_newer(version: int) -> None:
    """Raise StoreError where a store was written by a newer version of the program."""
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"This store was written by a newer version of Oversight (schema {version}, this program knows "
            f"{SCHEMA_VERSION}). Nothing was changed; install the newer version to open it."
        )
