"""What lists are compared with: what is known in a store, or nothing where there is no store yet."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from db.queries.held_when import known_holdings
from db.queries.imports import known_answers, known_children, known_snapshots, known_workers
from db.queries.settings import setting
from db.queries.single import child_aliases
from oversight_tui.practice.changes import AnswerToKeep, KnownChild, KnownSnapshot, KnownWorker
from oversight_tui.practice.ids import ChildId
from oversight_tui.practice.policy import DEFAULT, Policy
from oversight_tui.services.importing.column_maps import ColumnMap, kept_maps
from oversight_tui.services.importing.holdings import Holdings, HoldingsOf
from oversight_tui.services.policy import policy_in_force

if TYPE_CHECKING:
    from db.engine import Store

DUTY_NAMES = "duty_names"
LEAD_ROLES = "lead_roles"
NAMES_FROM_LISTS = "names_from_lists"


class Here(Struct, frozen=True):
    """The lists that came before, the names of desks, the workers, the children by reference, the numbers in force.

    `aliases` has the reference of a child by other spellings of it; `answers` is what was asked before, newest last.
    `roles` are those of an allocated worker in this authority's system, `holdings_of` asks who has held some children.
    `column_maps` is what was said of the columns of tables, `names_from_lists` whether names are taken from them, None
    where that was never said.
    """

    snapshots: tuple[KnownSnapshot, ...]
    duty: frozenset[str]
    workers: tuple[KnownWorker, ...]
    children: Mapping[str, KnownChild]
    policy: Policy
    roles: tuple[str, ...]
    holdings_of: HoldingsOf
    aliases: Mapping[str, str] = {}
    answers: tuple[AnswerToKeep, ...] = ()
    column_maps: tuple[ColumnMap, ...] = ()
    names_from_lists: bool | None = None
    newest: tuple[int, ...] = (0, 0)


def _no_holdings(children: Collection[ChildId]) -> Holdings:
    return {}


NOTHING_HERE: Final = Here((), frozenset(), (), {}, DEFAULT, (), _no_holdings)


def what_is_here(store: Store) -> Here:
    """What the store knows. Asked inside one read transaction."""
    return Here(
        tuple(known_snapshots(store)),
        frozenset(setting(store, DUTY_NAMES) or ()),
        tuple(known_workers(store)),
        known_children(store),
        policy_in_force(store),
        tuple(setting(store, LEAD_ROLES) or ()),
        partial(known_holdings, store),
        child_aliases(store),
        known_answers(store),
        column_maps=kept_maps(store),
        names_from_lists=setting(store, NAMES_FROM_LISTS),
        newest=newest_list_and_worker(store),
    )


def newest_list_and_worker(store: Store) -> tuple[int, ...]:
    """The numbers that the last list and the last worker were given, by which one sees whether others came since."""
    return tuple(store.last_number(table) for table in ("snapshot", "worker"))
