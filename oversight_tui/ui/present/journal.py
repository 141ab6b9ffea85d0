"""A line of the journal in words: what was done, to what, and what was written there before and is now."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from types import MappingProxyType

from oversight_tui.practice.pages import JournalLine
from oversight_tui.practice.records import kind_named
from oversight_tui.practice.records.called import OPENING_DATE
from oversight_tui.practice.records.consultations import ADVISERS
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.words.dates import long_day
from oversight_tui.words.labels import ABSENCE, BUCKET, CHILD_DATE, RISK, SESSION, SETTING, STATUS, words_for
from oversight_tui.words.text import one_line

# What is no record of its own, or is better said otherwise than as one that was recorded.
_DONE: Mapping[str, str] = MappingProxyType(
    {
        "accepted": "Took the store as it is",
        "backed up": "Made a backup",
        "child_added": "Added a child",
        "child_in_session": "Listed a child in a session",
        "copied": "Copied an entry for the case system",
        "decrypted": "Took the passphrase away",
        "encrypted": "Set a passphrase",
        "erased": "Erased what had been kept for long enough",
        "exported": "Made a file or a text to go out",
        "extract": "Took what a list shows of a child",
        "import": "Imported a list",
        "import_undone": "Took an import back",
        "loaded": "Read all of it from a dump",
        "marked_seen": "Marked what was new as seen",
        "moved": "Carried the store over",
        "moved_to": "Carried the store over to another place",
        "missing": "Noted that a list no longer shows a child",
        "opened": "Opened a page",
        "opened_personal": "Opened a worker's own file",
        "passphrase changed": "Changed the passphrase",
        "policy": "Changed the policy",
        "printed": "Laid out the morning list for paper",
        "restored": "Restored a backup",
        "scale": "Recorded a number from 0 to 10",
        "setting": "Kept a choice with the store",
        "taken_up": "Took a row of an older store up",
        "team_added": "Added a team",
        "team_in_import": "Took a team from a list",
        "withdrawal": "Withdrew an entry",
        "worker_added": "Added a worker",
    }
)
_OF_THE_BRIEF: Mapping[str, str] = MappingProxyType(
    {"copied": "Copied the brief of the day", "printed": "Printed the brief of the day"}
)
# What says nothing to a person: numbers of rows, what is worked out, and what stands beside it already.
_NOT_SAID = frozenset(
    {
        *("child", "worker", "sensitive", "source", "snapshot", "row", "entry", "name_key", "digest", "content", "key"),
        *("corrects", "plan", "owner_worker", "author_worker", "allocated_to", "team", "session", "ends_with", "bytes"),
        *(
            "action",
            "allocation",
            "absence",
            "consultation",
            "decision",
            "programme",
            "discussion",
            "withdrawn",
            "worry",
            "work",
            "hold",
            "marked",
        ),
        *(
            "escalation",
            "episode",
            "answers",
            "follows",
            "about_child",
            "about_worker",
            "until",
            "recorded_by",
            "undone",
        ),
        *("lists", "list", "format", "recorded_at"),
    }
)
_CALLED: Mapping[str, str] = MappingProxyType(
    {
        "on": "Of the day",
        "text": "Words",
        "because": "Because",
        "reason": "Because",
        "due_on": "By",
        "owner": "Seen to by",
        "review_on": "To be looked at again",
        "next_on": "To be looked at again",
        "childs_view": "The child's view",
        "sent_to": "Taken to",
        "asked_of": "Asked",
        "adviser": "Who is",
        "for_information": "To keep them sighted",
        "ends_on": "Until",
        "completed": "Completed",
        "renew_on": "To be renewed",
        "look_again_on": "To be looked at again",
        "decision_kind": "Kind",
        "session_kind": "Kind",
        "fte": "Full-time equivalent",
        "rows": "Rows",
        "as_at": "As at",
        "file_name": "File",
        "counts": "Children",
        "seen_by": "First list that showed it",
        "asked_for": "Still to be held",
        "counts_as": "Counts",
    }
)
_LABELS: Mapping[str, dict[str, str]] = MappingProxyType(
    {
        "rating": RISK,
        "adviser": {str(one): words for one, words in ADVISERS.items()},
        "status": STATUS,
        "session_kind": SESSION,
        "setting": SETTING,
        "bucket": BUCKET,
        "what": CHILD_DATE,
    }
)
_WITHHELD = "What it says is for who works with the records, and not shown with this login."
_WORDS_FIRST = ("text", "because", "reason", "name", "rating", "status", "what")


def done(line: JournalLine) -> str:
    """What was done, to what: `Corrected an action`."""
    if line.what == "opened" and line.entry_id is None and line.after is not None:
        return _opened(line.after)
    if line.what in _OF_THE_BRIEF and (line.after or {}).get("list") == "brief":
        return _OF_THE_BRIEF[line.what]
    if line.what in _DONE:
        return _DONE[line.what]
    with suppress(LookupError):
        verb = "Corrected" if line.before or (line.after or {}).get("corrects") else "Recorded"
        return f"{verb} {OPENING_DATE if _is_opening(line.after or {}) else kind_named(line.what).kind.called}"
    return line.what.replace("_", " ").capitalize()


def in_brief(line: JournalLine, names: Names) -> str:
    """What it says now, on one line; that it was erased where it was, nothing where it is withheld."""
    if line.after is None:
        return "" if line.withheld else "erased"
    said = [words for _, words in _said(line.what, line.after)]
    return names.text("; ".join(said))


def in_full(line: JournalLine, names: Names) -> tuple[Passage, ...]:
    """What was done, by whom and when, with what was there before and is now."""
    about = one_line(line.about) if line.about_child else names.worker(line.about)
    of_whom = f": {about}" if about else ""
    at = line.at.astimezone()
    number = f", entry {line.entry_id}" if line.entry_id else ""
    found = [
        Passage(f"{done(line)}{of_whom}", "strong"),
        Passage(f"{names.worker(line.who)}, {long_day(at.date())} {at:%H:%M}; line {line.seq}{number}", "quiet"),
    ]
    if line.before:
        found += _values("Before", line.what, line.before, names)
    if line.after is None:
        return (*found, Passage(_WITHHELD if line.withheld else "What stood here was erased.", "quiet"))
    return (*found, *_values("Now" if line.before else "", line.what, line.after, names))


def _is_opening(after: Mapping[str, object]) -> bool:
    return bool(after.get("opening")) or after.get("setting") == "opening"


def _opened(after: Mapping[str, object]) -> str:
    if "journal" in after:
        return "Opened the journal with workers' own files"
    if "session" in after:
        return "Opened a session"
    return "Opened a sensitive entry" if "entry" in after else "Opened a page"


def _values(over: str, what: str, values: Mapping[str, object], names: Names) -> Iterator[Passage]:
    if over:
        yield Passage(over, "quiet")
    if names.hidden:
        yield Passage(names.glyphs.hidden, indent=2)
        return
    for called, words in _said(what, values):
        yield Passage(names.long_text(f"{called}: {words}"), indent=2, hang=2)


def _said(what: str, values: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What a line holds, its words first: what each is called, and what it is."""
    first = [key for key in _WORDS_FIRST if key in values]
    for key in (*first, *(key for key in values if key not in first)):
        value = values[key]
        if key in _NOT_SAID or value is None or value == [] or (value is False and key != "done"):
            continue
        called = _CALLED.get(key, key.replace("_", " ").capitalize())
        labels = ABSENCE if (what, key) == ("absence", "reason") else _LABELS.get(key)
        yield called, _value(value, labels)


def _value(value: object, labels: dict[str, str] | None) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(_value(one, labels) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{key} {_value(one, None)}" for key, one in value.items())
    if not isinstance(value, str):
        return str(value)
    if labels is not None:
        return words_for(labels, value)
    with suppress(ValueError):
        return long_day(date.fromisoformat(value))
    if value.startswith("{"):
        with suppress(json.JSONDecodeError):
            return ", ".join(f"{number} {called}" for called, number in json.loads(value).items() if number)
    return value
