"""How much of a store its login sees, and as what it is there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.practice.ids import WorkerId

Seen = Literal["all", "journal", "part"]
Role = Literal["manager", "deputy", "service", "auditor", "reader"]


class LoginNow(Struct, frozen=True):
    """A login of a server today: its role, whether anybody's children are its to see, and from which day on it acts for
    somebody, which may have begun. `every_team` that no team is left out.
    """

    role: Role
    is_here: bool
    every_team: bool
    acts_from: date | None


def seen_of_it(store: Store) -> Seen:
    """All of a file; on a server all for who keeps it or carries it over, the journal for an auditor, else a part."""
    if not store.on_a_server:
        return "all"
    member, carries, audits = store.row("SELECT main.is_member(), main.carries(), main.audits()")
    if carries or not member:
        return "all"
    return "journal" if audits else "part"


def is_member(store: Store) -> bool:
    """Whether the login of a server is somebody's who was let in, and not the one that keeps it."""
    return bool(store.row("SELECT main.is_member()")[0])


def reads_own_file(store: Store, worker: WorkerId) -> bool:
    """Whether the worker's own file is the login's to read; in a file of the manager's own it is."""
    if not store.on_a_server:
        return True
    return bool(store.row("SELECT main.carries() OR ? = ANY(main.my_own_files())", (worker,))[0])


def login_now(store: Store) -> LoginNow | None:
    """The login; None in a file, and for who keeps a server or carries a store over, of whom nothing is kept back."""
    if not store.on_a_server:
        return None
    row = store.row(
        "SELECT main.my_role(), main.is_here(), main.sees_all(), main.acts_from() WHERE NOT main.carries()"
        " AND main.is_member()"
    )
    if row is None:
        return None
    role, is_here, every_team, acts_from = row
    return LoginNow(role, bool(is_here), bool(every_team), date.fromisoformat(acts_from) if acts_from else None)
