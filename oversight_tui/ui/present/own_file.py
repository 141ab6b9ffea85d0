"""The entries of a worker's own file in full. Every one of them says that it stands behind a wall."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from oversight_tui.practice.facts import Entry
from oversight_tui.practice.limit_words import set_for
from oversight_tui.practice.personal import PERSONAL, PersonalEntry
from oversight_tui.practice.session_records import Unsettled
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.words.dates import short_day

_BOOKKEEPING = ("sent", "agreed")
_WALL = Passage(
    "The worker's own file: nothing of it is on a child's page, in an export or in any figure of the team.", "quiet"
)


def entry_in_full(
    one: PersonalEntry, entries: Sequence[PersonalEntry], names: Names, today: date
) -> tuple[Passage, ...]:
    """An entry of the file: its words, what it goes on from, and what came of it; `entries` is the whole file."""
    return (*_entry(one, entries, names, today), _WALL)


def file_rows(
    entries: Mapping[str, PersonalEntry], about: Mapping[str, Entry]
) -> Iterator[tuple[str, date | None, str, str]]:
    """The key, the day, what it is and the words: the entries of the file, after them what was said about the worker,
    and last which records were sent on and agreed, which is but bookkeeping.
    """
    rows = [
        (one.step in _BOOKKEEPING, (key, one.on, f"{'  ' if one.follows else ''}{PERSONAL[one.kind]}", one.text))
        for key, one in entries.items()
    ]
    yield from (row for last, row in rows if not last)
    for key, said in about.items():
        yield key, said.happened_on, f"{said.kind.capitalize()} about them", said.text
    yield from (row for last, row in rows if last)


def record_stands(one: Unsettled) -> str:
    """How far the record of a session has come, in a line of the program's own."""
    return "Sent on, not agreed yet" if one.sent_on is not None else "Not sent on yet"


def record_waits(one: Unsettled, today: date) -> tuple[Passage, ...]:
    """A session to whose record the worker has not said that they agree, or see it otherwise."""
    sent = f"sent on {short_day(one.sent_on, today)}" if one.sent_on is not None else "not sent on yet"
    said = f"The record of the session of {short_day(one.held_on, today)} is {sent}, and not agreed."
    return Passage(said, "warn"), _WALL


def said_about_in_full(one: Entry, names: Names) -> tuple[Passage, ...]:
    """A decision, an action, an escalation or a consultation about the worker, with its words."""
    found = [Passage(names.long_text(one.text))]
    if one.because:
        found.append(Passage(f"Because: {names.long_text(one.because)}"))
    if one.withdrawn:
        found.append(Passage(f"Withdrawn: {names.long_text(one.withdrawn_because or '')}", "warn"))
    return (*found, _WALL)


def _entry(one: PersonalEntry, entries: Sequence[PersonalEntry], names: Names, today: date) -> Iterator[Passage]:
    yield Passage(names.long_text(one.text))
    if one.changed_words:
        yield Passage(f"{one.changed_words}.")
    if one.support_offered:
        yield Passage(f"Support offered: {names.long_text(one.support_offered)}")
    if one.next_step:
        yield Passage(f"Next step: {names.long_text(one.next_step)}")
    if one.look_again_on:
        yield Passage(set_for(one.look_again_on, today, "Look again", "Was to be looked at again"))
    if one.kind == "agreement":
        yield _signatures(one, today)
    for before in entries:
        if before.id == one.follows:
            yield Passage(f"Goes on from: {names.text(before.text)}", "quiet")
    for after in entries:
        if after.follows == one.id:
            yield Passage(f"{short_day(after.on, today) if after.on else ''}: {names.text(after.text)}")


def _signatures(one: PersonalEntry, today: date) -> Passage:
    signed = [
        f"{who} {short_day(day, today) if day else 'not signed yet'}"
        for who, day in (("worker", one.signed_by_worker), ("manager", one.signed_by_manager))
    ]
    renew = (
        f"; {set_for(one.renew_on, today, 'renew on', 'was to be renewed on')}" if one.renew_on else "; no renewal date"
    )
    late = one.renew_on is not None and one.renew_on < today
    return Passage(f"Signed: {', '.join(signed)}{renew}", "alarm" if late else "plain")
