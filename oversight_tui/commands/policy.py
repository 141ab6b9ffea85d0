"""`oversight policy`: the numbers that decide what is late and what comes first, each with its source."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from oversight_tui.practice.policy import DEFAULT, PolicyProblem, parse_policy, policy_as_toml


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`show` prints the numbers; `check FILE` says whether a file of them can be used."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("show", help="print every number with its meaning and source")
    check = actions.add_parser("check", help="say whether a file of numbers can be used")
    check.add_argument("file", type=Path, metavar="FILE")


def run(options: argparse.Namespace) -> int:
    """Print or check; 2 where the file cannot be used."""
    if options.action == "show":
        sys.stdout.write(policy_as_toml(DEFAULT))
        return 0
    try:
        parse_policy(options.file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        sys.stderr.write("The file cannot be read. Check its name and that it is a text file in UTF-8.\n")
        return 2
    except PolicyProblem as problem:
        sys.stderr.write(f"{problem}\n")
        return 2
    sys.stdout.write("The file can be used.\n")
    return 0
