"""Copies of the made-up team for each story, plain and encrypted; the walks over every screen, judged often."""

from __future__ import annotations

import asyncio
import pickle
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db import open_store
from db.engine import Store
from db.key import Key, new_key
from db.reencrypt import reencrypt
from tests.made_once import made_once, store_made_once

if TYPE_CHECKING:
    from tests.ui.every_screen import Walk

PASSPHRASE = "lantern herring  oboe sixty"


@pytest.fixture(scope="session", autouse=True)
def _no_clipboard_of_this_machine() -> Iterator[None]:
    """What a test copies never comes into the clipboard of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            patch.delenv(name, raising=False)
        patch.setenv("SSH_TTY", "/dev/tests")
        yield


@pytest.fixture(scope="session")
def laden_team(made_up_team: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The team with something of everything on it."""
    from tests.ui.laden_team import lade

    return store_made_once("laden.oversight", tmp_path_factory, lade, made_up_team)


@pytest.fixture(scope="session")
def two_teams(laden_team: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The laden team and a small second one, with the months that are over worked out."""
    from tests.ui.second_team import add_second_team

    return store_made_once("two-teams.oversight", tmp_path_factory, add_second_team, laden_team)


def _copied(team: Path, folder: Path) -> Iterator[Store]:
    path = folder / "team.oversight"
    shutil.copy(team, path)
    store = open_store(path)
    yield store
    store.close()


@pytest.fixture
def small(small_team: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of the small team."""
    yield from _copied(small_team, tmp_path)


@pytest.fixture
def team(made_up_team: Path, tmp_path: Path) -> Iterator[Store]:
    yield from _copied(made_up_team, tmp_path)


@pytest.fixture
def laden(laden_team: Path, tmp_path: Path) -> Iterator[Store]:
    yield from _copied(laden_team, tmp_path)


@pytest.fixture
def quay(two_teams: Path, tmp_path: Path) -> Iterator[Store]:
    yield from _copied(two_teams, tmp_path)


@pytest.fixture(scope="session")
def key() -> Key:
    return new_key(PASSPHRASE)


@pytest.fixture(scope="session")
def encrypted_team(made_up_team: Path, tmp_path_factory: pytest.TempPathFactory, key: Key) -> Path:
    path = tmp_path_factory.mktemp("encrypted") / "harbour.oversight"
    shutil.copy(made_up_team, path)
    reencrypt(path, None, key)
    return path


@pytest.fixture
def secret(encrypted_team: Path, tmp_path: Path, key: Key) -> Iterator[Store]:
    path = tmp_path / "harbour.oversight"
    shutil.copy(encrypted_team, path)
    store = open_store(path, key=key)
    yield store
    store.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One that needs the first walk and one that needs both come first, so that two processes walk at the same time;
    the others come last, when both walks are there.
    """
    judging = [item for item in items if "every_page" in getattr(item, "fixturenames", ())]
    both = [item for item in judging if "every_page_without_names" in item.fixturenames]  # type: ignore[attr-defined]
    first = [item for item in judging if item not in both][:1] + both[:1]
    items[:] = [*first, *(item for item in items if item not in judging), *(i for i in judging if i not in first)]


@pytest.fixture(scope="session")
def every_page(laden_team: Path, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """Every screen on a small terminal, and with names hidden for a moment."""
    return _walked("with names", laden_team, tmp_path_factory, (80, 24), names_hidden=False)


@pytest.fixture(scope="session")
def every_page_without_names(laden_team: Path, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """Every screen on the smallest terminal, with names hidden before it opened."""
    return _walked("without names", laden_team, tmp_path_factory, (40, 12), names_hidden=True)


def _walked(
    name: str, team: Path, folders: pytest.TempPathFactory, size: tuple[int, int], *, names_hidden: bool
) -> Walk:
    from tests.ui.every_screen import walk

    def make(path: Path) -> None:
        found = asyncio.run(walk(team, folders.mktemp("walk"), size, names_hidden=names_hidden))
        path.write_bytes(pickle.dumps(found))

    known: Walk = pickle.loads(made_once(name, folders, make).read_bytes())
    return known
