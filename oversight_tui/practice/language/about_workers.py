"""Remarks about a worker in a text for a child's file: they belong into the worker's own file.

A child's file says nothing about the member of staff (Brighton & Hove, Case Supervision Guidance). What gives a remark
away is local: gathered from how managers write about how a worker works, copes, is employed, or learns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from oversight_tui.words.text import folded

_HOW_THEY_WORK = (
    r"paperwork",
    r"(?:late|behind|slow) (?:again )?(?:with|on) (?:her|his|their|the)\b[\w' ]*",
    r"(?:recordings?|write-ups?|write ups?|case notes|records?) (?:is|are|was|were) (?:late|behind|poor|missing|thin)",
    r"backlog",
    r"disorgani[sz]ed",
    r"(?:misses|missed|missing) (?:the |another |her |his |their )?deadlines?",
    r"(?:sloppy|careless|slapdash|lazy|unreliable|unprofessional|defensive|rude|stubborn|chaotic)",
    r"(?:has|have|had) not (?:kept|been keeping) (?:up )?(?:with )?(?:her|his|their) (?:recording|diary|visits)",
    r"time management",
    r"reminded (?:again|twice|several times|repeatedly)",
    r"quality of (?:her|his|their) (?:work|recording|assessments?|reports?)",
)
_HOW_THEY_COPE = (
    r"struggl(?:es|ed|ing)",
    r"stress(?:ed)?",
    r"burn(?:t|ed)? ?out",
    r"exhausted",
    r"(?:not|isn't|hardly|barely) coping",
    r"(?:cannot|can't|could not|couldn't) cope",
    r"tearful",
    r"overwhelmed",
    r"low in mood",
    r"wellbeing",
    r"(?:caseload|workload) (?:is |was )?(?:too|very) \w+",
    r"unwell",
    r"off sick",
    r"sick(?:ness| leave| again)",
    r"signed off",
    r"pregnan(?:t|cy)",
    r"maternity leave",
)
_HOW_THEY_ARE_EMPLOYED = (
    r"underperform\w*",
    r"(?:her|his|their|poor) performance",
    r"performance",
    r"capability",
    r"disciplinary",
    r"grievance",
    r"probation(?:ary)?",
    r"appraisal",
    r"occupational health",
    r"agency contract",
    r"hand(?:ed|ing) in (?:her|his|their) notice",
    r"resign(?:ed|ing|ation)?",
    r"looking for another job",
    r"leaving the team",
)
_HOW_THEY_LEARN = (
    r"(?:needs?|needed|lacks?|lacked) (?:more )?(?:training|confidence|experience|skills?|support from me)",
    r"inexperienced?",
    r"out of (?:her|his|their) depth",
    r"(?:weak|poor|not good) (?:at|in) [\w' ]+",
    r"(?:not|isn't) (?:up to|good enough|competent|confident)",
    r"does(?: not|n't) (?:listen|reflect|follow (?:advice|instructions))",
)
_REMARK = re.compile(
    r"\b(?:" + "|".join((*_HOW_THEY_WORK, *_HOW_THEY_COPE, *_HOW_THEY_ARE_EMPLOYED, *_HOW_THEY_LEARN)) + r")\b",
    re.IGNORECASE,
)
# After one of these the sentence is about what the worker reports, as "Amira said mum is tearful".
_REPORTS = re.compile(
    r"\b(?:said|says|saw|sees|told|tells|reports?|reported|thinks?|thought|feels that|noticed|notices|found|finds"
    r"|met|meets|visited|visits|spoke|speaks|observed|describes?|described|asks?|asked|heard|hears|worries|worried|explained|wrote"
    r"|to (?:see|visit|meet|ask|talk|speak|find|help|support|work))\b",
    re.IGNORECASE,
)
# How it goes on straight after the name of a worker, or of a piece of their work ("Amira's visits are always late").
_THEIR_WORK = (
    r"(?:work|visits?|reports?|assessments?|plans?|recordings?|records?|notes|write-ups?|chronolog(?:y|ies)|emails?)"
)
_STRAIGHT_AFTER = (
    r"late\b",
    r"(?:behind|slow)\b",
    r"poor\b|weak\b|thin\b|rushed\b|unfinished\b|incomplete\b",
    r"forg[eo]ts?\b|forgotten\b|keeps? (?:forgetting|missing|being)\b",
    r"never (?:writes|records|finishes|answers|listens|turns up)\b",
    r"(?:not|hasn['’]t|didn['’]t|doesn['’]t|hadn['’]t)"
    r" (?:done|finished|written|recorded|do|finish|write|record)(?: up)? (?:her|his|their)\b",
    r"(?:made|makes?|making) (?:\w+ )?mistakes?\b",
    r"cried\b|cries\b|crying\b|in tears\b|anxious\b|worn out\b",
    r"lacks?\b",
    r"(?:not|no) (?:managing|listening|reliable|a safe|a good)\b",
    r"missed [\w' ]*\bagain\b",
)
_ON_THE_WAY = (
    r"(?:is|are|was|were|has|have|had|did|does|been|being"
    r"|always|often|usually|again|still|too|very|really|rather|just|so|a bit)"
)
# What a worker says of themselves, as far as it can be told from what they report of a family.
_OF_THEMSELVES = re.compile(r"\b(?:told|tells) me (?:that )?(?:she|he|they)\b", re.IGNORECASE)
# A sentence without anybody it is about, of work that only a worker does.
_OF_NOBODY = re.compile(
    r"\W*(?P<said>(?:late|behind|slow) (?:again )?(?:with|on) (?:her|his|their) (?:paperwork|recordings?|records?"
    r"|reports?|assessments?|visits|notes|case notes|write-ups?|caseload|deadlines)\b[\w' ]*)",
    re.IGNORECASE,
)
# A line that ends is no end of a sentence where the next goes on in small letters.
_SENTENCE = re.compile(r"(?:[^.!?\n]|\n(?=[ \t]*[a-z]))+")
_WORD = re.compile(r"\w+")
_GOES_ON = re.compile(r"\s*(?:she|he|they|her|his|their)\b", re.IGNORECASE)
_ANY_WORKER = ("social worker", "the worker", "the allocated worker", "SW", "the practitioner")
# First names that are words too: with a small letter they are no name.
_WORD_TOO = re.compile(
    r"will|mark|grace|hope|joy|may|june|rose|faith|dawn|bill|pat|art|frank|grant|rob|sue|guy|max|penny|ruby"
    r"|summer|april|daisy|heather|ivy|olive|chase|drew|gene|miles|sky|ray|jack|dean|holly|amber|eve|lee|josh|jay",
    re.IGNORECASE,
)


class Remark(Struct, frozen=True):
    """Words about a worker, and where in the text their sentence begins."""

    place: int
    words: str


def remarks(text: str, workers: Iterable[str]) -> Iterator[Remark]:
    """The remarks in a text about one of `workers` (whole names), or about "the worker"; the first of each sentence.

    A sentence that begins with "she" or "her" goes on about the worker whom the one before it named.
    """
    here = frozenset(_WORD.findall(folded(text)))
    named, straight = _named(frozenset(name for name in workers if not here.isdisjoint(_words_of(name))))
    about_a_worker = False
    for sentence in _SENTENCE.finditer(text):
        said = " ".join(sentence[0].split())
        name = named.search(said)
        goes_on = about_a_worker and _GOES_ON.match(said) is not None
        about_a_worker = name is not None or goes_on
        found = _remark(said, straight) if about_a_worker else _of_nobody(said)
        if found is not None:
            yield Remark(sentence.start(), found)


def _remark(said: str, straight: re.Pattern[str]) -> str | None:
    """The remark in a sentence that is about a worker; None where it is what the worker reports."""
    report = _REPORTS.search(said)
    if report is None:
        found = _REMARK.search(said)
    elif themselves := _OF_THEMSELVES.match(said, report.start()):
        found = _REMARK.search(said, themselves.end())
    else:  # what stands before the name may be about the worker too ("Late with her paperwork again, Amira")
        found = _REMARK.search(said, 0, report.start())
    if found is not None:
        return found[0]
    straight_after = straight.search(said)
    return straight_after["said"] if straight_after else None


def _of_nobody(said: str) -> str | None:
    found = _OF_NOBODY.match(said)
    return found["said"] if found else None


@lru_cache(maxsize=2048)
def _words_of(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(folded(name)))


@lru_cache(maxsize=64)
def _named(workers: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds a worker's name, and what finds a remark that stands straight after one."""
    spelt = {form for name in workers for form in _forms(name)}
    either = "|".join(
        sorted((*spelt, *(rf"(?i:{re.escape(name)})" for name in _ANY_WORKER)), key=lambda form: (-len(form), form))
    )
    after = "|".join(_STRAIGHT_AFTER)
    straight = (
        rf"\b(?:{either})(?:['’]s(?= {_THEIR_WORK} ))? (?P<said>(?i:(?:{_THEIR_WORK} )?(?:{_ON_THE_WAY} )*(?:{after})))"
    )
    return re.compile(rf"\b(?:{either})\b"), re.compile(straight)


def _forms(name: str) -> Iterator[str]:
    """How a worker is named in a text, as patterns: whole, by the first name, by a title or by both of two last names;
    with or without accents.
    """
    for spelt in {name, folded(name)}:
        first, *others = spelt.split() or [""]
        yield rf"(?i:{re.escape(spelt)})"
        if len(first) > 1 and _WORD_TOO.fullmatch(first):
            yield f"(?:{re.escape(first.capitalize())}|{re.escape(first.upper())})"
        elif len(first) > 1:
            yield rf"(?i:{re.escape(first)})"
        if others:
            yield rf"(?i:(?:mr|mrs|ms|miss|mx)\.? {re.escape(others[-1])})"
        if others and "-" in others[-1]:
            yield rf"(?i:{re.escape(others[-1])})"
