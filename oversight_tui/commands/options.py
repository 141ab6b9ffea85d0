"""Options that every command shares: which store, which day, which teams, text or JSON."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from oversight_tui.commands.passwords import add_password_option, opened_with_password
from oversight_tui.commands.unlocking import add_key_options, opened_with_key
from oversight_tui.commands.which_store import OnServer, store_at
from oversight_tui.last_resort import write_to_stderr
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import one_line

if TYPE_CHECKING:
    from db.engine import Store
    from db.key import Key
    from oversight_tui.config import Config


class NeedsTerminal(PlainProblem):
    """A screen was asked for where there is no terminal to show it on."""


class NoLookingBack(PlainProblem):
    """It was asked what had been recorded by a day, by a command that does not show it."""


_NO_LOOKING_BACK = (
    "--recorded-by looks back, and nothing is recorded with it: the board, today, child, worker, agenda, action list, "
    "calendar, regularity, sight, outlook, effect and export digest, inspection, sight and tables take it. Nothing was "
    "done."
)


def add_common_options(parser: argparse.ArgumentParser) -> None:
    """Which store, day and teams, JSON or text, and the key; each may stand before or after the command."""
    absent = argparse.SUPPRESS
    parser.add_argument(
        "--store",
        metavar="STORE",
        default=absent,
        help="the store to use: a path, or postgresql://NAME@SERVER/DATABASE (or OVERSIGHT_STORE)",
    )
    parser.add_argument("--today", metavar="DATE", default=absent, help="the day the rules go by (or OVERSIGHT_TODAY)")
    parser.add_argument(
        "--recorded-by",
        metavar="DATE",
        default=absent,
        help="only what had been recorded by the end of this day; the day the rules go by too, unless --today is given",
    )
    parser.add_argument(
        "--team", metavar="NAME", action="append", default=absent, help="only this team; may be given several times"
    )
    parser.add_argument("--all-teams", action="store_true", default=absent, help="every team, whatever is remembered")
    parser.add_argument("--json", action="store_true", default=absent, help="print one JSON document")
    add_key_options(parser)
    add_password_option(parser)


def store_of(
    options: argparse.Namespace,
    *,
    create: bool = False,
    new_key: Key | None = None,
    looking_back: bool = False,
    without_team: bool = False,
) -> Store:
    """The store, open until the command ends; where there is none it is made if `create`, with `new_key` where one was
    chosen already, else StoreError says what to do. Raises NoLookingBack where --recorded-by is given and the command
    is not `looking_back`, and NoTeamToday for a login that sees no team, unless the command can do `without_team`.
    """
    from oversight_tui.commands.backing_up import back_up_at_start, say_what_was_left
    from oversight_tui.config import load_config
    from oversight_tui.services.login import refuse_who_sees_no_team

    known_by = recorded_by(options)
    if known_by is not None and not looking_back:
        raise NoLookingBack(_NO_LOOKING_BACK)
    at = store_at(options)
    config = load_config()
    if isinstance(at, OnServer):
        store = _opened_on_server(options, at, config)
    else:
        store = _opened_file(options, at, config, create=create, new_key=new_key)
    options.at_end.callback(store.close)
    store.recorded_by = known_by
    if not without_team:
        refuse_who_sees_no_team(store)
    for remark in store.remarks:
        write_to_stderr(one_line(remark))
    say_what_was_left(store)
    back_up_at_start(options, store, config.backups)
    return store


def _opened_on_server(options: argparse.Namespace, at: OnServer, config: Config) -> Store:
    from db import open_store
    from oversight_tui.config import anchor_folder

    anchors = anchor_folder(config)
    return opened_with_password(options, lambda password: open_store(at.typed, password=password, anchors=anchors))


def _opened_file(
    options: argparse.Namespace, path: Path, config: Config, *, create: bool, new_key: Key | None
) -> Store:
    from db import open_store
    from db.opening import refuse_where_nothing_is
    from db.ownership import refuse_others_files
    from oversight_tui.config import anchor_folder, backup_folder

    if not create:
        refuse_where_nothing_is(path)
    refuse_others_files(path)  # before anybody types a passphrase for it
    anchors, backups = anchor_folder(config), backup_folder(config, path)

    def opened(key: Key | None) -> Store:
        return open_store(
            path,
            key=key,
            create=create,
            anchors=anchors,
            backups=backups,
            plain_is_meant=getattr(options, "plain", False),
        )

    return opened_with_key(options, path, opened) if new_key is None else opened(new_key)


def day_of(options: argparse.Namespace) -> date:
    """The day the rules go by."""
    return now_of(options) if options.today else recorded_by(options) or now_of(options)


def now_of(options: argparse.Namespace) -> date:
    """The same, whatever day is looked back at."""
    from oversight_tui.clock import today

    return today(options.today)


def recorded_by(options: argparse.Namespace) -> date | None:
    """The day by whose end it is asked what had been recorded; None for all that is recorded."""
    from oversight_tui.clock import today
    from oversight_tui.words.dates import parse_date

    return parse_date(options.recorded_by, today()) if options.recorded_by else None
