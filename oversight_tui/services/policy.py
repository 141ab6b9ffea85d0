"""The numbers in force in a store: read, taken out to a file, and put in from one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from db.queries.settings import first_list_of, policies
from oversight_tui.practice.policy import (
    DEFAULT,
    EarlierLimits,
    Policy,
    PolicyProblem,
    parse_policy,
    policy_as_toml,
)
from oversight_tui.services.identity import author

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.practice.policy_changes import PolicyChange
    from oversight_tui.practice.policy_history import PolicySince
    from oversight_tui.practice.requests import Recorded


def policy_in_force(store: Store) -> Policy:
    """The newest policy of the store, the default where none was put in, with the limits that others had before."""
    with store.reading():
        return _in_force(first_list_of(store), policies(store))


def policy_history(store: Store) -> tuple[PolicySince, ...]:
    """The numbers of each time, oldest first, with those in force before any other. Asked inside a transaction."""
    from oversight_tui.practice.policy_history import PolicySince

    first, versions = first_list_of(store), policies(store)
    steps = [PolicySince(on, _in_force(first, versions[: at + 1])) for at, (_, on) in enumerate(versions)]
    was_first = steps and (first is None or versions[0][1] <= first)
    return (PolicySince(date.min, steps[0].policy if was_first else _in_force(first, ())), *steps)


def import_policy(store: Store, path: Path, today: date) -> Recorded:
    """Put the numbers of a file in force. Raises PolicyProblem; then nothing is changed."""
    return _put_in_force(store, parse_policy(read_policy_file(path)), today, "The numbers of the file are in force.")


def change_policy(store: Store, change: PolicyChange, today: date) -> Recorded:
    """Put the numbers in force with one of them changed. Raises PolicyProblem; then nothing is changed."""
    with store.writing():  # in which nobody else changes another of them
        return _put_in_force(store, _changed(policy_in_force(store), change), today, "It is in force from today.")


def policy_if(store: Store, change: PolicyChange, today: date) -> Policy:
    """The policy as it would be in force with one number changed today. Raises PolicyProblem."""
    with store.reading():
        first, versions = first_list_of(store), policies(store)
    text = policy_as_toml(_changed(_in_force(first, versions), change))
    return _in_force(first, (*versions, (text, today)))


def _changed(policy: Policy, change: PolicyChange) -> Policy:
    from oversight_tui.practice.policy_changes import changed

    return changed(policy, change)


def _put_in_force(store: Store, policy: Policy, today: date, says: str) -> Recorded:
    from db.writes import save_policy
    from oversight_tui.practice.requests import Recorded

    text = policy_as_toml(policy)
    if text == policy_as_toml(policy_in_force(store)):
        return Recorded(None, "policy", "These numbers are in force already. Nothing was changed.")
    return Recorded(save_policy(store, text, today, author(store)), "policy", says)


def export_policy(store: Store, path: Path) -> None:
    """Write the numbers in force to a new file. Raises PolicyProblem where the file is there or cannot be made."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(policy_as_toml(policy_in_force(store)))
    except FileExistsError:
        raise PolicyProblem(f"There is a file {path} already. Name another, or move it away first.") from None
    except OSError as problem:
        raise PolicyProblem(f"The file {path} cannot be written: {problem.strerror}.") from None


def read_policy_file(path: Path) -> str:
    """The text of a policy file. Raises PolicyProblem where it cannot be read."""
    try:
        if not path.is_file():
            raise FileNotFoundError(path)  # a pipe or a device would be read without an end
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise PolicyProblem(
            f"The file {path} cannot be read. Check its name and that it is a text file in UTF-8."
        ) from None


@lru_cache(maxsize=2)
def _in_force(used_since: date | None, versions: Sequence[tuple[str, date]]) -> Policy:
    """The default is in force from the first list on: what was put in before it, or with it, was the first policy."""
    read = [(DEFAULT, used_since or date.max), *((parse_policy(text), on) for text, on in versions)]
    earlier = [
        EarlierLimits(before.supervision, before.newly_qualified, on - timedelta(days=1))
        for (before, since), (_, on) in pairwise(read)
        if since < on  # what another of the same day took the place of was in force on no day
    ]
    return read[-1][0].__replace__(earlier=tuple(earlier))
