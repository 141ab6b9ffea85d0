"""Whether the names of children are taken from lists: asked once, and kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from oversight_tui.services.importing.plan import ImportOptions, ImportPlan
from oversight_tui.services.importing.questions import Choice, ImportQuestion
from oversight_tui.words.dates import count


def names_question(plan: ImportPlan, answered: Collection[ImportQuestion]) -> Iterator[ImportQuestion]:
    """Whether names are taken, asked once for all lists to come."""
    if (
        not plan.tables.names_offered
        or plan.tables.names_said is not None
        or any(one.asked == "names" for one in answered)
    ):
        return

    def said(*, taken: bool) -> Choice:
        def then(asked: ImportOptions) -> ImportOptions:
            return asked.__replace__(names=taken)

        if taken:
            does = "take the names of those who have none here, from this list and those to come"
            return Choice("y", "Yes", does, then, "--names yes")
        return Choice("n", "No", "children are known by their reference, or by the name you type", then, "--names no")

    number = count(len(plan.tables.names_offered), "child", "children")
    says = f"The table has the names of {number} who {'has' if len(plan.tables.names_offered) == 1 else 'have'} none here. "
    says += "Take the children's names from lists? No list changes a name that is here."
    yield ImportQuestion("names", says, (said(taken=True), said(taken=False)))
