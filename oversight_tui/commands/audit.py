"""`oversight audit`: files picked to be audited, what was found in each, and what audits found over a span."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from oversight_tui.commands.options import add_common_options, day_of, store_of
from oversight_tui.commands.printing import print_json, print_lines, print_marking, printed_id
from oversight_tui.commands.recording import record_and_print
from oversight_tui.practice.audits import AuditedFile, PickedFile, Theme, themes
from oversight_tui.practice.records.audits import drawn_words
from oversight_tui.practice.records.parts import AuditSays
from oversight_tui.practice.requests import AgreedAction, AnsweredQuestion, AuditRequest, DrawAudit
from oversight_tui.services import record
from oversight_tui.services.audits import audits, waiting_picks
from oversight_tui.services.board import load_board
from oversight_tui.services.find import find_child
from oversight_tui.words.dates import long_day
from oversight_tui.words.day_labels import AUDIT_ANSWER
from oversight_tui.words.meant_days import day_meant

if TYPE_CHECKING:
    from db.engine import Store

_SPAN_MONTHS = 12


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Pick, record, and what was found."""
    actions = parser.add_subparsers(metavar="ACTION", dest="action", required=True)
    pick = actions.add_parser("pick", help="pick files, out of each status in turn, that anybody can draw again")
    pick.add_argument("--by", metavar="DATE", required=True, help="the day by which they are audited")
    pick.add_argument("--auditor", metavar="NAME", default="me", help="who audits, or 'outside: NAME'; you unless said")
    pick.add_argument("--number", type=int, metavar="N", help="how many; the policy's for a month unless said")
    pick.add_argument("--seed", type=int, metavar="N", help="another number picks others; year and month unless said")
    found = actions.add_parser("record", help="what was found in a file")
    found.add_argument("child", metavar="CHILD", help="the child's reference")
    found.add_argument("--good", metavar="TEXT", required=True, help="what was good")
    found.add_argument("--change", metavar="TEXT", help="what must change")
    found.add_argument("--do", metavar="TEXT", help="the action that comes of it")
    found.add_argument("--owner", metavar="NAME", help="who does it; needed with --do")
    found.add_argument("--by", metavar="DATE", help="by when; needed with --do")
    for says in AUDIT_ANSWER:
        found.add_argument(
            f"--{says}", metavar="QUESTION", action="append", default=[], help=f"a question that was answered {says}"
        )
    found.add_argument("--auditor", metavar="NAME", help="who audited, or 'outside: NAME'; you unless said")
    found.add_argument("--on", metavar="DATE", help="the day; today unless said")
    listed = actions.add_parser("list", help="what audits found: themes with their evidence, and each audit")
    listed.add_argument("--from", metavar="DATE", dest="first", help="from this day; a year back unless said")
    listed.add_argument("--to-date", metavar="DATE", dest="last", help="up to this day; today unless said")
    for action in (pick, found, listed):
        add_common_options(action)


def run(options: argparse.Namespace) -> int:
    """Record it and print what was recorded, or print what was found; 0."""
    store, today = store_of(options), day_of(options)
    if options.action == "list":
        return _print_found(options, store, today)
    if options.action == "record":
        return record_and_print(store, _found(options, store, today), today, as_json=options.json)
    due_on = day_meant(options.by, today, "to_come")
    teams = tuple(options.team)
    asked = DrawAudit(options.auditor, due_on, options.number, options.seed, teams, options.all_teams)
    return record_and_print(store, asked, today, as_json=options.json)


def _found(options: argparse.Namespace, store: Store, today: date) -> AuditRequest:
    if options.do is not None and not (options.owner and options.by):
        raise record.RecordProblem("Say who does it and by when, with --owner and --by. Nothing was recorded.")
    child = find_child(store, options.child)
    actions: tuple[AgreedAction, ...] = ()
    if options.do is not None:
        actions = (AgreedAction(options.do, options.owner, day_meant(options.by, today, "to_come")),)
    return AuditRequest(
        child,
        options.good,
        day_meant(options.on, today) if options.on else today,
        options.change,
        tuple(_answers(options)),
        actions,
        record.picked_file(store, child),
        options.auditor,
    )


def _answers(options: argparse.Namespace) -> Iterator[AnsweredQuestion]:
    """Each answer, with the words after a colon."""
    asked: tuple[tuple[AuditSays, Sequence[str]], ...] = (
        ("yes", options.yes),
        ("partly", options.partly),
        ("no", options.no),
    )
    for says, questions in asked:
        for question in questions:
            name, _, words = question.partition(":")
            yield AnsweredQuestion(name, says, words)


def _print_found(options: argparse.Namespace, store: Store, today: date) -> int:
    first = day_meant(options.first, today) if options.first else today - relativedelta(months=_SPAN_MONTHS)
    last = day_meant(options.last, today) if options.last else today
    board = load_board(store, today, options.team, all_teams=options.all_teams)
    found, picks = audits(store, board, first, last), waiting_picks(store, board)
    if options.json:
        print_json(
            {"from": first.isoformat(), "to": last.isoformat(), "picked": list(map(_pick, picks)), **_shape(found)}
        )
    else:
        print_marking()
        print_lines((*_picked_lines(picks), *_lines(found, first, last, today)))
    return 0


def _picked_lines(picks: Sequence[PickedFile]) -> Iterator[str]:
    yield f"Files still to be audited: {len(picks)}"
    for one in picks:
        drawn = drawn_words(one.seed, one.stratum)
        says = f"by {one.auditor}, due {long_day(one.due_on)}{f'; {drawn}' if drawn else ''}"
        yield f"  {one.reference}, {says} (id {one.entry_id})"


def _pick(one: PickedFile) -> dict[str, object]:
    return {
        "id": printed_id(one.entry_id),
        "child": one.reference,
        "auditor": one.auditor,
        "due_on": one.due_on.isoformat(),
        "seed": one.seed,
        "stratum": one.stratum,
    }


def _lines(found: Sequence[AuditedFile], first: date, last: date, today: date) -> Iterator[str]:
    yield f"Files audited from {long_day(first)} to {long_day(last)}: {len(found)}"
    for theme in themes(found):
        yield f"{theme.question}: {theme.yes} yes, {theme.partly} partly, {theme.no} no"
        for reference, says, words in theme.evidence:
            yield f"  {reference}, {says}{f': {words}' if words else ''}"
    for one in found:
        yield f"{one.reference}, {long_day(one.on) if one.on else 'no day'}, by {one.auditor} (id {one.entry_id})"
        yield f"  Good: {one.good}"
        if one.must_change:
            yield f"  To change: {one.must_change}"
        for each in one.actions:
            yield f"  Action: {each.text}. {each.owner}, {each.stands(today)} (id {each.entry_id})"


def _shape(found: Sequence[AuditedFile]) -> dict[str, object]:
    return {
        "themes": [_theme(one) for one in themes(found)],
        "audits": [
            {
                "id": printed_id(one.entry_id),
                "child": one.reference,
                "on": one.on.isoformat() if one.on else None,
                "auditor": one.auditor,
                "good": one.good,
                "must_change": one.must_change,
                "answers": [
                    {"question": each.question, "says": each.says, "words": each.words} for each in one.answers
                ],
                "actions": [
                    {
                        "id": printed_id(each.entry_id),
                        "text": each.text,
                        "owner": each.owner,
                        "due_on": each.due_on.isoformat(),
                        "done": each.done,
                        "ended_on": each.ended_on.isoformat() if each.ended_on else None,
                    }
                    for each in one.actions
                ],
            }
            for one in found
        ],
    }


def _theme(theme: Theme) -> dict[str, object]:
    return {
        "question": theme.question,
        "yes": theme.yes,
        "partly": theme.partly,
        "no": theme.no,
        "evidence": [{"child": child, "says": says, "words": words} for child, says, words in theme.evidence],
    }
