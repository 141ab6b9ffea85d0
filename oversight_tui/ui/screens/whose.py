"""Who sits here, and which teams are theirs: asked once, changed with M."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from oversight_tui.practice.pages import TeamChoices, Whose
from oversight_tui.ui.marking import MarkingLine
from oversight_tui.ui.program import ProgramScreen
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.ui.widgets.typed_line import TypedLine
from oversight_tui.words.dates import count
from oversight_tui.words.text import one_line

_COLUMNS = (Column(1), Column(), Column(11, "right"), Column(14, "right"))
_EVERYBODY = " "  # the key of the row for the whole authority, which is no team's name
_SAYS = (
    "Enter takes the team under the cursor. Several: Space on each, then Enter. Tab: your name, Esc: back, q: leave."
)
_BRIEF = "Enter takes a team, Space marks several, Tab: name, Esc: back, q: leave"
_NAME = "Now your name, as it is to stand on what you record. Enter keeps it, Esc or Tab goes back to the teams."
_NAME_BRIEF = "Your name, then Enter keeps it. Esc or Tab: back to the teams"
_NAME_ALONE = "Your name, as it is to stand on what you record. Enter keeps it, Esc leaves it for later."
_NAME_ALONE_BRIEF = "Your name, then Enter keeps it. Esc leaves it for later"
_NO_TEAM = "No team here yet: your board shows all that is in this store."
_NAMELESS_ALONE = "Type your name first: what you record bears it. Esc leaves it for later."
_NAMELESS = "Type your name first: what you record bears it. Esc goes back, and there once more leaves it for later."


class WhoseScreen(ProgramScreen[None]):
    """A list of teams to take one of or mark several, then the manager's name as it stands on records.

    A store that has no teams asks for the name alone.
    """

    CSS = """
    WhoseScreen #title { background: $panel; }
    WhoseScreen #says { dock: bottom; background: $panel; }
    WhoseScreen #teams {
        height: auto; max-height: 60%; border: round $border-blurred; margin: 1 1 0 1; max-width: 100;
    }
    WhoseScreen #teams:focus { border: round $border; }
    WhoseScreen #name {
        border: round $border-blurred; background: $field; height: 3; padding: 0 1; margin: 1 1 0 1; max-width: 100;
    }
    WhoseScreen #name:focus { border: round $border; background: $field-focused; }
    WhoseScreen.-low #teams { margin: 0 1; }
    WhoseScreen.-low #name, WhoseScreen.-low #name:focus { border: none; height: 1; margin: 0 1; }
    """
    AUTO_FOCUS = "#teams, #name"  # the teams, where there is one to stand on
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", "mark", show=False),
        Binding("escape", "leave", "not now", show=False),
        Binding("q,ctrl+q", "app.quit", "leave", show=False),
    ]

    def __init__(self, whose: Whose, choices: TeamChoices) -> None:
        super().__init__()
        self.whose = whose
        self.teams, self.of_no_team = choices.teams, choices.of_no_team
        self.marked = set(whose.teams)

    def compose(self) -> ComposeResult:
        """The teams, the name, and what to press."""
        yield MarkingLine()
        yield TextLine(id="title")
        teams = LineList(_COLUMNS, empty=_NO_TEAM, id="teams")
        teams.can_focus = bool(self.teams)
        yield teams
        yield TypedLine("Your name:", id="name")
        yield TextLine(id="says")

    def fill(self) -> None:
        """Fill it."""
        self.query_one("#title", TextLine).show((Part(" Whose board is this?", "bold"),))
        self.query_one("#teams").styles.height = max(1, len(self._rows())) + 2
        self._ask_here()
        self.show_names()
        self._show()

    def on_descendant_focus(self) -> None:
        """The keys that are named are those that do something here."""
        self._ask_here()

    def on_key(self, event: events.Key) -> None:
        """A letter that does nothing on the list of teams says so; in the name it is typed."""
        if event.is_printable and event.key not in self.active_bindings:
            says = f"{event.character} does nothing here."
            self._ask(f"{says} {_SAYS}", f"{says} {_BRIEF}")

    def show_names(self) -> None:
        """Names were hidden or shown; the line left empty keeps the name there is, what was typed stays."""
        shown = self.whose.confirmed and not self.program.names.hidden
        line = self.query_one("#name", TypedLine)
        if line.text in ("", self.whose.name):
            line.put(self.whose.name if shown else "")

    def _show(self) -> None:
        teams = self.query_one("#teams", LineList)
        if self.of_no_team:
            are = "is" if self.of_no_team == 1 else "are"
            children = count(self.of_no_team, "child", "children")
            teams.border_subtitle = Content(f"{children} of no team {are} on every board")
        if self.teams:
            teams.border_title = Content(f"{count(len(self.marked), 'team')} marked of {len(self.teams)}")
        teams.show(self._rows())

    def _rows(self) -> tuple[Line, ...]:
        rows = [
            self._row(team.name, one_line(team.name), team.workers, team.children, is_marked=team.name in self.marked)
            for team in self.teams
        ]
        if len(rows) > 1:
            workers = sum(team.workers for team in self.teams)
            children = sum(team.children for team in self.teams) + self.of_no_team
            rows.append(self._row(_EVERYBODY, "The whole authority", workers, children, is_marked=False))
        return tuple(rows)

    @staticmethod
    def _row(key: str, name: str, workers: int, children: int, *, is_marked: bool) -> Line:
        cells = (
            Cell("✓" if is_marked else " ", "good"),
            Cell(name, "strong" if is_marked else "plain"),
            Cell(count(workers, "worker"), "quiet"),
            Cell(count(children, "child", "children"), "quiet"),
        )
        return Line(key, cells)

    def _ask_here(self) -> None:
        if not self.teams:
            self._ask(_NAME_ALONE, _NAME_ALONE_BRIEF)
        elif self.query_one("#name").has_focus:
            self._ask(_NAME, _NAME_BRIEF)
        else:
            self._ask(_SAYS, _BRIEF)

    def _ask(self, says: str, brief: str) -> None:
        self.query_one("#says", TextLine).show((Part(f" {says}"),), (Part(f" {brief}"),))

    def action_mark(self) -> None:
        """Mark the team under the cursor, or take the mark away; the whole authority is taken and never marked."""
        key = self.query_one("#teams", LineList).key
        if key is not None and key != _EVERYBODY:
            self.marked ^= {key}
            self._show()

    def action_leave(self) -> None:
        """Leave it as it is."""
        self.dismiss()

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Enter takes what is marked, else the row under the cursor, and goes on to the name."""
        if event.key == _EVERYBODY:
            self.marked = set()
        elif not self.marked:
            self.marked = {event.key}
        self._show()
        self.query_one("#name", TypedLine).focus()

    def on_typed_line_accepted(self, event: TypedLine.Accepted) -> None:
        """Enter on the name keeps both; nobody is given a name that they have not typed."""
        name = event.text.strip() or (self.whose.name if self.whose.confirmed else "")
        if not name:
            brief = "Type your name first. Esc goes back"
            self._ask(_NAMELESS if self.teams else _NAMELESS_ALONE, brief)
            return
        self.program.worker.choose(name, [team.name for team in self.teams if team.name in self.marked])
        self.dismiss()

    def on_typed_line_left(self, event: TypedLine.Left) -> None:
        """Esc on the name goes back to the teams, as they were; where there are none, it leaves."""
        if not self.teams:
            self.dismiss()
            return
        self.marked = set(self.whose.teams)
        self._show()
        self.query_one("#teams", LineList).focus()
