"""One entry by its number: its words as they were written, whose page it is on, and that it was opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import writes
from db.queries.contents import content_of, sensitive_among
from db.queries.entries import entry_about
from oversight_tui.practice.ids import EntryId, Subject
from oversight_tui.practice.pages import EntryWords
from oversight_tui.practice.records import Action, PersonalRecord, behind_the_wall
from oversight_tui.practice.records.base import needed_by, reason_of, text_of
from oversight_tui.practice.records.called import called
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import RecordProblem, subject_of, the_child, the_entry, the_worker
from oversight_tui.services.record.new_owner import OWNED
from oversight_tui.services.record.to_come import is_of_a_day_to_come

if TYPE_CHECKING:
    from db.engine import Store


def entry_words(store: Store, entry_id: EntryId, *, in_own_file: bool = False) -> EntryWords:
    """The words of the newest version of an entry, for correcting them; none where they cannot be corrected.

    That a sensitive entry is opened so is in the journal. Raises RecordProblem, also for what is behind the wall of a
    worker's own file where it is not asked for in that file.
    """
    with store.reading():
        about = the_entry(store, entry_id)
        if not in_own_file and about.child is None and about.kind in (*behind_the_wall(), PersonalRecord.kind.name):
            raise RecordProblem("The words of this entry are in the worker's own file. Open that to correct them.")
        content = content_of(store, about.kind, about.version)
        reference = the_child(store, about.child) if about.child is not None else None
        worker = the_worker(store, about.worker) if about.child is None and about.worker is not None else None
        needed = needed_by(content)
        hidden = bool(sensitive_among(store, [about.id] if needed is None else [about.id, needed]))
    text, because = (text_of(content), reason_of(content)) if content.kind.correctable else (None, None)
    if hidden and (text or because):
        note_opened(store, about.id)
    ahead = is_of_a_day_to_come(about, content)
    owned = isinstance(content, OWNED)
    owner = content.owner if isinstance(content, OWNED) else None
    what = called(content)
    comes_back = isinstance(content, PersonalRecord)
    again = content.look_again_on if isinstance(content, PersonalRecord) else None
    return EntryWords(
        *(about.id, about.kind, what, text, because, about.on, reference, worker, ahead, owner, owned),
        comes_back=comes_back,
        look_again_on=again,
        by=content.due_on if isinstance(content, Action) else None,
    )


def is_to_come(store: Store, entry_id: EntryId) -> bool:
    """Whether the day of an entry is to come, as that of a plan. Raises RecordProblem where there is no entry."""
    with store.reading():
        about = the_entry(store, entry_id)
        return is_of_a_day_to_come(about, content_of(store, about.kind, about.version))


def note_opened(store: Store, entry_id: EntryId) -> EntryId:
    """The journal line that a sensitive entry was opened; returns the number of its first version."""
    with store.writing():
        about = entry_about(store, entry_id)
        if about is None:
            raise RecordProblem(f"There is no entry with the id {entry_id}.")
        opened = {"child": about.child, "worker": about.worker, "entry": about.id}
        writes.note_opened(store, "opened", {key: value for key, value in opened.items() if value}, author(store))
        return about.id


def page_of_entry(store: Store, entry_id: EntryId) -> Subject:
    """Whose page an entry stands on. Raises RecordProblem where it stands on none."""
    with store.reading():
        subject = subject_of(the_entry(store, entry_id))
    if subject is None:
        raise RecordProblem("This entry stands on nobody's page.")
    return subject
