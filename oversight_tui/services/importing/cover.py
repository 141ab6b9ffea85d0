"""What lists cover against those before them: lists left out, columns emptied, fewer children, teams left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from datetime import date
from typing import Literal

from msgspec import Struct

from oversight_tui.exchange.caseload.columns import CASELOAD
from oversight_tui.exchange.extract import Extract, ExtractChild
from oversight_tui.practice.changes import KnownChild, KnownSnapshot
from oversight_tui.practice.policy import Policy
from oversight_tui.services.importing.reach import OF_CHILDREN, covers, in_reach
from oversight_tui.services.shown import Shown
from oversight_tui.words.text import match_key

Field = Literal["worker", "team", "status", "adviser"]


class _Column(Struct, frozen=True):
    """What Annex A calls a column, and what it says of a child, now and before."""

    heading: str
    now: Callable[[ExtractChild], str | None]
    before: Callable[[Shown], str | None]


# Who is in a list where one of these is all empty was not said to have none.
COLUMNS: Mapping[Field, _Column] = {
    "worker": _Column("Allocated Worker", lambda child: child.worker, lambda shown: shown.worker),
    "team": _Column("Allocated Team", lambda child: child.team, lambda shown: shown.team),
    "status": _Column("Case status", lambda child: child.status, lambda shown: shown.status),
    "adviser": _Column("Allocated Personal Advisor", lambda child: child.adviser, lambda shown: shown.adviser),
}
_LEAST = 2  # children with a value before, for a column without one to be an emptied one


class AbsentList(Struct, frozen=True):
    """A list that is not here or has no rows: the open children it showed last, and those of them in no other list."""

    list_name: str
    is_empty: bool
    children: tuple[str, ...]
    alone: tuple[str, ...]


class FewerInList(Struct, frozen=True):
    """A list with fewer children than before."""

    list_name: str
    before: int
    now: int


class EmptiedColumn(Struct, frozen=True):
    """A column, by the field it fills, with no value for any of the children who had one before."""

    field: Field
    children: tuple[str, ...]


class AbsentTeam(Struct, frozen=True):
    """A team that the last lists covered and these do not name, with how many open children it has here."""

    team: str
    children: int


class Cover(Struct, frozen=True):
    """All of that. `day` is that of the lists before."""

    day: date | None = None
    absent: tuple[AbsentList, ...] = ()
    fewer: tuple[FewerInList, ...] = ()
    emptied: tuple[EmptiedColumn, ...] = ()
    teams: tuple[AbsentTeam, ...] = ()


class Covering:
    """What the children who are here were shown to be, for holding the lists of `day` and of these teams against it."""

    def __init__(
        self,
        known: Mapping[str, KnownChild],
        before: Mapping[str, Shown],
        snapshots: Sequence[KnownSnapshot],
        teams: Sequence[str],
        day: date,
    ) -> None:
        self._keys = set(map(match_key, teams))
        self._known, self._before, self._day = known, before, day
        mine = [one for one in snapshots if one.format in OF_CHILDREN and self._is_of_these(one)]
        self._last = next((one for one in mine if one.as_at < day), None)
        self._of_the_day = {name for one in mine if one.as_at == day for name in one.lists}
        self._here = {
            reference: shown
            for reference, shown in before.items()
            if (child := known[reference]).open
            and child.missing_since is None
            and not child.is_kept
            and (child.team is None or match_key(child.team) in self._keys)
        }

    def against(
        self, extract: Extract, children: Collection[ExtractChild], blank: Collection[str], policy: Policy
    ) -> Cover:
        """How these lists fall short of those before; nothing where none came before. `blank` are the children of whom
        no status is said, by reference.
        """
        if self._last is None:
            return Cover()
        filled = {*extract.filled, *self._of_the_day}
        absent = tuple(self._absent(extract, children, filled))
        return Cover(
            self._last.as_at,
            absent,
            tuple(self._fewer(children, filled, policy)),
            tuple(self._emptied(children, blank)),
            () if set(extract.filled) == {CASELOAD} else tuple(self._teams(children)),  # such a table may be one team's
        )

    def _is_of_these(self, snapshot: KnownSnapshot) -> bool:
        covered = set(map(match_key, snapshot.teams))
        return bool(covered & self._keys) or not covered or not self._keys

    def _absent(self, extract: Extract, children: Iterable[ExtractChild], filled: Set[str]) -> Iterable[AbsentList]:
        shown = {child.reference for child in children}
        by_list: dict[str, list[str]] = {}
        for reference, before in self._here.items():
            for name in before.lists:
                by_list.setdefault(name, []).append(reference)
        for name in sorted(one for one in by_list if not covers(filled, (one,))):
            # One who was in another list too, which is here, is missing from that; nobody is named twice.
            alone = tuple(one for one in by_list[name] if one not in shown and self._before[one].lists[-1:] == (name,))
            yield AbsentList(name, name in extract.lists, tuple(by_list[name]), alone)

    def _fewer(self, children: Collection[ExtractChild], filled: Set[str], policy: Policy) -> Iterable[FewerInList]:
        reached = {child.reference for child in in_reach(self._known.values(), children, filled)}
        now = Counter(name for child in children for name in child.lists)
        was = Counter(name for key, before in self._here.items() if key in reached for name in before.lists)
        few, percent = policy.limits["fewer_children"], policy.limits["fewer_percent"]
        for name in sorted(was):
            short = was[name] - now[name]
            if name in filled and now[name] and short > max(few, was[name] * percent / 100):
                yield FewerInList(name, was[name], now[name])

    def _emptied(self, children: Iterable[ExtractChild], blank: Collection[str]) -> Iterable[EmptiedColumn]:
        listed = [child for child in children if child.open]
        for field, column in COLUMNS.items():
            had = [
                child.reference
                for child in listed
                if child.reference in self._here and column.before(self._here[child.reference])
            ]
            is_unread = (field in child.unread and child.reference not in blank for child in listed)
            has_any = any(map(column.now, listed)) or any(is_unread)
            if len(had) >= _LEAST and not has_any:
                yield EmptiedColumn(field, tuple(had))

    def _teams(self, children: Iterable[ExtractChild]) -> Iterable[AbsentTeam]:
        named = {match_key(child.team) for child in children if child.team}
        open_of = Counter(match_key(one.team) for one in self._known.values() if one.open and one.team)
        for team in self._last.teams if self._last else ():
            key = match_key(team)
            if key not in named and key not in self._keys and open_of[key]:
                yield AbsentTeam(team, open_of[key])
