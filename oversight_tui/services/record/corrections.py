"""What was recorded put right: a newer version, an entry taken back, an entry marked.

Which kinds of entry can be put right, and in which of their columns, is said by the kinds themselves.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from db import writes
from db.queries.contents import content_of
from db.queries.entries import EntryAbout, entry_about, filed_on
from db.queries.events import EventEntry
from db.queries.sight import items_with
from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.records import (
    OF_EITHER,
    Action,
    ChildDate,
    Content,
    Discussion,
    Mark,
    PersonalRecord,
    Withdrawal,
    columns_of,
    kind_named,
)
from oversight_tui.practice.records.called import called
from oversight_tui.practice.requests import Correction, MarkEntry, Recorded, Withdraw
from oversight_tui.services.find import find_child
from oversight_tui.services.identity import author
from oversight_tui.services.record.checks import (
    RecordProblem,
    about_whom,
    must_be_to_come,
    must_have_happened,
    required_text,
    subject_of,
    the_child,
    the_entry,
)
from oversight_tui.services.record.dispatch import records
from oversight_tui.services.record.goes_with import going_with, must_not_undo_a_handover
from oversight_tui.services.record.new_owner import owned_by
from oversight_tui.services.record.timescales import left_without_going_missing, must_agree_with_the_rest
from oversight_tui.services.record.to_come import is_of_a_day_to_come
from oversight_tui.words.dates import count, long_day

if TYPE_CHECKING:
    from db.engine import Store

MARK_WORDS = {"sensitive": "sensitive: its words are shown only when opened", "significant": "a significant event"}


@records(Correction)
def correct(store: Store, request: Correction, today: date) -> Recorded:
    """A newer version of an entry: other text, another day, another child. The old one can still be read.

    Text that stood on the wrong child's page is hidden there, with all that belongs to it. Raises NotFound too.
    """
    if not any((request.text, request.because, request.on, request.child, request.owner, *_other_days(request))):
        raise RecordProblem("Say what is to be corrected: the text, the because, the day, the owner or the child.")
    with store.writing():
        entry = the_entry(store, request.entry_id)
        content = _said_otherwise(content_of(store, entry.kind, entry.version), request)
        if request.look_again_on is not None:
            content = _looked_at_again(content, entry, request.look_again_on)
        if request.by is not None:
            content = _done_by(store, content, entry, request.by, request.on)
        owner = ""
        if request.owner is not None:
            content, owner = owned_by(store, content, request.owner, today)
        on = _day(entry, content, request.on, today)
        if on is not None:
            if isinstance(content, ChildDate) and entry.child is not None and request.child is None:
                must_agree_with_the_rest(store, entry.child, content, on, today)
            content = content.on_day(on)
        child = _other_child(store, entry, request.child) if request.child is not None else None
        version, moved = writes.correct(store, entry, author(store), content=content, on=on, child=child)
        of_day = _of_day(on or entry.on)
        says = f"Entry {entry.id}{of_day} corrected; the earlier version can still be read."
        if child is not None:
            also = f" with {count(moved, 'entry', 'entries')} that belong to it" if moved else ""
            here, there = about_whom(store, entry), the_child(store, child)
            says = f"Entry {entry.id}{of_day} stands on {there}'s page{also}, and its words are gone from {here}'s."
        hint = _left_with(store, entry, content, here, there) if child is not None else None
    return Recorded(version, entry.kind, says + owner, hint)


def _left_with(store: Store, entry: EntryAbout, content: Content, here: str, there: str) -> str | None:
    """What is open again of the child whom a talk was about by mistake, and where it was filed by mistake."""
    if not isinstance(content, Discussion) or entry.child is None:
        return None
    said = []
    now = entry_about(store, entry.id)
    if content.asked_for and entry.open_as is None and now is not None and now.open_as == "discussion_open":
        said.append(f"The talk is still to be held about {there}: what answered it is about {here}.")
    asked = entry_about(store, content.answers) if content.answers is not None else None
    if asked is not None and asked.open_as == "discussion_open":
        said.append(f"The talk that was asked for about {here} is open again.")
    filed = filed_on(store, entry.id, entry.child)
    if filed is not None:
        said.append(
            f"It was put on {here}'s file on {long_day(filed)}: take it off that file, and put it on {there}'s."
        )
    return " ".join(said) or None


@records(Withdraw)
def withdraw(store: Store, request: Withdraw, today: date) -> Recorded:
    """Take an entry back with a reason, and with it how it went on. It stays readable, and counts no more."""
    with store.writing():
        entry = the_entry(store, request.entry_id)
        taken_back = kind_named(entry.kind).kind.taken_back
        if taken_back == "never":
            raise RecordProblem("This entry cannot be withdrawn. Nothing was recorded.")
        if taken_back == "by_list":
            raise RecordProblem(
                "Who a child is allocated to, and the child's status, are changed by handing over or by a newer list, "
                "and taken back with undo. Nothing was recorded."
            )
        must_have_happened(request.on, today, "The withdrawal")
        reason = required_text(request.because, "The reason", "because")
        content = content_of(store, entry.kind, entry.version)
        must_not_undo_a_handover(store, entry, content)
        with_it = going_with(store, entry)
        gone = [EventEntry(one.id, one.kind, one.child, one.worker) for one in (entry, *with_it)]
        whom = f" about {about_whom(store, entry)}" if subject_of(entry) is not None else ""
        written = writes.withdraw_all(store, gone, reason, request.on, author(store))
        child = entry.child if entry.kind == ChildDate.kind.name else None
        hint = left_without_going_missing(store, child, today) if child is not None else None
    says = f"Entry {entry.id}{_of_day(entry.on)} withdrawn, {called(content)}{whom}; it can still be read."
    also = f" So is what followed it: {count(len(with_it), 'entry', 'entries')}." if with_it else ""
    return Recorded(written, Withdrawal.kind.name, says + also, hint)


@records(MarkEntry)
def mark_entry(store: Store, request: MarkEntry, today: date) -> Recorded:
    """Mark an entry as sensitive (hidden until opened, each opening in the journal) or as a significant event."""
    if request.mark not in MARK_WORDS:
        raise RecordProblem(f"A mark is one of {', '.join(MARK_WORDS)}. Nothing was recorded.")
    with store.writing():
        entry = the_entry(store, request.entry_id)
        written, with_it = writes.mark(store, entry, request.mark, today, author(store))
    says = f"Entry {entry.id}{_of_day(entry.on)} is marked as {MARK_WORDS[request.mark]}."
    also = f" So is what was decided and agreed with it: {count(with_it, 'entry', 'entries')}." if with_it else ""
    return Recorded(written, Mark.kind.name, says + also)


def _said_otherwise(known: Content, request: Correction) -> Content:
    """What an entry says, with the text and the because that are given in their place.

    Which columns these are differs from kind to kind, so they are replaced by name and past the type checker. They are
    columns of this kind that its description marks as words, and so hold text.
    """
    columns = columns_of(type(known))
    changed: dict[str, str] = {}
    for given, column, what in ((request.text, columns.text, "text"), (request.because, columns.reason, "because")):
        if given is not None:
            if column is None or not known.kind.correctable:
                raise RecordProblem(f"This entry has no {what} to correct. Nothing was recorded.")
            changed[column] = required_text(given, f"The {what}")
    return replace(known, **changed)


def _looked_at_again(content: Content, entry: EntryAbout, day: date) -> Content:
    """An entry of a worker's own file that comes back on another day."""
    if not isinstance(content, PersonalRecord):
        raise RecordProblem("Only an entry of a worker's own file comes back on a day. Nothing was recorded.")
    return content.__replace__(look_again_on=must_be_to_come(day, entry.on or day, "Looking again"))


def _other_days(request: Correction) -> tuple[date | None, date | None]:
    """The days that some kinds of entry have besides that on which it took place."""
    return request.look_again_on, request.by


def _done_by(store: Store, content: Content, entry: EntryAbout, by: date, on: date | None) -> Content:
    """An action that is to be done by another day; of one that was carried over the day it was carried to holds."""
    if not isinstance(content, Action):
        raise RecordProblem("Only an action is to be done by a day. Nothing was recorded.")
    if any(one.carried_over for one in items_with(store, [entry.id])):
        raise RecordProblem(
            "This action was carried over, and the day it was carried to holds: carry it over to another day "
            "(`oversight action carry`, P on its row). Nothing was recorded.",
            "by",
        )
    return content.__replace__(due_on=must_be_to_come(by, on or entry.on or by, "An action"))


def _day(entry: EntryAbout, content: Content, on: date | None, today: date) -> date | None:
    """The day that an entry is to be of."""
    if on is None:
        return None
    if not (content.kind.correctable and content.kind.dated):
        raise RecordProblem("The day of this entry cannot be corrected. Withdraw it and record it anew.")
    if is_of_a_day_to_come(entry, content):
        return must_be_to_come(on, today, "It")
    return must_have_happened(on, today, "It")


def _of_day(on: date | None) -> str:
    """The day of an entry, in words with a space before them; empty where it has none."""
    return f" of {long_day(on)}" if on is not None else ""


def _other_child(store: Store, entry: EntryAbout, reference: str) -> ChildId:
    """The child whom an entry is about indeed. What always follows another entry goes along with that one."""
    child, content = find_child(store, reference), kind_named(entry.kind)
    on_a_childs_page = content.kind.page in ("child", *OF_EITHER) and entry.child is not None
    if not (content.kind.correctable and on_a_childs_page) or columns_of(content).follows_always:
        raise RecordProblem("This entry is not about a child. Nothing was recorded.")
    if child == entry.child:
        raise RecordProblem(f"It is about {the_child(store, child)} already. Nothing was recorded.")
    return child
