"""What may be asked for on leaving the board, or on the first screen, which the command that opened it then does.

Textual is not imported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from pathlib import Path

    from db.key import Key
    from oversight_tui.services.importing.sitting import ImportSitting

AfterLeaving = Literal["made-up team", "tour"]
MADE_UP_TEAM: Final = "made-up team"
TOUR: Final = "tour"

IMPORT: Final = "import"
BY_HAND: Final = "by hand"


class ListsTaken(Struct, frozen=True):
    """Lists that were read, answered for and taken before there was a store to write them to."""

    paths: tuple[Path, ...]
    sitting: ImportSitting


FirstStep = Literal["import", "by hand", "tour"] | ListsTaken


class Beginning(Struct, frozen=True):
    """How to begin: with a team that is not kept, with a first step in a store with this key, or with the board."""

    way: AfterLeaving | FirstStep | None = None
    key: Key | None = None
