"""What came of supervision and decisions over a span: of teams, without a word that anybody typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.queries.effect import days_of_lists, references_of, told_of_children
from db.queries.settings import team_names
from oversight_tui.practice.ids import TeamId
from oversight_tui.practice.sight.effect import effect_of, limits_of
from oversight_tui.practice.sight.effect_values import EVERY_KEY, Effect, EffectFigure, TeamEffect
from oversight_tui.practice.span import Span
from oversight_tui.services.identity import teams_named, whose
from oversight_tui.services.policy import policy_in_force
from oversight_tui.services.then import as_it_stood

if TYPE_CHECKING:
    from db.engine import Store


def load_effect(store: Store, span: Span, today: date, teams: Sequence[str] = (), *, all_teams: bool = False) -> Effect:
    """What came of it for the named teams, by name; with none named the manager's own, or every team, and then the
    children of no team too. The store is asked as it stood at the end of `today`. Raises NoSuchTeam.
    """
    with store.reading():
        named = {} if all_teams else teams_named(store, teams or whose(store).teams)
        chosen = list(named) or None
        with as_it_stood(store, today, chosen) as then:
            limits = limits_of(policy_in_force(store))
            children, lists = told_of_children(store, chosen), days_of_lists(store)
        found = effect_of(children, lists, span, limits)
        names = named or team_names(store)
        by_name = sorted(names, key=lambda team: names[team])
        asked: list[TeamId | None] = [*by_name, *([None] if chosen is None and None in found else [])]
        nothing = {key: EffectFigure(key) for key in EVERY_KEY}
        told = tuple(
            TeamEffect(team, names[team] if team is not None else None, found.get(team, nothing)) for team in asked
        )
        counted = {row.child for team in told for figure in team.figures.values() for row in figure.rows}
        references = references_of(store, counted)
    return Effect(span, told, references, limits.seen_within, limits.drift_carried, limits.drift_talks, then)
