"""What an import would change, as it is read on the screen: counts by team, then each thing once, by team and group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from oversight_tui.ui.widgets.text_block import Passage

if TYPE_CHECKING:
    from oversight_tui.services.importing.questions import ImportQuestion
    from oversight_tui.services.importing.telling import Told, ToldGroup

WIDEST_COLUMN = 18  # characters, so that six columns stand beside each other


def question_passages(question: ImportQuestion, *, hidden: bool) -> Iterator[Passage]:
    """A question with what is known of each name, the rows it is about, and what each answer does."""
    if hidden and (question.name or question.rows):
        what = "this is about one" if question.name else "these rows may hold some"
        yield Passage(f"Names are hidden, and {what}. h shows them.", "quiet")
        return
    yield Passage(question.says, "strong")
    yield from (Passage(one, indent=2, hang=2) for one in question.evidence)
    yield from (Passage(line, "quiet", indent=2) for line in _table(question.rows))
    yield Passage()
    yield from (Passage(f"{one.key}   {one.does}", hang=4) for one in question.choices)


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows of a file with their columns under each other, each no wider than its cells and than `WIDEST_COLUMN`."""
    widths = [min(max(map(cell_len, column)), WIDEST_COLUMN) for column in zip_longest(*rows, fillvalue="")]
    for row in rows:
        cells = (set_cell_size(cell, width) for cell, width in zip(row, widths, strict=False))
        yield "  ".join(cells).rstrip()


def told_passages(told: Told, differs: str, *, hidden: bool) -> Iterator[Passage]:
    """Passages of it, first how the day `differs` from the file's; without names, counts only."""
    if differs:
        yield Passage(differs, "warn")
    yield Passage(told.files)
    if told.says:
        yield Passage(told.says)
    yield Passage()
    for team in told.teams:
        yield Passage(f"{team.name}: {team.counts}.", "strong", hang=2)
    if hidden:
        yield from (Passage(f"{group.title}.", "strong") for group in told.others)
        yield Passage()
        yield Passage("Names are hidden, and so is each change.", "quiet")
        return
    for team in told.teams:
        for group in team.groups:
            is_said = len(told.teams) == len(team.groups) == 1  # by the line of the team, right above it
            yield from _group("" if is_said else f"{team.name}, {group.kind}", group)
    for group in told.others:
        yield from _group(group.title, group)


def _group(title: str, group: ToldGroup) -> Iterator[Passage]:
    if title:
        yield Passage()
        yield Passage(title, "quiet")
    for line in group.lines:
        yield Passage(line, indent=2, hang=2)
