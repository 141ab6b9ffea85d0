"""Cleaning of text from anywhere, and the keys by which names are matched.

Text from a file, the store or the keyboard may carry escape sequences, bidi overrides or invisible characters that
would reach the terminal raw, so it is cleaned on the way in and again on the way out.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_KEPT_JOINERS = "\u200c\u200d"  # names in Persian and Indic scripts, and emoji families, need them
_INVISIBLE = frozenset("\u200b\u2060\ufeff\u00ad\u061c\u200e\u200f")
_BIDI = frozenset(chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_UNWANTED_CATEGORIES = frozenset({"Cc", "Cs", "Co", "Cn"})
_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"\s+")
_STRAIGHT = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2011": "-"})


def _wanted(character: str) -> bool:
    if character in _KEPT_JOINERS or character in "\n\t":
        return True
    if character in _INVISIBLE or character in _BIDI:
        return False
    return unicodedata.category(character) not in _UNWANTED_CATEGORIES


def safe(text: str) -> str:
    """Text that is still being typed made safe: as `paragraphs`, with the spaces at its ends."""
    if text.isascii() and text.isprintable():
        return text
    if text.replace("\n", "").replace("\t", "").isprintable():  # nothing to take away, and no other break
        return unicodedata.normalize("NFC", text)
    broken = _LINE_BREAKS.sub("\n", text)
    kept = "".join(character for character in broken if _wanted(character))
    return unicodedata.normalize("NFC", kept)


def paragraphs(text: str) -> str:
    """Longer text made safe: line breaks (as one newline) and tabs stay, control and bidi characters go."""
    return safe(text).strip()


def one_line(text: str) -> str:
    """Text made safe for one line: as `paragraphs`, with every run of white space one space."""
    return _SPACES.sub(" ", paragraphs(text)).strip()


@lru_cache(maxsize=4_096)  # a list says the names of a team and its workers in every row
def match_key(text: str) -> str:
    """The key by which two spellings of one name are the same: width, quotes, spaces and case do not count."""
    return one_line(unicodedata.normalize("NFKC", text).translate(_STRAIGHT)).casefold()


def folded(text: str) -> str:
    """`match_key` without accents, for searching as one types."""
    decomposed = unicodedata.normalize("NFKD", match_key(text))
    return "".join(character for character in decomposed if not unicodedata.combining(character))
