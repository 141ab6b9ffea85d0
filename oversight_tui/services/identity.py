"""Who sits here and whose teams these are: said once, kept with the store, and put on every record."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct, ValidationError, convert

from db.errors import StoreError
from db.queries.settings import name_of_login, setting, team_names, teams_with_keys
from oversight_tui.practice.ids import TeamId
from oversight_tui.practice.pages import TeamChoices, Whose
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import match_key, one_line

if TYPE_CHECKING:
    from db.engine import Store

MANAGER = "manager"
_MADE_UP = "made_up"


class NoSuchTeam(PlainProblem):
    """A team was named that the store does not have; the text lists those it has."""


class NoName(PlainProblem):
    """A name was given that holds nothing."""


class Chosen(Struct, frozen=True):
    """The choice as it is kept; `account` is the one in whose name `account_of`, who was first to say who they are, had
    recorded before that. `since` is the day from which it holds, the one on which it was said where None.
    """

    name: str | None = None
    teams: tuple[str, ...] = ()
    account: str | None = None
    account_of: str | None = None
    since: date | None = None


def whose(store: Store) -> Whose:
    """Who the manager is and which teams are theirs; until it was said, the system account and every team."""
    chosen = _kept(store)
    if (member := _named_by_the_server(store)) is not None:
        return Whose(member, True, chosen.teams, None)
    account = chosen.account if chosen.name == chosen.account_of else None
    return Whose(chosen.name or system_account(), chosen.name is not None, chosen.teams, account)


def _named_by_the_server(store: Store) -> str | None:
    """The name that the login has on a server; None in a file, and for a login that records under every name."""
    if not store.on_a_server:
        return None
    with store.reading():
        return name_of_login(store)


def _kept(store: Store) -> Chosen:
    with store.reading():
        kept = setting(store, MANAGER)
    try:
        return convert(kept or {}, Chosen)
    except ValidationError:
        raise StoreError(
            "Whose store this is cannot be read: it was changed past the program. `oversight verify` says what was."
        ) from None


def choose(store: Store, name: str | None, teams: Sequence[str] | None, since: date | None = None) -> Whose:
    """Say who the manager is, as the name stands on records, and which teams are theirs (none: all of them).

    None leaves either as it is. It holds from the day `since` on, from now on unless said. What was recorded in the
    name of the system account until somebody said who they are is that manager's too, and nobody's after them; the
    journal keeps the name it was written in. Raises NoSuchTeam and NoName.
    """
    from db.months import forget
    from db.queries.events import has_recorded
    from db.writes import set_setting

    now = whose(store)
    chosen_name = now.name if now.confirmed else None
    if name is not None and _named_by_the_server(store) not in (None, one_line(name)):
        raise NoName(f"On this server you are {now.name}: who keeps it gives the names. Nothing was changed.")
    if name is not None:
        chosen_name = one_line(name)
        if not chosen_name:
            raise NoName("A name is needed, as it stands on records.")
    chosen_teams = now.teams if teams is None else known_teams(store, teams)
    content: dict[str, object] = {"name": chosen_name, "teams": list(chosen_teams)}
    kept = _kept(store)
    account, account_of = kept.account, kept.account_of
    if chosen_name and not now.confirmed and chosen_name != now.name:
        with store.reading():
            account, account_of = (now.name, chosen_name) if has_recorded(store, now.name) else (None, None)
    if account is not None:
        content |= {"account": account, "account_of": account_of}
    if since is not None:
        content["since"] = since.isoformat()
    with store.writing():
        set_setting(store, MANAGER, content, chosen_name or system_account())
        if chosen_name != kept.name:
            forget(store)  # the manager is no worker of the team, in no month
    return whose(store)


def is_made_up(store: Store) -> bool:
    """Whether this store holds a made-up team, so that no screen passes it off as a real one."""
    with store.reading():
        return bool(setting(store, _MADE_UP))


def mark_made_up(store: Store) -> None:
    """Say that this store holds a made-up team."""
    from db.writes import set_setting

    set_setting(store, _MADE_UP, True, author(store))


def author(store: Store) -> str:
    """The name that goes onto a record: the manager's once confirmed, before that the system account's. On a server it
    is the login's own, which nobody can choose.
    """
    return whose(store).name


def team_choices(store: Store, today: date) -> TeamChoices:
    """The teams there are to choose from, with their workers and open children."""
    from db.queries.single import children_of_no_team, team_summaries

    with store.reading():
        return TeamChoices(
            team_summaries(store, today, match_key(whose(store).name)),
            children_of_no_team(store),
        )


def known_teams(store: Store, names: Sequence[str]) -> tuple[str, ...]:
    """The named teams as the store spells them, each once. Raises NoSuchTeam."""
    return tuple(teams_named(store, names).values())


def teams_named(store: Store, names: Sequence[str]) -> dict[TeamId, str]:
    """The named teams by their ids, as the store spells them. Raises NoSuchTeam."""
    keys = {match_key(name): name for name in names}
    with store.reading():
        known = teams_with_keys(store, tuple(keys))
        if len(known) < len(keys):
            have = {match_key(name): name for name in team_names(store).values()}
            unknown = next(name for key, name in keys.items() if key not in have)
            there = ", ".join(have.values()) or "none yet: import a list first"
            raise NoSuchTeam(f"There is no team '{one_line(unknown)}' in this store. It has {there}.")
    return known


def system_account() -> str:
    """The name of the account this program runs under."""
    try:
        return one_line(getpass.getuser()) or "unknown"
    except (KeyError, OSError):
        return "unknown"
