"""Line of sight over the board: the numbers of a team or of many, their months, and who supervises."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from oversight_tui.practice.board import Board
from oversight_tui.practice.sight.team_outlook import TeamOutlook
from oversight_tui.practice.sight.what_if_asked import NamedWhatIf
from oversight_tui.ui.actions import ActionId, bindings
from oversight_tui.ui.elsewhere import say_elsewhere
from oversight_tui.ui.list_actions import SIGHT
from oversight_tui.ui.marking import MarkingLine
from oversight_tui.ui.outlook_messages import OutlookRead
from oversight_tui.ui.screens.acting import ActingScreen, Handlers, leaving
from oversight_tui.ui.screens.sight_body import SightBody
from oversight_tui.ui.screens.sight_opening import SightOpening
from oversight_tui.ui.screens.sight_rows import SightRowsScreen
from oversight_tui.ui.screens.sight_views import SightViews, View
from oversight_tui.ui.sight_messages import EffectRead, MonthsGoOn, SightLoaded, SightRead
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.plot import ASCII, UNICODE
from oversight_tui.ui.widgets.text_line import TextLine

_HERE = "This view is shown already."


class SightScreen(ActingScreen):
    """A list of numbers, or plots. Which view is shown, and of which team, `views` knows."""

    DEFAULT_CSS = """
    SightScreen #title { background: $panel; }
    SightScreen.-low SightBody.-table #full { display: none; }
    SightScreen #keys { background: $panel; dock: bottom; }
    """
    AUTO_FOCUS = ""
    place = "sight"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(SIGHT),
        Binding("up,k", "read_on(-1, 0)", show=False),
        Binding("down,j", "read_on(1, 0)", show=False),
        Binding("pageup", "read_on(0, -1)", show=False),
        Binding("pagedown", "read_on(0, 1)", show=False),
        Binding("g,home", "read_on(-100000, 0)", show=False),
        Binding("G,end", "read_on(100000, 0)", show=False),
    ]

    def __init__(self, read: SightLoaded) -> None:
        super().__init__()
        self.views = SightViews(read.sight, read.people)

    @cached_property
    def _opening(self) -> SightOpening:
        return SightOpening(self.program, self.views)

    def compose(self) -> ComposeResult:
        """Title, the names of the views, the view, keys."""
        yield MarkingLine()
        yield TextLine(id="title")
        yield TextLine(id="views")
        yield SightBody(self.views, ASCII if self.program.names.glyphs.bar.isascii() else UNICODE)
        yield TextLine(id="keys")

    def fill(self) -> None:
        """Fill it; months that were never worked out are, meanwhile."""
        self._show_view()
        self.clear_flash()
        teams = [team.team_id for team in self.views.sight.teams if team.team_id is not None]
        self.program.worker.sight.work_out_months(teams, self)

    # --- What is shown ----------------------------------------------------------------------------

    @property
    def _body(self) -> SightBody:
        return self.query_one(SightBody)

    def show_board(self, board: Board) -> None:
        """Something was recorded: the numbers may be others."""
        self.program.worker.sight.read(self)

    def show_names(self) -> None:
        """Names were hidden or shown."""
        self._show_again()

    def on_sight_read(self, event: SightRead) -> None:
        """The numbers as they are now, and those rows that are open."""
        event.stop()
        self._remember()
        self.views.take(event.sight, event.people)
        self._show_view()
        above = next((one for one in self.app.screen_stack if isinstance(one, SightRowsScreen)), None)
        if above is not None and (figure := self._opening.figure_now()) is not None:
            self.program.worker.sight.read_rows(figure, above)

    def on_effect_read(self, event: EffectRead) -> None:
        """What came of it."""
        event.stop()
        self.views.effect = event.effect
        self._show_view()

    def on_months_go_on(self, event: MonthsGoOn) -> None:
        """How far the months are that are being worked out."""
        event.stop()
        self.views.go_on(event.done, event.of, event.months)
        if self.views.view == "trends" or self.views.lacks_outlook:
            self._show_view()

    def _show_again(self) -> None:
        """The same view, with the cursor where it is."""
        self._remember()
        self._show_view()

    def _show_view(self) -> None:
        """The view that is chosen; what it lacks is read for it."""
        views, worker = self.views, self.program.worker
        self.query_one("#title", TextLine).show(*views.title())
        self.query_one("#views", TextLine).show(*views.tabs(self.program.keymap.of(self.place)))
        self._body.show(self.program.names)
        if views.lacks_effect:
            worker.sight.read_effect(self)
        if views.lacks_outlook:
            worker.outlook.read(views.one_team, self, views.asked)

    def on_outlook_read(self, event: OutlookRead) -> None:
        """Where a team goes."""
        event.stop()
        for found in event.teams:
            self.views.take_outlook(found)
        if self.views.view == "pressures":
            self._show_view()

    # --- Actions ----------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Any key: what was said has been read. One that does nothing here says what it is on the board."""
        self.program.clear_flash()
        if event.key == "enter" and not self.views.is_list:
            self.program.flash(self.reason("list_open"))
        else:
            say_elsewhere(self, event)

    def action_read_on(self, lines: int, pages: int) -> None:
        """Read on in the plots or the words; a list has the focus and moves by itself."""
        self._body.read_on(lines, pages)

    def reason(self, action_id: ActionId) -> str:
        """There is nothing to open among the plots."""
        if action_id == "list_open" and not self.views.is_list:
            return "There is nothing to open here. The numbers of 1 Now open their rows."
        if action_id == "sight_what_if" and not self.views.one_team:
            return "What if is asked of one team. Enter on a team opens it."
        return ""

    def handlers(self) -> Handlers:
        """The views, and what is opened in them."""
        return {
            **super().handlers(),
            **leaving(self),
            "list_open": self._body.list.action_open,
            "list_back": self._back,
            "sight_now": lambda: self._go_to("now"),
            "sight_trends": lambda: self._go_to("trends"),
            "sight_pressures": lambda: self._go_to("pressures"),
            "sight_what_if": self._ask_what_if,
            "sight_effect": lambda: self._go_to("effect"),
            "sight_supervisors": lambda: self._go_to("supervisors"),
        }

    def _go_to(self, view: View) -> None:
        if view == self.views.view:
            self.program.flash(_HERE)
            return
        self._remember()
        self.views.view = view
        self._show_view()

    def _ask_what_if(self) -> None:
        """Who leaves, who is back, how many more: nothing is recorded."""
        from oversight_tui.ui.dialogs.what_if import WhatIfForm

        def shown(found: TeamOutlook, asked: NamedWhatIf) -> None:
            self.views.take_outlook(found, asked)
            self._go_to("pressures") if self.views.view != "pressures" else self._show_view()

        self.program.open(WhatIfForm(self.views.one_team, shown))

    def _remember(self) -> None:
        self.views.remember(*self._body.cursor)

    def _back(self) -> None:
        """From a team's own view to the table, and from there to the board."""
        if self.views.is_one_of_many and self.views.view != "supervisors":
            self._remember()
            self.views.leave_team()
            self._show_view()
        else:
            self.dismiss()

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """A team's own view, or what stands in the row."""
        if self.views.is_table and not event.opens:
            self._remember()
            self.views.enter_team(event.key)
            self._show_view()
        else:
            self._opening.open(event.key, event.opens)
