"""Which view of line of sight is shown, of which of the teams, and where one was in it. Knows no widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, cast

from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.sight.effect_values import EVERY_KEY, Effect, EffectFigure, TeamEffect
from oversight_tui.practice.sight.effect_words import figure_said
from oversight_tui.practice.sight.team_outlook import TeamOutlook
from oversight_tui.practice.sight.together import together
from oversight_tui.practice.sight.values import IN_TIME, Figure, FigureKey, ShareKey, Sight, TeamSight
from oversight_tui.practice.sight.what_if_asked import NamedWhatIf
from oversight_tui.ui.actions import Action, ActionId
from oversight_tui.ui.present.effect import EFFECT, effect_rows, figure_of_row
from oversight_tui.ui.present.names import Names
from oversight_tui.ui.present.outlook import outlook_passages
from oversight_tui.ui.present.sight.now import NOW, now_rows
from oversight_tui.ui.present.sight.opened import EvidenceRows
from oversight_tui.ui.present.sight.supervisors import SUPERVISORS, supervisor_rows
from oversight_tui.ui.present.sight.teams import ALL, TEAMS, name_of, team_in_words, team_rows
from oversight_tui.ui.present.sight.trends import missing_said, trend_plots
from oversight_tui.ui.widgets.plot import Piece, Plot
from oversight_tui.ui.widgets.rows import Column, Line
from oversight_tui.ui.widgets.text_block import Passage
from oversight_tui.ui.widgets.text_line import Part
from oversight_tui.words.dates import count, long_day, short_day
from oversight_tui.words.sight import FIGURE, SHARE
from oversight_tui.words.then import as_at_words

if TYPE_CHECKING:
    from oversight_tui.services.sight.months import Months

View = Literal["now", "trends", "pressures", "effect", "supervisors"]
_ACTIONS: Mapping[ActionId, View] = {
    "sight_now": "now",
    "sight_trends": "trends",
    "sight_pressures": "pressures",
    "sight_effect": "effect",
    "sight_supervisors": "supervisors",
}
_OF_ONE_TEAM = "Where it goes is worked out for one team: Enter on a team among the numbers of today opens it."
Cursor = tuple[str, int | None]  # the key of a row, and the column of a number in it


class SightViews:
    """`chosen` is the place of a team among many, None for the table of them and what is of all of them together; of
    one team it is 0.
    """

    def __init__(self, sight: Sight, people: Mapping[WorkerId, str]) -> None:
        self.view: View = "now"
        self.take(sight, people)
        self.chosen: int | None = 0 if len(sight.teams) == 1 else None
        self._all_chosen = False  # all teams together, looked at as one
        self._cursors: dict[tuple[View, int | None, bool], Cursor] = {}
        self._working_out = ""
        self.worked_out = False
        self._asked: dict[str, NamedWhatIf] = {}

    def take(self, sight: Sight, people: Mapping[WorkerId, str]) -> None:
        """The numbers as they are now."""
        self.sight = sight
        self.people = people
        self.whole = together(sight.teams) if sight.teams else None
        self._outlooks: dict[str, TeamOutlook] = {}
        self.effect: Effect | None = None

    def go_on(self, done: int, of: int, months: Months) -> None:
        """So many of the months that are to be worked out are, and these are there."""
        self.worked_out = done >= of
        self._working_out = "" if self.worked_out else f"Working out the months: {done} of {of}."
        teams = [
            one.__replace__(months=months.get(one.team_id, ())) if one.team_id is not None else one
            for one in self.sight.teams
        ]
        self.sight = self.sight.__replace__(teams=tuple(teams))
        self.whole = together(teams) if teams else None
        if self.worked_out and of:
            self._outlooks = {}  # by the months it is known which pressures moved most

    # --- Where one is -----------------------------------------------------------------------------

    @property
    def is_table(self) -> bool:
        """Whether the teams are shown one under the other."""
        return self.view == "now" and self.chosen is None and not self._all_chosen

    @property
    def is_list(self) -> bool:
        """Whether the view is rows, and neither plots nor words."""
        return self.view not in ("trends", "pressures")

    @property
    def is_one_of_many(self) -> bool:
        """Whether one of many teams is shown alone, or all as one."""
        return len(self.sight.teams) > 1 and (self.chosen is not None or self._all_chosen)

    @property
    def cursor(self) -> Cursor:
        """Where the cursor was in this view."""
        return self._cursors.get((self.view, self.chosen, self._all_chosen), ("", None))

    def remember(self, key: str, cell: int | None) -> None:
        """Where the cursor is in this view."""
        self._cursors[self.view, self.chosen, self._all_chosen] = key, cell

    def enter_team(self, key: str) -> None:
        """The own view of the team of a row, or of all of them together."""
        self.chosen, self._all_chosen = self.team_at(key), key == ALL

    def leave_team(self) -> None:
        """The table again."""
        self.chosen, self._all_chosen = None, False
        self.view = "now"

    def team_at(self, key: str) -> int | None:
        """The place of the team in this row of the table; None for all of them."""
        return None if key == ALL else int(key)

    def _team(self, place: int | None) -> TeamSight | None:
        return self.whole if place is None else self.sight.teams[place]

    # --- Numbers ----------------------------------------------------------------------------------

    def figure(self, place: int | None, key: str) -> Figure | None:
        """What a number of a team counts; None where the row has none."""
        team = self._team(place)
        if team is None or (key not in team.figures and key not in team.shares):
            return None
        parts = IN_TIME[cast(ShareKey, key)] if key in team.shares else (cast(FigureKey, key),)
        figures = [team.figures[part] for part in parts]
        return Figure(
            figures[0].key,
            tuple(one for figure in figures for one in figure.workers),
            tuple(one for figure in figures for one in figure.children),
            tuple(one for figure in figures for one in figure.entries),
        )

    def what(self, place: int | None, key: str) -> str:
        """What a number counts, and of which team: `North: children with no worker`."""
        said = SHARE[cast(ShareKey, key)] if key in SHARE else FIGURE[cast(FigureKey, key)]
        team = self._team(place)
        return f"{self._name(team)}: {said}" if team is not None else said

    def evidence(self, key: str) -> EvidenceRows | None:
        """What a number of what came of it counts; None where the row has none."""
        figure = figure_of_row(self._effect_of_team(), key) if self.effect is not None else None
        return EvidenceRows(self.effect, figure) if self.effect is not None and figure is not None else None

    def evidence_of(self, rows: EvidenceRows) -> str:
        """What they are counted of, and of which team: `North: children discussed: seen within 14 days after`."""
        said = figure_said(rows.effect, rows.figure.key)
        team = self._team(self.chosen)
        return f"{self._name(team)}: {said}" if team is not None else said

    def _effect_of_team(self) -> TeamEffect:
        """Of the team that is shown, or of all of them."""
        assert self.effect is not None
        team = self._team(self.chosen)
        shown = [one for one in self.effect.teams if self.chosen is None or (team and one.team_id == team.team_id)]
        return TeamEffect(
            None,
            None,
            {key: EffectFigure(key, tuple(row for one in shown for row in one.figures[key].rows)) for key in EVERY_KEY},
        )

    def supervisor(self, key: str) -> WorkerId | None:
        """Who supervises in this row, where they are a worker here."""
        return self.sight.supervisors[int(key)].worker

    # --- What is shown ----------------------------------------------------------------------------

    def title(self) -> tuple[tuple[Part, ...], ...]:
        """Whose numbers these are, of which day, and how old the lists are behind them."""
        team = self._team(self.chosen)
        whose = self._name(team) if team is not None else "no team yet"
        then = self.sight.then
        day = as_at_words(self.sight.as_of, then.recorded_by) if then is not None else long_day(self.sight.as_of)
        listed = self.sight.data_as_at
        age = f" lists as at {short_day(listed, self.sight.as_of)} " if listed is not None else " no list imported "
        head = Part(f" Line of sight: {whose}, {day} ", "bold")
        return (head, Part(age, "$text-muted")), (head,)

    def tabs(self, actions: Sequence[Action]) -> tuple[tuple[Part, ...], ...]:
        """The views with their digits, the one that is shown as what it is."""
        shown = [action for action in actions if action.id in _ACTIONS]
        parts = [
            Part(f" {action.shown} {action.label} ", "bold reverse" if self._is_here(action.id) else "bold", action.id)
            for action in shown
        ]
        return (tuple(parts),)

    def _is_here(self, action_id: ActionId) -> bool:
        return _ACTIONS[action_id] == self.view

    def columns(self) -> tuple[Column, ...]:
        """The columns of the list."""
        if self.view == "effect":
            return EFFECT
        return SUPERVISORS if self.view == "supervisors" else TEAMS if self.is_table else NOW

    def lines(self, names: Names) -> tuple[Line, ...]:
        """The rows of the list."""
        if self.whole is None:
            return ()
        if self.view == "supervisors":
            return tuple(supervisor_rows(self.sight.supervisors, self.sight.as_of, names))
        if self.view == "effect":
            return tuple(effect_rows(self.effect, self._effect_of_team())) if self.effect is not None else ()
        if self.is_table:
            return tuple(team_rows(self.sight.teams, self.whole, names))
        team = self._team(self.chosen)
        return tuple(now_rows(self.sight, team, self.people, names)) if team is not None else ()

    def in_words(self, key: str) -> tuple[Passage, ...]:
        """A row of the table in words."""
        team = self._team(self.team_at(key)) if self.is_table and key else None
        return team_in_words(team, self._name(team)) if team is not None else ()

    @property
    def one_team(self) -> str:
        """The name of the team that is shown alone; empty where it is many, or children of none."""
        team = self.sight.teams[self.chosen] if self.chosen is not None else None
        return team.team or "" if team is not None else ""

    def take_outlook(self, found: TeamOutlook, asked: NamedWhatIf | None = None) -> None:
        """Where a team goes, with what if where that was asked."""
        self._outlooks[found.team] = found
        if asked is not None:
            self._asked[found.team] = asked

    @property
    def lacks_outlook(self) -> bool:
        """Whether it is shown where a team goes, and is still to be worked out."""
        return self.view == "pressures" and bool(self.one_team) and self.one_team not in self._outlooks

    @property
    def lacks_effect(self) -> bool:
        """Whether what came of it is shown, and is still to be read."""
        return self.view == "effect" and self.effect is None

    @property
    def asked(self) -> NamedWhatIf:
        """What if, as it was asked last of the team that is shown."""
        return self._asked.get(self.one_team, NamedWhatIf())

    def outlook(self, names: Names) -> tuple[Passage, ...]:
        """Where the team goes that is shown."""
        if not self.one_team:
            return (Passage(_OF_ONE_TEAM, "quiet"),)
        found = self._outlooks.get(self.one_team)
        return outlook_passages(found, names) if found is not None else (Passage("Working it out.", "quiet"),)

    def plots(self) -> tuple[Plot, ...]:
        """The months."""
        team = self._team(self.chosen)
        return trend_plots(team, self.sight.as_of) if team is not None else ()

    def before_plots(self) -> tuple[Piece, ...]:
        """How far the months are that are being worked out, and which are missing."""
        team = self._team(self.chosen)
        missing = missing_said(team, self.sight.as_of, worked_out=self.worked_out) if team is not None else ""
        said = " ".join(filter(None, (self._working_out, missing)))
        return ((said, "warn"),) if said else ()

    def _name(self, team: TeamSight | None) -> str:
        if team is None or (team is self.whole and len(self.sight.teams) > 1):
            return f"all {count(len(self.sight.teams), 'team')}"
        return name_of(team)
