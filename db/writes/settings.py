"""The policy and the choices kept with the store; how far somebody has looked."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from db import models
from db.recording import recording

if TYPE_CHECKING:
    from db.engine import Store


def save_policy(store: Store, text: str, on: date, author: str) -> int:
    """A new version of the policy, as TOML text; returns its entry."""
    with recording(store, author) as event:
        return event.add("policy", models.PolicyVersion, on=on, text=text)


def set_setting(store: Store, key: str, content: Any, author: str) -> None:
    """Keep a choice with the store, with a journal line that says so."""
    with recording(store, author) as event:
        store.database.execute_sql("DELETE FROM setting WHERE key = ?", (key,))
        store.database.execute_sql("INSERT INTO setting (key, content) VALUES (?, ?)", (key, json.dumps(content)))
        event.note("setting", {"key": key, "content": content})


def mark_seen(store: Store, who: str) -> None:
    """Everything recorded until now was seen by this person."""
    with store.writing():
        store.database.execute_sql("DELETE FROM seen_mark WHERE who = ?", (who,))
        store.database.execute_sql(
            "INSERT INTO seen_mark (who, journal_seq) SELECT ?, COALESCE(max(seq), 0) FROM journal", (who,)
        )
