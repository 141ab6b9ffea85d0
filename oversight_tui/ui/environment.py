"""What Textual and Rich may read in the environment: colours, sizes, the habits of a terminal.

Others of their variables write every key and the whole screen to files, send them to another program, load a driver
from elsewhere or press keys. Both libraries read most of them while they are imported, so the others go before that.
"""

from __future__ import annotations

from collections.abc import MutableMapping

# All that begins so is theirs; a newer version may read what nobody here has heard of.
THEIRS = ("TEXTUAL", "RICH")
HARMLESS = frozenset(
    {
        "TEXTUAL_ANIMATIONS",
        "TEXTUAL_DIM_FACTOR",
        "TEXTUAL_DISABLE_KITTY_KEY",
        "TEXTUAL_FILTERS",  # only one of colours is known, and no code is loaded by its name
        "TEXTUAL_FPS",
        "TEXTUAL_SMOOTH_SCROLL",
        "TEXTUAL_SPEEDUPS",  # switches off a package that is used where it is installed
    }
)


def drop_recorders(environment: MutableMapping[str, str]) -> None:
    """Take out of it every variable that is the libraries' own and not known to be harmless."""
    for name in [name for name in environment if name.startswith(THEIRS) and name not in HARMLESS]:
        del environment[name]
