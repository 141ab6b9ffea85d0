"""Plain text to paste into the case system: an entry, a whole session, a child, or a worker's supervision.

What goes to a child's file and what goes to a worker's supervision record are parts of their own. The journal says what
was handed out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from db import writes
from db.queries.contents import content_of
from db.queries.pages import child_history, session_children
from db.queries.presence import present_at
from oversight_tui.practice.case_note import OWN_FILE, Handed, Part, Recorded, note_lines, session_lines
from oversight_tui.practice.facts import Entry
from oversight_tui.practice.history import History
from oversight_tui.practice.ids import ChildId, EntryId, WorkerId
from oversight_tui.practice.pages import ChildPage
from oversight_tui.practice.records import Discussion, SessionHeld
from oversight_tui.services.files import child_page, worker_page
from oversight_tui.services.find import find_child
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import RecordProblem, the_entry, the_worker
from oversight_tui.words.dates import long_day

if TYPE_CHECKING:
    from db.engine import Store
    from db.queries.entries import EntryAbout

COPIED = "copied"
# What the case system itself tells: it goes there from no other place.
FROM_LISTS = ("allocation", "status")


def plain_text(store: Store, entry_id: EntryId, today: date) -> str:
    """An entry as text, as `handed_out` hands it out."""
    return handed_out(store, entry_id, today).text


def handed_out(store: Store, entry_id: EntryId, today: date) -> Handed:
    """An entry about a child with what was decided and agreed in it; of a session all that was written in it.

    Raises RecordProblem for what is about no child and is no session that was held.
    """
    with store.writing():
        about = the_entry(store, entry_id)
        if about.child is not None:
            return Handed((_of_child(store, about.child, (about.id,), today),))
        if about.kind == SessionHeld.kind.name and about.worker is not None:
            return Handed(tuple(_of_session(store, about, about.worker, today)))
    raise RecordProblem("This entry is not about a child, so there is no file to copy it to.")


def child_since(store: Store, child: ChildId, since: date | None, today: date) -> Handed:
    """All that stands on a child's page from a day on, but what came on lists and what is sensitive.

    Raises RecordProblem where that is nothing.
    """
    with store.writing():
        page = child_page(store, child, today)
        told = sorted((one for one in page.entries if _goes_to_the_file(one) and _is_since(one, since)), key=_in_order)
        numbers = [_first(one) for one in told if not one.sensitive]
        left_out = len(told) - len(numbers)
        if not numbers:
            reference = page.row.child.reference
            raise RecordProblem(f"Nothing is recorded of child {reference}{_from(since)} that could be copied.")
        part = _of_child(store, child, numbers, today, since=True)
        note = {"child": child, "since": since.isoformat() if since else None}
        writes.note_opened(store, COPIED, note, author(store))
    return Handed((part,), left_out)


def worker_since(store: Store, worker: WorkerId, since: date | None, today: date) -> Handed:
    """A worker's supervision from a day on, as their supervision record takes it; nothing of their own file, and
    nothing that was said about a child.

    Raises RecordProblem where there was none.
    """
    with store.writing():
        page, name = worker_page(store, worker, today), the_worker(store, worker)
        days = [(one.held_on or one.planned_for or date.min, one) for one in page.sessions]
        sessions = [one for on, one in days if on <= today and (since is None or on >= since)]
        if not sessions:
            raise RecordProblem(f"No session with {name} is recorded{_from(since)}.")
        blocks = ["\n".join(session_lines(one, name, today)) for one in sessions]
        note = {"worker": worker, "since": since.isoformat() if since else None}
        writes.note_opened(store, COPIED, note, author(store))
    return Handed((Part(None, name, "\n\n".join((*blocks, OWN_FILE)) + "\n"),))


def talks_to_file(store: Store, entries: Sequence[EntryId], today: date) -> tuple[EntryId, ...]:
    """The talks that are meant by these entries: of a session those in it that wait to be put on the children's files.

    Raises RecordProblem where none of a session waits.
    """
    found: list[EntryId] = []
    for entry in entries:
        with store.reading():
            is_session = the_entry(store, entry).kind == SessionHeld.kind.name
        waiting = waiting_in(store, entry, today) if is_session else (entry,)
        if not waiting:
            raise RecordProblem("Nothing written in this session waits to be put on a child's file.")
        found += waiting
    return tuple(dict.fromkeys(found))


def waiting_in(store: Store, session: EntryId, today: date) -> tuple[EntryId, ...]:
    """The talks written in a session that wait to be put on the children's files; none where it is no session."""
    with store.reading():
        about = the_entry(store, session)
        if about.kind != SessionHeld.kind.name or about.worker is None:
            return ()
        children = [find_child(store, one) for one in session_children(store, about.worker).get(about.id, ())]
        found = [(child_page(store, child, today), _talks_in(store, child, about.id, today)) for child in children]
        return tuple(one for page, talks in found for one in talks if _standing(page, one).on_file is None)


def _of_session(store: Store, session: EntryAbout, worker: WorkerId, today: date) -> Iterator[Part]:
    """The worker's part; then each child who was talked about with what was written."""
    held = content_of(store, session.kind, session.version)
    assert isinstance(held, SessionHeld)
    writes.note_opened(store, COPIED, {"worker": worker, "entry": session.id}, author(store))
    name, page = the_worker(store, worker), worker_page(store, worker, today)
    own = next(one for one in page.sessions if one.id == session.id)
    yield Part(None, name, "\n".join((*session_lines(own, name, today), OWN_FILE)) + "\n")
    for reference in own.children:
        child = find_child(store, reference)
        talks = _talks_in(store, child, session.id, today)
        nothing = Part(reference, None, f"Child {reference}\nTalked about; nothing is written yet.\n")
        yield _of_child(store, child, talks, today) if talks else nothing


def _talks_in(store: Store, child: ChildId, session: EntryId, today: date) -> tuple[EntryId, ...]:
    """What was written about a child in a session, and stands on the child's page."""
    entries = child_page(store, child, today).entries
    standing = {_first(each) for each in entries if not each.replaced and not each.withdrawn}
    rows = child_history(store, child).rows
    found = (row.first for row in rows if isinstance(row.content, Discussion) and row.content.session == session)
    return tuple(number for number in dict.fromkeys(found) if number in standing)


def _of_child(store: Store, child: ChildId, numbers: Sequence[EntryId], today: date, *, since: bool = False) -> Part:
    """Entries of one child, each with what was recorded with it; what was said together is told once.

    What was asked for by its number is opened where it is sensitive, with what belongs to it, and noted entry by entry;
    of all that was said `since` a day only what is not.
    """
    page = child_page(store, child, today, opened=() if since else numbers)
    if not since:
        also = {_first(each) for number in numbers for each in _together(page, _standing(page, number))}
        page = child_page(store, child, today, opened={*numbers, *also})  # sensitive too, where the talk is
    history = child_history(store, child)
    lines, done = [f"Child {page.row.child.reference}"], set[EntryId]()
    for number in numbers:
        if number in done:
            continue
        one = _standing(page, number)
        together = [each for each in _together(page, one) if not (since and _first(each) not in numbers)]
        done |= {number, *map(_first, together)}
        for each in () if since else (number, *(_first(other) for other in together if other.sensitive)):
            writes.note_opened(store, COPIED, {"child": child, "entry": each}, author(store))
        told, others = _recorded(history, one), [_recorded(history, each) for each in together]
        lines += ["", *note_lines(told, others, _present(store, told))][len(lines) == 1 :]
    return Part(page.row.child.reference, None, "\n".join(lines) + "\n")


def _recorded(history: History, entry: Entry) -> Recorded:
    return Recorded(entry, next(row.content for row in history.rows if row.id == entry.id))


def _present(store: Store, one: Recorded) -> tuple[str, ...]:
    if not isinstance(one.says, Discussion):
        return ()
    return present_at(store, _first(one.entry), one.says.session, one.entry.by)


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


def _goes_to_the_file(entry: Entry) -> bool:
    """Whether an entry stands and says what the case system does not know from its own lists."""
    return not entry.replaced and not entry.withdrawn and entry.kind not in FROM_LISTS


def _is_since(entry: Entry, since: date | None) -> bool:
    return since is None or (entry.happened_on is not None and entry.happened_on >= since)


def _in_order(entry: Entry) -> tuple[date, datetime, bool, EntryId]:
    """By the day, then as it was typed; of what was typed together the talk comes first."""
    return entry.happened_on or date.min, entry.recorded_at, entry.kind != "discussion", entry.id


def _from(since: date | None) -> str:
    return f" from {long_day(since)} on" if since else ""
