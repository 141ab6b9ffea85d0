"""A child as known today: present holder, status, risk, last seen, last discussed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from db.derived.closed import closed_on, last_holder, still_open_of
from db.derived.live import Live, by_child, live, versions_of
from db.derived.rows import Row
from db.derived.unwritten import TAKEN_OFF
from db.question import places
from db.reading import read_as
from oversight_tui.practice import records
from oversight_tui.practice.facts import Setting
from oversight_tui.practice.ids import ChildId, EntryId

if TYPE_CHECKING:
    from db.engine import Store


class _Talk(Struct, frozen=True, order=True):
    """When a child was discussed; of one day the entry typed last counts."""

    on: date
    entry: EntryId
    setting: Setting


class _InSession(Struct, frozen=True):
    """A child in the list of a held session."""

    child: ChildId
    entry: EntryId
    on: date | None


def derive_children(store: Store, ids: Sequence[ChildId]) -> list[Row]:
    """One row for each child of whom anything recorded stands."""
    references = dict(store.rows(f"SELECT id, reference FROM child WHERE id IN ({places(ids)})", ids))
    details = by_child(live(store, "child_id", ids, records.ChildDetails))
    allocations = by_child(live(store, "child_id", ids, records.Allocation))
    ends = by_child(live(store, "child_id", ids, records.AllocationEnd))
    statuses = by_child(live(store, "child_id", ids, records.StatusEpisode))
    statuses_ended = by_child(live(store, "child_id", ids, records.StatusEnd))
    risks = by_child(live(store, "child_id", ids, records.RiskRating))
    extracts = by_child(live(store, "child_id", ids, records.ExtractRow))
    missing = by_child(live(store, "child_id", ids, records.Missing))
    not_covered = by_child(live(store, "child_id", ids, records.NotCovered))
    seen = by_child(live(store, "child_id", ids, records.Seen))
    talks = _talks(store, ids)
    stay_open = {child for child in ids if _is_open(allocations[child], ends[child], extracts[child])}
    shown = stay_open | still_open_of(store, [child for child in ids if child not in stay_open])
    return [
        {
            "child": child,
            "reference": references[child],
            "open": child in stay_open,
            "shown": child in shown,
            "closed_on": None if child in stay_open else closed_on(ends[child], extracts[child]),
            **_details(details[child]),
            **(last_holder(allocations[child]) if child in shown - stay_open else {}),
            **_holder(allocations[child], ends[child]),
            **_came(allocations[child], extracts[child]),
            **_status(statuses[child], statuses_ended[child]),
            **_risk(risks[child]),
            **_seen(extracts[child], missing[child], seen[child]),
            "listed_on": _listed_on(extracts[child], not_covered[child]),
            **_discussed(talks[child]),
        }
        for child in ids
        if any((details[child], allocations[child], statuses[child], risks[child], extracts[child], talks[child]))
    ]


def _talks(store: Store, ids: Sequence[ChildId]) -> Mapping[ChildId | None, list[_Talk]]:
    """When each child was discussed: in a talk that was held, or by standing in the list of a held session."""
    found: dict[ChildId | None, list[_Talk]] = defaultdict(list)
    for one in live(store, "child_id", ids, records.Discussion, " AND NOT d.asked_for"):
        if one.spine.on is not None:
            found[one.spine.child].append(_Talk(one.spine.on, one.spine.entry, one.says.setting))
    listed = store.rows(
        f"SELECT s.child_id, e.root_id, e.happened_on FROM session_child s {versions_of('s.session_id')}"
        f" JOIN entry_in_force e ON e.id = v.id WHERE s.child_id IN ({places(ids)}) AND NOT {TAKEN_OFF}",
        ids,
    )
    for session in read_as(_InSession, _InSession.__struct_fields__, listed):
        if session.on is not None:
            found[session.child].append(_Talk(session.on, session.entry, "supervision"))
    return found


def _is_open(
    allocations: Sequence[Live[records.Allocation]],
    ends: Sequence[Live[records.AllocationEnd]],
    extracts: Sequence[Live[records.ExtractRow]],
) -> bool:
    ended = {one.says.allocation for one in ends}
    beside = any(one.says.role != "lead" and one.spine.entry not in ended for one in allocations)
    if beside or lead_of(allocations, ends) is not None:
        return True
    return bool(extracts) and extracts[-1].says.open


def _details(versions: Sequence[Live[records.ChildDetails]]) -> Row:
    """The newest known value of each; a version that leaves one out does not erase it."""
    name = date_of_birth = family = None
    for one in sorted(versions, key=lambda each: each.spine.order):
        name = one.says.name if one.says.name is not None else name
        date_of_birth = one.says.date_of_birth if one.says.date_of_birth is not None else date_of_birth
        family = one.says.family if one.says.family is not None else family
    return {"name": name, "date_of_birth": date_of_birth, "family": family}


def lead_of(
    allocations: Sequence[Live[records.Allocation]], ends: Sequence[Live[records.AllocationEnd]]
) -> Live[records.Allocation] | None:
    """Who holds the child now: the last given the child, by the day, unless an allocation ended after that.

    A handing over typed later for an earlier day takes nothing back, and no more does a closing of an earlier day.
    """
    leads = [one for one in allocations if one.says.role == "lead"]
    newest = max(leads, key=lambda one: one.spine.order, default=None)
    theirs = {one.spine.entry for one in leads}
    over = [one.spine.order for one in ends if one.says.allocation in theirs]
    return newest if newest is not None and all(newest.spine.order > end for end in over) else None


def _no_worker_since(
    leads: Sequence[Live[records.Allocation]], ends: Sequence[Live[records.AllocationEnd]]
) -> date | None:
    """The first day of the time in which no worker has held a child until now, through however many lists it went."""
    ended = {one.says.allocation: one.spine.order[0] for one in reversed(ends)}  # of several ends the first
    since = follows = None
    for one in sorted(leads, key=lambda each: each.spine.order, reverse=True):
        over = ended.get(one.spine.entry)
        was_closed = over is not None and follows is not None and over < follows
        if one.says.allocated_to is not None or was_closed:
            break
        since, follows = one.says.starts or one.says.seen_by, one.spine.order[0]
    return since


def _holder(allocations: Sequence[Live[records.Allocation]], ends: Sequence[Live[records.AllocationEnd]]) -> Row:
    leads = [one for one in allocations if one.says.role == "lead"]
    current = lead_of(allocations, ends)
    if current is None:
        return {"allocated_since": None, "seen_by": leads[0].says.seen_by if leads else None}
    given = current.says
    before = [one.says.allocated_to for one in leads if one.spine.order < current.spine.order]
    came = given.allocated_to is not None and any(other not in (None, given.allocated_to) for other in before)
    return {
        "worker": given.allocated_to,
        "team": given.team,
        "bucket": given.bucket,
        "allocated_since": given.starts,
        "no_worker_since": _no_worker_since(leads, ends) if given.allocated_to is None else None,
        "seen_by": given.seen_by,
        "came_from_another_worker": came,
    }


def _came(allocations: Sequence[Live[records.Allocation]], extracts: Sequence[Live[records.ExtractRow]]) -> Row:
    """When the child first came into this store: on the first list, or with the first entry, whichever is earlier.

    What is typed later, as a handing over dated back, changes nothing of it, and no more do the true days of a list.
    """
    lists = {one.says.seen_by for one in allocations if one.says.seen_by is not None}
    lists |= {one.spine.on for one in extracts if one.spine.on is not None}
    first = min(allocations, key=lambda one: one.spine.entry, default=None)
    is_typed = first is not None and first.says.seen_by is None
    entry = {first.spine.on} if first is not None and is_typed and first.spine.on is not None else set()
    since = min(lists | entry, default=None)
    return {"here_since": since, "came_on_a_list": since in lists}


def _status(episodes: Sequence[Live[records.StatusEpisode]], ends: Sequence[Live[records.StatusEnd]]) -> Row:
    """That of the last episode, by the day, unless an episode ended after it began."""
    newest = episodes[-1] if episodes else None
    over = [one.spine.order for one in ends]
    if newest is None or (over and newest.spine.order < max(over)):
        return {"status": None, "status_since": None}
    return {"status": newest.says.status, "status_since": newest.says.starts}


def _risk(ratings: Sequence[Live[records.RiskRating]]) -> Row:
    newest = ratings[-1] if ratings else None
    return {"risk": newest.says.rating if newest else None, "risk_since": newest.spine.on if newest else None}


def _seen(
    extracts: Sequence[Live[records.ExtractRow]],
    missing: Sequence[Live[records.Missing]],
    seen: Sequence[Live[records.Seen]],
) -> Row:
    """When the child was last seen, the later of what the newest list that tells it says and what was recorded here, of
    which no list is the source; and since when lists leave the child out.
    """
    newest = extracts[-1] if extracts else None
    telling = next((one.says for one in reversed(extracts) if one.says.last_seen is not None), None)
    after = [one for one in missing if newest is None or one.spine.order > newest.spine.order]
    last, source = (telling.last_seen, telling.last_seen_source) if telling else (None, None)
    here = seen[-1].spine.on if seen else None
    if here is not None and (last is None or here > last):
        last, source = here, None
    return {
        "last_seen": last,
        "last_seen_source": source,
        "extract_digest": newest.says.digest if newest else None,
        "missing_since": None if any(one.says.note for one in after) else after[0].spine.on if after else None,
    }


def _listed_on(
    extracts: Sequence[Live[records.ExtractRow]], not_covered: Sequence[Live[records.NotCovered]]
) -> date | None:
    """The day of the list that showed the child last, where newer ones do not cover the child; else None."""
    newest = extracts[-1].spine.order if extracts else None
    after = [one for one in not_covered if newest is None or one.spine.order > newest]
    return after[-1].says.held_on if after else None


def _discussed(talks: Sequence[_Talk]) -> Row:
    """The latest by the day it took place; of one day the one typed last.

    An opening date stands only while no talk is recorded, of whatever day; of two the one typed last.
    """
    held = [talk for talk in talks if talk.setting != "opening"]
    latest = max(held, default=None) or max(talks, key=lambda talk: talk.entry, default=None)
    return {
        "last_discussed": latest.on if latest else None,
        "last_discussed_setting": latest.setting if latest else None,
    }
