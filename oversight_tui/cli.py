"""The command tree. A command's module is imported only when it is chosen."""

from __future__ import annotations

import argparse
import gc
import io
import os
import re
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from importlib import import_module
from typing import Any, NoReturn, TextIO

from oversight_tui import __version__, last_resort, own_process
from oversight_tui.commands.options import add_common_options
from oversight_tui.services.problems import SAID_PLAINLY
from oversight_tui.words.text import one_line

# name: (module in oversight_tui.commands, what it is for)
COMMANDS = {
    "demo": ("demo", "open a made-up team, or write one to a file"),
    "import": ("importing", "bring in Annex A workbooks, rosters and absences"),
    "today": ("today", "the morning list, each line saying why"),
    "child": ("child", "a child's page: allocation, status and entries in date order"),
    "worker": ("worker", "a worker's page: supervision, sessions and children"),
    "agenda": ("agenda", "which children a worker's next sessions take, and whether the cycle is kept"),
    "calendar": ("calendar", "the sessions planned for the next weeks, who is away, bank holidays"),
    "supervision": ("supervision", "plan, move, hold or cancel a supervision session"),
    "discuss": ("discuss", "a same-day discussion that was held, or asked for"),
    "copy": ("copying", "an entry as plain text for the case system"),
    "filed": ("filed", "a discussion was put on the child's file"),
    "decide": ("decide", "what was decided about a child or a worker, and because of what"),
    "because": ("because", "the reason of a decision that was recorded without one"),
    "review": ("review", "a decision was looked at again on its review day"),
    "disagree": ("disagree", "a worker sees a decision otherwise"),
    "worry": ("worry", "raise, review or close a worry about a child"),
    "action": ("action", "what is to be done for a child, what came of it, and all that is open"),
    "seen": ("seen", "a child was seen, from which the next visit is counted"),
    "risk": ("risk", "rate a child's risk, which sets how often the child is to be discussed"),
    "work": ("work", "work handed in, signed off or returned"),
    "escalate": ("escalate", "take a matter to somebody senior"),
    "answered": ("answered", "the answer to an escalation"),
    "absence": ("absence", "a worker is away"),
    "cover": ("cover", "who sees to a worker's children while the worker is away"),
    "workers": ("workers", "add a worker by hand, or change what is known of one"),
    "children": ("children", "add a child by hand, give a name used here, link a family"),
    "handover": ("handover", "give children to another worker, or put them into a bucket"),
    "correct": ("correct", "a newer version of an entry: its text, day or child"),
    "mark": ("mark", "mark an entry as sensitive or as a significant event"),
    "withdraw": ("withdraw", "take an entry back with a reason"),
    "wording": ("wording", "hints on a text, and the list they come from"),
    "undo": ("undo", "take back the last thing you recorded"),
    "redo": ("redo", "bring back what you took back last"),
    "personal": ("personal", "an entry in a worker's own file"),
    "note": ("note", "notes to yourself, on nobody's page"),
    "changes": ("changes", "what others or an import have recorded since you last looked"),
    "opening": ("opening", "enter when a worker was last supervised or a child last discussed before this record"),
    "mine": ("mine", "say who you are and which teams are yours"),
    "policy": ("policy", "show, export or import the numbers that decide what is late"),
    "retention": ("retention", "what has been kept for long enough, erased on your word; legal holds"),
    "journal": ("journal", "who did what and when"),
    "backup": ("backup", "make a backup now, checked, in the backup folder or another"),
    "restore": ("restore", "put a backup in the place of the store, or list the backups there are"),
    "doctor": ("doctor", "whether store, backups and machine are well, on one page"),
    "passphrase": ("passphrase", "another passphrase, encrypting a plain store, the recovery phrase, the keyring"),
    "verify": ("verify", "whether any row of the journal was tampered with"),
    "keys": ("keys", "every key of the screen, as the settings file has them now"),
    "where": ("where", "say where the store and the settings lie"),
}
_BEHIND = re.compile(r"^-\d+(\.\d+|[dw])?$")
BOARD = "board"
MISTAKE = 2
INTERRUPTED = 130
LONGEST_SAID = 200


class _Parser(argparse.ArgumentParser):
    """A parser that takes a day behind for a day, and says a mistake in one sentence."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._negative_number_matcher = _BEHIND  # `--on -3d` is a day, and no option
        self.color = False  # Python 3.14 colours help by itself, and 3.14.0 the name in a sentence about a mistake

    def error(self, message: str) -> NoReturn:
        """Say a mistake in one sentence and where to read on."""
        said = one_line(message)
        said = said if len(said) <= LONGEST_SAID else f"{said[:LONGEST_SAID]}…"
        sys.stderr.write(f"{said[:1].upper()}{said[1:]}. See `{self.prog} --help`.\n")
        raise SystemExit(MISTAKE)


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
    parser = _Parser(
        prog="oversight",
        description="The desk of a team manager in children's social care. Without a command it opens the board.",
    )
    parser.add_argument("--version", action="version", version=f"oversight {__version__}")
    parser.set_defaults(module=BOARD)
    add_common_options(parser)
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Command)
    for name, (module, purpose) in COMMANDS.items():
        commands.add_parser(name, module=module, help=purpose, description=f"{purpose[:1].upper()}{purpose[1:]}.")
    return parser


def _no_options(at_end: ExitStack) -> argparse.Namespace:
    return argparse.Namespace(store=None, today=None, team=[], all_teams=False, json=False, notices=[], at_end=at_end)


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
