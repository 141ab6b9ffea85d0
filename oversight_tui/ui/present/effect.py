"""What came of it, as rows and passages: a number with its words, and the rows it counts with their evidence.

No row has the tone of something good: these are facts with what is not known beside them, and no marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.sight.effect_values import Effect, EffectFigure, EffectKey, TeamEffect
from oversight_tui.practice.sight.effect_words import ALL_APART, effect_lines, evidence_said
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.words.text import one_line

EFFECT = (Column(10, "right", whole=True, apart=True), Column(wraps_from=1, goes_on_under=1))
OPENED = (Column(14, title="child", whole=True), Column(title="from which entries it is known"))
_HEADING = "heading:"


def effect_rows(effect: Effect, team: TeamEffect) -> Iterator[Line]:
    """A row a number under the heading of its subject; the key of a row is that of the figure it opens, and of one that
    opens nothing it begins with `heading:`.
    """
    for place, line in enumerate(effect_lines(effect, team)):
        if line.key is None:
            yield Line(f"{_HEADING}{place}", (Cell(""), Cell(line.text, "heading")), counted=False)
        else:
            yield Line(line.key, (Cell(line.of_how_many, "strong"), Cell(line.text)))
    yield Line(f"{_HEADING}all", (Cell(""), Cell(ALL_APART, "quiet")), counted=False)


def figure_of_row(team: TeamEffect, key: str) -> EffectFigure | None:
    """The figure that a row opens; None of a row that opens nothing."""
    known: dict[str, EffectKey] = {one: one for one in team.figures}
    return team.figures[known[key]] if key in known else None


def evidence_rows(effect: Effect, figure: EffectFigure, today: date) -> Iterator[Line]:
    """Just the rows that a number counts."""
    for place, row in enumerate(figure.rows):
        reference = one_line(effect.references[row.child])
        yield Line(f"{row.child}:{place}", (Cell(reference, "strong"), Cell(evidence_said(row, today))))


def child_of_row(key: str) -> ChildId:
    """The child of such a row."""
    return ChildId(int(key.partition(":")[0]))


def own_passages(lines: Iterable[tuple[int, str]], names: Names) -> list[Passage]:
    """A worker's own, heading by heading."""
    found: list[Passage] = []
    for level, words in lines:
        if level == 0:
            found += [Passage()] if found else []
            found.append(Passage(names.text(words), "strong"))
        else:
            found.append(Passage(names.long_text(words), indent=2 * level, hang=2))
    return found
