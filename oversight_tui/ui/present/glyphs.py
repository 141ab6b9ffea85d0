"""The few glyphs the screen uses, and how a state is said: shape and word first, colour second."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from oversight_tui.ui.widgets.tones import Tone


class Glyphs(Struct, frozen=True):
    """One set of glyphs; the ASCII set is for terminals that have no others."""

    overdue: str
    due: str
    never: str
    decided: str
    away: str
    dot: str
    hidden: str
    rule: str
    marked: str
    urgent: str
    then: str
    steps: str  # from the least to the most
    left: str
    bar: str
    bar_rest: str

    def of_state(self, state: str) -> str:
        """The glyph of a clock or a row, or of the urgent tier."""
        return {
            "overdue": self.overdue,
            "due": self.due,
            "never": self.never,
            "paused": self.away,
            "urgent": self.urgent,
        }.get(state, " ")


UNICODE = Glyphs("▲", "●", "○", "✓", "»", "·", "•••", "─", "◆", "■", "→", "▁▂▃▄▅▆▇█", "←", "━", "─")
ASCII = Glyphs("!", "*", "o", "v", "-", "-", "***", "-", "+", "#", ">", "_.-~=+*#", "<", "=", "-")
GLYPHS: Mapping[str, Glyphs] = {"unicode": UNICODE, "ascii": ASCII}

TONES: Mapping[str, Tone] = {
    "overdue": "alarm",
    "due": "warn",
    "never": "never",
    "in_time": "plain",
    "paused": "quiet",
    "open": "plain",
    "held": "good",
    "not_on_file": "warn",
}
