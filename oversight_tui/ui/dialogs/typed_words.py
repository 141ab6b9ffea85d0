"""The words that were typed into a form, and a sentence without them: while names are hidden an answer repeats none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from oversight_tui.ui.dialogs.field import FieldInput
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from oversight_tui.ui.dialogs.sheet import FieldSheet

_OUTSIDE = "outside:"
_FEWEST_LETTERS = 2


def without_typed(says: str, sheet: FieldSheet, hidden: str) -> str:
    """A sentence in which `hidden` stands for what was typed in words; references, days, and times stay, and who is of
    the team, whom the program knows by name.
    """
    for words in sorted(set(_typed_in_words(sheet)), key=len, reverse=True):
        says = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", lambda _: hidden, says)
    return says


def _typed_in_words(sheet: FieldSheet) -> Iterator[str]:
    for row in sheet.rows:
        for one in row.filled_in:
            if isinstance(one, FieldInput) and one.field.day is None and one.field.reads is None:
                text = one_line(one.text)
                outside = text.casefold().startswith(_OUTSIDE)
                words = text[len(_OUTSIDE) :].strip() if outside else text
                if (outside or one.field.named is None) and _is_in_words(words):
                    yield words


def _is_in_words(text: str) -> bool:
    """What has a number in it and no space is a reference."""
    letters = sum(character.isalpha() for character in text)
    return letters >= _FEWEST_LETTERS and (" " in text or not any(character.isdigit() for character in text))
