"""The next weeks as a grid of days, and one of its days in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from itertools import groupby

from oversight_tui.practice.ahead import AheadRow
from oversight_tui.practice.board import Board
from oversight_tui.practice.calendar import away_until
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.weeks import AwayInWeek, DayPlan, HeldToday, PlannedSession, away_by_week
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.ui.widgets.tones import Tone
from oversight_tui.ui.widgets.week_lines import DAYS, GridDay, GridItem, GridSpan, GridWeek
from oversight_tui.words.dates import month_day, short_day, weekday_day
from oversight_tui.words.labels import SESSION, words_for

_KINDS = {"group": "group", "observation": "observed"}
_DAY = timedelta(days=1)


def grid_weeks(board: Board, days: Sequence[DayPlan], due: Iterable[AheadRow], names: Names) -> Iterator[GridWeek]:
    """The weeks, Monday to Friday; what is on a weekend stands on the Friday before it."""
    due_on: dict[date, list[AheadRow]] = {}
    for row in due:
        due_on.setdefault(row.on, []).append(row)
    away = away_by_week(days)
    before: set[str] = set()
    for monday, group in groupby(days, key=lambda day: day.on - day.on.weekday() * _DAY):
        week = list(group)
        yield GridWeek(
            tuple(_day(day, week, due_on, board.as_of, names) for day in week[:DAYS]),
            tuple(_span(one, board, names, before) for one in away.get(monday, ())),
        )
        before = {_away(one, board, names) for one in away.get(monday, ())}


def due_key(row: AheadRow, number: int) -> str:
    """The key of what falls due, the how manieth of its day."""
    return f"due:{row.on}:{number}"


def day_in_full(board: Board, day: DayPlan, due: Sequence[AheadRow], chosen: str, names: Names) -> tuple[Passage, ...]:
    """A day: who is away until when, and what is in it. What is chosen comes first, in bold."""
    holiday = ", bank holiday" if day.holiday else ""
    away = "; ".join(f"{names.worker(who)} {_until(board, who, day.on)}" for who in day.away)
    head = Passage(f"{weekday_day(day.on)}{holiday}. Away: {away or 'nobody'}", "quiet", hang=2)
    said = {key_of(one.entry_id): _session_in_full(one, names) for one in day.sessions}
    said |= {held_key(one): Passage(f"Held today: {names.worker(one.worker)}", "good") for one in day.held}
    said |= {due_key(row, number): _due_in_full(row, names) for number, row in enumerate(due)}
    first = [said.pop(chosen).__replace__(tone="strong")] if chosen in said else []
    return (head, *first, *said.values())


def held_key(one: HeldToday) -> str:
    """What tells a session that was held from those that are planned."""
    return f"held {key_of(one.worker_id)}"


def _session_in_full(one: PlannedSession, names: Names) -> Passage:
    kind = words_for(SESSION, one.kind).capitalize()
    at = f" at {one.at}" if one.at else ""
    gone = ", but away on that day" if one.while_away else ""
    return Passage(f"{kind} with {names.worker(one.worker)}{at}{gone}", "alarm" if gone else "plain", hang=2)


def _due_in_full(row: AheadRow, names: Names) -> Passage:
    who = " ".join(filter(None, (row.child, names.worker(row.worker))))
    return Passage(f"{row.called.capitalize()}: {', '.join(filter(None, (who, names.text(row.text))))}", hang=2)


def _day(
    day: DayPlan, week: Sequence[DayPlan], due: Mapping[date, Sequence[AheadRow]], today: date, names: Names
) -> GridDay:
    shown = [day, *(week[DAYS:] if day is week[DAYS - 1] else ())]
    items = [item for one in shown for item in _items(one, due.get(one.on, ()), names, beside=one is not day)]
    title = f"Today {month_day(day.on)}" if day.on == today else weekday_day(day.on)
    holiday = f"{title} bank holiday" if day.holiday else title
    brief = f"{weekday_day(day.on)} holiday" if day.holiday else ""
    tone: Tone = "never" if day.on == today else "warn" if day.holiday else "quiet"
    return GridDay(str(day.on), holiday, brief, tone, tuple(items))


def _items(day: DayPlan, due: Sequence[AheadRow], names: Names, *, beside: bool) -> Iterator[GridItem]:
    on = f"{weekday_day(day.on)[:3]} " if beside else ""
    for one in day.sessions:
        yield _session(one, on, names)
    for held in day.held:
        yield GridItem(held_key(held), f"{on}{names.short_worker(held.worker)} held", tone="good")
    for number, row in enumerate(due):
        who = row.child or names.short_worker(row.worker)
        yield GridItem(due_key(row, number), f"{on}{who} {row.called}", tone="quiet")


def _session(one: PlannedSession, on: str, names: Names) -> GridItem:
    kind = f" {_KINDS[one.kind]}" if one.kind in _KINDS else ""
    sign = f"{names.glyphs.overdue} " if one.while_away else ""
    before = f"{on}{sign}{one.at} " if one.at else f"{on}{sign}"
    tone: Tone = "alarm" if one.while_away else "block"
    return GridItem(
        key_of(one.entry_id),
        f"{before}{names.worker(one.worker)}{kind}",
        f"{before}{names.short_worker(one.worker)}{kind}",
        tone,
    )


def _span(one: AwayInWeek, board: Board, names: Names, before: Set[str]) -> GridSpan:
    """Who is away across a week; until when in the first of the weeks, since it is the same in those after it."""
    away = _away(one, board, names)
    text = f"{names.glyphs.away} {names.short_worker(one.who)}" if away in before else away
    return GridSpan(one.first.weekday(), one.last.weekday(), text, "quiet")


def _away(one: AwayInWeek, board: Board, names: Names) -> str:
    return f"{names.glyphs.away} {names.short_worker(one.who)} away {_until(board, one.who, one.first)}"


def _until(board: Board, who: str, day: date) -> str:
    """Until when somebody is away who is away on a day."""
    worker: WorkerId | None = next((row.worker.id for row in board.everybody if row.worker.name == who), None)
    theirs = [one for one in board.absences if one.worker_id == worker]
    until = away_until(theirs, day)
    return f"to {short_day(until, board.as_of)}" if until is not None else "with no day of return"
