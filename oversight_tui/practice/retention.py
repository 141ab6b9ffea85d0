"""Which records have been kept for long enough, on which day, and by which figure.

Of the rules that apply to one child the longest wins. A date that is not known is never guessed: what would be reckoned
from it is not due. Who is here is never due, and a legal hold takes everything off.
"""

from __future__ import annotations

import calendar
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Literal, TypeVar

from dateutil.relativedelta import relativedelta
from msgspec import Struct

from oversight_tui.practice.ids import AboutChild, AboutWorker, EntryId, Subject
from oversight_tui.practice.policy import Policy, source_in_force
from oversight_tui.practice.retention_facts import ChildKept, Hold, Kept, WorkerKept
from oversight_tui.words.dates import count, short_day
from oversight_tui.words.labels import STATUS

ErasedKind = Literal["child", "supervision", "own_file", "own_notes", "drafts"]
State = Literal["due", "held", "not_recorded", "kept"]
ADULT = 18
Key = TypeVar("Key")
_STATES: tuple[State, ...] = ("due", "held", "not_recorded", "kept")


class KeptRow(Struct, frozen=True):
    """One thing that is erased as a whole: what it is, about whom, from which day it is due, and by which figure.

    `name` is a child's reference or a worker's name, `local_name` what the child goes by here. `notes` and
    `drafts` (by their form) are those of it that are due.
    """

    kind: ErasedKind
    state: State
    entries: int
    because: str
    source: str
    due_on: date | None = None
    about: Subject | None = None
    name: str = ""
    local_name: str = ""
    hold: Hold | None = None
    notes: tuple[EntryId, ...] = ()
    drafts: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """How the row is named among the others."""
        return f"{self.kind}:{self.about.id if self.about else ''}"


class _Rule(Struct, frozen=True):
    """One figure applied: its key in the policy, what it is about, from which day, and the day it leads to."""

    key: str
    says: str
    due_on: date | None


def what_is_kept(kept: Kept, policy: Policy, today: date) -> tuple[KeptRow, ...]:
    """A row for each: what is due first, the longest due above; then holds, what is not recorded, what is kept."""
    rows = [_child(child, policy, today) for child in kept.children]
    for worker in kept.workers:
        rows += _worker(worker, policy, today)
    rows += _loose(kept, policy, today)
    return tuple(
        sorted(rows, key=lambda row: (_STATES.index(row.state), row.due_on or date.max, row.name, row.kind, row.key))
    )


def backups_gone_by(erased_on: date, months: int) -> date:
    """The day by which the last backup that can hold it is gone, where they are kept for so many: a month's end.

    The backup of the month of the erasing is dropped with the one made so many months later.
    """
    month = erased_on + relativedelta(months=max(months, 1))
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])


def anniversary(day: date, years: int) -> date:
    """The same day so many years on; of 29 February the first of March, where the year has none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _child(child: ChildKept, policy: Policy, today: date) -> KeptRow:
    row = KeptRow("child", "kept", child.entries, "still open", "", about=AboutChild(child.id), name=child.reference)
    row = row.__replace__(local_name=child.name or "")
    if not child.open:
        rules = list(_child_rules(child, policy, today))
        unknown = next((rule for rule in rules if rule.due_on is None), None)
        if unknown is not None:
            source = source_in_force(policy, "retention", unknown.key)
            row = row.__replace__(state="not_recorded", because=unknown.says, source=source)
        else:
            longest = max(rules, key=lambda rule: rule.due_on or date.min)
            row = _dated(row, longest, policy, today)
    return _held(row, child.hold)


def _child_rules(child: ChildKept, policy: Policy, today: date) -> Iterator[_Rule]:
    """Every figure that applies to a closed child, each reckoned from what is known."""
    years, born = policy.retention, child.date_of_birth
    for status in sorted(child.statuses or {"other"}):
        named = STATUS.get(status, "no status recorded")
        key = f"{status if status != 'assessment' else 'other'}_years"
        if status in ("looked_after", "care_leaver"):
            if status == "looked_after" and child.died_on and born and child.died_on < anniversary(born, ADULT):
                yield _after("died_years", "died before 18", "the death", child.died_on, years, today)
            else:
                yield _after(key, named, "the birth", born, years, today)
        elif status == "protection_plan":
            yield _after(key, named, "the last contact", child.last_contact, years, today)
        else:
            grown = anniversary(born, ADULT) if born else None
            last = max(grown, child.last_contact) if grown and child.last_contact else None
            what = "the 18th birthday" if last == grown else "the last contact"
            missing = "the birth" if born is None else "the last contact"
            yield _after(key, named, what if last else missing, last, years, today)


def _after(key: str, named: str, what: str, day: date | None, years: Mapping[str, int], today: date) -> _Rule:
    if day is None:
        return _Rule(key, f"{named}: the day of {what} is not recorded", None)
    says = f"{named}: {count(years[key], 'year')} from {what}, {short_day(day, today)}"
    return _Rule(key, says, anniversary(day, years[key]))


def _worker(worker: WorkerKept, policy: Policy, today: date) -> Iterator[KeptRow]:
    """The own file and the rest of whoever has left, where there is any; one row for who is here."""
    row = KeptRow(
        "supervision", "kept", worker.supervision, "still here", "", about=AboutWorker(worker.id), name=worker.name
    )
    if worker.leaves is None or worker.leaves >= today:
        yield _held(row, worker.hold)
    elif worker.holds_children:
        says = f"still holds {count(worker.holds_children, 'child', 'children')}"
        yield _held(row.__replace__(because=says), worker.hold)
    else:
        kinds: tuple[tuple[ErasedKind, int], ...] = (("own_file", worker.own_file), ("supervision", worker.supervision))
        for kind, entries in kinds:
            if entries:
                rule = _after(f"{kind}_years", "left", "the leaving", worker.leaves, policy.retention, today)
                yield _held(_dated(row.__replace__(kind=kind, entries=entries), rule, policy, today), worker.hold)


def _loose(kept: Kept, policy: Policy, today: date) -> Iterator[KeptRow]:
    """Notes to self and drafts: those old enough, together."""
    months, days = policy.retention["own_notes_months"], policy.retention["drafts_days"]
    notes = {note: day + relativedelta(months=months) for note, day in kept.own_notes.items()}
    drafts = {form: day + relativedelta(days=days) for form, day in kept.drafts.items()}
    aged = KeptRow(
        "own_notes", "due", 0, count(months, "month"), source_in_force(policy, "retention", "own_notes_months")
    )
    yield from _by_age(aged.__replace__(notes=_ended(notes, today)), notes.values(), today)
    aged = KeptRow("drafts", "due", 0, count(days, "day"), source_in_force(policy, "retention", "drafts_days"))
    yield from _by_age(aged.__replace__(drafts=_ended(drafts, today)), drafts.values(), today)


def _ended(ends: Mapping[Key, date], today: date) -> tuple[Key, ...]:
    return tuple(key for key, end in ends.items() if end <= today)


def _by_age(row: KeptRow, ends: Collection[date], today: date) -> Iterator[KeptRow]:
    """A row for what is old enough, and one for the rest; the `because` given is the age, in words."""
    due = [end for end in ends if end <= today]
    if due:
        yield row.__replace__(entries=len(due), because=f"older than {row.because}", due_on=min(due))
    if len(due) < len(ends):
        later = min(end for end in ends if end > today)
        yield row.__replace__(
            state="kept",
            entries=len(ends) - len(due),
            because=f"kept for {row.because}",
            due_on=later,
            notes=(),
            drafts=(),
        )


def _dated(row: KeptRow, rule: _Rule, policy: Policy, today: date) -> KeptRow:
    due_on = rule.due_on
    is_due = due_on is not None and due_on <= today
    source = source_in_force(policy, "retention", rule.key)
    return row.__replace__(state="due" if is_due else "kept", because=rule.says, source=source, due_on=due_on)


def _held(row: KeptRow, hold: Hold | None) -> KeptRow:
    return row.__replace__(state="held", hold=hold) if hold is not None else row
