"""What the store answers of where a team goes. No message has a `repr` with its values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from oversight_tui.ui.messages import StoreAnswer

if TYPE_CHECKING:
    from oversight_tui.practice.sight.team_outlook import TeamOutlook


@dataclass(eq=False, repr=False)
class OutlookRead(StoreAnswer):
    """Where each of the teams that were asked for goes, and what if, where that was asked."""

    teams: tuple[TeamOutlook, ...]
