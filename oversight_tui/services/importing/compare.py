"""The children of an extract against those the store knows: what is new, moved, closed, back, changed, or missing."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date
from typing import Literal

from msgspec import Struct, ValidationError, convert
from msgspec.structs import asdict

from db import stored
from oversight_tui.exchange.extract import ExtractChild
from oversight_tui.practice.changes import (
    AdviserChange,
    AllocationChange,
    ChildChange,
    ExtractChange,
    KnownChild,
    StatusChange,
)
from oversight_tui.practice.facts import Bucket, Status
from oversight_tui.services.importing.people import WorkerBook
from oversight_tui.services.importing.reach import covers
from oversight_tui.words.text import match_key

What = Literal["new", "reallocated", "closed", "reopened", "changed", "missing", "unallocated", "conflict"]
NOBODY = "unallocated"


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


class Shown(Struct, frozen=True):
    """A child as the lists show them, in plain values. It is stored as JSON and compared with what a newer list shows,
    so a field keeps its name and its form.
    """

    open: bool = False
    worker: str | None = None
    team: str | None = None
    adviser: str | None = None
    status: str | None = None
    status_since: str | None = None
    date_of_birth: str | None = None
    last_seen: str | None = None
    last_seen_source: str | None = None
    closed_on: str | None = None
    closed_because: str | None = None
    conflict: str | None = None
    lists: tuple[str, ...] = ()


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
    data newer can be taken back like any other.
    """

    def __init__(
        self,
        known: Mapping[str, KnownChild],
        book: WorkerBook,
        duty: Set[str],
        as_at: date,
        shown_on: Mapping[str, date],
    ) -> None:
        self.known, self.book, self.duty, self.as_at, self.shown_on = known, book, duty, as_at, shown_on
        self.changes: list[ChildChange] = []
        self.lines: list[ChildLine] = []
        self.counts: Counter[str] = Counter()
        self.as_before: list[ChildChange] = []

    def child(self, child: ExtractChild) -> None:
        """One child of the file: counted once, by the first of new, reopened, closed, reallocated, changed."""
        known = self.known.get(child.reference)
        holder, stays_with = self._holder(child), self._holds_since(known)
        shown = _shown(child, known)
        written = json.dumps(asdict(shown), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        digest = hashlib.sha256(written.encode()).hexdigest()
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
            self._tell(what, child, known, stays_with or holder, shown)
        if what is not None or (stays_with is not None and stays_with.person != holder.person):
            self.changes.append(self._change(child, known, holder, extract))
        elif known is not None and not self.as_before:
            self.as_before.append(ChildChange(child.reference, known.child_id, extract=extract))

    def missing(self, child: KnownChild) -> None:
        """A child that a list covering them no longer holds: a question to the manager and no closure."""
        if self._shown_since(child):
            return
        self.counts["missing"] += 1
        self.lines.append(ChildLine("missing", child.reference, None, child.worker_name, None, None, child.team))
        if child.missing_since is None:
            self.changes.append(ChildChange(child.reference, child.child_id, missing=True))

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

    def _holder(self, child: ExtractChild) -> Holder:
        if child.worker is None:
            return Holder(None, "unallocated", child.team)
        if match_key(child.worker) in self.duty:
            return Holder(None, "duty", child.team)
        if not child.open:
            return Holder(None, None, child.team)
        place = child.places.get("worker", child.places["child"])
        key = self.book.holder(child.worker, child.team, place)
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
        return "changed" if known.digest != digest or known.missing_since is not None else None

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
        before = _before(known).adviser
        if _key(child.adviser) == _key(before):
            return None
        return AdviserChange(self.book.holder(child.adviser, child.team, None) if child.adviser else None)

    def _tell(self, what: What, child: ExtractChild, known: KnownChild | None, holder: Holder, shown: Shown) -> None:
        if what == "new":
            who = self.book.name_of(holder.worker_key) if holder.worker_key else holder.bucket
            self._line("new", child, "worker", None, who, "worker")
            return
        before, now = asdict(_before(known)), asdict(shown)
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
        if known is not None and known.missing_since is not None:
            self._line("changed", child, "in the list", "missing", "here", "child")
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
    known: Iterable[KnownChild], references: Set[str], teams: Sequence[str], lists: Sequence[str]
) -> tuple[KnownChild, ...]:
    """Open children of these teams whom one of these lists would show and none shows now."""
    keys = {match_key(team) for team in teams}
    return tuple(
        child
        for child in known
        if child.open
        and child.content is not None
        and child.reference not in references
        and (_key(child.team) in keys or child.team is None)
        and covers(lists, _before(child).lists)
    )


def _shown(child: ExtractChild, known: KnownChild | None) -> Shown:
    """A child as the lists show them; when the child was last seen stays known where a list does not say it."""
    before = _before(known)
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


def _before(known: KnownChild | None) -> Shown:
    """The child as the lists showed them last. Raises StoreError where that cannot be read."""
    if known is None or known.content is None:
        return Shown()
    try:
        return convert(stored.content(known.content), Shown)
    except ValidationError:
        raise stored.damaged("a content") from None


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
