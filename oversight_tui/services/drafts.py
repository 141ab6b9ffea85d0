"""What is being typed: kept while it is typed, offered again at the next start."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from db.queries.settings import drafts_by_age

if TYPE_CHECKING:
    from db.engine import Store


def keep(store: Store, form: str, typed: Mapping[str, str] | None) -> None:
    """Keep what stands in a form, or forget it where None."""
    from db.writes.drafts import keep_draft

    keep_draft(store, form, typed)


def kept(store: Store) -> dict[str, dict[str, str]]:
    """Every draft by its form, the newest last."""
    with store.reading():
        return drafts_by_age(store)
