"""`oversight import FILE...`: show what would change, and bring it in once it is accepted."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from oversight_tui.commands.backing_up import say_at_the_end
from oversight_tui.commands.import_answers import ImportProblem, answers_of, ask_one_by_one
from oversight_tui.commands.import_shape import shape_of
from oversight_tui.commands.kept_columns import add_column_arguments, kept_columns
from oversight_tui.commands.options import day_of, store_of
from oversight_tui.commands.printing import print_json, print_lines
from oversight_tui.commands.unlocking import new_key_given
from oversight_tui.commands.which_store import file_of
from oversight_tui.config import load_config
from oversight_tui.exchange.spreadsheet import read_workbook
from oversight_tui.services.backups import back_up_first
from oversight_tui.services.importing import ImportOptions, ImportPlan, NeedsDay, apply_plan, plan_import, plan_of
from oversight_tui.services.importing.questions import ImportQuestion, questions
from oversight_tui.services.importing.telling import told, told_lines, written
from oversight_tui.services.passing_folder import forget_abandoned_folders
from oversight_tui.words.dates import DateProblem
from oversight_tui.words.meant_days import day_meant

if TYPE_CHECKING:
    from db.engine import Store

NOTHING_TO_DO, CHANGES = 0, 1
_MOST_ASKED = 8  # questions that an error names, before it says how many more there are


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which files, the day they show, and whether to write."""
    parser.add_argument(
        "files", metavar="FILE", nargs="*", type=Path, help="Annex A, a caseload table, roster, absences, leave"
    )
    parser.add_argument(
        "--newest", action="store_true", help="the newest list in the watched folder that is not here yet"
    )
    parser.add_argument("--as-at", metavar="DATE", help="the day the lists show; it is not in the file")
    done = parser.add_mutually_exclusive_group()
    done.add_argument("--dry-run", action="store_true", help="show what would change and write nothing")
    done.add_argument("--yes", action="store_true", help="write without asking")
    parser.add_argument(
        "--same", metavar="NAME=NAME", action="append", default=[], help="the first is a spelling of the second"
    )
    parser.add_argument(
        "--bucket", metavar="NAME", action="append", default=[], help="a generic holder, such as a duty desk; no worker"
    )
    _add_answers(parser)
    parser.add_argument("--full", action="store_true", help="every change in words, not only the first of each kind")
    parser.add_argument("--force", action="store_true", help="take lists older than those imported already")


def _add_answers(parser: argparse.ArgumentParser) -> None:
    """What answers a question of the import before it is asked."""
    for option, value, says in (
        ("--different", "NAME=NAME", "two names, or two references, are two people's or two children's"),
        ("--one", "NAME", "one person has this name in all of these teams"),
        ("--status", "WORDS=STATUS", "what a status that is not understood means, or what a child is"),
        ("--closed", "CHILD", "a child whose end cannot be read is closed"),
        ("--open", "CHILD", "a child whose end cannot be read is open"),
        ("--without", "TAB", "go on without a tab that was not taken, or a list that was there before"),
        ("--month-first", "COLUMN", "the month comes first in its dates: List_6!I"),
        ("--day-first", "COLUMN", "the day comes first in its dates: List_6!I"),
        ("--keep", "COLUMN", "a column that is empty now: what was known stays"),
        ("--empty", "COLUMN", "a column that is empty now: nobody has any"),
        ("--missing", "CHILD=WHAT", "a child who is in no list: closed, moved, or ours"),
    ):
        parser.add_argument(option, metavar=value, action="append", default=[], help=says)
    parser.add_argument(
        "--references",
        choices=("same", "different"),
        help="references that are nearly alike: the same children, or not",
    )
    parser.add_argument("--fewer", action="store_true", help="the lists are whole, though they cover less than before")
    parser.add_argument(
        "--two", metavar="NAME", action="append", default=[], help="people in different teams have this name"
    )
    parser.add_argument(
        "--role", metavar="ROLE", action="append", default=[], help="of several roles in a file, an allocated worker's"
    )
    parser.add_argument("--of", metavar="WORKER", help="whose calendar (.ics) it is, where its entries do not say")
    add_column_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Show the plan and, once accepted, write it. A dry run exits 0 for nothing to do and 1 for changes."""
    if options.mappings or options.forget_mapping:
        return kept_columns(options)
    asks = sys.stdin.isatty() and sys.stdout.isatty() and not options.json
    if not (options.dry_run or options.yes or asks):
        raise ImportProblem("Nobody is here to accept the changes. Give --dry-run to see them or --yes to write them.")
    forget_abandoned_folders()
    today = day_of(options)
    as_at = day_meant(options.as_at, today) if options.as_at else None
    store = _store_there_is(options)
    says = _choose_newest(options, store, today)
    if says is not None:
        return _nothing_new(options, store, today, says)
    asked, plan = _planned(options, store, today, as_at, asks=asks)
    write = _shown_and_accepted(options, plan, asks=asks)
    if write and store is None:
        store = store_of(options, create=True)
        plan = _the_same(store, options, asked, plan)
    return _written(options, store, plan, write=write)


def _choose_newest(options: argparse.Namespace, store: Store | None, today: date) -> str | None:
    """Take the newest list of the watched folder where that was asked for; that none is new, where none is."""
    if bool(options.files) == options.newest:
        raise ImportProblem("Give the files to be brought in, or --newest for the newest list in the watched folder.")
    if not options.newest:
        return None
    from oversight_tui.services.importing.watched import digests, look_in_time, none_is_new, offer

    config = load_config()
    found = look_in_time(config, digests(store) if store is not None else ())
    if found.new is None:
        return none_is_new(found, today, config.watch_days)
    options.files = [found.new]
    if not options.json:
        print_lines([offer(found, today, config.watch_days, "") or ""])
    return None


def _nothing_new(options: argparse.Namespace, store: Store | None, today: date, says: str) -> int:
    if options.json:
        plan = plan_import(store, (), ImportOptions(today), load_config().spreadsheet)
        print_json(shape_of(plan.__replace__(says=says), applied=False))
    else:
        print_lines([says])
    return NOTHING_TO_DO


def _store_there_is(options: argparse.Namespace) -> Store | None:
    """The store the lists go into; None where there is none yet and nothing is agreed to: nobody chooses a passphrase
    before they have seen what would be written.
    """
    from db.key import is_there

    path = file_of(options)
    if options.yes or path is None or is_there(path):
        return store_of(options, create=True)
    if options.dry_run:
        new_key_given(options)  # one that cannot be a passphrase is said now
    return None


def _planned(
    options: argparse.Namespace, store: Store | None, today: date, as_at: date | None, *, asks: bool
) -> tuple[ImportOptions, ImportPlan]:
    """How it was asked for, with the day and the answers where these had to be asked, and what it would do."""
    asked = answers_of(options, today, as_at)
    limits = load_config().spreadsheet
    workbooks = [read_workbook(path, limits) for path in options.files]
    try:
        plan = plan_of(store, workbooks, asked)
    except NeedsDay:
        if not asks:
            raise
        asked = asked.__replace__(as_at=_ask_day(today))
        plan = plan_of(store, workbooks, asked)
    if asks and not (options.dry_run or options.yes):
        return ask_one_by_one(plan, asked, lambda said: plan_of(store, workbooks, said), _ask)
    return asked, plan


def _the_same(store: Store, options: argparse.Namespace, asked: ImportOptions, seen: ImportPlan) -> ImportPlan:
    """The plan that was seen, for the store that was made since. Raises ImportProblem where a file is another now."""
    plan = plan_import(store, options.files, asked, load_config().spreadsheet)
    if plan.files != seen.files:
        raise ImportProblem("A file was changed since it was shown. Nothing was written; import it again.")
    return plan


def _shown_and_accepted(options: argparse.Namespace, plan: ImportPlan, *, asks: bool) -> bool:
    """Show the plan; whether it is to be written."""
    if options.yes:
        _refuse_unanswered(plan)
    if options.json:
        return bool(options.yes and plan.has_changes)
    print_lines(told_lines(told(plan), full=options.full))
    print_lines(_asked_by_options(plan))
    if asks and plan.has_changes and not (options.dry_run or options.yes):
        return _ask("Write this? y or n: ") == "y"
    return bool(options.yes and plan.has_changes)


def _written(options: argparse.Namespace, store: Store | None, plan: ImportPlan, *, write: bool) -> int:
    if write and store is not None:
        say_at_the_end(options, back_up_first(store, load_config().backups))
        apply_plan(store, plan)
    if options.json:
        print_json(shape_of(plan, applied=write))
    elif write:
        print_lines([f"{written(plan, told(plan))} `oversight undo --yes` takes all of it back."])
    elif plan.has_changes or plan.tables.asked:
        print_lines(["Nothing was written."])
    return CHANGES if options.dry_run and (plan.has_changes or plan.tables.asked) else NOTHING_TO_DO


def _ask_day(today: date) -> date:
    while True:
        try:
            return day_meant(_ask("Which day do the lists show? "), today)
        except DateProblem as problem:
            print_lines([str(problem)])


def _ask(question: str) -> str:
    sys.stdout.write(question)
    sys.stdout.flush()
    answer = sys.stdin.readline()
    if not answer:
        raise ImportProblem("No answer was given. Nothing was written.")
    return answer.strip().casefold()


def _asked_by_options(plan: ImportPlan) -> Iterator[str]:
    """What is to be asked of it, and the options that say so."""
    for question in questions(plan):
        if question.asked != "older":
            yield _asked_and_ways(question)


def _asked_and_ways(question: ImportQuestion) -> str:
    ways = "; ".join(one.by_option for one in question.choices if one.option)
    return f"{question.says} {ways}."


def _refuse_unanswered(plan: ImportPlan) -> None:
    """Nothing is written where something has to be answered first."""
    to_answer = [question for question in questions(plan) if question.must]
    if to_answer:
        said = "\n".join(_asked_and_ways(one) for one in to_answer[:_MOST_ASKED])
        more = len(to_answer) - _MOST_ASKED
        raise ImportProblem(
            f"Nothing was written: something has to be answered first.\n{said}"
            + (f"\n{more:,} more questions follow; --dry-run says each." if more > 0 else "")
        )
