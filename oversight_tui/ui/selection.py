"""Whom and what the selected row of the board is about, as forms and keys ask for it. Knows no widget."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set

from msgspec import Struct

from oversight_tui.practice.attention.unallocated import matter_of
from oversight_tui.practice.board import AttentionRow, Board, ChildRow, WorkerRow
from oversight_tui.practice.facts import OpenItem
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, EntryId, Subject, WorkerId
from oversight_tui.practice.siblings import left_with_their_worker
from oversight_tui.ui.dialogs.about import NOBODY, About
from oversight_tui.ui.marks import Marks
from oversight_tui.ui.present.form_head import WHY, Told, told_of_child, told_of_entry, told_of_worker
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.reasons import Situation
from oversight_tui.ui.present.selected import NO_ENTRY, NO_ONE, SelectedEntry, SelectedRow, Whom


class Selection(Struct, frozen=True):
    """A board, the row of it that is selected (None in an empty pane), and how names are written now."""

    board: Board | None
    row: SelectedRow | None
    names: Names

    @property
    def child_id(self) -> ChildId | None:
        """The child the row is about."""
        return self.whom.child_id

    @property
    def worker_id(self) -> WorkerId | None:
        """The worker the row is about; of a row about a child its worker, where known."""
        return self.whom.worker_id

    @property
    def whom(self) -> Whom:
        """Whom the row is about, nobody where the board has it no more."""
        return self.row.about(self.board) if self.board is not None and self.row is not None else NO_ONE

    @property
    def entry(self) -> SelectedEntry:
        """The entry the row is."""
        return self.row.entry(self.board) if self.board is not None and self.row is not None else NO_ENTRY

    @property
    def about_row(self) -> About:
        """Whom the row is about, with the words of its entry."""
        about, entry = self.about(self.whom) or NOBODY, self.entry
        return about.__replace__(text=self.names.text(entry.text), told=self._told(about, entry.id))

    @property
    def about_worker(self) -> About:
        """The worker of the row, also where the row is about a child."""
        return self.about(Whom(worker_id=self.worker_id)) or NOBODY

    @property
    def worker(self) -> WorkerRow | None:
        """The worker of the row, as the board shows them; the manager is none of the team."""
        found = self.board.worker_row(self.worker_id) if self.board is not None else None
        own = self.board.manager.row if self.board is not None and self.board.manager is not None else None
        return None if found is own else found

    def about(self, whom: Whom) -> About | None:
        """A child, or with no child a worker; None where they are not on the board."""
        if self.board is None:
            return None
        if whom.child_id is not None:
            child = self.board.child_row(whom.child_id)
            return self._about_child(child) if child is not None else None
        worker = self.board.worker_row(whom.worker_id)
        if worker is None:
            return None
        name, told = worker.worker.name, told_of_worker(worker, self.board, self.names)
        return About(None, whom.worker_id, None, name, self.names.worker(name), told=told)

    def _told(self, about: About, entry_id: EntryId | None) -> Told:
        """What stands at the head of a form; of a row that is an entry that entry first, in its words."""
        if self.board is None or entry_id is None:
            return about.told
        of_entry = told_of_entry(entry_id, self.board, self.names)
        return (*of_entry, *(one for one in about.told if one[0] != WHY)) if of_entry else about.told

    def _about_child(self, row: ChildRow) -> About:
        shown = self.names.child_of_worker(row.child, row.worker)
        late = self.board is not None and any(
            one.kind == "visit" and one.state == "overdue" for one in self.board.attention_to_child(row.child.id)
        )
        told = told_of_child(row, self.board, self.names) if self.board is not None else ()
        return About(
            row.child.id, row.child.worker_id, row.child.reference, row.worker, shown, visit_late=late, told=told
        )

    def on_no_file(self, children: Collection[ChildId | None]) -> list[EntryId]:
        """The discussions about these children that wait to be put on their files."""
        talks = self.board.talks if self.board is not None else ()
        waiting = (row for row in talks if row.state == "not_on_file" and row.child is not None)
        return [row.id for row in waiting if row.child is not None and row.child.id in children]

    def to_give(self, marked: Set[Subject | None]) -> list[EntryId]:
        """The bookings of today to which somebody has to go who is here: about these children, or of these workers."""
        return [row.id for row in self._to_go_to() if row.id is not None and not marked.isdisjoint(_whose(row))]

    def others_to_give(self, booking: OpenItem) -> list[EntryId]:
        """What else of today is booked for who was to go to a booking and is not here."""
        rows = self._to_go_to()
        if not any(row.id == booking.id for row in rows):
            return []
        theirs = (row.id for row in rows if row.worker_id == booking.owner_id)
        return [one for one in theirs if one is not None and one != booking.id]

    def _to_go_to(self) -> list[AttentionRow]:
        """The lines about what is booked for today and waits for somebody who is here."""
        board = self.board
        if board is None:
            return []
        return [row for row in board.attention if row.kind == "booking" and row.due_on == board.as_of]

    def siblings_left(self, handed_over: Sequence[ChildId]) -> str:
        """Which brothers and sisters of these children would stay with who holds them, in words; empty for none."""
        children = (row.child for row in self.board.children) if self.board is not None else ()
        stay = left_with_their_worker(children, handed_over)
        verb = "stays" if len(stay) == 1 else "stay"
        return f"{', '.join(self.names.child(one) for one in stay)} {verb} unless yes" if stay else ""

    @property
    def waited_too_long(self) -> str:
        """Of a child who has waited for a worker so long that it is to be taken further, the matter in words; empty for
        anybody else.
        """
        return matter_of(self.board.attention_to_child(self.child_id)) if self.board and self.child_id else ""

    def about_entry(self, entry_id: EntryId) -> About:
        """Whom an open entry of the board is about; nobody where it is not on it."""
        for row in self.board.attention_to_entry(entry_id) if self.board is not None else ():
            about = self.about(Whom(row.child_id, row.worker_id)) or NOBODY
            return about.__replace__(text=self.names.text(row.summary), told=self._told(about, entry_id))
        return NOBODY


def _whose(row: AttentionRow) -> set[Subject]:
    """The child and the worker whom a line is about."""
    child = {AboutChild(row.child_id)} if row.child_id is not None else set[Subject]()
    return child | ({AboutWorker(row.worker_id)} if row.worker_id is not None else set[Subject]())


def situation_of(selection: Selection, marks: Marks, *, drafts: int, encrypted: bool, narrowed: bool) -> Situation:
    """What is selected, as far as the keys that can act go by it."""
    board, entry = selection.board, selection.entry
    whom = selection.whom
    manager = board.manager if board is not None else None
    return Situation(
        child_id=whom.child_id,
        worker_id=whom.worker_id,
        entry_id=entry.id,
        waits_as=entry.waits_as,
        lacks_reason=board is not None and board.lacks_reason(entry.id),
        marked=len(marks),
        marked_children=sum(one.child_id is not None for one in marks),
        marked_on_no_file=len(selection.on_no_file([one.child_id for one in marks])),
        marked_bookings=len(selection.to_give({one.subject for one in marks})) if marks else 0,
        drafts=drafts,
        confirmed=manager is not None and manager.manager.confirmed,
        dates_missing=board is not None and board.dates_missing,
        encrypted=encrypted,
        narrowed=narrowed,
    )
