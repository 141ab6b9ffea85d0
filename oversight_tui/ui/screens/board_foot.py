"""The key bar of the board: what can be done about the row that is selected, and how much is new."""

from __future__ import annotations

from oversight_tui.ui.key_line import about_a_worker, show_keys
from oversight_tui.ui.keymap import Keymap
from oversight_tui.ui.selection import Selection
from oversight_tui.ui.widgets.text_line import Part, TextLine


class BoardFoot(TextLine):
    """Shows other keys about a worker than about a child; made anew only where that changes."""

    def __init__(self) -> None:
        super().__init__(id="keys")
        self.new = 0
        self._of_a_worker = False

    def offer(self, keymap: Keymap, selection: Selection) -> None:
        """The keys about what is selected, and before them the key of what is new."""
        self._of_a_worker = _is_of_a_worker(selection)
        actions = keymap.of("board")
        shown = keymap.shown("changes")
        new = (Part(f" {shown}", "bold $text-accent", "changes"), Part(f" {self.new} new ", "bold", "changes"))
        show_keys(self, about_a_worker(actions) if self._of_a_worker else actions, *(new if self.new else ()))

    def count_new(self, number: int, keymap: Keymap, selection: Selection) -> None:
        """So many are new now; what is being said stays over the keys."""
        said = self.said
        self.new = number
        self.offer(keymap, selection)
        if said:
            self.say(said)

    def follow(self, keymap: Keymap, selection: Selection) -> None:
        """Another row is selected: other keys, where it is of another kind and nothing is being said."""
        if not self.said and _is_of_a_worker(selection) != self._of_a_worker:
            self.offer(keymap, selection)


def _is_of_a_worker(selection: Selection) -> bool:
    return selection.worker_id is not None and selection.child_id is None
