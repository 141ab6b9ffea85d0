"""A chart as a picture: SVG without scripts and comments, and with nothing from elsewhere.

pygal draws it and is imported here only when a chart is drawn. What it says of itself is taken out, and its script,
which its tooltips would need. It reads without colour: each line has strokes of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from oversight_tui.exchange.documents.model import Chart

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

INK = "#14171a"
_WIDTH, _HEIGHT = 560, 250
_STROKES = ("1,0", "7,4", "2,3", "9,3,2,3")
_GUIDE = "stroke-width:0.5;stroke-opacity:0.4"
_EVERY = 3  # steps with a name under them


def as_svg(chart: Chart, number: int, ink: str = INK) -> str:
    """The picture; `number` tells its styles from those of other charts of a page, `ink` is any colour of CSS."""
    from xml.etree import ElementTree

    tree = _drawn(chart, number)
    _without_what_runs(tree)
    for line in tree.iter():
        if "guide" in line.get("class", ""):
            line.set("style", _GUIDE)
    tree.attrib.update({"xmlns": "http://www.w3.org/2000/svg", "aria-hidden": "true", "focusable": "false"})
    return ElementTree.tostring(tree, encoding="unicode").replace(INK, ink)  # pygal reads numbers of colours only


def _drawn(chart: Chart, number: int) -> Element:
    import pygal
    from pygal.style import Style

    style = Style(
        background="transparent",
        plot_background="transparent",
        foreground=INK,
        foreground_strong=INK,
        foreground_subtle=INK,
        colors=(INK,) * len(_STROKES),  # of one that is not named pygal would make another, for each further line
        opacity="1",
        stroke_width="3",
        stroke_opacity="1",
        font_family="Georgia, 'Libertinus Serif', serif",
        label_font_size=17,
        major_label_font_size=17,
        legend_font_size=17,
        guide_stroke_dasharray="none",
        major_guide_stroke_dasharray="none",
        guide_stroke_color=INK,
        major_guide_stroke_color=INK,
    )
    drawn: Any = pygal.Line(
        style=style,
        js=(),
        width=_WIDTH,
        height=_HEIGHT,
        margin=6,
        spacing=8,
        dots_size=2.5,
        max_scale=5,
        show_legend=False,
        allow_interruptions=True,
        truncate_label=-1,
        no_data_text="",
        range=(0, 100) if chart.percent else None,
        min_scale=2,
        include_x_axis=not chart.percent,
        value_formatter=lambda value: f"{value:g}",
    )
    drawn.uuid = str(number)
    drawn.x_labels = [name if at % _EVERY == 0 else "" for at, name in enumerate(chart.steps)]
    for place, one in enumerate(chart.series):
        stroke = {"width": 3, "dasharray": _STROKES[place % len(_STROKES)]}
        drawn.add(one.name, list(one.values), stroke_style=stroke, show_dots=place % 2 == 0)
    tree: Element = drawn.render_tree()
    return tree


def _without_what_runs(tree: Element) -> None:
    """Take out scripts, comments and what only a tooltip would show."""
    for parent in list(tree.iter()):
        for child in list(parent):
            is_comment = not isinstance(child.tag, str)
            if is_comment or child.tag.rpartition("}")[2] in ("script", "desc", "title", "a"):
                parent.remove(child)


def legend(chart: Chart) -> Iterator[tuple[str, str]]:
    """(name, strokes) of each line where there are several."""
    if len(chart.series) > 1:
        for place, one in enumerate(chart.series):
            yield one.name, _STROKES[place % len(_STROKES)]
