"""What a view of line of sight is shown in: a list with a team in words beneath, plots, or words."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.sight.now import is_heading
from oversight_tui.ui.screens.sight_views import Cursor, SightViews
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.plot import PlotSigns
from oversight_tui.ui.widgets.plot_sheet import PlotSheet
from oversight_tui.ui.widgets.rows import Column
from oversight_tui.ui.widgets.text_block import TextBlock

_NO_TEAM = "Nothing is known of any team yet."
_READING = "Reading."


class SightBody(Vertical):
    """The three of them; the one that is shown has the keys that move."""

    DEFAULT_CSS = """
    SightBody { height: 1fr; }
    SightBody #list { height: 1fr; padding: 0 1; }
    SightBody #plots { display: none; height: 1fr; padding: 0 1; }
    SightBody #words { display: none; height: 1fr; padding: 0 1; }
    SightBody #full { display: none; height: 7; border-top: solid $border-blurred; padding: 0 1; }
    SightBody.-table #full { display: block; }
    SightBody.-plots #list { display: none; }
    SightBody.-plots #plots { display: block; }
    SightBody.-words #list { display: none; }
    SightBody.-words #words { display: block; }
    """

    def __init__(self, views: SightViews, signs: PlotSigns) -> None:
        super().__init__()
        self._views = views
        self._signs = signs

    def compose(self) -> ComposeResult:
        """All of them, of which one is shown."""
        yield LineList((Column(),), empty=_NO_TEAM, id="list")
        yield PlotSheet(self._signs, id="plots")
        yield TextBlock(id="words")
        yield TextBlock(id="full")

    def on_mount(self) -> None:
        """A team is told in words with its row."""
        self.list.when_highlighted = lambda _, key: self._tell(key)

    @property
    def list(self) -> LineList:
        """The list."""
        return self.query_one("#list", LineList)

    @property
    def cursor(self) -> Cursor:
        """Where one is in the list."""
        return self.list.key or "", self.list.at.cell

    def show(self, names: Names) -> None:
        """The view that is chosen, with the cursor where it was in it."""
        views = self._views
        self.set_class(views.view == "trends", "-plots")
        self.set_class(views.view == "pressures", "-words")
        self.set_class(views.is_table, "-table")
        if views.view == "trends":
            self.query_one("#plots", PlotSheet).show(views.plots(), views.before_plots())
        elif views.view == "pressures":
            self.query_one("#words", TextBlock).show(views.outlook(names))
        else:
            listed = self.list
            listed.columns.put(views.columns())
            listed.show(views.lines(names), empty=_READING if views.lacks_effect else _NO_TEAM)
            self._put_cursor(*views.cursor)
            self._tell(listed.key or "")
        self.screen.set_focus(self.list if views.is_list else None)

    def read_on(self, lines: int, pages: int) -> None:
        """Read on in the plots or the words."""
        self.query_one("#plots", PlotSheet).scroll_by(lines, pages=pages)
        self.query_one("#words", TextBlock).scroll_by(lines, pages=pages)

    def _put_cursor(self, key: str, cell: int | None) -> None:
        """Where it was in this view before; at first on the first row that is no heading."""
        listed = self.list
        first = next((line.key for line in listed.lines if not is_heading(line.key)), "")
        listed.select(key if listed.at.place_with(key) is not None else first)
        listed.at.choose(cell if listed.lines else None)
        listed.paint_again()

    def _tell(self, key: str) -> None:
        self.query_one("#full", TextBlock).show(self._views.in_words(key))
