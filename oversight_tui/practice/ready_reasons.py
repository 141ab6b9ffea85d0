"""Which of the manager's ready sentences may be offered as a reason: none that what is known here speaks against.

A sentence is known by its words, since managers write their own; one that says nothing that can be checked is offered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from oversight_tui.words.text import folded

MOST_READY = 9
NOT_SEEN = "not been seen"
# What no plan is kept for.
AGAINST_KEEPING = (NOT_SEEN, "has changed", "have changed", "not kept up", "not working", "not know enough")


def ready_reasons(sentences: Sequence[str], *, about_children: bool, visit_late: bool) -> Mapping[int, str]:
    """The sentences that hold, each under its digit, which never moves.

    `visit_late` says that a visit to each child in question is overdue.
    """
    found = {}
    for digit, sentence in enumerate(sentences[:MOST_READY], 1):
        words = folded(sentence)
        if not about_children and "child" in words:
            continue
        if NOT_SEEN in words and not visit_late:
            continue
        found[digit] = sentence
    return found


def keeps_a_plan(sentence: str) -> bool:
    """Whether a plan can be kept for this reason."""
    words = folded(sentence)
    return not any(against in words for against in AGAINST_KEEPING)
