"""Lines that stand in a table and are no row of it: totals, notes, who ran the report and when."""

from __future__ import annotations

import re

from oversight_tui.exchange import cells
from oversight_tui.exchange.tables import Value

_BEGINS_ONE = re.compile(
    r"(?:(?:grand|sub|team|overall)[ -]?)?totals?\b|(?:count|number|sum|average) of\b|report\b|run (?:on|by|at)\b|"
    r"page \d|end of\b|"
    r"(?:printed|generated|produced|prepared|extracted|exported|created|updated|source|filters?|parameters?|notes?|key|"
    r"official|confidential|data|as at)\b",
    re.IGNORECASE,
)
_IS_A_TOTAL = re.compile(
    r"(?:(?:grand|sub|team|overall)[ -]?)?totals?(?:\b.*)?|.*\b(?:sub[ -]?)?totals?[:.]?(?: ?[(=]?\d[\d.,]*\)?)?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\S+(?: \S+){2,}")  # three words or more, as no id has


def begins_one(value: Value) -> bool:
    """Whether a first cell begins as such a line does."""
    return isinstance(value, str) and not cells.is_blank(value) and _BEGINS_ONE.match(value) is not None


def is_a_total(value: Value) -> bool:
    """Whether a cell says that its row sums others up: `Total`, `Grand Total: 12`, `North team total (3)`."""
    return isinstance(value, str) and _IS_A_TOTAL.fullmatch(value.strip()) is not None


def is_a_sentence(value: Value) -> bool:
    """Whether a cell has words as no id has them."""
    return isinstance(value, str) and _SENTENCE.fullmatch(value) is not None


def is_a_number(value: Value) -> bool:
    """Whether a cell holds a number and nothing else, as a count does."""
    return isinstance(value, int | float) or (isinstance(value, str) and value.replace(".", "", 1).isdigit())
