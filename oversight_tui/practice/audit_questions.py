"""The questions that an authority asks of a file that is audited: how they are written, and which unless it says."""

from __future__ import annotations

import re
from typing import Any

from oversight_tui.words.text import one_line

# Local: procedures leave the questions to the authority; these stand in for its own until it writes them.
AUDIT_QUESTIONS = {
    "own_voice": "Is the child's own voice in it, and does it change what is done?",
    "plan": "Does the plan say who does what by when, and is it done?",
    "seen": "Was the child seen in time, and alone?",
    "reasons": "Do decisions say why, and were they looked at again?",
    "family": "Are both parents and the wider family known, and heard?",
}
LONGEST_QUESTION, LONGEST_KEY = 120, 24
_KEY = re.compile(rf"[a-z0-9_]{{1,{LONGEST_KEY}}}")


def questions_of(given: Any) -> dict[str, str] | None:
    """The questions as a policy file has them, those of every authority where it has none; None where they cannot be
    read.
    """
    if given is None:
        return dict(AUDIT_QUESTIONS)
    if not isinstance(given, dict):
        return None
    found = {}
    for key, words in given.items():
        if not isinstance(words, str) or not _KEY.fullmatch(key) or not 0 < len(one_line(words)) <= LONGEST_QUESTION:
            return None
        found[key] = one_line(words)
    return found


def called(key: str) -> str:
    """What a question is called in few words: `own_voice` is "Own voice"."""
    return key.replace("_", " ").capitalize()
