"""What the palette offers, and which of it is meant by what was typed: best first, also where a finger slipped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Literal

from oversight_tui.practice.searching import close_to, words_of

# The groups of what is offered, in which each row stands; those that were found last stand last.
Group = Literal["lately", "here", "do", "not here", "worker", "child", "said", "perhaps"]
MOST_OF_A_GROUP = 8
SHORTEST_WITHIN = 3  # letters that are looked for in the middle of a word
_ITS_OWN_NAME, _WHOLE, _BEGINNING, _OTHER_BEGINNING, _WITHIN, _CLOSE = range(6)


class Offer:
    """One thing that can be chosen: its key in the list, its group, what it is called and by what else it is found.

    `other` is asked for only when something is typed: of a whole authority most are never looked at.
    """

    def __init__(self, key: str, group: Group, called: Callable[[], str], other: str = "") -> None:
        self.key = key
        self.group = group
        self._called = called
        self._other = other

    @cached_property
    def own_words(self) -> tuple[str, ...]:
        """The words of what it is called."""
        return words_of(self._called())

    @cached_property
    def other_words(self) -> tuple[str, ...]:
        """What else it is found by."""
        return words_of(self._other)

    def fit(self, typed: Sequence[str]) -> tuple[int, ...] | None:
        """How well it is what was typed, the least is best; None where a word of that is nowhere in it."""
        levels = []
        for word in typed:
            level = self._level(word)
            if level is None:
                return None
            levels.append(level)
        named = 0 if tuple(typed) in (self.own_words, self.other_words[: len(typed)]) else 1
        return named, max(levels, default=0), sum(levels)

    def _level(self, word: str) -> int | None:
        if word in self.own_words or word in self.other_words:
            return _WHOLE
        if any(one.startswith(word) for one in self.own_words):
            return _BEGINNING
        if any(one.startswith(word) for one in self.other_words):
            return _OTHER_BEGINNING
        if len(word) >= SHORTEST_WITHIN and any(word in one for one in self.own_words):
            return _WITHIN
        return None


def meant(offers: Iterable[Offer], text: str) -> list[Offer]:
    """Those that have every word that was typed, group by group, the best group and the best in each first; where there
    is none, those whose words are close to them.
    """
    typed = words_of(text)
    every = list(offers)
    found = _best(every, typed)
    if found or not typed:
        return found
    known = {word for one in every for word in (*one.own_words, *one.other_words)}
    slips = [(word, *close_to(word, known)) if word not in known else (word,) for word in typed]
    spelled: list[tuple[str, ...]] = [()]
    for ways in slips:
        spelled = [(*before, way) for before in spelled for way in ways][: MOST_OF_A_GROUP * 4]
    close = {one.key: one for words in spelled for one in _best(every, words)}
    return list(close.values())


def _best(offers: Sequence[Offer], typed: Sequence[str]) -> list[Offer]:
    fitting: dict[Group, list[tuple[tuple[int, ...], int, Offer]]] = {}
    for place, one in enumerate(offers):
        fit = one.fit(typed)
        if fit is not None:
            fitting.setdefault(one.group, []).append((fit, place, one))
    groups = [sorted(rows, key=lambda row: row[:2])[:MOST_OF_A_GROUP] for rows in fitting.values()]
    groups.sort(key=lambda rows: rows[0][:2])
    return [one for rows in groups for _, _, one in rows]
