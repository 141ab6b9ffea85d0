"""A child's page as the child will meet it one day: the words, who wrote them, and hints on what may hurt to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from oversight_tui.practice.as_child import letters
from oversight_tui.practice.language import Hint
from oversight_tui.practice.pages import ChildPage
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.words.dates import long_day


def as_the_child_reads_it(
    page: ChildPage, wording: Callable[[str], Iterable[Hint]], names: Names
) -> tuple[Passage, ...]:
    """Every entry that has words, oldest first, as in a letter; under each what might be said otherwise."""
    found: list[Passage] = []
    for one in letters(page.entries, (lambda _: ()) if names.hidden else wording):
        day = long_day(one.on) if one.on else "On a day that is not recorded"
        found += [
            Passage(f"{day}. {names.worker(one.by)} wrote about you:", "quiet"),
            Passage(names.long_text(one.text)),
        ]
        if one.because:
            found.append(Passage(f"Because: {names.long_text(one.because)}"))
        found += [Passage(hint.says, "warn", indent=2) for hint in one.hints]
        found.append(Passage())
    return tuple(found) or (Passage("Nothing is written about this child yet.", "quiet"),)
