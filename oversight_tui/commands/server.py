"""`oversight server`: what whoever keeps the server does: prepare a database, look whether all is well."""

from __future__ import annotations

import argparse

from oversight_tui.commands.doctor import code_of, shown_lines
from oversight_tui.commands.options import add_common_options
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.commands.server_acting import act_for, act_for_arguments
from oversight_tui.commands.server_users import add_user, add_user_arguments, retire, retire_arguments, users
from oversight_tui.commands.server_work import connected, keeper_of, print_sql
from oversight_tui.commands.which_store import server_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is to be done."""
    chosen = parser.add_subparsers(metavar="WHAT", required=True)
    for name, (purpose, do) in _WHAT.items():
        one = chosen.add_parser(name, help=purpose)
        one.set_defaults(do=do)
        add_common_options(one)
        if do not in (_check, users):
            one.add_argument("--dry-run", action="store_true", help="print the SQL and change nothing")
        if name in _ARGUMENTS:
            _ARGUMENTS[name](one)


def run(options: argparse.Namespace) -> int:
    """Do it; 0 where it went well."""
    return int(options.do(options))


def _init(options: argparse.Namespace) -> int:
    from db.server.preparing import do, found_in, to_do

    at = server_of(options)
    server = connected(options, at)
    found = found_in(server)
    statements = to_do(found, str(at))
    if options.dry_run:
        print_sql(statements, as_json=options.json)
        return 0
    do(server, statements)
    says = _became(str(at), found.step)
    if options.json:
        print_json({"store": at.typed, "made": found.step is None, "says": says})
    else:
        print_lines([says])
    return 0


def _became(place: str, step: int | None) -> str:
    """What became of a database that had a store of this schema, None for none."""
    from db.migrations import SCHEMA_VERSION

    if step is None:
        return f"{place} is a store now, with nothing in it. `oversight server add-user` lets people in."
    if step < SCHEMA_VERSION:
        return f"{place} was a store of an earlier version and is one of this: what is in it is as it was."
    return f"{place} was a store already: its guards and rights were put in order."


def _check(options: argparse.Namespace) -> int:
    from oversight_tui.services.server_check import looked_at

    at = server_of(options)
    lines = looked_at(keeper_of(options, at), stays_here=at.address.stays_here)
    if options.json:
        print_json([{"subject": one.subject, "state": one.state, "says": one.says, "do": one.do} for one in lines])
    else:
        print_lines(shown_lines(lines))
    return code_of(lines)


_WHAT = {
    "init": ("make an empty database a store, or put the guards and rights of one in order", _init),
    "add-user": ("let somebody in, or change what they may do", add_user),
    "act-for": ("let somebody act for a manager from a day to a day, or take it back", act_for),
    "retire": ("end what a login may do, as when somebody leaves", retire),
    "users": ("who may use the store and as what, and who acts for whom", users),
    "check": ("whether all is well: version, encryption, tables, guards and roles", _check),
}
_ARGUMENTS = {"add-user": add_user_arguments, "act-for": act_for_arguments, "retire": retire_arguments}
