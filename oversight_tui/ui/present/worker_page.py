"""A worker's page: the sessions and what was decided about them as a story, and beside it where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from rich.cells import cell_len

from oversight_tui.practice.board import ActionRow, ChildRow
from oversight_tui.practice.facts import OpenItem, Session
from oversight_tui.practice.handovers import HandOverToCome
from oversight_tui.practice.limit_words import set_for
from oversight_tui.practice.pages import WorkerPage
from oversight_tui.practice.worker_dates import date_said, dates_among
from oversight_tui.ui.present.detail import post, worker_lines
from oversight_tui.ui.present.glyphs import TONES
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.present.standing import accountable_lines, headed, hold_lines
from oversight_tui.ui.present.told import LEFT, author_of, left_column, told_as_story
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.ui.widgets.tones import Tone
from oversight_tui.ui.widgets.week_lines import fitted
from oversight_tui.words.dates import ago, count, month_day
from oversight_tui.words.labels import RISK, STATUS_SHORT, words_for
from oversight_tui.words.lacking import lacking_words

_KINDS = {"one_to_one": "One-to-one", "group": "Group", "observation": "Observation"}


def worker_story(page: WorkerPage, today: date, names: Names) -> tuple[Passage, ...]:
    """The sessions, newest first, and after them what was decided about the worker."""
    found: list[Passage] = []
    supervisor = _usual_supervisor(page)
    own, year = {one.id for one in page.own_sessions}, today.year
    for one in reversed(page.sessions):
        day = one.held_on or one.planned_for
        if day is not None and day.year != year:
            year = day.year
            found.append(Passage(str(year), "quiet"))
        found.append(_session(one, supervisor, names, key_of(one.id) if one.id in own else ""))
    if not page.sessions:
        found.append(Passage("None is recorded yet.", indent=2))
    if page.entries:
        found += [Passage(), Passage("Decided about this worker", "heading")]
        entries = tuple(reversed(page.entries))
        found += list(told_as_story(entries, author_of(entries), today, names))
    found += headed("Manager accountable", accountable_lines(page.accountable, names))
    return tuple(found)


def worker_standing(page: WorkerPage, today: date, names: Names) -> tuple[Passage, ...]:
    """Where the worker stands, and what is theirs to do."""
    said = post(page.row, names)  # the name stands over the page
    found = [*([Passage(said, "strong")] if said else ()), *worker_lines(page.row, today, names)]
    found += hold_lines(page.hold, today, names)
    found += headed("Dates", (_date(one, today) for one in dates_among(page.open_items)))
    found += headed("To be done", (_to_do(one, page.row.worker.name, today, names) for one in page.actions))
    found += headed("Handovers to come", (_to_come(one, page.row.worker.name, today, names) for one in page.handovers))
    return tuple(found)


def children_passages(page: WorkerPage, names: Names, width: int) -> tuple[Passage, ...]:
    """The children of the worker with the state of each, those first whose turn it is, each on one line so wide: where
    there is no room for the rest, without the risk, and without the status.
    """
    children = sorted(page.children, key=_whose_turn)
    over = max((cell_len(_over(row)) for row in children), default=0)
    room = width - _SIGN - _DAYS - 2 - over
    name, status, risk = _widest(names.child(row.child) for row in children), _widest(map(_status, children)), _RISK
    if room - status - risk - 2 < min(name, _LEAST_NAME):
        risk = 0
    if room - status - risk - 2 < min(name, _LEAST_NAME):
        status = 0
    wide = _Wide(max(1, min(name, room - sum(one + 1 for one in (status, risk) if one))), status, risk)
    return tuple(_child(row, wide, names) for row in children)


# Whose turn it is comes first, then who was talked about longest ago.
_ORDER = {"never": 0, "overdue": 1, "due": 2}
_SIGN, _RISK, _DAYS = 4, 9, 9  # cells for what stands before a child, for the risk, for when they were discussed
_LEAST_NAME = 16  # cells that a name has before anything else goes


class _Wide(NamedTuple):
    """How many cells each has; none where it is not shown."""

    name: int
    status: int
    risk: int


def _widest(said: Iterable[str]) -> int:
    return max(map(cell_len, said), default=0)


def _over(row: ChildRow) -> str:
    return f"{row.discussion.days_over}d over" if row.discussion.days_over else ""


def _whose_turn(row: ChildRow) -> tuple[int, int]:
    return _ORDER.get(row.discussion.state, len(_ORDER)), -(row.discussion.days_since or 0)


def _status(row: ChildRow) -> str:
    return words_for(STATUS_SHORT, row.child.status, "not recorded")


def _usual_supervisor(page: WorkerPage) -> str:
    return max(
        (one.supervisor for one in page.sessions), key=[one.supervisor for one in page.sessions].count, default=""
    )


def _session(one: Session, supervisor: str, names: Names, key: str) -> Passage:
    """What came of a session: held or not, with whom, for how long, who was talked about."""
    day = one.held_on or one.planned_for
    said = ["Begun, not ended" if one.under_way else one.state.capitalize()]
    said[0] += f" for {one.at}" if one.at and one.state == "planned" else ""
    if one.counts is not None:
        said[0] = f"Cut short, {'counted' if one.counts else 'not counted as supervision'}"
    said += [f"with {', '.join(map(names.short_worker, one.others))}"] if one.others else []
    said += [count(one.minutes, "minute")] if one.minutes else []
    said += [", ".join(one.children)] if one.children else []
    reason = f": {names.text(one.reason)}" if one.reason else ""
    tone: Tone = "strong" if one.state == "planned" else "quiet" if one.state == "cancelled" else "plain"
    tone = "warn" if one.counts is False or one.under_way else tone
    return Passage(
        ", ".join(said) + reason,
        tone,
        indent=LEFT,
        right=names.short_worker(one.supervisor) if one.supervisor != supervisor else "",
        key=key,
        left=left_column(month_day(day) if day else "no day", "", _KINDS[one.kind], tone),
    )


def _date(one: OpenItem, today: date) -> Passage:
    """What runs out, and when; what has run out stands out."""
    late = one.due_on is not None and one.due_on < today
    return Passage(date_said(one), "alarm" if late else "plain", indent=2, hang=2)


def _to_do(one: ActionRow, worker: str, today: date, names: Names) -> Passage:
    about = f"{names.child(one.child)}: " if one.child else ""
    owner = one.owner_besides(worker)
    about += f"{names.worker(owner)}: " if owner else ""
    due = f", {set_for(one.item.due_on, today)}" if one.item.due_on else ""
    return Passage(f"{about}{names.text(one.item.shown)}{due}", TONES[one.state], indent=2, hang=2)


def _to_come(one: HandOverToCome, worker: str, today: date, names: Names) -> Passage:
    """Which child comes or goes, from or to whom, and when."""
    said = one.words(worker, names.child(one.child), names.worker, today)
    tone: Tone = "warn" if one.on <= today else "plain"
    return Passage(said, tone, indent=2, hang=2)


def _child(row: ChildRow, wide: _Wide, names: Names) -> Passage:
    """A child on one line, in columns: the state, who, the status, the risk, when last discussed, how late."""
    clock, tone = row.discussion, TONES[row.discussion.state]
    status, risk = fitted(_status(row), wide.status), fitted(words_for(RISK, row.child.risk, "not rated"), wide.risk)
    days, over = lacking_words(clock.lacking) if clock.last is None else ago(clock.days_since or 0), _over(row)
    left: tuple[tuple[str, Tone], ...] = (
        (f"  {names.glyphs.of_state(clock.state)} ", tone),
        (f"{fitted(names.child(row.child), wide.name)} ", "strong" if over else "plain"),
        ("".join(f"{one} " for one in (status, risk) if one), "plain"),
        (f"{days:>{_DAYS}} ", tone),
    )
    indent = sum(cell_len(text) for text, _ in left)
    opens = key_of(row.child.id)
    return Passage(over, tone, indent=indent, left=left, key=f"child {opens}", opens=opens)


def supervised_by(page: WorkerPage, names: Names) -> Iterator[str]:
    """Who held the sessions where no other name stands at them."""
    if supervisor := _usual_supervisor(page):
        yield f"by {names.worker(supervisor)} unless named"
