"""Hints on wording for a child who may read the record one day. A hint replaces nothing, blocks nothing, and can be
dismissed for good.

The list is gathered from what young people and authorities have asked for; each word stands with who asked. The child
decides what they want to be called, lists are suggestions, and what happened is said, never watered down. Legal terms
stay. An authority changes the list in its settings file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

# The word, what can be said instead, and who asked for it.
TERMS: Mapping[str, tuple[str, str]] = {
    "abscond": ("ran away; went missing; left without telling anyone", "TACT, Surrey"),
    "asylum seeker": ("young person", "TACT"),
    "birth parents": ("parents; mum; dad; family", "TACT, Sandwell"),
    "biological parents": ("parents; mum; dad; family", "TACT, Sandwell"),
    "care leaver": ("care-experienced young person", "TACT, Sandwell"),
    "challenging behaviour": ("having trouble coping; distressed", "TACT, North Lanarkshire"),
    "contact": ("family time; seeing mum, dad or gran", "TACT, North Lanarkshire"),
    "contact centre": ("family centre", "Bromley"),
    "corporate parents": ("guardians", "Bromley"),
    "case": ("the child's name", "Sandwell"),
    "cases": ("children", "Sandwell"),
    "foster child": ("child; foster son or daughter", "Surrey"),
    "foster carer": ("their name; foster mum or dad", "Bromley, Surrey"),
    "difficult to place": ("we could not find a home good enough", "Bromley"),
    "hard to place": ("we could not find a home good enough", "Bromley"),
    "drop out": ("early school leaver", "Bromley"),
    "designated teacher": ("teacher", "Bromley"),
    "full potential": ("every chance to achieve their dreams", "Bromley"),
    "high aspirations": ("wanting the best for our children", "Bromley"),
    "co-morbid": ("co-occurring", "Bromley"),
    "promiscuous": ("was sexually exploited or abused", "language guides on exploitation"),
    "child prostitute": ("child who was sexually exploited", "language guides on exploitation"),
    "placement": ("home; where they live", "Sandwell, North Lanarkshire"),
    "placement breakdown": ("the home could not meet their needs", "language guides"),
    "failed placement": ("the home could not meet their needs", "language guides"),
    "respite": ("sleepover; a break; stay over", "TACT, Sandwell, Surrey"),
    "siblings": ("brothers and sisters", "Sandwell, Surrey, North Lanarkshire"),
    "sanctions": ("consequences", "North Lanarkshire"),
    "transition": ("moving on", "Sandwell"),
    "unit": ("house", "North Lanarkshire"),
    "residents": ("young people", "North Lanarkshire"),
    "peers": ("friends", "Sandwell"),
    "participation": ("working together", "Sandwell"),
    "pathway plan": ("plan for the future", "Surrey"),
    "resilience": ("strength; determination", "Surrey"),
    "therapy": ("counselling; time to talk", "Surrey"),
    "defiant": ("strong-willed", "North Lanarkshire"),
    "aggressive": ("say what happened, and what it answered", "North Lanarkshire"),
    "attention seeking": ("looking for help or support", "North Lanarkshire"),
    "non-compliant": ("finding it hard to take part: say what happened", "language guides"),
    "refuses to engage": ("finding it hard to take part: say what happened", "language guides"),
    "failed to engage": ("finding it hard to take part: say what happened", "language guides"),
    "disguised compliance": ("say what you saw", "Child Protection Resource"),
    "attachment": ("how they understand who keeps them safe", "Child Protection Resource"),
    "good-enough parenting": ("their needs are met", "Child Protection Resource"),
    "significant emotional harm": ("say how it hurts the child", "Child Protection Resource"),
    "hard to reach": ("describe what happened; the word blames", "language guides"),
    "frequent flyer": ("describe what happened; the word blames", "language guides"),
    "did not attend": ("was not brought", "widely used"),
    "dysfunctional": ("describe what happens at home", "language guides"),
    "chaotic": ("describe what happens at home", "language guides"),
}
ACRONYMS: Mapping[str, str] = {
    "LAC": "a child we care for",
    "CLA": "a child we care for",
    "CIN": "child in need",
    "CP": "child protection",
    "DV": "violence at home",
    "NFA": "no further action",
    "SW": "social worker",
    "YP": "young person",
    "PEP": "personal education plan",
    "IRO": "independent reviewing officer",
    "CAMHS": "child and adolescent mental health services",
    "MASH": "multi-agency safeguarding hub",
    "LADO": "local authority designated officer",
    "EHCP": "education, health and care plan",
    "UASC": "a young person who came alone",
    "FGC": "family group conference",
}
# What stays as it is: words of the law and of a court.
LEGAL = (
    "care order",
    "supervision order",
    "section 47",
    "section 20",
    "section 17",
    "child protection plan",
    "contact order",
    "child arrangements order",
    "placement order",
    "legal planning meeting",
    "ICPC",
    "EPO",
    "ICO",
)
# Capitals that everybody reads.
_PLAIN_CAPITALS = frozenset(
    {"OK", "TV", "UK", "GP", "PE", "ID", "DVD", "USB", "FE", "AM", "PM", "BBC", "NHS", "A", "I"}
)
_CAPITALS = re.compile(r"(?<![\w(/-])[A-Z]{2,6}\b(?![)\w-])")
# Words that belong into a worker's own file and not into a child's, near a worker's name.
ABOUT_WORKERS = (
    "struggling",
    "stressed",
    "burnt out",
    "off sick",
    "sickness",
    "underperform",
    "performance",
    "capability",
    "wellbeing",
    "probation",
    "appraisal",
    "tearful",
    "overwhelmed",
    "caseload is too",
)
_SENTENCE = re.compile(r"[^.!?\n]+")


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
    legal = _without_legal(text)
    found = [(place, hint) for place, hint in _terms(legal, own or {}) if hint.word not in dismissed]
    found += [(place, hint) for place, hint in _acronyms(legal, own or {}) if hint.word not in dismissed]
    found += list(_remarks(text, workers))
    return tuple(hint for _, hint in sorted(found, key=lambda pair: pair[0]))


def _without_legal(text: str) -> str:
    for words in LEGAL:
        text = re.sub(re.escape(words), lambda match: " " * len(match[0]), text, flags=re.IGNORECASE)
    return text


def _terms(text: str, own: Mapping[str, str]) -> Iterable[tuple[int, Hint]]:
    listed = {word: says for word, (says, _) in TERMS.items()} | {
        word.casefold(): says for word, says in own.items() if not word.isupper()
    }
    taken: list[tuple[int, int]] = []
    for word in sorted(listed, key=len, reverse=True):
        if not listed[word]:
            continue
        for match in re.finditer(rf"\b{re.escape(word)}(?:ed|ing|s)?\b", text, flags=re.IGNORECASE):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                yield match.start(), Hint(word, f"'{match[0]}': {listed[word]}?")


def _acronyms(text: str, own: Mapping[str, str]) -> Iterable[tuple[int, Hint]]:
    """Each acronym once, where its words do not stand beside it; of one that is not listed only that it is one."""
    if text.isupper():
        return  # written in capitals throughout
    listed = {**ACRONYMS, **{word: says for word, says in own.items() if word.isupper()}}
    seen = set(_PLAIN_CAPITALS) | {word for word, says in listed.items() if not says}
    for match in _CAPITALS.finditer(text):
        word = match[0]
        if word in seen:
            continue
        seen.add(word)
        says = listed.get(word)
        explained = f"({word})" in text or (says is not None and says in text.casefold())
        if not explained:
            yield match.start(), Hint(word, f"'{word}' without its words: {says or 'what does it stand for'}?")


def _remarks(text: str, workers: Iterable[str]) -> Iterable[tuple[int, Hint]]:
    """A remark about a worker, in a sentence that names one: it belongs into the worker's own file."""
    names = {part.casefold() for name in workers for part in name.split()[:1]} | {"worker", "social worker"}
    for sentence in _SENTENCE.finditer(text):
        said = sentence[0].casefold()
        if any(re.search(rf"\b{re.escape(name)}\b", said) for name in names):
            for word in ABOUT_WORKERS:
                if word in said:
                    yield (
                        sentence.start(),
                        Hint(f"worker:{word}", f"'{word}' is about the worker: it belongs into their own file, K."),
                    )
