"""What might be said otherwise in a form: the first such thing, shown and never pressed for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from oversight_tui.practice.wording import vague_in
from oversight_tui.ui.dialogs.field import Field

if TYPE_CHECKING:
    from collections.abc import Callable

    from oversight_tui.ui.hints import Hints

# The fields whose words stand on a child's file.
ON_THE_FILE = frozenset(
    {
        "text",
        "because",
        "decision",
        "what_changed",
        "worries",
        "going_well",
        "analysis",
        "childs_view",
        "if_nothing_changes",
    }
)


class Remarks:
    """The remark on what was typed last, as far as the `hints` of the program, asked for when it is up, have one.

    `about_a_child`: whether it is for a child's file.
    """

    def __init__(self, hints: Callable[[], Hints], *, about_a_child: bool) -> None:
        self._hints = hints
        self._about_a_child = about_a_child
        self._word = ""

    def on(self, field: Field, text: str) -> str:
        """A sentence on what stands in a field; empty where there is nothing to say."""
        if field.action and (vague := vague_in(text)):
            return vague
        if field.id not in ON_THE_FILE or not self._about_a_child:
            return ""
        found = self._hints().of(text)
        self._word = found[0].word if found else ""
        return f"{found[0].says} F2: no more of this." if found else ""

    def dismiss(self) -> bool:
        """No more of the hint that is shown, from now on; False where none is."""
        word = self._word
        self._word = ""
        if word:
            self._hints().dismiss(word)
        return bool(word)
