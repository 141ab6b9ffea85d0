"""What is kept and for how long, as rows and as the detail of one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from oversight_tui.practice.ids import AboutChild
from oversight_tui.practice.retention import KeptRow, State
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.widgets.rows import Cell, Line
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.ui.widgets.tones import Tone
from oversight_tui.words.dates import count, long_day, short_day
from oversight_tui.words.labels import RETENTION, RETENTION_STATE

_TONES: Mapping[State, Tone] = {"due": "warn", "held": "good", "not_recorded": "never", "kept": "quiet"}
_GOES = "Erasing cannot be undone. What stays: who, when, why and how many."


def kept_line(row: KeptRow, names: Names, today: date) -> Line:
    """One thing that is erased as a whole."""
    return Line(
        row.key,
        (
            Cell(_state(row, today), _TONES[row.state]),
            Cell(RETENTION[row.kind], "strong"),
            Cell(name_of(row, names), "strong"),
            Cell(count(row.entries, "entry", "entries") if row.entries else "", "quiet"),
            Cell(names.text(row.hold.because) if row.hold else row.because),
        ),
    )


def kept_detail(row: KeptRow, names: Names) -> tuple[Passage, ...]:
    """The figure with its source, the hold, and what erasing means."""
    number = f", {count(row.entries, 'entry', 'entries')}" if row.entries else ""
    found = [Passage(f"{whole_name(row, names)}{number}", "strong")]
    says = RETENTION_STATE[row.state]
    if row.due_on and row.state != "held":
        says += f" {'until' if row.state == 'kept' else 'since'} {long_day(row.due_on)}"
    found.append(Passage(f"{says}: {row.because}", _TONES[row.state]))
    found += [Passage(f"The figure comes from: {row.source}", "quiet")] if row.source else []
    if row.hold is not None:
        since = f" since {long_day(row.hold.since)}" if row.hold.since else ""
        because = names.long_text(row.hold.because)
        found.append(Passage(f"Legal hold{since}, {names.worker(row.hold.by)}: {because}"))
    return (*found, Passage(_GOES, "quiet"))


def name_of(row: KeptRow, names: Names) -> str:
    """The child's reference or the worker's name."""
    return row.name if isinstance(row.about, AboutChild) else names.worker(row.name)


def whole_name(row: KeptRow, names: Names) -> str:
    """The same after what it is: `Own file of Amira Khan`."""
    return " ".join(filter(None, (RETENTION[row.kind], name_of(row, names))))


def _state(row: KeptRow, today: date) -> str:
    if row.due_on is None or row.state == "held":
        return {"held": "held", "not_recorded": "cannot be told"}.get(row.state, "kept")
    return f"{'since' if row.state == 'due' else 'until'} {short_day(row.due_on, today)}"
