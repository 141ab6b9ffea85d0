"""Bringing lists in: the files, the day they show, what is asked, what would change, the writing, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from oversight_tui.ui.import_messages import (
    FilesRead,
    ImportAsks,
    ImportGoesOn,
    ImportTakenBack,
    ImportTold,
    ImportUnasked,
    ImportWritten,
)
from oversight_tui.ui.marking import MarkingLine
from oversight_tui.ui.messages import Refused
from oversight_tui.ui.present.glyphs import UNICODE
from oversight_tui.ui.present.importing import question_passages, told_passages
from oversight_tui.ui.program import ProgramScreen
from oversight_tui.ui.screens.import_day import ImportDay
from oversight_tui.ui.screens.import_files import ImportFiles
from oversight_tui.ui.widgets.button_row import ButtonRow, RowButton
from oversight_tui.ui.widgets.meter import Meter
from oversight_tui.ui.widgets.text_block import Passage, TextBlock
from oversight_tui.ui.widgets.text_line import Part, TextLine

if TYPE_CHECKING:
    from pathlib import Path

    from oversight_tui.practice.ids import EntryId
    from oversight_tui.services.importing.questions import ImportQuestion
    from oversight_tui.services.importing.telling import Told

Step = Literal["files", "day", "busy", "question", "told", "written"]

_KEYS: dict[Step, str] = {
    "files": " Tab completes   ↓ or a click chooses   Enter takes the file   Esc goes back",
    "day": " Enter goes on   Esc goes back to the files",
    "busy": " One moment",
    "question": " y or n   Esc goes back a step",
    "told": " Enter writes it   ↑ ↓ PgDn read on   Esc goes back a step, nothing is written",
    "written": " Enter goes to the board   u takes it back",
}
_BRIEF: dict[Step, str] = {
    "files": " ↓ chooses   Enter takes   Esc goes back",
    "told": " Enter writes it   Esc goes back a step",
}
_BUTTONS: dict[Step, tuple[RowButton, ...]] = {
    "question": (RowButton("yes", "Yes", "y"), RowButton("no", "No", "n")),
    "told": (RowButton("write", "Write it", ""),),
    "written": (RowButton("done", "To the board", ""), RowButton("undo", "Take it back", "u")),
}
_WITH_TEXT = frozenset(_BUTTONS)
_NO_CHANGE = " Nothing would change. Esc goes back a step"
_COMPARING = "Comparing with what is here"


class ImportScreen(ProgramScreen[None]):
    """One step after the other; Esc goes back by one."""

    CSS = """
    ImportScreen #title { background: $panel; }
    ImportScreen #meter { margin: 1 2; }
    ImportScreen #text { height: 1fr; margin: 1 2 0 2; max-width: 110; }
    ImportScreen ButtonRow { margin: 1 2 0 2; }
    ImportScreen #keys { background: $panel; dock: bottom; }
    ImportScreen.-low #text, ImportScreen.-low ButtonRow { margin: 0 1; }
    """
    AUTO_FOCUS = ""
    has_key_line = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", show=False),
        Binding("n", "answer(False)", show=False),
        Binding("u", "take_back", show=False),
        Binding("enter", "go_on", show=False),
        Binding("escape", "back", show=False),
        Binding("up,k", "scroll(-1, 0)", show=False),
        Binding("down,j", "scroll(1, 0)", show=False),
        Binding("pageup", "scroll(0, -1)", show=False),
        Binding("pagedown", "scroll(0, 1)", show=False),
        Binding("h", "hide_names", show=False),
        Binding("ctrl+q", "app.quit", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._step: Step = "files"
        self._question: ImportQuestion | None = None
        self._told: Told | None = None
        self._newest: EntryId | None = None
        self._read: tuple[Path, ...] = ()  # the files that were read last
        self._has_day = False  # whether these show one

    def compose(self) -> ComposeResult:
        """Every part there may be; each step shows its own."""
        yield MarkingLine()
        yield TextLine(id="title")
        yield ImportFiles(id="chosen")
        yield ImportDay(id="day-asked")
        yield Meter(ascii_only=self.program.names.glyphs is not UNICODE, id="meter")
        yield TextBlock(id="text")
        yield ButtonRow(id="buttons")
        yield TextLine(id="keys")

    def fill(self) -> None:
        """Fill it."""
        self.query_one("#title", TextLine).show((Part(" Bring in a caseload", "bold"),))
        self._files.last_folder = self.program.worker.beginnings.folder
        self._go_to("files")

    def show_names(self) -> None:
        """Names were hidden or shown."""
        if self._told is not None and self._step == "told":
            self._show_told(self._told)
        elif self._question is not None and self._step == "question":
            self._show_question(self._question)

    def flash(self, says: str) -> None:
        """Say something in the place of the keys until the next step."""
        self.query_one("#keys", TextLine).say(says)

    # --- The steps --------------------------------------------------------------------------------

    def _go_to(self, step: Step) -> None:
        self._step = step
        for part, its_step in (("#chosen", "files"), ("#day-asked", "day"), ("#meter", "busy")):
            self.query_one(part).display = step == its_step
        self.query_one("#text").display = step in _WITH_TEXT
        buttons = self.query_one(ButtonRow)
        buttons.show(_BUTTONS.get(step, ()))
        buttons.display = step in _BUTTONS
        self._say(_KEYS[step], _BRIEF.get(step, _KEYS[step]))
        if step == "files":
            self._files.ask()
        elif step in _BUTTONS:
            buttons.focus()

    def action_back(self) -> None:
        """Back by one step; what is being read or written is not left."""
        if self._step == "files":
            self.dismiss()
        elif self._step == "day":
            self._go_to("files")
        elif self._step in ("question", "told"):
            self._told = self._question = None
            self._busy(_COMPARING)
            self.program.worker.beginnings.go_back_in_import(self)
        elif self._step == "written":
            self._leave()

    def _leave(self) -> None:
        self.program.worker.beginnings.ask_whose_unsaid()
        self.dismiss()

    def on_import_files_chosen(self, event: ImportFiles.Chosen) -> None:
        """Read them."""
        self._busy(f"Reading {event.paths[0].name}")
        again = event.paths == self._read
        if not again:
            self._day.forget()
        self._read = event.paths
        self.program.worker.beginnings.read_files(event.paths, self, again=again)

    def on_files_read(self, event: FilesRead) -> None:
        """Ask for the day, or go on where there is none."""
        self._has_day = event.needs_day
        self._day.begin(event.guess, event.newest, self.program.worker.today())
        if event.needs_day:
            self._ask_day()
        else:
            self.program.worker.beginnings.plan_import(None, self)

    def on_import_unasked(self, event: ImportUnasked) -> None:
        """No question is before this: the day is, or the files."""
        if self._has_day:
            self._ask_day()
        else:
            self._go_to("files")

    def _ask_day(self) -> None:
        self._go_to("day")
        self._day.ask()

    def on_import_day_taken(self, event: ImportDay.Taken) -> None:
        """Work out what would change."""
        self._busy(_COMPARING)
        self.program.worker.beginnings.plan_import(event.day, self)

    # --- Questions, what would change, the writing ------------------------------------------------

    def on_import_asks(self, event: ImportAsks) -> None:
        """One question."""
        self._question = event.question
        self._go_to("question")
        self._show_question(event.question)

    def _show_question(self, question: ImportQuestion) -> None:
        self._text(*question_passages(question, hidden=self.program.names.hidden))

    def action_answer(self, yes: bool) -> None:
        """Answer it."""
        if self._step != "question" or self._question is None:
            return
        if self._question.asked == "older" and not yes:
            self._ask_day()
            return
        self._busy(_COMPARING)
        self.program.worker.beginnings.answer_import(self._question, self, yes=yes)

    def on_import_told(self, event: ImportTold) -> None:
        """What would change; where nothing would, that."""
        self._told = event.told
        self._go_to("told")
        self._show_told(event.told)
        if not event.has_changes:
            self.query_one(ButtonRow).display = False
            self._say(_NO_CHANGE)
            self.set_focus(None)

    def _show_told(self, told: Told) -> None:
        differs = self._day.differs if self._has_day else ""
        self._text(*told_passages(told, differs, hidden=self.program.names.hidden))

    def action_go_on(self) -> None:
        """Enter where nothing has the focus."""
        if self._step == "written":
            self._leave()
        elif self._step != "busy":
            self.flash("Enter has nothing to go on with here. Esc goes back a step.")

    def on_button_row_pressed(self, event: ButtonRow.Pressed) -> None:
        """A word in brackets."""
        match event.action:
            case "write":
                self._busy("Writing")
                self.program.worker.beginnings.write_import(self)
            case "yes" | "no":
                self.action_answer(event.action == "yes")
            case "done":
                self._leave()
            case "undo":
                self.action_take_back()

    def on_import_written(self, event: ImportWritten) -> None:
        """What was written, and how it is taken back."""
        self._newest = event.written.newest
        self._go_to("written")
        remark = [Passage(event.written.remark, "warn")] if event.written.remark else []
        self._text(Passage(event.written.says, "strong"), *remark, Passage(), Passage("u takes all of it back."))

    def action_take_back(self) -> None:
        """One key takes the import back."""
        if self._step == "written" and self._newest is not None:
            self._busy("Taking it back")
            self.program.worker.beginnings.take_back_import(self._newest, self)

    def on_import_taken_back(self, event: ImportTakenBack) -> None:
        """It is as before: choose again, or leave."""
        self._newest = None
        self._files.forget()
        self._go_to("files")
        self.flash(event.says)

    def on_import_goes_on(self, event: ImportGoesOn) -> None:
        """How far it has come."""
        if self._step == "busy":
            self.query_one("#meter", Meter).show(event.share, event.says)

    def on_refused(self, event: Refused) -> None:
        """A file that is not taken, or what could not be written: back to the files, and why."""
        event.stop()
        self._go_to("files")
        self._files.change_last()
        self.flash(event.says)

    @on(ImportFiles.Left)
    @on(ImportDay.Left)
    def _stepped_back(self) -> None:
        self.action_back()

    @property
    def _day(self) -> ImportDay:
        return self.query_one("#day-asked", ImportDay)

    @property
    def _files(self) -> ImportFiles:
        return self.query_one("#chosen", ImportFiles)

    def _busy(self, says: str) -> None:
        self._go_to("busy")
        self.set_focus(None)
        self.query_one("#meter", Meter).show(0, says)

    def _say(self, *versions: str) -> None:
        self.query_one("#keys", TextLine).show(*((Part(says),) for says in versions))

    def _text(self, *passages: Passage) -> None:
        self.query_one("#text", TextBlock).show(passages)

    def action_scroll(self, lines: int, pages: int) -> None:
        """Read on or back."""
        self.query_one("#text", TextBlock).scroll_by(lines, pages=pages)

    def action_hide_names(self) -> None:
        """Hide names, or show them again."""
        self.program.action_hide_names()
