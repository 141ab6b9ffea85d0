"""The key bar of the board: what can be done about the row that is selected, and how much is new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal, cast

from textual.strip import Strip

from oversight_tui.ui.actions import Action
from oversight_tui.ui.key_line import about_a_booking, about_a_discussion, about_a_worker, key_versions
from oversight_tui.ui.keymap import Keymap
from oversight_tui.ui.looking_back import LOOKS
from oversight_tui.ui.program import Program
from oversight_tui.ui.selection import Selection
from oversight_tui.ui.widgets.text_line import Part, TextLine

_OfWhat = Literal["child", "worker", "discussion", "booking"]
# Of what the keys are, how much is new, whether names are hidden, and whether a past day is looked at.
_Kept = tuple[_OfWhat, int, bool, bool]


class BoardFoot(TextLine):
    """Shows other keys about a worker, a booking, or a discussion to be filed, than about a child. Each of these lines
    is made and painted once: a cursor key goes from one to another and back.
    """

    def __init__(self) -> None:
        super().__init__(id="keys")
        self.new = 0
        self._offered: _Kept = "child", 0, False, False
        self._made: dict[_Kept, tuple[tuple[Part, ...], ...]] = {}
        self._painted: dict[tuple[_Kept, int], Strip] = {}

    def offer(self, keymap: Keymap, selection: Selection) -> None:
        """The keys about what is selected, and before them the key of what is new."""
        kept = self._offered = self._asked(selection)
        if kept not in self._made:
            self._made[kept] = _keys(keymap, *kept)
        self.show(*self._made[kept])

    def count_new(self, number: int, keymap: Keymap, selection: Selection) -> None:
        """So many are new now; what is being said stays over the keys."""
        said = self.said
        self.new = number
        self.offer(keymap, selection)
        if said:
            self.say(said)

    def follow(self, keymap: Keymap, selection: Selection) -> None:
        """Another row is selected, or another day is looked at: other keys, where nothing is being said."""
        if not self.said and self._asked(selection) != self._offered:
            self.offer(keymap, selection)

    def _asked(self, selection: Selection) -> _Kept:
        program = cast(Program, self.app)
        looks_back = program.worker.scope.looking_back is not None
        return _of_what(selection), self.new, program.names.hidden, looks_back

    def render_line(self, y: int) -> Strip:
        """The line as it was painted before, where nothing is said in it."""
        if self.said or y:
            return super().render_line(y)
        known = self._offered, self._width
        if known not in self._painted:
            self._painted[known] = super().render_line(y)
        return self._painted[known]

    def notify_style_update(self) -> None:
        """Another theme makes other lines."""
        self._painted.clear()
        super().notify_style_update()


_OFFERED: Mapping[_OfWhat, Callable[[Iterable[Action]], list[Action]]] = {
    "worker": about_a_worker,
    "discussion": about_a_discussion,
    "booking": about_a_booking,
}


def _keys(keymap: Keymap, of: _OfWhat, new: int, hidden: bool, looks_back: bool) -> tuple[tuple[Part, ...], ...]:
    actions = keymap.of("board")
    if of in _OFFERED:
        actions = tuple(_OFFERED[of](actions))
    if looks_back:
        actions = tuple(action for action in actions if action.id in LOOKS)
    shown = keymap.shown("changes")
    counted = (Part(f" {shown}", "bold $text-accent", "changes"), Part(f" {new} new ", "bold", "changes"))
    return key_versions(actions, *(counted if new and not looks_back else ()), hidden=hidden)


def _of_what(selection: Selection) -> _OfWhat:
    if selection.entry.waits_as == "booking":
        return "booking"
    if selection.worker_id is not None and selection.child_id is None:
        return "worker"
    return "discussion" if selection.entry.waits_as == "discussion_not_on_file" else "child"
