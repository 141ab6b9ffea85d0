"""Each fault meets an encrypted store and a plain one."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.exchange.workbooks import invented, write
from tests.faults.desk import Desk
from tests.faults.stores import made


@pytest.fixture(scope="session", params=["encrypted", "plain"])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which nothing is wrong, to be copied."""
    path = tmp_path_factory.mktemp(request.param) / f"{request.param}.oversight"
    made(path, encrypted=request.param == "encrypted").close()
    return path


@pytest.fixture(scope="session")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook of thirty children."""
    return write(invented(30, 1, date(2026, 9, 1)), tmp_path_factory.mktemp("lists") / "annex.xlsx")


@pytest.fixture
def desk(
    whole: Path,
    lists: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Desk]:
    """A manager whose store lies in a folder of its own, and its anchor in another."""
    monkeypatch.setenv("OVERSIGHT_ANCHORS", str(tmp_path / "anchors"))
    path = tmp_path / "store" / "team.oversight"
    path.parent.mkdir(mode=0o700)
    shutil.copy(whole, path)
    path.chmod(0o600)
    yield Desk(tmp_path, path, lists, capsys, encrypted=whole.stem == "encrypted")
    path.parent.chmod(0o700)  # so that the folder can be taken away
