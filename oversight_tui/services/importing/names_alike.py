"""Which names may be one person's: the words in another order, without accents, initials, a letter more or less."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from oversight_tui.words.text import folded, match_key

_LONG = 6  # letters of a word whose first may be another one too: Catherine is Katherine, and Sara is not Tara
_SHORT = 3  # letters of a word in which another one in a place makes another name: Ben is not Bev
_MOST_OF_A_WORD = 100  # people of one name; a word that more have tells nobody from another
_LEAST_IN_COMMON = 2  # words of a name that is part of a longer one: `Amira Khan` of `Amira Jane Khan`
_WITH_TEAM = re.compile(r".+ \(.+\)")


class NamesAlike:
    """Names by their words, so that those which may be one person's are found among thousands without comparing all."""

    def __init__(self) -> None:
        self._by_block: dict[str, list[str]] = defaultdict(list)
        self._words: dict[str, list[str]] = {}
        self._by_words: dict[tuple[str, ...], list[str]] = defaultdict(list)

    def add(self, key: str) -> None:
        """Know this name, by its key."""
        words = self._words[key] = words_of(key)
        self._by_words[tuple(words)].append(key)
        for block in _blocks(words):
            self._by_block[block].append(key)

    def near(self, key: str) -> list[str]:
        """The keys of the names that may be this one, the nearest first; only those of the same words, if any are."""
        if _WITH_TEAM.fullmatch(key):
            return []  # somebody who was told apart by team
        words = words_of(key)
        same = [one for one in self._by_words.get(tuple(words), ()) if one != key and not _WITH_TEAM.fullmatch(one)]
        if same:
            return same
        blocks = (self._by_block.get(block, ()) for block in _blocks(words))
        candidates = {one for block in blocks if len(block) <= _MOST_OF_A_WORD for one in block} - {key}
        found = [(near, one) for one in candidates if (near := _nearness(key, words, one, self._words[one]))]
        return [one for _, one in sorted(found, key=lambda pair: (-pair[0], pair[1]))]


def better_spelled(first: str, second: str) -> str:
    """Of two spellings of one name the fuller one, as it is said: first name first, with its accents."""

    def worth(name: str) -> tuple[bool, int, int]:
        return "," not in name, len(folded(name)), sum(not sign.isascii() for sign in name)

    return second if worth(second) > worth(first) else first


def words_of(name: str) -> list[str]:
    """The words of a name, folded and in their order by letter."""
    return sorted(re.findall(r"\w+", folded(match_key(name))))


def _blocks(words: Iterable[str]) -> set[str]:
    """Each word of a name, and each with one letter left out: names that are alike share one."""
    found: set[str] = set()
    for word in words:
        if len(word) > 1:
            found |= {word, *(word[:at] + word[at + 1 :] for at in range(len(word)) if len(word) > 2)}
    return found


def _nearness(one: str, words: list[str], other: str, others: list[str]) -> int:
    """How near two names are that have not the same words: 0, two people's; 1, a letter apart; 2, one a part of the
    other, or the same letters.
    """
    if _WITH_TEAM.fullmatch(other) or _numbers(words) != _numbers(others):
        return 0
    if _is_part(words, others) or _is_part(others, words) or _letters(one) == _letters(other):
        return 2
    left, right = (
        list((Counter(words) - Counter(others)).elements()),
        list((Counter(others) - Counter(words)).elements()),
    )
    if len(left) != 1 or len(right) != 1 or (len(words) == 1 and len(left[0]) < _LONG):
        return 0
    return int(_a_letter_apart(left[0], right[0]))


def _a_letter_apart(one: str, other: str) -> bool:
    """Whether one word is the other with a letter more or less, another one in a place, or two the other way round."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) == 1:
        return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
    differ = [at for at in range(len(longer)) if longer[at] != shorter[at]] if len(longer) == len(shorter) else []
    if len(differ) == 1:
        return len(longer) > _SHORT and (differ[0] > 0 or len(longer) >= _LONG)
    if len(differ) != 2:
        return False
    first, second = differ
    return second == first + 1 and longer[first] == shorter[second] and longer[second] == shorter[first]


def _letters(key: str) -> str:
    return "".join(sign for sign in folded(key) if sign.isalnum())


def _numbers(words: list[str]) -> list[str]:
    return [word for word in words if any(sign.isdigit() for sign in word)]


def _is_part(words: list[str], others: list[str]) -> bool:
    """Whether the first name is the second with words left out or cut down to their first letters."""
    rest = list(others)
    whole, cut = 0, 0
    for word in sorted(words, key=len, reverse=True):
        found = word if word in rest else next((one for one in rest if len(word) == 1 and one[0] == word), None)
        if found is None:
            return False
        rest.remove(found)
        whole, cut = whole + (found == word), cut + (found != word)
    return whole >= _LEAST_IN_COMMON or (whole >= 1 and cut >= 1)
