"""What the commands that record share: one request recorded and printed, and the options several of them take."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from oversight_tui.commands.printing import print_recorded
from oversight_tui.practice.requests import AgreedAction, Request, Scales
from oversight_tui.services import record
from oversight_tui.words.typed import typed_action, typed_scale

if TYPE_CHECKING:
    from db.engine import Store


def record_and_print(store: Store, request: Request, today: date, *, as_json: bool) -> int:
    """Record what was asked for and print what was recorded; 0. Raises RecordProblem, and then nothing is recorded."""
    print_recorded(record.record(store, request, today), as_json=as_json)
    return 0


def add_action_option(parser: argparse.ArgumentParser) -> None:
    """--action, as often as there are actions."""
    parser.add_argument(
        "--action",
        metavar="'WHAT; WHO; BY'",
        dest="actions",
        action="append",
        default=[],
        help="an action agreed, as 'Ring school; Amira; fri'; may be given several times",
    )


def add_scale_option(parser: argparse.ArgumentParser) -> None:
    """--scale, as often as there are people."""
    parser.add_argument(
        "--scale",
        metavar="'WHO N'",
        dest="scales",
        action="append",
        default=[],
        help="a number from 0 (cannot live at home) to 10 (safe enough to close), as 'Mum 4'; several times",
    )


def add_sensitive_option(parser: argparse.ArgumentParser) -> None:
    """--sensitive."""
    parser.add_argument(
        "--sensitive",
        action="store_true",
        help="its words are hidden until they are opened, and those of what is decided and agreed with it",
    )


def actions_of(options: argparse.Namespace, today: date) -> tuple[AgreedAction, ...]:
    """The actions that were given. Raises PlainProblem."""
    return tuple(AgreedAction(*typed_action(typed, today)) for typed in options.actions)


def scales_of(options: argparse.Namespace) -> Scales:
    """The numbers that were given. Raises PlainProblem."""
    return tuple(one for typed in options.scales for one in typed_scale(typed))
