"""Who sits here, and which teams are theirs: asked once, changed with M."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from oversight_tui.practice.pages import TeamSummary, Whose
from oversight_tui.ui.marking import MarkingLine
from oversight_tui.ui.program import ProgramScreen
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.ui.widgets.typed_line import TypedLine
from oversight_tui.words.dates import count
from oversight_tui.words.text import one_line

_COLUMNS = (Column(1), Column(), Column(11, "right"), Column(13, "right"))
_SAYS = "Mark your teams with Space, then Enter. None marked: the whole authority. Esc: not now."


class WhoseScreen(ProgramScreen[None]):
    """A list of teams to mark, then the manager's name as it stands on records."""

    CSS = """
    WhoseScreen #title { background: $panel; }
    WhoseScreen #says { height: 1; color: $text-muted; }
    WhoseScreen #teams { height: 1fr; border: round $border-blurred; margin: 1 1 0 1; }
    WhoseScreen #teams:focus { border: round $border; }
    WhoseScreen #name { margin: 1 2; }
    """
    AUTO_FOCUS = "#teams"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", "mark", show=False),
        Binding("escape", "leave", "not now", show=False),
        Binding("q,ctrl+q", "app.quit", "leave", show=False),
    ]

    def __init__(self, whose: Whose, teams: tuple[TeamSummary, ...]) -> None:
        super().__init__()
        self.whose, self.teams = whose, teams
        self.marked = set(whose.teams)

    def compose(self) -> ComposeResult:
        """The teams and the name."""
        yield MarkingLine()
        yield TextLine(id="title")
        yield TextLine(id="says")
        yield LineList(_COLUMNS, empty="No team yet: import a list first.", id="teams")
        yield TypedLine("Your name, as it stands on records:", id="name")

    def fill(self) -> None:
        """Fill it."""
        self.query_one("#title", TextLine).show((Part(" Whose board is this?", "bold"),))
        brief = " Space marks a team, Enter goes on, Esc leaves it"
        self.query_one("#says", TextLine).show((Part(f" {_SAYS}"),), (Part(brief),))
        self.show_names()
        self._show()

    def show_names(self) -> None:
        """Names were hidden or shown; the line left empty keeps the name there is, what was typed stays."""
        shown = self.whose.confirmed and not self.program.names.hidden
        line = self.query_one("#name", TypedLine)
        if line.text in ("", self.whose.name):
            line.put(self.whose.name if shown else "")

    def _show(self) -> None:
        teams = self.query_one("#teams", LineList)
        teams.border_title = Content(f"{count(len(self.marked), 'team')} marked of {len(self.teams)}")
        teams.show(
            tuple(
                Line(
                    team.name,
                    (
                        Cell("✓" if team.name in self.marked else " ", "good"),
                        Cell(one_line(team.name), "strong" if team.name in self.marked else "plain"),
                        Cell(count(team.workers, "worker"), "quiet"),
                        Cell(count(team.children, "child", "children"), "quiet"),
                    ),
                )
                for team in self.teams
            )
        )

    def action_mark(self) -> None:
        """Mark the team under the cursor, or take the mark away."""
        key = self.query_one("#teams", LineList).key
        if key is not None:
            self.marked ^= {key}
            self._show()

    def action_leave(self) -> None:
        """Leave it as it is."""
        self.dismiss()

    def on_line_list_opened(self) -> None:
        """Enter on the teams goes on to the name."""
        self.query_one("#name", TypedLine).focus()

    def on_typed_line_accepted(self, event: TypedLine.Accepted) -> None:
        """Enter on the name keeps both."""
        app = self.program
        name = event.text.strip() or (self.whose.name if self.whose.confirmed else None)
        app.worker.choose(name, [team.name for team in self.teams if team.name in self.marked])
        self.dismiss()

    def on_typed_line_left(self, event: TypedLine.Left) -> None:
        """Esc on the name goes back to the teams."""
        self.query_one("#teams", LineList).focus()
