"""The key of an encrypted store, and how to tell an encrypted file from a plain one.

SQLCipher derives its key from a passphrase with PBKDF2-HMAC-SHA512, 256,000 rounds, over the first sixteen bytes of the
file. Deriving takes about a tenth of a second and each connection would do it anew; so it is done here once, and every
connection is opened with the key itself. The file still opens with the passphrase in any SQLCipher tool.
"""

from __future__ import annotations

import hashlib
import os
import unicodedata
from errno import ENAMETOOLONG
from pathlib import Path

from msgspec import Struct

from db.errors import StoreError
from db.paths import leads_nowhere, stat_of

KEY_BYTES = 32
SALT_BYTES = 16
ROUNDS = 256_000  # SQLCipher 4's own number: with another the file would open nowhere else
PLAIN_HEADER = b"SQLite format 3\x00"
PAGE_BYTES = 4096
_UNREAD = "The store {path} cannot be read: {why}. Check the rights on file and folder."


class WrongKey(StoreError):
    """The passphrase, recovery phrase or key does not open the store, or the file is damaged."""


class NeedsKey(StoreError):
    """The store is encrypted and no key was given."""


class BadPassphrase(StoreError):
    """A passphrase that cannot be used at all."""


class Key(Struct, frozen=True):
    """The key that SQLCipher uses, 32 bytes, and the salt at the start of its file, 16 bytes. Never shown by `repr`."""

    secret: bytes
    salt: bytes

    def __repr__(self) -> str:
        return "Key(...)"

    def spelled(self) -> str:
        """As SQLCipher takes a key that is not to be derived again."""
        return f"x'{self.secret.hex()}{self.salt.hex()}'"


def usable(passphrase: str) -> bytes:
    """A passphrase as bytes, in Unicode's NFC so that every keyboard gives the same. Raises BadPassphrase.

    An empty one is refused: SQLCipher would leave the file unencrypted without a word.
    """
    if not passphrase.strip():
        raise BadPassphrase("A passphrase cannot be empty. Nothing was changed; type one of several words.")
    if "\x00" in passphrase:
        raise BadPassphrase("A passphrase cannot hold a null character. Nothing was changed; type another.")
    try:
        return unicodedata.normalize("NFC", passphrase).encode()
    except UnicodeEncodeError:  # half a character, as a terminal hands on what is no UTF-8
        raise BadPassphrase("That is not text. Nothing was changed; type the passphrase again.") from None


def new_key(passphrase: str) -> Key:
    """The key of a store that is still to be made, over a salt of its own. Raises BadPassphrase."""
    salt = os.urandom(SALT_BYTES)
    while _is_text(salt):  # by such a beginning a file of text is told from a store
        salt = os.urandom(SALT_BYTES)
    return key_over(passphrase, salt)


def key_of(path: Path, passphrase: str) -> Key:
    """The key that this passphrase gives for the file. Raises BadPassphrase; whether it fits, opening tells."""
    return key_over(passphrase, salt_of(path))


def key_over(passphrase: str, salt: bytes) -> Key:
    """The key that this passphrase gives over a salt. Raises BadPassphrase."""
    return Key(_derived(passphrase, salt), salt)


def salt_of(path: Path) -> bytes:
    """The first sixteen bytes of an encrypted file. Raises StoreError where it cannot be read."""
    return _beginning(path)


def is_there(path: Path) -> bool:
    """Whether there is a file or a folder of this name. Raises StoreError where its folder cannot be looked into, and
    for a link that leads nowhere: what it led to may be on a disk that is not there just now.
    """
    try:
        if leads_nowhere(path):
            raise StoreError(
                f"{path} is a link that leads nowhere. Put back what it led to, or name another place with --store."
            )
        return stat_of(path) is not None
    except OSError as error:
        if error.errno == ENAMETOOLONG:
            says = f"The store {path} cannot be opened: its name is too long. Name another with --store."
            raise StoreError(says) from error
        raise StoreError(_UNREAD.format(path=path, why=error.strerror)) from error


def is_encrypted(path: Path) -> bool:
    """Whether a file is encrypted: it has content, and does not begin as every plain SQLite file does.

    False where there is no file or it is empty. Raises StoreError where it cannot be read, or is no store at all: every
    encrypted one is made of whole pages, or the rest of the last one is still in the log beside it, as a power cut
    leaves it.
    """
    if not is_there(path):
        return False
    beginning = _beginning(path)
    if not beginning or beginning == PLAIN_HEADER:
        return False
    torn = path.stat().st_size % PAGE_BYTES and not os.path.exists(f"{path}-wal")
    if torn or _is_text(beginning) or not any(beginning):
        raise StoreError(f"{path} is not an Oversight store, or it is damaged. Name another with --store.")
    return True


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(SALT_BYTES)
    except OSError as error:
        raise StoreError(_UNREAD.format(path=path, why=error.strerror)) from error


def _is_text(beginning: bytes) -> bool:
    return beginning.isascii() and all(byte >= ord(" ") or byte in b"\t\r\n" for byte in beginning)


def _derived(passphrase: str, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha512", usable(passphrase), salt, ROUNDS, KEY_BYTES)
