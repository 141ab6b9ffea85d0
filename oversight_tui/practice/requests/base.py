"""What every request is: one thing that somebody asks to be recorded, as a frozen value checked by `services.record`.

`on` is when it took place, never when it was typed. Whom it is about stands there by the store's id, but in the
requests of `typed`, which hold what people type.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from oversight_tui.practice.ids import EntryId, WorkerId

# Numbers from 0 (cannot live at home) to 10 (safe enough to close), by person.
Scales = tuple[tuple[str, int], ...]


class Request(Struct, frozen=True):
    """Something asked to be recorded. What records it is found by its type."""

    @property
    def upon(self) -> EntryId | None:
        """The entry that it builds upon: whoever asks must know what others have recorded about that. None of what
        stands by itself.
        """
        return None


class AgreedAction(Struct, frozen=True):
    """An action agreed in a talk: what, who (a name), by when. It is recorded for each child of the talk.

    `owner_worker` is who that is, where it is a worker; it is found when the action is checked.
    """

    text: str
    owner: str
    by: date
    owner_worker: WorkerId | None = None


class FirstSteps(Struct, frozen=True):
    """What is asked with an allocation: by when the new worker sees the child, what is done first, by the new worker
    where no owner is named, and when the manager looks again.
    """

    seen_by: date | None = None
    first_actions: tuple[AgreedAction, ...] = ()
    review_on: date | None = None


class Recorded(Struct, frozen=True):
    """What was recorded: its number (of an entry; of a child or worker where one was added), its kind, and a sentence
    that says it. `hint` is a remark on it. `id` is None where something was erased. `together` says in one sentence all
    that was recorded with it, for a place that has no room for more. `undone` are the entries that were taken back;
    `cannot_be_undone` says that no undoing brings back what was before.
    """

    id: int | None
    kind: str
    says: str
    hint: str | None = None
    together: str | None = None
    undone: tuple[EntryId, ...] = ()
    cannot_be_undone: bool = False

    @property
    def entry(self) -> EntryId:
        """The entry that was recorded. Raises ValueError where none was."""
        if self.id is None:
            raise ValueError("No entry was recorded.")
        return EntryId(self.id)
