"""What puts right or takes back what was recorded."""

from __future__ import annotations

from collections.abc import Mapping

from oversight_tui.command_list.command import Command

PUTTING_RIGHT: Mapping[str, Command] = {
    "correct": Command(
        "correct",
        "a newer version of an entry: its text, day or child",
        ("oversight correct 5182 --text 'See both children alone this week'",),
    ),
    "mark": Command(
        "mark", "mark an entry as sensitive or as a significant event", ("oversight mark 4843 significant",)
    ),
    "withdraw": Command(
        "withdraw",
        "take an entry back with a reason",
        ("oversight withdraw 5182 --because 'Typed on the wrong page'",),
    ),
    "undo": Command("undo", "take back the last thing you recorded", ("oversight undo",)),
    "redo": Command("redo", "bring back what you took back last", ("oversight redo",)),
    "wording": Command(
        "wording",
        "hints on a text, and the list they come from",
        ("oversight wording 'Mum failed to engage'",),
    ),
}
