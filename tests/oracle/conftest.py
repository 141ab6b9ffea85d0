"""Fixtures of the oracle's tests: stores that are made once, a case of its own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.oracle.case import Case
from tests.oracle.desk import Beginnings


@pytest.fixture(scope="module")
def beginnings(tmp_path_factory: pytest.TempPathFactory) -> Beginnings:
    return Beginnings(tmp_path_factory.mktemp("beginnings"))


@pytest.fixture(autouse=True)
def _own_anchors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where each copy has its anchors is put back after a test."""
    monkeypatch.setenv("OVERSIGHT_ANCHORS", str(tmp_path / "anchors"))


@pytest.fixture
def case(beginnings: Beginnings, tmp_path: Path) -> Case:
    return Case(beginnings, tmp_path / "team.oversight")
