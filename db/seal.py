"""The seal of a plain file: a digest of all of it, kept outside while no program has it open.

An encrypted file has a code over each of its pages, so that no bit of it turns over unseen. A plain one has none, and a
bit may turn over where nothing is kept just now, which no look into the store can tell. Each program that writes puts a
word of its own into the store: a seal of another word is of the file as it was before, and says nothing.
"""

from __future__ import annotations

import hashlib
import secrets
from pathlib import Path

_CHUNK = 1 << 20
_DIGEST_BYTES = 32
_WORD_BYTES = 8


SESSION = "session"  # the choice that nobody makes: which program wrote to the file last, by a word of no meaning


def new_session() -> str:
    """A word for a program that is about to write, which says of itself whether it is whole."""
    word = secrets.token_hex(_WORD_BYTES)
    return word + _check_of(word)


def is_session(word: object) -> bool:
    """Whether it is such a word."""
    return isinstance(word, str) and len(word) == 4 * _WORD_BYTES and word.endswith(_check_of(word[: 2 * _WORD_BYTES]))


def _check_of(word: str) -> str:
    return hashlib.blake2b(word.encode(), digest_size=_WORD_BYTES).hexdigest()


def digest_of_file(path: Path) -> str | None:
    """The digest of the file, None where a program has it open or was killed with it open: then it may be changing."""
    digest = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return None
    return None if _is_open(path) else digest.hexdigest()


def _is_open(path: Path) -> bool:
    return Path(f"{path}-wal").exists()
