"""The names of children that a table holds: taken for those who have none here, where that was said.

A name that stands here was typed, or came from a list and was left as it is; no list changes it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from oversight_tui.practice.changes import ChildChange, KnownChild

if TYPE_CHECKING:
    from oversight_tui.services.importing.compare import Comparison


def offered(
    names: Mapping[str, str], open_children: Collection[str], known: Mapping[str, KnownChild]
) -> dict[str, str]:
    """The names of the open children of a table who have none here."""
    found = {reference: known.get(reference) for reference in names if reference in open_children}
    return {reference: names[reference] for reference, child in found.items() if child is None or child.name is None}


def take_names(comparison: Comparison, names: Mapping[str, str], known: Mapping[str, KnownChild]) -> None:
    """Give these children their names, in what is to be written and in what is told of it."""
    changed = {change.reference: place for place, change in enumerate(comparison.changes)}
    for reference, name in names.items():
        place = changed.get(reference)
        if place is not None:
            comparison.changes[place] = comparison.changes[place].__replace__(name=name)
        elif (child := known.get(reference)) is not None:
            comparison.changes.append(ChildChange(reference, child.child_id, name=name))


def names_here(known: Mapping[str, KnownChild], taken: Mapping[str, str]) -> dict[str, str]:
    """The names of children that are known here, or are taken now."""
    return {**taken, **{reference: child.name for reference, child in known.items() if child.name is not None}}
