"""Bringing lists in: the files, the day they show, what is asked, what would change, the writing, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from oversight_tui.ui.dialogs.undo import ask_before_undoing
from oversight_tui.ui.import_messages import (
    FilesRead,
    ImportAsks,
    ImportGoesOn,
    ImportTaken,
    ImportTakenBack,
    ImportTold,
    ImportUnasked,
    ImportWritten,
)
from oversight_tui.ui.messages import Refused, UndoAsked
from oversight_tui.ui.paths import name_shown
from oversight_tui.ui.program import ProgramScreen
from oversight_tui.ui.screens.import_day import ImportDay
from oversight_tui.ui.screens.import_files import ImportFiles
from oversight_tui.ui.screens.import_foot import ImportButtons, ImportKeys, Step
from oversight_tui.ui.screens.import_parts import ImportParts
from oversight_tui.ui.widgets.button_row import ButtonRow
from oversight_tui.ui.widgets.text_line import Part, TextLine

if TYPE_CHECKING:
    from pathlib import Path

    from oversight_tui.practice.ids import EntryId
    from oversight_tui.services.importing.questions import ImportQuestion
    from oversight_tui.ui.import_desk import ImportDesk

_COMPARING = "Comparing with what is here"


class ImportScreen(ProgramScreen[None]):
    """One step after the other; Esc goes back by one."""

    CSS = """
    ImportScreen #title { background: $panel; }
    ImportScreen.-low #text { margin: 0 1; }
    ImportScreen.-low #buttons { margin: 0 1; }
    ImportScreen #keys { background: $panel; dock: bottom; }
    """
    AUTO_FOCUS = ""
    has_key_line = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "take_back", show=False),
        Binding("enter", "go_on", show=False),
        Binding("escape", "back", show=False),
        Binding("up,k", "scroll(-1, 0)", show=False),
        Binding("down,j", "scroll(1, 0)", show=False),
        Binding("pageup", "scroll(0, -1)", show=False),
        Binding("pagedown", "scroll(0, 1)", show=False),
        Binding("h", "app.hide_names", show=False),
        Binding("ctrl+q", "app.quit", show=False),
    ]

    _parts: ImportParts

    def __init__(self, desk: ImportDesk) -> None:
        super().__init__()
        self._desk = desk
        self._lists, self._hidden = desk.lists, desk.hidden
        self._step: Step = "files"
        self._question: ImportQuestion | None = None
        self._newest: EntryId | None = None
        self._read: tuple[Path, ...] = ()  # the files that were read last

    def compose(self) -> ComposeResult:
        """Every part there may be; each step shows its own."""
        yield self._desk.marking
        yield TextLine(id="title")
        self._parts = ImportParts(ascii_only=self._desk.ascii_only)
        yield self._parts
        yield ImportButtons(id="buttons")
        yield ImportKeys(id="keys")

    def fill(self) -> None:
        """Fill it."""
        self.query_one("#title", TextLine).show((Part(" Bring in a caseload", "bold"),))
        self._parts.files.last_folder, self._parts.files.newest = self._lists.folder, self._lists.newest
        taken = self._desk.taken
        if taken is None:
            self._go_to("files")
            return
        self._parts.files.paths = list(taken.paths)
        self._busy("Writing")
        self._lists.write_taken(taken, self)

    def show_names(self) -> None:
        """Names were hidden or shown."""
        self._parts.text.show_names(hidden=self._hidden())

    def flash(self, says: str) -> None:
        """Say something in the place of the keys until the next step."""
        self._keys.say(says)

    # --- The steps --------------------------------------------------------------------------------

    def _go_to(self, step: Step) -> None:
        self._step = step
        self._keys.go_to(step)
        self.set_focus(None)
        self.query_one(ImportButtons).go_to(step)
        self._parts.show(step)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key of another step is none here."""
        return {"take_back": "written"}.get(action, self._step) == self._step

    def on_key(self, event: events.Key) -> None:
        """A key that answers; one that does nothing here says so, and what does."""
        if self._question is not None and self._step == "question" and self._answered(event.character or ""):
            event.stop()
        elif event.is_printable and event.key not in self.active_bindings:
            event.stop()
            self._keys.say_nothing_for(event.character or event.key, self._step)

    def on_descendant_focus(self) -> None:
        """Somewhere else now. Words in brackets keep their place, or a click would miss the one it was begun on."""
        if self._step == "files":
            self._keys.forget_nothing(self._step)

    def on_text_line_clicked(self, event: TextLine.Clicked) -> None:
        """A click on a key."""
        self._press(event.action)

    @on(ImportFiles.Left)
    @on(ImportDay.Left)
    def action_back(self) -> None:
        """Back by one step; what is being read or written is not left."""
        if self._step == "files" and self._parts.files.paths:
            self._parts.files.change_last()
        elif self._step == "files":
            self.dismiss()
        elif self._step == "day":
            self._go_to("files")
        elif self._step in ("question", "told", "told first", "unchanged"):
            self._question = None
            self._busy(_COMPARING)
            self._lists.go_back_in_import(self)
        elif self._step == "written":
            self._leave()

    def _leave(self) -> None:
        self.program.worker.beginnings.ask_whose_unsaid()
        self.dismiss()

    def on_import_files_chosen(self, event: ImportFiles.Chosen) -> None:
        """Read them."""
        self._busy(f"Reading {name_shown(event.paths[0])}")
        again = event.paths == self._read
        if not again:
            self._parts.day.forget()
        self._read = event.paths
        self._lists.read_files(event.paths, self, again=again)

    def on_files_read(self, event: FilesRead) -> None:
        """Ask for the day, or go on where there is none."""
        self._parts.day.begin(event, self._lists.today())
        if event.needs_day:
            self._ask_day()
        else:
            self._lists.plan_import(None, self)

    def on_import_unasked(self, event: ImportUnasked) -> None:
        """No question is before this: the day is, or the files."""
        if self._parts.day.is_asked:
            self._ask_day()
        else:
            self._go_to("files")

    def _ask_day(self) -> None:
        self._go_to("day")
        self._parts.day.ask()

    def on_import_day_taken(self, event: ImportDay.Taken) -> None:
        """Work out what would change."""
        self._busy(_COMPARING)
        self._lists.plan_import(event.day, self)

    # --- Questions, what would change, the writing ------------------------------------------------

    def on_import_asks(self, event: ImportAsks) -> None:
        """One question."""
        self._question = event.question
        self._go_to("question")
        self.query_one(ImportButtons).ask(event.question)
        self._parts.text.ask(event.question, hidden=self._hidden())

    def _answered(self, key: str) -> bool:
        """Whether this key is that of an answer; then it is given."""
        question = self._question
        choice = question.choice(key) if question is not None else None
        if question is None or choice is None:
            return False
        if question.asked == "older" and not choice.option:
            self._ask_day()
        else:
            self._busy(_COMPARING)
            self._lists.answer_import(question, choice, self)
        return True

    def on_import_told(self, event: ImportTold) -> None:
        """What would change; where nothing would, that."""
        self._go_to(self._desk.told if event.has_changes else "unchanged")
        self._parts.text.tell(event.told, self._parts.day.differs, hidden=self._hidden())

    def action_go_on(self) -> None:
        """Enter where nothing has the focus."""
        if self._step == "written":
            self._leave()
        elif self._step != "busy":
            self._keys.say_nothing_for("Enter", self._step)

    def on_button_row_pressed(self, event: ButtonRow.Pressed) -> None:
        """A word in brackets."""
        self._press(event.action)

    def _press(self, name: str) -> None:
        match name:
            case "back":
                self.action_back()
            case "go on":
                (self._parts.files if self._step == "files" else self._parts.day).go_on()
            case "write" if not self._lists.has_store:
                self.post_message(ImportTaken(self._lists.taken(self._read)))
            case "write":
                self._busy("Writing")
                self._lists.write_import(self)
            case "done":
                self._leave()
            case "undo":
                self.action_take_back()
            case key if self._step == "question":
                self._answered(key)

    def on_import_written(self, event: ImportWritten) -> None:
        """What was written, and how it is taken back."""
        self._newest = event.written.newest
        self._go_to("written")
        self._parts.text.say_written(event.written)

    def action_take_back(self) -> None:
        """Take the import back, once it was asked about as on the board."""
        if self._newest is not None:
            self._lists.take_back_import(self._newest, self, agreed=False)

    def on_undo_asked(self, event: UndoAsked) -> None:
        """Ask; a yes takes it back."""
        event.stop()

        def take_back() -> None:
            self._busy("Taking it back")
            self._lists.take_back_import(event.newest, self, agreed=True)

        ask_before_undoing(self.program, event, take_back)

    def on_import_taken_back(self, event: ImportTakenBack) -> None:
        """It is as before: choose again, or leave."""
        self._newest = None
        self._parts.files.forget()
        self._go_to("files")
        self.flash(event.says)

    def on_import_goes_on(self, event: ImportGoesOn) -> None:
        """How far it has come."""
        if self._step == "busy":
            self._parts.meter.show(event.share, event.says)

    def on_refused(self, event: Refused) -> None:
        """A file that is not taken, or what could not be written: back to the files, and why."""
        event.stop()
        self._go_to("files")
        self._parts.files.change_last()
        self.flash(event.says)

    @property
    def _keys(self) -> ImportKeys:
        return self.query_one("#keys", ImportKeys)

    def _busy(self, says: str) -> None:
        self._go_to("busy")
        self._parts.meter.show(0, says)

    def action_scroll(self, lines: int, pages: int) -> None:
        """Read on or back."""
        self._keys.forget_nothing(self._step)
        self._parts.text.scroll_by(lines, pages=pages)
