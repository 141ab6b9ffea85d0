"""Worries about a child: raised, looked at again, closed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.contents import content_of
from oversight_tui.practice.records import Worry, WorryClose, WorryReview
from oversight_tui.practice.requests import CloseWorry, Recorded, ReviewWorry, WorryRequest
from oversight_tui.services.find import person
from oversight_tui.services.identity import author
from oversight_tui.services.policy import policy_in_force
from oversight_tui.services.record.checks import (
    RecordProblem,
    about_whom,
    checked_scales,
    must_be_to_come,
    must_have_happened,
    optional_name,
    optional_text,
    required_text,
    still_open,
    the_child,
    the_entry,
)
from oversight_tui.services.record.dispatch import records
from oversight_tui.services.record.presence import day_said, not_here_said
from oversight_tui.words.dates import long_day

if TYPE_CHECKING:
    from db.engine import Store
    from db.queries.entries import EntryAbout


@records(WorryRequest)
def raise_worry(store: Store, request: WorryRequest, today: date) -> Recorded:
    """A worry about a child. Severity is 1 (least) to 5 (most)."""
    if request.severity is not None and not 1 <= request.severity <= 5:
        raise RecordProblem("Severity is a number from 1 (least) to 5 (most). Nothing was recorded.")
    scales = checked_scales(request.scales)
    with store.writing():
        reference = the_child(store, request.child_id)
        must_have_happened(request.on, today, "A worry")
        if request.review_on is not None:
            must_be_to_come(request.review_on, request.on, "Its review")
        named = optional_name(request.owner)
        by = person(store, named) if named else None
        asked = request.__replace__(
            text=required_text(request.text, "The worry", "text"),
            who=optional_name(request.who),
            if_nothing_changes=optional_text(request.if_nothing_changes),
            owner=by.name if by is not None else None,
            scales=scales,
        )
        entry = writes.raise_worry(store, asked, author(store))
        review = asked.review_on
        owner = by.worker if by is not None else None
        gone = not_here_said(store, owner, today, today)
        days = day_said(store, review, today, owner) if review is not None else f" {gone}" if gone else ""
    said = [f"severity {asked.severity} of 5" if asked.severity else "no severity said"]
    said += [f"owner {asked.owner}" if asked.owner else "", f"review {long_day(review)}" if review else ""]
    says = f"Worry raised for {reference} on {long_day(request.on)}, {', '.join(filter(None, said))}.{days}"
    return Recorded(entry, Worry.kind.name, says, hint=_not_said(asked))


def _not_said(asked: WorryRequest) -> str | None:
    """Of a new worry, that nobody is named who sees to it and that no day is set to look again; None where both are."""
    nobody = "nobody is named who sees to it" if asked.owner is None else ""
    no_day = "no day is set to look at it again" if asked.review_on is None else ""
    missing = " and ".join(filter(None, (nobody, no_day)))
    return f"{missing[:1].upper()}{missing[1:]}." if missing else None


@records(ReviewWorry)
def review_worry(store: Store, request: ReviewWorry, today: date) -> Recorded:
    """A worry looked at again, and the day of the next review."""
    with store.writing():
        entry = the_entry(store, request.worry, Worry, "worry")
        still_open(entry, "worry", "This worry is closed.")
        must_have_happened(request.on, today, "A review")
        must_be_to_come(request.next_on, request.on, "The next review")
        scales = checked_scales(request.scales)
        review = WorryReview(entry.id, request.next_on, optional_text(request.because))
        written = writes.follow_up(store, entry, review, request.on, author(store), scales)
        whom = about_whom(store, entry)
        no_day = day_said(store, request.next_on, today)
        hint = None if review.reason else _nothing_found(store, entry)
    says = f"Worry about {whom} reviewed on {long_day(request.on)}, next on {long_day(request.next_on)}.{no_day}"
    return Recorded(written, WorryReview.kind.name, says, hint)


def _nothing_found(store: Store, worry: EntryAbout) -> str:
    """Of a review without words, that none are there; of a severe worry, what looking at it has changed on the list."""
    said = content_of(store, worry.kind, worry.version)
    assert isinstance(said, Worry)
    nothing = "Nothing is written of what was found."
    if (said.severity or 0) < policy_in_force(store).limits["urgent_severity"]:
        return nothing
    return (
        f"{nothing} Looked at, this worry of severity {said.severity} is not urgent any more, not even when that "
        "day has passed; it stays among the worst of the open worries."
    )


@records(CloseWorry)
def close_worry(store: Store, request: CloseWorry, today: date) -> Recorded:
    """A worry closed, with the reason."""
    with store.writing():
        entry = the_entry(store, request.worry, Worry, "worry")
        still_open(entry, "worry", "This worry is closed already.")
        must_have_happened(request.on, today, "The closing")
        closing = WorryClose(entry.id, required_text(request.because, "The reason", "because"))
        written = writes.follow_up(store, entry, closing, request.on, author(store))
        whom = about_whom(store, entry)
    return Recorded(written, WorryClose.kind.name, f"Worry about {whom} closed on {long_day(request.on)}.")
