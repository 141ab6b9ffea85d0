"""Many sentences from one pattern, none of them twice.

A pattern holds choices in square brackets, `[a|b|c]`, and slots in braces. This module knows how a sentence is made
and nothing of what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from random import Random

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
MOST_TRIES = 40


class Wording:
    """Draws sentences from patterns and remembers every one it gave."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._given: set[str] = set()

    def of(self, patterns: Sequence[str], slots: Mapping[str, str]) -> str:
        """A sentence that was not given before; one heard already only where the patterns are used up."""
        return self.new(patterns, slots) or self._made(self._random.choice(patterns), slots)

    def new(self, patterns: Sequence[str], slots: Mapping[str, str]) -> str | None:
        """A sentence that was not given before; None where the patterns are used up."""
        for _ in range(MOST_TRIES):
            text = self._made(self._random.choice(patterns), slots)
            if text not in self._given:
                self._given.add(text)
                return text
        return None

    def _made(self, pattern: str, slots: Mapping[str, str]) -> str:
        chosen = _CHOICE.sub(lambda match: self._random.choice(match[1].split("|")), pattern)
        text = chosen.format_map(slots)
        return text[:1].upper() + text[1:]


def spoken_of(name: str | None, girl: bool) -> dict[str, str]:
    """The slots for one child: by name where the manager knows it, as she or he where not.

    n: Maya or she; o: Maya or her; ns: Maya's or her; they, them, their: she, her, her; self: herself. A text is given
    its capital at its start only, so N, Ns, They and Their serve where a further sentence begins.
    """
    they, them, their = ("she", "her", "her") if girl else ("he", "him", "his")
    subject, owner = (name, f"{name}'s") if name else (they, their)
    return {
        "n": subject,
        "o": name or them,
        "ns": owner,
        "N": subject[:1].upper() + subject[1:],
        "Ns": owner[:1].upper() + owner[1:],
        "they": they,
        "They": they.capitalize(),
        "them": them,
        "their": their,
        "Their": their.capitalize(),
        "self": f"{them if girl else 'him'}self",
    }
