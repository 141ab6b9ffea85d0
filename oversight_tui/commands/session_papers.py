"""`oversight supervision sheet` and `record`: what a worker has before a session, what both have after it, and what
became of that record.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from oversight_tui.commands.exports import target
from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.printing import print_json, print_marking, print_text, printed_id
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.ids import EntryId
from oversight_tui.practice.personal import RecordStep
from oversight_tui.practice.requests import SessionRecordRequest
from oversight_tui.practice.session_told import Agreed, SessionRecord, SessionSheet, TalkedAbout, as_text
from oversight_tui.services import record
from oversight_tui.services.find import find_worker
from oversight_tui.services.session_told import last_session, session_record, session_sheet
from oversight_tui.words.meant_days import day_meant

if TYPE_CHECKING:
    from db.engine import Store

_INTO = "write it to a file: .txt, .html, .docx or .pdf; printed here unless said"
_PERSONAL = "with what belongs to it in the worker's own file; the journal says so"


def add_sheet_arguments(parser: argparse.ArgumentParser) -> None:
    """For whom, and of which day."""
    parser.add_argument("worker", metavar="WORKER", help="a name, a part of one that only one worker has, or an id")
    parser.add_argument("--on", metavar="DATE", help="the day of the session; the next one unless said")
    _add_into(parser)


def add_record_arguments(parser: argparse.ArgumentParser) -> None:
    """Of which session, and what became of its record."""
    parser.add_argument("session", metavar="SESSION", help="the session's id; or a worker: the last one held with them")
    steps = parser.add_mutually_exclusive_group()
    steps.add_argument("--sent", metavar="DATE", nargs="?", const="today", help="it was sent on to the worker")
    steps.add_argument("--agreed", metavar="DATE", nargs="?", const="today", help="the worker agrees to it")
    steps.add_argument("--otherwise", metavar="TEXT", help="the worker sees it otherwise: in their words")
    parser.add_argument("--on", metavar="DATE", help="with --otherwise: the day; today unless said")
    _add_into(parser)


def _add_into(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--personal", action="store_true", help=_PERSONAL)
    parser.add_argument("--into", dest="to", metavar="FILE", type=Path, help=_INTO)
    parser.add_argument("--replace", action="store_true", help="write over a file that is there already")


def run_sheet(options: argparse.Namespace) -> int:
    """Print it, or write it; 0."""
    from oversight_tui.config import load_config

    path = target.target_of(options) if options.to else None
    store, today = store_of(options), day_of(options)
    on = day_meant(options.on, today, "to_come") if options.on else None
    worker, headings = find_worker(store, options.worker), load_config().headings
    return _put(store, session_sheet(store, worker, today, headings, on=on, personal=options.personal), path, options)


def run_record(options: argparse.Namespace) -> int:
    """Print or write it, or record what became of it; 0."""
    from oversight_tui.config import load_config

    path = target.target_of(options) if options.to else None
    store, today = store_of(options), day_of(options)
    session = _session(store, options.session)
    step = _step(options, today)
    if step is not None:
        if path is not None or options.personal:
            raise record.RecordProblem("Say what became of the record, or --into for its text, one after the other.")
        return record_and_print(store, SessionRecordRequest(session, *step), today, as_json=options.json)
    found = session_record(store, session, today, load_config().headings, personal=options.personal)
    return _put(store, found, path, options)


def _session(store: Store, typed: str) -> EntryId:
    if typed.strip().isdigit():
        return record.entry_typed(typed, "session")
    return last_session(store, find_worker(store, typed))


def _step(options: argparse.Namespace, today: date) -> tuple[RecordStep, date, str | None] | None:
    if options.on and options.otherwise is None:
        raise record.RecordProblem("--on goes with --otherwise; --sent and --agreed take their day themselves.")
    if options.sent is not None:
        return "sent", day_meant(options.sent, today), None
    if options.agreed is not None:
        return "agreed", day_meant(options.agreed, today), None
    if options.otherwise is not None:
        return "otherwise", day_meant(options.on, today) if options.on else today, options.otherwise
    return None


def _put(store: Store, page: SessionSheet | SessionRecord, path: Path | None, options: argparse.Namespace) -> int:
    from oversight_tui.config import load_config
    from oversight_tui.services.exporting.session_papers import export_paper, lines_of, title_of

    today = day_of(options)
    if path is not None:
        says = export_paper(store, page, path, today, load_config().marking)
        kind = "session sheet" if isinstance(page, SessionSheet) else "session record"
        target.say_written(options, kind, path, says)
    elif options.json:
        print_json(_sheet_shape(page) if isinstance(page, SessionSheet) else _record_shape(page))
    else:
        print_marking()
        print_text(as_text(title_of(page), iter(lines_of(page, today))))
    return 0


def _sheet_shape(sheet: SessionSheet) -> dict[str, object]:
    return {
        "worker": sheet.worker,
        "on": sheet.on.isoformat(),
        "at": sheet.at,
        "minutes": sheet.minutes,
        "planned": sheet.planned,
        "last_on": _day(sheet.last_on),
        "agreed_last_time": [_talked(one) for one in sheet.last],
        "actions": [_action(one) for one in sheet.actions],
        "children": [
            {
                "child": one.child,
                "status": one.status,
                "last_discussed": _day(one.last_discussed),
                "last_seen": _day(one.last_seen),
            }
            for one in sheet.children
        ],
        "headings": list(sheet.headings),
        **({"personal": [one.text for one in sheet.goals]} if sheet.goals is not None else {}),
    }


def _record_shape(found: SessionRecord) -> dict[str, object]:
    return {
        "id": printed_id(found.session.id),
        "worker": found.worker,
        "held_on": _day(found.session.held_on),
        "at": found.session.at,
        "minutes": found.session.minutes,
        "supervisor": found.session.supervisor,
        "counts": found.session.counts,
        "children": [{**_talked(one), "said": list(one.said)} for one in found.children],
        "not_reached": list(found.not_reached),
        "next_on": _day(found.next_on),
        **(
            {
                "personal": [*(one.text for one in found.own.written), *(one.text for one in found.own.about)],
                "record": [
                    {"id": printed_id(one.id), "step": one.step, "on": _day(one.on), "text": one.text}
                    for one in found.own.steps
                ],
            }
            if found.own is not None
            else {}
        ),
    }


def _talked(one: TalkedAbout) -> dict[str, object]:
    return {
        "child": one.child,
        "decided": [{"text": decided.text, "because": decided.because} for decided in one.decided],
        "agreed": [_action(action) for action in one.agreed],
    }


def _action(one: Agreed) -> dict[str, object]:
    return {"child": one.child or None, "text": one.text, "owner": one.owner or None, "by": _day(one.by)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
