"""One text for each family: what is said of one family's child never stands on the file of another's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.queries.entries import lead_allocation
from db.queries.single import family_of
from oversight_tui.practice.ids import ChildId, WorkerId
from oversight_tui.services.record.checks import RecordProblem, the_child

if TYPE_CHECKING:
    from db.engine import Store


def one_text_for_one_family(store: Store, children: Sequence[ChildId]) -> None:
    """Refuse one text about children of whom one is known here to be of another family than the rest.

    Of children of whom no family is known here, brothers and sisters who are not linked yet have one worker: who have
    not are of different families.
    """
    families: dict[tuple[str | None, WorkerId | None], str] = {}
    for child in dict.fromkeys(children):
        family = family_of(store, child)
        holder = _holder(store, child) if family is None else None
        families.setdefault((family, holder), the_child(store, child))
    if len(families) > 1:
        one, other = list(families.values())[:2]
        raise RecordProblem(
            f"{one} and {other} are not of one family here, and the same words would stand on both files. Write a text "
            "for each family; brothers and sisters are linked first. Nothing was recorded."
        )


def _holder(store: Store, child: ChildId) -> WorkerId | None:
    allocation = lead_allocation(store, child)
    return allocation.worker if allocation is not None else None
