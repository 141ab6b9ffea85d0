"""Who is named in a text besides those whom it may name: what the store knows of them, and what a name looks like.

It finds what it was told of and no more: a name that nobody entered anywhere looks like any other word. Whoever gives a
text away reads it first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from oversight_tui.practice.records import Consultation, Content, Disagreement, Escalation, WorkAnswer, WorkHandedIn
from oversight_tui.practice.records.base import people_named_in
from oversight_tui.words.text import folded

Why = Literal["child", "brother_or_sister", "family", "surname", "person", "titled", "contact"]
WHY: dict[Why, str] = {
    "child": "another child's name or reference",
    "brother_or_sister": "a brother's or sister's name",
    "family": "the family's name",
    "surname": "somebody with the same surname",
    "person": "a person who is named in an entry",
    "titled": "a person with a title (Mr, Mrs, Auntie ...)",
    "contact": "a telephone number, an e-mail address or a postcode",
}
_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 3  # letters of a single word that is marked as a part of a name; local: "de" and "Jo" are in many texts
_TITLES = ("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Auntie", "Aunty", "Aunt", "Uncle", "Nan", "Nanny", "Granny", "Gran")
_TITLE_WORDS = frozenset(title.lower() for title in _TITLES)
# Words that begin a sentence before a surname and are nobody's first name.
_NO_FIRST_NAME = frozenset(
    (
        *("a", "all", "an", "and", "as", "at", "both", "but", "by", "for", "from", "has", "if", "in", "is", "of", "on"),
        *("or", "our", "see", "so", "that", "the", "their", "then", "this", "to", "was", "when", "while", "with"),
    )
)
_TITLED = re.compile(rf"\b(?:{'|'.join(_TITLES)})\.?\s+[A-Z][\w’'-]+")
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # an e-mail address
    r"|(?<!\w)(?:\+44\s?|0)\d(?:[\s-]?\d){8,9}(?!\w)"  # a telephone number of the United Kingdom
    r"|(?<!\w)[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}(?!\w)"  # a postcode
)


class OtherChild(Struct, frozen=True, array_like=True):
    """A child of the store who is not the one a text is about; `of_the_family` is a brother or sister."""

    reference: str
    name: str | None
    of_the_family: bool


class Known(Struct, frozen=True):
    """Who there is to be found. `own` are the names of whom the text is about, `professionals` those of workers and
    managers, neither of which is a third party; `persons` were typed as names in entries.
    """

    own: tuple[str, ...] = ()
    professionals: tuple[str, ...] = ()
    children: tuple[OtherChild, ...] = ()
    persons: tuple[str, ...] = ()
    family: str | None = None


class Named(Struct, frozen=True):
    """Where in a text somebody is named, and why that is thought."""

    start: int
    end: int
    why: Why


class ThirdParties:
    """Finds them. Made once for a document: a text is then gone through word by word, however many are known."""

    def __init__(self, known: Known) -> None:
        self._not_third = {_words(name) for name in (*known.own, *known.professionals)}
        self._common = {word for name in self._not_third for word in name}
        named = (name for name in map(_words, known.own) if len(name) > 1 and all(map(str.isalpha, name)))
        self._own_by_surname = {name[-1]: frozenset(name) for name in named}
        self._by_first: dict[str, dict[tuple[str, ...], Why]] = {}
        for child in known.children:
            why: Why = "brother_or_sister" if child.of_the_family else "child"
            self._add(_words(child.reference), why)
            if child.name:
                self._add(_words(child.name), why)
                if child.of_the_family:
                    self._add_parts(child.name, why)
        for person in known.persons:
            if not self._is_a_professional(person):
                self._add(_words(person), "person")
                self._add_parts(person, "person")
        if known.family:
            self._add_parts(known.family, "family")

    def named_in(self, text: str) -> tuple[Named, ...]:
        """Everybody found in a text, in order and without overlap; of two that overlap the one that begins first, of
        two that begin together the longer.
        """
        found = sorted(
            (*self._by_name(text), *self._by_surname(text), *_by_look(text)), key=lambda one: (one.start, -one.end)
        )
        kept: list[Named] = []
        for one in found:
            if not kept or one.start >= kept[-1].end:
                kept.append(one)
        return tuple(kept)

    def _by_name(self, text: str) -> Iterator[Named]:
        places = [(match.start(), match.end(), folded(match[0])) for match in _WORD.finditer(text)]
        said = [word for _, _, word in places]
        for first, word in enumerate(said):
            for name, why in self._by_first.get(word, {}).items():
                if tuple(said[first : first + len(name)]) == name:
                    yield Named(places[first][0], places[first + len(name) - 1][1], why)

    def _by_surname(self, text: str) -> Iterator[Named]:
        """A first name beside the surname of whom the text is about, which no name has that may stand there."""
        before: tuple[str, ...] = ()
        for first, surname in pairwise(_WORD.finditer(text)):
            name, beside = folded(first[0]), folded(surname[0])
            own = self._own_by_surname.get(beside)
            apart = text[first.end() : surname.start()]
            is_a_name = first[0][0].isupper() and len(name) > 1 and apart.isspace() and name not in _NO_FIRST_NAME
            if (
                own
                and is_a_name
                and own.isdisjoint((name, *before))
                and (name, folded(surname[0])) not in self._not_third
            ):
                yield Named(first.start(), surname.end(), "surname")
            before = (name,)

    def _add(self, name: tuple[str, ...], why: Why) -> None:
        if name and name not in self._not_third:
            self._by_first.setdefault(name[0], {}).setdefault(name, why)

    def _add_parts(self, name: str, why: Why) -> None:
        """Each word of a name that tells, and that no name has which may stand there."""
        for word in _words(name):
            if len(word) >= _SHORTEST and word not in self._common and word not in _TITLE_WORDS:
                self._add((word,), why)

    def _is_a_professional(self, person: str) -> bool:
        words = _words(person)
        return bool(words) and self._common.issuperset(words)


_BY_OFFICE = (Consultation, Escalation, WorkHandedIn, WorkAnswer, Disagreement)


def persons_in(contents: Iterable[Content]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names that were typed as such in entries: of anybody, and of those who can only be professionals, since they
    answer an escalation, are consulted, or write and sign off work.
    """
    anybody: dict[str, None] = {}
    professionals: dict[str, None] = {}
    for content in contents:
        by_office = isinstance(content, _BY_OFFICE)
        (professionals if by_office else anybody).update(dict.fromkeys(people_named_in(content)))
    return tuple(anybody), tuple(professionals)


def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(folded(name)))


def _by_look(text: str) -> Iterator[Named]:
    looks: Sequence[tuple[re.Pattern[str], Why]] = ((_TITLED, "titled"), (_CONTACT, "contact"))
    for look, why in looks:
        yield from (Named(match.start(), match.end(), why) for match in look.finditer(text))


def said_of(whys: Iterable[Why]) -> str:
    """What was found, in words, each kind once."""
    return "; ".join(WHY[why] for why in WHY if why in set(whys))
