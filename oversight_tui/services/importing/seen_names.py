"""What is known of two names that may be one person's: whose children they hold, in the lists and here; since when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from oversight_tui.exchange.extract import ExtractChild
from oversight_tui.practice.changes import KnownChild, KnownWorker
from oversight_tui.words.dates import count, long_day
from oversight_tui.words.text import match_key

_MOST = 6  # references, before the rest is only counted


class SeenName(Struct, frozen=True):
    """The open children under a name in the lists and here, the teams these are in, and since when it is known."""

    in_lists: tuple[str, ...]
    here: tuple[str, ...]
    teams: tuple[str, ...]
    since: date | None
    is_known: bool

    def says(self, name: str) -> str:
        """It in a sentence."""
        known = "known here" if self.is_known else "not known here"
        if self.since:
            known += f" since {long_day(self.since)}"
        teams = f", {'team' if len(self.teams) == 1 else 'teams'} {', '.join(self.teams)}" if self.teams else ""
        holds = f", holds {_children(self.here)} here" if self.is_known else ""
        return f"{name}: {known}{teams}{holds}; in these lists {_children(self.in_lists)}."


def seen_names(
    alike: Sequence[tuple[str, str]],
    children: Collection[ExtractChild],
    known: Iterable[KnownChild],
    workers: Iterable[KnownWorker],
) -> Mapping[str, SeenName]:
    """What is known of every name of these pairs."""
    if not alike:
        return {}
    listed_by, here_by = defaultdict[str, list[ExtractChild]](list), defaultdict[str, list[KnownChild]](list)
    for listed_child in children:
        if listed_child.open and listed_child.worker:
            listed_by[match_key(listed_child.worker)].append(listed_child)
    for child in known:
        if child.open and child.worker_key:
            here_by[child.worker_key].append(child)
    by_key = {key: worker for worker in workers for key in worker.keys}
    found: dict[str, SeenName] = {}
    for name in dict.fromkeys(name for pair in alike for name in pair):
        worker = by_key.get(match_key(name))
        keys = set(worker.keys) if worker else {match_key(name)}
        listed = [one for key in keys for one in listed_by[key]]
        here = [one for key in keys for one in here_by[key]]
        teams = sorted({team for team in (*(one.team for one in listed), *(one.team for one in here)) if team})
        since = (worker.detail.starts or worker.detail.seen_by) if worker else None
        found[name] = SeenName(
            tuple(sorted(one.reference for one in listed)),
            tuple(sorted(one.reference for one in here)),
            tuple(teams),
            since,
            worker is not None,
        )
    return found


def _children(references: Sequence[str]) -> str:
    if not references:
        return "no child"
    more = f" and {len(references) - _MOST} more" if len(references) > _MOST else ""
    return f"{count(len(references), 'child', 'children')} ({', '.join(references[:_MOST])}{more})"
