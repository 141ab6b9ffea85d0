"""What lists do not say, or say unreadably, of a child who is known: that stays as it was known, and is told."""

from __future__ import annotations

from collections.abc import Iterable, Set
from datetime import date
from typing import Literal

from msgspec import Struct

from oversight_tui.exchange.extract import ExtractChild
from oversight_tui.practice.changes import KnownChild
from oversight_tui.practice.facts import Status
from oversight_tui.services.importing.cover import COLUMNS, Field
from oversight_tui.services.shown import Shown

StaysKnown = Literal["worker", "team", "adviser", "status", "open"]
# The list that a status comes from; when it is not here, nothing says that the status is over.
_STATUS_OF_LIST: dict[str, Status] = {
    "List 7": "protection_plan",
    "List 8": "looked_after",
    "List 9": "care_leaver",
}


class Kept(Struct, frozen=True):
    """Something of a child that these lists do not say, or not readably, and as what it stays known."""

    child: str
    field: StaysKnown
    value: str | None
    where: str


class NotKnown:
    """Fills what lists leave open of a child with what was known. `absent` are the lists that are not here, `columns`
    those that are empty and were not said to mean it.
    """

    def __init__(self, absent: frozenset[str] = frozenset(), columns: Iterable[Field] = ()) -> None:
        self._absent, self._columns = absent, tuple(columns)
        self.kept: list[Kept] = []

    def may_be_open(self, child: ExtractChild, known: KnownChild | None, before: Shown) -> bool:
        """Whether a child who is closed by these lists was open in one that is not here."""
        if child.open or known is None or not known.open or not self._absent.intersection(before.lists):
            return False
        self.kept.append(Kept(child.reference, "open", None, child.places["child"]))
        return True

    def filled(self, child: ExtractChild, known: KnownChild | None, before: Shown) -> ExtractChild:
        """The child with what these lists leave open as it was known; of one met first it stays open."""
        child = _seen_as_known(child, before)
        lists = tuple(sorted({*child.lists, *self._absent.intersection(before.lists)}))
        unread = self._left_open(child, before)
        if known is None or not known.open or not (unread or lists != child.lists):
            return child.__replace__(unread=unread)
        keeps_status = "status" in unread and known.status is not None and known.status not in child.over
        self._told(child, known, unread, keeps_status=keeps_status)
        status, since = (known.status, known.status_since) if keeps_status else (child.status, child.status_since)
        if "status_since" in unread and status == known.status:
            since = known.status_since
        return child.__replace__(
            worker=(before.worker or known.worker_name) if "worker" in unread else child.worker,
            team=known.team if "team" in unread else child.team,
            adviser=before.adviser if "adviser" in unread else child.adviser,
            status=status,
            status_since=since,
            date_of_birth=child.date_of_birth or _day(before.date_of_birth),
            lists=lists,
            unread=unread,
        )

    def _left_open(self, child: ExtractChild, before: Shown) -> frozenset[str]:
        found = {*child.unread, *(field for field in self._columns if COLUMNS[field].now(child) is None)}
        for name in self._absent.intersection(before.lists):
            if before.status == _STATUS_OF_LIST.get(name):
                found |= {"status", "status_since"}
            found |= {field for field in ("worker", "team") if COLUMNS[field].now(child) is None}
            if name == "List 9":
                found.add("adviser")
        return frozenset(found)

    def _told(self, child: ExtractChild, known: KnownChild, unread: Set[str], *, keeps_status: bool) -> None:
        values: tuple[tuple[StaysKnown, str | None], ...] = (
            ("worker", known.worker_name or known.bucket),
            ("team", known.team),
            ("status", known.status if keeps_status else None),
        )
        for field, value in values:
            if field in unread and value is not None:
                where = child.places.get(field, child.places["child"])
                self.kept.append(Kept(child.reference, field, value, where))


def _seen_as_known(child: ExtractChild, before: Shown) -> ExtractChild:
    """A child who was seen stays seen where the list that said so says nothing now; an earlier day in that list itself
    puts it right.
    """
    seen, source = _day(before.last_seen), before.last_seen_source
    says_other = child.last_seen is None or (child.last_seen_source != source and seen and child.last_seen < seen)
    return child.__replace__(last_seen=seen, last_seen_source=source) if seen and says_other else child


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
