"""The posts of a team; a programme for supervisors that a worker began, and how it ended."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING

from db import writes
from db.queries.entries import EntryAbout, entry_about
from db.queries.programmes import programme_ended, programmes_of
from oversight_tui.practice.ids import AboutWorker, EntryId
from oversight_tui.practice.records import Programme, ProgrammeEnd, TeamPosts
from oversight_tui.practice.records.teams import MOST_POSTS
from oversight_tui.practice.requests import EndProgramme, PostsRequest, ProgrammeRequest, Recorded
from oversight_tui.services.identity import author, teams_named
from oversight_tui.services.record.checks import (
    RecordProblem,
    about_whom,
    must_be_to_come,
    must_have_happened,
    must_not_end_before,
    optional_text,
    required_text,
    the_worker,
)
from oversight_tui.services.record.dispatch import records
from oversight_tui.words.dates import long_day

if TYPE_CHECKING:
    from db.engine import Store


@records(PostsRequest)
def posts(store: Store, request: PostsRequest, today: date) -> Recorded:
    """How many posts a team has from a day on. Raises NoSuchTeam too."""
    if not (math.isfinite(request.fte) and 0 <= request.fte <= MOST_POSTS):
        raise RecordProblem(f"A team has from 0 to {MOST_POSTS} posts, in full-time equivalents. Nothing was recorded.")
    with store.writing():
        ((team, name),) = teams_named(store, (request.team,)).items()
        must_have_happened(request.on, today, "The posts")
        entry = writes.of_the_store(store, TeamPosts(team, request.fte), request.on, author(store))
    says = f"{name}: {request.fte:g} posts (full-time equivalents) from {long_day(request.on)}."
    return Recorded(entry, TeamPosts.kind.name, says)


@records(ProgrammeRequest)
def programme(store: Store, request: ProgrammeRequest, today: date) -> Recorded:
    """A programme for supervisors that a worker began."""
    with store.writing():
        name = the_worker(store, request.worker_id)
        must_have_happened(request.on, today, "The first day")
        must_not_end_before(request.on, request.until, "of the programme")
        if request.until is not None:
            must_be_to_come(request.until, request.on, "The last day")
        begun = Programme(required_text(request.text, "The programme's name", "text"), request.until)
        entry = writes.add_about(store, begun, AboutWorker(request.worker_id), request.on, author(store))
    until = f" until {long_day(request.until)}" if request.until else ""
    says = f"{begun.text}: {name} is on it from {long_day(request.on)}{until}."
    return Recorded(entry, Programme.kind.name, says)


@records(EndProgramme)
def end_programme(store: Store, request: EndProgramme, today: date) -> Recorded:
    """A programme is completed, or given up with a reason."""
    with store.writing():
        entry = _programme(store, request.which)
        must_have_happened(request.on, today, "The last day")
        must_not_end_before(entry.on or request.on, request.on, "of the programme")
        because = optional_text(request.because)
        if not request.completed and because is None:
            raise RecordProblem("Say why the programme was given up. Nothing was recorded.", "because")
        ended = ProgrammeEnd(entry.id, request.completed, because)
        written = writes.follow_up(store, entry, ended, request.on, author(store))
        name = about_whom(store, entry)
    how = "completed it" if request.completed else "gave it up"
    return Recorded(written, ProgrammeEnd.kind.name, f"{name} {how} on {long_day(request.on)}.")


def _programme(store: Store, which: EntryId | AboutWorker) -> EntryAbout:
    """The programme that is under way. Raises RecordProblem where it has ended, and where there is none."""
    if isinstance(which, AboutWorker):
        name = the_worker(store, which.id)
        last = programmes_of(store, [which.id]).get(which.id)
        if last is None or last.completed is not None:
            raise RecordProblem(f"{name} is on no programme. Nothing was recorded.")
        which = last.entry
    found = entry_about(store, which)
    if found is None or found.withdrawn or found.kind != Programme.kind.name:
        raise RecordProblem(
            f"There is no programme with the id {which}. `oversight worker NAME` names those of a worker."
        )
    if programme_ended(store, found.id):
        raise RecordProblem("This programme has ended already. Nothing was recorded.")
    return found
