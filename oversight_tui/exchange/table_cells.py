"""What a cell of a table that goes out is: never a formula, whatever was typed, and text that any program takes."""

from __future__ import annotations

import re

from oversight_tui.words.text import paragraphs

LONGEST_IN_EXCEL = 32_767  # characters of one cell
CUT = " [cut here: a cell of Excel takes no more; the whole stands in the CSV]"
# What Excel and its like take for a formula where a text begins so (OWASP, CSV injection), in wide letters too; and a
# text that looks as if it had been put out of harm's way already.
_BEGINS_A_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def clean(text: str) -> str:
    """Text without what no file may carry: control and bidi characters. Line breaks stay."""
    return paragraphs(text)


def for_csv(text: str) -> str:
    """Clean text that no program takes for a formula: one that begins like one has an apostrophe before it, as Excel
    itself writes text that begins so. To have it as it was typed, take one apostrophe away where such a sign follows.
    """
    cleaned = clean(text)
    return f"'{cleaned}" if _BEGINS_A_FORMULA.match(cleaned) else cleaned


def for_excel(text: str) -> str:
    """Clean text of a length that a cell takes; where it was cut, it says so."""
    cleaned = clean(text)
    if len(cleaned) <= LONGEST_IN_EXCEL:
        return cleaned
    return cleaned[: LONGEST_IN_EXCEL - len(CUT)] + CUT
