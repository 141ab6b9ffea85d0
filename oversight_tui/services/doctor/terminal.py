"""The doctor's look at the terminal: size, colours, signs."""

from __future__ import annotations

import locale
from collections.abc import Iterator, Mapping

from oversight_tui.services.doctor.lines import Line

LEAST_COLUMNS, LEAST_LINES = 80, 24


def terminal(environment: Mapping[str, str], size: tuple[int, int] | None, glyphs: str) -> Iterator[Line]:
    """What it can show; `size` is its columns and lines, None where nothing is shown on one."""
    if size is None:
        yield Line("Terminal", "unchecked", "None here; run this at the terminal to have it looked at")
        return
    columns, lines = size
    name = environment.get("TERM", "")
    says = f"{name or 'no TERM'}, {columns} by {lines}, {_colours(environment, name)}"
    if name in ("", "dumb"):
        yield Line("Terminal", "broken", says, "The board cannot be shown here. Use another terminal, or set TERM.")
    elif columns < LEAST_COLUMNS or lines < LEAST_LINES:
        yield Line("Terminal", "look", says, f"The board wants {LEAST_COLUMNS} by {LEAST_LINES}: make it larger.")
    else:
        yield Line("Terminal", "ok", says)
    encoding = locale.getencoding() if hasattr(locale, "getencoding") else locale.getpreferredencoding(False)
    if encoding.lower().replace("-", "") == "utf8":
        yield Line("Signs", "ok", f"UTF-8; glyphs are {glyphs}")
    elif glyphs == "ascii":
        yield Line("Signs", "ok", f"{encoding}; glyphs are ascii")
    else:
        yield Line("Signs", "look", f"{encoding}: some signs may not show", 'Set glyphs = "ascii" in the settings.')


def _colours(environment: Mapping[str, str], name: str) -> str:
    if environment.get("NO_COLOR"):
        return "no colours (NO_COLOR)"
    if environment.get("COLORTERM", "") in ("truecolor", "24bit"):
        return "16 million colours"
    return "256 colours" if "256" in name else "16 colours"
