"""What an import asks before it is written, one thing at a time, and what an answer makes of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Literal

from msgspec import Struct

from oversight_tui.services.importing.plan import ImportOptions, ImportPlan, OlderLists
from oversight_tui.words.text import match_key

Asked = Literal["same", "several", "desk", "older"]

# Words of a name that is a desk's and nobody's; local.
_OF_A_DESK = re.compile(
    r"\b(team|desk|duty|intake|unallocated|allocated|pool|screening|referrals?|mash|hub|vacan\w+|tbc|front door)\b",
    re.I,
)


class ImportQuestion(Struct, frozen=True):
    """`says` asks it, `yes` and `no` say what each answer does; `name` is whose name it is about, `known` the other,
    and `evidence` what is known of each.
    """

    asked: Asked
    says: str
    yes: str
    no: str
    name: str = ""
    known: str = ""
    evidence: tuple[str, ...] = ()


def older_lists(problem: OlderLists) -> ImportQuestion:
    """Whether lists that are older than those in the store are meant to be taken."""
    return ImportQuestion("older", problem.says, "take what they add; newer lists hold", "go back to the day")


def questions(plan: ImportPlan, answered: Collection[ImportQuestion] = ()) -> Iterator[ImportQuestion]:
    """What is to be asked of a plan, but for what was asked before."""
    of_teams = {match_key(one.name) for one in answered if one.asked == "several"}
    names = {match_key(one.name) for one in answered if one.asked in ("same", "desk")}
    for name, known in plan.alike:
        if match_key(name) not in names:
            says = f"The lists say {name}, and there is a worker {known}. Is that one person?"
            seen = tuple(plan.seen[one].says(one) for one in (known, name))
            yield ImportQuestion("same", says, f"one person: {known}", "two people", name, known, seen)
    for across in plan.across:
        if match_key(across.name) not in of_teams:
            one, several = (
                "one person, in all of these",
                "a person in each team, told apart by the team behind the name",
            )
            yield ImportQuestion("several", f"{across.says} Is that one person?", one, several, across.name)
    passed_over = {*plan.apart, *(name for name, _ in plan.alike)}
    for line in plan.workers:
        is_new = line.field == "worker" and line.worker not in passed_over and match_key(line.worker) not in names
        if is_new and _OF_A_DESK.search(line.worker):
            says = f"{line.worker} reads like a desk and not like a person. Is it a desk?"
            yield ImportQuestion("desk", says, "a desk: its children are on duty", "a person", line.worker)


def answer(asked: ImportOptions, question: ImportQuestion, *, yes: bool) -> ImportOptions:
    """How the import is asked for once a question was answered."""
    if question.asked == "several":
        return asked if yes else asked.__replace__(several=(*asked.several, question.name))
    if not yes:
        return asked
    match question.asked:
        case "same":
            return asked.__replace__(same={**(asked.same or {}), question.name: question.known})
        case "desk":
            return asked.__replace__(duty=(*asked.duty, question.name))
        case "older":
            return asked.__replace__(force=True)
