"""What a search has found, as frozen values that the screen and a command are drawn from."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from oversight_tui.practice.ids import EntryId, Subject

# On which page a hit is read: that of whom it is about, the manager's own notes, a worker's own file.
ReadIn = Literal["page", "own_notes", "own_file"]


class Hit(Struct, frozen=True):
    """One version of an entry in which every word stands. `shown_at` is the entry that its page shows it with: of the
    reason of a decision the decision. `text` is all that was typed in it.

    `reference` and `name` are the child's, `worker` who holds the child or whom it is about. One that does not `stand`
    was corrected or taken back since.
    """

    entry: EntryId
    shown_at: EntryId
    about: Subject | None
    heading: str
    on: date | None
    by: str
    text: str
    reference: str | None = None
    name: str | None = None
    worker: str | None = None
    stands: bool = True
    read_in: ReadIn = "page"


class Hits(Struct, frozen=True):
    """The hits, best first, of those as good the newest; `looked_for` are the words, `of` is how many there are."""

    looked_for: tuple[str, ...]
    hits: tuple[Hit, ...]
    of: int = 0

    @property
    def more(self) -> bool:
        """Whether there are others."""
        return self.of > len(self.hits)
