"""The store. Importing this package does no work; `open_store` brings in what it needs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import StoreError
from db.peewee_alone import keep_alone

if TYPE_CHECKING:
    from db.engine import Store
    from db.key import Key

keep_alone()

__all__ = ["StoreError", "open_store"]


def open_store(
    target: str | os.PathLike[str],
    *,
    key: Key | None = None,
    create: bool = True,
    anchors: Path | None = None,
    backups: Path | None = None,
    plain_is_meant: bool = False,
    password: str | None = None,
) -> Store:
    """Open the store at a path; see `db.opening.open_store`."""
    from db.opening import open_store as opened

    return opened(
        target,
        key=key,
        create=create,
        anchors=anchors,
        backups=backups,
        plain_is_meant=plain_is_meant,
        password=password,
    )
