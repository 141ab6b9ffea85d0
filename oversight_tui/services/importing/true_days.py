"""Children of files that know the true days, against what is known here: who held them, from when to when, and why.

What was typed by hand holds, and is said where a file has it otherwise. What only lists told of takes the true days on.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from oversight_tui.exchange.extract import ExtractChild, Involvement
from oversight_tui.exchange.tables import Remark
from oversight_tui.practice.changes import ChildChange, HeldBefore, KnownChild, KnownHolding, TrueDays
from oversight_tui.services.importing.compare import ChildLine, Comparison, What
from oversight_tui.services.importing.holdings import Holdings
from oversight_tui.services.importing.people import WorkerBook
from oversight_tui.words.dates import long_day
from oversight_tui.words.text import match_key


class TrueHistory:
    """The true days of the children of one import. `holdings` is who held those of them who are known here."""

    def __init__(self, book: WorkerBook, known: Mapping[str, KnownChild], holdings: Holdings) -> None:
        self.book, self.known, self.holdings = book, known, holdings
        self.warnings: list[Remark] = []

    def as_typed(self, child: ExtractChild) -> ExtractChild:
        """The child with the holder who was typed here, where that is of a later day than the file's own holder."""
        now, here = _now(child), self._here(child)
        if now is None or here is None or not here.by_hand or now.starts is None or here.starts is None:
            return child
        holder = self._name(here)
        if holder is None or here.starts <= now.starts or match_key(holder) == match_key(now.worker):
            return child
        says = f"typed here with {holder} since {long_day(here.starts)}, in the file with {_since(now)}"
        self.warnings.append(Remark(child.places["worker"], child.reference, f"{says}; what was typed here holds"))
        conflict = f"The list has {_since(now)}; {holder} since {long_day(here.starts)} was typed here"
        return child.__replace__(worker=holder, conflict=conflict)

    def add_to(self, comparison: Comparison, children: Collection[ExtractChild]) -> None:
        """Put the true days into what is to be written of each of these children."""
        changes = {one.reference: place for place, one in enumerate(comparison.changes)}
        for child in children:
            if not child.involvements:
                continue
            place = changes.get(child.reference)
            known = self.known.get(child.reference)
            change = comparison.changes[place] if place is not None else None
            told = self._with_days(child, change or ChildChange(child.reference, known.child_id if known else None))
            if change is not None and place is not None:
                comparison.changes[place] = told
            elif told.held_before or told.true_days:
                comparison.changes.append(told)
                comparison.counts["unchanged"] -= 1
                comparison.counts["changed"] += 1
            else:
                continue
            comparison.lines += self._lines(child, told)

    def _with_days(self, child: ExtractChild, change: ChildChange) -> ChildChange:
        now, here = _now(child), self._here(child)
        given = change.allocation
        team = None
        if given is not None and now is not None and here is not None and self._is(now, here):
            team, given = given.team, None  # the same worker in another team goes on holding the child
        if given is not None:
            last = self._ended(child, here)
            given = given.__replace__(
                starts=now.starts if now is not None and given.worker_key is not None else last.ends if last else None,
                ended_on=last.ends if last else None,
                ended_because=last.because if last else None,
            )
        days = self._true_days(child)
        if team is not None and here is not None:
            of_here = next((one for one in days if one.allocation == here.entry), TrueDays(here.entry))
            days = [*(one for one in days if one is not of_here), of_here.__replace__(team=team)]
        told = change.__replace__(allocation=given, true_days=tuple(days))
        return told.__replace__(held_before=tuple(self._before(child, told)))

    def _ended(self, child: ExtractChild, here: KnownHolding | None) -> Involvement | None:
        """How it ended that the last holder known here had the child, as the file has it."""
        ended = [one for one in child.involvements if one.ends is not None and (here is None or self._is(one, here))]
        return max(ended, key=lambda one: one.ends or date.min, default=None)

    def _before(self, child: ExtractChild, change: ChildChange) -> list[HeldBefore]:
        """The former holders whom nothing here tells of."""
        found = []
        here = self._holdings(child)
        newest = max((one.on for one in here), default=date.min)
        for one in child.involvements:
            if one.starts is None or one.ends is None or any(self._is_told(one, other) for other in here):
                continue
            typed = next((other for other in here if other.by_hand and _overlap(one, other)), None)
            if typed is not None:
                self._keeps(child, one, typed)
            elif change.allocation is not None or one.ends <= newest:
                key = self.book.with_number(one.worker, ()) or match_key(one.worker)
                self.book.needs(key)
                found.append(HeldBefore(key, one.team, one.starts, one.ends, one.because))
        return found

    def _keeps(self, child: ExtractChild, one: Involvement, typed: KnownHolding) -> None:
        holder = self._name(typed) or "nobody"
        until = f" to {long_day(typed.ended_on)}" if typed.ended_on else ""
        days = f"from {long_day(one.starts or typed.on)} to {long_day(one.ends or typed.on)}"
        here = f"typed here is {holder} from {long_day(typed.since)}{until}"
        reason = f"the file has {one.worker} {days}; {here}, and that holds"
        self.warnings.append(Remark(child.places["worker"], child.reference, reason))

    def _true_days(self, child: ExtractChild) -> list[TrueDays]:
        """The days of allocations that only lists told of."""
        found = []
        for here in self._holdings(child):
            one = next((each for each in reversed(child.involvements) if self._is_told(each, here)), None)
            if one is None:
                continue
            if here.by_hand:
                if one.starts is not None and here.starts is not None and one.starts != here.starts:
                    self._keeps_start(child, one, here)
                continue
            starts = one.starts if one.starts != here.starts else None
            ends = one.ends if here.end is not None and not here.end_by_hand and one.ends != here.true_end else None
            if starts is not None or ends is not None:
                end = here.end if ends is not None else None
                found.append(TrueDays(here.entry, starts, end, ends, one.because if ends is not None else None))
        return found

    def _keeps_start(self, child: ExtractChild, one: Involvement, here: KnownHolding) -> None:
        days = f"since {long_day(here.since)}", f"since {long_day(one.starts or here.on)}"
        reason = f"{one.worker} was typed here {days[0]}, and is in the file {days[1]}; what was typed here holds"
        self.warnings.append(Remark(child.places["worker"], child.reference, reason))

    def _lines(self, child: ExtractChild, told: ChildChange) -> list[ChildLine]:
        """What is told besides; of a child met first who holds them is told already."""
        known = self.known.get(child.reference)
        if known is None:
            return []
        lines = []
        for one in told.held_before:
            says = f"{self.book.name_of(one.worker_key)} {one.starts.isoformat()} to {one.ends.isoformat()}"
            lines.append((f"{says}, {one.because}" if one.because else says, "held before"))
        for days in told.true_days:
            if days.team is not None:
                lines.append((days.team, "team"))
            holder = self._name(next(one for one in self._holdings(child) if one.entry == days.allocation))
            if days.starts is not None:
                lines.append((f"{holder} {days.starts.isoformat()}", "held since"))
            if days.ends is not None:
                because = f", {days.because}" if days.because else ""
                lines.append((f"{holder} {days.ends.isoformat()}{because}", "held until"))
        given = told.allocation
        if given is not None and given.starts is not None and given.worker_key is not None:
            lines.append((f"{self.book.name_of(given.worker_key)} {given.starts.isoformat()}", "held since"))
        where = child.places["worker"]
        what: What = "changed" if given is None else "reallocated" if known.open else "reopened"
        return [
            ChildLine(what, child.reference, field, None, says, where, child.team, child.status)
            for says, field in lines
        ]

    def _holdings(self, child: ExtractChild) -> Sequence[KnownHolding]:
        known = self.known.get(child.reference)
        return self.holdings.get(known.child_id, ()) if known is not None else ()

    def _here(self, child: ExtractChild) -> KnownHolding | None:
        """Who holds the child here now."""
        known, found = self.known.get(child.reference), self._holdings(child)
        if known is None or not known.open or not found:
            return None
        return max(found, key=lambda one: (one.on, one.entry))

    def _is(self, one: Involvement, here: KnownHolding) -> bool:
        return here.worker_id is not None and self.book.id_of(match_key(one.worker)) == here.worker_id

    def _is_told(self, one: Involvement, here: KnownHolding) -> bool:
        """Whether this is the same time of the same worker."""
        if not self._is(one, here):
            return False
        return one.starts == here.starts or _overlap(one, here)

    def _name(self, here: KnownHolding) -> str | None:
        return self.book.name_with_id(here.worker_id) if here.worker_id is not None else None


def _now(child: ExtractChild) -> Involvement | None:
    """The spell by which the child is held: by the number of the worker, by the name where there is none."""
    still = (one for one in reversed(child.involvements) if one.ends is None)
    if child.worker_id is not None:
        return next((one for one in still if one.worker_id == child.worker_id), None)
    if child.worker is None:
        return None
    return next((one for one in still if match_key(one.worker) == match_key(child.worker or "")), None)


def _since(one: Involvement) -> str:
    return f"{one.worker} since {long_day(one.starts)}" if one.starts else one.worker


def _overlap(one: Involvement, here: KnownHolding) -> bool:
    """Whether two times have a day in common; the day of a handing over belongs to both."""
    ends, ended = one.ends or date.max, here.ended_on or date.max
    starts = one.starts or date.min
    return (starts < ended and here.since < ends) or starts == here.since
