"""The store. Importing this package does no work; `open_store` brings in what it needs."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from db.errors import StoreError

if TYPE_CHECKING:
    from db.engine import Store

__all__ = ["StoreError", "open_store"]


def open_store(target: str | os.PathLike[str], *, key: bytes | None = None, create: bool = True) -> Store:
    """Open the store at a path; see `db.engine.open_store`."""
    from db.engine import open_store as opened

    return opened(target, key=key, create=create)
