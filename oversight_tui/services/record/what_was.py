"""What an event was, in words: whose it is and what, so that nobody takes back what they did not mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.queries.contents import content_of, sensitive_among, texts_of
from db.queries.entries import child_reference, entry_about, version_before, worker_name
from db.queries.events import files_of, snapshots_of
from oversight_tui.practice.records import (
    Action,
    ChildDate,
    Content,
    ExtractRow,
    SessionHeld,
    Withdrawal,
    behind_the_wall,
    kind_named,
)
from oversight_tui.practice.records.base import followed_by, text_of
from oversight_tui.practice.records.called import called, is_opening
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.labels import CHILD_DATE
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from db.engine import Store
    from db.queries.events import EventEntry
    from oversight_tui.practice.ids import ChildId, EntryId

# Where the noun ends in what an entry is called.
_BEFORE_THE_REST = re.compile(r"(?= (?:of|to|put|carried|handed|taken|held)\b)|$")
# So many letters of what was written tell one thing from another on one line of the screen.
LONGEST = 48
# So many entries that were recorded with the first are named.
MOST_NAMED = 5


def in_kind(entries: Sequence[EventEntry]) -> str:
    """What an event was, without whose and without what was written: `a discussion and 3 more entries`."""
    first = entries[0]
    if first.snapshot is not None:
        return f"an import of {count(len(entries), 'entry', 'entries')}"
    what = kind_named(first.kind).kind.called
    return f"{f'the correction of {what}' if first.corrects is not None else what}{_more(entries)}"


def in_words(store: Store, entries: Sequence[EventEntry], *, words: bool = True) -> str:
    """What an event was, each of its entries: `the decision 'Visit' about C-2 and the action 'Ring school' for Bo, of
    Tue 3 Nov 2026`. `words` says whether what was written may stand there; what is sensitive, or in a worker's own
    file, never does.
    """
    first = entries[0]
    if first.snapshot is not None:
        return f"{_of_files(store, first, words)} ({count(len(entries), 'entry', 'entries')})"
    if session := _of_a_session(store, entries):
        return session
    if _is_a_closing(content_of(store, first.kind, first.id)):
        return f"the closing{_whose(store, first)}{_of_day(first)}"
    named, whose = entries[: 1 + MOST_NAMED], _whose(store, first)
    of_one_day = all(one.on == first.on for one in named)
    said = [f"{_one(store, first, words)}{whose}{'' if of_one_day else _of_day(first)}"]
    for one in named[1:]:
        of_another = f"{'' if _whose(store, one) == whose else _whose(store, one)}{'' if of_one_day else _of_day(one)}"
        said.append(f"{_one(store, one, words)}{of_another}")
    if further := len(entries) - len(named):
        said.append(count(further, "more entry", "more entries"))
    together = " and ".join(filter(None, (", ".join(said[:-1]), said[-1])))
    return f"{together}{_of_day(first) if of_one_day else ''}"


def _of_a_session(store: Store, entries: Sequence[EventEntry]) -> str:
    """A session that ended, where several things were recorded with its end: `the session with Bo of Tue 3 Nov 2026: 4
    talks, 2 actions and its end`; empty for any other event.
    """
    ends = [one for one in entries if one.kind == SessionHeld.kind.name]
    if len(entries) <= 2 or not any(_ends_a_session(store, one, content_of(store, one.kind, one.id)) for one in ends):
        return ""
    kinds = Counter(_the(kind_named(one.kind).kind.called).removeprefix("the ") for one in entries if one not in ends)
    parts = [count(number, what, _several(what)) for what, number in kinds.items()]
    day = f" of {long_day(ends[0].on)}" if ends[0].on is not None else ""
    return f"the session{_whose(store, ends[0])}{day}: {', '.join(parts)} and its end"


def _is_a_closing(content: Content) -> bool:
    """Whether a child was closed by hand: the ends of who held them and of their status are a part of it."""
    return isinstance(content, ExtractRow) and not content.open


def _several(called: str) -> str:
    """`changes of an agenda`, `talks put on file`: more than one of what is called so."""
    return _BEFORE_THE_REST.sub("s", called, count=1)


def _of_files(store: Store, entry: EventEntry, words: bool) -> str:
    """The files that an import read: `the list 'week two.xlsx' as at Fri 27 Nov 2026`."""
    named = [
        f"{_quoted(name) if words else ''} as at {long_day(day)}"
        for name, day in files_of(store, snapshots_of(store, entry))
    ]
    return f"the {'list' if len(named) == 1 else 'lists'}{' and'.join(named)}"


def _one(store: Store, entry: EventEntry, words: bool) -> str:
    """The entry by its kind and words; one that is said of another, with those of that one."""
    content = content_of(store, entry.kind, entry.id)
    if isinstance(content, Withdrawal):
        return f"the withdrawal of {_named(store, content.withdrawn, words)}"
    what = _the(called(content))
    if entry.corrects is not None:
        what = f"the {'end' if _ends_a_session(store, entry, content) else 'correction'} of {what}"
    if is_opening(content):
        return what  # nobody wrote words with it
    root = entry.corrects or entry.id
    text = _written(content)
    if text is None and (followed := followed_by(content)) is not None:
        root, text = followed, texts_of(store, [followed]).get(followed)
    hidden = _hidden(content, entry.child)
    quoted = _quoted(text) if words and not hidden and not sensitive_among(store, [root]) else ""
    owner = f" for {content.owner}" if isinstance(content, Action) and not hidden else ""
    return f"{what}{quoted}{owner}"


def _named(store: Store, number: EntryId, words: bool) -> str:
    """An entry that is taken back, by its kind and the words it has or had."""
    about = entry_about(store, number)
    if about is None:
        return "an entry"
    content = content_of(store, about.kind, about.version)
    flagged = store.row("SELECT sensitive FROM entry WHERE id = ?", (about.version,))[0]
    hidden = _hidden(content, about.child)
    text = _written(content) if words and not hidden and not flagged else None
    if text is not None and store.row("SELECT 1 FROM mark WHERE marked_id = ? AND mark = 'sensitive'", (about.id,)):
        text = None
    return f"{_the(called(content))}{'' if is_opening(content) else _quoted(text)}"


def _ends_a_session(store: Store, entry: EventEntry, content: Content) -> bool:
    """Whether this version is the one that says how long the session took, which is how one in hand ends."""
    if not isinstance(content, SessionHeld) or entry.corrects is None:
        return False
    before = content_of(store, entry.kind, version_before(store, entry.corrects, entry.id))
    assert isinstance(before, SessionHeld)
    was_said = before.minutes is not None or before.counts is not None
    return not was_said and (content.minutes is not None or content.counts is not None)


def _written(content: Content) -> str | None:
    """What tells it from others of its kind: its words, or which of a child's dates it is."""
    return CHILD_DATE[content.what] if isinstance(content, ChildDate) else text_of(content)


def _hidden(content: Content, child: ChildId | None) -> bool:
    """Whether its words stand on no page that others may see."""
    kind = content.kind
    return kind.page in ("own_file", "author", "store") or (child is None and kind.name in behind_the_wall())


def _whose(store: Store, entry: EventEntry) -> str:
    """The child it is about by the reference, else the worker by name."""
    who = child_reference(store, entry.child) if entry.child is not None else None
    if who is None and entry.worker is not None:
        who = worker_name(store, entry.worker)
    if who and is_opening(content_of(store, entry.kind, entry.id)):
        return f" of {who}"
    with_or_about = "with" if entry.child is None and entry.kind.startswith("session_") else "about"
    return f" {with_or_about} {who}" if who else ""


def _of_day(entry: EventEntry) -> str:
    return f", of {long_day(entry.on)}" if entry.on is not None else ""


def _more(entries: Sequence[EventEntry]) -> str:
    return f" and {count(len(entries) - 1, 'more entry', 'more entries')}" if len(entries) > 1 else ""


def _the(called: str) -> str:
    """`an action` as the one that is meant: `the action`."""
    article, _, rest = called.partition(" ")
    return f"the {rest}" if article in ("a", "an") else called


def _quoted(text: str | None) -> str:
    line = one_line(text or "")
    if not line:
        return ""
    return f" '{line}'" if len(line) <= LONGEST else f" '{line[: LONGEST - 1].rstrip()}…'"
