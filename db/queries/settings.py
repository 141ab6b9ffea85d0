"""The policy in force, the choices kept with the store, and the teams there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from peewee import fn

from db import stored
from db.models import Draft, EntryInForce, PolicyVersion, Setting, Snapshot, Team
from db.question import Question, any_of, given
from oversight_tui.practice.ids import TeamId, WorkerId

if TYPE_CHECKING:
    from db.engine import Store

_POLICIES = Question(
    lambda: (
        PolicyVersion.select(PolicyVersion.text, EntryInForce.happened_on)
        .join(EntryInForce, on=(EntryInForce.id == PolicyVersion.entry))
        .order_by(PolicyVersion.entry)
    )
)
_FIRST_LIST = Question(lambda: Snapshot.select(fn.MIN(Snapshot.as_at)))
_SETTING = Question(lambda: Setting.select(Setting.content).where(Setting.key == given("key")))
_DRAFTS = Question(lambda: Draft.select(Draft.form, Draft.content).order_by(Draft.saved_at))
_TEAMS = Question(lambda: Team.select(Team.id, Team.name).order_by(Team.name_key))
_TEAMS_BY_KEY = Question(
    lambda keys: Team.select(Team.id, Team.name).where(Team.name_key.in_(any_of("keys", keys))).order_by(Team.name_key)
)


def policies(store: Store) -> tuple[tuple[str, date], ...]:
    """Every policy as TOML text with the day from which it is in force, newest last; none while it is the default."""
    return tuple((text, stored.day(on)) for text, on in _POLICIES.ask(store))


def first_list_of(store: Store) -> date | None:
    """The as-at date of the oldest list here; None before the first."""
    ((day,),) = _FIRST_LIST.ask(store)
    return stored.day(day) if day is not None else None


def choices_ever(store: Store, what: str) -> dict[str, Any]:
    """What is kept with the store now of every choice that the journal's lines of `what` tell of, None where it is kept
    no longer.
    """
    lines = store.rows(
        "SELECT c.after FROM journal j JOIN journal_content c ON c.seq = j.seq WHERE j.what = ?"
        " AND c.after IS NOT NULL",
        (what,),
    )
    now = {key: stored.content(text) for key, text in store.rows("SELECT key, content FROM setting")}
    return {key: now.get(key) for key in sorted({stored.content(text)["key"] for (text,) in lines})}


def setting(store: Store, key: str) -> Any:
    """A choice kept with the store, None where none was made."""
    rows = _SETTING.ask(store, key=key)
    return stored.content(rows[0][0]) if rows else None


def name_of_login(store: Store) -> str | None:
    """The name that a server's login has on records; None for the one that carries a store over, which has any."""
    row = store.row("SELECT main.my_name() WHERE NOT main.carries()")
    return str(row[0]) if row and row[0] is not None else None


def name_of_who_has_session(store: Store, worker: WorkerId) -> str | None:
    """The name on records of who has a worker's session open, on a server; None where that is not for the login."""
    row = store.row("SELECT main.has_session(?)", (worker,))
    return str(row[0]) if row and row[0] is not None else None


def team_names(store: Store) -> dict[TeamId, str]:
    """Every team by its id, in the order of the names."""
    return dict(_TEAMS.ask(store))


def teams_with_keys(store: Store, keys: Sequence[str]) -> dict[TeamId, str]:
    """The teams whose normalised names these are, by id, in the order of the names."""
    return dict(_TEAMS_BY_KEY.ask(store, keys=tuple(dict.fromkeys(keys)))) if keys else {}


def drafts_by_age(store: Store) -> dict[str, dict[str, str]]:
    """What stands in each form that was being typed into, the newest last."""
    return {form: stored.content(content) for form, content in _DRAFTS.ask(store)}
