"""The page for the case for resources, in words: what moved, where it goes, what if, whether the cycle holds, what it
would take. Workers stand by name and are not ranked; no word that was typed about anybody is here.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from msgspec import Struct

from oversight_tui.practice.agenda import Cycle
from oversight_tui.practice.sight.known_changes import KnownChange
from oversight_tui.practice.sight.outlook import Ahead, Course, WorkerThen
from oversight_tui.practice.sight.pressure_words import pressures_said
from oversight_tui.practice.sight.projecting import AHEAD, FEWEST_WEEKS, Range
from oversight_tui.practice.sight.team_outlook import TeamOutlook
from oversight_tui.practice.sight.values import FigureKey
from oversight_tui.practice.sight.what_if_asked import WhatIf
from oversight_tui.words.dates import count, long_day

_BANDS: dict[FigureKey, str] = {
    "spare": "room",
    "full": "full",
    "over": "over",
    "far_over": "far over",
}
_HALF = 0.05  # of what is said with one decimal
KEPT_MEANS = (
    "Of each worker: the children, how that stands to a full caseload for their FTE, and whether the cycle is kept. "
    "Kept: by the sessions planned, and after them ones at the ideal interval, no child of theirs passes the limit. "
    "Short by 3: three do."
)
METHOD = (
    "Weeks to come are taken to be like those gone by, each as likely as another; four of five ways to add them up lie "
    "in the range. Whoever leaves has their children shared out by family to whoever then has most room. Children who "
    "are to be expected have the risks of the present ones, and their talks at even distances. Where fewer come than "
    "go, nobody's agenda is made shorter: nobody knows whose they are. These are figures to plan with, and no forecast."
)


class Section(Struct, frozen=True):
    """One part of the page: its heading, its lines, and under them a table with its columns where it has one.
    `is_method` says that it tells how the rest was reckoned.
    """

    heading: str
    lines: tuple[str, ...]
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    is_method: bool = False


def page_of(found: TeamOutlook) -> Iterator[Section]:
    """The page, from top to bottom."""
    yield Section("Now", tuple(_now(found)))
    yield Section("The pressures that moved most", tuple(pressures_said(found.pressures)))
    yield Section("If nothing changes", tuple(_unchanged(found)))
    if found.outlook.asked is not None:
        yield Section(f"What if {asked_said(found)}", tuple(_asked(found, found.outlook.asked)))
    end = long_day(found.outlook.end)
    yield Section(
        f"Can the supervision cycle be kept up to {end}?", (KEPT_MEANS,), _columns(found), tuple(_cycles(found))
    )
    yield Section("What it would take", tuple(_takes(found)))
    yield Section("How it was reckoned", (METHOD,), is_method=True)


def asked_said(found: TeamOutlook) -> str:
    """`Nadia Rehman leaves on 31 Dec 2026, and 2 children a week more come`."""
    asked = found.asked
    parts = [f"{found.names[one.worker]} leaves on {long_day(one.last_day)}" for one in asked.leaves]
    parts += [f"{found.names[one.worker]} is back on {long_day(one.first_day)}" for one in asked.back]
    parts += [_more_said(asked)] if asked.more else []
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _more_said(asked: WhatIf) -> str:
    comes = "comes" if abs(asked.more) == 1 else "come"
    way = "more" if asked.more > 0 else "fewer"
    return f"{count(abs(asked.more), 'child', 'children')} a week {way} {comes}"


def _now(found: TeamOutlook) -> Iterator[str]:
    sight, (now,) = found.sight, found.outlook.today.ahead
    workers = count(sight.count("workers"), "worker")
    if now.fte is None:
        yield f"{workers}; nobody's FTE is known, so nothing per FTE can be said."
    else:
        present = "" if now.present_fte == now.fte else f", {_one(now.present_fte or 0)} of them not away today"
        lacking = f"; of {sight.fte_not_known} the FTE is not known" if sight.fte_not_known else ""
        yield f"{workers}, {_one(now.fte)} FTE{present}{lacking}."
    if sight.agency_fte is not None:
        yield f"{_one(sight.agency_fte)} FTE are from an agency." if sight.agency_fte else "Nobody is from an agency."
    if sight.vacancy is not None and sight.posts is not None:
        over = (sight.fte or 0) - sight.posts
        stands = f"{_one(over)} fewer than there are" if over > 0 else f"of which {_one(sight.vacancy)} are vacant"
        yield f"Posts: {_one(sight.posts)} FTE, {stands}."
    yield f"{_children(sight.count('children'))}, {sight.count('unallocated')} with no worker. {_per_fte(now)}".rstrip()
    others = sight.count("children") - sight.count("unallocated") - sight.carrying
    if others > 0:
        yield f"{_children(others)} of these with workers who have left, or whose FTE is not known, and so not in that."


def _per_fte(ahead: Ahead) -> str:
    """The children per FTE at one time, and of those who are there."""
    per, present = ahead.per_fte, ahead.per_present_fte
    if per is None:
        return ""
    of_those_here = f"; {_range(present)} of those not away" if present and ahead.present_fte != ahead.fte else ""
    return f"{_range(per)} children per FTE{of_those_here}."


def _unchanged(found: TeamOutlook) -> Iterator[str]:
    weeks, course = found.outlook.weeks, found.outlook.unchanged
    if len(weeks) < FEWEST_WEEKS or course.net_a_week is None:
        yield (
            f"Of {count(len(weeks), 'week')} it is known who came and went; from {FEWEST_WEEKS} on it is said where "
            "that leads."
        )
    else:
        new, closed = sum(one.new for one in weeks), sum(one.closed for one in weeks)
        came, went = sum(one.transferred_in for one in weeks), sum(one.transferred_out for one in weeks)
        yield (
            f"In the {count(len(weeks), 'week')} from {long_day(weeks[0].first)} to {long_day(weeks[-1].last)}: "
            f"{new} new, {closed} closed, {came} transferred in, {went} transferred out; that is "
            f"{_a_week(course.net_a_week)}."
        )
    yield from _ahead(course)
    yield from (_known(one) for one in found.known)
    yield from _with_nobody(course)


def _a_week(net: float) -> str:
    if abs(net) < _HALF:
        return "as many as went"
    return f"{_one(abs(net))} children a week {'more' if net > 0 else 'fewer'}"


def _ahead(course: Course) -> Iterator[str]:
    for one in course.ahead:
        held = f"{_range(one.children, whole=True)} children with a worker"
        fte = f", {_one(one.fte)} FTE" if one.fte is not None else ""
        per = f": {_per_fte(one)}" if one.per_fte is not None else "."
        yield f"In {one.weeks} weeks, {long_day(one.on)}: {held}{fte}{per}"


def _with_nobody(course: Course) -> Iterator[str]:
    if course.with_nobody > 0:
        yield f"{_children(course.with_nobody)} more would have no worker: nobody is there to take them."


def _known(one: KnownChange) -> str:
    on = f" {long_day(one.on)}" if one.on is not None else ""
    return {
        "leaves": f"Known: {one.worker} leaves,{on} is the last day.",
        "starts": f"Known: {one.worker} starts on{on}.",
        "back": f"Known: {one.worker} is back on{on}.",
        "away": f"Known: {one.worker} is away from{on}.",
        "no_return": f"{one.worker} is away and no return is known.",
    }[one.kind]


def _asked(found: TeamOutlook, course: Course) -> Iterator[str]:
    yield from _ahead(course)
    if not course.ahead:
        yield "Too few weeks are known to say where the number of children goes."
    yield from _with_nobody(course)


def _columns(found: TeamOutlook) -> tuple[str, ...]:
    asked = ("what if",) if found.outlook.asked is not None else ()
    return ("worker", "FTE", "now", "if nothing changes", *asked)


def _cycles(found: TeamOutlook) -> Iterator[tuple[str, ...]]:
    today, unchanged, asked = found.outlook.today, found.outlook.unchanged, found.outlook.asked
    courses = [today, unchanged, *([asked] if asked is not None else [])]
    everybody = {one.worker: one for course in reversed(courses) for one in course.workers}
    for one in sorted(everybody.values(), key=lambda one: (one.name, one.worker)):
        newly = ", newly qualified" if one.newly_qualified else ""
        fte = f"{_one(one.fte)} FTE{newly}" if one.fte is not None else f"FTE not known{newly}"
        yield one.name, fte, *(_worker(course.worker(one.worker)) for course in courses)


def _worker(one: WorkerThen | None) -> str:
    if one is None:
        return "not here"
    band = f" ({_BANDS[one.band]})" if one.band is not None else ""
    return f"{one.children}{band}, {cycle_said(one.cycle)}"


def cycle_said(cycle: Cycle) -> str:
    """`kept`, or by how many children it is not."""
    return "kept" if cycle.kept else f"short by {cycle.short_by}"


def _takes(found: TeamOutlook) -> Iterator[str]:
    if found.full_caseload is None:
        yield "The policy has no full caseload, so it cannot be said (full_caseload in [sight])."
        return
    if found.outlook.today.ahead[0].full is None:
        yield "Nobody's FTE is known, so it cannot be said."
        return
    yield (
        f"A full caseload is {found.full_caseload} children of a full-time worker, fewer of a newly qualified one, who "
        "counts for as much less FTE here."
    )
    yield f"Now: {_fte_of(found, found.outlook.today.ahead[0])}"
    for course, when in ((found.outlook.unchanged, "If nothing changes"), (found.outlook.asked, "If that comes about")):
        if course is not None and course.ahead:
            yield f"{when}, in {AHEAD[-1]} weeks: {_fte_of(found, course.ahead[-1])}"


def _fte_of(found: TeamOutlook, ahead: Ahead) -> str:
    needed, short = found.fte_for(ahead), found.fte_short(ahead)
    takes = (
        f"{_range(ahead.children, whole=True)} children are full caseloads for {_range(needed)} FTE" if needed else ""
    )
    if short is None:
        return f"{takes}; nobody whose FTE is known is there."
    if abs(short) < _HALF:
        return f"{takes}, which is what there is."
    return f"{takes}; that is {_one(abs(short))} FTE {'more' if short > 0 else 'less'} than there are."


def _range(one: Range | None, *, whole: bool = False) -> str:
    """`134 (128 to 140)`, or the one number where it is no range."""
    if one is None:
        return ""
    low, mean, high = ((_whole(number) if whole else _one(number)) for number in (one.low, one.mean, one.high))
    return mean if low == mean == high else f"{mean} ({low} to {high})"


def _children(number: int) -> str:
    return count(number, "child", "children")


def _whole(number: float) -> str:
    return f"{floor(number + 0.5)}"


def _one(number: float) -> str:
    return f"{number:.1f}"
