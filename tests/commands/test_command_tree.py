"""The commands as argparse meets them: each is made when it is needed, in whatever way it is asked for."""

import re
import subprocess
import sys
from collections.abc import Callable

import pytest

from oversight_tui.cli import COMMANDS, _Command, main


@pytest.mark.parametrize(
    "ask",
    [
        lambda command: command.format_help(),
        lambda command: command.format_usage(),
        lambda command: repr(command.parse_known_args(["C-1", "--text", "Seen", "--on", "today"])),
        lambda command: repr(command._actions),
    ],
    ids=["its help", "its usage", "what was typed", "its arguments"],
)
def test_a_command_is_whole_whatever_is_asked_of_it_first(ask: Callable[[_Command], str]) -> None:
    command = _Command("discuss", prog="oversight discuss")
    assert re.search("--on|on='today'", ask(command))
    with pytest.raises(AttributeError):
        command.nothing_of_that_name  # noqa: B018


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_is_for(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert said.startswith(f"usage: oversight {name} ")
    assert COMMANDS[name][1][1:] in " ".join(said.split())


def test_one_command_loads_no_other() -> None:
    told = (
        "import sys\nfrom oversight_tui.cli import main, COMMANDS\nmain(['keys'])\n"
        "print(*(n for n, (m, _) in COMMANDS.items() if f'oversight_tui.commands.{m}' in sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stderr.split() == ["keys"]
