"""The manager's own sentences that hold of whom a form is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from oversight_tui.practice.ready_reasons import keeps_a_plan, ready_reasons
from oversight_tui.ui.dialogs.about import About


def reasons_about(
    sentences: Sequence[str], whom: Sequence[About], *, to_keep_the_plan: bool = False
) -> Mapping[int, str]:
    """Each under its digit; of nobody in particular, those that say nothing of how a child was seen."""
    found = ready_reasons(
        sentences,
        about_children=all(one.child_id is not None for one in whom),
        visit_late=bool(whom) and all(one.visit_late for one in whom),
    )
    return {digit: one for digit, one in found.items() if not to_keep_the_plan or keeps_a_plan(one)}
