"""The tones in which lines are said, as styles of the theme that is in force.

They are no component classes of Textual: each of those is a node of its own for every widget, which is styled anew
with it, at the start and whenever a key moves the focus.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from rich.style import Style

Tone = Literal["plain", "strong", "heading", "quiet", "alarm", "warn", "never", "good", "block"]
Look = Tone | Literal["thumb", "cursor", "cursor-resting", "cursor-cell", "edge"]

# The theme's variables for the text and for the ground, and whether it is bold.
_LOOKS: Mapping[Look, tuple[str | None, str | None, bool]] = {
    "plain": (None, None, False),
    "strong": (None, None, True),
    "heading": ("text-accent", None, True),
    "quiet": ("text-muted", None, False),
    "alarm": ("text-error", None, True),
    "warn": ("text-warning", None, False),
    "never": ("text-accent", None, True),
    "good": ("text-success", None, False),
    "block": ("resting-text", "block-cursor-blurred-background", True),
    "thumb": ("text-muted", None, False),
    "cursor": ("block-cursor-foreground", "block-cursor-background", True),
    "cursor-resting": ("resting-text", "block-cursor-blurred-background", False),
    "cursor-cell": ("block-cursor-background", "block-cursor-foreground", True),
    "edge": (None, None, False),
}
# Where the keys would go if they went there: a line beneath it is seen without any colour, and no ground is taken for
# that of the one row that they do go to.
_UNDERLINED: frozenset[Look] = frozenset({"edge"})


def look_of(look: Look, theme: Mapping[str, str]) -> Style:
    """What a look lays over a widget's own style. The theme's colours are given outright, as `#rrggbb`.

    A theme has `resting-text` only where the tones could not be read on the resting cursor: elsewhere they stay.
    """
    text, ground, bold = _LOOKS[look]
    return Style(
        color=theme.get(text) if text else None,
        bgcolor=theme[ground] if ground else None,
        bold=bold or None,
        underline=look in _UNDERLINED or None,
    )
