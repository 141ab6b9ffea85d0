"""How much of a store its login sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from db.engine import Store

Seen = Literal["all", "journal", "part"]


def seen_of_it(store: Store) -> Seen:
    """All of a file; on a server all for who keeps it or carries it over, the journal for an auditor, else a part."""
    if not store.on_a_server:
        return "all"
    member, carries, audits = store.row("SELECT main.is_member(), main.carries(), main.audits()")
    if carries or not member:
        return "all"
    return "journal" if audits else "part"
