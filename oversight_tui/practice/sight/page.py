"""Line of sight as a page of text: numbers in words, with small bars of plain characters, that reads at eighty columns
and without colour. Nothing anybody typed is on it, and workers stand by their names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from textwrap import wrap

from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.sight.months import MonthFigures
from oversight_tui.practice.sight.supervisors import WEEKS
from oversight_tui.practice.sight.together import together
from oversight_tui.practice.sight.values import FigureKey, LateReason, Share, Sight, Spread, Supervisor, TeamSight
from oversight_tui.practice.sight.waiting import WAITING
from oversight_tui.words.dates import as_at_said, count, long_day, past_day, short_day
from oversight_tui.words.labels import BUCKET, RISK, words_for
from oversight_tui.words.sight import FIGURE, SHARE, percent_said, standing_said, why_late_said
from oversight_tui.words.text import one_line
from oversight_tui.words.then import passed_words

WIDTH = 80
_BAR = 20
_NAMED = 3  # teams at most
_STEP = "  "
NO_TEAM = "Children and workers of no team"
BANDS: Mapping[FigureKey, str] = {"spare": "with room", "full": "full", "over": "over", "far_over": "far over"}
# What stands behind a number in a list of several, so that it reads well of one and of many.
_BESIDE: Mapping[FigureKey, str] = {
    "waiting": "waiting for a worker",
    "on_duty": "on duty",
    "held_by_manager": "held by a manager",
    "supervised_due": "due",
    "supervised_overdue": "overdue",
    "supervised_never": "never",
    "supervised_not_yet": "not recorded yet",
    "supervised_paused": "paused while away",
    "discussed_due": "due",
    "discussed_overdue": "overdue",
    "discussed_never": "never",
    "discussed_not_yet": "not recorded yet",
    "visits_late": "late",
    "visits_not_known": "not known",
    "worries_open": "open",
    "worries_review_late": "past their review",
    "new": "new",
    "closed": "closed",
    "transferred_in": "transferred in",
    "transferred_out": "transferred out",
}
WAITING_TO_BE_DONE: tuple[FigureKey, ...] = (
    "decisions_without_because",
    "actions_late",
    "actions_carried",
    "not_on_file",
    "escalations_unanswered",
    "consultations_unanswered",
)
# What stands apart beside how many are in time.
SUPERVISED_APART: tuple[FigureKey, ...] = (
    *("supervised_due", "supervised_overdue", "supervised_never", "supervised_not_yet", "supervised_paused"),
)
DISCUSSED_APART: tuple[FigureKey, ...] = ("discussed_due", "discussed_overdue", "discussed_never", "discussed_not_yet")
VISITED_APART: tuple[FigureKey, ...] = ("visits_late", "visits_not_known")
OF_THE_MONTH: tuple[FigureKey, ...] = ("new", "closed", "transferred_in", "transferred_out")


def sight_page(sight: Sight, names: Mapping[WorkerId, str]) -> Iterator[str]:
    """The page: of several teams a line each, of one team everything. `names` are those of the workers who are late."""
    yield f"Line of sight, {long_day(sight.as_of)}"
    yield as_at_said(sight.as_of, sight.data_as_at)
    if sight.then is not None:
        yield passed_words(sight.then.recorded_by)
    if not sight.teams:
        yield "No team yet. Import a list first."
        return
    if len(sight.teams) > 1:
        yield ""
        yield from _side_by_side(sight.teams)
        yield from _trends(together(sight.teams), f"All {count(len(sight.teams), 'team')}, the months that are over")
    else:
        yield from _team(sight.teams[0], sight.as_of, names)
    yield ""
    yield from _supervisors(sight.supervisors, sight.as_of)


def _side_by_side(teams: Sequence[TeamSight]) -> Iterator[str]:
    """A line for each team by name, of numbers that stand under what they are."""
    yield _columns("Team", ("children", "per FTE", "nobody's", "superv.", "disc.", "visited"))
    for team in teams:
        cells = [str(team.count("children")), _rate(team.per_fte.mean), str(len(team.waiting))]
        cells += [_percent_of(team.shares[key]) for key in ("supervised", "discussed", "visited")]
        yield _columns(team.team or NO_TEAM, cells)
    yield ""
    yield from _wrapped(
        "Superv., disc. (discussed) and visited are percent in time; ! is below the floor, - nobody to count. Teams "
        "stand by name. One team with all its numbers: oversight sight --team NAME."
    )


def _columns(name: str, cells: Iterable[str]) -> str:
    return f"{_cut(one_line(name), 22):<22}" + "".join(f"{cell:>{9 if at else 8}}" for at, cell in enumerate(cells))


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _percent_of(share: Share) -> str:
    if share.percent is None:
        return "-"
    return f"{share.says}{' !' if share.standing == 'below_floor' else '  '}"


def _team(team: TeamSight, today: date, names: Mapping[WorkerId, str]) -> Iterator[str]:
    yield from _section(team.team or NO_TEAM, people_said(team))
    yield from _section("Caseloads", _caseloads(team))
    yield from _section("In time", _shares(team, today, names))
    if team.waiting:
        yield from _section("Children with no worker", (counted_said(team, WAITING.values()), *_waiting(team)))
    yield from _section("Worries", _worries(team))
    yield from _section("Waiting to be done", (f"|{FIGURE[key]:<36}{team.count(key):>4}" for key in WAITING_TO_BE_DONE))
    yield from _section(f"{today:%B %Y} so far", (f"Children: {counted_said(team, OF_THE_MONTH)}",))
    yield from _trends(team, "The months that are over")


def _trends(team: TeamSight, heading: str) -> Iterator[str]:
    if team.months:
        yield from _section(heading, (*_months(team.months), *without_said(team)))


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    yield ""
    yield one_line(heading)
    for line in lines:
        if line.startswith("|"):
            yield _STEP + line[1:]
        else:
            yield from _wrapped(line, _STEP)


def _wrapped(text: str, indent: str = "") -> Iterator[str]:
    yield from wrap(one_line(text), WIDTH, initial_indent=indent, subsequent_indent=indent * 2, break_on_hyphens=False)


def people_said(team: TeamSight) -> Iterator[str]:
    """Who there is, and which posts nobody fills, a sentence each."""
    fte = f"{team.fte:g} FTE" if team.fte is not None else "FTE not known"
    unknown = f", FTE of {team.fte_not_known} not known" if team.fte is not None and team.fte_not_known else ""
    yield f"{count(team.count('workers'), 'worker')}, {fte}{unknown}."
    agency = _some(team.count("agency"), "from an agency", team.agency_fte)
    known = agency if team.agency_fte is not None else "Whether anybody is from an agency is not known"
    away = _some(team.count("away"), "away today", team.away_fte)
    yield f"{known}; {away}; {team.count('newly_qualified')} newly qualified."
    if team.posts is None:
        yield "Vacancies not known: nobody has put in how many posts the team has."
    elif team.vacancy is None:
        yield f"{team.posts:g} FTE of posts; how much of it is vacant is not known."
    elif team.fte is not None and team.fte > team.posts:
        yield f"{team.posts:g} FTE of posts, {team.fte - team.posts:.3g} FTE over them."
    else:
        yield f"{team.posts:g} FTE of posts, {team.vacancy:g} FTE vacant."
    families = f"in {count(team.families, 'family', 'families')}" if team.families is not None else "families not known"
    yield f"{count(team.count('children'), 'child', 'children')}, {families}."


def _some(number: int, called: str, fte: float | None) -> str:
    return f"{number} {called}" + (f" ({fte:g} FTE)" if fte and number else "")


def _caseloads(team: TeamSight) -> Iterator[str]:
    yield f"Children per FTE: {spread_said(team.per_fte)}."
    if team.count("newly_qualified"):
        yield f"Of newly qualified workers: {spread_said(team.per_fte_newly_qualified)}."
    loads = [load for load in team.loads if load.percent is not None]
    if not loads:
        yield "No full caseload can be reckoned: no FTE is known, or the policy sets none."
        return
    for key, called in BANDS.items():
        yield f"|{called:<10}{_bar(team.count(key), len(loads))} {team.count(key):>3} of {len(loads)}"
    if team.spare_and_away:
        yield f"Of those with room {team.spare_and_away} away today."
    by = "points of the authority's own scheme" if loads[0].points is not None else "children"
    yield f"Against a full caseload for their FTE, in {by}."


def spread_said(spread: Spread) -> str:
    """Children per FTE, with the least and the most of one worker."""
    if spread.mean is None:
        return "not known"
    if spread.least == spread.most == spread.mean:
        return _rate(spread.mean)
    return f"{_rate(spread.mean)}; the least {_rate(spread.least)}, the most {_rate(spread.most)}"


def _rate(rate: float | None) -> str:
    return "-" if rate is None else f"{rate:.1f}"


def _shares(team: TeamSight, today: date, names: Mapping[WorkerId, str]) -> Iterator[str]:
    for key, share in team.shares.items():
        n_of_n = f"{share.in_time} of {share.of}"
        yield f"|{SHARE[key]:<30}{_bar(share.in_time, share.of)} {n_of_n:>12} {share.says:>6}"
        mark = "! " if share.standing == "below_floor" else ""
        yield f"{mark}{standing_said(share.standing, share.target, share.floor)}"
        if key == "supervised":
            yield _apart(team, SUPERVISED_APART)
            yield from (_reason(one, today, names) for one in _by_name(team.late, names))
        elif key == "discussed":
            yield _apart(team, DISCUSSED_APART)
        else:
            yield _apart(team, VISITED_APART)


def _apart(team: TeamSight, keys: Iterable[FigureKey]) -> str:
    return f"Of all: {counted_said(team, keys)}"


def _by_name(late: Iterable[LateReason], names: Mapping[WorkerId, str]) -> list[LateReason]:
    return sorted(late, key=lambda one: (names.get(one.worker, ""), one.worker))


def _reason(one: LateReason, today: date, names: Mapping[WorkerId, str]) -> str:
    since = past_day(one.since, today) if one.since is not None else ""
    booked = short_day(one.booked, today) if one.booked is not None else ""
    return f"- {names.get(one.worker, 'A worker')}: {why_late_said(one.why, since, booked)}."


def _waiting(team: TeamSight) -> Iterator[str]:
    for one in team.waiting:
        days = f"for {count(one.days, 'day')}" if one.days is not None else "for how long is not known"
        yield f"- {words_for(BUCKET, one.bucket).capitalize()} {days}, {words_for(RISK, one.risk)} risk."


def _worries(team: TeamSight) -> Iterator[str]:
    yield counted_said(team, ("worries_open", "worries_review_late"))
    for one in team.worries:
        called = f"severity {one.severity}" if one.severity is not None else "no severity"
        oldest = f", the oldest for {count(one.oldest_days, 'day')}" if one.oldest_days is not None else ""
        yield f"|{called:<12}{_bar(one.open, team.count('worries_open'))} {one.open:>3} open{oldest}"


def counted_said(team: TeamSight, keys: Iterable[FigureKey]) -> str:
    """Each number with what it counts."""
    return ", ".join(f"{team.count(key)} {_BESIDE[key]}" for key in keys) + "."


def _months(months: Iterable[MonthFigures]) -> Iterator[str]:
    yield f"|{'':<9}{'held':>5}{'canc.':>7}{'superv.':>9}{'discussed':>11}{'per FTE':>9}  children"
    for one in months:
        supervised, discussed = (
            _share_then(one.supervised, one.supervised_of),
            _share_then(one.discussed, one.discussed_of),
        )
        most = max((month.children for month in months), default=0)
        yield (
            f"|{one.last_day:%b %Y} {one.held:>5}{one.cancelled:>7}{supervised:>9}{discussed:>11}"
            f"{_rate(one.per_fte):>9}  {one.children:>4} {_bar(one.children, most, 14)}"
        )
    yield "Sessions held and cancelled are of the month; everything else stood so at its end, in percent in time."


def without_said(team: TeamSight) -> Iterator[str]:
    """Of several teams as one, which are not in its months."""
    if team.months_without:
        named = ", ".join(one_line(name or NO_TEAM) for name in team.months_without[:_NAMED])
        more = len(team.months_without) - _NAMED
        yield f"Without {named}{f' and {more} more' if more > 0 else ''}, of which less is known."


def _share_then(in_time: int, of: int) -> str:
    return percent_said(100 * in_time / of) if of else "-"


def _bar(number: int, of: int, cells: int = _BAR) -> str:
    """So many of so many as a bar; something of all that is not none, and not full before it is."""
    filled = round(cells * number / of) if of else 0
    filled = max(filled, int(number > 0))
    filled = min(filled, cells if number == of else cells - 1)
    return "#" * filled + "." * (cells - filled)


def _supervisors(supervisors: Sequence[Supervisor], today: date) -> Iterator[str]:
    yield "Those who supervise"
    if not supervisors:
        yield "  Nobody is named as a supervisor, and nobody has held a session."
    for one in supervisors:
        yield from _wrapped(f"{one.name}: {_of_supervisor(one, today)}", _STEP)
    if supervisors:
        yield from _wrapped(f"Sessions are one-to-ones of the last {WEEKS} weeks.")


def _of_supervisor(one: Supervisor, today: date) -> str:
    span = f"{count(one.workers, 'worker')} with {count(one.children, 'child', 'children')}"
    held = f"{one.held} held of {count(one.to_hold, 'session')}" if one.to_hold else "no session to hold"
    if one.worker is None:
        own = "no worker here goes by this name, so their own supervision is not known"
    elif one.own_last is None:
        own = "own supervision not recorded"
    else:
        own = f"own supervision last on {past_day(one.own_last, today)}"
    return f"{span}; {held}; {own}; {_programme(one, today)}."


def _programme(one: Supervisor, today: date) -> str:
    if one.programme is None:
        return "no programme recorded"
    began = f" from {past_day(one.programme_from, today)}" if one.programme_from is not None else ""
    until = f" to {short_day(one.programme_until, today)}" if one.programme_until is not None else ""
    stands = {True: ", completed", False: ", given up", None: ", under way"}[one.programme_completed]
    return f"{one.programme}{began}{until}{stands}"
