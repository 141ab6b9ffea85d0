"""Hints on wording for a child who may read the record one day. A hint replaces nothing, blocks nothing, and can be
dismissed for good.

The list is gathered from what young people and authorities have asked for; each word stands with who asked. The child
decides what they want to be called, lists are suggestions, and what happened is said, never watered down. Legal terms
stay. An authority changes the list in its settings file.
"""

from oversight_tui.practice.language.hints import Hint, hints
from oversight_tui.practice.language.terms import ACRONYMS, LEGAL, TERMS

__all__ = ["ACRONYMS", "LEGAL", "TERMS", "Hint", "hints"]
