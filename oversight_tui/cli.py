"""The command tree. A command's module is imported only when it is chosen."""

from __future__ import annotations

import argparse
import gc
import io
import os
import re
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from importlib import import_module
from typing import Any, NoReturn, TextIO

from oversight_tui import __version__, last_resort, own_process
from oversight_tui.command_list import COMMANDS, GROUPS, Command
from oversight_tui.commands.options import add_common_options
from oversight_tui.services.problems import SAID_PLAINLY
from oversight_tui.words.text import one_line

_BEHIND = re.compile(r"^-\d+(\.\d+|[dw])?$")
BOARD = "board"
MISTAKE = 2
INTERRUPTED = 130
LONGEST_SAID = 200
NAMES_WIDE = 4 + max(map(len, COMMANDS))  # cells, with two before a name and two after the longest


class _Parser(argparse.ArgumentParser):
    """A parser that takes a day behind for a day, shows examples, and says a mistake in one sentence with what was
    meant.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._negative_number_matcher = _BEHIND  # `--on -3d` is a day, and no option
        self.color = False  # Python 3.14 colours help by itself, and 3.14.0 the name in a sentence about a mistake

    def format_help(self) -> str:
        """The help, and how it looks with the made-up team."""
        examples = examples_of(self.prog)
        shown = "".join(f"  {example}\n" for example in examples)
        return super().format_help() + (f"\nwith the made-up team:\n{shown}" if shown else "")

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """What nobody knows is a mistake of this very command, whose options could be meant."""
        parsed, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return parsed, unknown

    def error(self, message: str) -> NoReturn:
        """Say a mistake in one sentence, what was meant by it, and where to read on."""
        from oversight_tui.commands.mistyped import said_of

        said = one_line(said_of(message, tuple(self._option_string_actions)))
        said = said if len(said) <= LONGEST_SAID else f"{said[:LONGEST_SAID]}…"
        end = "" if said.endswith("?") else "."
        sys.stderr.write(f"{said[:1].upper()}{said[1:]}{end} See `{self.prog} --help`.\n")
        raise SystemExit(MISTAKE)


class _Whole(_Parser):
    """The parser of the program: its help has the commands in groups of what one wants to do."""

    def format_help(self) -> str:
        """The help, with the groups before the options."""
        from shutil import get_terminal_size

        before, options, rest = super().format_help().partition("options:\n")
        width = max(40, get_terminal_size().columns - 2)
        groups = "".join(f"{heading}:\n{_listed(group, width)}\n" for heading, group in GROUPS.items())
        return f"{before}{groups}{options}{rest}\nMore of a command, with an example: oversight COMMAND --help\n"


def _listed(group: Mapping[str, Command], width: int) -> str:
    """The commands of a group, each with what it is for."""
    from textwrap import fill

    indent = " " * NAMES_WIDE
    return "".join(
        fill(command.purpose, width, initial_indent=f"  {name}".ljust(NAMES_WIDE), subsequent_indent=indent) + "\n"
        for name, command in group.items()
    )


def examples_of(prog: str) -> tuple[str, ...]:
    """The examples that begin with these words, of a command or of one thing that it does."""
    words = prog.split()
    command = COMMANDS.get(words[1]) if len(words) > 1 else None
    return tuple(one for one in command.examples if f"{one} ".startswith(f"{prog} ")) if command is not None else ()


class _Command(_Parser):
    """The parser of a command, made and given its arguments when it is first needed: making all of them takes longer
    than most of the commands.
    """

    def __init__(self, module: str, **options: Any) -> None:
        self._module, self._options = module, options

    def __getattr__(self, name: str) -> Any:
        """What only a parser that was made has: it is made now, whichever way argparse came to ask."""
        if "_actions" in vars(self):
            raise AttributeError(name)
        super().__init__(**self._options)
        self.set_defaults(module=self._module)
        add_common_options(self)
        _module(self._module).add_arguments(self)
        return getattr(self, name)

    def _check_help(self, action: argparse.Action) -> None:
        """Python 3.14 tries the purpose of each command on its parser, and would make every one of them."""

    def add_subparsers(self, **options: Any) -> Any:
        return super().add_subparsers(parser_class=_Parser, **options)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code. A person's mistake is a sentence on stderr and 2, a fault of the
    program one and 70.
    """
    if argv is None:
        last_resort.watch()  # the process is this command's alone
        own_process.keep_to_its_owner()
    _have_streams()
    _speak_utf8()
    try:
        return _ran(argv)
    finally:
        _leave_nothing_unwritten()


def _ran(argv: Sequence[str] | None) -> int:
    try:
        with ExitStack() as at_end:
            options = _parser().parse_args(argv, _no_options(at_end))
            command = _module(options.module)
            _collect_garbage()
            code = int(command.run(options))
            sys.stdout.flush()
        for notice in options.notices:
            last_resort.write_to_stderr(notice)
        return code
    except SAID_PLAINLY as problem:
        last_resort.write_to_stderr(one_line(str(problem)))
        return MISTAKE
    except BrokenPipeError:
        # Who was reading has gone (`oversight today | head`); the rest of the output has nowhere to go.
        _print_no_more()
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as problem:
        if problem.filename is not None:
            return _broke(problem)
        _print_no_more()
        last_resort.write_to_stderr(f"Not everything could be printed: {problem.strerror}.")
        return MISTAKE
    except Exception as fault:  # the last resort: Python's own report would print what is in the records
        return _broke(fault)


def _collect_garbage() -> None:
    """From here on, where it was put off until the modules are loaded (`__main__`); those are left out for good."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _broke(fault: Exception) -> int:
    _print_no_more()
    last_resort.write_to_stderr(last_resort.sentence_for(fault))
    return last_resort.BROKEN


def _parser() -> _Parser:
    parser = _Whole(
        prog="oversight",
        usage="oversight [options] [COMMAND ...]",
        description="The desk of a team manager in children's social care. Without a command it opens the board.",
    )
    parser.add_argument("--version", action="version", version=f"oversight {__version__}")
    parser.set_defaults(module=BOARD)
    add_common_options(parser)
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Command, prog="oversight", help=argparse.SUPPRESS)
    for name, (module, purpose, _) in COMMANDS.items():
        commands.add_parser(name, module=module, description=f"{purpose[:1].upper()}{purpose[1:]}.")
    return parser


def _no_options(at_end: ExitStack) -> argparse.Namespace:
    return argparse.Namespace(
        store=None, today=None, recorded_by=None, team=[], all_teams=False, json=False, notices=[], at_end=at_end
    )


def _module(name: str) -> Any:
    return import_module(f"oversight_tui.commands.{name}")


def _print_no_more() -> None:
    """What was not printed yet stays unprinted, instead of failing once more while the program ends."""
    _drop(sys.stdout)


def _leave_nothing_unwritten() -> None:
    """What cannot be written, since the disk is full or the terminal gone, is dropped: Python 3.14 keeps it, tries
    again while it ends, and ends with 120 whatever the command's own code was.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            _drop(stream)


def _drop(stream: TextIO) -> None:
    if isinstance(stream, io.TextIOWrapper) and not stream.closed:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _have_streams() -> None:
    """Where one was closed before the program began (`>&-`, a scheduled task) there is none: nothing stands for it."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 (it stays open)


def _speak_utf8() -> None:
    """Print UTF-8 whatever the terminal's code page is; a sign it cannot show never ends the program, and neither does
    an answer that is no text.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
