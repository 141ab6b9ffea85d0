"""A child talked about, and the talk put on the child's file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.contents import content_of
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.records import Discussion, Filing
from oversight_tui.practice.requests import DiscussionRequest, FileDiscussion, Recorded
from oversight_tui.services.identity import author
from oversight_tui.services.record.asked_talks import still_asked_for
from oversight_tui.services.record.checks import (
    RecordProblem,
    about_whom,
    checked_actions,
    checked_scales,
    must_be_to_come,
    must_have_happened,
    optional_because,
    optional_text,
    optional_time,
    required_text,
    still_open,
    the_child,
    the_entry,
    the_worker,
    vague_wording,
    waits_for_its_reason,
)
from oversight_tui.services.record.dispatch import records
from oversight_tui.services.record.families import one_text_for_one_family
from oversight_tui.services.record.presence import last_days_said
from oversight_tui.words.dates import count, long_day

if TYPE_CHECKING:
    from db.engine import Store
    from db.queries.entries import EntryAbout


@records(DiscussionRequest)
def discuss(store: Store, request: DiscussionRequest, today: date) -> list[Recorded]:
    """One entry for each child of a talk that was held, or that was asked for and is still to be held."""
    if not request.children:
        raise RecordProblem("Say which child was talked about. Nothing was recorded.")
    at = optional_time(request.at)
    scales = checked_scales(request.scales)
    with store.writing():
        references = [the_child(store, child) for child in dict.fromkeys(request.children)]
        unknown = one_text_for_one_family(store, request, tuple(dict.fromkeys(request.children)))
        if request.worker_id is not None:
            the_worker(store, request.worker_id)
        if request.asked_for:
            must_be_to_come(request.on, today, "A talk that was asked for")
        else:
            must_have_happened(request.on, today, "A discussion")
        answers = _asked_for(store, request)
        decision = optional_text(request.decision)
        asked = request.__replace__(
            at=at,
            text=required_text(request.text, "What was said", "text"),
            what_changed=optional_text(request.what_changed),
            going_well=optional_text(request.going_well),
            childs_view=optional_text(request.childs_view),
            decision=decision,
            because=optional_because(request.because, decision),
            actions=checked_actions(store, request.actions, request.on),
            scales=scales,
        )
        entries = writes.discuss(store, asked, author(store), answers)
        days = waits_for_its_reason(asked.decision, asked.because) + last_days_said(store, asked.actions, today)
        open_still = [
            "" if asked.asked_for else still_asked_for(store, child, reference)
            for child, reference in zip(dict.fromkeys(request.children), references, strict=True)
        ]
    what = "Talk asked for about" if request.asked_for else "Discussion recorded for"
    agreed_on = f", {count(len(asked.actions), 'action')}" if asked.actions else ""
    return [
        Recorded(
            entry,
            Discussion.kind.name,
            f"{what} {reference} on {long_day(request.on)}{agreed_on}.{days}",
            " ".join(filter(None, (vague_wording(asked.actions), still, unknown))) or None,
        )
        for entry, reference, still in zip(entries, references, open_still, strict=True)
    ]


@records(FileDiscussion)
def file_discussion(store: Store, request: FileDiscussion, today: date) -> Recorded:
    """A discussion put on the child's file, or several at once: all of them, or none."""
    with store.writing():
        must_have_happened(request.on, today, "The filing")
        entries = [_to_be_filed(store, one) for one in dict.fromkeys((request.discussion, *request.also))]
        written = writes.follow_up_all(store, ((one, Filing(one.id)) for one in entries), request.on, author(store))
        whom = ", ".join(dict.fromkeys(about_whom(store, one) for one in entries))
    on = f"put there on {long_day(request.on)}"
    says = f"The discussion about {whom} is on the child's file, {on}."
    if len(entries) > 1:
        says = f"{count(len(entries), 'discussion')} about {whom} are on the children's files, {on}."
    return Recorded(written, Filing.kind.name, says)


def _to_be_filed(store: Store, discussion: EntryId) -> EntryAbout:
    entry = the_entry(store, discussion, Discussion, "discussion")
    _must_have_been_held(store, entry)
    still_open(entry, "discussion_not_on_file", "This discussion is on the child's file already.")
    return entry


def _must_have_been_held(store: Store, entry: EntryAbout) -> None:
    """A talk that was asked for is on no file: what is put there is the talk that was held of it."""
    if entry.open_as == "discussion_open":
        raise RecordProblem("This talk was asked for and is still to be held. Nothing was recorded.")
    said = content_of(store, entry.kind, entry.version)
    if isinstance(said, Discussion) and said.asked_for:
        raise RecordProblem(
            "This talk was asked for. What is put on the child's file is the talk that was held. Nothing was recorded."
        )


def _asked_for(store: Store, request: DiscussionRequest) -> EntryAbout | None:
    """The talk that was asked for and is held now."""
    if request.answers is None:
        return None
    entry = the_entry(store, request.answers, Discussion, "talk that was asked for")
    still_open(entry, "discussion_open", "That talk was held already.")
    if entry.child not in request.children:
        reference = about_whom(store, entry)
        raise RecordProblem(
            f"That talk was asked for about {reference}. Name {reference} too, or record this talk by itself. Nothing "
            "was recorded."
        )
    return entry
