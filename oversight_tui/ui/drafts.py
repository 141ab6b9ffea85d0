"""The drafts there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from oversight_tui.ui.draft_key import NEVER_OPENED_AGAIN, FormName

if TYPE_CHECKING:
    from oversight_tui.practice.ids import EntryId
    from oversight_tui.ui.dialogs.about import About
    from oversight_tui.ui.draft_key import DraftKey, Typed
    from oversight_tui.ui.store.worker import StoreWorker


class Drafts:
    """What stands in forms that were left, the newest last. Every change is kept beside the records too."""

    def __init__(self, worker: StoreWorker) -> None:
        self._worker = worker
        self._typed: dict[DraftKey, Typed] = {}
        self._recorded: dict[EntryId, tuple[DraftKey, Typed]] = {}  # what was typed for what was recorded here
        self._about: dict[DraftKey, About] = {}  # whom the entries are about whose forms were opened here
        self._seen: dict[DraftKey, EntryId | None] = {}  # up to which entry was read what a form was opened upon
        self._unkept: set[DraftKey] = set()  # those that are only here, since the store could not take them

    def note_recorded(self, entries: Iterable[EntryId], key: DraftKey, typed: Typed) -> None:
        """What was typed into a form became these entries."""
        self._recorded |= dict.fromkeys(entries, (key, dict(typed)))

    def opened(self, key: DraftKey, whom: Sequence[About]) -> Typed:
        """What stands in a form that opens, empty where nothing was typed. Whom it is about is remembered of a form
        about an entry, which alone does not say.
        """
        if key.entry_id is not None and whom and whom[0].subject is not None:
            self._about[key] = whom[0]
        if key not in self._typed or key not in self._seen:
            self._seen[key] = self._worker.newest
        return self._typed.get(key, {})

    def seen(self, key: DraftKey) -> EntryId | None:
        """Up to which entry was read what a form was opened upon, with the words that stand in it; None where that is
        not known.
        """
        return self._seen.get(key)

    def told(self, key: DraftKey, known: EntryId) -> None:
        """Who fills in a form was told of what was recorded up to an entry."""
        self._seen[key] = known

    def about(self, key: DraftKey) -> About | None:
        """Whom the entry of a form is about that was opened here; None where it was not."""
        return self._about.get(key)

    def offer_again(self, undone: Iterable[EntryId]) -> DraftKey | None:
        """The form whose words became one of these entries, with the words as its draft again unless something else
        was typed into it since; None where they were not typed into a form since the program was opened, or into one
        that is not to open by itself. The reason of a withdrawal is not offered again: the entry stands.
        """
        found = [self._recorded.pop(entry) for entry in undone if entry in self._recorded]
        if not found or found[0][0] in self:
            return None
        key, typed = found[0]
        if key.form is not FormName.WITHDRAW:
            self.keep(key, typed)
        return key if key.form not in NEVER_OPENED_AGAIN else None

    def __contains__(self, key: object) -> bool:
        return key in self._typed

    def __len__(self) -> int:
        return len(self._typed)

    def __iter__(self) -> Iterator[DraftKey]:
        return iter(self._typed)

    def __reversed__(self) -> Iterator[DraftKey]:
        return reversed(self._typed)

    def of(self, key: DraftKey) -> Typed | None:
        """What was typed into a form; None where nothing was."""
        return self._typed.get(key)

    def add(self, drafts: Mapping[DraftKey, Typed]) -> None:
        """Those that were read from the store; what was typed here meanwhile is newer."""
        self._typed = {key: typed for key, typed in drafts.items() if key not in self._typed} | self._typed

    def keep(self, key: DraftKey, typed: Typed | None) -> None:
        """Keep what stands in a form as the newest draft, or forget it; nothing is written where nothing changes."""
        newest = next(reversed(self._typed), None)
        if self._typed.get(key) == typed and key not in self._unkept and (typed is None or key == newest):
            return
        self._typed.pop(key, None)
        if typed is not None:
            self._typed[key] = typed
        self._worker.typed.keep_draft(key, typed)

    def forget(self, keys: Iterable[DraftKey]) -> None:
        """Those that are gone from the store already."""
        for key in keys:
            self._typed.pop(key, None)
            self._unkept.discard(key)

    def note_kept(self, key: DraftKey, *, kept: bool) -> bool:
        """The store has kept a draft, or could not; whether that is worth a word."""
        worth_a_word = not kept or key in self._unkept
        (self._unkept.discard if kept else self._unkept.add)(key)
        return worth_a_word
