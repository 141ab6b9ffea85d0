"""Whether a text names somebody, however that is spelled: case, accents and what stands between words do not count."""

from __future__ import annotations

import re
from collections.abc import Iterable

from oversight_tui.words.text import folded, match_key

_WORD = re.compile(r"[^\W_]+")
_SHORTEST_THAT_TELLS = 3  # letters; a local figure: initials, "de" and "van" name nobody


def name_key(name: str) -> str:
    """What two spellings of one worker's name have in common: the key by which the store finds a worker."""
    return match_key(name)


def is_named(text: str, names: Iterable[str]) -> bool:
    """Whether one of these names or references stands in the text as a whole: "C 1042" names C-1042."""
    words = _words(text)
    return any(_stands_in(words, "".join(_words(name))) for name in names)


def is_hinted_at(text: str, names: Iterable[str]) -> bool:
    """Whether one of these names does, or a word of it: "the Vasks" names nobody, "Vask" does."""
    words, whole = set(_words(text)), tuple(names)
    parts = {word for name in whole for word in _words(name) if len(word) >= _SHORTEST_THAT_TELLS}
    return bool(words & parts) or is_named(text, whole)


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))


def _stands_in(words: list[str], name: str) -> bool:
    """Whether some words after each other are the name, without what stands between them."""
    for first in range(len(words)):
        said = ""
        for word in words[first:]:
            said += word
            if not name.startswith(said):
                break
            if said == name:
                return True
    return False
