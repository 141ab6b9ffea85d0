"""The policy in force, the choices kept with the store, and the teams there are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from db.models import PolicyVersion, Setting, Team
from db.question import Question, given

if TYPE_CHECKING:
    from db.engine import Store

_POLICY = Question(lambda: PolicyVersion.select(PolicyVersion.text).order_by(PolicyVersion.entry.desc()).limit(1))
_SETTING = Question(lambda: Setting.select(Setting.content).where(Setting.key == given("key")))
_TEAMS = Question(lambda: Team.select(Team.id, Team.name).order_by(Team.name_key))


def newest_policy(store: Store) -> str | None:
    """The policy in force as TOML text, None where it is the default."""
    rows = _POLICY.ask(store)
    return rows[0][0] if rows else None


def setting(store: Store, key: str) -> Any:
    """A choice kept with the store, None where none was made."""
    rows = _SETTING.ask(store, key=key)
    return json.loads(rows[0][0]) if rows else None


def team_names(store: Store) -> dict[int, str]:
    """Every team by its id, in the order of the names."""
    return dict(_TEAMS.ask(store))
