"""As what a login of a server is there, and what is said to one that reads no child's records today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.queries.rights import LoginNow, is_member, login_now
from db.queries.settings import team_names
from oversight_tui.words.dates import long_day
from oversight_tui.words.problems import PlainProblem

if TYPE_CHECKING:
    from db.engine import Store

_AUDITOR = (
    "Your login is an auditor's: it reads the journal (`oversight journal`, or J on the board), verifies it "
    "(`oversight verify`), and sees no records of children or workers."
)
_NOBODY_YET = "You act for nobody today, so that no team is shown; "


class NoTeamToday(PlainProblem):
    """Whoever asks sees no child and no worker today, whatever there is in the store."""


class NobodysName(PlainProblem):
    """A record would carry the name of somebody who did not make it."""


def refuse_who_keeps_the_server(store: Store) -> None:
    """Raise NobodysName for a login of a server that is no member's. Asked inside a transaction."""
    if store.on_a_server and not is_member(store):
        raise NobodysName(
            "Your login keeps the server and has no name of its own here, so nothing is recorded with it. Nothing was "
            "saved; `server add-user` gives somebody a login of their own."
        )


def refuse_who_sees_no_team(store: Store) -> None:
    """Raise NoTeamToday for an auditor, and for a deputy on a day on which they act for nobody."""
    login = _login(store)
    if login is None or login.is_here:
        return
    if login.role == "auditor":
        raise NoTeamToday(_AUDITOR)
    if login.acts_from is not None:
        raise NoTeamToday(f"{_NOBODY_YET}you do from {long_day(login.acts_from)} on.")
    raise NoTeamToday(f"{_NOBODY_YET}who keeps the server says for whom you act, and when (`server act-for`).")


def reads_records(store: Store) -> bool:
    """Whether the login reads what is recorded, and not only that something was: not an auditor, nor a service manager,
    who reads figures.
    """
    login = _login(store)
    return login is None or login.role not in ("auditor", "service")


def looks_back(store: Store) -> bool:
    """Whether the store can be asked by this login how it stood on a day that has passed; a service manager's figures
    are of today, and of the months that are kept.
    """
    login = _login(store)
    return login is None or login.role != "service"


def shown_teams(store: Store) -> str:
    """The teams that the login is shown, in words."""
    login = _login(store)
    if login is None or login.every_team:
        return "the whole authority"
    if not login.is_here:
        return "none"
    with store.reading():
        return ", ".join(team_names(store).values()) or "none"


def _login(store: Store) -> LoginNow | None:
    if not store.on_a_server:
        return None
    with store.reading():
        return login_now(store)
