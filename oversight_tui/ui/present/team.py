"""The rows of the team pane: each worker's caseload and days since supervision as small bars, what is late, the risks.

Every number says what it counts in its heading or its own words, and names what it opens.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from oversight_tui.practice.board import Board, Clock, WorkerRow
from oversight_tui.practice.ids import AboutWorker
from oversight_tui.ui.present.bars import bar
from oversight_tui.ui.present.glyphs import TONES
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.narrowing import Counted, opened_by
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.present.rows import LATENESS, days_ago
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.tones import Tone
from oversight_tui.words.dates import near_day
from oversight_tui.words.labels import ABSENCE, words_for

WHOLE_NAMES_FROM, RISKS_FROM, BAR_FROM, MORE_FROM, REMARKS_FROM = 64, 50, 40, 76, 100
TEAM = (
    Column(title="worker", below_width=WHOLE_NAMES_FROM),
    Column(title="worker", from_width=WHOLE_NAMES_FROM),
    Column(8, "right", title="children", whole=True),
    Column(1),
    # On the smallest terminal names go before bars.
    Column(10, "right", title="supervised", whole=True, below_width=BAR_FROM),
    Column(11, "right", title="supervised", whole=True, from_width=BAR_FROM),
    Column(4, "right", title="late", whole=True),
    Column(4, "right", from_width=RISKS_FROM, title="high"),
    Column(3, "right", from_width=RISKS_FROM, title="med"),
    Column(3, "right", from_width=RISKS_FROM, title="low"),
    Column(9, "right", from_width=MORE_FROM, title="not rated"),
    Column(7, "right", from_width=MORE_FROM, title="worries"),
    Column(24, from_width=REMARKS_FROM, title="next session"),
)
# What the columns after the supervision count, in their order.
_COUNTED: tuple[Counted, ...] = ("late", "high", "medium", "low", "unrated", "worries")
_CASELOAD_BAR, _SUPERVISION_BAR = 4, 3


def team_rows(board: Board, names: Names) -> tuple[Line, ...]:
    """The workers: never supervised first, then the latest, then by name; those who have left after them, and last the
    manager, who is supervised too.
    """
    own = board.manager.row if board.manager is not None else None
    shown = [
        *sorted(board.workers, key=lambda row: (row.worker.has_left(board.as_of), *_by_lateness(row))),
        *((own,) if own is not None else ()),
    ]
    largest = largest_caseload(board)
    return tuple(
        Line(key_of(row.worker.id), partial(_cells, row, names, board, largest, row is own), counted=row is not own)
        for row in shown
    )


def largest_caseload(board: Board) -> int:
    """The largest caseload of the team, against which the others' bars stand: no policy sets a limit to it."""
    return max((row.children for row in board.workers), default=0)


def _cells(row: WorkerRow, names: Names, board: Board, largest: int, is_you: bool) -> tuple[Cell, ...]:
    tone: Tone = "quiet" if row.absence else "plain"
    whole, short = names.worker(row.worker.name), names.short_worker(row.worker.name)
    return (
        Cell("You" if is_you else short, tone, found_by=whole),
        Cell(f"You, {whole}" if is_you else whole, tone),
        _caseload(row, largest, names),
        *_supervised(row, names, board),
        *(_number(counted, row, board, names) for counted in _COUNTED),
        Cell(_remark(row, board.as_of), "quiet"),
    )


def _caseload(row: WorkerRow, largest: int, names: Names) -> Cell:
    """How many children, and a bar of them against the largest caseload."""
    if not row.children:
        return Cell(names.glyphs.dot, "quiet")
    return Cell(f"{bar(row.children, largest, _CASELOAD_BAR, names.glyphs)}{row.children:>4}", opens="children")


def _supervised(row: WorkerRow, names: Names, board: Board) -> tuple[Cell, Cell, Cell]:
    """How late the supervision is, and how long ago it was, without and with a bar of that against the limit; none is
    asked of who has left.
    """
    if row.worker.has_left(board.as_of):
        return Cell(""), Cell("left", "quiet"), Cell("left", "quiet")
    clock, tone = row.supervision, TONES[row.supervision.state]
    glyph = Cell(names.glyphs.of_state(clock.state), tone)
    if row.absence is not None:
        return glyph, Cell("away", tone), Cell("away", tone)
    ago = days_ago(clock, board, AboutWorker(row.worker.id))
    return glyph, Cell(ago, tone), Cell(f"{_bar_of(clock, names)}{ago:>8}", tone)


def _bar_of(clock: Clock, names: Names) -> str:
    """Days since the last one against the days of the limit; nothing where there was none."""
    if clock.last is None or clock.days_since is None or clock.limit_by is None:
        return ""
    return bar(clock.days_since, (clock.limit_by - clock.last).days, _SUPERVISION_BAR, names.glyphs)


def _number(counted: Counted, row: WorkerRow, board: Board, names: Names) -> Cell:
    """A number that opens exactly the rows it counts."""
    number = len(opened_by(counted, row.worker.id).keys(board))
    tone: Tone = "alarm" if counted == "late" else "plain"
    return Cell(str(number), tone, opens=counted) if number else Cell(names.glyphs.dot, "quiet")


def _remark(row: WorkerRow, today: date) -> str:
    """When the next session is planned, and what is to be known of the worker."""
    if row.worker.has_left(today):
        return "has left"
    planned = near_day(row.worker.next_planned, today) if row.worker.next_planned else "none planned"
    said = words_for(ABSENCE, row.absence.reason) if row.absence else "newly qualified" if row.newly_qualified else ""
    return ", ".join(filter(None, (planned, said or ("agency" if row.worker.agency else ""))))


def _by_lateness(row: WorkerRow) -> tuple[int, int, str]:
    return LATENESS[row.supervision.state], -(row.supervision.days_since or 0), row.worker.name
