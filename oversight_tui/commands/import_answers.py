"""What answers the questions of an import: the options of the command, or whoever sits at the terminal."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import get_args

from oversight_tui.commands.kept_columns import columns_said
from oversight_tui.commands.printing import print_lines
from oversight_tui.exchange.statuses import Meant
from oversight_tui.practice.facts import Gone
from oversight_tui.services.importing import ImportOptions, ImportPlan
from oversight_tui.services.importing.answered import meant_by
from oversight_tui.services.importing.cover import Field
from oversight_tui.services.importing.questions import Choice, ImportQuestion, questions
from oversight_tui.words.problems import PlainProblem
from oversight_tui.words.text import match_key, one_line

_GONE: dict[str, Gone] = {one: one for one in get_args(Gone)}
_FIELDS: dict[str, Field] = {one: one for one in get_args(Field)}


class ImportProblem(PlainProblem):
    """An import that cannot be started as it was asked for."""


def answers_of(options: argparse.Namespace, today: date, as_at: date | None) -> ImportOptions:
    """How an import is asked for by these options. Raises ImportProblem for an answer that is none."""
    return ImportOptions(
        today=today,
        as_at=as_at,
        teams=tuple(options.team),
        same=dict(_pairs(options.same, "--same takes two names: --same 'Sara Jones=Sarah Jones'.")),
        duty=tuple(options.bucket),
        several=tuple(options.two),
        force=options.force,
        columns=columns_said(options),
        names=options.names == "yes" if options.names else None,
        one=tuple(options.one),
        different=tuple(_pairs(options.different, "--different takes two: --different 'Sara Jones=Sarah Jones'.")),
        references=options.references,
        statuses=dict(_statuses(options.status)),
        closed=tuple(options.closed),
        open=tuple(options.open),
        without=tuple(options.without),
        month_first=tuple(options.month_first),
        day_first=tuple(options.day_first),
        fewer=options.fewer,
        kept=tuple(_field(one) for one in options.keep),
        emptied=tuple(_field(one) for one in options.empty),
        missing=dict(_missing(options.missing)),
        roles=tuple(options.role),
        of=options.of,
    )


def ask_one_by_one(
    plan: ImportPlan,
    asked: ImportOptions,
    plan_anew: Callable[[ImportOptions], ImportPlan],
    ask: Callable[[str], str],
) -> tuple[ImportOptions, ImportPlan]:
    """Ask each question at the terminal, what it says, its evidence and its rows first, until none is left."""
    answered: list[ImportQuestion] = []
    while (question := next(questions(plan, answered), None)) is not None:
        print_lines(_in_full(question))
        choice = _chosen(question, ask)
        answered.append(question)
        asked = choice.then(asked)
        plan = plan_anew(asked)
    return asked, plan


def _in_full(question: ImportQuestion) -> Iterator[str]:
    yield ""
    yield question.says
    yield from (f"  {one}" for one in question.evidence)
    yield from (f"  {'  '.join(map(one_line, row))}" for row in question.rows)
    yield from (f"  {one.key}  {one.label}: {one.does}" for one in question.choices)


def _chosen(question: ImportQuestion, ask: Callable[[str], str]) -> Choice:
    keys = " or ".join(one.key for one in question.choices)
    while True:
        choice = question.choice(ask(f"{keys}: "))
        if choice is not None:
            return choice
        print_lines([f"Answer {keys}; Ctrl+C leaves, and nothing is written."])


def _pairs(given: Iterable[str], otherwise: str) -> Iterator[tuple[str, str]]:
    for text in given:
        one, equals, other = text.rpartition("=")
        if not (equals and one.strip() and other.strip()):
            raise ImportProblem(otherwise)
        yield one.strip(), other.strip()


def _statuses(given: Iterable[str]) -> Iterator[tuple[str, Meant]]:
    for said, status in _pairs(given, "--status takes words and what they mean: --status 'CP Ext=protection_plan'."):
        meant = meant_by(status)
        if meant is None:
            raise ImportProblem(
                f"--status does not know '{one_line(status)}'. Say looked_after, protection_plan, in_need, assessment, "
                "care_leaver or closed."
            )
        yield said, meant


def _missing(given: Iterable[str]) -> Iterator[tuple[str, Gone]]:
    for child, became in _pairs(given, "--missing takes a child and what became of them: --missing C-1=closed."):
        if match_key(became) not in _GONE:
            raise ImportProblem(f"--missing does not know '{one_line(became)}'. Say closed, moved or ours.")
        yield child, _GONE[match_key(became)]


def _field(given: str) -> Field:
    if match_key(given) not in _FIELDS:
        raise ImportProblem(f"There is no column '{one_line(given)}' to say this of. Say {', '.join(_FIELDS)}.")
    return _FIELDS[match_key(given)]
