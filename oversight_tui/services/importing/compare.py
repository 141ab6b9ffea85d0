"""The children of an extract against those the store knows: what is new, moved, closed, back, changed, or missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import asdict

from oversight_tui.exchange.extract import ExtractChild
from oversight_tui.practice.changes import (
    AdviserChange,
    AllocationChange,
    ChildChange,
    ExtractChange,
    KnownChild,
    NotCoveredBy,
    StatusChange,
)
from oversight_tui.practice.facts import Bucket, Gone, Status
from oversight_tui.services.importing.not_known import NotKnown
from oversight_tui.services.importing.people import WorkerBook
from oversight_tui.services.importing.reach import covers
from oversight_tui.services.shown import NEVER_SHOWN, Shown
from oversight_tui.words.dates import long_day
from oversight_tui.words.labels import BECAME
from oversight_tui.words.text import match_key

What = Literal["new", "reallocated", "closed", "reopened", "changed", "missing", "unallocated", "conflict"]
NOBODY = "unallocated"
HOLDER_NOT_KNOWN = "holder not known in this list"
_NOT_READ = "Who holds the child cannot be read in the list"


class ChildLine(Struct, frozen=True):
    """One change to one child, as the dry run shows it; `team` and `status` are those of the child after the change."""

    what: What
    child: str
    field: str | None
    old: str | None
    new: str | None
    where: str | None
    team: str | None = None
    status: Status | None = None


class Holder(Struct, frozen=True):
    """Who holds a child: a worker by key, or a bucket; and the team."""

    worker_key: str | None
    bucket: Bucket | None
    team: str | None

    @property
    def person(self) -> tuple[str | None, str | None]:
        """The holder without the team."""
        return self.worker_key, self.bucket


class Comparison:
    """Goes through the children of an extract one by one and gathers what is to be written.

    `shown_on` is, by the key of a team, the day of its newest list: what an older one says of a child who is known is
    not so any more. What was typed here for a later day than the list's holds. `as_before` is the first child of whom
    nothing is new, as the list shows them: what is written where nothing else is, so that a list that only makes the
    data newer can be taken back like any other. `before` is each child as lists showed them last, by reference.
    """

    def __init__(
        self,
        known: Mapping[str, KnownChild],
        book: WorkerBook,
        duty: Set[str],
        as_at: date,
        shown_on: Mapping[str, date],
        before: Mapping[str, Shown],
        not_known: NotKnown,
    ) -> None:
        self.known, self.book, self.duty, self.as_at, self.shown_on = known, book, duty, as_at, shown_on
        self.before, self.not_known = before, not_known
        self.changes: list[ChildChange] = []
        self.lines: list[ChildLine] = []
        self.counts: Counter[str] = Counter()
        self.as_before: list[ChildChange] = []

    def child(self, child: ExtractChild) -> None:
        """One child of the file: counted once, by the first of new, reopened, closed, reallocated, changed."""
        known, before = self.known.get(child.reference), self.before.get(child.reference, NEVER_SHOWN)
        if self.not_known.may_be_open(child, known, before):
            self.counts["unchanged"] += 1
            return
        child = self.not_known.filled(child, known, before)
        holder, stays_with = self._holder(child, known), self._holds_since(known)
        child = _said_who_holds(child, holder)
        shown = _shown(child, before)
        written, digest = shown.written()
        extract = ExtractChange(child.open, child.last_seen, child.last_seen_source, written, digest)
        if known is not None and self._shown_since(known):
            # Since when the child is here may be from this list all the same.
            self.changes.append(ChildChange(child.reference, known.child_id, extract=extract))
            self.counts["unchanged"] += 1
            return
        what = self._what(child, known, stays_with or holder, digest)
        self.counts[what or "unchanged"] += 1
        if child.open and holder.worker_key is None and holder.bucket == NOBODY:
            self.counts["unallocated"] += 1
            self._line("unallocated", child, "worker", None, NOBODY, "worker")
        if child.open and child.conflict:
            self.counts["conflicts"] += 1
            self._line("conflict", child, "worker", None, child.conflict, "worker")
        if what is not None:
            self._tell(what, child, known, stays_with or holder, shown, before)
        if what is not None or (stays_with is not None and stays_with.person != holder.person):
            self.changes.append(self._change(child, known, holder, extract))
        elif known is not None and not self.as_before:
            self.as_before.append(ChildChange(child.reference, known.child_id, extract=extract))

    def missing(self, child: KnownChild, answer: Gone | None) -> bool:
        """A child that a list covering them no longer holds: a question to the manager and no closure, unless `answer`
        says what became of them. Whether there is anything to ask.
        """
        if self._shown_since(child) or child.is_kept:
            return False
        self.counts["missing"] += 1
        held = child.worker_name
        self.lines.append(ChildLine("missing", child.reference, None, held, answer, None, child.team))
        if answer == "ours":
            self.changes.append(ChildChange(child.reference, child.child_id, kept=self._said(answer)))
        elif answer is not None:
            self.changes.append(self._closes(child, answer))
        elif child.missing_since is None:
            self.changes.append(ChildChange(child.reference, child.child_id, missing=True))
        return answer is None

    def not_covered(self, child: KnownChild, list_name: str, held_on: date) -> None:
        """A child who is only in a list that is not here: what is known stays, with the day it is known of."""
        if not self._shown_since(child):
            by = NotCoveredBy(list_name, child.listed_on or held_on)
            self.changes.append(ChildChange(child.reference, child.child_id, not_covered=by))

    def _said(self, answer: Gone) -> str:
        return f"not in the list of {long_day(self.as_at)}; said to be {BECAME[answer]}"

    def _closes(self, child: KnownChild, answer: Gone) -> ChildChange:
        """The end of a child who is in no list any more, as it was said; its day is that of the list."""
        because = self._said(answer)
        shown = self.before.get(child.reference, NEVER_SHOWN).closed(because, self.as_at)
        return ChildChange(
            child.reference,
            child.child_id,
            extract=ExtractChange(False, None, None, *shown.written()),
            closed=True,
            closed_on=self.as_at,
            closed_because=because,
        )

    def _shown_since(self, known: KnownChild) -> bool:
        """Whether a newer list has shown the child; who is of no team is in the lists of all."""
        newest = known.last_as_at or date.min
        if known.missing_since is None:
            team = _key(known.team)
            of_team = [day for key, day in self.shown_on.items() if team in (None, key)]
            newest = max([newest, *of_team])
        return known.content is not None and newest > self.as_at

    def _holds_since(self, known: KnownChild | None) -> Holder | None:
        """Who holds the child by what was typed here for a later day than the list's; None where nothing was."""
        if known is None or not known.open or known.held_since is None or known.held_since <= self.as_at:
            return None
        return Holder(known.worker_key, known.bucket, known.team)

    def _holder(self, child: ExtractChild, known: KnownChild | None) -> Holder:
        """Who holds the child by the list; as known before where that cannot be read. A care leaver without a social
        worker is held by the personal adviser.
        """
        if "worker" in child.unread and known is not None and known.open:
            self.book.keep(known.worker_key)
            return Holder(known.worker_key, known.bucket, child.team)
        name = child.worker or (child.adviser if is_held_by_adviser(child) else None)
        if name is None:
            return Holder(None, None if "worker" in child.unread else "unallocated", child.team)
        if match_key(name) in self.duty:
            return Holder(None, "duty", child.team)
        if not child.open:
            return Holder(None, None, child.team)
        place = child.places.get("worker", child.places["child"])
        key = self.book.holder(name, child.team, place)
        self.book.namesakes.listed(key, self.book.name_of(key), child.team, place)
        return Holder(key, None, child.team)

    def _what(self, child: ExtractChild, known: KnownChild | None, holder: Holder, digest: str) -> What | None:
        if known is None:
            return "new" if child.open else "closed"
        if child.open and not known.open:
            return "reopened"
        if not child.open:
            return "closed" if known.open else "changed" if known.digest != digest else None
        if holder.person != (known.worker_key, known.bucket):
            return "reallocated"
        was_left_out = known.missing_since is not None or known.listed_on is not None or known.is_kept
        return "changed" if known.digest != digest or was_left_out else None

    def _change(
        self, child: ExtractChild, known: KnownChild | None, holder: Holder, extract: ExtractChange
    ) -> ChildChange:
        was_open = known is not None and known.open
        return ChildChange(
            reference=child.reference,
            child_id=known.child_id if known else None,
            date_of_birth=_if_new(child.date_of_birth, known.date_of_birth if known else None),
            allocation=self._allocation(child, known, holder) if child.open else None,
            adviser=self._adviser(child, known) if child.open else None,
            status=_status(child, known) if child.open else None,
            extract=extract,
            closed=not child.open and was_open,
            closed_on=child.closed_on,
            closed_because=child.closed_because,
        )

    def _allocation(self, child: ExtractChild, known: KnownChild | None, holder: Holder) -> AllocationChange | None:
        if known is None or not known.open:
            return AllocationChange(holder.worker_key, holder.team, holder.bucket, ends_previous=False)
        same_person = holder.person == (known.worker_key, known.bucket)
        if same_person and _key(holder.team) == _key(known.team):
            return None
        # A child who only changes team stays with the worker, and was seen with them all along.
        seen_by = known.seen_by if same_person else None
        return AllocationChange(holder.worker_key, holder.team, holder.bucket, seen_by=seen_by)

    def _adviser(self, child: ExtractChild, known: KnownChild | None) -> AdviserChange | None:
        """The personal adviser where that is a second role beside a worker's."""
        before = self.before.get(child.reference, NEVER_SHOWN)
        was = before.adviser
        if known is None or not known.open or (before.worker is None and known.bucket is None):
            was = None  # nobody was, or they held the child themselves
        now = None if is_held_by_adviser(child) else child.adviser
        if _key(now) == _key(was):
            return None
        return AdviserChange(self.book.holder(now, child.team, None) if now else None)

    def _tell(
        self, what: What, child: ExtractChild, known: KnownChild | None, holder: Holder, shown: Shown, was: Shown
    ) -> None:
        if what == "new":
            who = self.book.name_of(holder.worker_key) if holder.worker_key else holder.bucket or HOLDER_NOT_KNOWN
            self._line("new", child, "worker", None, who, "worker")
            return
        before, now = asdict(was), asdict(shown)
        if what in ("closed", "reopened"):
            old, new = ("open", "closed") if what == "closed" else ("closed", "open")
            self._line(what, child, "status", old if known else None, _closed(child) or new, "closed")
        if what == "closed":
            return
        told = False
        holds_on = known is not None and holder.person == (known.worker_key, known.bucket)
        for name in _COMPARED:
            if before[name] != now[name] and not (name in _OF_THE_HOLDER and holds_on):
                kind: What = "reallocated" if name == "worker" and what == "reallocated" else "changed"
                self._line(kind, child, name, _said(before[name]), _said(now[name]), name)
                told = True
        if known is not None and (known.missing_since is not None or known.is_kept):
            self._line("changed", child, "in the list", "missing", "here", "child")
        elif known is not None and known.listed_on is not None:
            self._line("changed", child, "in the list", "list not there", "here", "child")
        elif not told and what == "reallocated":
            self._line("reallocated", child, "worker", known.worker_name if known else None, child.worker, "worker")

    def _line(self, what: What, child: ExtractChild, field: str, old: str | None, new: str | None, place: str) -> None:
        where = child.places.get(place, child.places["child"])
        self.lines.append(ChildLine(what, child.reference, field, old, new, where, child.team, child.status))


_COMPARED = (
    "worker",
    "team",
    "adviser",
    "status",
    "status_since",
    "date_of_birth",
    "last_seen",
    "closed_on",
    "conflict",
    "lists",
)
_OF_THE_HOLDER = ("worker", "team")


def covered(
    children: Iterable[ExtractChild], known: Mapping[str, KnownChild], teams: Sequence[str]
) -> tuple[ExtractChild, ...]:
    """The children of the named teams, those who leave them, and those with neither team nor worker; all of them
    where no team is named."""
    if not teams:
        return tuple(children)
    keys = {match_key(team) for team in teams}

    def is_covered(child: ExtractChild) -> bool:
        before = known.get(child.reference)
        if _key(child.team) in keys or (before is not None and before.open and _key(before.team) in keys):
            return True
        return child.team is None and child.worker is None and child.open

    return tuple(child for child in children if is_covered(child))


def gone(
    known: Iterable[KnownChild],
    before: Mapping[str, Shown],
    references: Set[str],
    teams: Sequence[str],
    lists: Sequence[str],
    absent: frozenset[str],
) -> tuple[KnownChild, ...]:
    """Open children of these teams whom one of these lists would show and none shows now, nor may one that is
    `absent`.
    """
    keys = {match_key(team) for team in teams}
    return tuple(
        child
        for child in known
        if child.open
        and child.content is not None
        and child.reference not in references
        and (_key(child.team) in keys or child.team is None)
        and covers(lists, before[child.reference].lists)
        and not absent.intersection(before[child.reference].lists)
    )


def is_held_by_adviser(child: ExtractChild) -> bool:
    """Whether the personal adviser is all there is: a care leaver, whom no list gives a social worker."""
    return child.status == "care_leaver" and child.worker is None and child.adviser is not None


def _said_who_holds(child: ExtractChild, holder: Holder) -> ExtractChild:
    """The child, with a sentence for the manager where who holds them cannot be read and was not known before."""
    if not child.open or holder.person != (None, None):
        return child
    place = child.places.get("worker", child.places["child"]).rpartition("!")[2]
    conflict = f"{_NOT_READ} (cell {place}). {child.conflict or ''}".strip()
    return child.__replace__(conflict=conflict)


def _shown(child: ExtractChild, before: Shown) -> Shown:
    """A child as the lists show them; when the child was last seen stays known where a list does not say it."""
    seen, source = _said(child.last_seen), child.last_seen_source
    if seen is None:
        seen, source = before.last_seen, before.last_seen_source
    return Shown(
        open=child.open,
        worker=child.worker,
        team=child.team,
        adviser=child.adviser,
        status=child.status,
        status_since=_said(child.status_since),
        date_of_birth=_said(child.date_of_birth),
        last_seen=seen,
        last_seen_source=source,
        closed_on=_said(child.closed_on),
        closed_because=child.closed_because,
        conflict=child.conflict,
        lists=tuple(child.lists),
    )


def _status(child: ExtractChild, known: KnownChild | None) -> StatusChange | None:
    before = (known.status, known.status_since) if known and known.open else (None, None)
    if child.status is None or (child.status, child.status_since) == before:
        return None
    return StatusChange(child.status, child.status_since, ends_previous=before[0] is not None)


def _closed(child: ExtractChild) -> str | None:
    if child.open or child.closed_on is None:
        return None
    because = f", {child.closed_because}" if child.closed_because else ""
    return f"closed {child.closed_on.isoformat()}{because}"


def _if_new(found: date | None, before: date | None) -> date | None:
    return found if found is not None and found != before else None


def _key(name: str | None) -> str | None:
    return match_key(name) if name is not None else None


def _said(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, date):
        return value.isoformat()
    return ", ".join(map(str, value)) or None if isinstance(value, tuple) else str(value)
