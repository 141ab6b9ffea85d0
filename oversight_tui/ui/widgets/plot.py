"""A plot of a few numbers over named steps, as lines of text: points, the lines between them, axes, and every number.

Knows nothing of what the numbers mean. Two series are told apart by their signs, colour only repeats it; under each
step stand its numbers, so that nothing is read off a height alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from rich.cells import cell_len, set_cell_size

from oversight_tui.ui.widgets.text_block import wrapped
from oversight_tui.ui.widgets.tones import Tone

_BLANK = chr(0x2800)  # braille without a dot
_BETWEEN = 1  # cells between the numbers of two steps
_HALVES = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15)  # of an axis: the number that stands at its middle
Piece = tuple[str, Tone]
PlotLine = tuple[Piece, ...]


class Series(Struct, frozen=True):
    """Some numbers, one for each step, None where there is none: no point stands there, and no line goes over it.

    `said` is each number as it is written, `sign` one cell that stands at its points; they are `joined` by a line.
    """

    name: str
    sign: str
    numbers: tuple[float | None, ...]
    said: tuple[str, ...]
    tone: Tone = "plain"
    joined: bool = True


class Level(Struct, frozen=True):
    """A height that is marked from side to side, and what it is."""

    at: float
    name: str


class Plot(Struct, frozen=True):
    """What is plotted: its title, the name of each step, the series, what is marked, and what is said of it beneath.

    The axis goes from 0 to `top`, or as far as the numbers do where that is None.
    """

    title: str
    steps: tuple[str, ...]
    series: tuple[Series, ...]
    says: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    top: float | None = None


class PlotSigns(Struct, frozen=True):
    """What a plot is drawn with. Where there are no `lines` between points the terminal has no braille."""

    across: str
    up: str
    corner: str
    level: str
    both: str
    missing: str
    lines: bool


UNICODE = PlotSigns("─", "│", "└", "┈", "◆", "·", lines=True)
ASCII = PlotSigns("-", "|", "+", ".", "#", "-", lines=False)


def plot_lines(plot: Plot, width: int, height: int, signs: PlotSigns) -> list[PlotLine]:
    """The plot in lines of at most this many cells; `height` odd lines are between its axes. Where the steps do not fit
    the first ones are left off, which its title says.
    """
    most = max((number for one in plot.series for number in one.numbers if number is not None), default=0.0)
    top = plot.top or _end_of_axis(max(most, *(level.at for level in plot.levels), 0.0) if plot.levels else most)
    scale = [f"{number:g}" for number in (top, top / 2, 0)]
    names = [f"{one.sign} {one.name}" for one in plot.series]
    before = max(map(cell_len, (*scale, *names))) + 1
    needed = max(map(cell_len, (*plot.steps, *(said for one in plot.series for said in one.said)))) + _BETWEEN
    before = min(before, max(cell_len(scale[0]) + 2, width - needed * len(plot.steps) - 1))
    room = max(needed, width - before - 1)
    shown = min(len(plot.steps), room // needed)
    wide = min(room // shown, 2 * needed + 2)
    first = len(plot.steps) - shown
    cut = plot.__replace__(
        steps=plot.steps[first:],
        series=tuple(one.__replace__(numbers=one.numbers[first:], said=one.said[first:]) for one in plot.series),
    )
    rows = _painted(cut, top, wide, height, signs)
    labels = {0: scale[0], height // 2: scale[1], height - 1: scale[2]}
    title = f"{plot.title} (the last {shown})" if first else plot.title
    found: list[PlotLine] = [((title, "heading"),)]
    for place, row in enumerate(rows):
        label = labels.get(place, "")
        found.append(((f"{label:>{before - 1}} {signs.up}", "quiet"), *row))
    found.append(((" " * before + signs.corner + signs.across * (wide * shown), "quiet"),))
    found.append(_under(cut.steps, "", before, wide, "quiet"))
    for one, name in zip(cut.series, names, strict=True):
        said = [text or signs.missing for text in one.said]
        found.append(_under(said, set_cell_size(name, min(cell_len(name), before)), before, wide, one.tone))
    if plot.levels:
        marked = ", ".join(f"{level.name} {level.at:g}" for level in plot.levels)
        found.append(((f"{signs.level * 2} {marked}", "quiet"),))
    found += [((line, "plain"),) for text in plot.says for line in wrapped(text, max(1, width), 2)]
    return [_cut(line, width) for line in found]


def _cut(line: PlotLine, width: int) -> PlotLine:
    """So much of a line as there is room for, where not even one step fits."""
    found: list[Piece] = []
    for text, tone in line:
        room = width - sum(cell_len(piece) for piece, _ in found)
        found.append((text if cell_len(text) <= room else set_cell_size(text, max(0, room)), tone))
    return tuple(found)


def _end_of_axis(most: float) -> float:
    """Where the axis ends: at a plain number that no point lies beyond."""
    size = 1.0
    while most > 2 * _HALVES[-1] * size:
        size *= 10
    return next(2 * half * size for half in _HALVES if most <= 2 * half * size)


def _under(texts: Sequence[str], before: str, cells: int, wide: int, tone: Tone) -> PlotLine:
    """A line under the axis: each text in the middle of its step."""
    return ((f"{before:<{cells}} ", tone), ("".join(f"{text:^{wide}}" for text in texts), tone))


def _painted(plot: Plot, top: float, wide: int, height: int, signs: PlotSigns) -> list[PlotLine]:
    """The lines between the axes, the highest first."""
    width = wide * len(plot.steps)
    # The middle of the lowest line is 0, that of the highest the top.
    half = top / (height - 1) / 2
    drawn = [_drawn(one, (-half, top + half), wide, (width, height), signs) for one in plot.series]
    levels = {height - 1 - round(level.at / top * (height - 1)) for level in plot.levels}
    rows: list[PlotLine] = []
    for place in range(height):
        level: Piece = (signs.level, "quiet") if place in levels else (" ", "plain")
        cells = [
            _cell([(one, lines[place][at]) for one, lines in zip(plot.series, drawn, strict=True)], level, signs)
            for at in range(width)
        ]
        rows.append(_joined(cells))
    return rows


def _cell(drawn: Sequence[tuple[Series, str]], level: Piece, signs: PlotSigns) -> Piece:
    """What stands in one cell: a point before a line, the first series before the others; both signs at once as one."""
    points = [one for one, sign in drawn if sign == one.sign]
    if points:
        return points[0].sign if len(points) == 1 else signs.both, points[0].tone
    return next(((sign, one.tone) for one, sign in drawn if sign != " "), level)


def _joined(cells: Sequence[Piece]) -> PlotLine:
    """Neighbours of one tone as one piece."""
    found: list[Piece] = []
    for sign, tone in cells:
        if found and found[-1][1] == tone:
            found[-1] = (found[-1][0] + sign, tone)
        else:
            found.append((sign, tone))
    return tuple(found)


def _drawn(
    series: Series, limits: tuple[float, float], wide: int, size: tuple[int, int], signs: PlotSigns
) -> list[str]:
    """One series alone, in lines of text: its sign at its points, braille between them."""
    from plotille import Canvas  # only when something is plotted

    width, height = size
    low, high = limits
    canvas = Canvas(width, height, xmin=0, ymin=low, xmax=len(series.numbers), ymax=high)
    # The middle cell of a step, where its number stands beneath.
    points = [((place + ((wide - 1) // 2 + 0.25) / wide), number) for place, number in enumerate(series.numbers)]
    if series.joined and signs.lines:
        for (x, number), (next_x, following) in pairwise(points):
            if number is not None and following is not None:
                canvas.line(x, number, next_x, following)
    for x, number in points:
        if number is not None:
            canvas.point(x, number, marker=series.sign)
    return [line.replace(_BLANK, " ") for line in canvas.plot().splitlines()]
