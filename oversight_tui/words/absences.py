"""Categories of reason for an absence, by the words people use for them. Details of health are nobody's business."""

from __future__ import annotations

import re
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


# As people write them into a calendar, besides the words above. Local.
_IN_TITLES: Mapping[str, str] = {
    **_CATEGORIES,
    **dict.fromkeys(("al", "a/l", "toil", "flexi leave", "flexi day", "on leave", "bank holiday leave"), "leave"),
    **dict.fromkeys(("off sick", "sick day", "sickness absence"), "sickness"),
    **dict.fromkeys(("training day", "study day", "study leave", "on training", "on a course"), "training"),
}
_NOT_ALONE = frozenset({"other"})  # says nothing of being away
_JOINS = re.compile(r"^[\s\-\u2013\u2014:,|/()\[\]]+|[\s\-\u2013\u2014:,|/()\[\]]+$")
_TITLE = re.compile(
    r"(?<![\w/])(?:"
    + "|".join(re.escape(one) for one in sorted(_IN_TITLES.keys() - _NOT_ALONE, key=len, reverse=True))
    + r")(?![\w/])",
    re.IGNORECASE,
)


def reason_in(title: str) -> tuple[str, str] | None:
    """The category of reason that the title of an entry in a calendar says, and whatever else stands in it, which may
    be a name; None for a title that says none.

    `Amira Khan - Annual leave` is (`leave`, `Amira Khan`). More than four other words are no name, and no leave.
    """
    found = _TITLE.search(title)
    if found is None:
        return None
    rest = _JOINS.sub("", f"{title[: found.start()]} {title[found.end() :]}")
    if len(rest.split()) > _MOST_WORDS or any(word.islower() for word in rest.split()):
        return None
    return _IN_TITLES[match_key(found[0])], rest


_MOST_WORDS = 4
