"""The command tree. A command's module is imported only when it is chosen."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from db.errors import StoreError
from oversight_tui import __version__
from oversight_tui.words.dates import DateProblem
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import one_line

COMMANDS = {
    "today": "the morning list, each line saying why",
    "policy": "show the numbers that decide what is late, or check a file of them",
}
MISTAKE = 2
SAID_PLAINLY = (PlainProblem, StoreError, DateProblem)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say a mistake in one sentence and where to read on."""
        sys.stderr.write(f"{message[:1].upper()}{message[1:]}. See `{self.prog} --help`.\n")
        raise SystemExit(MISTAKE)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code. A person's mistake is a sentence on stderr and 2."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    parser = _Parser(prog="oversight", description="The desk of a team manager in children's social care.")
    parser.add_argument("--version", action="version", version=f"oversight {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    chosen = next((word for word in arguments if word in COMMANDS), None)
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=purpose.capitalize() + ".")
        if name == chosen:
            import_module(f"oversight_tui.commands.{name}").add_arguments(command)
    options = parser.parse_args(arguments)
    try:
        return int(import_module(f"oversight_tui.commands.{options.command}").run(options))
    except SAID_PLAINLY as problem:
        sys.stderr.write(f"{one_line(str(problem))}\n")
        return MISTAKE
