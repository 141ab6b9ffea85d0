"""One text for each family: what is said of one family's child never stands on the file of another's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.queries.single import family_of
from oversight_tui.practice.ids import ChildId
from oversight_tui.services.record.checks import RecordProblem, the_child

if TYPE_CHECKING:
    from db.engine import Store


def one_text_for_one_family(store: Store, children: Sequence[ChildId]) -> None:
    """Refuse one text about children of whom one is known here to be of another family than the rest.

    Of children of whom no family is known here nothing can be said: brothers and sisters may not be linked yet.
    """
    families: dict[str | None, str] = {}
    for child in dict.fromkeys(children):
        families.setdefault(family_of(store, child), the_child(store, child))
    if len(families) > 1:
        one, other = list(families.values())[:2]
        raise RecordProblem(
            f"{one} and {other} are not of one family here, and the same words would stand on both files. Write a text "
            "for each family; brothers and sisters are linked first. Nothing was recorded."
        )
