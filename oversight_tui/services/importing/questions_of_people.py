"""What is asked of the workers whom lists name: one person or two, a person or a desk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from oversight_tui.services.importing.asked import Choice, ImportOptions, ImportQuestion, as_asked, quoted
from oversight_tui.services.importing.names_alike import words_of
from oversight_tui.services.importing.namesakes import AcrossTeams
from oversight_tui.services.importing.plan import ImportPlan

# Words of a name that is a desk's and nobody's; local.
_OF_A_DESK = re.compile(
    r"\b(team|desk|duty|intake|unallocated|allocated|pool|screening|referrals?|mash|hub|vacan\w+|tbc|front door)\b",
    re.I,
)
_NO_SLIP = 5  # children under a name that is spelled as it is meant; local


def of_people(plan: ImportPlan) -> Iterator[ImportQuestion]:
    """Of names that may be one person's, of one name in several teams, of names that read like a desk's."""
    candidates: dict[str, list[str]] = {}
    for name, known in plan.alike:
        candidates.setdefault(name, []).append(known)
    for name, several in candidates.items():
        yield _same(plan, name, several)
    for across in plan.across:
        yield _several(across)
    passed_over = {*plan.apart, *candidates}
    for line in plan.workers:
        if line.field == "worker" and line.worker not in passed_over and _OF_A_DESK.search(line.worker):
            yield _desk(line.worker)


def _same(plan: ImportPlan, name: str, candidates: Sequence[str]) -> ImportQuestion:
    def as_one(known: str, key: str, label: str) -> Choice:
        def then(asked: ImportOptions) -> ImportOptions:
            return asked.__replace__(same={**(asked.same or {}), name: known})

        return Choice(key, label, f"one person: {known}", then, f"--same {quoted(f'{name}={known}')}")

    def apart(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(different=(*asked.different, *((name, known) for known in candidates)))

    evidence = tuple(plan.seen[one].says(one) for one in (*candidates, name))
    ways = " ".join(f"--different {quoted(f'{name}={known}')}" for known in candidates)
    choices: tuple[Choice, ...]
    if len(candidates) == 1:
        known = candidates[0]
        there_is = "there is a worker" if plan.seen[known].is_known else "also"
        says = f"The lists say {name}, and {there_is} {known}. Is that one person?"
        choices = as_one(known, "y", "Yes"), Choice("n", "No", "two people", apart, ways)
    else:
        says = f"The lists say {name}. Is that one of {', '.join(candidates)}?"
        each = (as_one(known, str(number), known) for number, known in enumerate(candidates[:9], 1))
        choices = *each, Choice("n", "None", "somebody else", apart, ways)
    must = not all(_may_well_be_two(plan, name, known) for known in candidates)
    return ImportQuestion("same", says, choices, name, evidence, must=must)


def _may_well_be_two(plan: ImportPlan, name: str, known: str) -> bool:
    """Whether each holds as many children in these lists as no slip of the pen does, and their words differ."""
    held = min(len(plan.seen[one].in_lists) for one in (name, known))
    return held >= _NO_SLIP and words_of(name) != words_of(known)


def _several(across: AcrossTeams) -> ImportQuestion:
    def apart(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(several=(*asked.several, across.name))

    def together(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(one=(*asked.one, across.name))

    one = Choice("y", "Yes", "one person, in all of these", together, f"--one {quoted(across.name)}")
    several = "a person in each team, told apart by the team behind the name"
    two = Choice("n", "No", several, apart, f"--two {quoted(across.name)}")
    return ImportQuestion("several", f"{across.says} Is that one person?", (one, two), across.name, must=True)


def _desk(name: str) -> ImportQuestion:
    def as_desk(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(duty=(*asked.duty, name))

    desk = Choice("y", "Yes", "a desk: its children are on duty", as_desk, f"--bucket {quoted(name)}")
    says = f"{name} reads like a desk and not like a person. Is it a desk?"
    return ImportQuestion("desk", says, (desk, Choice("n", "No", "a person", as_asked)), name)
