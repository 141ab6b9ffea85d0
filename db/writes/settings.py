"""The policy and the choices kept with the store; how far somebody has looked."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from db.ends import SETTING
from db.queries.settings import choices_ever
from db.recording import recording
from oversight_tui.practice import records
from oversight_tui.practice.ids import EntryId

if TYPE_CHECKING:
    from db.engine import Store

SEEN = "marked_seen"  # the line that says who has seen what was recorded, and up to which line


def save_policy(store: Store, text: str, on: date, author: str) -> EntryId:
    """A new version of the policy, as TOML text; returns its entry."""
    with recording(store, author) as event:
        return event.add(records.PolicyVersion(text), on=on)


def set_setting(store: Store, key: str, content: Any, author: str) -> None:
    """Keep a choice with the store, with a journal line that says so."""
    with recording(store, author) as event:
        store.run("DELETE FROM setting WHERE key = ?", (key,))
        store.run("INSERT INTO setting (key, content) VALUES (?, ?)", (key, json.dumps(content)))
        event.note(SETTING, {"key": key, "content": content})


def say_choices_again(store: Store, author: str) -> None:
    """Lines in the journal that say of every choice that was ever kept with the store what it is now, None where it is
    kept no longer.
    """
    for key, content in choices_ever(store, SETTING).items():
        set_setting(store, key, content, author)


def mark_seen(store: Store, who: str) -> None:
    """Everything recorded until now was seen by this person; the journal says who said so, and up to which line."""
    with store.writing():
        (until,) = store.row("SELECT COALESCE(max(seq), 0) FROM journal") or (0,)
        with recording(store, who) as event:
            event.note(SEEN, {"until": until})
        store.run("DELETE FROM seen_mark WHERE who = ?", (who,))
        store.run("INSERT INTO seen_mark (who, journal_seq) SELECT ?, COALESCE(max(seq), 0) FROM journal", (who,))
