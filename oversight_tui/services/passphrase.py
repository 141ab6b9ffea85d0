"""Passphrases: how strong one is, the recovery phrase that stands for a key, and giving a store another one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import StoreError
from db.key import Key, WrongKey, key_of, new_key, salt_of, usable
from db.reencrypt import reencrypt

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.services.backups import Rekeyed

WEAK = 3  # zxcvbn's scores go from 0 to 4; from 3 on a passphrase withstands somebody who has the file
_WORDS = 24
_LANGUAGE = "english"
_SPELLED = re.compile(r"x'([0-9a-f]{64})'")


def strength(passphrase: str) -> str:
    """A sentence about how hard a passphrase is to guess for somebody who has the file. Raises BadPassphrase.

    The figure is zxcvbn's for ten thousand guesses a second; SQLCipher's derivation allows an attacker fewer.
    """
    usable(passphrase)
    from zxcvbn import zxcvbn

    found = zxcvbn(passphrase[:72])
    time = found["crack_times_display"]["offline_slow_hashing_1e4_per_second"]
    if found["score"] >= WEAK:
        return f"A strong passphrase: guessing it would take {time}."
    return (
        f"A weak passphrase: guessing it would take {time}. Four or more words that do not belong together are strong."
    )


def recovery_phrase(key: Key) -> str:
    """Twenty-four words that stand for the key; the last of them checks the others.

    They are those of BIP 39. Another passphrase makes another key, and so other words.
    """
    from mnemonic import Mnemonic

    words: str = Mnemonic(_LANGUAGE).to_mnemonic(key.secret)
    return words


def key_for(path: Path, typed: str) -> Key:
    """The key that was given for a store's file: itself as `spelled` writes it, its recovery phrase, or its passphrase.

    Only a passphrase takes time, about a tenth of a second. Raises BadPassphrase.
    """
    itself = _SPELLED.fullmatch(typed.strip())
    if itself is not None:
        return Key(bytes.fromhex(itself[1]), salt_of(path))
    words = typed.lower().split()
    if len(words) == _WORDS:
        from mnemonic import Mnemonic

        recovery = Mnemonic(_LANGUAGE)
        if recovery.check(" ".join(words)):
            return Key(bytes(recovery.to_entropy(words)), salt_of(path))
    return key_of(path, typed)


def spelled(key: Key) -> str:
    """The key itself, for a place that keeps it safe: with it a start takes no longer than that of a plain store."""
    return f"x'{key.secret.hex()}'"


def unlock(store: Store, typed: str) -> None:
    """Take the key of a locked store again, from its passphrase or recovery phrase. Raises StoreError."""
    try:
        store.unlock(key_for(store.path, typed))
    except WrongKey as problem:
        raise WrongKey("That does not open it. Type the passphrase again, or the recovery phrase.") from problem


def key_for_new(passphrase: str) -> Key:
    """The key of a store that is still to be made. Raises BadPassphrase."""
    return new_key(passphrase)


def change(
    path: Path, old: Key | None, new: Key | None, *, anchors: Path | None = None, backups: Path | None = None
) -> Rekeyed:
    """Give the store and its copies another key, None for a plain one; the journal says that it was done.

    Raises StoreError, and leaves the store as it was, where it is in use.
    """
    from db import open_store, writes
    from oversight_tui.services.backups import give_another_key
    from oversight_tui.services.identity import author

    if old is None and new is None:
        raise StoreError("This store is not encrypted already. Nothing was changed.")
    reencrypt(path, old, new)
    store = open_store(path, key=new, create=False, anchors=anchors, backups=backups, plain_is_meant=new is None)
    try:
        what = "encrypted" if old is None else "decrypted" if new is None else "passphrase changed"
        with store.writing():
            writes.note_opened(store, what, {}, author(store))
        return give_another_key(store, old)
    finally:
        store.close()
