"""An open worry in one sentence, as a page of the screen shows it and the command line prints it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.limit_words import set_for
from oversight_tui.words.worries import raised_words


def worry_said(
    worry: OpenItem, today: date, *, text: Callable[[str], str] = str, name: Callable[[str], str] = str
) -> str:
    """What it is, who is worried, how severe, since when, whose, and when it is reviewed.

    `text` and `name` make of its words and of a name what may be shown of them.
    """
    severity = f", severity {worry.severity} of 5" if worry.severity else ""
    review = set_for(worry.due_on, today, "review", "review was due") if worry.due_on else "no review date"
    who = f" ({name(worry.who)} is worried)" if worry.who else ""
    owner = f", owner {name(worry.owner)}" if worry.owner else ""
    return f"{text(worry.shown)}{who}{severity}, {raised_words(worry.since, today)}{owner}, {review}"
