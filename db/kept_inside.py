"""What a store says itself of what is kept of it outside: where that is, who wrote last, which one it replaced."""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import platform
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from db.anchor import Head
from db.ends import Asked
from db.seal import SESSION

RESTORED = "restored"  # the line that begins an epoch: a backup took the store's place
ANCHORED = "anchored"  # the choice kept with the store that says where something is kept of it
_WORD_LENGTH = 16
_BEGINNING = 12  # hexadecimal digits of a hash: a restore may take out a year's rows, and its line is to stay small


def session_in(store: Asked) -> str | None:
    """The word of the program that wrote to a plain store last, None where there is none."""
    row = store.row("SELECT content FROM setting WHERE key = ?", (SESSION,))
    found = next(iter(_read([row[0]])), None) if row else None
    return found if isinstance(found, str) else None


def replaced(store: Asked, seen: Head) -> bool:
    """Whether a restore says that it replaced the store whose end this is: what is kept has not followed it yet."""
    rows = store.rows(
        "SELECT c.after FROM journal j JOIN journal_content c ON c.seq = j.seq WHERE j.what = ?", (RESTORED,)
    )
    return any(
        isinstance(after, dict)
        and (after.get("anchored") == {"seq": seen.seq, "hash": seen.hash} or _is_among(after.get("lost"), seen))
        for after in _read(text for (text,) in rows)
    )


def told_as_lost(rows: Sequence[Head]) -> dict[str, Any] | None:
    """Rows that follow each other, as a restore says which it took out of the journal: the number of the first, and the
    beginnings of all their hashes. None where there are none.
    """
    if not rows:
        return None
    return {"from": rows[0].seq, "hashes": "".join(str(row.hash)[:_BEGINNING] for row in rows)}


def _is_among(lost: object, seen: Head) -> bool:
    if not isinstance(lost, dict) or not isinstance(lost.get("from"), int):
        return False
    at = (seen.seq - lost["from"]) * _BEGINNING
    return at >= 0 and str(lost.get("hashes"))[at : at + _BEGINNING] == seen.hash[:_BEGINNING]


def anchored_at(store: Asked) -> list[str]:
    """Where the store says that something is kept of it, each place by a word that tells nothing of it."""
    row = store.row("SELECT content FROM setting WHERE key = ?", (ANCHORED,))
    found = next(iter(_read([row[0]])), None) if row else None
    return [str(one) for one in found] if isinstance(found, list) else []


def _read(texts: Iterable[str | None]) -> Iterator[object]:
    for text in texts:
        with suppress(TypeError, ValueError):  # of a text that cannot be read, verifying says so
            yield json.loads(text or "{}")


def word_for(kept: Path) -> str:
    """What stands for this account on this machine, and the folder of anchors or a file in it."""
    try:
        account = getpass.getuser()
    except (KeyError, OSError):
        account = ""
    said = json.dumps([platform.node(), account, os.path.normcase(os.path.realpath(kept))])
    return hashlib.sha256(said.encode("utf-8", "surrogateescape")).hexdigest()[:_WORD_LENGTH]
