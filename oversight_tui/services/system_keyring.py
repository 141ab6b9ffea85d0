"""The system's own keyring as the place of a store's key.

Only keyrings that the system guards itself are asked: the library would otherwise take whatever is installed, and one
such writes what it is given to a plain file.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from oversight_tui.words.problems import PlainProblem

GUARDED = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
    }
)
_SERVICE = "oversight"


class Keyring(Protocol):
    """A keyring as the library gives it."""

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def priority(self) -> float:
        """How much the library prefers it to others."""

    def get_password(self, service: str, username: str) -> str | None:
        """What is kept, None where nothing is."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""

    def delete_password(self, service: str, username: str) -> None:
        """Keep it no longer."""


class NoKeyring(PlainProblem):
    """There is no keyring of the system to ask."""


def look_up(path: Path) -> str | None:
    """What is kept for the store at this path, None where none is. Raises NoKeyring."""
    with _told_plainly():
        return _guarded().get_password(_SERVICE, str(path))


def keep(path: Path, key: str) -> None:
    """Keep the key, or the passphrase, of the store at this path. Raises NoKeyring, also where it keeps another."""
    with _told_plainly():
        keyring = _guarded()
        keyring.set_password(_SERVICE, str(path), key)
        if keyring.get_password(_SERVICE, str(path)) != key:
            raise NoKeyring("The system's keyring did not keep the key as it is. Type the passphrase instead.")


def forget(path: Path) -> bool:
    """Keep it no longer; False where none was kept. Raises NoKeyring, also where it is still there afterwards."""
    with _told_plainly():
        keyring = _guarded()
        if keyring.get_password(_SERVICE, str(path)) is None:
            return False
        keyring.delete_password(_SERVICE, str(path))
        if keyring.get_password(_SERVICE, str(path)) is not None:
            raise NoKeyring("The system's keyring still keeps the key. Remove it there by hand.")
        return True


def available() -> str:
    """The name of the keyring that would be asked. Raises NoKeyring."""
    with _told_plainly():
        return _guarded().name


def _guarded() -> Keyring:
    """The keyring to ask, the one that the library prefers first."""
    try:
        from keyring.backend import get_all_keyring
    except ImportError:
        raise NoKeyring(
            "The keyring library is not installed. `pip install 'oversight-tui[keyring]'` brings it."
        ) from None
    found: list[Keyring] = [
        one for one in get_all_keyring() if f"{type(one).__module__}.{type(one).__name__}" in GUARDED
    ]
    if not found:
        raise NoKeyring(
            "This system has no keyring that keeps a key safe: Secret Service, Windows Credential Manager or "
            "macOS Keychain. Type the passphrase instead, or give --passphrase-file."
        )
    return max(found, key=lambda one: one.priority)


@contextmanager
def _told_plainly() -> Iterator[None]:
    """Raise what the keyring library raises as NoKeyring."""
    try:
        yield
    except NoKeyring:
        raise
    except Exception as problem:
        # The library's own errors can only be named once it is there; anything else is no answer of a keyring.
        from keyring.errors import KeyringError

        if not isinstance(problem, KeyringError):
            raise
        raise NoKeyring("The system's keyring did not answer. Type the passphrase instead.") from problem
