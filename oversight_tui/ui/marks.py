"""The children and workers that are marked, for one decision or one handing over. Knows no widget."""

from __future__ import annotations

from collections.abc import Iterator

from oversight_tui.ui.dialogs.about import About


class Marks:
    """Those who are marked, in the order they were."""

    def __init__(self) -> None:
        self._marked: dict[str, About] = {}

    def __len__(self) -> int:
        return len(self._marked)

    def __iter__(self) -> Iterator[About]:
        return iter(self._marked.values())

    def holds(self, child_id: str | None, worker_id: str | None) -> bool:
        """Whether this child, or with no child this worker, is marked."""
        return About(child_id, worker_id, None, None, "").key in self._marked

    def change(self, about: About) -> None:
        """Mark them, or take the mark away."""
        if about.key in self._marked:
            del self._marked[about.key]
        else:
            self._marked[about.key] = about

    def clear(self) -> None:
        """Take every mark away."""
        self._marked.clear()
