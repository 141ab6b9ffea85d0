"""One entry by its number: its words as they were written, and as plain text for the case system."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.contents import content_of, sensitive_among
from db.queries.entries import entry_about
from oversight_tui.practice.facts import Entry
from oversight_tui.practice.ids import EntryId, Subject
from oversight_tui.practice.pages import ChildPage, EntryWords
from oversight_tui.practice.records import PersonalRecord, behind_the_wall, kind_named
from oversight_tui.practice.records.base import needed_by, reason_of, text_of
from oversight_tui.practice.records.called import called
from oversight_tui.services.files import child_page
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import RecordProblem, subject_of, the_child, the_entry, the_worker
from oversight_tui.services.record.new_owner import OWNED
from oversight_tui.services.record.to_come import is_of_a_day_to_come
from oversight_tui.words.dates import long_day
from oversight_tui.words.labels import TALK, words_for

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
    return EntryWords(about.id, about.kind, what, text, because, about.on, reference, worker, ahead, owner, owned)


def is_to_come(store: Store, entry_id: EntryId) -> bool:
    """Whether the day of an entry is to come, as that of a plan. Raises RecordProblem where there is no entry."""
    with store.reading():
        about = the_entry(store, entry_id)
        return is_of_a_day_to_come(about, content_of(store, about.kind, about.version))


def plain_text(store: Store, entry_id: EntryId, today: date) -> str:
    """An entry with what was decided and agreed in it, made for pasting into the case system.

    That it was handed out for that is in the journal. Raises RecordProblem for what is no child's.
    """
    with store.writing():
        about = the_entry(store, entry_id)
        if about.child is None:
            raise RecordProblem("This entry is not about a child, so there is no file to copy it to.")
        page = child_page(store, about.child, today, opened={about.id})
        one = _standing(page, about.id)
        also = [_first(each) for each in _together(page, one)]
        page = child_page(store, about.child, today, opened={about.id, *also})  # sensitive too, where the talk is
        one = _standing(page, about.id)
        together = _together(page, one)
        for number in (about.id, *(_first(each) for each in together if each.sensitive)):
            writes.note_opened(store, "copied", {"child": about.child, "entry": number}, author(store))
    lines = [f"Child {page.row.child.reference}", *_lines(one)]
    for each in together:
        lines += ["", *_lines(each)]
    return "\n".join(lines) + "\n"


def _standing(page: ChildPage, number: EntryId) -> Entry:
    """The newest version of an entry of a page. Raises RecordProblem where none is there."""
    for each in page.entries:
        if _first(each) == number and not each.replaced:
            return each
    raise RecordProblem("This entry cannot be copied.")


def _together(page: ChildPage, one: Entry) -> list[Entry]:
    """What was recorded with an entry, and stands."""
    return [
        each
        for each in page.entries
        if each.recorded_at == one.recorded_at and not each.replaced and not each.withdrawn and each is not one
    ]


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


def _first(entry: Entry) -> EntryId:
    return entry.corrects or entry.id


def _lines(entry: Entry) -> list[str]:
    at = f" at {entry.happened_at}" if entry.happened_at else ""
    day = f" {long_day(entry.happened_on)}{at}" if entry.happened_on else ""
    talk = f"{words_for(TALK, entry.setting)}," if entry.setting else ""
    found = [f"{talk or kind_named(entry.record).kind.heading}{day}", entry.text]
    if entry.because:
        found.append(f"Because: {entry.because}")
    typed = entry.recorded_at.astimezone()
    return [*found, f"{entry.by}, written {long_day(typed.date())} {typed:%H:%M}"]
