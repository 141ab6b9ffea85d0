"""Why a child's worker changed: the codes of the 903 return and of the Standard Safeguarding Dataset, in words."""

from __future__ import annotations

from collections.abc import Mapping

_WORDS: Mapping[str, str] = {
    "MANAGE": "caseloads were balanced",
    "FCONTA": "first contact, or referred again",
    "LEFTRL": "the worker left the role",
    "ORGRST": "the service was restructured",
    "TSPROC": "a transfer in the usual course",
    "ABSENC": "cover for an absence, or back from one",
    "CHCHAN": "the child asked for another worker",
    "PCCHAN": "a parent or carer asked for another worker",
    "SWDIED": "the worker died",
    "OTHERS": "another reason",
}


def in_words(code: str | None) -> str | None:
    """A code in words; whatever is no code stays as it is written."""
    return _WORDS.get(code.strip().upper(), code) if code is not None else None
