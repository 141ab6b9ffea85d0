"""Records: what is known of teams that no list carries, and the programmes of those who supervise."""

from __future__ import annotations

from peewee import BooleanField, Check, FloatField, TextField

from db.fields import IsoDateField, is_date
from db.models.base import to
from db.models.spine import Detail, Team
from oversight_tui.practice import records


class TeamPosts(Detail):
    """The posts of a team from the entry's date on, in full-time equivalents."""

    holds = records.TeamPosts
    team = to(Team, "team_id")
    fte = FloatField(constraints=[Check("fte >= 0 AND fte <= 500")])


class Programme(Detail):
    """A programme for supervisors, begun on the entry's date."""

    holds = records.Programme
    text = TextField()
    ends_on = IsoDateField(null=True, constraints=[is_date("ends_on")])


class ProgrammeEnd(Detail):
    """A programme completed, or given up and why."""

    holds = records.ProgrammeEnd
    programme = to(Programme, "programme_id")
    completed = BooleanField()
    reason = TextField(null=True)
