"""What stays open of a child whom a list closes: it is on the morning list until it is settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from oversight_tui.practice.board import AttentionKind
from oversight_tui.practice.facts import OpenItem, OpenKind
from oversight_tui.practice.said import Said
from oversight_tui.practice.timescales.enquiry import enquiry_since
from oversight_tui.practice.timescales.missing import interview_waits, missing_now
from oversight_tui.practice.timescales.proceedings import issued_on, pre_proceedings_since

# As what each thing that waits is on the list; what is not here is none of a child who is closed.
_LISTED_AS: Mapping[OpenKind, AttentionKind] = {
    "worry": "worry",
    "action": "action",
    "decision_without_because": "decision_without_because",
    "decision_review": "review",
    "discussion_not_on_file": "discussion_not_on_file",
    "discussion_open": "discussion_open",
    "escalation": "escalation",
    "consultation": "consultation",
    "sign_off": "sign_off",
    "work_returned": "sign_off",
}


def still_open(items: Iterable[OpenItem], said: Said) -> Iterator[AttentionKind]:
    """The kind of each thing that is open of a child, whoever holds the child or whether anybody does."""
    if missing_now(said) is not None or interview_waits(said) is not None:
        yield "missing_child"
    if enquiry_since(said) is not None:
        yield "section_47"
    if pre_proceedings_since(said) is not None or issued_on(said) is not None:
        yield "proceedings"
    yield from (_LISTED_AS[item.kind] for item in items if item.kind in _LISTED_AS)
