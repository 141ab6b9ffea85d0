"""Categories of reason for an absence, by the words people use for them. Details of health are nobody's business."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.words.text import match_key

_CATEGORIES: Mapping[str, str] = {
    **dict.fromkeys(("leave", "annual leave", "holiday", "maternity", "maternity leave", "paternity leave"), "leave"),
    **dict.fromkeys(("parental leave", "adoption leave", "special leave", "compassionate leave"), "leave"),
    **dict.fromkeys(("sickness", "sick", "sick leave", "ill", "illness"), "sickness"),
    **dict.fromkeys(("training", "study", "study leave", "course"), "training"),
    "other": "other",
}


def category_of(text: str) -> str | None:
    """`leave`, `sickness`, `training` or `other`; None for words that are none of a category."""
    return _CATEGORIES.get(match_key(text))
