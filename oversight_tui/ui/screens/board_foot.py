"""The key bar of the board: what can be done about the row that is selected, and how much is new."""

from __future__ import annotations

from typing import Literal

from oversight_tui.ui.key_line import about_a_discussion, about_a_worker, show_keys
from oversight_tui.ui.keymap import Keymap
from oversight_tui.ui.selection import Selection
from oversight_tui.ui.widgets.text_line import Part, TextLine

_OfWhat = Literal["child", "worker", "discussion"]


class BoardFoot(TextLine):
    """Shows other keys about a worker, or a discussion to be filed, than about a child; made anew only where that
    changes.
    """

    def __init__(self) -> None:
        super().__init__(id="keys")
        self.new = 0
        self._of: _OfWhat = "child"

    def offer(self, keymap: Keymap, selection: Selection) -> None:
        """The keys about what is selected, and before them the key of what is new."""
        self._of = _of_what(selection)
        actions = keymap.of("board")
        if self._of != "child":
            actions = tuple(about_a_worker(actions) if self._of == "worker" else about_a_discussion(actions))
        shown = keymap.shown("changes")
        new = (Part(f" {shown}", "bold $text-accent", "changes"), Part(f" {self.new} new ", "bold", "changes"))
        show_keys(self, actions, *(new if self.new else ()))

    def count_new(self, number: int, keymap: Keymap, selection: Selection) -> None:
        """So many are new now; what is being said stays over the keys."""
        said = self.said
        self.new = number
        self.offer(keymap, selection)
        if said:
            self.say(said)

    def follow(self, keymap: Keymap, selection: Selection) -> None:
        """Another row is selected: other keys, where it is of another kind and nothing is being said."""
        if not self.said and _of_what(selection) != self._of:
            self.offer(keymap, selection)


def _of_what(selection: Selection) -> _OfWhat:
    if selection.worker_id is not None and selection.child_id is None:
        return "worker"
    return "discussion" if selection.entry.waits_as == "discussion_not_on_file" else "child"
