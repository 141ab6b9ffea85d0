"""What lists are compared with: what is known in a store, or nothing where there is no store yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from db.queries.imports import known_answers, known_children, known_snapshots, known_workers
from db.queries.settings import setting
from db.queries.single import child_aliases
from oversight_tui.practice.changes import AnswerToKeep, KnownChild, KnownSnapshot, KnownWorker
from oversight_tui.practice.policy import DEFAULT, Policy
from oversight_tui.services.policy import policy_in_force

if TYPE_CHECKING:
    from db.engine import Store

DUTY_NAMES = "duty_names"


class Here(Struct, frozen=True):
    """The lists that came before, the names of desks, the workers, the children by reference, the numbers in force.

    `aliases` has the reference of a child by other spellings of it; `answers` is what was asked before, newest last.
    """

    snapshots: tuple[KnownSnapshot, ...]
    duty: frozenset[str]
    workers: tuple[KnownWorker, ...]
    children: Mapping[str, KnownChild]
    policy: Policy
    aliases: Mapping[str, str] = {}
    answers: tuple[AnswerToKeep, ...] = ()


NOTHING_HERE: Final = Here((), frozenset(), (), {}, DEFAULT)


def what_is_here(store: Store) -> Here:
    """What the store knows. Asked inside one read transaction."""
    return Here(
        tuple(known_snapshots(store)),
        frozenset(setting(store, DUTY_NAMES) or ()),
        tuple(known_workers(store)),
        known_children(store),
        policy_in_force(store),
        child_aliases(store),
        known_answers(store),
    )
