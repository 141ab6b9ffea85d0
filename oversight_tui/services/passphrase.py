"""Passphrases: how strong one is, what one opens, and giving a store another one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from db.anchor import expect_another
from db.errors import StoreError
from db.key import Key, WrongKey, salt_of, usable
from db.reencrypt import Rekeyed, reencrypt
from oversight_tui.services.typed_key import key_in
from oversight_tui.words.problems import PlainProblem

if TYPE_CHECKING:
    from db.engine import Store

WEAK, REFUSED = 3, 2  # zxcvbn's scores go from 0 to 4: below WEAK is asked about, below REFUSED is not taken
FULL = 12.0  # the power of ten of guesses at which the meter is full
STEPS = 10
ADVICE = "Four or more words that do not belong together are strong."


class TooWeak(PlainProblem):
    """A new passphrase that anybody who has the file could guess."""


class Judged(Struct, frozen=True):
    """How hard a passphrase is to guess for somebody who has the file: `time` in words, `steps` of ten for a meter,
    and `why` it is weak, empty where it is not or nobody can say.
    """

    score: int
    time: str
    steps: int
    why: str

    @property
    def is_weak(self) -> bool:
        """Whether it is to be asked about before it is taken."""
        return self.score < WEAK

    @property
    def is_refused(self) -> bool:
        """Whether it is not taken at all."""
        return self.score < REFUSED

    def __str__(self) -> str:
        if not self.is_weak:
            return f"A strong passphrase: guessing it would take {self.time}."
        why = f" {self.why}." if self.why else ""
        return f"A weak passphrase: guessing it would take {self.time}.{why} {ADVICE}"


class Outside(Struct, frozen=True):
    """The folders outside a store that belong to it: of its anchor and of its backups, None where there is none."""

    anchors: Path | None = None
    backups: Path | None = None


NOTHING_OUTSIDE = Outside()


def judged(passphrase: str) -> Judged:
    """How hard a passphrase is to guess. Raises BadPassphrase.

    The figure is zxcvbn's for ten thousand guesses a second; SQLCipher's derivation allows an attacker fewer.
    """
    usable(passphrase)
    from zxcvbn import zxcvbn

    found = zxcvbn(passphrase[:72])
    return Judged(
        score=found["score"],
        time=found["crack_times_display"]["offline_slow_hashing_1e4_per_second"],
        steps=max(1, min(STEPS, round(float(found["guesses_log10"]) / FULL * STEPS))),
        why=found["feedback"]["warning"].rstrip("."),
    )


def refuse_weak(passphrase: str) -> Judged:
    """How hard a new passphrase is to guess. Raises TooWeak for one that is not taken, and BadPassphrase."""
    found = judged(passphrase)
    if found.is_refused:
        raise TooWeak(f"{found} Nothing was changed; choose another.")
    return found


def key_for(path: Path, typed: str) -> Key:
    """The key that was given for a store's file. Raises BadPassphrase, and StoreError where it cannot be read."""
    return key_in(typed, salt_of(path))


def unlock(store: Store, typed: str) -> None:
    """Take the key of a locked store again, from its passphrase or recovery phrase. Raises StoreError."""
    try:
        store.unlock(key_for(store.path, typed))
    except WrongKey as problem:
        raise WrongKey("That does not open it. Type the passphrase again, or the recovery phrase.") from problem


def change(
    path: Path,
    old: Key | None,
    new: Key | None,
    outside: Outside = NOTHING_OUTSIDE,
    *,
    typed: str | None = None,
) -> Rekeyed:
    """Give the store and its copies another key, None for a plain one; the journal says that it was done.

    What was `typed` for the new key is tried on the new file before that takes the store's place. Raises StoreError,
    and leaves everything as it was, where it does not open it, or the store is in use.
    """
    from db import open_store, writes
    from oversight_tui.services.identity import author

    if old is None and new is None:
        raise StoreError("This store is not encrypted already. Nothing was changed.")

    def tried(fresh: Path) -> None:
        if typed is not None and key_for(fresh, typed) != new:
            raise StoreError("The new passphrase does not open what was encrypted with it. Nothing was changed.")

    def announced(file: Path) -> None:
        expect_another(outside.anchors, file, plain=new is None)

    copies = reencrypt(path, old, new, backups=outside.backups, announced=announced, tried=tried)
    store = open_store(
        path,
        key=new,
        create=False,
        anchors=outside.anchors,
        backups=outside.backups,
        plain_is_meant=new is None,
    )
    try:
        what = "encrypted" if old is None else "decrypted" if new is None else "passphrase changed"
        if store.moved is None:  # one that was carried elsewhere takes no line any more
            with store.writing():
                writes.note_opened(store, what, {}, author(store))
    finally:
        store.close()
    return copies
