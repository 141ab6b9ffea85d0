"""What is being typed, kept beside the records so that nothing is lost; no part of the record."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.engine import Store


def keep_draft(store: Store, form: str, typed: Mapping[str, str] | None) -> None:
    """Keep what stands in a form, or forget it where None."""
    with store.writing():
        forget_draft(store, form)
        if typed is not None:
            at = datetime.now(UTC).isoformat(timespec="microseconds")
            store.run(
                "INSERT INTO draft (form, content, saved_at) VALUES (?, ?, ?)", (form, json.dumps(dict(typed)), at)
            )


def forget_draft(store: Store, form: str) -> None:
    """Forget what stood in a form; nothing where there is no draft of it."""
    with store.writing():
        store.run("DELETE FROM draft WHERE form = ?", (form,))
