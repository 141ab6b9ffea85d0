"""What the store answers of line of sight. No message has a `repr` with its values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from oversight_tui.ui.messages import StoreAnswer

if TYPE_CHECKING:
    from oversight_tui.practice.ids import WorkerId
    from oversight_tui.practice.sight.effect_values import Effect
    from oversight_tui.practice.sight.rows import FigureRow
    from oversight_tui.practice.sight.values import Sight
    from oversight_tui.services.sight.months import Months


@dataclass(eq=False, repr=False)
class SightLoaded(StoreAnswer):
    """Line of sight over the teams of the board was asked for; `people` are the names of the workers who are late."""

    sight: Sight
    people: Mapping[WorkerId, str]


@dataclass(eq=False, repr=False)
class SightRead(StoreAnswer):
    """The same read again for a screen that is open."""

    sight: Sight
    people: Mapping[WorkerId, str]


@dataclass(eq=False, repr=False)
class MonthsGoOn(StoreAnswer):
    """So many of so many months were worked out; `months` are all that are there now, of each team."""

    done: int
    of: int
    months: Months


@dataclass(eq=False, repr=False)
class FigureOpened(StoreAnswer):
    """The rows that a number counts; `what` they are, and of which team."""

    what: str
    rows: tuple[FigureRow, ...]


@dataclass(eq=False, repr=False)
class FigureRead(StoreAnswer):
    """The same read again for the list that is open."""

    rows: tuple[FigureRow, ...]


@dataclass(eq=False, repr=False)
class EffectRead(StoreAnswer):
    """What came of it in the last thirteen weeks, for the screen that is open."""

    effect: Effect
