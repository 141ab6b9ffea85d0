"""The rows of the ranked list of a morning: what, about whom, how late, and why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

from rich.cells import cell_len

from oversight_tui.practice.board import AttentionRow, Board
from oversight_tui.practice.ids import ChildId
from oversight_tui.ui.present.glyphs import TONES
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.rows import attention_key, late_or_by, summary, whom_of, worker_cell
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.tones import Tone
from oversight_tui.words.dates import count
from oversight_tui.words.labels import KIND, words_for

# Why something is on the list stands in its row where there is room; the whole sentence stands in the detail.
CHILD_AND_WORKER_FROM, WHY_FROM, NAMES_FROM, WHOLE_WHY_FROM = 56, 66, 80, 82
WIDEST_WHAT, WIDEST_CHILD, WIDEST_NAMED_CHILD, WIDEST_WORKER, WIDEST_LATE = 14, 11, 19, 12, 11
TODAY = (
    Column(1),
    Column(WIDEST_WHAT, title="what"),
    Column(title="who", below_width=CHILD_AND_WORKER_FROM),
    Column(WIDEST_CHILD, from_width=CHILD_AND_WORKER_FROM, title="child", below_width=NAMES_FROM),
    Column(WIDEST_NAMED_CHILD, from_width=NAMES_FROM, title="child"),
    Column(WIDEST_WORKER, from_width=CHILD_AND_WORKER_FROM, title="worker"),
    Column(WIDEST_LATE, "right", title="late", whole=True, apart=True),
    Column(from_width=WHY_FROM, title="why", wraps_from=WHOLE_WHY_FROM, goes_on_under=3),
)
_DECIDED = "Decided today. "  # before why it stands there still, as late as it was
# What the reason calls a standing, in the words of a column.
_IN_A_COLUMN = {"on a child protection plan": "CP plan", "not rated": "not rated"}


def today_rows(board: Board, names: Names, enter_dates: str) -> tuple[Line, ...]:
    """The ranked list. A row's key says what it is about, not its rank. `enter_dates` is the key for missing dates."""
    return tuple(
        Line(
            attention_key(row),
            partial(_today_cells, row, board, names, enter_dates),
            whom=whom_of(row.child_id, row.worker_id),
        )
        for row in board.attention
    )


def today_columns(board: Board, names: Names, enter_dates: str) -> tuple[Column, ...]:
    """The columns of the ranked list, none wider than what stands in it: what is left over says why."""
    glyph, what, who, child, named_child, worker, late, why = TODAY
    children = {(row.child_id, row.child, _children(row)) for row in board.attention}
    workers = {
        names.short_worker(row.worker) if row.kind != "opening_dates" else f"press {enter_dates}"
        for row in board.attention
    }
    return (
        glyph,
        _as_wide_as(what, (words_for(KIND, kind) for kind in {row.kind for row in board.attention})),
        who,
        _as_wide_as(child, (_reference_or_number(*one) for one in children)),
        _as_wide_as(named_child, (_called(*one, board, names) for one in children)),
        _as_wide_as(worker, workers),
        _as_wide_as(late, {_late(row, board.as_of) for row in board.attention}),
        why,
    )


def _as_wide_as(column: Column, texts: Iterable[str]) -> Column:
    widest = max(map(cell_len, texts), default=0)
    return column.__replace__(width=min(column.width, max(widest, len(column.title))))


def _children(row: AttentionRow) -> int | None:
    """How many children a line is for; of an own file what is counted is something else."""
    return row.count if row.kind != "own_file" else None


def _reference_or_number(child_id: ChildId | None, reference: str | None, number: int | None) -> str:
    """A child by the reference; of a line for several how many they are."""
    if child_id is None and number:
        return count(number, "child", "children")
    return reference or ""


def _called(child_id: ChildId | None, reference: str | None, number: int | None, board: Board, names: Names) -> str:
    """The same with the child's name, short: `C-4633 Aisha B`."""
    known = board.child_row(child_id)
    return names.short_child(known.child) if known is not None else _reference_or_number(child_id, reference, number)


def _today_cells(row: AttentionRow, board: Board, names: Names, enter_dates: str) -> tuple[Cell, ...]:
    urgent = row.tier == "urgent"
    tone: Tone = "good" if row.decided_today else "alarm" if urgent else TONES[row.state]
    said: Tone = "quiet" if row.decided_today else "plain"
    glyph = names.glyphs.decided if row.decided_today else names.glyphs.of_state("urgent" if urgent else row.state)
    child, named, worker = _child_and_worker(row, board, names, enter_dates)
    return (
        Cell(glyph, tone),
        Cell(words_for(KIND, row.kind), "strong" if urgent or row.state in ("overdue", "never") else "plain"),
        worker if row.child_id is None and worker.text else child,
        child,
        named,
        worker,
        Cell(_late(row, board.as_of), "quiet" if row.decided_today else tone),
        Cell(f"{_DECIDED * row.decided_today}{_why(row, names)}", said, found_by=summary(row, names)),
    )


def named(line: Line) -> str:
    """A row of the list in few words: `Worry, C-4633`."""
    _, what, who, *_ = line.cells
    return ", ".join(filter(None, (what.text, who.text)))


def _child_and_worker(row: AttentionRow, board: Board, names: Names, enter_dates: str) -> tuple[Cell, Cell, Cell]:
    """The child without and with the name, and the worker by the short one; both are found by their whole names too."""
    if row.kind == "opening_dates":
        return Cell(""), Cell(""), Cell(f"press {enter_dates}")
    tone: Tone = "quiet" if row.child_id is None else "plain"
    known = board.child_row(row.child_id)
    found_by = names.child(known.child) if known is not None else ""
    child = Cell(_reference_or_number(row.child_id, row.child, _children(row)), tone, found_by=found_by)
    named = Cell(_called(row.child_id, row.child, _children(row), board, names), tone)
    return child, named, worker_cell(row.worker, names)


def _late(row: AttentionRow, today: date) -> str:
    """How late it is, so short that it is never cut."""
    if row.tier == "urgent":
        return f"urgent {row.days_over}d" if row.days_over else "urgent"
    if row.state == "never" and not row.days_over:
        return "never"
    return late_or_by(row.days_over, row.due_on, row.state, today)


def _why(row: AttentionRow, names: Names) -> str:
    """What was written of an entry; of anything else what the rules say, but for how late it is, which has a column."""
    if row.id is not None or (row.child_id is None and row.kind != "supervision"):
        return summary(row, names)
    said = [
        _IN_A_COLUMN.get(one.factor.partition(",")[0], one.factor if one.says is None else one.says)
        for part in ("what", "who")
        for one in row.because
        if one.part == part
    ]
    words = ", ".join(filter(None, said))
    return words[:1].upper() + words[1:]
