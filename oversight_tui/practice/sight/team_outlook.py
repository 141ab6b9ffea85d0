"""The case for resources of one team: what moved, where it goes, what if, and what a full caseload would take."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from oversight_tui.practice.ids import WorkerId
from oversight_tui.practice.sight.known_changes import KnownChange
from oversight_tui.practice.sight.outlook import Ahead, Outlook
from oversight_tui.practice.sight.pressures import Pressures
from oversight_tui.practice.sight.projecting import Range
from oversight_tui.practice.sight.values import TeamSight
from oversight_tui.practice.sight.what_if_asked import WhatIf
from oversight_tui.practice.then import Then


class TeamOutlook(Struct, frozen=True):
    """One team's, with what was asked. `full_caseload` is the policy's, None where it has none, in children of a
    full-time worker; `names` are those of the workers who are asked about, by id. `then` is None where
    nothing has happened since.
    """

    as_of: date
    team: str
    sight: TeamSight
    pressures: Pressures
    outlook: Outlook
    known: tuple[KnownChange, ...]
    asked: WhatIf
    names: Mapping[WorkerId, str]
    full_caseload: int | None
    then: Then | None = None

    def fte_for(self, ahead: Ahead) -> Range | None:
        """The full-time equivalents in which the children of then are full caseloads; None without a full caseload."""
        return ahead.children.over(self.full_caseload) if self.full_caseload else None

    def fte_short(self, ahead: Ahead) -> float | None:
        """How many full-time equivalents more that takes than there are, a newly qualified worker's counting as what
        their smaller caseload is; below 0 where there is room. None where it is not known.
        """
        if self.full_caseload is None or ahead.full is None:
            return None
        return (ahead.children.mean - ahead.full) / self.full_caseload
