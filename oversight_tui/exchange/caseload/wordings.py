"""What systems write for a legal status, open or closed, yes or no. What a status is called, `statuses` knows."""

from __future__ import annotations

import re
from typing import Final

from oversight_tui.practice.facts import Status
from oversight_tui.words.text import match_key

_YES: Final = frozenset({"yes", "y", "true", "1", "t"})
_NO: Final = frozenset({"no", "n", "false", "0", "f"})
_OPEN: Final = frozenset({"open", "active", "current", "allocated", "open case", "case open"})
_CLOSED: Final = re.compile(r"(?:case )?closed\b.*|inactive")
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
    """Whether a cell that says open or closed says closed; None where it says neither."""
    key = match_key(written)
    if _CLOSED.fullmatch(key):
        return True
    return False if key in _OPEN else None


def says_in_care(legal_status: str) -> bool:
    """Whether a legal status is that of a child who is looked after."""
    return _IN_CARE.fullmatch(match_key(legal_status)) is not None
