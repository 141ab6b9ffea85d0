"""Many teams as a table: a row a team, by name, and one for all of them. No worker stands in it, and nothing ranks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from oversight_tui.practice.sight.page import counted_said
from oversight_tui.practice.sight.values import FigureKey, ShareKey, TeamSight
from oversight_tui.practice.sight.waiting import WAITING
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.sight.shares import TONE, n_of_n, share_said, sign_of
from oversight_tui.ui.widgets.rows import Cell, Column, Line
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.ui.widgets.tones import Tone
from oversight_tui.words.dates import count
from oversight_tui.words.sight import FIGURE, SHARE, WHY_LATE
from oversight_tui.words.text import one_line

ALL = "all"  # the key of the row of all teams together
NO_TEAM = "no team"


class _Number(NamedTuple):
    """One column: what it counts, its heading, its width, and from and below which width of the list it stands."""

    key: FigureKey | ShareKey
    title: str
    width: int
    from_width: int = 0
    alarm: bool = False
    below_width: int = 0


_APART_FROM = 190  # children without a worker are three numbers where there is room for them
_NUMBERS = (
    _Number("workers", "workers", 7, 100),
    _Number("children", "children", 8),
    _Number("unallocated", "no worker", 9, alarm=True, below_width=_APART_FROM),
    _Number("waiting", "waiting", 7, _APART_FROM, alarm=True),
    _Number("on_duty", "on duty", 7, _APART_FROM, alarm=True),
    _Number("held_by_manager", "by manager", 10, _APART_FROM),
    _Number("supervised", "supervised", 11),
    _Number("supervised_overdue", "overdue", 7, 120, alarm=True),
    _Number("discussed", "discussed", 14),
    _Number("discussed_overdue", "overdue", 7, 120, alarm=True),
    _Number("visited", "seen", 14, 140),
    _Number("visits_late", "late", 5, 140, alarm=True),
    _Number("worries_open", "worries", 7, 88),
    _Number("worries_review_late", "late", 5, 150, alarm=True),
    _Number("actions_late", "actions late", 12, 170, alarm=True),
    _Number("decisions_without_because", "no because", 10, 185, alarm=True),
)
_PER_FTE_FROM = 110
TEAMS = (
    Column(title="team"),
    Column(7, "right", title="per FTE", apart=True, from_width=_PER_FTE_FROM),
    *(
        Column(one.width, "right", one.from_width, one.title, one.below_width, whole=True, apart=True)
        for one in _NUMBERS
    ),
)


def team_rows(teams: Sequence[TeamSight], whole: TeamSight, names: Names) -> Iterator[Line]:
    """Each team, and all of them together as the first row."""
    yield Line(ALL, _cells(whole, f"all {count(len(teams), 'team')}", names, "strong"), counted=False)
    for place, team in enumerate(teams):
        yield Line(str(place), _cells(team, name_of(team), names, "plain"))


def name_of(team: TeamSight) -> str:
    """A team's name."""
    return one_line(team.team) if team.team else NO_TEAM


def _cells(team: TeamSight, name: str, names: Names, tone: Tone) -> tuple[Cell, ...]:
    mean = team.per_fte.mean
    per_fte = Cell(f"{mean:.1f}" if mean is not None else names.glyphs.dot, "plain" if mean is not None else "quiet")
    return (Cell(name, tone), per_fte, *(_number(one, team, names) for one in _NUMBERS))


def _number(one: _Number, team: TeamSight, names: Names) -> Cell:
    """A number that opens exactly the rows it counts."""
    if one.key == "supervised" or one.key == "discussed" or one.key == "visited":
        share = team.shares[one.key]
        sign = sign_of(share.standing, names.glyphs)
        return Cell(f"{sign} {n_of_n(share)}".strip(), TONE[share.standing], opens=one.key if share.in_time else "")
    number = team.count(one.key)
    if not number:
        return Cell(names.glyphs.dot, "quiet")
    return Cell(str(number), "alarm" if one.alarm else "plain", opens=one.key)


def team_in_words(team: TeamSight, name: str) -> tuple[Passage, ...]:
    """What stands in a row, in words: where each share stands, why workers are late without their names, what waits."""
    found = [Passage(name, "strong")]
    for key in ("supervised", "discussed", "visited"):
        share = team.shares[key]
        found.append(Passage(f"{SHARE[key]}: {n_of_n(share)}, {share_said(share)}", TONE[share.standing], hang=2))
    why = Counter(one.why for one in team.late)
    if why:
        reasons = ", ".join(f"{number} {WHY_LATE[one]}" for one, number in why.most_common())
        found.append(Passage(f"Why workers are late: {reasons}", hang=2))
    if team.count("unallocated"):
        found.append(Passage(f"Children with no worker: {counted_said(team, WAITING.values())}", hang=2))
    waiting: list[FigureKey] = ["worries_review_late", "actions_late", "escalations_unanswered"]
    said = [f"{FIGURE[key]}: {team.count(key)}" for key in waiting if team.count(key)]
    return (*found, *((Passage("; ".join(said), hang=2),) if said else ()))
