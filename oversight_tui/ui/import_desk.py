"""What an import stands on: a store's program, or the first screens, where there is no store yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from oversight_tui.ui.marking import MarkedLine, MarkingLine
from oversight_tui.ui.present.glyphs import UNICODE

if TYPE_CHECKING:
    from oversight_tui.ui.after_leaving import ListsTaken
    from oversight_tui.ui.program import Program
    from oversight_tui.ui.store.lists import StoreLists


class ImportDesk(Struct, frozen=True):
    """Who reads the lists, the line over them, whether names are hidden now. `taken` before there was a store, lists
    are written at once.
    """

    lists: StoreLists
    marking: MarkedLine
    ascii_only: bool
    hidden: Callable[[], bool]
    taken: ListsTaken | None = None

    @property
    def told(self) -> Literal["told", "told first"]:
        """The step at which it is told what would change."""
        return "told" if self.lists.has_store else "told first"


def desk_of(program: Program, taken: ListsTaken | None = None) -> ImportDesk:
    """For the store of the program."""
    is_ascii = program.names.glyphs is not UNICODE
    return ImportDesk(program.worker.lists, MarkingLine(), is_ascii, lambda: program.names.hidden, taken)
