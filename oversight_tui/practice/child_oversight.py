"""What oversight did for one child over a span of days: talks, decisions and why, actions, what came after; and what
is missing.

It is made of what stands on the child's page: of what is sensitive the day alone, of a worker's own file nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, TypeVar

from msgspec import Struct

from oversight_tui.practice import records
from oversight_tui.practice.facts import Entry, Risk, Status
from oversight_tui.practice.history import History, HistoryRow
from oversight_tui.practice.holdings import whole_months
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.span import Span
from oversight_tui.practice.story import told

ActionState = Literal["done", "dropped", "open", "late"]
LEFT_OUT = "Sensitive: its words are left out here."
Kind = TypeVar("Kind", bound=records.Content)


class Agreed(Struct, frozen=True):
    """An action: what, whose, by when, and what came of it up to today; `ended` and `why` of one that has ended."""

    on: date
    text: str
    owner: str
    due_on: date
    state: ActionState
    ended: date | None = None
    why: str | None = None


class After(Struct, frozen=True):
    """What is recorded after a decision, up to today: the next talk and what had changed by it, the first other rating
    of risk and the first other status; None of what is not recorded.
    """

    next_talk: date | None = None
    what_changed: str | None = None
    risk: Risk | None = None
    risk_on: date | None = None
    status: Status | None = None
    status_on: date | None = None


class Decided(Struct, frozen=True):
    """A decision, why, by whom, what was to be done with it, and what came after. `because` is None where no reason is
    recorded.
    """

    on: date
    text: str
    because: str | None
    by: str
    actions: tuple[Agreed, ...]
    after: After


class Talked(Struct, frozen=True):
    """A time the child was discussed; `written` is False where nothing was written of it, `on_file` the day it was put
    on the child's file.
    """

    on: date
    setting: str
    text: str
    written: bool
    on_file: date | None


class Missing(Struct, frozen=True):
    """What is not there: whole months held by the team with no talk, and the days of the rest. `no_talk` says that
    there was none in all the days, `never_rated` that risk was not rated by the last of them, under a protection plan.
    """

    months_without_talk: tuple[str, ...]
    talks_not_written: tuple[date, ...]
    talks_not_on_file: tuple[date, ...]
    decisions_without_because: tuple[date, ...]
    actions_without_end: tuple[date, ...]
    no_talk: bool = False
    never_rated: bool = False


class ChildOversight(Struct, frozen=True):
    """One child in a span: the days they were held in it, risk and status on its first and last day, and the rest.

    `actions` are those that belong to no decision. `left_out` counts entries of which only the day is here.
    """

    reference: str
    held: tuple[Span, ...]
    risk: tuple[Risk | None, Risk | None]
    status: tuple[Status | None, Status | None]
    talks: tuple[Talked, ...]
    decisions: tuple[Decided, ...]
    actions: tuple[Agreed, ...]
    missing: Missing
    left_out: int


class _Standing:
    """What stands of a child, of each kind, each entry with what it says."""

    def __init__(self, history: History, kinds: Mapping[str, str]) -> None:
        self.history = history
        entries = {one.id: one for one in told(history, (), kinds)}
        found = [(entries[row.id], row) for row in history.rows if row.id in entries]
        self.rows = [(entry, row) for entry, row in found if not entry.replaced and not entry.withdrawn]

    def of(self, kind: type[Kind]) -> Iterator[tuple[Entry, HistoryRow, Kind]]:
        """Those of one kind that have a day, oldest first."""
        for entry, row in self.rows:
            if isinstance(row.content, kind) and entry.happened_on is not None:
                yield entry, row, row.content


def child_oversight(
    reference: str, history: History, held: Sequence[Span], span: Span, today: date, kinds: Mapping[str, str]
) -> ChildOversight:
    """What oversight did for the child from the first day of the span to the last, and what came of it up to today."""
    standing = _Standing(history, kinds)
    every = list(_talks(standing))
    talks = [one for one in every if span.first <= one.on <= span.last]
    agreed = list(_agreed(standing, today))
    decided = [(row.first, entry) for entry, row, _ in standing.of(records.Decision) if _within(entry, span)]
    decisions = tuple(
        Decided(
            on=entry.happened_on or span.first,
            text=LEFT_OUT if entry.sensitive else entry.text,
            because=None if entry.lacks_reason else LEFT_OUT if entry.sensitive else entry.because,
            by=entry.by,
            actions=tuple(action for belongs_to, action in agreed if belongs_to == number),
            after=_after(standing, entry.happened_on or span.first, today),
        )
        for number, entry in decided
    )
    numbers = {number for number, _ in decided}
    alone = tuple(one for to, one in agreed if to not in numbers and span.first <= one.on <= span.last)
    all_actions = [*alone, *(action for one in decisions for action in one.actions)]
    return ChildOversight(
        reference=reference,
        held=tuple(held),
        risk=(_risk(standing, span.first), _risk(standing, span.last)),
        status=(_status(standing, span.first), _status(standing, span.last)),
        talks=tuple(talks),
        decisions=decisions,
        actions=alone,
        missing=_missing(held, talks, decisions, all_actions).__replace__(
            no_talk=bool(held) and not talks, never_rated=_never_rated(standing, span.last)
        ),
        left_out=sum(entry.sensitive and _within(entry, span) for entry, _ in standing.rows),
    )


def _within(entry: Entry, span: Span) -> bool:
    return entry.happened_on is not None and span.first <= entry.happened_on <= span.last


def _talks(standing: _Standing) -> Iterator[Talked]:
    """The talks that were held, also those of which nothing is written; no opening date, and none still asked for."""
    for entry, row in standing.rows:
        if entry.happened_on is None:
            continue
        if isinstance(row.content, records.ListedInSession):
            yield Talked(entry.happened_on, "supervision", "", written=False, on_file=None)
        elif isinstance(row.content, records.Discussion) and _was_held(row.content):
            text = LEFT_OUT if entry.sensitive else entry.text
            yield Talked(entry.happened_on, row.content.setting, text, written=True, on_file=entry.on_file)


def _was_held(talk: records.Discussion) -> bool:
    return not talk.asked_for and talk.setting != "opening"


def _agreed(standing: _Standing, today: date) -> Iterator[tuple[EntryId | None, Agreed]]:
    """Each action with the decision it belongs to."""
    ends = {says.action: (entry, says) for entry, _, says in standing.of(records.ActionOutcome)}
    carried = {says.action: says.due_on for _, _, says in standing.of(records.ActionCarried)}
    for entry, row, says in standing.of(records.Action):
        due_on = carried.get(row.first, says.due_on)
        ended, outcome = ends.get(row.first, (None, None))
        state: ActionState = "late" if due_on < today else "open"
        if outcome is not None:
            state = "done" if outcome.done else "dropped"
        yield (
            says.decision,
            Agreed(
                on=entry.happened_on or today,
                text=LEFT_OUT if entry.sensitive else says.text,
                owner=says.owner,
                due_on=due_on,
                state=state,
                ended=ended.happened_on if ended is not None else None,
                why=None if entry.sensitive or outcome is None else outcome.reason,
            ),
        )


def _after(standing: _Standing, day: date, today: date) -> After:
    """What was recorded after a day, up to today."""
    talk = next(((one, row) for one, row in _held_after(standing, day, today)), None)
    changed = None
    if talk is not None and isinstance(talk[1].content, records.Discussion) and not talk[0].sensitive:
        changed = talk[1].content.what_changed
    risk, status = _risk(standing, day), _status(standing, day)
    rated = [
        (entry.happened_on, says.rating)
        for entry, _, says in standing.of(records.RiskRating)
        if entry.happened_on and day < entry.happened_on <= today and not entry.sensitive and says.rating != risk
    ]
    turned = [
        (entry.happened_on, says.status)
        for entry, _, says in standing.of(records.StatusEpisode)
        if entry.happened_on and day < entry.happened_on <= today and says.status != status
    ]
    risk_on, new_risk = rated[0] if rated else (None, None)
    status_on, new_status = turned[0] if turned else (None, None)
    return After(talk[0].happened_on if talk else None, changed, new_risk, risk_on, new_status, status_on)


def _held_after(standing: _Standing, day: date, today: date) -> Iterator[tuple[Entry, HistoryRow]]:
    for entry, row in standing.rows:
        says = row.content
        talk = isinstance(says, records.ListedInSession) or (isinstance(says, records.Discussion) and _was_held(says))
        if talk and entry.happened_on is not None and day < entry.happened_on <= today:
            yield entry, row


def _risk(standing: _Standing, day: date) -> Risk | None:
    """As it was rated on a day; one that is sensitive is not told."""
    rated = [(entry, says) for entry, _, says in standing.of(records.RiskRating) if (entry.happened_on or day) <= day]
    return rated[-1][1].rating if rated and not rated[-1][0].sensitive else None


def _never_rated(standing: _Standing, day: date) -> bool:
    """Whether a child on a protection plan on a day has no rating of risk up to it, a sensitive one included."""
    rated = any((entry.happened_on or day) <= day for entry, _, _ in standing.of(records.RiskRating))
    return _status(standing, day) == "protection_plan" and not rated


def _status(standing: _Standing, day: date) -> Status | None:
    """That of the last episode up to a day, unless an episode ended after it began."""
    begun = [(row.order, says) for _, row, says in standing.of(records.StatusEpisode) if row.order[0] <= day]
    ended = [row.order for _, row, _ in standing.of(records.StatusEnd) if row.order[0] <= day]
    if not begun or any(order > begun[-1][0] for order in ended):
        return None
    return begun[-1][1].status


def _missing(
    held: Sequence[Span], talks: Sequence[Talked], decisions: Sequence[Decided], actions: Sequence[Agreed]
) -> Missing:
    talked = {f"{one.on:%Y-%m}" for one in talks}
    return Missing(
        months_without_talk=tuple(month for month in whole_months(held) if month not in talked),
        talks_not_written=tuple(one.on for one in talks if not one.written),
        talks_not_on_file=tuple(one.on for one in talks if one.written and one.on_file is None),
        decisions_without_because=tuple(one.on for one in decisions if one.because is None),
        actions_without_end=tuple(sorted(one.on for one in actions if one.state in ("open", "late"))),
    )
