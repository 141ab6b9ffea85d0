"""The rows of the five panes: from a board to cells of plain text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Literal

from oversight_tui.practice.board import AttentionRow, Board, ChildRow, Clock, TalkRow, WorkerRow, WorryRow
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, EntryId, WorkerId
from oversight_tui.practice.said import NOTHING
from oversight_tui.practice.timescales.enquiry import enquiry_since
from oversight_tui.practice.timescales.missing import missing_now
from oversight_tui.ui.present.glyphs import TONES
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.tones import Tone
from oversight_tui.words.dates import count, near_day
from oversight_tui.words.labels import ABSENCE, BUCKET, KIND, RISK, STATUS_SHORT, TALK, words_for

# What the morning list can be narrowed to, each counted in the top line.
View = Literal["urgent", "overdue", "due", "never"]
# The sentence that says why stands in a row where there is room for it, and else in the detail.
TODAY = (Column(1), Column(14), Column(20), Column(11), Column(), Column(from_width=110))
TEAM = (Column(), Column(3, "right"), Column(1), Column(7, "right"), Column(3, "right"), Column(10, from_width=50))
# A worry keeps its age beside how late its review is; its owner stands there where there is room.
WORRIES = (
    Column(1),
    Column(9),
    Column(10, from_width=46),
    Column(9),
    Column(8, from_width=56),
    Column(),
    Column(18, from_width=84),
)
TALKS = (Column(6), Column(9), Column(11, from_width=46), Column(), Column(8))
CASELOAD = (
    Column(1),
    Column(),
    Column(12),
    Column(9, from_width=52),
    Column(7, "right"),
    Column(11, from_width=66),
    Column(16, from_width=84),
)
# In which order the states of a clock are listed.
_LATENESS = {"never": 0, "overdue": 1, "due": 2, "in_time": 3, "paused": 4}


def today_rows(board: Board, names: Names, enter_dates: str) -> tuple[Line, ...]:
    """The ranked list. A row's key says what it is about, not its rank. `enter_dates` is the key for missing dates."""
    return tuple(
        Line(
            attention_key(row), partial(_today_cells, row, names, enter_dates), whom=_whom(row.child_id, row.worker_id)
        )
        for row in board.attention
    )


def _whom(child_id: ChildId | None, worker_id: WorkerId | None = None) -> str:
    """What the rows about one child share, or those about a worker and no child; empty for neither."""
    if child_id is not None:
        return f"child:{child_id}"
    return f"worker:{worker_id}" if worker_id is not None else ""


def _today_cells(row: AttentionRow, names: Names, enter_dates: str) -> tuple[Cell, ...]:
    urgent = row.tier == "urgent"
    tone: Tone = "good" if row.decided_today else "alarm" if urgent else TONES[row.state]
    said: Tone = "quiet" if row.decided_today else "plain"
    glyph = names.glyphs.decided if row.decided_today else names.glyphs.of_state("urgent" if urgent else row.state)
    return (
        Cell(glyph, tone),
        Cell(words_for(KIND, row.kind), "strong" if urgent or row.state in ("overdue", "never") else "plain"),
        Cell(_about(row, names, enter_dates)),
        Cell(_late(row), tone),
        Cell(_summary(row, names), said),
        Cell(row.reason, said),
    )


def attention_key(row: AttentionRow) -> str:
    """What a row of the morning list is known by from one refresh to the next."""
    return f"{row.kind}:{row.id or ''}:{row.child_id or ''}:{row.worker_id or ''}:{row.summary if not row.id else ''}"


def ids_in_attention_key(key: str) -> tuple[EntryId | None, ChildId | None]:
    """The entry and the child that such a key names."""
    _, entry, child, _ = key.split(":", 3)
    return EntryId(int(entry)) if entry else None, ChildId(int(child)) if child else None


def is_about_opening_dates(key: str) -> bool:
    """Whether the row with this key is the line for all dates that are missing."""
    return key.startswith("opening_dates:")


def in_view(row: AttentionRow, view: View) -> bool:
    """Whether the number that the top line has for a view counts this row."""
    return row.tier == "urgent" if view == "urgent" else row.state == view


def rows_to_see_to(board: Board) -> Mapping[str, str]:
    """By key, the lines of the morning list that cannot wait: urgent, overdue or never, and not decided today. The word
    is what each is, `urgent` only where it is neither of the others.
    """
    return {
        attention_key(row): row.state if row.state in ("overdue", "never") else row.tier
        for row in board.attention
        if not row.decided_today and (row.tier == "urgent" or row.state in ("overdue", "never"))
    }


def passed_over(board: Board) -> frozenset[str]:
    """The keys of the lines that would be among those, had nothing been decided today."""
    cannot_wait = (row for row in board.attention if row.tier == "urgent" or row.state in ("overdue", "never"))
    return frozenset(attention_key(row) for row in cannot_wait if row.decided_today)


def said_of(kinds: Collection[str]) -> str:
    """What such lines are together: `urgent, overdue or never`."""
    said = [word for word in ("urgent", "overdue", "never") if word in kinds]
    return " or ".join(filter(None, (", ".join(said[:-1]), said[-1])))


def step(places: Sequence[int], at: int, by: int) -> int:
    """Which of the places, lowest first, is the next one after `at`, or the last one before it; it goes round."""
    if by > 0:
        return bisect_right(places, at) % len(places)
    return (bisect_left(places, at) - 1) % len(places)


def team_rows(board: Board, names: Names) -> tuple[Line, ...]:
    """The workers: never supervised first, then the latest, then by name; those who have left after them, and last the
    manager, who is supervised too.
    """
    own = board.manager.row if board.manager is not None else None
    shown = [
        *sorted(board.workers, key=lambda row: (row.worker.has_left(board.as_of), *_by_lateness(row))),
        *((own,) if own is not None else ()),
    ]
    return tuple(
        Line(key_of(row.worker.id), partial(_team_cells, row, names, board, row is own), counted=row is not own)
        for row in shown
    )


def _team_cells(row: WorkerRow, names: Names, board: Board, is_you: bool) -> tuple[Cell, ...]:
    today = board.as_of
    return (
        Cell(names.worker(row.worker.name), "quiet" if row.absence else "plain"),
        Cell("you" if is_you else str(row.children)),
        *_supervised(row, names, board),
        Cell(str(row.worries_open) if row.worries_open else names.glyphs.dot, "plain"),
        Cell(_remark(row, today), "quiet"),
    )


def _supervised(row: WorkerRow, names: Names, board: Board) -> tuple[Cell, Cell]:
    """How late the supervision is, and how long ago it was; of who has left none is asked."""
    if row.worker.has_left(board.as_of):
        return Cell(""), Cell("left", "quiet")
    clock, tone = row.supervision, TONES[row.supervision.state]
    days = "away" if row.absence is not None else _days(clock, board, AboutWorker(row.worker.id))
    return Cell(names.glyphs.of_state(clock.state), tone), Cell(days, tone)


def _days(clock: Clock, board: Board, about: AboutWorker | AboutChild) -> str:
    """How long ago; never only where the top line counts it. It is not yet late else, or no date is known of it."""
    if clock.last is not None:
        return f"{clock.days_since} d"
    if about in board.late_for_the_first_time:
        return "never"
    return "not yet" if clock.limit_by is not None and clock.limit_by >= board.as_of else "no date"


def _remark(row: WorkerRow, today: date) -> str:
    if row.worker.has_left(today):
        return "has left"
    if row.absence:
        return words_for(ABSENCE, row.absence.reason)
    if row.newly_qualified:
        return "newly qual"
    if row.worker.next_planned:
        return near_day(row.worker.next_planned, today)
    return "agency" if row.worker.agency else ""


def _by_lateness(row: WorkerRow) -> tuple[int, int, str]:
    return _LATENESS[row.supervision.state], -(row.supervision.days_since or 0), row.worker.name


def worry_rows(board: Board, names: Names) -> tuple[Line, ...]:
    """The open worries."""
    return tuple(
        Line(
            key_of(row.item.id),
            partial(_worry_cells, row, names, board.as_of),
            whom=_whom(row.child.id if row.child else None),
        )
        for row in board.worries
    )


def _worry_cells(row: WorryRow, names: Names, today: date) -> tuple[Cell, ...]:
    age = _age(row.item.since, today)
    late = f"{row.days_over} d over" if row.days_over else ""
    return (
        Cell(names.glyphs.of_state(row.state), TONES[row.state]),
        Cell(row.child.reference if row.child else "", "strong"),
        Cell(names.short_worker(row.worker)),
        Cell(late or age, TONES[row.state]),
        Cell(f"{age} old" if late and age else "", "quiet"),
        Cell(names.text(row.item.shown)),
        Cell(f"owner {names.short_worker(row.item.owner)}" if row.item.owner else "", "quiet"),
    )


def talk_rows(board: Board, names: Names) -> tuple[Line, ...]:
    """Same-day discussions: asked for, held today, not on the child's file."""
    return tuple(
        Line(
            key_of(row.id),
            partial(_talk_cells, row, names, board.as_of),
            whom=_whom(row.child.id if row.child else None),
        )
        for row in board.talks
    )


def _talk_cells(row: TalkRow, names: Names, today: date) -> tuple[Cell, ...]:
    when = row.at or (near_day(row.on, today) if row.on else "")
    if row.state == "not_on_file":
        state = Cell(f"{row.working_days} wd", "warn") if row.working_days else Cell("to file", "warn")
        when = near_day(row.on, today) if row.on else ""
    elif row.state == "held":
        state = Cell(f"{names.glyphs.decided} decided" if row.decision else "held", "good")
    else:
        state = Cell("open", "strong")
        when = when if row.on in (None, today) else near_day(row.on, today)
    return (
        Cell(when),
        Cell(row.child.reference if row.child else "", "strong"),
        Cell(names.short_worker(row.worker)),
        Cell(_where_said(row) + names.text(row.text)),
        state,
    )


def _where_said(row: TalkRow) -> str:
    """That it was said in supervision; of a same-day talk the pane's own title says it."""
    return "" if row.setting == "same_day" else f"{words_for(TALK, row.setting)}: "


def caseload_rows(board: Board, worker_id: WorkerId | None, names: Names) -> tuple[Line, ...]:
    """The children of one worker: never discussed first, then the latest. With no worker, those nobody holds."""
    held = sorted(board.children_with(worker_id), key=_child_by_lateness)
    return tuple(Line(key_of(row.child.id), partial(_caseload_cells, row, names, board)) for row in held)


def _caseload_cells(row: ChildRow, names: Names, board: Board) -> tuple[Cell, ...]:
    child, clock, today = row.child, row.discussion, board.as_of
    tone = TONES[clock.state]
    seen = f"seen {near_day(child.last_seen, today)}" if child.last_seen else ""
    status = words_for(STATUS_SHORT, child.status, names.glyphs.dot)
    now = _now(child.id, board)
    remarks = [
        status if now else "",
        words_for(BUCKET, child.bucket) if child.bucket else "",
        count(row.worries_open, "worry", "worries") if row.worries_open else "",
        f"{row.actions_overdue} late" if row.actions_overdue else "",
        "not on the list" if child.missing_since else "",
        "worker has left" if row.worker_left else "uncovered" if row.uncovered else "",
    ]
    return (
        Cell(names.glyphs.of_state(clock.state), tone),
        Cell(names.child(child), "strong" if clock.state in ("overdue", "never") else "plain"),
        Cell(now, "alarm") if now else Cell(status),
        Cell(words_for(RISK, child.risk, "not rated"), "plain" if child.risk else "quiet"),
        Cell(_days(clock, board, AboutChild(child.id)), tone),
        Cell(seen, "quiet"),
        Cell(", ".join(filter(None, remarks)), "warn" if row.worries_open else "quiet"),
    )


def _now(child_id: ChildId, board: Board) -> str:
    """What goes on about a child and comes before any status, so short that it stands in its column."""
    said = board.dates.get(child_id, NOTHING)
    missing, enquiry = missing_now(said) is not None, enquiry_since(said) is not None
    if missing and enquiry:
        return "missing, s47"
    return "missing" if missing else "section 47" if enquiry else ""


def _child_by_lateness(row: ChildRow) -> tuple[int, int, str]:
    return _LATENESS[row.discussion.state], -(row.discussion.days_since or 0), row.child.reference


def _about(row: AttentionRow, names: Names, enter_dates: str) -> str:
    worker = names.short_worker(row.worker)
    if row.kind == "opening_dates":
        return f"{enter_dates} enters them"
    if row.child is None:
        return worker
    return f"{row.child} {names.glyphs.dot} {worker}" if worker else row.child


def _late(row: AttentionRow) -> str:
    if row.decided_today:
        return "decided"
    if row.tier == "urgent":
        return f"urgent {row.days_over}d" if row.days_over else "urgent"
    if row.state == "never" and not row.days_over:
        return "never"
    if row.days_over:
        return f"{row.days_over} d over"
    return "due" if row.state == "due" else ""


def _summary(row: AttentionRow, names: Names) -> str:
    """The sentence of the row; while names are hidden only what the program itself says."""
    return names.text(row.summary) if row.id is not None else row.summary


def _age(since: date | None, today: date) -> str:
    if since is None:
        return ""
    days = (today - since).days
    return "today" if days <= 0 else f"{days} d"


def text_of(line: Line, fold: Callable[[str], str]) -> str:
    """The text of all the cells of a row, in which what is typed is looked for."""
    return fold(" ".join(f"{cell.text} {cell.found_by}" for cell in line.cells))
