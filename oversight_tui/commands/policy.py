"""`oversight policy`: the numbers that decide what is late and what comes first, each with its source."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.printing import print_json, print_recorded
from oversight_tui.commands.unlocking import refuse_key
from oversight_tui.commands.which_store import file_of
from oversight_tui.practice.policy import DEFAULT, parse_policy, policy_as_toml
from oversight_tui.practice.requests import Recorded


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with the numbers."""
    from oversight_tui.commands.options import add_common_options

    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, purpose in (
        ("show", "print every number in force with its meaning and source"),
        ("export", "write them to a new file"),
        ("import", "put the numbers of a file in force"),
        ("check", "say whether a file of numbers can be used"),
    ):
        action = actions.add_parser(name, help=purpose)
        add_common_options(action)
        if name != "show":
            action.add_argument("file", type=Path, metavar="FILE")


def run(options: argparse.Namespace) -> int:
    """Do it and say so; 0."""
    from db.key import is_there
    from oversight_tui.services import policy

    if options.action == "check":
        refuse_key(options, "A file is checked without a store, so that no passphrase is needed. Leave it out.")
        parse_policy(policy.read_policy_file(options.file))
        print_recorded(Recorded(None, "policy", "The file can be used."), as_json=options.json)
    elif options.action == "import":
        recorded = policy.import_policy(store_of(options, create=True), options.file, day_of(options))
        print_recorded(recorded, as_json=options.json)
    elif options.action == "export":
        policy.export_policy(store_of(options), options.file)
        print_recorded(Recorded(None, "policy", f"Written to {options.file}."), as_json=options.json)
    else:
        path = file_of(options)
        there = path is None or is_there(path)
        if not there:
            refuse_key(options, f"There is no store at {path} that a passphrase could open. Leave it out.")
        in_force = policy.policy_in_force(store_of(options)) if there else DEFAULT
        text = policy_as_toml(in_force)
        if options.json:
            import tomllib

            print_json(tomllib.loads(text))
        else:
            sys.stdout.write(text)
    return 0
