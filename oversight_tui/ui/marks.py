"""The children and workers that are marked, for one decision or one handing over. Knows no widget."""

from __future__ import annotations

from collections.abc import Iterator

from oversight_tui.practice.ids import Subject
from oversight_tui.ui.dialogs.about import About
from oversight_tui.ui.present.selected import Whom


class Marks:
    """Those who are marked, in the order they were."""

    def __init__(self) -> None:
        self._marked: dict[Subject | None, About] = {}

    def __len__(self) -> int:
        return len(self._marked)

    def __iter__(self) -> Iterator[About]:
        return iter(self._marked.values())

    def holds(self, whom: Whom) -> bool:
        """Whether this child, or with no child this worker, is marked."""
        return About(whom.child_id, whom.worker_id, None, None, "").subject in self._marked

    def change(self, about: About) -> None:
        """Mark them, or take the mark away."""
        if about.subject in self._marked:
            del self._marked[about.subject]
        else:
            self._marked[about.subject] = about

    def clear(self) -> None:
        """Take every mark away."""
        self._marked.clear()
