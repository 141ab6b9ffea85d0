"""What systems write for a status, a legal status, open or closed, yes or no.

Words are understood whole or not at all: `was CP` names no plan that is in force.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from oversight_tui.practice.facts import Status
from oversight_tui.words.text import match_key

_YES: Final = frozenset({"yes", "y", "true", "1", "t"})
_NO: Final = frozenset({"no", "n", "false", "0", "f"})
_OPEN: Final = frozenset({"open", "active", "current", "allocated", "open case", "case open"})
_CLOSED: Final = re.compile(r"(?:e\) ?)?(?:case )?closed\b.*|inactive|e\)")
_WORDS: Final = re.compile(r"[a-z0-9]+")
_ASSESSMENT: Final = re.compile(
    r"\b(c ?(?:&|and) ?f|child(?:ren)? (?:and|&) famil(?:y|ies)|single|social work) (?=asses)"
)
_BETWEEN: Final = re.compile(r"&|\band\b|[+/,;]|(?<=\S) - (?=\S)")
_LETTER: Final = re.compile(r"^[a-e]\) ?")
_FILLING: Final = frozenset(
    (
        *("plan", "plans", "open", "case", "child", "children", "childrens", "young", "person", "people", "subject"),
        *("to", "a", "on", "the", "current", "currently", "status", "active", "initial"),
    )
)
_BY_WORDS: Final[Mapping[str, Status]] = {
    **dict.fromkeys(("cla", "lac", "looked after", "in care", "cic"), "looked_after"),
    **dict.fromkeys(("cp", "cpp", "protection", "cp protection"), "protection_plan"),
    **dict.fromkeys(("cin", "in need", "chin", "s17", "section 17", "cinp"), "in_need"),
    **dict.fromkeys(("assessment", "asmt", "assessment in progress"), "assessment"),
    **dict.fromkeys(("care leaver", "care leavers", "leaving care", "former relevant", "cl"), "care_leaver"),
}
_LETTERED: Final[Mapping[str, Status]] = {
    "a": "looked_after",
    "b": "protection_plan",
    "c": "in_need",
    "d": "assessment",
}
# Ofsted's order: of two that are true of a child the first counts.
ORDER: Final[tuple[Status, ...]] = ("looked_after", "protection_plan", "in_need", "assessment", "care_leaver")
# The codes of the return on looked-after children, and their words; short breaks (V3, V4) say nothing of it.
_IN_CARE: Final = re.compile(
    r"(?:(?:code )?(?:c1|c2|e1|v2|j[123]|l[123])\b.*"
    r"|(?:interim |full |interim/full )?(?:care|placement) order\b.*|ico|fco"
    r"|(?:s ?|section ?)20\b.*|(?:s ?|section ?)(?:31|38)\b.*|accommodated\b.*|police protection\b.*"
    r"|emergency protection order\b.*|epo|(?:on )?remand(?:ed)?\b.*)"
)


def yes_or_no(written: str) -> bool | None:
    """What a cell of yes and no says; None where it says neither."""
    key = match_key(written)
    return True if key in _YES else False if key in _NO else None


def is_closed(written: str) -> bool | None:
    """Whether the words say closed, or open; None where they say neither."""
    key = match_key(written)
    if _CLOSED.fullmatch(key):
        return True
    return False if key in _OPEN else None


def status_said(written: str) -> Status | None:
    """The status that the words name, of several the first in Ofsted's order; None where any of them is not known."""
    key = match_key(written)
    if len(key) <= len("a)") and key[:1] in _LETTERED and key[1:] in (")", ""):
        return _LETTERED[key[0]]
    said = list(_each(_LETTER.sub("", _ASSESSMENT.sub("", key))))
    known = [_BY_WORDS.get(one) for one in said]
    return min((one for one in known if one), key=ORDER.index) if known and all(known) else None


def says_in_care(legal_status: str) -> bool:
    """Whether a legal status is that of a child who is looked after."""
    return _IN_CARE.fullmatch(match_key(legal_status)) is not None


def _each(key: str) -> Iterator[str]:
    for part in _BETWEEN.split(key):
        words = _WORDS.findall(part)
        kept = " ".join(word for word in words if word not in _FILLING)
        if words:
            yield kept
