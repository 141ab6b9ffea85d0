"""Anything by a few letters: what can be done, any worker or child, and everything that was ever said or typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from oversight_tui.practice.board import Board
from oversight_tui.practice.hits import Hits
from oversight_tui.ui.actions import Action, ActionId
from oversight_tui.ui.marking import marking_of
from oversight_tui.ui.page_messages import SearchLoaded
from oversight_tui.ui.present.offered import Choice, Offered, Row, in_groups
from oversight_tui.ui.present.offers import meant
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.rows import Column
from oversight_tui.ui.widgets.text_block import TextBlock
from oversight_tui.ui.widgets.text_line import TextLine
from oversight_tui.ui.widgets.typed_line import TypedLine
from oversight_tui.ui.window import Window, key_parts

_COLUMNS = (Column(9, from_width=44), Column(), Column(13, align="right", from_width=50))
_NOTHING = "Nothing and nobody goes by that, and nothing that was said has all of these words. Esc leaves."
_LOOKING = "Looking through what was said."


class PaletteScreen(Window[Choice | None]):
    """Dismissed with what was chosen; None where nothing was.

    `cannot` says why an action cannot act where one is, `lately` is what was chosen before, the newest first.
    """

    DEFAULT_CSS = """
    PaletteScreen { align: center top; background: transparent; }
    PaletteScreen #palette {
        width: 90; max-width: 100%; height: 80%; margin-top: 1; border: round $border; background: $surface;
    }
    PaletteScreen.-low #palette { height: 100%; margin-top: 0; }
    PaletteScreen #found { height: 1fr; }
    PaletteScreen #says { height: 3; padding: 0 1; background: $panel; }
    PaletteScreen #hints { background: $panel; }
    """
    AUTO_FOCUS = "#typed"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("ctrl+o", "old", show=False),
    ]

    def __init__(
        self,
        board: Board | None,
        actions: Sequence[Action],
        cannot: Callable[[ActionId], str],
        lately: Sequence[Choice] = (),
    ) -> None:
        super().__init__()
        self._board = board
        self._actions = actions
        self._cannot = cannot
        self._lately = lately
        self._rows: Mapping[str, Row] = {}
        self._asked = 0
        self._hits: Hits | None = None
        self._also_old = False
        self._enter_waits = False

    def compose(self) -> ComposeResult:
        """What is typed, what is found, what the row under the cursor is."""
        with Container(id="palette") as palette:
            palette.border_title = "Find anything"
            palette.border_subtitle = marking_of(self.program)
            yield TypedLine(":", id="typed")
            yield LineList(_COLUMNS, empty=_NOTHING, id="found")
            yield TextBlock(id="says")
            yield TextLine(id="hints")

    def fill(self) -> None:
        """Offer what can be done here, and everybody."""
        self._offered = Offered(self._board, self._actions, self._cannot, self.program.names)
        self.query_one("#found", LineList).when_highlighted = self._highlighted
        self._show_hints()
        self._show()

    def on_unmount(self) -> None:
        """Nobody waits for an answer any more."""
        self.program.worker.search.drop()

    # --- What is shown ----------------------------------------------------------------------------

    @property
    def _text(self) -> str:
        return self.query_one("#typed", TypedLine).text

    def _show(self) -> None:
        """What is meant by what was typed, then where it was said; the cursor stays on its row."""
        text, offered, today = self._text, self._offered, self.program.worker.today()
        rows = offered.meant(meant(offered.offers, text)) if text.strip() else offered.at_first(self._lately)
        if self._hits is not None:
            rows += offered.said(self._hits, today)
        self._rows = {row.key: row for row in rows}
        found = self.query_one("#found", LineList)
        found.show(in_groups(rows), empty=_LOOKING if self._asked and self._hits is None else _NOTHING)
        if found.key is not None:
            self._highlighted(found, found.key)
        else:
            self.query_one("#says", TextBlock).show(())

    def _highlighted(self, found: LineList, key: str) -> None:
        self.query_one("#says", TextBlock).show(self._rows[key].says())

    def _show_hints(self) -> None:
        old = "not the old versions" if self._also_old else "also what was corrected or taken back"
        hints = key_parts(("enter", "opens", "choose"), ("ctrl+o", old, "old"), ("esc", "leaves", "leave"))
        self.query_one("#hints", TextLine).show(hints)

    # --- What happens -----------------------------------------------------------------------------

    def on_typed_line_changed(self, event: TypedLine.Changed) -> None:
        """Find while one types; the first stands ready."""
        self._search()
        self._show()
        self.query_one("#found", LineList).action_end(False)

    def on_search_loaded(self, event: SearchLoaded) -> None:
        """Where it was said; it stands under what stood there already, so that Enter opens what one saw."""
        event.stop()
        if event.number != self._asked:
            return
        self._hits = event.found
        self._show()
        if self._enter_waits:
            self._choose()

    def _search(self) -> None:
        self._hits = None
        self._enter_waits = False
        self._asked = self.program.worker.search.ask(self._text, self, also_old=self._also_old)

    def on_typed_line_accepted(self, event: TypedLine.Accepted) -> None:
        """Enter takes the one under the cursor; of what is only being looked for, the first when it comes."""
        self._enter_waits = not self._rows and bool(self._asked) and self._hits is None
        self._choose()

    def on_typed_line_left(self, event: TypedLine.Left) -> None:
        """Esc leaves."""
        self.dismiss(None)

    def on_text_line_clicked(self, event: TextLine.Clicked) -> None:
        """A click on a key does what it stands for."""
        event.stop()
        if event.action == "old":
            self.action_old()
        elif event.action == "choose":
            self._choose()
        else:
            self.action_leave()

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """A second click takes it."""
        self._choose()

    def _choose(self) -> None:
        """Take the row under the cursor; an action that cannot act here says why, and nothing is lost."""
        row = self._rows.get(self.query_one("#found", LineList).key or "")
        if row is not None and not row.cannot:
            self.dismiss(row.choice)
        elif row is None and not self._enter_waits:
            self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        """The arrow keys move among what was found while one types."""
        moves = {"up": -1, "down": 1}
        if event.key in moves:
            self.query_one("#found", LineList).action_move(moves[event.key])

    def action_page(self, pages: int) -> None:
        """A page on or back."""
        self.query_one("#found", LineList).action_page(pages)

    def action_old(self) -> None:
        """Look through what was corrected or taken back too, or no more."""
        self._also_old = not self._also_old
        self._show_hints()
        self._search()
        self._show()
