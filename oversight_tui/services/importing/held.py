"""The children of files that know the true days, made ready to be compared with what is here."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from datetime import date
from typing import cast

from msgspec import Struct

from oversight_tui.exchange.extract import Extract, ExtractChild
from oversight_tui.exchange.held_files import read_held
from oversight_tui.exchange.involved import Held, Involved, held
from oversight_tui.exchange.tables import Remark, Workbook
from oversight_tui.practice.changes import KnownChild
from oversight_tui.practice.facts import Status
from oversight_tui.services.importing.by_name import ByName
from oversight_tui.services.importing.by_number import ByNumber
from oversight_tui.services.importing.compare import Comparison
from oversight_tui.services.importing.holdings import HoldingsOf
from oversight_tui.services.importing.people import WorkerBook
from oversight_tui.services.importing.true_days import TrueHistory
from oversight_tui.services.shown import NEVER_SHOWN, Shown
from oversight_tui.words.text import match_key


class HeldFiles(Struct, frozen=True):
    """What was read of them, and the children in it."""

    involved: Involved
    held: Held

    @property
    def warnings(self) -> tuple[Remark, ...]:
        """What is to be looked at, and who is involved besides the holder."""
        return (*self.involved.warnings, *self.held.others)

    @property
    def not_taken(self) -> tuple[Remark, ...]:
        """Who was left out, and why."""
        return (*self.involved.not_taken, *self.held.not_taken)


def held_files(
    workbooks: Sequence[Workbook],
    as_at: date,
    roles: Collection[str],
    known: Mapping[str, KnownChild],
    before: Mapping[str, Shown],
) -> HeldFiles:
    """Read them; `before` are the known children as lists showed them last. Raises FileProblem."""
    involved = read_held(workbooks, as_at)
    found = held(involved, as_at, roles, known) if involved.lists else Held(())
    children = [
        _as_known(one, known.get(one.reference), before.get(one.reference, NEVER_SHOWN), found.unsaid)
        for one in found.children
    ]
    return HeldFiles(involved, found.__replace__(children=tuple(one for one in children if one is not None)))


def with_held(
    extract: Extract, children: tuple[ExtractChild, ...], files: HeldFiles
) -> tuple[Extract, tuple[ExtractChild, ...]]:
    """The children of lists and of these files together; who is in both stands as the lists have them, with the true
    days where both agree on the holder.
    """
    found = {one.reference: one for one in files.held.children}
    both = tuple(_in_both(one, found.pop(one.reference)) if one.reference in found else one for one in children)
    lists = (*extract.lists, *files.involved.lists)
    filled = (*extract.filled, *(files.involved.lists if files.involved.spells else ()))
    together = extract.__replace__(lists=lists, filled=filled, not_read=(*extract.not_read, *files.involved.not_read))
    return together, (*both, *found.values())


def _in_both(listed: ExtractChild, held: ExtractChild) -> ExtractChild:
    if listed.worker is None or held.worker is None or match_key(listed.worker) != match_key(held.worker):
        return listed.__replace__(worker_id=None, involvements=())
    return listed.__replace__(worker_id=held.worker_id, involvements=held.involvements)


class HeldChildren:
    """Those children among the ones compared, and those of tables that tell the days of an allocation: with the names
    of their workers, then with their true days. `desks` are the keys of names that are nobody's.
    """

    def __init__(
        self,
        files: HeldFiles,
        children: Sequence[ExtractChild],
        book: WorkerBook,
        desks: Set[str],
        known: Mapping[str, KnownChild],
        holdings_of: HoldingsOf,
        as_at: date,
    ) -> None:
        references = {one.reference for one in files.held.children}
        of_tables = [one for one in children if one.involvements and one.reference not in references]
        self._references = references
        self._of_tables = {one.reference for one in of_tables}
        mine = references | self._of_tables
        here = [one.child_id for reference in mine if (one := known.get(reference)) is not None]
        self._numbers = ByNumber(book, files.involved, as_at)
        self._names = ByName(book, children if of_tables else (), desks)
        self._history = TrueHistory(book, known, holdings_of(here) if here else {})
        self.compared: list[ExtractChild] = []

    @property
    def warnings(self) -> tuple[Remark, ...]:
        """Numbers without a name, and where a file contradicts what was typed."""
        return (*self._numbers.warnings, *self._history.warnings)

    def named(self, child: ExtractChild) -> ExtractChild:
        """The child as it is compared."""
        if child.reference not in self._references | self._of_tables:
            return child
        of_table = child.reference in self._of_tables
        ready = self._history.as_typed(self._names.child(child) if of_table else self._numbers.child(child))
        self.compared.append(ready)
        return ready

    def add_to(self, comparison: Comparison) -> None:
        """The true days, once all were compared."""
        self._history.add_to(comparison, self.compared)


def _as_known(
    child: ExtractChild, known: KnownChild | None, before: Shown, unsaid: Collection[str]
) -> ExtractChild | None:
    """The child with what these files do not say as it is known here; None of one whom a list has closed and of whom
    they say only that nobody holds them.
    """
    if known is None:
        return child
    is_open = child.open
    if child.reference in unsaid and child.worker is None:
        if not known.open:
            return None
        is_open = True
    with_known = child.__replace__(
        open=is_open,
        team=child.team or known.team,
        adviser=child.adviser or before.adviser,
        lists=before.lists or child.lists,
        date_of_birth=child.date_of_birth or _day(before.date_of_birth),
    )
    return _seen_as_known(_status_as_known(with_known, before), before)


def _status_as_known(child: ExtractChild, before: Shown) -> ExtractChild:
    if child.status is not None:
        return child
    return child.__replace__(status=cast(Status | None, before.status), status_since=_day(before.status_since))


def _seen_as_known(child: ExtractChild, before: Shown) -> ExtractChild:
    """When the child was last seen, by the later of what is known and what the files say."""
    seen = _day(before.last_seen)
    if seen is None or (child.last_seen is not None and child.last_seen >= seen):
        return child
    return child.__replace__(last_seen=seen, last_seen_source=before.last_seen_source)


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said is not None else None
