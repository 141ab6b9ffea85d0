"""How a connection to a store is made: its pragmas, and the key where the store is encrypted.

SQLCipher's module opens stores of both kinds, so that both are kept by the one SQLite that it brings.
"""

from __future__ import annotations

import stat
from contextlib import suppress
from pathlib import Path
from typing import Any

from peewee import DatabaseError, SqliteDatabase
from playhouse.sqlcipher_ext import SqlCipherDatabase

from db.errors import deepest_name
from db.key import Key, WrongKey

BUSY_SECONDS = 5
# All that is ever asked stays prepared: to prepare a question takes longer than to answer most of them, and SQLCipher's
# module, once its room is taken, gives none to what is asked later.
STATEMENTS_KEPT = 1000
PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",
    "fullfsync": 1,  # on macOS the disk's own memory too; elsewhere it says nothing
    "checkpoint_fullfsync": 1,
    "foreign_keys": 1,
    "secure_delete": 1,  # zeros over what is deleted, drafts too: a build of SQLite has its own mind about it
    "temp_store": "memory",
    "cache_size": -16 * 1024,
}


def database_at(path: Path, key: Key | None, *, shared: bool = False) -> SqliteDatabase:
    """The database in a file, still to be connected; one that is `shared` has one connection for all threads."""
    options: dict[str, Any] = {
        "autoconnect": False,
        "thread_safe": not shared,
        "check_same_thread": not shared,
        "cached_statements": STATEMENTS_KEPT,
    }
    if key is not None:
        options["passphrase"] = key.spelled()
    # Quiet comes first: a key that does not fit would otherwise write to the terminal, past the screen. Peewee hands
    # the time to wait for others to Python's own SQLite only.
    pragmas = {"cipher_log_level": "NONE", "busy_timeout": int(BUSY_SECONDS * 1000), **PRAGMAS}
    database: SqliteDatabase = SqlCipherDatabase(str(path), pragmas=pragmas, **options)
    return database


def in_memory() -> SqliteDatabase:
    """A database that is in no file, connected."""
    database: SqliteDatabase = SqlCipherDatabase(":memory:", pragmas={"cipher_log_level": "NONE"})
    database.connect()
    return database


def make_writable_beside(path: Path) -> None:
    """Let the files that SQLite keeps beside a store be written where the store may be.

    It makes them with the store's own rights; a store that was read only for a while leaves them read only.
    """
    with suppress(OSError):
        rights = stat.S_IMODE(path.stat().st_mode)
        for end in ("-wal", "-shm") if rights & stat.S_IWUSR else ():
            with suppress(FileNotFoundError):
                beside = Path(f"{path}{end}")
                if not beside.stat().st_mode & stat.S_IWUSR:
                    beside.chmod(rights)


def connect(database: SqliteDatabase, path: Path, key: Key | None) -> None:
    """Connect, which reads the first page. Raises WrongKey where the key does not open it."""
    try:
        database.connect()
        database.execute_sql("PRAGMA user_version")
    except DatabaseError as error:
        database.close()
        if key is not None and deepest_name(error) == "SQLITE_NOTADB":
            raise WrongKey(
                f"That does not open the store {path}, or the file is damaged. Type the passphrase again, or the "
                "recovery phrase."
            ) from error
        raise
