"""The morning list laid out for a page of paper to carry: a box to tick before each line, room to write behind it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from oversight_tui.practice.board import AttentionRow, Board
from oversight_tui.words.dates import count, long_day, short_day
from oversight_tui.words.labels import KIND, words_for
from oversight_tui.words.text import one_line

WIDTH = 78
_BOX = "[ ]"


def page_to_carry(board: Board, end: str) -> Iterator[str]:
    """The lines of the page, at most 78 columns wide; `end` is that of the journal."""
    counts = board.counts
    yield f"Morning list: {', '.join(board.teams) or 'no team yet'}, {long_day(board.as_of)}"
    yield f"{counts.overdue} overdue, {counts.due} due, {counts.never} never; {_age(board)}."
    yield "Children's records: keep this page with you, and shred it."
    yield from _diary(board)
    yield "-" * WIDTH
    for row in board.attention:
        yield from _row(row)
    if not board.attention:
        yield "Nothing needs you now."
    yield "-" * WIDTH
    yield f"The journal ends with {end}."


def _age(board: Board) -> str:
    return f"lists as at {short_day(board.data_as_at, board.as_of)}" if board.data_as_at else "no list imported"


def _diary(board: Board) -> Iterator[str]:
    names = {row.worker.id: row.worker.name for row in board.everybody}
    planned = [names.get(one.worker_id, "") for one in board.diary.sessions if one.state == "planned"]
    if planned:
        yield from _wrapped(f"Supervision today: {', '.join(planned)}", 0)
    away = who_is_away(board)
    if away:
        yield from _wrapped(f"Away: {away}", 0)


def who_is_away(board: Board) -> str:
    """Who is away today, and with each who helps out; empty where nobody is."""
    away = {one.worker_id for one in board.diary.away}
    return ", ".join(
        f"{row.worker.name} ({f'{row.covered_by} helps out' if row.covered_by else 'no cover arranged'})"
        for row in board.workers
        if row.worker.id in away
    )


def _row(row: AttentionRow) -> Iterator[str]:
    box = "[x]" if row.decided_today else _BOX
    about = " ".join(filter(None, (row.child, row.worker)))
    late = f", {count(row.days_over, 'day')} over" if row.days_over else ", due today" if row.state == "due" else ""
    never = ", never" if row.state == "never" else ""
    yield from _wrapped(f"{box} {row.rank}. {words_for(KIND, row.kind)} {about}{late}{never}".rstrip(), 4)
    yield from _wrapped(f"    {row.summary}", 4)


def _wrapped(text: str, indent: int) -> list[str]:
    lead = text[: len(text) - len(text.lstrip())]
    return textwrap.wrap(
        one_line(text), WIDTH, initial_indent=lead, subsequent_indent=" " * indent, break_on_hyphens=False
    )
