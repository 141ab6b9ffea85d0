"""The doctor's page of a store on a server: what can be seen of it from here; the server's files are its keeper's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from db.queries.rights import seen_of_it
from db.server.about import About, about
from oversight_tui.services.doctor.lines import TELL_KEEPER, Line, examined
from oversight_tui.services.doctor.store import records

if TYPE_CHECKING:
    from db.engine import Store

_TELL_BOTH = "Tell information governance and whoever keeps the server."


def server(store: Store, *, stays_here: bool) -> list[Line]:
    """The server, the way to it, the login and the journal. `stays_here` says that nothing goes over a network."""

    def seen() -> Iterator[Line]:
        with store.reading():
            found = about(store.engine)
        yield Line("Server", "ok", f"{store.name}, PostgreSQL {found.version_shown}")
        yield _way(found, stays_here=stays_here)
        yield _login(found)

    return [
        *examined("Server", seen, TELL_KEEPER),
        *examined("Journal", lambda: _journal(store), TELL_KEEPER),
        Line("Backups", "unchecked", "The server's own: whoever keeps the server makes them and restores from them"),
    ]


def _journal(store: Store) -> Iterator[Line]:
    """What the login can look through of the journal and the records; of who sees a part, whether the store is the one
    that was seen here before.
    """
    with store.reading():
        sees_a_part, missing = seen_of_it(store) == "part", sorted(store.engine.disturbed())
    if not sees_a_part:
        yield from records(store, _TELL_BOTH)
        return
    if missing:
        yield Line("Guards", "broken", f"Not as they should be: {', '.join(missing)}", TELL_KEEPER)
    else:
        yield Line("Guards", "ok", "Records can only be added to: every guard stands")
    if store.outside.doubts:
        yield Line("Journal", "broken", store.outside.doubts[0], _TELL_BOTH)
    else:
        says = (
            "It is the one that was seen here before. Your login sees a part of the store: that each row is as it was "
            "written an auditor verifies, and who keeps the server the records too"
        )
        yield Line("Journal", "unchecked", says)


def _way(found: About, *, stays_here: bool) -> Line:
    if found.tls is not None:
        return Line("Network", "ok", f"What goes over it is encrypted ({found.tls})")
    if stays_here:
        return Line("Network", "ok", "The server is this machine: nothing goes over a network")
    return Line("Network", "broken", "What goes over it can be read on the way", f"Use it no more. {TELL_KEEPER}")


def _login(found: About) -> Line:
    if found.superuser or found.owner:
        says = f"{found.login} may change the store past the program"
        do = f"Work with a login of your own that may not. {TELL_KEEPER} `oversight server add-user` makes one."
        return Line("Login", "look", says, do)
    return Line("Login", "ok", f"{found.login} may do what its role may, and no more")
