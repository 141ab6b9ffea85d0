"""The selected row told in full: who, where they stand, what was written, and why it is on the list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from oversight_tui.practice.board import AttentionRow, Board, ChildRow, Clock, TalkRow, WorkerRow, WorryRow
from oversight_tui.practice.limit_words import limit_said, none_asked_of_who_left, set_for
from oversight_tui.ui.present.glyphs import TONES
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.of_many import children_of
from oversight_tui.ui.present.rows import cannot_wait
from oversight_tui.ui.present.team import largest_caseload
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.words.closings import closed_words
from oversight_tui.words.cut_short import cut_short_words
from oversight_tui.words.dates import count, last_seen, listed_since, short_day
from oversight_tui.words.labels import (
    ABSENCE,
    BUCKET,
    KIND,
    NOT_STANDING_IN,
    RISK,
    STATE,
    STATUS,
    TALK,
    words_for,
)
from oversight_tui.words.lacking import lacking_words
from oversight_tui.words.worries import raised_words

# Whether the points behind the reason are shown, and how.
Points = Literal["hidden", "on_a_line", "one_a_line"]
# Where a child was talked about last, after the day.
_IN_SETTING = {
    "supervision": " in supervision",
    "group": " in group supervision",
    "same_day": " in a same-day talk",
    "opening": " by the opening date",
}


def attention_detail(row: AttentionRow, board: Board, names: Names, *, points: Points) -> tuple[Passage, ...]:
    """A row of the morning list and why it is there; where they are asked for the points its score is the sum of."""
    child = board.child_row(row.child_id)
    worker = board.worker_row(row.worker_id)
    found = [Passage(headed(row, names), "strong"), *_why(row, points)]
    if row.decided_today:
        found.append(Passage(f"{names.glyphs.decided} Decided today; stays on the list until tomorrow", "good"))
    if child is not None:
        found += child_lines(child, board.as_of, names)
    if worker is not None and (child is None or row.kind == "supervision"):
        found += worker_lines(worker, board.as_of, names)
    elif worker is not None:
        clock = _clock(worker.supervision, board.as_of)
        found.append(Passage(f"{names.worker(worker.worker.name)}: supervision {clock}", "quiet"))
    found += children_of(row, board, names)
    return (*found, *_points(row, points))


def worker_detail(row: WorkerRow, board: Board, names: Names, *, points: Points) -> tuple[Passage, ...]:
    """A worker of the team pane."""
    about_workers = board.attention_to_child(None)
    reasons = [one for one in about_workers if one.worker_id == row.worker.id and one.kind == "supervision"]
    found = [Passage(titled(row, names), "strong"), *(_why(reasons[0], points) if reasons else ())]
    found += worker_lines(row, board.as_of, names)
    if any(one.under_way and one.worker_id == row.worker.id for one in board.diary.sessions):
        found.append(Passage("Today's session is begun and not ended: Supervise goes on with it", "warn"))
    theirs = board.attention_of_worker(row.worker.id)
    late = sum(cannot_wait(one) and not one.decided_today for one in theirs)
    listed = f"{count(len(theirs), 'row')}, {late or 'none'} urgent or late"
    found.append(Passage(f"On the morning list: {listed}{' (the number under late)' if late else ''}"))
    largest = largest_caseload(board)
    if largest:
        found.append(
            Passage(f"Bars: of {largest} children, the most anybody holds here; of the limit in days", "quiet")
        )
    return (*found, *(_points(reasons[0], points) if reasons else ()))


def child_detail(row: ChildRow, board: Board, names: Names, *, points: Points) -> tuple[Passage, ...]:
    """A child of the caseload pane, with every line the morning list has about them."""
    found = [*child_lines(row, board.as_of, names)]
    for one in board.attention_to_child(row.child.id):
        said = f"{words_for(KIND, one.kind)}: {_summary(one, names)}"
        found += [Passage(said, TONES[one.state]), *_why(one, points), *_points(one, points)]
    return tuple(found)


def worry_detail(row: WorryRow, board: Board, names: Names, *, points: Points) -> tuple[Passage, ...]:
    """A worry of the worries pane."""
    item = row.item
    child = board.child_row(row.child.id) if row.child else None
    reasons = board.attention_to_entry(item.id)
    found = [Passage(f"Worry: {names.text(item.shown)}", "strong"), *(_why(reasons[0], points) if reasons else ())]
    raised = raised_words(item.since, board.as_of)
    said = [f"{raised[:1].upper()}{raised[1:]}"]
    said += [f"by {names.worker(item.who)}" if item.who else ""]
    said += [f"owner {names.worker(item.owner)}" if item.owner else "no owner"]
    said += [f"severity {item.severity} of 5" if item.severity else "severity not recorded"]
    said += [set_for(item.due_on, board.as_of, "review", "review was due") if item.due_on else "no review date"]
    found.append(Passage(", ".join(filter(None, said)), TONES[row.state], hang=2))
    if child is not None:
        found += child_lines(child, board.as_of, names)
    return (*found, *(_points(reasons[0], points) if reasons else ()))


def talk_detail(row: TalkRow, board: Board, names: Names, *, points: Points) -> tuple[Passage, ...]:
    """A same-day discussion."""
    state = {"open": "asked for, not held yet", "held": "held", "not_on_file": "not on the child's file yet"}[row.state]
    when = " ".join(filter(None, (short_day(row.on, board.as_of) if row.on else "", row.at)))
    found = [Passage(f"{words_for(TALK, row.setting)} {when}: {state}", "strong"), Passage(names.long_text(row.text))]
    if row.working_days:
        found.append(Passage(f"{count(row.working_days, 'working day')} since it was held", "warn"))
    if row.decision:
        found.append(Passage(f"Decided: {names.text(row.decision)}", "good"))
    child = board.child_row(row.child.id) if row.child else None
    return (*found, *(child_lines(child, board.as_of, names) if child else ()))


def child_lines(row: ChildRow, today: date, names: Names) -> Iterator[Passage]:
    """A child: who holds them, status and risk, last discussed, last seen."""
    child, clock = row.child, row.discussion
    if not child.open:
        yield from _closed_lines(row, today, names)
        return
    holder = words_for(BUCKET, child.bucket, "held by nobody")
    yield Passage(names.child_of_worker(child, row.worker, holder), "strong")
    since = f" since {short_day(child.status_since, today)}" if child.status_since else ""
    risk = words_for(RISK, child.risk, "not rated")
    as_if = "" if child.risk else f", taken as {words_for(RISK, row.risk_used)}"
    yield Passage(f"{words_for(STATUS, child.status, 'status not recorded').capitalize()}{since}; risk {risk}{as_if}")
    setting = _IN_SETTING.get(child.last_discussed_setting or "", "")
    yield Passage(f"Discussed: {_clock(clock, today, setting)}", TONES[clock.state])
    seen = last_seen(child.last_seen, child.last_seen_source, today)
    yield Passage(f"Last seen: {seen}; {_allocated(row, today)}", "quiet")
    if row.worker_left:
        yield Passage("The worker has left: hand this child over", "warn")
    elif row.uncovered:
        yield Passage("The worker is not here: nobody covers this child", "warn")
    if child.missing_since:
        yield Passage(f"Not in the list as at {short_day(child.missing_since, today)}", "warn")
    elif child.listed_on:
        yield Passage(f"As the list of {short_day(child.listed_on, today)} had them: no newer one does", "warn")


def _closed_lines(row: ChildRow, today: date, names: Names) -> Iterator[Passage]:
    """A child whom a list has closed: when, by whom they were held last, when they were last talked about."""
    child, clock = row.child, row.discussion
    yield Passage(names.child(child), "strong")
    held = f"; last with {names.worker(row.worker)}" if row.worker else ""
    closed = closed_words(child.closed_on, today)
    yield Passage(f"{closed[:1].upper()}{closed[1:]}: in no caseload{held}", "warn")
    last = f"last {short_day(clock.last, today)}" if clock.last else lacking_words(clock.lacking)
    yield Passage(f"Discussed: {last}; risk {words_for(RISK, child.risk, 'not rated')}", "quiet")


def _allocated(row: ChildRow, today: date) -> str:
    child = row.child
    if child.allocated_since:
        held = "allocated" if row.worker else "no worker"
        return f"{held} since {short_day(child.allocated_since, today)}"
    held = "with this worker" if row.worker else "without a worker"
    return (
        f"{held} {listed_since(short_day(child.seen_by, today))}" if child.seen_by else "allocation date not recorded"
    )


def _nobody_there(row: WorkerRow, names: Names) -> str:
    if row.missing_cover is None:
        return "; no cover arranged"
    return f"; {names.worker(row.missing_cover.by)} was to help out and {NOT_STANDING_IN[row.missing_cover.because]}"


def worker_lines(row: WorkerRow, today: date, names: Names) -> Iterator[Passage]:
    """A worker: supervision, the next session, how their children stand, absence."""
    worker, covered = row.worker, row.coverage
    cut_short = cut_short_words(worker.last_held_cut_short, worker.cut_short_on, today)
    if worker.leaves is not None and worker.has_left(today):
        none_asked = none_asked_of_who_left(worker.leaves, today)
        yield Passage(f"Supervision: {_last(row.supervision, today)}{cut_short}; {none_asked}", "quiet")
    else:
        yield Passage(f"Supervision: {_clock(row.supervision, today)}{cut_short}", TONES[row.supervision.state])
    next_said = "Still planned:" if worker.has_left(today) else "Next"
    planned = f"{next_said} {short_day(worker.next_planned, today)}" if worker.next_planned else "No session planned"
    by = f"; last held by {names.worker(worker.last_held_by)}" if worker.last_held_by else ""
    yield Passage(f"{planned}{by}", "plain" if worker.next_planned or worker.has_left(today) else "warn")
    if worker.supervisor or worker.second_supervisor:
        first = names.worker(worker.supervisor) or "the manager"
        second = f", also by {names.worker(worker.second_supervisor)}" if worker.second_supervisor else ""
        yield Passage(f"Supervised by {first}{second}", "quiet")
    if row.children:
        stand = ((covered.overdue, "overdue"), (covered.due, "due"), (covered.never, "not discussed here"))
        said = (f"{number} {how}" for number, how in (*stand, (covered.in_time, "in time")) if number)
        yield Passage(f"Discussed, of {count(row.children, 'child', 'children')}: {', '.join(said)}")
    if row.absence:
        away = row.absence
        until = f" to {short_day(away.last_day, today)}" if away.last_day else ", return not known"
        words = words_for(ABSENCE, away.reason)
        by = f"; {names.worker(row.covered_by)} helps out" if row.covered_by else _nobody_there(row, names)
        yield Passage(f"Away ({words}) from {short_day(row.away_since or away.first_day, today)}{until}{by}", "warn")
    if row.worker.leaves is not None:
        left = row.worker.has_left(today)
        yield Passage(f"{'Left on' if left else 'Leaves on'} {short_day(row.worker.leaves, today)}", "warn")


def titled(row: WorkerRow, names: Names) -> str:
    """A worker's name, role, hours and standing on one line."""
    return f" {names.glyphs.dot} ".join(filter(None, (names.worker(row.worker.name), post(row, names))))


def post(row: WorkerRow, names: Names) -> str:
    """A worker's role, hours and standing; empty where none is known."""
    worker = row.worker
    said = [worker.role or "", f"{worker.fte:g} FTE" if worker.fte is not None else ""]
    said += ["newly qualified" if row.newly_qualified else "", "agency" if worker.agency else ""]
    return f" {names.glyphs.dot} ".join(filter(None, said))


def _clock(clock: Clock, today: date, setting: str = "") -> str:
    """Where a clock stands, in words: when it was last, where, whether that is in time, and until when."""
    limit = limit_said(clock.limit_by, today) if clock.limit_by else ""
    over = f"{count(clock.days_over, 'day')} over" if clock.days_over else ""
    state = "" if over or clock.last is None else words_for(STATE, clock.state)
    stands = ", ".join(filter(None, (state, limit, over)))
    return "; ".join(filter(None, (_last(clock, today, setting), stands)))


def _last(clock: Clock, today: date, setting: str = "") -> str:
    if clock.last is None:
        return lacking_words(clock.lacking)
    ago = count(clock.days_since or 0, "day")
    return f"last {short_day(clock.last, today)}{setting}, {ago} ago" if clock.days_since else f"today{setting}"


def _why(row: AttentionRow, points: Points) -> Iterator[Passage]:
    """The reason as a sentence; with its points on one line, where there is no room for one a line."""
    urgent = "Urgent. " if row.tier == "urgent" else ""
    yield Passage(f"Why: {urgent}{row.reason}", "strong" if urgent else "plain", hang=5)
    if points == "on_a_line":
        factors = ", ".join(f"{one.factor} {one.points:+g}" for one in row.because)
        yield Passage(f"Points: {factors}", "quiet", right=f"{row.score:g}", hang=8)


def _points(row: AttentionRow, points: Points) -> Iterator[Passage]:
    if points == "one_a_line":
        yield Passage("Points", "quiet", right=f"{row.score:g}")
        for one in row.because:
            yield Passage(one.factor, indent=2, right=f"{one.points:+g}")


def headed(row: AttentionRow, names: Names) -> str:
    """What a row is and what it says, once where its words begin with what it is."""
    called, said = words_for(KIND, row.kind), _summary(row, names)
    return said if said.startswith((f"{called}:", f"{called},")) else f"{called}: {said}"


def _summary(row: AttentionRow, names: Names) -> str:
    return names.text(row.summary) if row.id is not None else row.summary
