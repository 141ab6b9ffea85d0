"""The line over the board of a first morning: most dates from before this record are missing, and a key enters them."""

from __future__ import annotations

from oversight_tui.practice.board import Board
from oversight_tui.ui.keymap import Keymap
from oversight_tui.ui.widgets.text_line import Part


def first_morning_parts(board: Board, keymap: Keymap) -> tuple[tuple[Part, ...], ...]:
    """Versions for ever less room; none where most of the dates are in. Each part that has a key can be clicked."""
    missing = sum(row.count or 0 for row in board.attention if row.kind == "opening_dates")
    if missing * 2 <= len(tuple(board.everybody)) + len(board.children):
        return ()
    dates = Part(f" {keymap.shown('opening_dates')}", "bold $text-accent", "opening_dates")
    enters = Part(" enters them ", "", "opening_dates")
    unsaid = board.manager is not None and not board.manager.manager.confirmed
    who: tuple[Part, ...] = ()
    if unsaid:
        key = Part(f"  {keymap.shown('whose_board')}", "bold $text-accent", "whose_board")
        who = (key, Part(" says who you are ", "", "whose_board"))
    short = f" The last time is not known for {missing}."
    whole = f" First morning: the last supervision or talk is not known for {missing}."
    return ((Part(whole), dates, enters, *who), (Part(short), dates, enters, *who), (Part(short), dates, enters))
