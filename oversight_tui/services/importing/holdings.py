"""Who held each child as it is here, and the question for it: what plans that know true days are held against."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from oversight_tui.practice.changes import KnownHolding
from oversight_tui.practice.ids import ChildId

Holdings = Mapping[ChildId, Sequence[KnownHolding]]
HoldingsOf = Callable[[Collection[ChildId]], Holdings]
