"""What somebody types, or a file holds, as the key of a store: a passphrase, a recovery phrase, or the key itself.

A new passphrase is tried in every way in which it can be given later, before anything is encrypted with it: one that
would then be read as something else would lock its owner out for ever.
"""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path
from typing import Literal

from db.key import BadPassphrase, Key, key_over, new_key, usable
from oversight_tui.words.problems import PlainProblem

LONGEST_FILE_BYTES = 10_000
# What every prompt takes in one line: macOS reads 1,024 bytes, Linux 4,096, and cut off what is more without a word.
LONGEST_NEW_BYTES = 1_000
_WORDS = 24
_LANGUAGE = "english"
_SPELLED = re.compile(r"x'([0-9a-f]{64})'")
_MARK = "\ufeff"  # what some editors put before the text of a file
_FORMS: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")
_LINE_ENDS = ("", "\n", "\r\n")


class UnreadPassphrase(PlainProblem):
    """A passphrase that cannot be read from where it was said to be."""


def key_in(typed: str, salt: bytes) -> Key:
    """The key that was given for the file with this salt: itself as `spelled` writes it, its recovery phrase, or its
    passphrase.

    Only a passphrase takes time, about a tenth of a second. Raises BadPassphrase.
    """
    itself = _SPELLED.fullmatch(typed.strip())
    if itself is not None:
        return Key(bytes.fromhex(itself[1]), salt)
    recovered = _recovered(typed)
    return key_over(typed, salt) if recovered is None else Key(recovered, salt)


def spelled(key: Key) -> str:
    """The key itself, for a place that keeps it safe: with it a start takes no longer than that of a plain store."""
    return f"x'{key.secret.hex()}'"


def recovery_phrase(key: Key) -> str:
    """Twenty-four words that stand for the key; the last of them checks the others.

    They are those of BIP 39. Another passphrase makes another key, and so other words.
    """
    from mnemonic import Mnemonic

    words: str = Mnemonic(_LANGUAGE).to_mnemonic(key.secret)
    return words


def key_for_new(passphrase: str) -> Key:
    """The key of a store that is still to be made, or is to have another. Raises BadPassphrase.

    However the passphrase is given later, with either form of its accents, at a prompt or in a file with any end of its
    line, it gives this very key.
    """
    _refuse_what_cannot_be_typed(passphrase)
    key = new_key(passphrase)
    forms = {unicodedata.normalize(form, passphrase) for form in _FORMS}
    ways = forms | {first_line(f"{one}{end}".encode()) for one in forms for end in _LINE_ENDS}
    for typed in sorted(ways):
        if key_in(typed, key.salt) != key:
            raise BadPassphrase(
                "This cannot be a passphrase: typed later, it would be read as a recovery phrase or a key and open "
                "nothing. Nothing was changed; choose words of your own."
            )
    return key


def read_file(path: Path, what: str = "passphrase") -> str:
    """The first line of a file, which is said to hold `what`. Raises UnreadPassphrase."""
    try:
        with path.open("rb") as file:
            return _said_by(file.read(LONGEST_FILE_BYTES + 1), f"the file {path}", what)
    except OSError as problem:
        raise UnreadPassphrase(
            f"The {what} cannot be read from the file {path}: {problem.strerror}. Name another file."
        ) from None
    except ValueError:  # a name with a zero byte
        raise UnreadPassphrase(f"The {what} cannot be read from the file {path}. Name another file.") from None


def read_descriptor(number: int) -> str:
    """The first line of what is read from a file descriptor. Raises UnreadPassphrase."""
    where = f"file descriptor {number}"
    try:
        with os.fdopen(os.dup(number), "rb") as file:
            return _said_by(file.read(LONGEST_FILE_BYTES + 1), where)
    except OSError as problem:
        raise UnreadPassphrase(f"The passphrase cannot be read from {where}: {problem.strerror}.") from None
    except OverflowError:
        raise UnreadPassphrase("There is no file descriptor of so high a number.") from None


def first_line(read: bytes) -> str:
    """The passphrase in what was read. Raises UnicodeDecodeError."""
    return read.decode("utf-8").removeprefix(_MARK).partition("\n")[0].rstrip("\r")


def _said_by(read: bytes, where: str, what: str = "passphrase") -> str:
    if len(read) > LONGEST_FILE_BYTES:
        raise UnreadPassphrase(
            f"The {what} cannot be read from {where}: more than {LONGEST_FILE_BYTES:,} bytes are in it. It takes "
            "one line of text."
        )
    try:
        return first_line(read)
    except UnicodeDecodeError:
        raise UnreadPassphrase(f"The {what} cannot be read from {where}. It takes one line of text in UTF-8.") from None


def _recovered(typed: str) -> bytes | None:
    """The key that a recovery phrase stands for; None where it is none."""
    words = unicodedata.normalize("NFKD", typed).lower().split()
    if len(words) != _WORDS:
        return None
    from mnemonic import Mnemonic

    recovery = Mnemonic(_LANGUAGE)
    return bytes(recovery.to_entropy(words)) if recovery.check(" ".join(words)) else None


def _refuse_what_cannot_be_typed(passphrase: str) -> None:
    """Raise BadPassphrase for what one prompt or the other would not take, or nobody could see to type again."""
    usable(passphrase)
    if passphrase != passphrase.strip():
        why = "A passphrase cannot begin or end with a space, which nobody sees"
    elif not passphrase.isprintable():
        why = "A passphrase cannot hold signs that no key types, such as a tab"
    elif max(len(unicodedata.normalize(form, passphrase).encode()) for form in _FORMS) > LONGEST_NEW_BYTES:
        why = f"A passphrase cannot be longer than {LONGEST_NEW_BYTES:,} bytes, since not every prompt takes more"
    else:
        return
    raise BadPassphrase(f"{why}. Nothing was changed; type another.")
