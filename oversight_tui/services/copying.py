"""An entry, or a whole session, as plain text for the case system. The journal says what was handed out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.contents import content_of
from db.queries.pages import child_history, session_children
from oversight_tui.practice.facts import Entry
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.pages import ChildPage
from oversight_tui.practice.records import Discussion, SessionHeld, kind_named
from oversight_tui.services.files import child_page
from oversight_tui.services.find import find_child
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import RecordProblem, the_entry, the_worker
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.labels import SESSION, TALK, session_with, words_for

if TYPE_CHECKING:
    from db.engine import Store
    from db.queries.entries import EntryAbout

COPIED = "copied"


def plain_text(store: Store, entry_id: EntryId, today: date) -> str:
    """An entry about a child with what was decided and agreed in it; of a session all that was written in it.

    Raises RecordProblem for what is about no child and is no session that was held.
    """
    with store.writing():
        about = the_entry(store, entry_id)
        if about.child is not None:
            lines = _of_child(store, about.child, (about.id,), today)
        elif about.kind == SessionHeld.kind.name and about.worker is not None:
            lines = _of_session(store, about, about.worker, today)
        else:
            raise RecordProblem("This entry is not about a child, so there is no file to copy it to.")
    return "\n".join(lines) + "\n"


def _of_session(store: Store, session: EntryAbout, worker: WorkerId, today: date) -> list[str]:
    """Whom it was with, when and for how long; then each child who was talked about with what was written."""
    held = content_of(store, session.kind, session.version)
    assert isinstance(held, SessionHeld)
    writes.note_opened(store, COPIED, {"worker": worker, "entry": session.id}, author(store))
    kind = words_for(SESSION, held.session_kind).capitalize()
    day = f", {long_day(session.on)}" if session.on else ""
    minutes = f", {count(held.minutes, 'minute')}" if held.minutes else ""
    by = f". Supervisor: {held.supervisor}" if held.supervisor else ""
    lines = [f"{kind}: {session_with(held.session_kind, the_worker(store, worker))}{day}{minutes}{by}"]
    for reference in session_children(store, worker).get(session.id, ()):
        child = find_child(store, reference)
        talks = _talks_in(store, child, session.id, today)
        lines += ["", *(_of_child(store, child, talks, today) if talks else _nothing_written(reference))]
    return lines


def _talks_in(store: Store, child: ChildId, session: EntryId, today: date) -> tuple[EntryId, ...]:
    """What was written about a child in a session, and stands on the child's page."""
    entries = child_page(store, child, today).entries
    standing = {_first(each) for each in entries if not each.replaced and not each.withdrawn}
    rows = child_history(store, child).rows
    found = (row.first for row in rows if isinstance(row.content, Discussion) and row.content.session == session)
    return tuple(number for number in dict.fromkeys(found) if number in standing)


def _nothing_written(reference: str) -> list[str]:
    return [f"Child {reference}", "Talked about; nothing is written yet."]


def _of_child(store: Store, child: ChildId, numbers: Collection[EntryId], today: date) -> list[str]:
    """Entries of one child, each with what was recorded with it."""
    page = child_page(store, child, today, opened=numbers)
    also = {_first(each) for number in numbers for each in _together(page, _standing(page, number))}
    page = child_page(store, child, today, opened={*numbers, *also})  # sensitive too, where the talk is
    lines = [f"Child {page.row.child.reference}"]
    for number in numbers:
        one = _standing(page, number)
        together = _together(page, one)
        for each in (number, *(_first(other) for other in together if other.sensitive)):
            writes.note_opened(store, COPIED, {"child": child, "entry": each}, author(store))
        lines += _lines(one)
        for other in together:
            lines += ["", *_lines(other)]
    return lines


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


def _first(entry: Entry) -> EntryId:
    return entry.corrects or entry.id


def _lines(entry: Entry) -> Iterator[str]:
    at = f" at {entry.happened_at}" if entry.happened_at else ""
    day = f" {long_day(entry.happened_on)}{at}" if entry.happened_on else ""
    talk = f"{words_for(TALK, entry.setting)}," if entry.setting else ""
    yield f"{talk or kind_named(entry.record).kind.heading}{day}"
    yield entry.text
    if entry.because:
        yield f"Because: {entry.because}"
    typed = entry.recorded_at.astimezone()
    yield f"{entry.by}, written {long_day(typed.date())} {typed:%H:%M}"
