"""The morning list laid out for a page of paper to carry: a box to tick before each line, room to write behind it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from datetime import date

from oversight_tui.practice.board import AttentionRow, Board, Counts, WorkerRow
from oversight_tui.words.dates import long_day, short_day
from oversight_tui.words.labels import KIND, NOT_STANDING_IN, session_with, words_for
from oversight_tui.words.text import one_line
from oversight_tui.words.then import as_at_words

WIDTH = 78
_BOX = "[ ]"


def page_to_carry(board: Board, end: str) -> Iterator[str]:
    """The lines of the page, at most 78 columns wide; `end` is that of the journal."""
    then = board.then
    day = as_at_words(board.as_of, then.recorded_by) if then is not None else long_day(board.as_of)
    yield f"Morning list: {', '.join(board.teams) or 'no team yet'}, {day}"
    yield f"{said_counts(board.counts)}; {_age(board)}."
    yield "Children's records: keep this page with you, and shred it."
    yield from _diary(board)
    yield "-" * WIDTH
    for heading, rows in by_tier(board.attention):
        yield heading
        for row in rows:
            yield from _row(row, about_whom(board, row))
    if not board.attention:
        yield "Nothing needs you now."
    yield "-" * WIDTH
    yield f"The journal ends with {end}."


def said_counts(counts: Counts) -> str:
    """`2 urgent, 5 overdue, 3 due, 0 never`: rows of the list, each number those in that tier or state."""
    return f"{counts.urgent} urgent, {counts.overdue} overdue, {counts.due} due, {counts.never} never"


def by_tier(rows: Sequence[AttentionRow]) -> Iterator[tuple[str, Sequence[AttentionRow]]]:
    """The rows in the order of their ranks under a heading for each tier that there is, which counts them."""
    for tier, heading in (("urgent", "URGENT"), ("in_order", "IN ORDER")):
        found = [row for row in rows if row.tier == tier]
        if found:
            yield f"{heading}: {len(found)}", found


def _age(board: Board) -> str:
    return f"lists as at {short_day(board.data_as_at, board.as_of)}" if board.data_as_at else "no list imported"


def _diary(board: Board) -> Iterator[str]:
    planned = planned_today(board)
    if planned:
        yield from _wrapped(f"Supervision today: {planned}", 0)
    away = who_is_away(board)
    if away:
        yield from _wrapped(f"Away: {away}", 0)


def planned_today(board: Board) -> str:
    """With whom sessions are planned for today, and of whom is away that they are; empty where there are none."""
    rows = {row.worker.id: row for row in board.everybody}
    found = []
    for one in board.diary.sessions:
        row = rows.get(one.worker_id)
        if one.state == "planned":
            away = " (but away)" if row is not None and row.absence is not None else ""
            found.append(session_with(one.kind, row.worker.name if row is not None else "") + away)
    return ", ".join(found)


def who_is_away(board: Board) -> str:
    """Who is away today, and with each who helps out; empty where nobody is."""
    away = {one.worker_id for one in board.diary.away}
    return ", ".join(f"{row.worker.name} ({_who_helps_out(row)})" for row in board.workers if row.worker.id in away)


def about_whom(board: Board, row: AttentionRow) -> str:
    """The child and the worker of a row; where the worker is not there, who is to be rung instead."""
    worker = board.worker_row(row.worker_id)
    gone = _gone(worker, board.as_of) if worker is not None and row.kind not in ("uncovered", "leaver") else ""
    return " ".join(filter(None, (row.child, row.worker, gone)))


def _gone(row: WorkerRow, today: date) -> str:
    if row.worker.has_left(today):
        return "(has left)"
    return f"(away: {_who_helps_out(row)})" if row.absence is not None else ""


def _who_helps_out(row: WorkerRow) -> str:
    if row.covered_by:
        return f"{row.covered_by} helps out"
    if row.missing_cover is None:
        return "no cover arranged"
    return f"{row.missing_cover.by} was to help out and {NOT_STANDING_IN[row.missing_cover.because]}"


def _row(row: AttentionRow, about: str) -> Iterator[str]:
    box = "[x]" if row.decided_today else _BOX
    head = f"{box} {row.rank}. {words_for(KIND, row.kind)} {about}".rstrip()
    decided = " (decided today)" if row.decided_today else ""
    yield from _wrapped(f"{head}: {row.reason}{decided}", 4)
    yield from _wrapped(f"    {row.summary}", 4)


def _wrapped(text: str, indent: int) -> list[str]:
    lead = text[: len(text) - len(text.lstrip())]
    return textwrap.wrap(
        one_line(text), WIDTH, initial_indent=lead, subsequent_indent=" " * indent, break_on_hyphens=False
    )
