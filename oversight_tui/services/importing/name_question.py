"""Whether the names of children are taken from lists: asked once, and kept."""

from __future__ import annotations

from collections.abc import Iterator

from oversight_tui.services.importing.asked import Choice, ImportOptions, ImportQuestion
from oversight_tui.services.importing.plan import ImportPlan
from oversight_tui.words.dates import count


def names_question(plan: ImportPlan) -> Iterator[ImportQuestion]:
    """Whether names are taken, asked once for all lists to come."""
    tables = plan.tables
    if not tables.names_offered or tables.names_said is not None:
        return
    number = len(tables.names_offered)
    says = (
        f"The table has the names of {count(number, 'child', 'children')} who {'has' if number == 1 else 'have'} none "
        "here. Take the children's names from lists? No list changes a name that is here."
    )
    yes = "take the names of those who have none here, from this list and those to come"
    no = "children are known by their reference, or by the name you type"
    choices = (Choice("y", "Yes", yes, _taken, "--names yes"), Choice("n", "No", no, _not_taken, "--names no"))
    yield ImportQuestion("names", says, choices)


def _taken(asked: ImportOptions) -> ImportOptions:
    return asked.__replace__(names=True)


def _not_taken(asked: ImportOptions) -> ImportOptions:
    return asked.__replace__(names=False)
