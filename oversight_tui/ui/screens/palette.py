"""Any worker or child by a few letters, and any key of the board by its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from msgspec import Struct
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from oversight_tui.practice.board import Board
from oversight_tui.practice.ids import ChildId, WorkerId
from oversight_tui.ui.actions import Action, ActionId
from oversight_tui.ui.marking import marking_of
from oversight_tui.ui.program import Dialog
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.typed_line import TypedLine
from oversight_tui.words.text import folded

_COLUMNS = (Column(8), Column(), Column(20))
_NOT_OFFERED = frozenset({"palette", "back"})


class Choice(Struct, frozen=True):
    """What was chosen: an action, a worker or a child."""

    action_id: ActionId | None = None
    worker_id: WorkerId | None = None
    child_id: ChildId | None = None


class PaletteScreen(Dialog[Choice | None]):
    """Dismissed with what was chosen; None where nothing was."""

    CSS = """
    PaletteScreen { align: center top; }
    PaletteScreen #palette {
        width: 80; max-width: 100%; height: 70%; margin-top: 2; border: round $border; background: $surface;
    }
    PaletteScreen #found { height: 1fr; }
    """
    AUTO_FOCUS = "#typed"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+p", "dismiss(None)", "leave", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    def __init__(self, board: Board | None, actions: Sequence[Action]) -> None:
        super().__init__()
        self.board, self.actions = board, actions
        self._choices: dict[str, Choice] = {}
        self._lines: tuple[tuple[str, Line], ...] = ()

    def compose(self) -> ComposeResult:
        """What is typed, and what is found."""
        with Container(id="palette") as palette:
            palette.border_subtitle = marking_of(self.program)
            yield TypedLine(":", id="typed")
            yield LineList(_COLUMNS, empty="Nothing and nobody goes by that. Esc leaves.", id="found")

    def fill(self) -> None:
        """Offer everything."""
        self._lines = tuple((folded(" ".join(cell.text for cell in line.cells)), line) for line in self._offered())
        self._find("")

    def _offered(self) -> list[Line]:
        names, board = self.program.names, self.board
        found = [
            self._line(
                Choice(action_id=action.id),
                Cell(action.shown, "strong"),
                Cell(f"{action.help[:1].upper()}{action.help[1:]}"),
                Cell("key", "quiet"),
            )
            for action in self.actions
            if action.id not in _NOT_OFFERED
        ]
        found += [
            self._line(
                Choice(worker_id=row.worker.id), Cell("worker", "quiet"), Cell(names.worker(row.worker.name)), Cell("")
            )
            for row in (board.everybody if board is not None else ())
        ]
        found += [
            self._line(
                Choice(child_id=row.child.id),
                Cell("child", "quiet"),
                Cell(names.child(row.child)),
                Cell(names.short_worker(row.worker), "quiet"),
            )
            for row in (board.children if board is not None else ())
        ]
        return found

    def _line(self, choice: Choice, *cells: Cell) -> Line:
        key = str(len(self._choices))
        self._choices[key] = choice
        return Line(key, cells)

    def _find(self, typed: str) -> None:
        """What holds every word that was typed, accents and capitals apart; who begins with it stands first."""
        words = folded(typed).split()
        found = [(text, line) for text, line in self._lines if all(word in text for word in words)]
        if words:
            found.sort(key=lambda pair: not any(part.startswith(words[0]) for part in pair[0].split()))
        self.query_one("#found", LineList).show(tuple(line for _, line in found))

    def on_typed_line_changed(self, event: TypedLine.Changed) -> None:
        """Find while one types; the first stands ready."""
        self._find(event.text)
        self.query_one("#found", LineList).action_end(False)

    def on_typed_line_accepted(self, event: TypedLine.Accepted) -> None:
        """Enter takes the one under the cursor."""
        self.dismiss(self._choices.get(self.query_one("#found", LineList).key or ""))

    def on_typed_line_left(self, event: TypedLine.Left) -> None:
        """Esc leaves."""
        self.dismiss(None)

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """A second click takes it."""
        self.dismiss(self._choices[event.key])

    def on_key(self, event: events.Key) -> None:
        """The arrow keys move among what was found while one types."""
        moves = {"up": -1, "down": 1}
        if event.key in moves:
            self.query_one("#found", LineList).action_move(moves[event.key])

    def action_page(self, pages: int) -> None:
        """A page on or back."""
        self.query_one("#found", LineList).action_page(pages)
