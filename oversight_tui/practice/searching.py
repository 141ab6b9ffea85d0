"""What is searched for, and where it stands: words without accents and capitals, each found by its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from msgspec import Struct

from oversight_tui.words.text import folded

_WITHIN = re.compile("['\u2018\u2019]")  # what stands in the middle of a word: mum's
_WORD = re.compile(r"[^\W_]+")
_WORD_AS_TYPED = re.compile("[^\\W_]+(?:['\u2018\u2019][^\\W_]+)*")

# Of all words of the made-up team with one slip of the finger every one is found so; `textual.fuzzy` finds a letter too
# few and no other slip.
CLOSE_ENOUGH = 0.75
SHORTEST_SLIP = 4  # letters
LARGEST_SLIP = 2  # letters more or fewer
MOST_CLOSE = 4
LEAD = 12  # characters of an excerpt before the first word that is looked for


class Place(Struct, frozen=True):
    """Where something stands in a text: its first character, and the one after its last."""

    start: int
    end: int


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are searched: "Mum's café" has `mums` and `cafe`."""
    return tuple(_WORD.findall(_WITHIN.sub("", text.lower() if text.isascii() else folded(text))))


def search_key(texts: Sequence[str]) -> str:
    """All words of some texts with one space before and after each, so that ` vap` finds those that begin so. Between
    two texts stands an empty word: what ends one and begins the next is not said in a row.
    """
    said = [" ".join(words) for text in texts if (words := words_of(text))]
    return f" {'  '.join(said)} " if said else ""


def places(text: str, looked_for: Sequence[str]) -> tuple[Place, ...]:
    """Where words stand in a text that begin with one that is looked for, in their order."""
    beginnings = tuple(looked_for)
    return tuple(
        Place(found.start(), found.end())
        for found in _WORD_AS_TYPED.finditer(text)
        if any(word.startswith(beginnings) for word in words_of(found[0]))
    )


def excerpt(text: str, looked_for: Sequence[str], longest: int) -> str:
    """So much of a text, on one line, that the first word which is looked for stands in sight."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    found = places(line, looked_for)
    before = found[0].start - LEAD if found else 0
    if before <= 0:
        return f"{line[: longest - 1].rstrip()}…"
    start = line.find(" ", before) + 1 if " " in line[before : found[0].start] else found[0].start
    rest = line[start:]
    cut = f"{rest[: longest - 2].rstrip()}…" if len(rest) > longest - 1 else rest
    return f"…{cut}"


def close_to(word: str, known: Iterable[str]) -> list[str]:
    """The known words that somebody may have meant whose finger slipped (a letter too few or too many, another one, two
    in the other order), the closest first; none for a word so short that it could be anything.
    """
    if len(word) < SHORTEST_SLIP:
        return []
    alike = [one for one in known if abs(len(one) - len(word)) <= LARGEST_SLIP]
    return get_close_matches(word, alike, MOST_CLOSE, CLOSE_ENOUGH)
