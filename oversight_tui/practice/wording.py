"""Hints on the wording of an action. A hint blocks nothing and judges nobody.

Inspectors ask that an action says what is done, by whom and by when; words that name no deed are the commonest reason
why nobody can say later whether it was done.
"""

from __future__ import annotations

import re

# The words, and what to ask instead. Local: taken from the wording inspectors name as vague.
VAGUE = {
    "monitor": "who looks at what, and how often",
    "keep an eye on": "who looks at what, and how often",
    "do direct work": "what is done with the child, and to find out what",
    "direct work": "what is done with the child, and to find out what",
    "offer support": "what support, from whom",
    "support the family": "what support, from whom",
    "support mother": "what support, from whom",
    "support father": "what support, from whom",
    "liaise": "who asks whom what",
    "follow up": "what is asked or done",
    "chase": "what is asked, of whom",
    "explore": "what is found out, and how",
    "address": "what is done about it",
    "ongoing": "when it is done",
    "as appropriate": "when, and by what sign",
    "as necessary": "when, and by what sign",
    "asap": "by which day",
    "engage": "what the family is asked to do",
    "continue to": "what is done next",
    "be mindful": "what is done",
    "review the situation": "what is looked at",
}
_WORDS = re.compile("|".join(rf"\b{re.escape(words)}" for words in sorted(VAGUE, key=len, reverse=True)))


def vague_in(text: str) -> str | None:
    """A sentence about the first vague wording in an action, None where there is none."""
    found = _WORDS.search(text.casefold())
    return f"'{found[0]}' may say too little: {VAGUE[found[0]]}?" if found else None
