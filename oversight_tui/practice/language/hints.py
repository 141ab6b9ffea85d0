"""A text, looked through for listed words, capitals without their words, and remarks about a worker."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from oversight_tui.practice.language.about_workers import remarks
from oversight_tui.practice.language.terms import ACRONYMS, FORMS, LEGAL, ORDINARY, TERMS, VERBS, in_any_space

# Capitals that everybody reads.
_PLAIN_CAPITALS = frozenset(
    {"OK", "TV", "UK", "GP", "PE", "ID", "DVD", "USB", "FE", "AM", "PM", "BBC", "NHS", "A", "I"}
)
_CAPITALS = re.compile(r"(?<![\w(/-])([A-Z]{2,6})s?\b(?![)\w-])")
# Words in capitals one after the other: somebody raises their voice, and spells no acronyms.
_LOUD = re.compile(r"\b[A-Z]{2,}(?:\W+(?:[A-Z]{2,}|[AI])\b)+")


class Hint(Struct, frozen=True):
    """A remark on a word: the word as listed, and the sentence that says it."""

    word: str
    says: str


def hints(
    text: str,
    *,
    workers: Iterable[str] = (),
    own: Mapping[str, str] | None = None,
    dismissed: Collection[str] = (),
) -> tuple[Hint, ...]:
    """What might be said otherwise, in the order of the text. `own` are an authority's own words; an empty one takes a
    word off the list. `workers` are names of the team.
    """
    looked_at = _without_what_stays(text)
    found = [(place, hint) for place, hint in _terms(looked_at, own or {}) if hint.word not in dismissed]
    found += [(place, hint) for place, hint in _acronyms(looked_at, own or {}) if hint.word not in dismissed]
    found += [
        (
            one.place,
            Hint(f"worker:{one.words.casefold()}", f"'{one.words}' is about the worker: own file, K, not here."),
        )
        for one in remarks(text, workers)
    ]
    return tuple(hint for _, hint in sorted(found, key=lambda pair: pair[0]))


def _without_what_stays(text: str) -> str:
    """The text with blanks in the place of the law's words, of ordinary English, and of verbs that look like a term."""
    for words in (*LEGAL, *ORDINARY):
        text = re.sub(rf"\b{in_any_space(re.escape(words))}\b", _blank, text, flags=re.IGNORECASE)
    for verb in VERBS.values():
        text = verb.sub(_blank, text)
    return text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _terms(text: str, own: Mapping[str, str]) -> Iterable[tuple[int, Hint]]:
    listed = {word: says for word, (says, _) in TERMS.items()} | {
        word.casefold(): says for word, says in own.items() if not word.isupper()
    }
    taken: list[tuple[int, int]] = []
    for word in sorted(listed, key=len, reverse=True):
        if not listed[word]:
            continue
        form = in_any_space(FORMS.get(word, rf"{re.escape(word)}(?:ed|ing|s)?"))
        for match in re.finditer(rf"\b{form}\b", text, flags=re.IGNORECASE):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                yield match.start(), Hint(word, f"'{' '.join(match[0].split())}': {listed[word]}?")


def _acronyms(text: str, own: Mapping[str, str]) -> Iterable[tuple[int, Hint]]:
    """Each acronym once, where its words do not stand beside it; of one that is not listed only that it is one."""
    listed = {**ACRONYMS, **{word: says for word, says in own.items() if word.isupper()}}
    loud = [match.span() for match in _LOUD.finditer(text)]
    seen = set(_PLAIN_CAPITALS) | {word for word, says in listed.items() if not says}
    for match in _CAPITALS.finditer(text):
        word = match[1]
        if word in seen or (word not in listed and any(start <= match.start() < end for start, end in loud)):
            continue
        seen.add(word)
        says = listed.get(word)
        explained = f"({word})" in text or (says is not None and says in text.casefold())
        if not explained:
            yield match.start(), Hint(word, f"'{word}' without its words: {says or 'what does it stand for'}?")
