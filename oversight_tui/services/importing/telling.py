"""An import in words: how many of what in each team, then each thing by team and group."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from oversight_tui.exchange.leave_days import AN_ENTRY
from oversight_tui.exchange.tables import Remark
from oversight_tui.services.importing.compare import ChildLine, What
from oversight_tui.services.importing.not_known import Kept
from oversight_tui.services.importing.people import WorkerLine
from oversight_tui.services.importing.plan import ImportPlan
from oversight_tui.services.importing.taken_for import taken_for
from oversight_tui.words.dates import count, long_day, short_day
from oversight_tui.words.labels import BUCKET, STATUS, STATUS_SHORT, words_for

NO_TEAM = "No team"
_CELL = re.compile(r"(?P<tab>.+)!(?P<column>[A-Z]+)(?P<row>\d+)")
_READ = ("new", "reopened", "closed", "reallocated", "changed", "unchanged")  # each child of the lists is in one
_WITH_ITS_YEAR = date.min  # no day of a list is of that year
SHOWN_AT_FIRST = 5  # of a group, before the rest is only counted
LONGEST_LINE = 110

_OF_TEAM: Mapping[What, tuple[str, str]] = {
    "new": ("new child", "new children"),
    "reopened": ("open again", "open again"),
    "reallocated": ("moved to another worker", "moved to another worker"),
    "closed": ("closed", "closed"),
    "changed": ("changed", "changed"),
    "missing": ("no longer in the list", "no longer in the list"),
    "unallocated": ("without a worker", "without a worker"),
    "conflict": ("whose worker is in doubt", "whose worker is in doubt"),
}
_BECAME = {
    "closed": "closed, as you say; the day is not known",
    "moved": "closed here, with another team or authority as you say",
    "ours": "still yours, as you say, though no list has them",
}
_FIELDS = {
    "worker": "worker",
    "team": "team",
    "adviser": "personal adviser",
    "status": "status",
    "status_since": "status since",
    "date_of_birth": "date of birth",
    "last_seen": "last seen",
    "name": "name",
    "closed_on": "closed on",
    "held since": "held by",
    "held before": "held before by",
    "held until": "held until then by",
    "conflict": "two workers",
    "lists": "in",
    "in the list": "in the list",
    "staff_id": "number",
    "role": "role",
    "fte": "hours (FTE)",
    "newly_qualified_from": "newly qualified from",
    "agency": "agency",
    "starts": "first day",
    "leaves": "last day",
    "supervisor": "supervisor",
    "second_supervisor": "second supervisor",
    "last_supervised": "last supervised",
    "absence": "away",
    "also known as": "also known as",
}


class ToldGroup(Struct, frozen=True):
    """Things of one kind: how many of what, and each in words; `kind` is what they are, without how many."""

    title: str
    lines: tuple[str, ...]
    kind: str = ""


class ToldTeam(Struct, frozen=True):
    """What comes of one team: its name, the counts in one sentence, and the groups."""

    name: str
    counts: str
    groups: tuple[ToldGroup, ...]


class Told(Struct, frozen=True):
    """A whole import: what the files were taken for, each team, the workers, and what was left out or is doubtful."""

    files: str
    teams: tuple[ToldTeam, ...]
    others: tuple[ToldGroup, ...]
    says: str


def told(plan: ImportPlan) -> Told:
    """A plan in words."""
    lines = [line.__replace__(child=plan.called(line.child)) for line in plan.lines]
    return Told(_files(plan), tuple(_teams(lines)), tuple(_others(plan)), plan.says or _as_before(plan))


def told_lines(found: Told, *, full: bool) -> Iterator[str]:
    """The same as lines of text: counts first, then the groups, of which only the first few where not `full`."""
    yield found.files
    if found.says:
        yield found.says
    for team in found.teams:
        yield f"{team.name}: {team.counts}."
    if found.teams:
        yield ""
    groups = [(f"{team.name}, {group.title}", group) for team in found.teams for group in team.groups]
    groups += [(group.title, group) for group in found.others]
    for title, group in groups:
        yield f"{title}:"
        shown = group.lines if full else group.lines[:SHOWN_AT_FIRST]
        yield from (f"  {line if full or len(line) <= LONGEST_LINE else f'{line[:LONGEST_LINE]}…'}" for line in shown)
        if len(shown) < len(group.lines):
            yield f"  and {len(group.lines) - len(shown):,} more; --full lists each."


def written(plan: ImportPlan, found: Told) -> str:
    """What an import has brought, in a sentence."""
    parts = [f"{team.name}: {team.counts}" for team in found.teams]
    said = "; ".join([*parts, *(group.title for group in _workers(plan.workers))])
    day = f" as at {long_day(plan.as_at)}" if plan.as_at and plan.lists else ""
    return f"Written{day}: {said or 'nothing is new, and the data is newer'}."


def _files(plan: ImportPlan) -> str:
    of_kind: dict[str, list[str]] = {}
    for one in plan.files:
        of_kind.setdefault(taken_for(one.name, plan.tables.taken), []).append(one.name)
    names = "; ".join(_are(files, kind) for kind, files in of_kind.items())
    return f"{names}, as at {long_day(plan.as_at)}." if plan.lists and plan.as_at else f"{names}."


def _are(files: Sequence[str], kind: str) -> str:
    if len(files) == 1:
        return f"{files[0]} is {kind}"
    return f"{', '.join(files[:-1])} and {files[-1]} are {kind}"


def _as_before(plan: ImportPlan) -> str:
    """How many children were read of whom nothing changes; empty where there are none."""
    same, read = plan.counts["unchanged"], sum(plan.counts[one] for one in _READ)
    if not same:
        return ""
    children = count(read, "child", "children")
    if same == read:
        return f"{children} read, nothing about {'them' if read > 1 else 'it'} changes."
    return f"{children} read, nothing changes about {same:,} of them."


def _teams(lines: Sequence[ChildLine]) -> Iterator[ToldTeam]:
    names = sorted({line.team or NO_TEAM for line in lines}, key=lambda name: (name == NO_TEAM, name.casefold()))
    for name in names:
        of_team = [line for line in lines if (line.team or NO_TEAM) == name]
        groups = tuple(_groups(of_team))
        yield ToldTeam(name, ", ".join(group.title for group in groups), groups)


def _groups(lines: Sequence[ChildLine]) -> Iterator[ToldGroup]:
    for what, (one, several) in _OF_TEAM.items():
        found = [line for line in lines if line.what == what]
        number = len({line.child for line in found})
        if what == "changed":  # said of a child besides what else is said of them
            moved = {line.child for line in lines if line.what in ("reallocated", "reopened")}
            number = len({line.child for line in found} - moved) or number
        if found:
            title = f"{number:,} {one if number == 1 else several}"
            yield ToldGroup(title, tuple(_new(found) if what == "new" else map(_child, found)), several)


def _new(lines: Sequence[ChildLine]) -> Iterator[str]:
    """New children by who holds them, each with the status that was read, so that what is wrong is seen."""
    holders: dict[str, list[str]] = {}
    for line in lines:
        holders.setdefault(BUCKET.get(line.new or "", line.new or "nobody"), []).append(_with_status(line))
    for holder, children in sorted(holders.items(), key=lambda one: (-len(one[1]), one[0].casefold())):
        one = len(children) == 1
        yield f"{holder}: child {children[0]}" if one else f"{holder}, {len(children)} children: {', '.join(children)}"


def _with_status(line: ChildLine) -> str:
    return f"{line.child} ({words_for(STATUS_SHORT, line.status, 'status not known')})"


def _child(line: ChildLine) -> str:
    where = f" ({_place(line.where)})" if line.where else ""
    match line.what:
        case "closed":
            return f"{line.child}: {_value('closed_on', line.new)}{where}"
        case "missing":
            held = f", last with {line.old}" if line.old else ""
            if line.new is not None:
                return f"{line.child}{held}: {_BECAME[line.new]}"
            return f"{line.child}{held}: still on the board until you say what became of it"
        case "unallocated":
            return f"{line.child}{where}"
        case "conflict":
            return f"{line.child}: {line.new}{where}"
        case _:
            return f"{line.child}: {_change(line.field, line.old, line.new)}{where}"


def _place(where: str, *, with_column: bool = False) -> str:
    """A cell in words: `List_6!N7` is `List 6, row 7`."""
    found = _CELL.fullmatch(where)
    if found is None:
        return where
    column = f", column {found['column']}" if with_column else ""
    return f"{found['tab'].replace('_', ' ')}, row {found['row']}{column}"


def _change(field: str | None, old: str | None, new: str | None) -> str:
    name = field or ""
    said, before = _value(name, new), _value(name, old)
    what = _FIELDS.get(name, name)
    if old is None:
        return f"{what} {said}"
    if new is None:
        return f"{what} no longer {before}"
    return f"{what} {said}, was {before}"


def _value(field: str, value: str | None) -> str:
    """A value in words: days, states, buckets."""
    if value is None:
        return "not known"
    said = STATUS.get(value, BUCKET.get(value, value)) if field in ("status", "worker") else value
    return " ".join(_day(word) for word in said.split(" "))


def _day(word: str) -> str:
    bare = word.rstrip(",")
    try:
        return (
            f"{short_day(date.fromisoformat(bare), _WITH_ITS_YEAR)}{word[len(bare) :]}"
            if len(bare) == len("2026-11-20")
            else word
        )
    except ValueError:
        return word


def _others(plan: ImportPlan) -> Iterator[ToldGroup]:
    yield from _workers(plan.workers)
    if plan.still_open:
        number = count(len(plan.still_open), "child is", "children are")
        yield ToldGroup(
            f"{number} closed with something still open",
            tuple(str(one.__replace__(child=plan.called(one.child))) for one in plan.still_open),
        )
    reasons = tuple({remark.reason for remark in plan.not_taken})
    refused = [remark for remark in plan.refused if not any(one.endswith(remark.reason) for one in reasons)]
    for remarks, one, several in (
        (refused, "cell is left out", "cells are left out"),
        (plan.warnings, "cell to look at, taken as it stands", "cells to look at, taken as they stand"),
    ):
        if remarks:
            lines = tuple(f"{_what_and_where(remark)}: {remark.reason}" for remark in remarks)
            yield ToldGroup(count(len(remarks), one, several), lines)
    yield from _not_taken(plan)
    yield from _kept(plan)
    yield from _not_read(plan)


def _kept(plan: ImportPlan) -> Iterator[ToldGroup]:
    """What the lists do not say, or not readably, and stays as it was known."""
    if plan.kept:
        children = len({one.child for one in plan.kept})
        title = f"{count(children, 'child', 'children')}, not all of whom these lists tell: what was known stays"
        yield ToldGroup(title, tuple(_stays(one.__replace__(child=plan.called(one.child))) for one in plan.kept))
    for absent in plan.cover.absent:
        if absent.alone:
            number = count(len(absent.alone), "child keeps", "children keep")
            what = "is empty" if absent.is_empty else "is not here"
            day = f", {long_day(plan.cover.day)}" if plan.cover.day else ""
            title = f"{absent.list_name} {what}: {number} what was known, with its day{day}"
            yield ToldGroup(title, (", ".join(map(plan.called, absent.alone)),))


def _stays(one: Kept) -> str:
    if one.field == "open":
        return f"{one.child}: still open, since a list that showed the child is not here ({_place(one.where)})"
    return f"{one.child}: {_FIELDS[one.field]} {_value(one.field, one.value)} ({_place(one.where)})"


def _what_and_where(remark: Remark) -> str:
    where = _place(remark.where, with_column=True)
    return f"{remark.value} ({where})" if remark.value else where


def _not_taken(plan: ImportPlan) -> Iterator[ToldGroup]:
    """Rows that were left out, and tabs, those of one reason together."""
    for are_meant, title in ((_is_cell, "Rows that were not taken"), (_is_entry, "Entries that were not taken")):
        found = [one for one in plan.not_taken if are_meant(one.where)]
        if found:
            lines = (f"{_place(one.where)}{f' ({one.value})' if one.value else ''}: {one.reason}" for one in found)
            yield ToldGroup(title, tuple(lines))
    tabs: dict[str, list[str]] = {}
    for remark in plan.not_taken:
        if not _is_cell(remark.where) and not _is_entry(remark.where):
            tabs.setdefault(remark.reason, []).append(remark.where)
    if tabs:
        number = sum(map(len, tabs.values()))
        lines = (f"{', '.join(names)}: {reason}" for reason, names in sorted(tabs.items(), key=lambda one: len(one[1])))
        yield ToldGroup(count(number, "tab was not taken", "tabs were not taken"), tuple(lines))


def _is_cell(where: str) -> bool:
    return _CELL.fullmatch(where) is not None


def _is_entry(where: str) -> bool:
    """Whether it is the place of an entry of a calendar."""
    return where.startswith(AN_ENTRY)


def _not_read(plan: ImportPlan) -> Iterator[ToldGroup]:
    """Columns that are passed over, each heading once with the tabs that have it."""
    tabs: dict[tuple[str, str], list[str]] = {}
    for remark in plan.not_read:
        tabs.setdefault((remark.value, remark.reason), []).append(_place(remark.where).partition(",")[0])
    if tabs:
        title = count(len(tabs), "column is not read", "columns are not read")
        lines = (f"{heading}: {reason} ({', '.join(found)})" for (heading, reason), found in tabs.items())
        yield ToldGroup(title, tuple(lines))


def _workers(lines: Iterable[WorkerLine]) -> Iterator[ToldGroup]:
    new: list[str] = []
    changes: dict[str, list[str]] = {}
    for line in lines:
        if line.field == "worker":
            new.append(line.worker)
        else:
            changes.setdefault(line.worker, []).append(_change(line.field, line.old, line.new))
    of_new = Counter(new)
    if new:
        said = (f"{name}: {'; '.join(changes[name])}" if name in changes else name for name in new)
        yield ToldGroup(count(len(new), "new worker"), tuple(said))
    known = tuple(f"{name}: {'; '.join(said)}" for name, said in changes.items() if name not in of_new)
    if known:
        yield ToldGroup(f"{count(len(known), 'worker')} changed", known)
