"""Whether an erasure is still to be written over in the file; a choice kept with the store that nobody makes."""

from __future__ import annotations

from db.ends import Asked

TO_BE_SWEPT = "to_be_swept"


def is_to_be_swept(store: Asked) -> bool:
    """Whether something was erased and the file was not yet written anew since."""
    return store.row("SELECT 1 FROM setting WHERE key = ? AND content = 'true'", (TO_BE_SWEPT,)) is not None
