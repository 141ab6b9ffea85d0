"""Everything a screen holds: what its widgets say, also beyond their edges, and in the versions that do not fit.

A widget nobody knows how to read is an error, so that no new kind of widget is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from oversight_tui.ui.dialogs.field_row import FieldRow
from oversight_tui.ui.dialogs.head import Told
from oversight_tui.ui.panes.pane import Pane
from oversight_tui.ui.widgets.button_row import ButtonRow
from oversight_tui.ui.widgets.chips import Chips
from oversight_tui.ui.widgets.key_catcher import KeyCatcher
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.meter import Meter
from oversight_tui.ui.widgets.offered_way import OfferedWay
from oversight_tui.ui.widgets.plot_sheet import PlotSheet
from oversight_tui.ui.widgets.text_block import TextBlock
from oversight_tui.ui.widgets.text_line import TextLine
from oversight_tui.ui.widgets.typed_line import TypedLine
from oversight_tui.ui.widgets.week_grid import WeekGrid

HOLD_NOTHING = (Container, Horizontal, Vertical, VerticalScroll, Screen)
OF_TEXTUAL = {"ToastRack", "Tooltip", "ScrollBar", "ScrollBarCorner"}


def held(screen: Screen[Any]) -> str:
    """The text of every widget of a screen, also of those that are not displayed at this size."""
    return in_sight_and_held(screen)[1]


def in_sight_and_held(screen: Screen[Any]) -> tuple[str, str]:
    """The text of the widgets that are displayed, also beyond their edges; and the text of every widget."""
    said = {widget: tuple(_said_by(widget)) for widget in screen.walk_children(Widget, with_self=True)}
    in_sight = (text for widget in _displayed(screen) for text in said[widget])
    return "\n".join(in_sight), "\n".join(text for texts in said.values() for text in texts)


def _displayed(widget: Widget) -> Iterator[Widget]:
    yield widget
    for child in widget.children:
        if child.display:
            yield from _displayed(child)


def _said_by(widget: Widget) -> Iterator[str]:
    yield from (str(title) for title in (widget.border_title, widget.border_subtitle) if title)
    if isinstance(widget, TextBlock):
        for passage in widget._passages:
            yield " ".join((*(text for text, _ in passage.left), passage.text, passage.right))
    elif isinstance(widget, WeekGrid):
        for week in widget._weeks:
            yield from (span.text for span in week.spans)
            yield from (text for day in week.days for one in day.items for text in (one.text, one.brief))
            yield from (text for day in week.days for text in (day.title, day.brief))
    elif isinstance(widget, LineList):
        yield widget.empty
        if isinstance(widget, Pane):
            yield widget.heading
        lines = widget.rows.all if isinstance(widget, Pane) else widget.lines
        yield from (cell.text for line in lines for cell in line.cells)
    elif isinstance(widget, PlotSheet):
        for plot in widget._plots:
            yield from (plot.title, *plot.steps, *plot.says, *(level.name for level in plot.levels))
            yield from (text for one in plot.series for text in (one.name, *one.said))
        yield from (text for text, _ in widget._before)
    elif isinstance(widget, TextLine):
        yield widget._said
        yield from ("".join(part.text for part in parts) for parts in widget._versions)
    elif isinstance(widget, TypedLine):
        yield f"{widget.prompt} {widget.shown}"
    elif isinstance(widget, OfferedWay | Meter):
        yield str(widget.render())
    elif isinstance(widget, TextArea):
        yield f"{widget.text}\n{widget.placeholder}"
    elif isinstance(widget, Input):
        yield f"{widget.value}\n{widget.placeholder}"
    elif isinstance(widget, Chips):
        yield from (one.shown for one in widget._all)
    elif isinstance(widget, Told):
        yield from (f"{name} {says}" for name, says in widget._lines)
    elif isinstance(widget, FieldRow):
        yield widget.field.label
        yield from (note.says for note in (*widget._notes, widget._understood))
    elif isinstance(widget, ButtonRow):
        yield from (f"{one.shown} {one.key}" for one in widget.buttons)
    elif isinstance(widget, KeyCatcher):
        yield widget.says
    elif isinstance(widget, Static):
        yield str(widget.content)
    else:
        known = isinstance(widget, HOLD_NOTHING) or type(widget).__name__ in OF_TEXTUAL
        assert known, f"nobody has said what a {type(widget).__name__} holds"
