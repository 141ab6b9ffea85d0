"""Remarks about a worker in a text for a child's file: they belong into the worker's own file.

A child's file says nothing about the member of staff (Brighton & Hove, Case Supervision Guidance). What gives a remark
away is local: gathered from how managers write about how a worker works, copes, is employed, or learns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

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
_SENTENCE = re.compile(r"[^.!?\n]+")
_GOES_ON = re.compile(r"\s*(?:she|he|they|her|his|their)\b", re.IGNORECASE)
_ANY_WORKER = ("social worker", "the worker", "the allocated worker")


class Remark(Struct, frozen=True):
    """Words about a worker, and where in the text their sentence begins."""

    place: int
    words: str


def remarks(text: str, workers: Iterable[str]) -> Iterator[Remark]:
    """The remarks in a text about one of `workers` (whole names), or about "the worker"; the first of each sentence.

    A sentence that begins with "she" or "her" goes on about the worker whom the one before it named.
    """
    named = _named(workers)
    about_a_worker = False
    for sentence in _SENTENCE.finditer(text):
        name = named.search(sentence[0])
        goes_on = about_a_worker and _GOES_ON.match(sentence[0]) is not None
        about_a_worker = name is not None or goes_on
        if not about_a_worker:
            continue
        # What stands before the name may be about the worker too ("Late with her paperwork again, Amira").
        report = _REPORTS.search(sentence[0])
        said = sentence[0][: report.start()] if report else sentence[0]
        found = _REMARK.search(said)
        if found is not None:
            yield Remark(sentence.start(), found[0])


def _named(workers: Iterable[str]) -> re.Pattern[str]:
    names = {part for name in workers for part in (*name.split()[:1], name) if len(part) > 1}
    return re.compile(
        r"\b(?:" + "|".join(re.escape(name) for name in sorted((*names, *_ANY_WORKER), key=len, reverse=True)) + r")\b",
        re.IGNORECASE,
    )
