"""The rows of the five panes: from a board to cells of plain text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Literal

from oversight_tui.practice.board import AttentionRow, Board, ChildRow, Clock, TalkRow, WorryRow
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, EntryId, WorkerId
from oversight_tui.practice.said import NOTHING
from oversight_tui.practice.timescales.enquiry import enquiry_since
from oversight_tui.practice.timescales.missing import missing_now
from oversight_tui.ui.present.glyphs import TONES
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.tones import Tone
from oversight_tui.words.dates import ago, count, near_day
from oversight_tui.words.labels import BUCKET, RISK, STATUS_SHORT, TALK, words_for

# What the morning list can be narrowed to, each counted in the top line.
View = Literal["urgent", "overdue", "due", "never"]
# A worry keeps its age beside how late its review is; its owner stands there where there is room.
WORRIES = (
    Column(1),
    Column(9, title="child"),
    Column(10, from_width=46, title="worker"),
    Column(10, "right", title="review", whole=True),
    Column(9, "right", from_width=56, title="raised", apart=True),
    Column(title="worry"),
    Column(18, from_width=84, title="owner"),
)
TALKS = (
    Column(6, title="when"),
    Column(9, title="child"),
    Column(11, from_width=60, title="worker"),
    Column(title="about"),
    Column(12, "right", title="stands", whole=True),
)
CASELOAD = (
    Column(1),
    Column(title="child"),
    Column(12, from_width=52, title="status"),
    Column(9, title="risk"),
    Column(9, "right", title="discussed", whole=True),
    Column(11, from_width=66, title="seen"),
    Column(16, from_width=84, title="besides"),
)
# In which order the states of a clock are listed.
LATENESS = {"never": 0, "overdue": 1, "due": 2, "in_time": 3, "paused": 4}


def whom_of(child_id: ChildId | None, worker_id: WorkerId | None = None) -> str:
    """What the rows about one child share, or those about a worker and no child; empty for neither."""
    if child_id is not None:
        return f"child:{child_id}"
    return f"worker:{worker_id}" if worker_id is not None else ""


def worker_cell(name: str | None, names: Names, tone: Tone = "plain") -> Cell:
    """A worker by the short name, found by the whole one."""
    return Cell(names.short_worker(name), tone, found_by=names.worker(name))


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


def cannot_wait(row: AttentionRow) -> bool:
    """Whether a line is urgent, overdue or never."""
    return row.tier == "urgent" or row.state in ("overdue", "never")


def rows_to_see_to(board: Board) -> Mapping[str, tuple[str, ...]]:
    """By key, the lines of the morning list that cannot wait: urgent, overdue or never, and not decided today; with the
    words for what each is.
    """
    return {
        attention_key(row): (row.tier, row.state)
        for row in board.attention
        if not row.decided_today and cannot_wait(row)
    }


def added_up(board: Board) -> str:
    """What the lines of the morning list are, each counted once: `18 urgent or late (3 both), 6 more due`."""
    found = Counter(
        "urgent or late" if cannot_wait(row) else "more due" if row.state == "due" else "not due"
        for row in board.attention
    )
    both = sum(row.tier == "urgent" and row.state in ("overdue", "never") for row in board.attention)
    said = [f"{found[one]} {one}" for one in ("urgent or late", "more due", "not due") if found[one]]
    if both:
        said[0] = f"{said[0]} ({both} both)"
    return ", ".join(said)


def passed_over(board: Board) -> frozenset[str]:
    """The keys of the lines that would be among those, had nothing been decided today."""
    return frozenset(attention_key(row) for row in board.attention if cannot_wait(row) and row.decided_today)


def said_of(kinds: Collection[str]) -> str:
    """What such lines are together: `urgent, overdue or never`."""
    said = [word for word in ("urgent", "overdue", "never") if word in kinds]
    return " or ".join(filter(None, (", ".join(said[:-1]), said[-1])))


def step(places: Sequence[int], at: int, by: int) -> int:
    """Which of the places, lowest first, is the next one after `at`, or the last one before it; it goes round."""
    if by > 0:
        return bisect_right(places, at) % len(places)
    return (bisect_left(places, at) - 1) % len(places)


def days_ago(clock: Clock, board: Board, about: AboutWorker | AboutChild) -> str:
    """How long ago; never where the top line counts it, else that it is not yet, or not known."""
    if clock.lacking is None:
        return ago(clock.days_since or 0)
    return "never" if about in board.late_for_the_first_time else clock.lacking


def worry_rows(board: Board, names: Names) -> tuple[Line, ...]:
    """The open worries."""
    return tuple(
        Line(
            key_of(row.item.id),
            partial(_worry_cells, row, names, board),
            whom=whom_of(row.child.id if row.child else None),
        )
        for row in board.worries
    )


def _worry_cells(row: WorryRow, names: Names, board: Board) -> tuple[Cell, ...]:
    today = board.as_of
    return (
        Cell(names.glyphs.of_state(row.state), TONES[row.state]),
        Cell(row.child.reference if row.child else "", "strong", found_by=names.child(row.child)),
        worker_cell(row.worker, names),
        Cell(late_or_by(row.days_over, row.item.due_on, row.state, today) or "no day", TONES[row.state]),
        Cell(_age(row.item.since, today), "quiet"),
        Cell(names.text(row.item.shown)),
        _owner(row.item.owner, board, names),
    )


def _owner(name: str | None, board: Board, names: Names) -> Cell:
    """One of the team by the short name; a post or a service has no first name, and stands as it was written."""
    ours = (*(row.worker.name for row in board.everybody), board.manager.manager.name if board.manager else "")
    return Cell(names.short_worker(name) if name in ours else names.worker(name), "quiet", found_by=names.worker(name))


def talk_rows(board: Board, names: Names) -> tuple[Line, ...]:
    """Discussions: asked for, held today, not on the child's file."""
    return tuple(
        Line(
            key_of(row.id),
            partial(_talk_cells, row, names, board.as_of),
            whom=whom_of(row.child.id if row.child else None),
        )
        for row in board.talks
    )


def _talk_cells(row: TalkRow, names: Names, today: date) -> tuple[Cell, ...]:
    when = row.at or _on_day(row.on, today)
    if row.state == "not_on_file":
        waits = f"{count(row.working_days, 'work day')}" if row.working_days else "to file"
        state = Cell(waits, "warn")
        when = _on_day(row.on, today)
    elif row.state == "held":
        state = Cell(f"{names.glyphs.decided} decided" if row.decision else "held", "good")
    else:
        state = Cell("open", "strong")
        when = when if row.on in (None, today) else _on_day(row.on, today)
    return (
        Cell(when),
        Cell(row.child.reference if row.child else "", "strong", found_by=names.child(row.child)),
        worker_cell(row.worker, names),
        Cell(_where_said(row) + names.text(row.text)),
        state,
    )


def _on_day(on: date | None, today: date) -> str:
    return "today" if on == today else near_day(on, today) if on else ""


def _where_said(row: TalkRow) -> str:
    """That it was said in supervision; most are same-day talks, of which nothing need be said."""
    return "" if row.setting == "same_day" else f"{words_for(TALK, row.setting)}: "


def caseload_rows(board: Board, worker_id: WorkerId | None, names: Names) -> tuple[Line, ...]:
    """The children of one worker: never discussed first, then the latest. With no worker, those nobody holds."""
    held = sorted(board.children_with(worker_id), key=_child_by_lateness)
    return tuple(Line(key_of(row.child.id), partial(_caseload_cells, row, names, board)) for row in held)


def _caseload_cells(row: ChildRow, names: Names, board: Board) -> tuple[Cell, ...]:
    child, clock, today = row.child, row.discussion, board.as_of
    tone = TONES[clock.state]
    seen = near_day(child.last_seen, today) if child.last_seen else ""
    status = words_for(STATUS_SHORT, child.status, names.glyphs.dot)
    now = _now(child.id, board)
    remarks = [
        status if now else "",
        words_for(BUCKET, child.bucket) if child.bucket else "",
        count(row.worries_open, "worry", "worries") if row.worries_open else "",
        f"{row.actions_overdue} late" if row.actions_overdue else "",
        "not on the list" if child.missing_since else "",
        "older list" if child.listed_on else "",
        "worker has left" if row.worker_left else "uncovered" if row.uncovered else "",
    ]
    return (
        Cell(names.glyphs.of_state(clock.state), tone),
        Cell(names.child(child), "strong" if clock.state in ("overdue", "never") else "plain"),
        Cell(now, "alarm") if now else Cell(status),
        Cell(words_for(RISK, child.risk, "not rated"), "plain" if child.risk else "quiet"),
        Cell(days_ago(clock, board, AboutChild(child.id)), tone),
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
    return LATENESS[row.discussion.state], -(row.discussion.days_since or 0), row.child.reference


def late_or_by(days_over: int | None, due_on: date | None, state: str, today: date) -> str:
    """How many days over it is, else by when it has to be done: `due` once it is due soon."""
    if days_over:
        return f"{days_over}d over"
    if due_on is None:
        return "due" if state == "due" else ""
    return "due today" if due_on == today else f"{'due' if state == 'due' else 'by'} {near_day(due_on, today)}"


def sentence(row: AttentionRow, names: Names) -> str:
    """Why a line is on the list, in whole sentences, and what it says."""
    urgent = "Urgent. " if row.tier == "urgent" else ""
    return f"{urgent}{row.reason}. {summary(row, names)}"


def summary(row: AttentionRow, names: Names) -> str:
    """The sentence of the row; while names are hidden only what the program itself says."""
    return names.text(row.summary) if row.id is not None else row.summary


def _age(since: date | None, today: date) -> str:
    return "" if since is None else ago((today - since).days)


def text_of(line: Line, fold: Callable[[str], str]) -> str:
    """The text of all the cells of a row, in which what is typed is looked for."""
    return fold(" ".join(f"{cell.text} {cell.found_by}" for cell in line.cells))
