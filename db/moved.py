"""That a store was carried elsewhere, as its own journal says: the newest line of what is left behind.

Every program that is about to record asks for it, also one that was open when the store was moved. The line is carried
over with the rest, so that the journal that is left is the beginning of the one that goes on.
"""

from __future__ import annotations

from datetime import UTC, datetime

from msgspec import Struct

from db import stored
from db.ends import PUT_RIGHT, SETTING, Asked
from db.errors import StoreError

MOVED_TO = "moved_to"  # the line that a store was carried elsewhere, with where to
# What the program itself may write into a file after that, without anybody's asking.
_BY_ITSELF = (PUT_RIGHT, SETTING)
MAY_HAVE_MOVED = (MOVED_TO, *_BY_ITSELF)  # what the newest line is where it was
_ON_A_SERVER = "SELECT what, at, after FROM moved_on"
_IN_A_FILE = (
    "SELECT j.what, j.at, c.after FROM journal j LEFT JOIN journal_content c ON c.seq = j.seq"
    " WHERE j.what NOT IN (?, ?) ORDER BY j.seq DESC LIMIT 1"
)


class MovedTo(Struct, frozen=True):
    """Where a store was carried: how a sentence names that place, what `--store` takes for it, and when in UTC (None
    where that cannot be read).
    """

    place: str
    named: str
    at: datetime | None

    @property
    def remark(self) -> str:
        """What is said of the store that was left behind when it is opened."""
        return (
            f"This store was moved to {self.place}{self._when()}, and what you see is the copy of that moment: nothing "
            f"is recorded in it any more. {self._how()}"
        )

    @property
    def refusal(self) -> str:
        """Why nothing was recorded, and where it is."""
        return f"Nothing was done: this store was moved to {self.place}{self._when()}. {self._how()}"

    def _when(self) -> str:
        local = self.at.astimezone() if self.at is not None else None
        return f" on {local.day} {local:%B %Y} at {local:%H:%M}" if local is not None else ""

    def _how(self) -> str:
        return f"Work goes on there: `oversight --store '{self.named}'` opens it."


class StoreMoved(StoreError):
    """Something was to be recorded in a store that was carried elsewhere."""


def moved_to(store: Asked) -> MovedTo | None:
    """Where the store was carried, None where it is in use; inside a transaction."""
    row = store.row(_ON_A_SERVER) if store.on_a_server else store.row(_IN_A_FILE, _BY_ITSELF)
    if row is None or row[0] != MOVED_TO:
        return None
    said = stored.content(row[2]) if row[2] else {}
    place, named = (str(said.get(name, "another place")) for name in ("to", "store"))
    return MovedTo(place, named, _moment(row[1]))


def _moment(text: str) -> datetime | None:
    try:
        moment = stored.moment(text)
    except StoreError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
