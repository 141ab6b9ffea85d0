"""What every file of children comes to, whatever its format: rows of lists, and from them a picture of each child."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from oversight_tui.exchange.date_order import DateColumn
from oversight_tui.exchange.tables import Remark
from oversight_tui.practice.facts import Status


class ListRow(Struct, frozen=True):
    """One row of a caseload list. `values` holds the fields of its layout, `places` the cell of each; `unread` are the
    fields whose cell holds something that cannot be read, which is not the same as an empty one.
    """

    list_name: str
    reference: str
    values: Mapping[str, str | date | None]
    places: Mapping[str, str]
    place: str
    unread: frozenset[str] = frozenset()

    def day(self, field: str) -> date | None:
        """A date of the row, None where the list has no such column or the cell is blank."""
        found = self.values.get(field)
        return found if isinstance(found, date) else None

    def text(self, field: str) -> str | None:
        """A text of the row, None where the list has no such column or the cell is blank."""
        found = self.values.get(field)
        return found if isinstance(found, str) else None


class NearTab(Struct, frozen=True):
    """A tab that was not taken though it comes near to a list, or is called like one: the headings that it lacks, and
    how many rows it has below them.
    """

    tab: str
    near: str
    lacks: tuple[str, ...]
    rows: int

    @property
    def says(self) -> str:
        """Why it was not taken."""
        rows = "1 row" if self.rows == 1 else f"{self.rows:,} rows"
        return f"nearest to {self.near}, without the heading {' and '.join(self.lacks)}; its {rows} are not taken"

    def remark(self) -> Remark:
        """The same as a remark."""
        return Remark(self.tab, "", self.says)


class Extract(Struct, frozen=True):
    """The rows of the lists of one or more files.

    `lists` names every list met, empty ones too; `filled` those with rows. `refused` are cells that were dropped,
    `warnings` cells that were kept and look wrong, `not_read` columns passed over though the store keeps what they
    hold, `not_taken` every tab and every row that was not taken, each with its reason; `near` are those of the tabs
    that may have been meant, `doubted` columns of dates of which it is to be said whether the month comes first.
    """

    lists: tuple[str, ...]
    filled: tuple[str, ...]
    rows: tuple[ListRow, ...]
    refused: tuple[Remark, ...]
    warnings: tuple[Remark, ...]
    not_read: tuple[Remark, ...] = ()
    not_taken: tuple[Remark, ...] = ()
    near: tuple[NearTab, ...] = ()
    doubted: tuple[DateColumn, ...] = ()


class Involvement(Struct, frozen=True):
    """One time a worker held a child, with its true days: `starts` and `ends` as the system has them, None not known.

    `because` is the reason why it ended, in words. `is_lead` is false of a worker who is involved besides.
    """

    worker: str
    worker_id: str | None
    team: str | None
    starts: date | None
    ends: date | None
    because: str | None = None
    is_lead: bool = True


class ExtractChild(Struct, frozen=True):
    """One child as the lists show them.

    `worker` None with an open child is unallocated. `adviser` is the personal adviser of a care leaver. `closed_on` is
    the latest end date of a child no list shows as open. `places` names the cell of `worker`, `team`, `status`...
    `unread` are the fields that these lists hold unreadably: not known in this list, so what was known holds.
    `over` are statuses that a list shows to have ended.
    `involvements` are given where a format tells when each worker truly held the child, oldest first.
    """

    reference: str
    open: bool
    worker: str | None
    team: str | None
    adviser: str | None
    status: Status | None
    status_since: date | None
    date_of_birth: date | None
    last_seen: date | None
    last_seen_source: str | None
    closed_on: date | None
    closed_because: str | None
    conflict: str | None
    lists: tuple[str, ...]
    places: Mapping[str, str]
    worker_id: str | None = None
    unread: frozenset[str] = frozenset()
    involvements: tuple[Involvement, ...] = ()
    over: frozenset[Status] = frozenset()
