"""A team typed by hand: who the manager is, what the team is called, and a small grid of workers and children."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll

from oversight_tui.practice.by_hand import Slip, TypedTeam, TypedWorker, doubtful_in, review_of, wrong_in
from oversight_tui.ui.dialogs.agree import AgreeDialog
from oversight_tui.ui.marking import MarkingLine
from oversight_tui.ui.messages import Done, Refused
from oversight_tui.ui.program import ProgramScreen
from oversight_tui.ui.widgets.button_row import ButtonRow, RowButton
from oversight_tui.ui.widgets.text_line import Part, TextLine
from oversight_tui.ui.widgets.typed_line import TypedLine

_ROWS_AT_FIRST = 4
_BESIDE_WORKERS = 11  # lines of what is asked before it begins
_LONGEST = 2_000  # characters: a hundred references and more
_BETWEEN = re.compile(r"[,;\s]+")  # references hold no spaces
_KEYS = " Enter goes on   Ctrl+S or F4 begins   Esc goes back"
_FIRST = " Each child by the reference of your case system, with commas between. Lists can come later and find them."


class GridCell(TypedLine):
    """One cell of the grid; children of one worker may be many."""

    def __init__(self, prompt: str = "", *, id: str) -> None:
        super().__init__(prompt, longest=_LONGEST, id=id)


class ByHandScreen(ProgramScreen[None]):
    """Enter goes from cell to cell; there is always an empty row more than was typed."""

    CSS = """
    ByHandScreen #title { background: $panel; }
    ByHandScreen #first { color: $text-muted; }
    ByHandScreen #grid { height: 1fr; padding: 1 1 0 1; max-width: 120; }
    ByHandScreen GridCell { border-left: thick $border-blurred; background: $field; margin-bottom: 1; }
    ByHandScreen GridCell:focus { border-left: thick $border; background: $field-focused; }
    ByHandScreen .row, ByHandScreen #headings { height: auto; }
    ByHandScreen .worker { width: 30%; margin-right: 1; }
    ByHandScreen .children { width: 1fr; }
    ByHandScreen #headings TextLine { color: $text-muted; padding: 0 1; }
    ByHandScreen #said { color: $text-error; padding: 0 1; }
    ByHandScreen #begin { margin: 0 1; }
    ByHandScreen #keys { background: $panel; }
    ByHandScreen.-low #grid { padding-top: 0; }
    ByHandScreen.-low GridCell { margin-bottom: 0; }
    """
    AUTO_FOCUS = "#manager-name"
    has_key_line = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f4", "begin", show=False),
        Binding("escape", "dismiss", show=False),
        Binding("ctrl+q", "app.quit", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Manager, team, the grid, and what begins it."""
        yield MarkingLine()
        yield TextLine(id="title")
        yield TextLine(id="first")
        with VerticalScroll(id="grid", can_focus=False):
            yield GridCell("Your name:", id="manager-name")
            yield GridCell("Your team:", id="team-name")
            with Horizontal(id="headings"):
                yield TextLine(id="of-workers")
                yield TextLine(id="of-children")
            for number in range(_ROWS_AT_FIRST):
                yield self._row(number)
            yield TextLine(id="said")
        yield ButtonRow(RowButton("begin", "Begin", "Ctrl+S"), id="begin")
        yield TextLine(id="keys")

    def fill(self) -> None:
        """Fill it."""
        self.query_one("#title", TextLine).show((Part(" Your team, typed by hand", "bold"),))
        self.query_one("#first", TextLine).show(
            (Part(_FIRST),), (Part(" Children by reference, with commas between."),)
        )
        workers, children = self.query_one("#of-workers", TextLine), self.query_one("#of-children", TextLine)
        workers.add_class("worker")
        children.add_class("children")
        workers.show((Part("worker"),))
        children.show((Part("their children, as C-1042, C-1077"),))
        self._said.display = False
        self.clear_flash()

    def flash(self, says: str) -> None:
        """Why it cannot begin."""
        self.query_one("#keys", TextLine).say(says)

    def clear_flash(self) -> None:
        """The keys."""
        self.query_one("#keys", TextLine).show((Part(_KEYS),))

    def on_typed_line_changed(self, event: TypedLine.Changed) -> None:
        """There is an empty row more than was typed."""
        self._said.display = False
        self.clear_flash()
        rows = list(self.query(".row"))
        if event.line in rows[-1].children:
            self.query_one("#grid").mount(self._row(len(rows)), before=self._said)

    def on_typed_line_accepted(self, event: TypedLine.Accepted) -> None:
        """Enter goes on; on an empty row it goes to the word that begins."""
        worker = event.line.has_class("worker")
        if worker and not event.text.strip() and self._workers():
            self.query_one("#begin").focus()
        else:
            self.focus_next()

    def on_typed_line_left(self, event: TypedLine.Left) -> None:
        """Esc goes back."""
        self.dismiss()

    def on_button_row_pressed(self, event: ButtonRow.Pressed) -> None:
        """The word that begins."""
        self.action_begin()

    def action_begin(self) -> None:
        """Say what is wrong, at its field, or what will be here; a yes to that records it."""
        typed = self._typed()
        if (wrong := wrong_in(typed)) is not None:
            self._say_at(wrong)
            return
        doubts = doubtful_in(typed)
        asked = "\n".join(review_of(typed, max(1, self.size.height - _BESIDE_WORKERS)))

        def answered(yes: bool | None) -> None:
            if yes:
                self.program.worker.beginnings.start_by_hand(typed, self)
            elif doubts:
                self._say_at(doubts[0])

        dialog = AgreeDialog("Your team", asked, yes="Begin with it", shows_words=False)
        self.program.open(dialog, answered)

    def on_done(self, event: Done) -> None:
        """It is recorded: back to the board, which says so."""
        self.dismiss()
        self.program.worker.reload()

    def on_refused(self, event: Refused) -> None:
        """Say why."""
        event.stop()
        self.flash(event.says)

    def _say_at(self, slip: Slip) -> None:
        """Say it under its field, which has the focus then."""
        rows = list(self._workers()) or [0]
        named = {"manager": "manager-name", "team": "team-name"}
        cell = self.query_one(f"#{named.get(slip.field, f'{slip.field}-{rows[slip.row]}')}", GridCell)
        under = cell if slip.field in named else list(self.query(".row"))[rows[slip.row]]
        self.query_one("#grid").move_child(self._said, after=under)
        self._said.display = True
        self._said.say(slip.says)
        cell.focus()

    @property
    def _said(self) -> TextLine:
        return self.query_one("#said", TextLine)

    def _typed(self) -> TypedTeam:
        manager, team = self.query_one("#manager-name", GridCell), self.query_one("#team-name", GridCell)
        return TypedTeam(manager.text, team.text, tuple(self._workers().values()))

    def _workers(self) -> dict[int, TypedWorker]:
        """The rows that hold anything, by their number."""
        found = {}
        for number in range(len(self.query(".row"))):
            name = self.query_one(f"#worker-{number}", GridCell).text.strip()
            references = self.query_one(f"#children-{number}", GridCell).text
            children = tuple(dict.fromkeys(one for one in _BETWEEN.split(references) if one))
            if name or children:
                found[number] = TypedWorker(name, children)
        return found

    @staticmethod
    def _row(number: int) -> Horizontal:
        worker, children = GridCell(id=f"worker-{number}"), GridCell(id=f"children-{number}")
        worker.add_class("worker")
        children.add_class("children")
        return Horizontal(worker, children, classes="row")
