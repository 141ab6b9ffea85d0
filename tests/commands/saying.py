"""Giving commands for one store, as a person at a shell does."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from oversight_tui.cli import main

Says = Callable[..., tuple[int, str, str]]


def commands_for(store: Path | str, today: str, capsys: pytest.CaptureFixture[str]) -> Says:
    """Run one command on this store; (exit code, what it printed, what it complained of)."""

    def run(*typed: object) -> tuple[int, str, str]:
        code = main([*map(str, typed), "--store", str(store), "--today", today])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def told(says: Says, *typed: str) -> Any:
    """What a command prints as JSON; it must go well."""
    code, out, complaint = says(*typed, "--json")
    assert code == 0, complaint
    return json.loads(out)
