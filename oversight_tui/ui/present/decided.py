"""Decisions as rows of a list, the one under the cursor in full, and what the list is narrowed to, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from dateutil.relativedelta import relativedelta
from msgspec import Struct

from oversight_tui.practice.decided import Decided, Narrowed, Only
from oversight_tui.practice.decided_told import said_of
from oversight_tui.practice.facts import Child
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.row_keys import key_of
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.ui.widgets.tones import Tone
from oversight_tui.words.dates import long_day, short_day

COLUMNS = (
    Column(11, "right", title="when", whole=True),
    Column(10, title="child"),
    Column(16, title="worker", from_width=90),
    Column(17, title="kind", from_width=70),
    Column(14, title="since then", whole=True),
    Column(title="what was decided"),
)
Months = Literal[0, 1, 3, 12]
SPANS: tuple[Months, ...] = (0, 1, 3, 12)
# In the order in which the view goes through them, all of them last.
VIEWS: tuple[Only | None, ...] = (
    "challenged",
    "overturned",
    "without_reason",
    "with_reason",
    "reviewed",
    "not_reviewed",
    None,
)
_VIEW: Mapping[Only, str] = {
    "challenged": "challenged",
    "overturned": "overturned",
    "without_reason": "without a reason",
    "with_reason": "with a reason",
    "reviewed": "reviewed",
    "not_reviewed": "not reviewed",
}


class Listed(Struct, frozen=True):
    """To what the list is narrowed: one view, the last so many months (0 for all days), the newest three."""

    view: Only | None = None
    months: Months = 0
    newest: bool = False

    def narrowed(self, today: date) -> Narrowed:
        """The same as the rules have it."""
        first = today - relativedelta(months=self.months) if self.months else None
        return Narrowed(first=first, last=today, only=(self.view,) if self.view is not None else ())

    @property
    def heading(self) -> str:
        """What stands before the number of rows."""
        view = f", {_VIEW[self.view]}" if self.view is not None else ""
        spans = {0: "", 1: ", of the last month", 3: ", of the last three months", 12: ", of the last twelve months"}
        newest = ", the newest three" if self.newest else ""
        return f"Decisions{view}{spans[self.months]}{newest}:"

    def command(self, today: date) -> str:
        """The command that prints the same."""
        only = f" --only {self.view}" if self.view is not None else ""
        first = self.narrowed(today).first
        since = f" --from {first.isoformat()}" if first is not None else ""
        return f"oversight decisions{only}{since}{' --most 3' if self.newest else ''}"


def decided_line(one: Decided, kinds: Mapping[str, str], names: Names, today: date) -> Line:
    """A row: when, about whom, of which kind, what became of it, and what it was."""
    became, tone = _became(one)
    return Line(
        key_of(one.entry_id),
        (
            Cell(short_day(one.on, today) if one.on else "no day", "quiet"),
            Cell(one.child, "strong", found_by=decided_about(one, names)),
            Cell(names.short_worker(one.worker), "quiet", found_by=names.worker(one.worker)),
            Cell(_kind(one, kinds)),
            Cell(became, tone),
            Cell(names.text(one.text)),
        ),
    )


def decided_in_full(one: Decided, kinds: Mapping[str, str], names: Names) -> Iterator[Passage]:
    """What was decided, by whom, why, and what was said of it later."""
    yield Passage(names.long_text(one.text), "strong")
    held = f"; held by {names.worker(one.worker)}" if one.worker else ""
    on = long_day(one.on) if one.on else "no day"
    yield Passage(
        f"{_kind(one, kinds)}, {on}, by {names.worker(one.by)}; child {decided_about(one, names)}{held}", "quiet"
    )
    for said in said_of(one):
        lacks = one.lacks_reason and said == "No reason recorded"
        yield Passage(said if lacks else names.long_text(said), "alarm" if lacks else "plain", hang=2)
    if one.review_on is not None:
        yield Passage(f"To be looked at again on {long_day(one.review_on)}", "quiet")


def decided_about(one: Decided, names: Names) -> str:
    """The child, by the reference and the name used here."""
    return names.child(Child(one.child_id, one.child, one.name))


def _became(one: Decided) -> tuple[str, Tone]:
    if one.overturned is not None:
        return "overturned", "warn"
    if one.disagreements:
        return "seen otherwise", "warn"
    if one.lacks_reason:
        return "no reason", "alarm"
    return ("reviewed", "good") if one.reviews else ("", "plain")


def _kind(one: Decided, kinds: Mapping[str, str]) -> str:
    return kinds.get(one.kind, one.kind)
