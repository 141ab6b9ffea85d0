"""What is open with a worker's children, or with a whole team, for whoever stands in while the worker or the manager
is away: what needs somebody now, what falls due meanwhile, and everything that is open about each child.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from oversight_tui.practice.ahead import AheadRow, falls_due
from oversight_tui.practice.board import AttentionRow, Board, ChildRow, WorkerRow
from oversight_tui.practice.facts import Cover, OpenItem
from oversight_tui.practice.ids import ChildId, EntryId
from oversight_tui.practice.limit_words import set_for
from oversight_tui.practice.standing_in import NOBODY, People, Stretch, stretches
from oversight_tui.practice.weeks import PlannedSession, sessions_between
from oversight_tui.words.closings import closed_words
from oversight_tui.words.dates import count, long_day, short_day, weekday_day
from oversight_tui.words.labels import KIND, NOT_STANDING_IN, RISK, SESSION, STATUS, words_for
from oversight_tui.words.lacking import lacking_words

_ABOUT_CHILDREN = (
    *("worry", "action", "decision_without_because", "decision_review", "discussion_open", "escalation"),
    "consultation",
)
# The worker's own supervision: for whoever stands in for a worker none of it is to be done.
_OWN_SUPERVISION = frozenset(
    {
        "supervision",
        "session_not_rebooked",
        "cancelled_again",
        "session_not_recorded",
        "supervision ideal",
        "supervision limit",
    }
)


class Brief(Struct, frozen=True):
    """For whom somebody stands in, who does, and from when to when, both days included.

    Nothing about the worker is on it, nor of a worker's own supervision more than the sessions that are planned:
    whoever stands in sees to children.
    `stands_in` says who does on which of the days still to come, `covered_by` who does first. `sessions` are those
    planned for these days: with the worker who is away, or, where it is the manager, with any of the team.
    `now` are rows of the morning list, `ahead` what falls due after today and by the last day, `children` those about
    whom anything is open, with what is, and `quiet` all others. `stood_in_for` are sentences of whose children the one
    who is away was to see to on these days, and nobody does.
    """

    away: WorkerRow
    covered_by: str | None
    first: date
    last: date
    stands_in: tuple[Stretch, ...]
    sessions: tuple[PlannedSession, ...]
    now: tuple[AttentionRow, ...]
    ahead: tuple[AheadRow, ...]
    children: tuple[tuple[ChildRow, tuple[OpenItem, ...]], ...]
    quiet: tuple[ChildRow, ...]
    stood_in_for: tuple[str, ...] = ()


def brief(
    board: Board,
    away: WorkerRow,
    items: tuple[OpenItem, ...],
    first: date,
    last: date,
    covers: Sequence[Cover] = (),
    people: People = NOBODY,
) -> Brief:
    """Everything of a board of the worker's children, or of the manager's team, from one day to another.

    `covers` are of whoever is away, in the order in which they were recorded, `people` the workers who go by a name in
    them.
    """
    who = stretches(covers, min(max(first, board.as_of), last), last, people)
    about_workers = {item.id for item in items if item.behind_the_wall}
    items = tuple(item for item in items if item.id not in about_workers)
    by_child: dict[ChildId, list[OpenItem]] = {}
    for item in items:
        if item.child_id is not None and item.kind in _ABOUT_CHILDREN:
            by_child.setdefault(item.child_id, []).append(item)
    not_theirs = frozenset() if _is_the_manager(board, away) else _OWN_SUPERVISION
    place = {row.child_id: row.rank for row in reversed(board.attention) if row.child_id is not None}
    ordered = sorted(
        (*board.children, *board.closed), key=lambda row: (place.get(row.child.id, len(place)), row.child.reference)
    )
    return Brief(
        away,
        next((one.by for one in who if one.by is not None), None),
        first,
        last,
        who,
        tuple(sorted(sessions_between(board, first, last), key=lambda one: (one.on, one.worker))),
        tuple(
            row
            for row in board.attention
            if row.id not in about_workers
            and row.kind not in not_theirs
            and (row.child_id is not None or row.worker_id is not None)
        ),
        tuple(row for row in falls_due(board, items, max(0, (last - board.as_of).days)) if row.what not in not_theirs),
        tuple((row, tuple(sorted(by_child[row.child.id], key=_by_day))) for row in ordered if row.child.id in by_child),
        tuple(row for row in ordered if row.child.open and row.child.id not in by_child),
    )


def _is_the_manager(board: Board, away: WorkerRow) -> bool:
    row = board.manager.row if board.manager is not None else None
    return row is not None and row.worker.id == away.worker.id


def told(found: Brief, today: date) -> Iterator[tuple[int, str]]:
    """The page as (how far in, words): 0 a heading, 1 a thing, 2 what belongs to it."""
    yield 0, f"{_why(found.away, today)}, {long_day(found.first)} to {long_day(found.last)}"
    held = sum(row.child.open for row, _ in found.children) + len(found.quiet)
    children = count(held, "child", "children")
    yield 1, f"Stands in: {_who(found.away, found.stands_in)}. {children}."
    for sentence in found.stood_in_for:
        yield 1, sentence
    if found.sessions:
        yield 0, f"Sessions that fall into it: {len(found.sessions)}"
        for session in found.sessions:
            yield 1, f"{weekday_day(session.on)}: {words_for(SESSION, session.kind)} with {session.worker}"
    yield 0, f"Needs somebody now: {len(found.now)}"
    for row in found.now:
        late = f", {count(row.days_over, 'day')} over" if row.days_over else ""
        about = _about(found, words_for(KIND, row.kind), row.child, row.worker)
        yield 1, f"{'Urgent: ' if row.tier == 'urgent' else ''}{about}{late}: {row.summary}"
    ahead = [one for one in found.ahead if one.what != "session" or one.on < found.first]
    yield 0, f"Falls due by {long_day(found.last)}: {len(ahead)}"
    for one in ahead:
        yield 1, f"{weekday_day(one.on)}: {_about(found, one.called, one.child, one.worker)}: {one.text}"
    yield 0, f"Open about each child: {len(found.children)}"
    for child_row, items in found.children:
        yield 1, _child(found, child_row, today)
        for item in items:
            yield 2, _item(item, today)
    if found.quiet:
        yield 0, f"Nothing open: {len(found.quiet)}"
        for child_row in found.quiet:
            yield 1, _child(found, child_row, today)


def _why(away: WorkerRow, today: date) -> str:
    worker = away.worker
    if worker.leaves is not None and worker.has_left(today):
        return f"{worker.name} left on {long_day(worker.leaves)}"
    return f"While {worker.name} is away"


def _not_there(away: WorkerRow) -> str:
    missing = away.missing_cover
    if missing is None:
        return "nobody yet"
    return f"nobody; {missing.by} was to and {NOT_STANDING_IN[missing.because]}"


def _who(away: WorkerRow, stands_in: Sequence[Stretch]) -> str:
    """Who stands in, with the days where it is not one person for all of them."""
    if len(stands_in) == 1:
        return stands_in[0].by or _not_there(away)
    return ", then ".join(
        f"{one.by or 'nobody yet'} from {weekday_day(one.first)} to {weekday_day(one.last)}" for one in stands_in
    )


def _by_day(item: OpenItem) -> tuple[bool, date, EntryId]:
    return item.due_on is None, item.due_on or date.max, item.id


def _about(found: Brief, what: str, child: str | None, worker: str | None) -> str:
    """What, about whom; the worker who is away is named at the top."""
    return " ".join(filter(None, (what, child, worker if worker != found.away.worker.name else None)))


def _child(found: Brief, row: ChildRow, today: date) -> str:
    child, clock = row.child, row.discussion
    name = f" {child.name}" if child.name else ""
    last = f"last discussed {short_day(clock.last, today)}" if clock.last else lacking_words(clock.lacking, "discussed")
    seen = f"last seen {short_day(child.last_seen, today)}" if child.last_seen else "last seen not recorded"
    status = (
        words_for(STATUS, child.status, "status not recorded") if child.open else closed_words(child.closed_on, today)
    )
    holder = "" if row.worker == found.away.worker.name else f", {row.worker or 'no worker'}"
    return f"{child.reference}{name}{holder}: {status}, {_risk(row)}, {last}, {seen}"


def _risk(row: ChildRow) -> str:
    return f"{words_for(RISK, row.child.risk)} risk" if row.child.risk else "risk not rated"


def _item(item: OpenItem, today: date) -> str:
    due = f", {set_for(item.due_on, today)}" if item.due_on else ""
    carried = (
        f", carried over {count(item.carried_over, 'time')}" if item.kind == "action" and item.carried_over else ""
    )
    who = f"{item.who_shown}: " if item.who_shown else ""
    owner = f" (owner {item.owner})" if item.kind == "worry" and item.owner else ""
    return f"{_SAID[item.kind]}{due}{carried}: {who}{item.shown}{owner}"


_SAID = {
    "worry": "Worry",
    "action": "Action",
    "decision_without_because": "Decision, no reason recorded",
    "decision_review": "Decision to look at again",
    "discussion_open": "Talk asked for",
    "escalation": "Escalation without answer",
    "consultation": "Consultation without answer",
}
