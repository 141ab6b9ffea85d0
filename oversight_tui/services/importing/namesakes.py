"""One name in several teams: one person's, who has children in each, or that of people who are told apart by team.

People who are told apart carry their team behind their name, `Sarah Jones (South)`, and are known by it from then on.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from msgspec import Struct

from oversight_tui.practice.changes import KnownChild
from oversight_tui.words.text import match_key

_WITH_TEAM = re.compile(r"(.+) \((.+)\)")


class AcrossTeams(Struct, frozen=True):
    """A name whose children in the lists are in several teams: how many in each, and the cell it was met in."""

    name: str
    teams: Mapping[str, int]
    place: str

    @property
    def says(self) -> str:
        """It in words: `Sarah Jones has children in 2 teams: North (2), South (2).`"""
        counted = ", ".join(f"{team} ({number:,})" for team, number in self.teams.items())
        return f"{self.name} has children in {len(self.teams)} teams: {counted}."


class Namesakes:
    """Under which name each child's worker is looked for, and which names are to be asked about.

    `asked` are the names that were said to be several people's, `one` those that were said to be one person's,
    `workers` the keys of those who are known, `teams` the keys of the teams that are, `children` those who are here.
    """

    def __init__(
        self,
        asked: Iterable[str],
        one: Iterable[str],
        workers: Iterable[str],
        teams: Set[str],
        children: Iterable[KnownChild],
    ) -> None:
        with_team = (found for key in workers if (found := _WITH_TEAM.fullmatch(key)) and found[2] in teams)
        self._apart = {*map(match_key, asked), *(found[1] for found in with_team)}
        self._one = set(map(match_key, one))
        self._here: dict[str, Counter[str]] = defaultdict(Counter)
        for child in children:
            if child.open and child.worker_key and child.team:
                self._here[child.worker_key][match_key(child.team)] += 1
        self._own_team: dict[str, str] = {}
        self._listed: dict[str, AcrossTeams] = {}

    def tell_apart(self, key: str) -> None:
        """People of this name are several, as a roster has them."""
        self._apart.add(key)

    def are_apart(self, key: str) -> bool:
        """Whether people of this name are told apart by team."""
        return key in self._apart

    def name_in(self, team: str, name: str, key: str, *, known: bool, said: str | None) -> str:
        """The name of whoever of this name is in this team. Somebody `known` by the name alone goes on having it in a
        team of their own: the one that was `said` of them, else that of most of their children.
        """
        if known and self._team_of(key, said, team) == match_key(team):
            return name
        return f"{name} ({team})"

    def listed(self, key: str, name: str, team: str | None, place: str) -> None:
        """A child of the lists is with the worker of this key."""
        if team is not None:
            before = self._listed.get(key, AcrossTeams(name, {}, place))
            spelled = next((one for one in before.teams if match_key(one) == match_key(team)), team)
            number = before.teams.get(spelled, 0) + 1
            self._listed[key] = before.__replace__(teams={**before.teams, spelled: number})

    def across(self) -> Iterator[AcrossTeams]:
        """The names in several teams, in one of which the worker of this name holds nobody here, and of which nothing
        was said.
        """
        for key, found in self._listed.items():
            if (
                len(found.teams) > 1
                and key not in self._one
                and not {match_key(team) for team in found.teams} <= set(self._here[key])
            ):
                yield found

    def _team_of(self, key: str, said: str | None, met_in: str) -> str:
        if key not in self._own_team:
            most = self._here[key].most_common(1)
            self._own_team[key] = match_key(said) if said else most[0][0] if most else match_key(met_in)
        return self._own_team[key]
