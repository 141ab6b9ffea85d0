"""The list of a worker's children on their page: the keys go into it, over it, to a child's own page and out again."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from oversight_tui.ui.actions import Action
from oversight_tui.ui.key_line import about_a_chosen_child, about_a_worker, show_keys
from oversight_tui.ui.program import Program
from oversight_tui.ui.screens.acting import Handlers
from oversight_tui.ui.screens.page_body import PageBody
from oversight_tui.ui.widgets.text_line import Part, TextLine

_A_PAGE = 10  # children that a page passes over


class PageChildren:
    """What is done with that list. `next_entry` is what the same key does on a child's page; `changed` is called when
    the keys go elsewhere.
    """

    def __init__(
        self,
        program: Program,
        body: PageBody,
        *,
        next_entry: Callable[[], None] | None,
        back: Callable[[], None],
        changed: Callable[[], None],
    ) -> None:
        self._program = program
        self._body = body
        self._next_entry = next_entry
        self._back = back
        self._changed = changed

    def handlers(self) -> Handlers:
        """What does each action of the list."""
        return {
            "page_children": self._in_or_out,
            "page_child": lambda: self._body.open_chosen() if self._body.in_list else self._back(),
        }

    def show_keys(self, line: TextLine, actions: Iterable[Action]) -> None:
        """The keys of the page, or of the list while they go there."""
        if self._body.in_list:
            show_keys(line, about_a_chosen_child(actions), Part(" ↑ ↓", "bold $text-accent"), Part(" Choose "))
        else:
            show_keys(line, about_a_worker(actions) if self._next_entry is None else actions)

    def leave(self) -> bool:
        """Out of the list; False where the keys did not go to it."""
        was_in = self._body.in_list
        if was_in:
            self._body.leave_list()
            self._changed()
        return was_in

    def scroll(self, lines: int, pages: int) -> bool:
        """Choose another child; False where the keys do not go to the list."""
        if self._body.in_list:
            self._body.move_in_list(lines or pages * _A_PAGE)
        return self._body.in_list

    def _in_or_out(self) -> None:
        if self.leave():
            return
        if self._next_entry is not None:
            self._next_entry()
        elif self._body.enter_list():
            self._changed()
        else:
            self._program.flash("No child is with this worker.")
