"""Reading what is set, trying a change out, and keeping it: the policy in the store, the rest in the settings file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message
from textual.message_pump import MessagePump

from oversight_tui.config_writing import FileChange
from oversight_tui.words.problems import PlainProblem

if TYPE_CHECKING:
    from db.engine import Store
    from oversight_tui.practice.policy_changes import PolicyChange
    from oversight_tui.ui.settings.every import InForce
    from oversight_tui.ui.settings.items import Change
    from oversight_tui.ui.store.scope import Scope
    from oversight_tui.ui.store.thread import StoreThread


class StoreSettings:
    """Does so in the store's thread, so that no key waits for a disk. `path` is the settings file."""

    def __init__(self, store: Store, thread: StoreThread, scope: Scope, path: Path) -> None:
        self._store = store
        self._thread = thread
        self._scope = scope
        self._path = path
        self._tries = 0

    def read(self, answer_to: MessagePump) -> None:
        """Read what is set now."""

        def read() -> Message:
            from oversight_tui.ui.settings.messages import SettingsRead

            return SettingsRead(self._in_force())

        self._thread.ask(read, answer_to)

    def try_out(self, change: Change, answer_to: MessagePump) -> None:
        """Say what a change would do; of several that were asked one after the other only the last is answered."""
        self._tries += 1
        number = self._tries

        def try_out() -> Message | None:
            from oversight_tui.ui.settings.messages import TriedOut

            if number != self._tries:
                return None
            try:
                says, named = self._said_of(change)
                return TriedOut(says, named=named)
            except PlainProblem as problem:
                return TriedOut((), str(problem))

        self._thread.ask(try_out, answer_to)

    def keep(self, change: Change, answer_to: MessagePump) -> None:
        """Keep a change; what cannot be kept is refused, and changes nothing."""
        self._tries += 1

        def keep() -> Message:
            from oversight_tui.ui.settings.messages import SettingKept

            if isinstance(change, FileChange):
                said, back = self._keep_in_file(change)
            else:
                said, back = self._keep_in_store(change)
            return SettingKept(said, self._in_force(), back)

        self._thread.ask(keep, answer_to)

    def _said_of(self, change: Change) -> tuple[tuple[str, ...], str]:
        """What it would do, and to whom."""
        if isinstance(change, FileChange):
            from oversight_tui.config import config_of, settings_text
            from oversight_tui.config_writing import changed_text
            from oversight_tui.ui.settings.every import said_of_file

            after = config_of(self._path, changed_text(self._path, settings_text(self._path) or "", change))
            return (said_of_file(change, after),), ""
        from oversight_tui.practice.what_if import named_of, said_of
        from oversight_tui.services.what_if import what_if

        scope = self._scope
        effect = what_if(self._store, change, scope.today(), scope.teams, all_teams=scope.all_teams)
        return said_of(effect), named_of(effect)

    def _keep_in_file(self, change: FileChange) -> tuple[str, Change]:
        """What is said, and what takes it back."""
        from oversight_tui.config_writing import as_it_stands, keep
        from oversight_tui.ui.keymap import keymap_of

        back = as_it_stands(self._path, change)
        keep(self._path, change, lambda config: keymap_of(config.keys))
        return "Kept in your settings file.", back

    def _keep_in_store(self, change: PolicyChange) -> tuple[str, Change]:
        """What is said, and what takes it back."""
        from oversight_tui.practice.policy_changes import what_takes_back
        from oversight_tui.services.policy import change_policy, policy_in_force

        before = policy_in_force(self._store)
        says = change_policy(self._store, change, self._scope.today()).says
        return says, what_takes_back(change, before, policy_in_force(self._store))

    def _in_force(self) -> InForce:
        from oversight_tui.config import config_of, settings_text
        from oversight_tui.services.policy import policy_in_force
        from oversight_tui.ui.settings.every import InForce

        return InForce(policy_in_force(self._store), config_of(self._path, settings_text(self._path) or ""))
