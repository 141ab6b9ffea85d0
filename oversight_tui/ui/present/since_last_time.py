"""What was there when a child was last talked about, what is open, and what has changed since: read before writing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from oversight_tui.practice.booked_words import booked_for
from oversight_tui.practice.facts import Entry, OpenItem
from oversight_tui.practice.limit_words import set_for
from oversight_tui.practice.pages import ChildPage
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.words.dates import count, short_day
from oversight_tui.words.day_labels import BOOKING
from oversight_tui.words.labels import KIND, words_for


def since_last_time(page: ChildPage, items: Sequence[OpenItem], today: date, names: Names) -> tuple[Passage, ...]:
    """Everything open, the last entry, what happened since, and what has not moved."""
    found: list[Passage] = []
    entries = [one for one in page.entries if not one.withdrawn and not one.replaced]
    talks = [one for one in entries if one.kind == "discussion"]
    last = talks[-1] if talks else None
    if items:
        found += [Passage(), Passage("Open", "heading"), *_open(items, today, names)]
    if last is not None:
        found += [Passage(), Passage("Last time", "heading"), *_told(last, today, names)]
        with_it = [one for one in entries if one.recorded_at == last.recorded_at and one is not last]
        for one in with_it:
            found += list(_told(one, today, names))
        since = [one for one in entries if _later(one, last) and one not in with_it]
        if since:
            found += [Passage(), Passage("Since then", "heading")]
            for one in since:
                found += list(_told(one, today, names))
    if page.drift:
        found += [Passage(), Passage("What has not moved", "heading")]
        found += [Passage(names.text(one), "warn", indent=2, hang=2) for one in page.drift]
    return tuple(found[1:])


def _later(one: Entry, last: Entry) -> bool:
    """Whether it took place after that, of one day whether it was written later."""
    day, of = one.happened_on or date.min, last.happened_on or date.min
    return day > of or (day == of and one.recorded_at > last.recorded_at)


def _open(items: Sequence[OpenItem], today: date, names: Names) -> Iterator[Passage]:
    for one in items:
        late = one.due_on is not None and one.due_on < today
        due = f", {set_for(one.due_on, today)}" if one.due_on else ""
        carried = f", carried over {count(one.carried_over, 'time')}" if one.carried_over else ""
        what = words_for(KIND, one.kind) if one.kind in KIND else one.kind.replace("_", " ").capitalize()
        who = f"{names.worker(one.who)}: " if one.who else ""
        if one.kind == "booking":
            what, due = f"{words_for(BOOKING, one.which)} {booked_for(one, today)}", ""
            who = f"{names.worker(one.who)} goes{': ' if one.shown else ''}" if one.who else ""
        yield Passage(f"{what}{due}{carried}", "alarm" if late else "strong", indent=2)
        yield Passage(f"{who}{names.long_text(one.shown)}", indent=4)


def _told(one: Entry, today: date, names: Names) -> Iterator[Passage]:
    day = short_day(one.happened_on, today) if one.happened_on else "no date"
    yield Passage(f"{day}  {one.kind}", "strong", indent=2, right=names.short_worker(one.by))
    yield Passage(names.long_text(one.text), indent=4)
    if one.because:
        yield Passage(f"Because {names.long_text(one.because)}", indent=4)
