"""What the screen may ask about a new passphrase, as whoever opens it passes it on: it derives no key itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from db.key import Key


class Strength(Struct, frozen=True):
    """How strong a passphrase is: `share` of a full meter, in words, whether it is asked about, whether not taken."""

    share: float
    says: str
    is_weak: bool
    is_refused: bool


class Passphrases(Struct, frozen=True):
    """`strength` takes any text; `key_for` gives the key, or the sentence why it cannot be a passphrase; `phrase_of` is
    the words of the recovery phrase of a key.
    """

    strength: Callable[[str], Strength]
    key_for: Callable[[str], Key | str]
    phrase_of: Callable[[Key], tuple[str, ...]]
