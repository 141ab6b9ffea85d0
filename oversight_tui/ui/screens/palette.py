"""Anything by a few letters: what can be done, any worker or child, and everything that was ever said or typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from msgspec import Struct
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from oversight_tui.practice.board import Board
from oversight_tui.practice.hits import Hits
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.searching import places, words_of
from oversight_tui.ui.actions import Action, ActionId
from oversight_tui.ui.marking import marking_of
from oversight_tui.ui.page_messages import SearchLoaded
from oversight_tui.ui.present.offered import Choice, Offered, Row, in_groups, place_among
from oversight_tui.ui.present.offers import meant
from oversight_tui.ui.widgets.found_words import FoundIn, Span
from oversight_tui.ui.widgets.line_list import LineList
from oversight_tui.ui.widgets.rows import Column
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.ui.widgets.text_line import TextLine
from oversight_tui.ui.widgets.typed_line import TypedLine
from oversight_tui.ui.window import CLOSES, Window, key_parts
from oversight_tui.words.dates import count

_COLUMNS = (Column(9, from_width=44), Column(), Column(11, align="right", from_width=50))
_TEXT = 1  # the column in which the words that were typed are marked
_NOTHING = "Nothing and nobody goes by that, and nothing that was said has all of these words. Esc closes."
_NO_WORD = "Type what to look for in the workers' own files first: the journal says that they were opened."
_LOOKING = "Looking through what was said."


class Search(Struct, frozen=True):
    """What was looked for, the row that was opened then, and whether old versions were looked through too.

    One to `go_on` with stands as it was; another is offered selected, so that what is typed stands in its place.
    """

    text: str
    key: str
    also_old: bool = False
    go_on: bool = False


class PaletteScreen(Window[Choice | None]):
    """Dismissed with what was chosen; None where nothing was.

    `cannot` says why an action cannot act where one is, `lately` is what was chosen before, the newest first,
    `last` the search that it begins with.
    """

    DEFAULT_CSS = """
    PaletteScreen { align: center top; }
    PaletteScreen #palette {
        width: 60%; min-width: 90; max-width: 100%; height: 80%; min-height: 23; margin-top: 1;
        border: round $border; background: $surface;
    }
    PaletteScreen.-low #palette { height: 100%; min-height: 0; margin-top: 0; }
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
        Binding("ctrl+f", "own_files", show=False),
    ]

    def __init__(
        self,
        board: Board | None,
        actions: Sequence[Action],
        cannot: Callable[[ActionId], str],
        lately: Sequence[Choice] = (),
        last: Search | None = None,
    ) -> None:
        super().__init__()
        self._board = board
        self._actions = actions
        self._cannot = cannot
        self._lately = lately
        self._rows: Mapping[str, Row] = {}
        self._asked = 0
        self._hits: Hits | None = None
        self._last = last
        self._also_old = last is not None and last.also_old
        self._enter_waits = False
        self._own_files = 0  # that were opened for what stands there

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
        found, finds = self.query_one("#found", LineList), self._finds
        found.window.leads = True
        found.when_highlighted = self._highlighted
        found.blocks.found = FoundIn(_TEXT, finds)
        self.query_one("#says", TextBlock).finds = finds
        self._show_hints()
        if self._last is not None:
            self.query_one("#typed", TypedLine).put(self._last.text, selected=not self._last.go_on)
            self._search()
        self._show()

    def on_unmount(self) -> None:
        """Nobody waits for an answer any more."""
        self.program.worker.search.drop()

    # --- What is shown ----------------------------------------------------------------------------

    @property
    def _text(self) -> str:
        return self.query_one("#typed", TypedLine).text

    @property
    def search(self) -> Search:
        """What is looked for now, and the row under the cursor."""
        return Search(self._text, self.query_one("#found", LineList).key or "", self._also_old)

    def _finds(self, text: str) -> list[Span]:
        """Where in a text the words stand that were typed."""
        looked_for = words_of(self._text)
        return [Span(place.start, place.end) for place in places(text, looked_for)] if looked_for else []

    def _show(self) -> None:
        """What is meant by what was typed, then where it was said; the cursor stays on its row."""
        text, offered, today = self._text, self._offered, self.program.worker.today()
        rows = offered.meant(meant(offered.offers, text)) if text.strip() else offered.at_first(self._lately)
        if self._hits is not None:
            rows += offered.said(self._hits, today)
        self._rows = {row.key: row for row in rows}
        found = self.query_one("#found", LineList)
        found.show(in_groups(rows), empty=_LOOKING if self._asked and self._hits is None else _NOTHING)
        if self._last is not None and found.select(self._last.key):
            self._last = None
        if found.key is not None:
            self._highlighted(found, found.key)
        else:
            self.query_one("#says", TextBlock).show(())
            self._show_place("")

    def _highlighted(self, found: LineList, key: str) -> None:
        self.query_one("#says", TextBlock).show(self._rows[key].says())
        self._show_place(key)

    def _show_place(self, key: str) -> None:
        """How often it was said, and which of these is under the cursor."""
        hits = place_among(self._hits, self._rows.get(key)) if self._hits is not None else ""
        opened = f" · {count(self._own_files, 'own file')} opened" if self._own_files else ""
        self.query_one("#palette").border_title = f"Find anything{hits}{opened}"

    def _show_hints(self) -> None:
        old = "Not old versions" if self._also_old else "Also old versions"
        keys = (("enter", "Open", "choose"), ("ctrl+o", old, "old"), ("ctrl+f", "Also own files", "own_files"))
        self.query_one("#hints", TextLine).show(*(key_parts(*keys[:number], CLOSES) for number in (3, 2, 1)))

    # --- What happens -----------------------------------------------------------------------------

    def on_typed_line_changed(self, event: TypedLine.Changed) -> None:
        """Find while one types; the first stands ready."""
        self._last = None
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

    def _search(self, own_files: Sequence[WorkerId] = ()) -> None:
        self._hits = None
        self._enter_waits = False
        search = self.program.worker.search
        self._asked = search.ask(self._text, self, also_old=self._also_old, own_files=own_files)
        self._own_files = len(own_files) if self._asked else 0

    def on_typed_line_accepted(self, event: TypedLine.Accepted) -> None:
        """Enter takes the one under the cursor; of what is only being looked for, the first when it comes."""
        self._enter_waits = not self._rows and bool(self._asked) and self._hits is None
        self._choose()

    def on_typed_line_left(self, event: TypedLine.Left) -> None:
        """Esc closes."""
        self.dismiss(None)

    def on_text_line_clicked(self, event: TextLine.Clicked) -> None:
        """A click on a key does what it stands for."""
        event.stop()
        if event.action == "old":
            self.action_old()
        elif event.action == "own_files":
            self.action_own_files()
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

    def action_own_files(self) -> None:
        """Look through the workers' own files too, for these words alone: the journal says that each was opened."""
        workers = [row.worker.id for row in self._board.everybody] if self._board is not None else []
        self._search(workers)
        self._show()
        if not self._own_files:
            self.query_one("#says", TextBlock).show((Passage(_NO_WORD, "warn"),))
