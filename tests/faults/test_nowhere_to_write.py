"""Where output and errors go nowhere, a command's exit code is what it always is."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
NOT_PRINTED = 2


def code_of(command: str, redirected: str, folder: Path) -> int:
    words = f'exec "$0" -m oversight_tui {command} --store "$1" {redirected}'
    return subprocess.run(["sh", "-c", words, sys.executable, str(folder / "team.oversight")], check=False).returncode


@pytest.mark.parametrize("redirected", [">&-", "2>&-", ">&- 2>&- <&-", ">/dev/null 2>/dev/full"])
@pytest.mark.parametrize(("command", "code"), [("where", 0), ("today", 2), ("wher", 2), ("keys --help", 0)])
def test_what_was_closed_or_cannot_take_a_complaint_changes_no_code(
    command: str, code: int, redirected: str, tmp_path: Path
) -> None:
    assert code_of(command, redirected, tmp_path) == code


@pytest.mark.parametrize(("command", "code"), [("where", NOT_PRINTED), ("today", 2), ("keys --help", 0)])
def test_where_nothing_at_all_can_be_written_the_code_still_says_it(command: str, code: int, tmp_path: Path) -> None:
    assert code_of(command, ">/dev/full 2>/dev/full", tmp_path) == code
