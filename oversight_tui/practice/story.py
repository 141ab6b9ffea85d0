"""What was recorded about a child or a worker, told as entries in date order, sessions and allocations.

A follow-up is told on what it follows as well: the because that came later, the day a discussion was put on file, the
withdrawal. How each kind is told stands with the kind itself, in `practice.records`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from oversight_tui.practice import records
from oversight_tui.practice.facts import Allocation, Entry, Session
from oversight_tui.practice.history import History, HistoryRow
from oversight_tui.practice.ids import EntryId, WorkerId, under
from oversight_tui.practice.policy import DECISION_KINDS
from oversight_tui.practice.records import Content, Names, columns_of
from oversight_tui.practice.records.base import followed_by, needed_by, reason_of, text_of
from oversight_tui.words.dates import long_day
from oversight_tui.words.labels import STATUS, words_for

Kind = TypeVar("Kind", bound=Content)
HIDDEN_FROM_THE_CHILD = "Something was written here that is kept private."
OPENING = "Entered as an opening date"
WALLED = "About the worker: its words are in their own file, and the journal says who opens that."
HIDDEN = "Sensitive. Its words are shown when it is opened, and the journal then says by whom."
MOVED = "Written here by mistake: it is about another child, and stands on their page now."


def told(
    history: History, opened: Collection[EntryId] = (), kinds: Mapping[str, str] = DECISION_KINDS
) -> tuple[Entry, ...]:
    """Every entry in words, oldest happening first; what only marks another entry is told there.

    The words of sensitive entries are told only of those whose first version is among the `opened`. `kinds` are the
    policy's words for each kind of decision.
    """
    later = _Later(history.rows, opened)
    names = Names(history.workers, history.teams, kinds)
    return tuple(
        _entry(row, later, names)
        for row in history.rows
        if row.content.kind.told_as is not None
        and not (isinstance(row.content, records.ListedInSession) and later.is_written_up(row))
    )


def allocations(history: History) -> tuple[Allocation, ...]:
    """Who has held the child, oldest first. An end seen only on a list is dated by that list."""
    return tuple(one for _, one in _given(history))


def held_leads(history: History) -> tuple[tuple[records.Allocation, Allocation], ...]:
    """The same without those who worked beside, each as it was recorded and as it is told."""
    return tuple((says, one) for says, one in _given(history) if says.role == "lead")


def _given(history: History) -> Iterator[tuple[records.Allocation, Allocation]]:
    gone = _withdrawn(history.rows).keys()
    rows = [row for row in history.rows if not row.replaced and not {row.id, row.first} & gone]
    given = list(_of(rows, records.Allocation))
    ends = list(_of(rows, records.AllocationEnd))
    typed = [row for row, says in given if says.role == "lead" and not row.from_a_list]

    def hands(end: HistoryRow, to: HistoryRow | None = None) -> bool:
        """Whether an end was typed together with who has the child after it: its reason is that of the new one."""
        return any(one.recorded_at == end.recorded_at and to in (None, one) for one in typed) and not end.from_a_list

    for row, says in given:
        yield (
            says,
            Allocation(
                worker=under(history.workers, says.allocated_to),
                bucket=says.bucket,
                starts=says.starts,
                seen_by=says.seen_by,
                ends=_ended(row, says, given, ends),
                role=says.role,
                because=next((end.reason for one, end in ends if end.allocation == row.first and not hands(one)), None),
                manager=row.by if says.bucket == "held_by_manager" and not row.from_a_list else None,
                given_because=says.reason or next((end.reason for one, end in ends if hands(one, row)), None),
            ),
        )


def _ended(
    row: HistoryRow,
    says: records.Allocation,
    given: Sequence[tuple[HistoryRow, records.Allocation]],
    ends: Sequence[tuple[HistoryRow, records.AllocationEnd]],
) -> date | None:
    """The last day of an allocation; that of a lead is over with whatever comes next, which may have been typed first.

    An end of a day before it is none: what it ended was typed for a later day.
    """
    leads = {one.first for one, other in given if other.role == "lead"}
    theirs = leads if says.role == "lead" else {row.first}
    over = [(one.order, end.ends or end.seen_by or one.happened_on) for one, end in ends if end.allocation in theirs]
    if says.role == "lead":
        over += [
            (one.order, other.starts or other.seen_by or one.happened_on) for one, other in given if one.first in leads
        ]
    return min(((order, day) for order, day in over if order > row.order), default=(row.order, None))[1]


def with_openings_told(sessions: Sequence[Session], counts: date | None) -> tuple[Session, ...]:
    """The same, where an opening date of another day than the one that counts says so."""
    return tuple(
        one.__replace__(reason=f"{OPENING}; {long_day(counts)} counts")
        if one.opening and counts is not None and one.held_on is not None and one.held_on != counts
        else one
        for one in sessions
    )


def sessions(history: History, worker_id: WorkerId, children: Mapping[EntryId, Sequence[str]]) -> tuple[Session, ...]:
    """The sessions of a worker, oldest first; `children` maps a held session to the references discussed there."""
    gone = _withdrawn(history.rows)
    rows = [row for row in history.rows if not row.replaced and not {row.id, row.first} & gone.keys()]
    plans = {row.first: plan for row, plan in _of(rows, records.SessionPlan)}
    times = {row.first: (plan.planned_for, row.happened_at) for row, plan in _of(rows, records.SessionPlan)}
    held = {session.plan for _, session in _of(rows, records.SessionHeld)}
    cancelled = {one.plan: one for _, one in _of(rows, records.SessionCancelled)}
    found = [
        Session(
            id=row.first,
            worker_id=worker_id,
            kind=session.session_kind,
            state="held",
            planned_for=plans[session.plan].planned_for if session.plan in plans else None,
            held_on=row.happened_on,
            reason=OPENING if session.opening else None,
            minutes=session.minutes,
            supervisor=session.supervisor or row.by,
            children=tuple(children.get(row.first, ())),
            opening=session.opening,
            counts=session.counts,
            at=row.happened_at or _time_of_plan(session.plan, row.happened_on, times),
        )
        for row, session in _of(rows, records.SessionHeld)
    ]
    found += [
        Session(
            id=row.first,
            worker_id=worker_id,
            kind=plan.session_kind,
            state="cancelled" if row.first in cancelled else "planned",
            planned_for=plan.planned_for,
            held_on=None,
            reason=cancelled[row.first].reason if row.first in cancelled else None,
            minutes=plan.minutes,
            supervisor=plan.supervisor or row.by,
            at=row.happened_at,
        )
        for row, plan in _of(rows, records.SessionPlan)
        if row.first not in held
    ]
    return tuple(sorted(found, key=lambda one: (one.held_on or one.planned_for or date.min, one.id)))


def _time_of_plan(
    plan: EntryId | None, held_on: date | None, times: Mapping[EntryId, tuple[date, str | None]]
) -> str | None:
    """The time for which a session was planned that was held on the day of its plan."""
    day, at = times.get(plan, (None, None)) if plan is not None else (None, None)
    return at if day == held_on else None


def with_others(found: Sequence[Session], others: Mapping[EntryId, Sequence[str]]) -> tuple[Session, ...]:
    """The sessions, each with the names of who else was there; `others` maps a held session to them."""
    return tuple(one.__replace__(others=tuple(others.get(one.id, ()))) for one in found)


def _of(rows: Iterable[HistoryRow], kind: type[Kind]) -> Iterator[tuple[HistoryRow, Kind]]:
    """The rows of one kind, each with what it says."""
    for row in rows:
        if isinstance(row.content, kind):
            yield row, row.content


class _Later:
    """What later rows say of earlier ones, by the number of the first version."""

    def __init__(self, rows: Sequence[HistoryRow], opened: Collection[EntryId]) -> None:
        self.opened = frozenset(opened)
        self.withdrawn = dict(_withdrawn(rows))
        standing = [row for row in rows if not row.replaced and not {row.id, row.first} & self.withdrawn.keys()]
        self.because = {given.decision: given.because for _, given in _of(standing, records.DecisionReason)}
        self.legal = {row.first for row, asked in _of(rows, records.Consultation) if asked.adviser == "legal"}
        self.texts = {row.first: text for row in standing if (text := text_of(row.content))}
        self.filed = {filing.discussion: row.happened_on for row, filing in _of(standing, records.Filing)}
        talks = [
            (row, talk)
            for row, talk in _of(standing, records.Discussion)
            if not talk.asked_for and talk.setting != "opening"
        ]
        self.written_in = {talk.session for _, talk in talks}
        self.written_on = {row.happened_on for row, _ in talks}
        self.withdrawn |= {
            gone.session: gone.reason for row, gone in _of(standing, records.NotDiscussed) if gone.session is not None
        }
        self.statuses = {row.first: one.status for row, one in _of(rows, records.StatusEpisode)}
        marks = [mark for _, mark in _of(standing, records.Mark)]
        self.significant = {mark.marked for mark in marks if mark.mark == "significant"}
        self.sensitive = {mark.marked for mark in marks if mark.mark == "sensitive"}
        self.sensitive |= {row.first for row in rows if row.sensitive or row.behind_the_wall}

    def is_written_up(self, listed: HistoryRow) -> bool:
        """Whether anything stands that was written about a child in a session, or in another talk of its day."""
        return listed.first in self.written_in or listed.happened_on in self.written_on

    def hides(self, row: HistoryRow) -> bool:
        """Whether the words of an entry are hidden: its own are sensitive, or those of what it cannot do without."""
        about = {row.first, needed_by(row.content)}
        return bool((about & self.sensitive) - self.opened)


def _withdrawn(rows: Iterable[HistoryRow]) -> Mapping[EntryId, str]:
    """What was taken back, by its number, and why; a withdrawal that is itself taken back does not count."""
    counting: dict[EntryId, str] = {}
    for row, taken in sorted(_of(rows, records.Withdrawal), key=lambda one: one[0].id, reverse=True):
        if row.id not in counting:  # the newest first, since whatever takes one back was written after it
            counting[taken.withdrawn] = taken.reason
    return counting


def _entry(row: HistoryRow, later: _Later, names: Names) -> Entry:
    content = row.content
    hidden, moved = later.hides(row), row.replaced == "moved"
    withdrawn_because = later.withdrawn.get(row.id) or later.withdrawn.get(row.first)
    because = reason_of(content) or later.because.get(row.first)
    return Entry(
        id=row.id,
        kind=content.kind.told_as or content.kind.name,
        happened_on=row.happened_on,
        happened_at=row.happened_at,
        recorded_at=row.recorded_at,
        by=row.by,
        text=MOVED if moved else _hidden(row) if hidden else _text(row, later, content.told(names)),
        to_the_child="" if moved else _to_the_child(row, later, names, hidden=hidden),
        setting=_setting(content),
        because=None if hidden or moved else because,
        on_file=later.filed.get(row.first),
        corrects=row.corrects,
        withdrawn=withdrawn_because is not None,
        withdrawn_because=None if hidden or moved else withdrawn_because,
        replaced=bool(row.replaced),
        sensitive=row.first in later.sensitive,
        significant=row.first in later.significant,
        scales=() if hidden or moved else row.scales,
        wordless=isinstance(content, records.ListedInSession),
        record=content.kind.name,
        behind_the_wall=row.behind_the_wall,
        from_a_list=row.from_a_list,
        follows=followed_by(content),
        legal_advice=bool({row.first, followed_by(content)} & later.legal),
        lacks_reason=isinstance(content, records.Decision) and not because and not moved,
        rating=content.rating if isinstance(content, records.RiskRating) and not hidden and not moved else None,
    )


def _to_the_child(row: HistoryRow, later: _Later, names: Names, *, hidden: bool) -> str:
    return HIDDEN_FROM_THE_CHILD if hidden else _text(row, later, row.content.told_to_the_child(names))


def _hidden(row: HistoryRow) -> str:
    return WALLED if row.behind_the_wall else HIDDEN


def _setting(content: Content) -> str | None:
    if isinstance(content, records.Discussion):
        return content.setting
    return "supervision" if isinstance(content, records.ListedInSession) else None


def _text(row: HistoryRow, later: _Later, said: str) -> str:
    """The words of an entry; one that has none of its own is told with those of what it follows, or what it ends."""
    if isinstance(row.content, records.StatusEnd) and (ended := under(later.statuses, row.content.episode)):
        return f"{words_for(STATUS, ended).capitalize()} {said[:1].lower()}{said[1:]}"
    if columns_of(type(row.content)).text is None:
        followed = under(later.texts, followed_by(row.content))
        ends_with_who = isinstance(row.content, records.IncidentTold)
        said = f"{said} ({followed})" if followed and ends_with_who else f"{said}: {followed}" if followed else said
    scales = ", ".join(f"{who} {number}" for who, number in row.scales)
    return f"{said}\nScale of 0 to 10: {scales}" if scales else said
