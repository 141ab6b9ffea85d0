"""What may be asked for on leaving the board, which the command that opened it then does. Textual is not imported."""

from __future__ import annotations

from typing import Final, Literal

AfterLeaving = Literal["made-up team"]
MADE_UP_TEAM: Final = "made-up team"
