"""The commands as argparse meets them: each is made when it is needed, in whatever way it is asked for."""

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from db import open_store
from oversight_tui.cli import _Command, _parser, main
from oversight_tui.command_list import COMMANDS, GROUPS


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
    told = """
import sys
from oversight_tui.cli import main
from oversight_tui.command_list import COMMANDS
main(["keys"])
loaded = [name for name, one in COMMANDS.items() if f"oversight_tui.commands.{one.module}" in sys.modules]
print(*loaded, file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stderr.split() == ["keys"]


def test_the_help_has_every_command_in_a_group_of_what_one_wants_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    for heading, group in GROUPS.items():
        of_group = said.split(f"\n{heading}:\n")[1].split("\n\n")[0]
        assert re.findall(r"^  ([\w-]+)", of_group, re.MULTILINE) == list(group)
    assert "options:" in said
    assert "{" not in said


@pytest.fixture(scope="module")
def there(made_up_team: Path) -> set[str]:
    """The references, names, teams and numbers of entries that the made-up team has."""
    store = open_store(made_up_team, create=False)
    asked = "reference FROM child_now; name FROM worker_now; name FROM child_now; name FROM team; id FROM entry"
    with store.reading():
        found = {str(value) for each in asked.split("; ") for (value,) in store.rows(f"SELECT {each}")}
    store.close()
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_has_examples_that_it_takes_of_the_made_up_team(
    name: str, there: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([name, "--help"])
    said = capsys.readouterr().out
    assert COMMANDS[name].examples
    for example in COMMANDS[name].examples:
        assert f"\n  {example}\n" in said
        program, *words = shlex.split(example)
        assert (program, words[0]) == ("oversight", name)
        _parser().parse_args(words)
        named = re.compile(r"C-\d+|[A-Z]\w+ [A-Z][\w-]+|\d{4}")
        of_somebody_new = words[1:2] == ["add"] and name in ("workers", "children")
        assert of_somebody_new or {word for word in words if named.fullmatch(word)} <= there


# What the number in the examples of a command is of.
NUMBERED: dict[str, tuple[str, ...]] = {
    "action": ("action",),
    "answered": ("escalation",),
    "because": ("decision",),
    "book": ("booking",),
    "copy": ("decision",),
    "correct": ("decision",),
    "disagree": ("decision",),
    "filed": ("discussion",),
    "heard": ("consultation",),
    "mark": ("discussion",),
    "planned-handover": ("handover_plan",),
    "programme": ("programme",),
    "referral": ("referral",),
    "review": ("decision",),
    "withdraw": ("decision",),
    "work": ("work",),
    "worry": ("worry",),
}


def test_the_number_in_an_example_is_of_what_the_command_takes(made_up_team: Path) -> None:
    store = open_store(made_up_team, create=False)
    with store.reading():
        kinds = {str(number): kind for number, kind in store.rows("SELECT id, kind FROM entry")}
    store.close()
    number = re.compile(r"(?<![-/\w])\d{4}(?![-/\w])")
    numbered = {
        name: tuple(sorted({kinds[each] for example in one.examples for each in number.findall(example)}))
        for name, one in COMMANDS.items()
    }
    assert {name: of for name, of in numbered.items() if of} == NUMBERED


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tody", "There is no command 'tody'. Did you mean today? See `oversight --help`."),
        ("find vapes", "There is no command 'find'. Did you mean search? See `oversight --help`."),
        ("xyzzy", "There is no command 'xyzzy'. See `oversight --help`."),
        ("worry rase C-1", "There is no command 'rase'. Did you mean raise? See `oversight worry --help`."),
        ("risk C-1 hgih --because x", "There is no rating 'hgih'. Did you mean high? See `oversight risk --help`."),
        ("today --pints", "There is no option --pints. Did you mean --points? See `oversight today --help`."),
        ("copy 1 --jsno", "There is no option --jsno. Did you mean --json? See `oversight copy --help`."),
        ("today more", "Unrecognized arguments: more. See `oversight today --help`."),
    ],
)
def test_what_is_mistyped_says_what_was_meant(typed: str, meant: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(typed.split())
    assert ended.value.code == 2
    assert capsys.readouterr().err == f"{meant}\n"
