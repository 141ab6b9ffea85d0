"""The options of `oversight supervision talk`: what was said about a child in a session, and what became of actions."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from oversight_tui.commands.recording import (
    actions_of,
    add_action_option,
    add_scale_option,
    add_sensitive_option,
    scales_of,
)
from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.requests import SessionTalk, SettledAction, WriteUp
from oversight_tui.services import record
from oversight_tui.services.find import find_worker
from oversight_tui.words.meant_days import day_meant
from oversight_tui.words.typed import Unread, typed_outcome

if TYPE_CHECKING:
    from db.engine import Store

_TEXTS = {
    "text": "what was said",
    "what_changed": "what has changed since last time",
    "worries": "what the worries are",
    "going_well": "what is going well",
    "analysis": "what it may mean, or another explanation",
    "childs_view": "what the child says or shows",
    "decision": "what was decided",
    "because": "why it was decided",
}


def add_talk_arguments(parser: argparse.ArgumentParser) -> None:
    """About whom, and what was said."""
    parser.add_argument("children", metavar="CHILD", nargs="+", help="a child's reference; one entry for each child")
    for name, words in _TEXTS.items():
        parser.add_argument(f"--{name.replace('_', '-')}", metavar="TEXT", default="", help=words)
    add_action_option(parser)
    parser.add_argument(
        "--earlier",
        metavar="'ID: HOW'",
        action="append",
        default=[],
        help="what became of an open action: 'ID: yes', 'ID: no: why', or 'ID: fri: why' to carry it over",
    )
    add_scale_option(parser)
    add_sensitive_option(parser)
    parser.add_argument("--on", metavar="DATE", help="the day of the session; today unless said")
    parser.add_argument("--session", metavar="ID", help="the session that was held, whose words these are")
    parser.add_argument("--kind", choices=("one_to_one", "group"), default="one_to_one", help="one_to_one unless said")
    parser.add_argument(
        "--with", metavar="WORKER", action="append", default=[], dest="others", help="who else was there"
    )
    parser.add_argument("--supervisor", metavar="NAME", help="who led it, where it was not you")


def talk_of(options: argparse.Namespace, store: Store, worker: WorkerId, today: date) -> SessionTalk | WriteUp:
    """What the options ask to be recorded. Raises PlainProblem."""
    if options.session is not None:
        session = record.entry_typed(options.session, "session")
        return WriteUp(
            session,
            tuple(options.children),
            actions=actions_of(options, today),
            scales=scales_of(options),
            settled=tuple(_settled(typed, today) for typed in options.earlier),
            sensitive=options.sensitive,
            **{name: getattr(options, name) for name in _TEXTS},
        )
    return SessionTalk(
        worker_id=worker,
        children=tuple(options.children),
        on=day_meant(options.on, today) if options.on else today,
        kind=options.kind,
        actions=actions_of(options, today),
        scales=scales_of(options),
        settled=tuple(_settled(typed, today) for typed in options.earlier),
        sensitive=options.sensitive,
        others=tuple(find_worker(store, other) for other in options.others),
        supervisor=options.supervisor,
        again=options.yes,
        text=options.text,
        what_changed=options.what_changed,
        worries=options.worries,
        going_well=options.going_well,
        analysis=options.analysis,
        childs_view=options.childs_view,
        decision=options.decision,
        because=options.because,
    )


def _settled(typed: str, today: date) -> SettledAction:
    number, _, how = (part.strip() for part in typed.partition(":"))
    if not number.isdigit() or not how:
        raise Unread("An earlier action is given as its id and what became of it: '1234: yes', '1234: fri: why'.")
    return SettledAction(record.entry_typed(number, "action"), *typed_outcome(how, today))
