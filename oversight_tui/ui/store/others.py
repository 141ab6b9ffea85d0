"""What others have written since this program looked, and whether the store can be reached at all."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from oversight_tui.services.problems import ConnectionLost, LetInNoMore
from oversight_tui.ui.messages import Noticed, ShutOut, StoreAway

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.practice.ids import EntryId, TeamId
    from oversight_tui.ui.store.scope import Scope
    from oversight_tui.ui.store.thread import StoreThread

_OF_OTHER_TEAMS = -1
BACK = "The server is back. What is shown was read again; what was not saved can be saved now."


class Others:
    """Asked in the store's thread alone. `away` says that the server could not be reached when it was asked last,
    `shut_out` that it let the login in no more; `newest` is the entry up to which what is shown was read, None until
    anything was; `own` are the entries that were recorded here.
    """

    def __init__(self, store: Store, thread: StoreThread, scope: Scope) -> None:
        self._store = store
        self._thread = thread
        self._scope = scope
        self._teams: Collection[TeamId] = frozenset()
        self._ask_teams = True
        self._seen_number: int | None = None
        self._seen_day = scope.today()
        self.away = self.shut_out = False
        self.newest: EntryId | None = None
        self.own: set[int] = set()

    def have_written(self) -> bool:
        """Whether there is something new to show since this was asked last: written by others, or of another day. That
        the server is away or shuts the login out, and that it is back, is said once; until it is, there is nothing.
        """
        try:
            number = self._number()
        except ConnectionLost as problem:
            if not (self.away or self.shut_out):
                self.away = True
                self._thread.say(StoreAway(str(problem)))
            return False
        except LetInNoMore as problem:
            if not self.shut_out:
                self.shut_out = True
                self._thread.say(ShutOut(str(problem)))
            return False
        was_away = self._is_back()
        day = self._scope.today()
        new = was_away or (self._seen_number is not None and number != self._seen_number) or day != self._seen_day
        self._seen_number, self._seen_day = number, day
        if new:
            self._look_whether_moved()
        return new

    def _is_back(self) -> bool:
        """Whether the server was away or shut the login out until now; then that it no longer is so is said."""
        was_away, was_shut_out = self.away, self.shut_out
        self.away = self.shut_out = False
        if was_shut_out:
            self._thread.say(ShutOut(""))
        if was_away:
            self._thread.say(StoreAway(""))
            self._thread.say(Noticed(BACK))
        return was_away or was_shut_out

    def _look_whether_moved(self) -> None:
        """Say once that the store was carried elsewhere while it was open here."""
        from oversight_tui.services.others import moved_meanwhile

        if says := moved_meanwhile(self._store):
            self._thread.say(StoreAway(says))

    def _number(self) -> int:
        from oversight_tui.services.others import newest_entry, teams_shown, written

        if self.newest is None:
            self.newest = newest_entry(self._store)
        if self._ask_teams:
            teams = teams_shown(self._store, self._scope.teams, all_teams=self._scope.all_teams)
            if teams != self._teams and self._teams:
                self._seen_number = _OF_OTHER_TEAMS
            self._teams, self._ask_teams = teams, False
        return written(self._store, self._teams)

    def are_read(self) -> None:
        """What is shown is read now, inside a transaction; it may be of other teams."""
        from oversight_tui.services.others import newest_entry

        self._ask_teams = True
        self.newest = newest_entry(self._store)

    def begin_anew(self) -> None:
        """A new connection counts from a number of its own."""
        self._seen_number = None
