"""A new store in a file that is filled from elsewhere: it has its name once all of it was found sound, or is not
there.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from db import open_store
from db.anchor import see_copy
from db.ends import end_of, first_hash
from db.flushing import flush_to_disk
from db.swap import UNFINISHED, remove_with_logs

if TYPE_CHECKING:
    from db.engine import Store
    from db.key import Key


def made_whole(
    path: Path, key: Key | None, anchors: Path, fill: Callable[[Store], None], refuse: Callable[[Path], None]
) -> Store:
    """Make a store at the path, with this key, of what `fill` puts into it, and open it. `refuse` raises where
    something lies there: it is asked before and after. Raises OSError besides what these two raise.
    """
    refuse(path)
    fresh = path.with_name(path.name + UNFINISHED)
    try:
        remove_with_logs(fresh)
        store = open_store(fresh, key=key)
        try:
            fill(store)
            with store.reading():
                first, newest = first_hash(store), end_of(store)
        finally:
            store.close()
        assert first is not None
        assert newest is not None
        refuse(path)
        see_copy(anchors, path, first, newest, encrypted=key is not None)
        os.replace(fresh, path)
        flush_to_disk(path.parent)
    finally:
        with suppress(OSError):
            remove_with_logs(fresh)
    return open_store(path, key=key, create=False, anchors=anchors)
