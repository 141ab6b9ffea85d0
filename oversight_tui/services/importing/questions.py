"""What an import asks before it is written, one thing at a time, each with the answers there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import Literal

from msgspec import Struct

from oversight_tui.exchange.date_order import DateColumn
from oversight_tui.exchange.extract import NearTab
from oversight_tui.services.importing.namesakes import AcrossTeams
from oversight_tui.services.importing.plan import ImportOptions, ImportPlan, OlderLists
from oversight_tui.words.text import match_key

BACK_TO_THE_DAY = "go back to the day"
Asked = Literal["same", "several", "desk", "older", "without", "dates"]

# Words of a name that is a desk's and nobody's; local.
_OF_A_DESK = re.compile(
    r"\b(team|desk|duty|intake|unallocated|allocated|pool|screening|referrals?|mash|hub|vacan\w+|tbc|front door)\b",
    re.I,
)


_IF = {"y": "If so", "n": "If not"}


class Choice(Struct, frozen=True, eq=False):
    """One answer: the key that gives it, what it is called, and what it does.

    `then` makes of how the import is asked for how it is once this was answered; `option` is what a command gives for
    it, empty where it is what is done unasked.
    """

    key: str
    label: str
    does: str
    then: Callable[[ImportOptions], ImportOptions]
    option: str = ""

    @property
    def by_option(self) -> str:
        """How a command gives it: `If so: --same 'A. Khan=Amira Khan'`."""
        return f"{_IF.get(self.key, f'For {self.label}')}: {self.option}"


class ImportQuestion(Struct, frozen=True, eq=False):
    """`says` asks it. `name` is whose name it is about, if anybody's, and `evidence` what is known of it; `rows` are
    those of the file that it is about, their headings first.

    Without an answer to one that `must` be answered nothing is written.
    """

    asked: Asked
    says: str
    choices: tuple[Choice, ...]
    name: str = ""
    evidence: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    must: bool = False

    def choice(self, key: str) -> Choice | None:
        """The answer that this key gives, if any."""
        return next((one for one in self.choices if one.key == key), None)


def older_lists(problem: OlderLists) -> ImportQuestion:
    """Whether lists that are older than those in the store are meant to be taken."""
    take = Choice("y", "Yes", "take what they add; newer lists hold", _with_force, "--force")
    return ImportQuestion("older", problem.says, (take, _leave(BACK_TO_THE_DAY)))


def questions(plan: ImportPlan, answered: Collection[ImportQuestion] = ()) -> Iterator[ImportQuestion]:
    """What is to be asked of a plan, but for what was asked before."""
    yield from _of_the_files(plan, {(one.asked, one.name) for one in answered})
    of_teams = {match_key(one.name) for one in answered if one.asked == "several"}
    names = {match_key(one.name) for one in answered if one.asked in ("same", "desk")}
    for name, known in plan.alike:
        if match_key(name) not in names:
            yield _same(plan, name, known)
    for across in plan.across:
        if match_key(across.name) not in of_teams:
            yield _several(across)
    passed_over = {*plan.apart, *(name for name, _ in plan.alike)}
    for line in plan.workers:
        is_new = line.field == "worker" and line.worker not in passed_over and match_key(line.worker) not in names
        if is_new and _OF_A_DESK.search(line.worker):
            yield _desk(line.worker)


def _of_the_files(plan: ImportPlan, asked: Collection[tuple[Asked, str]]) -> Iterator[ImportQuestion]:
    """The tabs first: without one of them the rest may not be worth the asking."""
    yield from (_without(near) for near in plan.near if ("without", near.tab) not in asked)
    yield from (_order(column) for column in plan.doubted if ("dates", column.name) not in asked)


def _without(near: NearTab) -> ImportQuestion:
    def go_on(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(without=(*asked.without, near.tab))

    says = f"The tab {near.tab} is {near.says}. Go on without it? If not, put its headings right and import again."
    leave = Choice("y", "Yes", f"leave {near.tab} out", go_on, f"--without {quoted(near.tab)}")
    return ImportQuestion("without", says, (leave,), near.tab, must=True)


def _order(column: DateColumn) -> ImportQuestion:
    def month_first(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(month_first=(*asked.month_first, column.name))

    def day_first(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(day_first=(*asked.day_first, column.name))

    says = f"{column.says} Does the month come first in the whole column?"
    month = Choice("y", "Yes", "the month first", month_first, f"--month-first {quoted(column.name)}")
    day = Choice("n", "No", "the day first; others are left out", day_first, f"--day-first {quoted(column.name)}")
    rows = tuple((str(row), written) for row, written in (*column.month_only, *column.examples))
    return ImportQuestion("dates", says, (month, day), column.name, rows=(("Row", column.heading), *rows))


def _same(plan: ImportPlan, name: str, known: str) -> ImportQuestion:
    def as_one(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(same={**(asked.same or {}), name: known})

    one = Choice("y", "Yes", f"one person: {known}", as_one, f"--same {quoted(f'{name}={known}')}")
    says = f"The lists say {name}, and there is a worker {known}. Is that one person?"
    seen = tuple(plan.seen[one].says(one) for one in (known, name))
    return ImportQuestion("same", says, (one, _leave("two people")), name, seen)


def _several(across: AcrossTeams) -> ImportQuestion:
    def apart(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(several=(*asked.several, across.name))

    one = Choice("y", "Yes", "one person, in all of these", _as_asked)
    several = "a person in each team, told apart by the team behind the name"
    two = Choice("n", "No", several, apart, f"--two {quoted(across.name)}")
    return ImportQuestion("several", f"{across.says} Is that one person?", (one, two), across.name)


def _desk(name: str) -> ImportQuestion:
    def as_desk(asked: ImportOptions) -> ImportOptions:
        return asked.__replace__(duty=(*asked.duty, name))

    desk = Choice("y", "Yes", "a desk: its children are on duty", as_desk, f"--bucket {quoted(name)}")
    says = f"{name} reads like a desk and not like a person. Is it a desk?"
    return ImportQuestion("desk", says, (desk, _leave("a person")), name)


def _leave(does: str) -> Choice:
    return Choice("n", "No", does, _as_asked)


def _as_asked(asked: ImportOptions) -> ImportOptions:
    return asked


def _with_force(asked: ImportOptions) -> ImportOptions:
    return asked.__replace__(force=True)


def quoted(name: str) -> str:
    """As every shell takes it whole, O'Brien too."""
    return f'"{name}"' if "'" in name else f"'{name}'"
