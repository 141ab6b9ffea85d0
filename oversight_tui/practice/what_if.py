"""What another policy would make of today's board: who becomes late and who no longer is, before it is in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date

from msgspec import Struct

from oversight_tui.practice.board import AttentionRow, Board, Clock
from oversight_tui.practice.facts import TeamFacts
from oversight_tui.practice.morning import build_board
from oversight_tui.practice.policy import Policy
from oversight_tui.words.dates import count
from oversight_tui.words.labels import KIND, STATE, words_for

FIRST_ROWS = 10
LOOSENS = "A clock that runs never loosens: more time holds from each worker's next session on."
MOST_NAMED = 3
_CHILD, _WORKER, _ROW = ("child", "children"), ("worker", "workers"), ("row", "rows")
_OTHER, _THING = ("row of another kind", "rows of other kinds"), ("thing", "things")
_BECOME, _COME = ("becomes", "become"), ("comes to stand", "come to stand")
# The rows of the clocks of workers and children, who are counted themselves.
_OF_CLOCKS = frozenset({"supervision", "coverage"})
_LATE = ("overdue", "never")
# A row of the morning list, whatever is said of it: its kind, and the child, worker or entry that it is about.
_Row = tuple[str, object, object, object]


class Moved(Struct, frozen=True):
    """How many come to something by a change, and how many no longer are."""

    more: int = 0
    fewer: int = 0


class OtherClock(Struct, frozen=True):
    """Whose clock stands otherwise: the worker's supervision, or the discussion of the child."""

    whose: str
    was: str
    becomes: str


class Effect(Struct, frozen=True):
    """What a change of the policy does to one day's board: children and workers who are late or soon due by their own
    clocks, other rows that are late, rows that are urgent or on the morning list at all, how many of its first rows are
    others, and how many that stay have another last day in time. `erased` is what is due to be erased, `clocks` says
    whose clock stands otherwise, the workers' first; `come_first` and `with_other_days` name the rows. `loosens` says
    that a limit of supervision becomes longer, which no clock does that runs.
    """

    late_children: Moved
    late_workers: Moved
    late_others: Moved
    due_children: Moved
    due_workers: Moved
    urgent: Moved
    rows: Moved
    others_first: int
    other_days: int
    erased: Moved = Moved()
    clocks: tuple[OtherClock, ...] = ()
    come_first: tuple[str, ...] = ()
    with_other_days: tuple[str, ...] = ()
    loosens: bool = False


def effect_of(facts: TeamFacts, before: Policy, after: Policy, today: date) -> Effect:
    """What the policy `after` makes of these facts that `before` does not."""
    effect = _effect(build_board(facts, before, today), build_board(facts, after, today), today)
    ends = zip(_ends(before, today), _ends(after, today), strict=True)
    return effect.__replace__(loosens=any(then > now for now, then in ends))


def _ends(policy: Policy, today: date) -> Iterator[date]:
    """When each limit of supervision would end that begins today."""
    stages = policy.newly_qualified
    for limit in (policy.supervision.ideal, policy.supervision.limit, stages.first_limit, stages.second_limit):
        yield limit.after(today)


def said_of(effect: Effect) -> tuple[str, ...]:
    """The same in sentences, the weightiest first; one that says so where nothing is changed today."""
    found = [
        *_said(effect.late_children, _CHILD, _BECOME, "late"),
        *_said(effect.late_workers, _WORKER, _BECOME, "late"),
        *_said(effect.late_others, _OTHER, _BECOME, "late"),
        *_said(effect.due_children, _CHILD, _BECOME, "due"),
        *_said(effect.due_workers, _WORKER, _BECOME, "due"),
        *_said(effect.urgent, _ROW, _BECOME, "urgent"),
        *_said(effect.rows, _ROW, _COME, "on the morning list"),
        *_said(effect.erased, _THING, _BECOME, "due to be erased"),
    ]
    if effect.other_days:
        rows = count(effect.other_days, "row stays", "rows stay")
        found.append(f"{rows} on the list, due by another day{_which(effect.with_other_days, effect.other_days)}")
    if effect.others_first:
        rows = count(effect.others_first, "row comes", "rows come")
        found.append(f"{rows} up among the first {FIRST_ROWS}{_which(effect.come_first, effect.others_first)}")
    found = found or ["Nothing on today's board changes."]
    return (*found, LOOSENS) if effect.loosens else tuple(found)


def named_of(effect: Effect) -> str:
    """Who they are, as far as a sentence or two has room; empty where nobody's clock stands otherwise."""
    named = [f"{one.whose}: {one.was} \N{RIGHTWARDS ARROW} {one.becomes}" for one in effect.clocks[:MOST_NAMED]]
    others = len(effect.clocks) - len(named)
    return "; ".join([*named, *([f"and {others} more"] if others else [])])


def _said(moved: Moved, whom: tuple[str, str], comes: tuple[str, str], to: str) -> Iterable[str]:
    """Who comes to it and who no longer is, each a sentence."""
    if moved.more:
        one = moved.more == 1
        yield f"{moved.more} more {whom[0] if one else whom[1]} {comes[0] if one else comes[1]} {to}."
    if moved.fewer:
        one = moved.fewer == 1
        yield f"{moved.fewer} {whom[0] if one else whom[1]} {'is' if one else 'are'} no longer {to}."


def _effect(before: Board, after: Board, today: date) -> Effect:
    both = (before, after)
    first, first_then = (_rows(board.attention[:FIRST_ROWS]) for board in both)
    other_days = _with_other_days(*both)
    return Effect(
        moved(*(_children(board, *_LATE) for board in both)),
        moved(*(_workers(board, *_LATE) for board in both)),
        moved(*(_rows(row for row in board.attention if _is_late_otherwise(row)) for board in both)),
        _become_due(*((_children(board, "due"), _children(board, *_LATE)) for board in both)),
        _become_due(*((_workers(board, "due"), _workers(board, *_LATE)) for board in both)),
        moved(*(_rows(row for row in board.attention if row.tier == "urgent") for board in both)),
        moved(*(_rows(board.attention) for board in both)),
        len(first_then - first),
        len(other_days),
        clocks=tuple(_other_clocks(*both, today)),
        come_first=_named(row for row in after.attention[:FIRST_ROWS] if _row(row) not in first),
        with_other_days=_named(other_days),
    )


def _become_due(before: tuple[Set[object], Set[object]], after: tuple[Set[object], Set[object]]) -> Moved:
    """Of those who are due and those who are late: who was in time and is due, and the other way round."""
    return moved(before[0] - after[1], after[0] - before[1])


def _with_other_days(before: Board, after: Board) -> list[AttentionRow]:
    days = {_row(one): one.due_on for one in before.attention}
    return [one for one in after.attention if _row(one) in days and days[_row(one)] != one.due_on]


def _named(rows: Iterable[AttentionRow]) -> tuple[str, ...]:
    """Those of them that are about a child, with what each is: workers are named by their clocks."""
    return tuple(f"{words_for(KIND, row.kind)} {row.child}" for row in rows if row.child)


def _which(rows: Sequence[str], number: int) -> str:
    """Which rows they are, as far as there is room, after what is said of them."""
    if not rows:
        return "."
    others = number - len(rows[:MOST_NAMED])
    return f": {', '.join(rows[:MOST_NAMED])}{f' and {others} more' if others > 0 else ''}."


def _clocks(board: Board) -> Mapping[str, Clock]:
    """Whose they are, the workers' first."""
    of_workers = {row.worker.name: row.supervision for row in board.everybody}
    return of_workers | {row.child.reference: row.discussion for row in board.children}


def _other_clocks(before: Board, after: Board, today: date) -> Iterator[OtherClock]:
    clocks = _clocks(before)
    for whose, clock in _clocks(after).items():
        was, becomes = _stands(clocks[whose], today), _stands(clock, today)
        if was != becomes:
            yield OtherClock(whose, was, becomes)


def _stands(clock: Clock, today: date) -> str:
    """As the board says it; who was never seen is late by the day until which that was in time."""
    over = (today - clock.limit_by).days if clock.limit_by is not None and clock.state in _LATE else 0
    return f"{count(over, 'day')} over" if over > 0 else STATE[clock.state]


def moved(before: Set[object], after: Set[object]) -> Moved:
    """How many are in the one and not in the other."""
    return Moved(len(after - before), len(before - after))


def _is_late_otherwise(row: AttentionRow) -> bool:
    return row.state in _LATE and row.kind not in _OF_CLOCKS


def _children(board: Board, *states: str) -> Set[object]:
    return {row.child.id for row in board.children if row.discussion.state in states}


def _workers(board: Board, *states: str) -> Set[object]:
    own = (board.manager.row,) if board.manager is not None and board.manager.row is not None else ()
    return {row.worker.id for row in (*board.workers, *own) if row.supervision.state in states}


def _rows(rows: Iterable[AttentionRow]) -> Set[object]:
    return {_row(one) for one in rows}


def _row(row: AttentionRow) -> _Row:
    return row.kind, row.id, row.worker_id, row.child_id
