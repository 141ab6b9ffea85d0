"""One text for each family: what is said of one family's child never stands on the file of another's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.queries.entries import lead_allocation
from db.queries.single import family_of
from oversight_tui.practice.ids import AboutChild, AboutWorker, ChildId, Subject
from oversight_tui.practice.requests import DiscussionRequest, SessionTalk
from oversight_tui.services.record.asked import AsksFirst
from oversight_tui.services.record.checks import RecordProblem, the_child

if TYPE_CHECKING:
    from db.engine import Store


def one_text_for_one_family(store: Store, request: DiscussionRequest | SessionTalk, children: Sequence[ChildId]) -> str:
    """Refuse one text about children of whom one is known here to be of another family than the rest.

    Of children of whom no family is known here, brothers and sisters who are not linked yet have one worker: who have
    not, or have none, are of different families. Of those who have, nobody can tell: where it is to be asked, AsksFirst
    is raised, and where nobody can be asked this returns what is to be said with the answer; empty where it is known.
    """
    families: dict[str | Subject, str] = {}
    references = {child: the_child(store, child) for child in children}
    for child, reference in references.items():
        families.setdefault(family_of(store, child) or _whoever_tells(store, child), reference)
    if len(families) > 1:
        one, other = list(families.values())[:2]
        raise RecordProblem(
            f"{one} and {other} are not of one family here, and the same words would stand on both files. Write a text "
            "for each family; brothers and sisters are linked first. Nothing was recorded."
        )
    if request.one_family or len(references) == 1 or any(isinstance(family, str) for family in families):
        return ""
    *first, last = references.values()
    unknown = f"No family is known here of {', '.join(first)} and {last}"
    if request.one_family is not None:
        would = f"{unknown}, and the same words would stand on each file."
        agreed = request.__replace__(one_family=True)
        raise AsksFirst(f"{would} Nothing was recorded.", f"{would} y says that they are of one family.", agreed)
    return f"{unknown}: the same words stand on each file. If they are of different families, undo it and write each."


def _whoever_tells(store: Store, child: ChildId) -> Subject:
    """By whom a child of no known family is told from others: the worker who holds them, else nobody but the child."""
    allocation = lead_allocation(store, child)
    if allocation is None or allocation.worker is None:
        return AboutChild(child)
    return AboutWorker(allocation.worker)
