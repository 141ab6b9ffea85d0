"""What a status of List 6 means, in the many ways systems write it: Annex A's letters, and words near its own.

What is not understood whole is not guessed at: then it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from oversight_tui.practice.facts import Status
from oversight_tui.words.text import match_key

Meant = Status | Literal["closed"]

_BY_LETTER: Mapping[str, Meant] = {
    "a": "looked_after",
    "b": "protection_plan",
    "c": "in_need",
    "d": "assessment",
    "e": "closed",
}
_LETTER = re.compile(r"\(?([a-e])(?:[).:]\s*|$|\s+(?=-))")
_NUMBERED = re.compile(r"\(?\d[).:]\s*")
# Each word that says something, and what. `care` and `after` say nothing by themselves.
_SAYS: Mapping[str, Meant] = {
    **dict.fromkeys(("looked", "cla", "lac", "cic"), "looked_after"),
    **dict.fromkeys(("protection", "cp", "cpp"), "protection_plan"),
    **dict.fromkeys(("need", "cin", "chin", "cinp"), "in_need"),
    **dict.fromkeys(("assessment", "assessments", "assess", "asmt", "assmt", "asst"), "assessment"),
    **dict.fromkeys(("leaver", "leavers", "leaving"), "care_leaver"),
    **dict.fromkeys(("closed", "nfa"), "closed"),
}
# Words that change nothing beside one that says something.
_BESIDE = frozenset(
    {
        *("a", "after", "an", "and", "c", "care", "case", "cf", "child", "children", "current", "episode", "ext", "f"),
        *("family", "fully", "in", "initial", "of", "on", "open", "plan", "plans", "progress", "single", "status"),
        *("subject", "the", "with"),
    }
)
_BESIDE_CLOSED = frozenset({"down", "step", "stepdown", "stepped"})
# Of several things said of a child at once the first counts, as Ofsted orders them.
_ORDER: tuple[Meant, ...] = ("looked_after", "protection_plan", "in_need", "care_leaver")


@lru_cache(maxsize=1_024)  # a list has a few wordings, and one of them in every row
def meaning_of(said: str) -> Meant | None:
    """The status that these words name, or that the episode is closed; None where that is not plain.

    A letter goes before words that are not understood; beside the words of another status it says nothing.
    """
    key = match_key(said)
    letter, numbered = _LETTER.match(key), _NUMBERED.match(key)
    start = letter or numbered
    words = key[start.end() if start else 0 :]
    by_words, is_contradictory = _by_words(words)
    if letter is None:
        return by_words
    by_letter = _BY_LETTER[letter[1]]
    return by_letter if by_words in (None, by_letter) and not is_contradictory else None


def _by_words(said: str) -> tuple[Meant | None, bool]:
    """What the words mean, and whether they say things that cannot both be so."""
    words = re.findall(r"[a-z0-9]+", said.replace("c&f", "cf").replace("in care", "cla"))
    meant = {_SAYS[word] for word in words if word in _SAYS}
    if not meant:
        return None, False
    if "closed" in meant:
        beside, is_odd = _BESIDE | _BESIDE_CLOSED, "open" in words
    else:
        beside, is_odd = _BESIDE, "assessment" in meant and len(meant) > 1
    if is_odd or any(word not in _SAYS and word not in beside for word in words):
        return None, is_odd
    if "closed" in meant:
        return "closed", False
    return next((one for one in _ORDER if one in meant), "assessment"), False
