"""The lists that open over the board: all open actions, what has changed, the journal, notes to self."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from textual.binding import BindingType

from oversight_tui.practice.board import Board
from oversight_tui.practice.pages import Change, JournalLine, OwnNote
from oversight_tui.ui import list_actions
from oversight_tui.ui.actions import bindings
from oversight_tui.ui.dialogs.about import NOBODY, About
from oversight_tui.ui.dialogs.close import ActionOutcomeForm
from oversight_tui.ui.dialogs.correct import WithdrawForm
from oversight_tui.ui.dialogs.note import NoteForm
from oversight_tui.ui.present.signs import TONES
from oversight_tui.ui.screens.listing import ListingScreen
from oversight_tui.ui.widgets.line_list import Cell, Column, Line
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.words.dates import count, short_day

_WORDS_FIRST = ("text", "because", "reason", "name", "rating")


class ActionsScreen(ListingScreen):
    """Every open action of the team, late first."""

    place = "actions"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(list_actions.ACTIONS))

    def __init__(self, board: Board) -> None:
        columns = (Column(1), Column(10), Column(9), Column(16), Column(16, from_width=90), Column())
        super().__init__("Open actions, late first:", columns, "No action is open.")
        self.board = board

    def show_board(self, board: Board) -> None:
        """A newer board came while the list is open."""
        self.board = board
        self.show()

    def lines(self) -> Sequence[Line]:
        """One line an action."""
        names, today = self.oversight.names, self.board.as_of
        return [
            Line(
                row.item.id,
                (
                    Cell(names.signs.of_state(row.state), TONES[row.state]),
                    Cell(f"{row.days_over} d over" if row.days_over else _by(row.item.due_on, today), TONES[row.state]),
                    Cell(row.child.reference if row.child else "", "strong"),
                    Cell(names.short_worker(row.item.who)),
                    Cell(names.short_worker(row.worker), "quiet"),
                    Cell(names.text(row.item.text)),
                ),
            )
            for row in self.board.actions
        ]

    def detail(self, key: str) -> Sequence[Passage]:
        """The action in full."""
        names, today = self.oversight.names, self.board.as_of
        row = next(one for one in self.board.actions if one.item.id == key)
        agreed = f"agreed {short_day(row.item.since, today)}" if row.item.since else ""
        carried = f", carried over {count(row.item.carried_over, 'time')}" if row.item.carried_over else ""
        due = f", by {short_day(row.item.due_on, today)}" if row.item.due_on else ""
        held = f"{names.child(row.child)} {names.signs.dot} {names.worker(row.worker)}"
        return (
            Passage(names.long_text(row.item.text), "strong"),
            Passage(f"{names.worker(row.item.who)}{due}; {agreed}{carried}", TONES[row.state]),
            Passage(held, "quiet"),
        )

    def opened(self, key: str) -> None:
        """The child's page."""
        row = next(one for one in self.board.actions if one.item.id == key)
        if row.child is not None:
            self.oversight.worker.open_child(row.child.id)

    def do_action_outcome(self) -> None:
        self.oversight.open(ActionOutcomeForm(self.row_key, self._about(self.row_key)))

    def do_correct(self) -> None:
        self.oversight.correct(self.row_key, self._about(self.row_key))

    def do_withdraw(self) -> None:
        self.oversight.open(WithdrawForm(self.row_key, self._about(self.row_key)))

    def _about(self, key: str) -> About:
        row, names = next(one for one in self.board.actions if one.item.id == key), self.oversight.names
        if row.child is None:
            return About(None, row.item.worker_id, None, row.worker, names.worker(row.worker))
        return About(row.child.id, None, None, None, names.child(row.child))


class ChangesScreen(ListingScreen):
    """What others or an import have recorded since one last looked."""

    place = "changes"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(list_actions.CHANGES))

    def __init__(self, changes: Sequence[Change]) -> None:
        columns = (Column(11), Column(14), Column(9), Column(16, from_width=70), Column(16, from_width=100), Column())
        super().__init__("Since you last looked:", columns, "Nothing has changed since you last looked.")
        self.changes = changes

    def lines(self) -> Sequence[Line]:
        """One line a change."""
        names, today = self.oversight.names, self.oversight.worker.today()
        return [
            Line(
                str(place),
                (
                    Cell(short_day(one.at.astimezone().date(), today), "quiet"),
                    Cell(one.what, "strong"),
                    Cell(one.child or "", "strong"),
                    Cell(names.short_worker(one.worker)),
                    Cell(one.by if one.by == "import" else names.short_worker(one.by), "quiet"),
                    Cell(names.text(one.text)),
                ),
            )
            for place, one in enumerate(self.changes)
        ]

    def detail(self, key: str) -> Sequence[Passage]:
        """The change in full."""
        one, names = self.changes[int(key)], self.oversight.names
        by = "an import" if one.by == "import" else names.worker(one.by)
        when = f"{one.at.astimezone():%H:%M}"
        day = short_day(one.at.astimezone().date(), self.oversight.worker.today())
        held = f" {names.signs.dot} {names.worker(one.worker)}" if one.worker else ""
        return (
            Passage(f"{one.what}: {one.child or ''}{held}", "strong"),
            Passage(names.long_text(one.text)),
            Passage(f"{day} {when}, by {by}", "quiet"),
        )

    def opened(self, key: str) -> None:
        """The child's page."""
        child = self.changes[int(key)].child_id
        if child is not None:
            self.oversight.worker.open_child(child)

    def do_changes(self) -> None:
        self.oversight.worker.mark_seen()
        self.dismiss()


class JournalScreen(ListingScreen):
    """Who did what and when, newest first, with what was there before and after."""

    place = "journal"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(list_actions.JOURNAL))

    def __init__(self, rows: Sequence[JournalLine]) -> None:
        columns = (Column(8, "right"), Column(17), Column(20), Column(18), Column(14), Column())
        super().__init__("Journal, newest first:", columns, "Nothing was recorded yet.")
        self.rows = {str(row.seq): row for row in rows}

    def add(self, rows: Sequence[JournalLine]) -> None:
        """Older rows came."""
        self.rows |= {str(row.seq): row for row in rows}
        self.show()

    def lines(self) -> Sequence[Line]:
        """One line a journal row."""
        names = self.oversight.names
        return [
            Line(
                key,
                (
                    Cell(key, "quiet"),
                    Cell(f"{row.at.astimezone():%d %b %Y %H:%M}"),
                    Cell(names.worker(row.who)),
                    Cell(row.what.replace("_", " "), "strong"),
                    Cell(row.about if row.about_child else names.short_worker(row.about)),
                    Cell(names.text(_brief(row.after))),
                ),
            )
            for key, row in self.rows.items()
        ]

    def detail(self, key: str) -> Sequence[Passage]:
        """What was there before, and after."""
        row, names = self.rows[key], self.oversight.names
        entry = f", entry {row.entry_id}" if row.entry_id else ""
        found = [Passage(f"{row.what.replace('_', ' ')}{entry}: {names.worker(row.who)}", "strong")]
        found += [Passage(f"Before  {names.text(_brief(row.before))}", "quiet", hang=8)] if row.before else []
        if row.after is None:
            return (*found, Passage("What stood here was erased.", "quiet"))
        return (*found, Passage(f"After   {names.text(_brief(row.after))}", hang=8))

    def do_journal_older(self) -> None:
        self.oversight.worker.read_journal(before=min((int(one) for one in self.rows), default=0))


class NotesScreen(ListingScreen):
    """The manager's notes to self."""

    place = "notes"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(list_actions.NOTES))

    def __init__(self, notes: Sequence[OwnNote], about: About) -> None:
        super().__init__("Notes to yourself:", (Column(9), Column(18), Column()), "No note yet. {note_new} writes one.")
        self.notes = {one.id: one for one in notes}
        self.about = about

    def lines(self) -> Sequence[Line]:
        """One line a note, newest first."""
        names, today = self.oversight.names, self.oversight.worker.today()
        return [
            Line(
                one.id,
                (
                    Cell(short_day(one.on, today) if one.on else "", "quiet"),
                    Cell(names.text(one.about), "strong"),
                    Cell(names.text(one.text)),
                ),
            )
            for one in self.notes.values()
        ]

    def detail(self, key: str) -> Sequence[Passage]:
        """The note in full, and what the law says."""
        said = "These are on nobody's page and in no report. The law can still ask for them."
        return (Passage(self.oversight.names.long_text(self.notes[key].text)), Passage(said, "quiet"))

    def do_note_new(self) -> None:
        self.oversight.open(NoteForm(self.about), self._again)

    def do_withdraw(self) -> None:
        self.oversight.open(WithdrawForm(self.row_key, NOBODY), self._again)

    def _again(self, says: str | None) -> None:
        if says is not None:
            self.dismiss()
            self.oversight.read_notes(self.about)


def _by(day: date | None, today: date) -> str:
    return f"by {short_day(day, today)}" if day else "no date"


def _brief(values: Any) -> str:
    """What a journal row holds, on one line: its words first, whom it is about left out."""
    if not values:
        return ""
    first = [key for key in _WORDS_FIRST if key in values]
    shown = [*first, *(key for key in values if key not in first and key not in ("child", "worker"))]
    return ", ".join(
        f"{key.replace('_', ' ')}: {values[key] if isinstance(values[key], str) else json.dumps(values[key])}"
        for key in shown
    )
