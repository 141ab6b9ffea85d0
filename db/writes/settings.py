"""The policy and the choices kept with the store; and taking an entry back."""

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


def withdraw(
    store: Store, entry_id: int, child: int | None, worker: int | None, reason: str, on: date, author: str
) -> int:
    """Take an entry back with a reason; the entry stays. Returns the entry of the withdrawal."""
    with recording(store, author) as event:
        event.touched_children |= {
            row[0]
            for row in store.database.execute_sql(
                "SELECT child_id FROM session_child WHERE session_id = ?", (entry_id,)
            ).fetchall()
        }
        return event.add(
            "withdrawal", models.Withdrawal, child=child, worker=worker, on=on, withdrawn=entry_id, reason=reason
        )
