"""What may be asked for on leaving the board, or on the first screen, which the command that opened it then does.

Textual is not imported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from db.key import Key

AfterLeaving = Literal["made-up team", "tour"]
MADE_UP_TEAM: Final = "made-up team"
TOUR: Final = "tour"

FirstStep = Literal["import", "by hand", "tour"]
IMPORT: Final = "import"
BY_HAND: Final = "by hand"


class Beginning(Struct, frozen=True):
    """How to begin: with a team that is not kept, with a first step in a store with this key, or with the board."""

    way: AfterLeaving | FirstStep | None = None
    key: Key | None = None
