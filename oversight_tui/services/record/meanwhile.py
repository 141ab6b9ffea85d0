"""What others have recorded about the same since a form was opened: it is said before anything is recorded upon it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct

from db.queries.contents import content_of, sensitive_among
from db.queries.entries import entry_about
from db.queries.meanwhile import Later, recorded_about, recorded_otherwise
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.records.base import reason_of, text_of
from oversight_tui.practice.records.called import called
from oversight_tui.services.record.asked import AsksFirst
from oversight_tui.services.record.checks import RecordProblem
from oversight_tui.words.dates import long_day
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from datetime import date

    from db.engine import Store
    from oversight_tui.practice.requests import Request

_LONGEST = 300  # of what is said of the words of another; all of them stand on the page


class Seen(Struct):
    """What somebody knew who asks for something to be recorded: what was recorded up to the entry `newest`, None where
    nothing is to be asked, and their `own` entries, to which those are added that are recorded now.
    """

    newest: EntryId | None
    own: set[int]


@contextmanager
def telling_of_others(store: Store, request: Request, today: date, seen: Seen | None, last: EntryId) -> Iterator[None]:
    """Inside, a request is recorded, in whose transaction the newest entry was `last` until then. Raises AsksFirst, or
    whatever keeps it from being recorded, with what others have recorded meanwhile said before it.
    """
    if seen is None or seen.newest is None or seen.newest >= last:
        yield
        return
    others = _about_the_same(store, request, seen.newest, seen.own)
    try:
        yield
    except AsksFirst:
        raise
    except RecordProblem as problem:
        if not others:
            raise
        raise RecordProblem(f"{_in_words(store, others, today)} {problem}", problem.field) from problem
    others = others or _said_otherwise(store, seen.newest, last, seen.own)
    if others:
        told = _in_words(store, others, today)
        raise AsksFirst(
            f"{told} Nothing was recorded.", f"{told} Nothing is saved yet: y saves yours as well.", request, last
        )


def _about_the_same(store: Store, request: Request, since: EntryId, own: Collection[int]) -> list[Later]:
    """What others have recorded about the entry that a request builds upon. Asked before it is recorded."""
    upon = entry_about(store, request.upon) if request.upon is not None else None
    found = recorded_about(store, upon.id, since) if upon is not None else ()
    return [one for one in found if one.id not in own]


def _said_otherwise(store: Store, since: EntryId, last: EntryId, own: Collection[int]) -> list[Later]:
    """What others have recorded up to the entry `last` that what was recorded after it takes the place of."""
    return [one for one in recorded_otherwise(store, since, last) if one.id not in own]


def _in_words(store: Store, others: Sequence[Later], today: date) -> str:
    """A sentence for each: who recorded it and when, and what; empty for none."""
    hidden = sensitive_among(store, [one.corrects or one.id for one in others]) if others else set()
    return " ".join(_sentence(store, one, today, hidden=bool({one.id, one.corrects} & hidden)) for one in others)


def _sentence(store: Store, one: Later, today: date, *, hidden: bool) -> str:
    content = content_of(store, one.kind, one.id)
    at = one.recorded_at.astimezone()
    when = f"at {at:%H:%M}" if at.date() == today else f"on {long_day(at.date())} at {at:%H:%M}"
    what = f"a newer version of {called(content)}" if one.corrects is not None else called(content)
    words = "; ".join(dict.fromkeys(filter(None, (text_of(content), reason_of(content))))) if not hidden else ""
    said = one_line(words)
    if len(said) > _LONGEST:
        said = f"{said[:_LONGEST]}…"
    return f"{one.recorded_by} recorded {when}: {what}{f' (“{said}”)' if said else ''}."
