"""How far an import has come, as the store's thread tells the screen of it."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from oversight_tui.ui.messages import StoreAnswer

if TYPE_CHECKING:
    from datetime import date

    from oversight_tui.services.importing.questions import ImportQuestion
    from oversight_tui.services.importing.sitting import Written
    from oversight_tui.services.importing.telling import Told
    from oversight_tui.ui.after_leaving import ListsTaken


@dataclass(eq=False, repr=False)
class ImportGoesOn(StoreAnswer):
    """So much of it is done, from 0 to 1; `says` what is being done now."""

    share: float
    says: str


@dataclass(eq=False, repr=False)
class FilesRead(StoreAnswer):
    """The files were read: whether their day is to be said, which it may be and whence, and that of the lists here."""

    _: KW_ONLY
    needs_day: bool
    guess: date | None
    is_in_name: bool
    newest: date | None


@dataclass(eq=False, repr=False)
class ImportAsks(StoreAnswer):
    """Something is to be answered before it can be told what would change."""

    question: ImportQuestion


@dataclass(eq=False, repr=False)
class ImportUnasked(StoreAnswer):
    """There is no answer to go back to."""


@dataclass(eq=False, repr=False)
class ImportTold(StoreAnswer):
    """What would change."""

    told: Told
    _: KW_ONLY
    has_changes: bool


@dataclass(eq=False, repr=False)
class ImportTaken(StoreAnswer):
    """What was told is to be taken, and there is no store yet to write it to."""

    lists: ListsTaken


@dataclass(eq=False, repr=False)
class ImportWritten(StoreAnswer):
    """What was written."""

    written: Written


@dataclass(eq=False, repr=False)
class ImportTakenBack(StoreAnswer):
    """It was taken back."""

    says: str
