"""A keyring is said to have kept or forgotten a key only once it was asked for it again."""

from __future__ import annotations

from pathlib import Path

import pytest

from oversight_tui.services.system_keyring import NoKeyring, forget, keep


class Keyring:
    """A keyring that takes everything and does nothing about it."""

    priority = 5
    name = "forgetful"
    held: str | None = None

    def get_password(self, service: str, name: str) -> str | None:
        return self.held

    def set_password(self, service: str, name: str, password: str) -> None: ...

    def delete_password(self, service: str, name: str) -> None: ...


@pytest.fixture
def forgetful(monkeypatch: pytest.MonkeyPatch) -> Keyring:
    library = pytest.importorskip("keyring.backend")
    monkeypatch.setattr(Keyring, "__module__", "keyring.backends.SecretService")
    made = Keyring()
    monkeypatch.setattr(library, "get_all_keyring", lambda: [made])
    return made


def test_a_key_that_is_not_there_afterwards_is_not_said_to_be_kept(forgetful: Keyring, tmp_path: Path) -> None:
    with pytest.raises(NoKeyring, match="did not keep the key"):
        keep(tmp_path, "secret")


def test_a_key_that_is_still_there_is_not_said_to_be_gone(forgetful: Keyring, tmp_path: Path) -> None:
    assert not forget(tmp_path)
    forgetful.held = "secret"
    with pytest.raises(NoKeyring, match="still keeps the key"):
        forget(tmp_path)
