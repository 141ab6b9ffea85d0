"""`oversight move`: a store carried from a file to a server, or back; by whoever keeps the server."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from db.server.address import without_login
from oversight_tui.commands.options import store_of
from oversight_tui.commands.passwords import opened_with_password
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.commands.unlocking import opened_with_key
from oversight_tui.commands.which_store import OnServer, StoreAt, at_named, named_store
from oversight_tui.config import anchor_folder, load_config
from oversight_tui.services.backups import back_up, make, order
from oversight_tui.services.moving import Moved, NotMoved, Whither, finish, refuse_a_file, to_file, to_server
from oversight_tui.words.dates import count

if TYPE_CHECKING:
    from pathlib import Path

    from db.engine import Store
    from db.key import Key

_OF_A_SERVER = ("password_file",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, and whose the choices are that a server keeps for each login apart."""
    parser.add_argument("--to", metavar="STORE", required=True, help="an empty store on a server, or a new file")
    parser.add_argument(
        "--login",
        metavar="LOGIN",
        help="whose the choices, drafts and marks of the one who works with the file are on the server",
    )


def run(options: argparse.Namespace) -> int:
    """Carry it over; 0."""
    source, target = at_named(named_store(options)), at_named(options.to)
    if isinstance(source, OnServer) == isinstance(target, OnServer):
        both = "on a server" if isinstance(source, OnServer) else "files"
        raise NotMoved(
            f"Both stores are {both}. A move goes from a file to a server, or back; a copy of a file is made with "
            "`oversight backup` and `oversight restore --to`, one of a server by whoever keeps it."
        )
    if isinstance(target, OnServer):
        moved = _to_server(options, target)
    elif isinstance(source, OnServer):
        moved = _to_file(options, source, target)
    says = [
        f"Moved to {target}: {count(moved.rows, 'row')} of {count(moved.tables, 'table')}, each compared. The journal "
        f"ended with row {moved.end.seq}, {moved.end.hash}, and verifies there.",
        _of_the_old_one(source, target, moved),
    ]
    if moved.left_behind:
        says.append(
            f"Left behind: {count(moved.left_behind, 'choice, draft or mark', 'choices, drafts and marks')} of whoever "
            "worked with the file. --login gives them to a login of the server."
        )
    if moved.months_anew:
        says.append(
            "Line of sight works its months out anew: whoever looks first, with `oversight sight --all-teams`, waits a "
            "while."
        )
    if options.json:
        end = {"seq": moved.end.seq, "hash": moved.end.hash}
        print_json(
            {
                "from": str(source),
                "to": str(target),
                "rows": moved.rows,
                "tables": moved.tables,
                "journal_end": end,
                "left_behind": moved.left_behind,
                "marked": moved.not_marked is None,
                "says": says,
            }
        )
    else:
        print_lines(says)
    return 0


def _of_the_old_one(source: StoreAt, target: StoreAt, moved: Moved) -> str:
    """What became of the store that was left."""
    keep = "Name the new one in the settings, and keep the old one in a safe place until you remove it."
    if moved.not_marked is None:
        return (
            f"{source} says from now on that it was moved: it can be looked at, and nothing is recorded in it, also by "
            f"a screen that is still open on it. {keep}"
        )
    return (
        f"{source} could not be told that it was moved. {moved.not_marked} Work goes on in {target}: see to it that "
        f"nobody records in {source} any more, and that no screen is open on it. {keep}"
    )


def _to_server(options: argparse.Namespace, target: OnServer) -> Moved:
    store = store_of(_without(options, _OF_A_SERVER))
    there = _opened_for_all(options, target)
    if (finished := finish(store, there)) is not None:
        return finished
    limits = load_config().backups
    if store.file.writable:
        back_up(store, limits)
    else:
        make(order(store), limits)  # its journal can take no line of it
    return to_server(store, there, Whither(str(target), without_login(target.typed)), options.login, _tell)


def _to_file(options: argparse.Namespace, source: OnServer, path: Path) -> Moved:
    refuse_a_file(path)
    store, anchors = _opened_for_all(options, source), anchor_folder(load_config())
    done: list[Moved] = []

    def carried(key: Key | None) -> Store:
        new, moved = to_file(store, path, key, anchors, options.login, _tell)
        done.append(moved)
        return new

    options.at_end.callback(opened_with_key(_without(options, _OF_A_SERVER), path, carried).close)
    return done[0]


def _opened_for_all(options: argparse.Namespace, at: OnServer) -> Store:
    """The store on the server as its owner sees it."""
    from db.server.opening import open_on_server
    from db.server.preparing import OWN_SCHEMA

    store = opened_with_password(options, lambda password: open_on_server(at.typed, password, schemas=OWN_SCHEMA))
    options.at_end.callback(store.close)
    return store


def _without(options: argparse.Namespace, names: tuple[str, ...]) -> argparse.Namespace:
    """The options without those that are for the other of the two stores."""
    return argparse.Namespace(**{name: value for name, value in vars(options).items() if name not in names})


def _tell(says: str) -> None:
    """It may take minutes, and nobody is left before a black screen meanwhile."""
    if sys.stderr.isatty():
        print(says, file=sys.stderr, flush=True)
