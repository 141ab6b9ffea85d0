"""The entries of a page as a document tells them: in date order, with what was corrected and what was withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from oversight_tui.exchange.documents import model
from oversight_tui.exchange.documents.model import Column, Line, State, Table, words_of
from oversight_tui.exchange.documents.telling import Teller
from oversight_tui.practice.facts import Entry
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.records import kind_named
from oversight_tui.words.dates import long_day
from oversight_tui.words.labels import TALK, words_for
from oversight_tui.words.text import one_line

LEFT_OUT = "A sensitive entry was left out here."
ADVICE_LEFT_OUT = "What a lawyer was asked, or advised, was left out here."


def told(entries: Sequence[Entry], teller: Teller, *, with_sensitive: bool) -> Iterator[model.Entry]:
    """Every entry, in the order in which it happened; of sensitive ones that are left out the place alone, and of what
    a lawyer advised where the `teller` withholds.
    """
    for one in entries:
        says = LEFT_OUT if is_left_out(one, with_sensitive=with_sensitive) else ""
        yield _entry(one, entries, teller, instead=says or (ADVICE_LEFT_OUT if is_withheld(one, teller) else ""))


def is_withheld(entry: Entry, teller: Teller) -> bool:
    """Whether an entry is told by its place alone, since it says what a lawyer advised."""
    return entry.legal_advice and teller.withholds


def is_left_out(entry: Entry, *, with_sensitive: bool) -> bool:
    """Whether only the place of an entry is told."""
    return entry.sensitive and not with_sensitive


def names_who_came(entry: Entry) -> bool:
    """Whether an entry says who came with a worry, which a child or family is not told."""
    return bool(entry.to_the_child) and entry.to_the_child != entry.text


def day_of(entry: Entry) -> str:
    """When it took place, in words."""
    if entry.happened_on is None:
        return "No date"
    return f"{long_day(entry.happened_on)}{f' {entry.happened_at}' if entry.happened_at else ''}"


def history(entries: Sequence[Entry], *, with_sensitive: bool) -> Table:
    """Where the child stood, from the statuses and the ratings of risk."""
    rows = [one for one in entries if one.kind in ("status", "risk")]
    columns = (Column("Day", 2), Column("What", 4), Column("Recorded by", 2.4), Column("Stands", 1.6))
    return Table(columns, tuple(_history_row(one, with_sensitive=with_sensitive) for one in rows))


def _history_row(entry: Entry, *, with_sensitive: bool) -> tuple[model.Words, ...]:
    hidden = is_left_out(entry, with_sensitive=with_sensitive)
    stands = "withdrawn" if entry.withdrawn else "replaced" if entry.replaced else "yes"
    said = LEFT_OUT if hidden else entry.text
    return words_of(day_of(entry)), words_of(said), words_of(_whose(entry)), words_of(stands)


def _entry(entry: Entry, entries: Sequence[Entry], teller: Teller, *, instead: str) -> model.Entry:
    """The entry, or what is said `instead` of its words where that is not empty."""
    where = day_of(entry)
    called = _called(entry)
    by = one_line(
        f"{_whose(entry)} {_written(entry)}, no. {entry.id}"
        if entry.from_a_list
        else f"{entry.by}, written {_written(entry)}, no. {entry.id}"
    )
    if instead:
        return model.Entry(f"{where}: {called}", by, (model.line("", model.Span(instead, "left_out")),), "left_out")
    return model.Entry(
        heading=f"{where}: {called}",
        by=by,
        lines=tuple(_lines(entry, teller, where)),
        state=_state(entry),
        remark=_remark(entry, entries),
    )


def _called(entry: Entry) -> str:
    """What the entry is, as a heading says it."""
    if entry.kind == "discussion" and entry.setting:
        called = words_for(TALK, entry.setting)
    else:
        called = kind_named(entry.record).kind.heading or entry.kind
    marks = [name for name, is_so in (("significant", entry.significant), ("sensitive", entry.sensitive)) if is_so]
    return f"{called} ({', '.join(marks)})" if marks else called


def _whose(entry: Entry) -> str:
    """Who wrote it; of what nobody typed, who brought in the list that said it."""
    return f"From a list, brought in by {entry.by}" if entry.from_a_list else entry.by


def _written(entry: Entry) -> str:
    at = entry.recorded_at.astimezone()
    return f"{long_day(at.date())} {at:%H:%M}"


def _lines(entry: Entry, teller: Teller, where: str) -> Iterator[Line]:
    if entry.withdrawn and entry.withdrawn_because:
        yield teller.line("Withdrawn because", entry.withdrawn_because, where)
    text = entry.text if not names_who_came(entry) or not teller.withholds else entry.to_the_child
    for said in text.split("\n"):
        label, found, words = said.partition(": ")
        if found and label in _LABELS:
            yield teller.line(label, words, where)
        else:
            yield teller.line("", said, where)
    if entry.because:
        yield teller.line("Because", entry.because, where)
    elif entry.lacks_reason:
        yield model.line("Because", "no reason was recorded")
    if entry.on_file:
        yield model.line("On the child's file", long_day(entry.on_file))


# The headings under which a discussion, a decision or a worry is told (`practice.records`).
_LABELS = frozenset(
    (
        "What changed",
        "Worries",
        "Going well",
        "Analysis",
        "The child's view",
        "Worried",
        "If nothing changes",
        "Scale of 0 to 10",
    )
)


def _state(entry: Entry) -> State:
    return "withdrawn" if entry.withdrawn else "replaced" if entry.replaced else "stands"


def _remark(entry: Entry, entries: Iterable[Entry]) -> str:
    if entry.withdrawn:
        return "Withdrawn: it stays readable and counts no more."
    if entry.replaced:
        newer = _next_version(entry, entries)
        if newer is None:
            return "Replaced by a newer version that is not on this page."
        return (
            f"Replaced by no. {newer.id}, written {_written(newer)} by {one_line(newer.by)}. "
            "A correction is recorded without a reason."
        )
    if entry.corrects is not None:
        return f"Corrected: takes the place of no. {_version_before(entry, entries)}."
    return ""


def _next_version(entry: Entry, entries: Iterable[Entry]) -> Entry | None:
    first = entry.corrects or entry.id
    return min(
        (one for one in entries if one.corrects == first and one.id > entry.id), key=lambda one: one.id, default=None
    )


def _version_before(entry: Entry, entries: Iterable[Entry]) -> EntryId:
    first = entry.corrects or entry.id
    return max((one.id for one in entries if first in (one.corrects, one.id) and one.id < entry.id), default=first)
